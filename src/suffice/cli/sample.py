"""`suffice sample`: the random sample of a petition's lines."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, help="The random sample of a petition's lines.")


@app.callback()
def sample() -> None:
    """The random sample of a petition's lines."""


@app.command("plan")
def plan(
    raw: Annotated[int, typer.Option(help="Lines filed (the raw count).")],
    required: Annotated[int, typer.Option(help="Valid signatures required.")],
    risk: Annotated[float, typer.Option(help="Most that either verdict may be wrong.")] = 0.05,
    duplicate_rate: Annotated[float, typer.Option(help="Share of lines expected to be second copies.")] = 0.03,
    duplicates_at_most: Annotated[
        int | None, typer.Option(help="Most surplus copies in the petition, known from an index of all lines.")
    ] = None,
    most_copies: Annotated[int, typer.Option(help="Most copies of one voter to allow for.")] = 3,
    every_copy_void: Annotated[
        bool, typer.Option("--every-copy-void", help="The law voids every copy of a duplicate, as in Michigan.")
    ] = False,
    lines: Annotated[int | None, typer.Option(help="Lines looked at so far: asks for the verdict now.")] = None,
    valid: Annotated[int, typer.Option(help="Valid among them, second copies not counted.")] = 0,
    duplicates: Annotated[int, typer.Option(help="Duplicates found among them.")] = 0,
    out: Annotated[Path | None, typer.Option(help="Also write the boundaries at which to stop, as CSV.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the plan as JSON.")] = False,
) -> None:
    """Plan a look at lines one after another that stops as soon as the answer is sure enough.

    Advisory where the law prescribes its own sample. Draw the lines at random and look at them in the order drawn.
    """
    from suffice.cli.plans import show_plan
    from suffice.report.plan import plan_report, write_boundaries
    from suffice.sample.plan import Plan, verdict

    made = Plan(raw, required, risk, 2 if every_copy_void else 1, most_copies, duplicates_at_most)
    report = plan_report(made, duplicate_rate, None if lines is None else verdict(made, lines, valid, duplicates))
    if out is not None:
        write_boundaries(report, out)
    show_plan(report, as_json)
