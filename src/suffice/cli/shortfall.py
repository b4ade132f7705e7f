"""A challenge on the terminal."""

from __future__ import annotations

from pathlib import Path

from rich.table import Table

from suffice.cli.console import results
from suffice.cli.forecast import span_of_lines
from suffice.cli.tally import in_words
from suffice.outlook.challenge import Challenge
from suffice.report.challenge import challenge_json
from suffice.report.sureness import percent

FIRST = 10


def show_challenge(found: Challenge, out: Path, as_json: bool) -> None:
    """Prints the shortfall, what the lines may restore, the first of them and the caveats, or all as JSON."""
    console = results()
    if as_json:
        console.print(challenge_json(found), markup=False, soft_wrap=True)
        return
    console.print(
        f"Short by {found.shortfall:,} of {found.required:,}; {len(found.lines):,} rejected lines.",
        style="bold",
        markup=False,
    )
    console.print(
        f"If all were examined, {span_of_lines(found.restored)} would be restored (5 %, middle, 95 %). "
        f"Chance that it is enough: {percent(found.chance)}. "
        + (
            "On average the lines do not make up the shortfall."
            if found.lines_to_examine is None
            else f"On average the first {found.lines_to_examine:,} lines make it up."
        ),
        markup=False, soft_wrap=True,
    )  # fmt: skip
    console.print(_first(found))
    for text in found.text_applied:
        console.print(text.sentence, markup=False, soft_wrap=True)
    for caveat in found.caveats:
        console.print(f"Note: {caveat}", markup=False, soft_wrap=True)
    console.print(f"The files stand in {out}", markup=False, soft_wrap=True)


def _first(found: Challenge) -> Table:
    table = Table(title=f"The first {min(FIRST, len(found.lines))}", title_justify="left")
    for heading in ("Section", "Line", "Office's ground", "Own look-up"):
        table.add_column(heading)
    for heading in ("Chance", "Running total"):
        table.add_column(heading, justify="right")
    for one in found.lines[:FIRST]:
        ground = in_words(one.rejected.ground) or one.rejected.said
        table.add_row(
            one.rejected.section,
            one.rejected.line,
            ground,
            one.own,
            f"{100 * one.chance:.0f} %",
            f"{one.running_total:,.1f}",
        )
    return table
