"""Options that several commands share."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal

import typer


def memory_size(text: str | None) -> str | None:
    """`text` when it is a size such as 4GB or 512MB. Raises typer.BadParameter otherwise."""
    if text is not None and not re.fullmatch(r"\d+(\.\d+)?\s*[KMGT]i?B", text, re.IGNORECASE):
        raise typer.BadParameter(f"{text!r} is not a size. Give a number and a unit, such as 4GB or 512MB.")
    return text


History = Annotated[
    Path | None,
    typer.Option(
        help="Former addresses of voters, CSV or Parquet: voter_id, an address (whole or in parts), from, to."
    ),
]
Threads = Annotated[int | None, typer.Option(min=1, help="Processors to use; all, if not said.")]
Memory = Annotated[
    str | None, typer.Option(callback=memory_size, help="Most memory to use, such as 4GB; enough, if not said.")
]

EngineName = Annotated[
    Literal["duckdb", "spark"],
    typer.Option("--engine", help="Where to work: this machine, or Spark for rolls that outgrow it."),
]
Master = Annotated[
    str | None,
    typer.Option(
        help="Spark's master, such as spark://host:7077 or yarn; this machine, if not said.", show_default=False
    ),
]
