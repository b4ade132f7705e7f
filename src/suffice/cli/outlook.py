"""`suffice outlook`: where the campaign stands."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class StartingBelief(StrEnum):
    """Which published petitions an outlook starts from."""

    LOS_ANGELES = "los-angeles-2022"
    BEFORE = "before-2022"


def outlook(
    petition: Annotated[Path, typer.Argument(help="The petition file (petition.toml).")],
    counts: Annotated[Path, typer.Option(help="Lines collected, by day and channel (CSV).")],
    out: Annotated[Path, typer.Option(help="Folder to make.")],
    checks: Annotated[Path | None, typer.Option(help="In-house checks of batches (CSV).")] = None,
    mail: Annotated[Path | None, typer.Option(help="Mail drops and what came back (CSV).")] = None,
    circulators: Annotated[Path | None, typer.Option(help="Circulators, volunteer or paid (CSV).")] = None,
    sections: Annotated[Path | None, typer.Option(help="Sections handed out and returned (CSV).")] = None,
    money: Annotated[Path | None, typer.Option(help="Money spent, by channel (CSV).")] = None,
    timeline: Annotated[Path | None, typer.Option(help="Public milestones and endorsements (CSV).")] = None,
    verified: Annotated[
        Path | None,
        typer.Option(help="Folder of `suffice verify`: every circulator's lines, and same-hand signs in them."),
    ] = None,
    as_of: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The day to stand on; that of the last count, if not said."),
    ] = None,
    deadline: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Last day to file; by the petition's calendar, if not said."),
    ] = None,
    belief: Annotated[
        StartingBelief, typer.Option(help="Published petitions to start from, where no check tells.")
    ] = StartingBelief.LOS_ANGELES,
    seed: Annotated[int, typer.Option(min=0, help="Same seed, same outlook.")] = 1,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace an earlier outlook in the folder.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the outlook as JSON.")] = False,
) -> None:
    """Where does the campaign stand, will it suffice, and what is missing?

    A forecast from counts and in-house checks, with its intervals and caveats. It decides nothing.
    """
    from suffice.cli.folders import result_folder
    from suffice.cli.forecast import show_outlook
    from suffice.outlook.campaign import Tables, campaign_outlook, circulators_of, read_campaign
    from suffice.report.outlook import FILES, write_outlook

    with result_folder(out, FILES, overwrite) as folder:
        tables = Tables(counts, checks, mail, circulators, sections, money, timeline, verified)
        campaign = read_campaign(petition, tables, deadline and deadline.date())
        found = campaign_outlook(campaign, as_of and as_of.date(), seed, belief.value)
        write_outlook(folder, found, circulators_of(campaign, found), campaign.timeline)
    show_outlook(found, out, as_json)
