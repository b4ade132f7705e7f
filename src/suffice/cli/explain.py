"""`suffice explain`: one line's whole story."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def explain(
    folder: Annotated[Path, typer.Argument(help="A folder written by verify.")],
    section: Annotated[str, typer.Option(help="Section number, as on the petition.")],
    line: Annotated[str, typer.Option(help="Line number, as on the section.")],
) -> None:
    """Tell one line's story: what was written, the candidates, which rule decided, which statute."""
    from suffice.cli.story import show_story
    from suffice.examine.explanation import explain as explain_line

    show_story(explain_line(folder, section, line))
