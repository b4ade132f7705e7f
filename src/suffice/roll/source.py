"""A voter roll as the look-up reads it: one SELECT over a file of a known layout, or over an imported snapshot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb
import pyarrow as pa

from suffice.engine.delimited import quoted, read_csv, read_head, read_whole_lines
from suffice.engine.parquet import parquet_columns
from suffice.errors import InputError
from suffice.roll.days import refuse_unreadable_days
from suffice.roll.history import former_records, with_former
from suffice.roll.layout import layout_of
from suffice.roll.rejects import REJECTED, rejected_rows
from suffice.standard.functions import roll_standard

MISFIT = "roll_misfit"
# In coalesce() so that DuckDB holds the wanted numbers and streams the roll past them: of a text file it cannot know the
# length, and of a bare IN it would hold the file instead.
WANTED = "coalesce({number} IN (SELECT record_id FROM wanted_record), false)"


@dataclass(frozen=True)
class RollSource:
    """A roll ready to be read: SELECTs in brackets of own columns, standardised columns, and record_id.

    `select` gives all its rows; `wanted` only those whose record_id stands in the table `wanted_record`, and writes
    only these alike.
    """

    connection: duckdb.DuckDBPyConnection
    select: str
    wanted: str
    layout: str
    path: Path
    text: bool
    former: bool = False
    misfit: str = MISFIT
    parts: tuple[RollSource, ...] = ()

    def rejects(self) -> pa.Table:
        """Rows of the roll that could not be read, once it has been read: file, row, column, found, reason."""
        if self.parts:
            return pa.concat_tables([part.rejects() for part in self.parts])
        if not self.text:
            return REJECTED.empty_table()
        return rejected_rows(self.connection, self.path, self.misfit)

    def with_history(self) -> RollSource:
        """The same roll and beside it the former records of its voters, from the table `roll_history`.

        Raises InputError where the roll is a snapshot that has former records already.
        """
        if self.former:
            raise InputError(
                "This snapshot holds former addresses already", file=self.path,
                remedy="Leave --history away, or import the roll anew with the other file.",
            )  # fmt: skip
        former = former_records(self.select)
        wanted = f"SELECT * FROM ({former}) WHERE {WANTED.format(number='record_id')}"
        select = with_former(self.select, former)
        return replace(self, select=f"({select})", wanted=f"({with_former(self.wanted, wanted)})", former=True)


def open_source(
    connection: duckdb.DuckDBPyConnection,
    path: Path,
    layout: str | None = None,
    *,
    copy: Path | None = None,
    misfit: str = MISFIT,
) -> RollSource:
    """The roll at `path`: an imported snapshot (Parquet), or a text file of `layout` or of one that is recognised.

    Where the file is not UTF-8, `copy` is what is read in its place, as made by `suffice.engine.inspection.readable`;
    `misfit` names the table for rows that cannot be parted.
    Raises InputError where the file is no roll, or its layout is not known.
    """
    if path.suffix == ".parquet":
        return _snapshot(connection, path)
    head = read_head(path)
    known = layout_of(head, layout)
    names = list(known.names_in(head))

    def rows(noted: str) -> str:
        if known.widths:
            return known.cut(read_whole_lines(copy or path, noted))
        return read_csv(copy or path, head.delimiter, names, noted, header=known.header)

    refuse_unreadable_days(connection, rows(f"{misfit}_begun"), known, names, path)
    text = rows(misfit)
    columns = known.own_columns(names)
    own = f"SELECT {', '.join(f'{said} AS {name}' for name, said in columns.items())}, voter_id AS record_id FROM"
    every = roll_standard(f"({own} (SELECT * FROM {text}))")
    wanted = roll_standard(f"({own} (SELECT * FROM {text} WHERE {WANTED.format(number=columns['voter_id'])}))")
    return RollSource(connection, f"({every})", f"({wanted})", known.id, path, True, misfit=misfit)


def open_parts(
    connection: duckdb.DuckDBPyConnection, path: Path, parts: Sequence[tuple[Path, Path]], layout: str | None = None
) -> RollSource:
    """The roll delivered at `path` in `parts`, each the file and its copy in UTF-8 (or itself): read as one.

    Raises InputError where the parts are of different layouts, or one is a snapshot; and like `open_source`.
    """
    sources = [
        open_source(connection, part, layout, copy=copy, misfit=f"{MISFIT}_{number}")
        for number, (part, copy) in enumerate(parts)
    ]
    if len(sources) == 1:
        return sources[0]
    for source in sources:
        if source.layout != sources[0].layout or not source.text:
            raise InputError(
                "The parts of a roll are not alike", file=source.path, found=f"layout {source.layout}",
                expected=f"layout {sources[0].layout}, like {sources[0].path.name}", remedy="Leave away what is no part of it.",
            )  # fmt: skip

    def all_of(selects: list[str]) -> str:
        return f"({' UNION ALL '.join(f'SELECT * FROM {select} AS r' for select in selects)})"

    return RollSource(
        connection, all_of([source.select for source in sources]), all_of([source.wanted for source in sources]),
        sources[0].layout, path, True, parts=tuple(sources),
    )  # fmt: skip


def no_voter(file: str) -> InputError:
    """What is said of a roll of which no row can be used."""
    return InputError(
        "There is no voter in the roll", file=file, expected="one row a voter below the header",
        remedy="Export it anew, or name another file.",
    )  # fmt: skip


def two_of_one_number(file: str, found: list[tuple[str, int]]) -> InputError:
    """What is said of a roll in which one number stands for several voters: `found` are numbers and their rows."""
    return InputError(
        "One voter_id stands for different voters", file=file, column="voter_id",
        found=", ".join(f"{voter} ({rows:,} times)" for voter, rows in found),
        expected="a number of its own for every voter",
        remedy="Ask the source of the roll which row is right, and leave the other away.",
    )  # fmt: skip


def _snapshot(connection: duckdb.DuckDBPyConnection, path: Path) -> RollSource:
    columns = parquet_columns(connection, path, "`suffice roll import`")
    source = f"read_parquet({quoted(path)})"
    if "surname" not in columns or "voter_id" not in columns:
        raise InputError(
            "This Parquet file is no snapshot of a roll", file=path, found=", ".join(columns[:8]),
            remedy="Make one of the roll's text files with `suffice roll import`",
        )  # fmt: skip
    former = "former_to" in columns
    own = f"SELECT * FROM {source}" if former else f"SELECT *, voter_id AS record_id FROM {source}"
    return RollSource(
        connection,
        f"({own})",
        f"(SELECT * FROM ({own}) WHERE {WANTED.format(number='record_id')})",
        "snapshot",
        path,
        False,
        former,
    )
