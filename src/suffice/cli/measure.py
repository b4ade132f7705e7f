"""`suffice measure`: the logic-and-accuracy test."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def measure(
    folder: Annotated[Path, typer.Argument(help="A folder written by verify.")],
    truth: Annotated[Path, typer.Option(help="The known truth, as written by mock.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Compare proposed dispositions with a known truth."""
    from suffice.cli.figures import show_measurement
    from suffice.examine.measurement import measure as measure_folder

    show_measurement(measure_folder(folder, truth), as_json)
