"""`suffice strike`: lines that a campaign may strike before filing."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer


def strike(
    petition: Annotated[Path, typer.Argument(help="The petition file (petition.toml).")],
    verified: Annotated[Path, typer.Option(help="Folder of `suffice verify` on the campaign's own lines.")],
    out: Annotated[Path, typer.Option(help="Folder to make.")],
    confidence: Annotated[float, typer.Option(help="Strike only lines whose disposition is at least so sure.")] = 0.9,
    deadline: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Last day to file; by the petition's calendar, if not said."),
    ] = None,
    seed: Annotated[int, typer.Option(min=0, help="Same seed, same figures.")] = 1,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace an earlier result in the folder.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Which lines may be struck before filing, and what does it do to the chance of sufficiency?

    Lists clearly invalid lines and later copies section by section, for people to strike on the paper. It strikes nothing.
    """
    from suffice.cli.folders import result_folder
    from suffice.cli.standings import show_strike
    from suffice.outlook.situation import judging_profile, read_situation
    from suffice.outlook.strike import plan_strike
    from suffice.report.strike import FILES, write_strike

    with result_folder(out, FILES, overwrite) as folder:
        situation = read_situation(petition, deadline and deadline.date())
        profile, _ = judging_profile(petition, situation.deadline)
        plan = plan_strike(situation, profile, verified, confidence, seed)
        write_strike(folder, plan, profile, situation.title)
    show_strike(plan, out, as_json)
