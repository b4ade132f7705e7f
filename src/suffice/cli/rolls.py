"""What is said of voter rolls on the terminal."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from rich.table import Table

from suffice.cli.console import results

if TYPE_CHECKING:
    # A question at the keyboard does not wait for what reads a roll.
    from suffice.roll.find import Found
    from suffice.roll.layout import Layout
    from suffice.roll.snapshot import ImportResult

DELIMITERS = {",": "comma", "\t": "tab", "|": "pipe", ";": "semicolon"}


def write_rejects(made: ImportResult) -> Path | None:
    """Writes the rows that could not be used beside the snapshot, and gives that file; None where there are none.

    An earlier import's file of that name is removed, so that it cannot be taken for this one's.
    """
    import pyarrow.csv

    path = made.snapshot.with_suffix(".rejects.csv")
    if made.rejects.num_rows == 0:
        path.unlink(missing_ok=True)
        return None
    beside = path.with_suffix(".part")
    pyarrow.csv.write_csv(made.rejects, beside)
    beside.replace(path)
    return path


def show_import(made: ImportResult, rejects: Path | None) -> None:
    """Says what an import made."""
    console = results()
    console.print(
        f"{made.voters:,} voters of layout {made.layout} stand in {made.snapshot}", markup=False, soft_wrap=True
    )
    if made.copies:
        console.print(f"{made.copies:,} rows stood twice to the letter and were taken once", markup=False)
    if rejects is not None:
        words = f"{made.rejects.num_rows:,} rows could not be used; they stand in {rejects}"
        console.print(words, markup=False, soft_wrap=True)


def show_layouts(known: Sequence[Layout]) -> None:
    """Lists the layouts with how their files are recognised."""
    table = Table(title="Layouts of voter files", title_justify="left")
    for heading in ("Layout", "Files", "Header", "Delimiter"):
        table.add_column(heading)
    table.add_column("Columns", justify="right")
    for layout in known:
        delimiter = DELIMITERS.get(layout.delimiter, layout.delimiter)
        table.add_row(layout.id, layout.title, "yes" if layout.header else "no", delimiter, f"{len(layout.names):,}")
    results().print(table)


def show_found(found: Sequence[Found], as_json: bool) -> None:
    """Lists voters, the best first."""
    console = results()
    if as_json:
        text = json.dumps([asdict(voter) for voter in found], indent=2, ensure_ascii=False)
        console.print(text, markup=False, soft_wrap=True)
        return
    if not found:
        console.print("No voter fits. Fewer letters find more.")
        return
    table = Table(show_lines=False)
    for heading in ("Voter", "Name", "Address", "City", "Zip", "Status", "Registered"):
        table.add_column(heading)
    for voter in found:
        table.add_row(
            voter.voter_id, voter.name, voter.address, voter.city, voter.zip, voter.status, voter.registered_on
        )
    console.print(table)
