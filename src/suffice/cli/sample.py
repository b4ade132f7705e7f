"""`suffice sample`: the random sample of a petition's lines."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, help="The random sample of a petition's lines.")


@app.callback()
def sample() -> None:
    """The random sample of a petition's lines."""


Profile = Annotated[str, typer.Option(help="The profile, as us-ca-local-recall.")]
AsOf = Annotated[
    datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day whose law applies; the newest text, if not said.")
]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]


@app.command("size")
def size(
    profile: Profile,
    raw: Annotated[int | None, typer.Option(help="Lines filed (the raw count).")] = None,
    as_of: AsOf = None,
    required: Annotated[
        int | None, typer.Option(help="Valid signatures required: also says what the sample must show.")
    ] = None,
    counties: Annotated[
        Path | None,
        typer.Option("--counties", "--wards", "--districts", help="CSV of the parts the law draws from: name, raw."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Say how many lines the law wants in its random sample, and how that number is found."""
    from suffice.cli.samples import show_size
    from suffice.law.profiles import load
    from suffice.report.sample import size_report

    show_size(size_report(load(profile, as_of.date() if as_of else None), raw, required, counties), as_json)


@app.command("draw")
def draw(
    profile: Profile,
    seed: Annotated[
        str, typer.Option(help="At least 20 digits of dice, rolled in public after the lines were counted.")
    ],
    out: Annotated[Path, typer.Option(help="The sample, as CSV; how to draw it again is written beside it, as JSON.")],
    raw: Annotated[int | None, typer.Option(help="Lines filed (the raw count), where no index is at hand.")] = None,
    index: Annotated[
        Path | None,
        typer.Option(help="CSV of the sections in filing order: section, lines, and county, ward or sheet."),
    ] = None,
    lines: Annotated[
        int | None, typer.Option(help="Lines to draw, where the law leaves it open or more are wanted; of each part.")
    ] = None,
    worksheet: Annotated[Path | None, typer.Option(help="Also write a worksheet to print, as PDF.")] = None,
    as_of: AsOf = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace a sample of the same name.")] = False,
) -> None:
    """Draw the law's random sample from a public seed, so that anybody can draw it again."""
    from suffice.cli.folders import refuse_existing_file
    from suffice.cli.samples import show_draw
    from suffice.law.profiles import load
    from suffice.report.draw import draw_report, record_beside, write_draw

    for file in (out, record_beside(out), worksheet):
        if file is not None:
            refuse_existing_file(file, overwrite)
    report = draw_report(load(profile, as_of.date() if as_of else None), seed, raw, index, lines)
    write_draw(report, out, worksheet)
    show_draw(report, out, worksheet)


@app.command("project")
def project(
    profile: Profile,
    required: Annotated[int | None, typer.Option(help="Valid signatures required.")] = None,
    raw: Annotated[int | None, typer.Option(help="Lines filed (the raw count).")] = None,
    sample: Annotated[int | None, typer.Option(help="Lines sampled.")] = None,
    valid: Annotated[
        int | None, typer.Option(help="Valid lines among them: second copies not counted, but in Oregon every copy.")
    ] = None,
    duplicates: Annotated[
        int | None, typer.Option(help="Duplicates within the sample: both copies drawn. Not sample against all lines.")
    ] = None,
    invalid: Annotated[
        int | None, typer.Option(help="Lines not valid, duplicates left out; what the rest leaves, if not said.")
    ] = None,
    as_of: AsOf = None,
    counties: Annotated[
        Path | None,
        typer.Option(
            "--counties",
            "--wards",
            "--districts",
            help="CSV of all parts: name, raw, sample, valid, duplicates, required.",
        ),
    ] = None,
    second: Annotated[
        Path | None, typer.Option(help="CSV of both samples together: sample, valid, duplicates.")
    ] = None,
    subtractions: Annotated[
        Path | None, typer.Option(help="CSV of lines taken off before the sample, in order: reason, lines.")
    ] = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Also what the statute leaves out: intervals, chance, duplicates.")
    ] = False,
    as_drawn: Annotated[
        bool, typer.Option("--as-drawn", help="Take a sample below the statute's floor, with a warning.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Project a sample by the law's own arithmetic, step by step, and say what it decides."""
    from suffice.cli.samples import show_projection
    from suffice.law.profiles import load
    from suffice.report.sample import Files, project_report

    counts = (raw, sample, valid, duplicates, invalid)
    files = Files(counties, second, subtractions)
    law = load(profile, as_of.date() if as_of else None)
    show_projection(project_report(law, counts, required, files, statistics=statistics, as_drawn=as_drawn), as_json)


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
