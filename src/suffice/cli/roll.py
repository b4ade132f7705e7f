"""`suffice roll`: import a voter roll, list the layouts, look a voter up."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, help="The voter roll: import it, list the known layouts, look a voter up.")
