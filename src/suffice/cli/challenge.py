"""`suffice challenge`: rejected lines, likeliest to be overturned first."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def challenge(
    petition: Annotated[Path, typer.Argument(help="The petition file (petition.toml).")],
    rejected: Annotated[Path, typer.Option(help="The rejected lines as the office delivers them (CSV).")],
    valid: Annotated[int, typer.Option(min=0, help="Valid signatures by the certificate.")],
    out: Annotated[Path, typer.Option(help="Folder to make.")],
    verified: Annotated[
        Path | None, typer.Option(help="Folder of `suffice verify` on the campaign's own copy of the lines.")
    ] = None,
    sheets: Annotated[int, typer.Option(min=0, help="Lines to print a sheet for, from the top.")] = 100,
    seed: Annotated[int, typer.Option(min=0, help="Same seed, same figures.")] = 1,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace an earlier result in the folder.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Which rejections should be examined first, and can they make up the shortfall?

    Ranks the rejected lines by how likely the rejection is to fall, with ground, statute and evidence, and prints a sheet a line.
    """
    from suffice.cli.folders import result_folder
    from suffice.cli.shortfall import show_challenge
    from suffice.outlook.challenge import challenge as challenged
    from suffice.outlook.challenge import law_applied
    from suffice.outlook.rejected import read_own, read_rejected
    from suffice.outlook.situation import judging_profile, required_of
    from suffice.petition.petition import read_petition_file
    from suffice.report.challenge import FILES, write_challenge

    with result_folder(out, FILES, overwrite) as folder:
        profile, judged = judging_profile(petition)
        lines, needed = read_rejected(rejected, profile.grounds), required_of(petition)
        own = None if verified is None else read_own(verified)
        law = law_applied(profile, judged, needed, lines)
        found = challenged(needed.required, valid, lines, own, seed, law=law)
        write_challenge(folder, found, profile, read_petition_file(petition).title, sheets)
    show_challenge(found, out, as_json)
