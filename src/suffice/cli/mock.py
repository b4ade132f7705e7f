"""`suffice mock`: a petition whose truth is known."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

FILES = frozenset(
    {
        "petition.toml",
        "roll.csv",
        "roll.parquet",
        "lines.csv",
        "lines.parquet",
        "truth.csv",
        "truth.parquet",
        "history.csv",
    }
)


class Noise(StrEnum):
    """How the lines were read."""

    CLERK = "clerk"
    OCR = "ocr"


class Kind(StrEnum):
    """Who signed."""

    COUNTY = "county"
    HOUSEHOLDS = "households"


class Format(StrEnum):
    """How roll and lines are written."""

    CSV = "csv"
    PARQUET = "parquet"


def mock(
    out: Annotated[Path, typer.Argument(help="Folder to make.")],
    voters: Annotated[int, typer.Option(min=1, help="Voters on the roll.")] = 283_428,
    lines: Annotated[int, typer.Option(min=1, help="Lines on the petition.")] = 35_792,
    seed: Annotated[int, typer.Option(min=0, help="Same seed, same files.")] = 1,
    noise: Annotated[Noise, typer.Option(help="Slips of people who type, or of a machine that reads.")] = Noise.CLERK,
    kind: Annotated[
        Kind, typer.Option(help="A county's mix of signers, or unregistered relatives only.")
    ] = Kind.COUNTY,
    format: Annotated[Format, typer.Option(help="How roll and lines are written.")] = Format.CSV,
    history: Annotated[
        bool, typer.Option("--history", help="Also write former addresses, some of them given by signers.")
    ] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace an earlier mock petition.")] = False,
) -> None:
    """Make a mock petition, its roll and the truth about every line.

    For training, for the logic-and-accuracy test and for benchmarks. No person in it is real.
    """
    from suffice.cli.console import results
    from suffice.cli.folders import result_folder
    from suffice.cli.progress import shown
    from suffice.mock.petition import make_mock

    with result_folder(out, FILES, overwrite) as folder, shown() as progress:
        make_mock(folder, voters, lines, seed, noise.value, kind.value, format.value, progress, history)
    results().print(f"A mock petition of {lines:,} lines and {voters:,} voters stands in {out}", markup=False)
