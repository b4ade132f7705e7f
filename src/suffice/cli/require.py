"""`suffice require`: how many signatures."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def require(
    petition: Annotated[Path, typer.Argument(help="The petition file (petition.toml).")],
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    """Show how many valid signatures a petition needs, and how the law reckons it."""
    from suffice.cli.requirements import show_requirement
    from suffice.report.requirement import requirement_report

    show_requirement(requirement_report(petition), as_json)
