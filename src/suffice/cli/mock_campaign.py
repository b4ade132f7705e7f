"""`suffice mock-campaign`: a campaign whose end is known."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from suffice.outlook.shape import Shape


def mock_campaign(
    out: Annotated[Path, typer.Argument(help="Folder to make.")],
    shape: Annotated[Shape, typer.Option(help="How its pace goes.")] = Shape.STEADY,
    voters: Annotated[
        int, typer.Option(min=1_000, help="Registered voters; the law makes the requirement of them.")
    ] = 200_000,
    seed: Annotated[int, typer.Option(min=0, help="Same seed, same files.")] = 1,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace an earlier mock campaign.")] = False,
) -> None:
    """Make a mock campaign: its counts, checks, mail, circulators and money, and the truth about its end.

    For trying `suffice outlook` and for measuring it. No person in it is real.
    """
    from suffice.cli.console import results
    from suffice.cli.folders import result_folder
    from suffice.outlook.mock_files import FILES, make_mock_campaign

    with result_folder(out, FILES, overwrite) as folder:
        made = make_mock_campaign(folder, shape, voters, seed)
    results().print(
        f"A mock campaign of {len(made.lines.day):,} lines, {made.situation.required:,} valid signatures required by "
        f"{made.situation.deadline}, stands in {out}",
        markup=False, soft_wrap=True,
    )  # fmt: skip
