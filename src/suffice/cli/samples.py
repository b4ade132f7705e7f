"""A sample's size and projection on the terminal."""

from __future__ import annotations

import json
from pathlib import Path

from rich.console import Console
from rich.table import Table

from suffice.cli.console import results
from suffice.report.draw import DrawReport, record_beside
from suffice.report.sample import ProjectReport, SizeReport
from suffice.sample.beside import Beside
from suffice.sample.parts import ACROSS, PartsStatistics
from suffice.sample.projection import Projection, Step

DECISIONS = {
    "sufficient": "sufficient",
    "insufficient": "insufficient",
    "full-check": "full check: every line is looked at",
    "second-sample": "a second sample is drawn",
}
MOST_PLACES = 12
"""Counties shown step by step; of more, only the projections are shown."""


def show_size(report: SizeReport, as_json: bool) -> None:
    """Prints the size of a sample with its steps, or as JSON."""
    console = results()
    if as_json:
        _json(console, report.as_json())
        return
    console.print(f"{report.lines:,} lines to draw.", style="bold", markup=False)
    _about(console, report.profile.title, report.profile.as_of.isoformat(), report.profile.since.isoformat())
    console.print(_steps([step for size in report.sizes for step in size.steps], report.sizes[0].place is not None))
    if report.thresholds is not None:
        for words, found in (
            ("Sufficient from", report.thresholds.sufficient_from),
            ("Insufficient up to", report.thresholds.insufficient_to),
        ):
            said = "no number of" if found is None else f"{found:,}"
            console.print(f"{words} {said} valid lines in the sample, if no duplicate is found.", markup=False)
    _warnings(console, report.warnings)


def show_projection(report: ProjectReport, as_json: bool) -> None:
    """Prints a projection step by step with its decision and, if asked for, the statistics beside it; or as JSON."""
    console = results()
    if as_json:
        _json(console, report.as_json())
        return
    made = report.projection
    console.print(f"Decision: {DECISIONS[made.decision]}.", style="bold", markup=False)
    _about(console, report.profile.title, report.profile.as_of.isoformat(), report.profile.since.isoformat())
    places = {step.place for step in made.steps} - {None}
    shown = [
        step for step in made.steps if len(places) <= MOST_PLACES or step.place is None or step.name == "projected"
    ]
    console.print(_steps(shown, bool(places)))
    console.print(_verdict(made), markup=False, soft_wrap=True)
    if report.beside is not None:
        _beside(console, report.beside, made)
    _warnings(console, made.warnings)


def show_draw(report: DrawReport, out: Path, sheet: Path | None) -> None:
    """Says what was drawn, where it stands, and how to draw it again."""
    console = results()
    count, raw = len(report.drawn.lines), report.drawn.raw
    by = f", by {report.stratum} ({len(report.drawn.sizes):,})" if report.stratum else ""
    console.print(f"{count:,} of {raw:,} lines drawn{by}.", style="bold", markup=False)
    written = [out, record_beside(out), *([sheet] if sheet else [])]
    console.print(f"Written: {', '.join(str(path) for path in written)}.", markup=False, soft_wrap=True)
    console.print(f"Drawn again by: {report.command}", markup=False, soft_wrap=True)
    _warnings(console, report.warnings)


def _json(console: Console, plain: dict[str, object]) -> None:
    console.print(json.dumps(plain, indent=2, ensure_ascii=False), markup=False, soft_wrap=True)


def _about(console: Console, title: str, as_of: str, since: str) -> None:
    console.print(f"{title}, as of {as_of} (text in force since {since}).", markup=False, soft_wrap=True)


def _steps(steps: list[Step], places: bool) -> Table:
    table = Table()
    if places:
        table.add_column("Where")
    table.add_column("Step")
    table.add_column("Value", justify="right", no_wrap=True)
    table.add_column("Rule")
    table.add_column("Law")
    for one in steps:
        cells = (one.name, f"{one.value:,}", one.rule, one.citation)
        table.add_row(*((one.place or "all", *cells) if places else cells))
    return table


def _verdict(made: Projection) -> str:
    share = f"{100 * made.projected / made.required:.1f} %"
    said = f"Projected {made.projected:,} of {made.required:,} required ({share})."
    if made.low is None or made.high is None:
        return said
    if made.low == made.high:
        return f"{said} Limit: {made.low:,}."
    return f"{said} Limits: {made.low:,} and {made.high:,}."


def _beside(console: Console, found: Beside | PartsStatistics, made: Projection) -> None:
    what = found.statistics if isinstance(found, Beside) else found
    table = Table(title=f"What the statute leaves out ({what.level:.0%} intervals)")
    table.add_column("")
    for name in ("Estimate", "From", "To"):
        table.add_column(name, justify="right")
    for name, range_ in (
        ("Duplicates in the petition", what.duplicates),
        ("Distinct valid signers", what.distinct_valid),
    ):
        table.add_row(name, f"{range_.estimate:,}", f"{range_.low:,}", f"{range_.high:,}")
    if isinstance(found, PartsStatistics) and len(found.parts) <= MOST_PLACES:
        table.add_section()
        for place, part in found.parts:
            one = part.distinct_valid
            table.add_row(f"  {place}", f"{one.estimate:,}", f"{one.low:,}", f"{one.high:,}")
    console.print(table)
    asked = f"reaches {made.required:,}" if isinstance(found, Beside) else "suffices"
    said = [
        f"Chance that the full count {asked}: {_chance(what.chance_sufficient)}.",
        f"In a straight line the valid lines would be {what.straight_line:,}, as if duplicates grew in proportion.",
    ]
    if isinstance(found, Beside):
        said += [
            f"One duplicate missed in the sample lifts the projection by {found.one_missed:,}.",
            "No number of duplicates in the sample would turn the decision."
            if found.turns_at is None or found.turns_to is None
            else f"From {found.turns_at:,} duplicates in the sample on the decision would be: {DECISIONS[found.turns_to]}.",
        ]
    else:
        said.append(ACROSS)
    for sentence in said:
        console.print(sentence, markup=False, soft_wrap=True)


def _chance(chance: float) -> str:
    if chance < 0.001:
        return "under 0.1 %"
    return "over 99.9 %" if chance > 0.999 else f"{chance:.1%}"


def _warnings(console: Console, warnings: tuple[str, ...]) -> None:
    for warning in warnings:
        console.print(f"Note: {warning}", markup=False, soft_wrap=True)
