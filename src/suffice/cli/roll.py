"""`suffice roll`: import a voter roll, list the layouts, look a voter up."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from suffice.cli.options import History, Memory, Threads

app = typer.Typer(no_args_is_help=True, help="The voter roll: import it, list the known layouts, look a voter up.")


@app.command("import")
def import_(
    files: Annotated[
        list[Path], typer.Argument(help="The roll's file, all its parts, or a folder of them; also .gz and .zip.")
    ],
    out: Annotated[Path, typer.Option(help="The snapshot to make, a name ending in .parquet.")],
    layout: Annotated[str | None, typer.Option(help="Layout of the files, where it is not recognised.")] = None,
    history: History = None,
    threads: Threads = None,
    memory: Memory = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace an earlier snapshot.")] = False,
) -> None:
    """Make a snapshot of a voter roll: read once, used often.

    Rows that cannot be used are counted and written beside it, with their reason.
    """
    from suffice.cli.folders import refuse_existing_file
    from suffice.cli.progress import shown
    from suffice.cli.rolls import show_import, write_rejects
    from suffice.roll.snapshot import import_roll

    refuse_existing_file(out, overwrite)
    with shown() as progress:
        made = import_roll(
            files, out, layout=layout, history=history, threads=threads, memory=memory, progress=progress
        )
    show_import(made, write_rejects(made))


@app.command("layouts")
def layouts() -> None:
    """List the layouts of voter files that are recognised."""
    from suffice.cli.rolls import show_layouts
    from suffice.roll.layout import layouts as known

    show_layouts(known())


@app.command("find")
def find(
    snapshot: Annotated[Path, typer.Argument(help="A snapshot made by roll import.")],
    text: Annotated[str, typer.Argument(help="House number and letters of the name, such as 704smi or 'smith john'.")],
    limit: Annotated[int, typer.Option(min=1, help="Most voters to list.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="Print the voters as JSON.")] = False,
) -> None:
    """Look voters up by house number and the first letters of a name, in any order, slips forgiven."""
    from suffice.cli.rolls import show_found
    from suffice.roll.find import Finder

    finder = Finder(snapshot)
    try:
        show_found(finder.find(text, limit), as_json)
    finally:
        finder.close()
