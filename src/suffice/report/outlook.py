"""An outlook as files: `outlook.json`, and `outlook.html` on one self-contained page."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from suffice.outlook.circulators import CirculatorOutlook
from suffice.outlook.people import Entry
from suffice.outlook.result import Outlook
from suffice.report import outlook_charts as draw
from suffice.report.sureness import answer, percent

FILES = frozenset({"outlook.json", "outlook.html", "circulators.csv"})
MOST_CIRCULATORS = 25
"""Circulators on the page; all stand in circulators.csv."""
ROWS = (
    ("Lines", "raw"),
    ("Valid lines, every copy counted", "valid_lines"),
    ("Second copies", "duplicates"),
    ("Signatures that count", "distinct_valid"),
)


def outlook_json(outlook: Outlook) -> str:
    """The outlook as JSON, days as YYYY-MM-DD."""
    return json.dumps(outlook.as_json(), indent=2, ensure_ascii=False, default=str)


def write_outlook(
    folder: Path,
    outlook: Outlook,
    circulators: Sequence[CirculatorOutlook] = (),
    timeline: Sequence[Entry] = (),
) -> None:
    """Writes the outlook's files into `folder`. The same outlook gives the same bytes."""
    (folder / "outlook.json").write_text(outlook_json(outlook) + "\n", encoding="utf-8")
    (folder / "outlook.html").write_text(outlook_page(outlook, circulators, timeline), encoding="utf-8")
    if circulators:
        write_circulators(folder / "circulators.csv", circulators)


def write_circulators(path: Path, circulators: Sequence[CirculatorOutlook]) -> None:
    """Every circulator as a row of a table."""
    names = (
        "circulator", "kind", "channel", "sections_out", "sections_back", "sections_late", "lines", "checked", "duplicates",
        "share_valid_low", "share_valid", "share_valid_high", "pay_a_valid_line", "reasons_to_look",
    )  # fmt: skip
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(names)
        for one in circulators:
            span, signs = one.share_valid, "; ".join(f"{sign.kind}: {sign.words}" for sign in one.signs)
            table.writerow(
                (
                    one.name, one.kind, one.channel, one.sections_out, one.sections_back, one.sections_late, one.lines, one.checked,
                    one.duplicates, span.low, span.middle, span.high, one.pay_a_valid_line, signs,
                )
            )  # fmt: skip


def outlook_page(
    outlook: Outlook, circulators: Sequence[CirculatorOutlook] = (), timeline: Sequence[Entry] = ()
) -> str:
    """The page as text."""
    environment = Environment(
        loader=PackageLoader("suffice.report"), autoescape=select_autoescape(["html"]), undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters.update(lines=lines, share=share, chance=chance, money=money)
    return environment.get_template("outlook.html").render(
        outlook=outlook, answer=answer(outlook), charts=charts(outlook), rows=ROWS, version=version("suffice"),
        circulators=circulators[:MOST_CIRCULATORS], circulator_count=len(circulators),
        looked_at=sum(bool(one.signs) for one in circulators),
        timeline=[one for one in timeline if one.on <= outlook.as_of],
    )  # fmt: skip


def charts(outlook: Outlook) -> dict[str, Markup]:
    """The charts that the outlook has figures for; a drawing's texts were escaped where it was drawn."""
    found = {
        "collection": draw.collection_chart(outlook),
        "validity": draw.validity_chart(outlook),
        "channels": draw.channel_chart(outlook),
    }
    if outlook.looks:
        found["chance"] = draw.chance_chart(outlook)
    if outlook.duplicate_curve:
        found["duplicates"] = draw.duplicates_chart(outlook)
    return {name: Markup(drawn) for name, drawn in found.items()}


def lines(value: float) -> str:
    """A number of lines with thousands separators."""
    return f"{value:,.0f}"


def share(value: float) -> str:
    """As percent with one decimal."""
    return f"{100 * value:.1f} %"


def chance(value: float, forecast: bool = True) -> str:
    """A chance for people; a level of sureness asked for (`forecast` false) is said as it is."""
    return percent(value) if forecast else f"{100 * value:.0f} %"


def money(value: float | None) -> str:
    """An amount in dollars and cents."""
    return "-" if value is None else f"${value:,.2f}"
