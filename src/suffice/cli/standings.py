"""A strike plan on the terminal."""

from __future__ import annotations

from pathlib import Path

from rich.table import Table

from suffice.cli.console import results
from suffice.cli.forecast import span_of_lines
from suffice.cli.tally import in_words
from suffice.outlook.strike import Standing, StrikePlan
from suffice.report.strike import strike_json
from suffice.report.sureness import percent


def show_strike(plan: StrikePlan, out: Path, as_json: bool) -> None:
    """Prints the lines by ground, the filing with and without them, and the caveats, or all as JSON."""
    console = results()
    if as_json:
        console.print(strike_json(plan), markup=False, soft_wrap=True)
        return
    sections = len({line.section for line in plan.lines})
    console.print(f"{len(plan.lines):,} lines in {sections:,} sections may be struck.", style="bold", markup=False)
    grounds = Table()
    grounds.add_column("Ground")
    grounds.add_column("Lines", justify="right")
    for ground, lines in plan.by_ground.items():
        grounds.add_row(in_words(ground), f"{lines:,}")
    console.print(grounds)
    console.print(_standings(plan))
    for text in plan.text_applied:
        console.print(text.sentence, markup=False, soft_wrap=True)
    for caveat in plan.caveats:
        console.print(f"Note: {caveat}", markup=False, soft_wrap=True)
    console.print(f"The lists stand in {out}", markup=False, soft_wrap=True)


def _standings(plan: StrikePlan) -> Table:
    table = Table(title=f"If filed ({plan.required:,} valid signatures required)", title_justify="left")
    table.add_column("")
    table.add_column("as it is", justify="right")
    table.add_column("with these lines struck", justify="right")
    both: tuple[Standing, Standing] = (plan.before, plan.after)
    table.add_row("Lines", *(f"{one.raw:,}" for one in both))
    table.add_row("Later copies among them", *(f"{one.duplicates:,}" for one in both))
    table.add_row("Signatures that count", *(span_of_lines(one.distinct_valid) for one in both))
    table.add_row("Chance, every line examined", *(percent(one.chance_full_count) for one in both))
    if plan.before.sample and plan.after.sample:
        samples = (plan.before.sample, plan.after.sample)
        table.add_row("The sample says sufficient", *(percent(one.sufficient) for one in samples))
        table.add_row("It asks for more lines, or all", *(percent(one.full_count) for one in samples))
        table.add_row("It says insufficient", *(percent(one.insufficient) for one in samples))
        table.add_row("Suffices in the end", *(percent(one.suffices_in_the_end) for one in samples))
    return table
