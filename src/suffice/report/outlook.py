"""An outlook as files: `outlook.json`, and `outlook.html` on one self-contained page."""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from suffice.outlook.result import Outlook
from suffice.report import outlook_charts as draw
from suffice.report.sureness import answer, percent

FILES = frozenset({"outlook.json", "outlook.html"})
ROWS = (
    ("Lines", "raw"),
    ("Valid lines, every copy counted", "valid_lines"),
    ("Second copies", "duplicates"),
    ("Signatures that count", "distinct_valid"),
)


def outlook_json(outlook: Outlook) -> str:
    """The outlook as JSON, days as YYYY-MM-DD."""
    return json.dumps(outlook.as_json(), indent=2, ensure_ascii=False, default=str)


def write_outlook(folder: Path, outlook: Outlook) -> None:
    """Writes the outlook's files into `folder`. The same outlook gives the same bytes."""
    (folder / "outlook.json").write_text(outlook_json(outlook) + "\n", encoding="utf-8")
    (folder / "outlook.html").write_text(outlook_page(outlook), encoding="utf-8")


def outlook_page(outlook: Outlook) -> str:
    """The page as text."""
    environment = Environment(
        loader=PackageLoader("suffice.report"), autoescape=select_autoescape(["html"]), undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters.update(lines=lines, share=share, chance=chance)
    return environment.get_template("outlook.html").render(
        outlook=outlook, answer=answer(outlook), charts=charts(outlook), rows=ROWS, version=version("suffice")
    )


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
