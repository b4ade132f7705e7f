"""A voter roll as the look-up reads it: one SELECT over a file of a known layout, or over an imported snapshot."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from suffice.engine.delimited import encoding_of, quoted, read_csv, read_head
from suffice.errors import InputError
from suffice.roll.layout import Layout, layout_of
from suffice.standard.functions import roll_standard

REJECTED = pa.schema(
    [
        ("file", pa.string()),
        ("row", pa.int64()),
        ("column", pa.string()),
        ("found", pa.string()),
        ("reason", pa.string()),
    ]
)
MISFIT = "roll_misfit"
# In coalesce() so that DuckDB holds the wanted numbers and streams the roll past them: of a text file it cannot know the
# length, and of a bare IN it would hold the file instead.
WANTED = "coalesce(record_id IN (SELECT record_id FROM wanted_record), false)"


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

    def rejects(self) -> pa.Table:
        """Rows of the roll that could not be read, once it has been read: file, row, column, found, reason."""
        if not self.text:
            return REJECTED.empty_table()
        answer = self.connection.sql(
            f'SELECT {quoted(self.path.name)} AS file, CAST(line AS BIGINT) AS row, min(column_name) AS "column", '
            f"left(min(csv_line), 120) AS found, min(error_message) AS reason FROM {MISFIT} GROUP BY line ORDER BY line"
        )
        return answer.to_arrow_table().cast(REJECTED)


def open_source(connection: duckdb.DuckDBPyConnection, path: Path, layout: str | None = None) -> RollSource:
    """The roll at `path`: an imported snapshot (Parquet), or a text file of `layout` or of one that is recognised.

    Raises InputError where the file is no roll, or its layout is not known.
    """
    if path.suffix == ".parquet":
        return _snapshot(connection, path)
    head = read_head(path)
    known = layout_of(head, layout)
    names = list(known.names_in(head))
    # Where a state's files are known to come in two encodings, each file is looked at by itself.
    encoding = encoding_of(path) if known.encoding == "latin-1" else known.encoding
    text = read_csv(head, names, MISFIT, header=known.header, encoding=encoding)
    own = f"SELECT {_own(known, names)}, voter_id AS record_id FROM (SELECT * FROM {text})"
    wanted = roll_standard(f"(SELECT * FROM ({own}) WHERE {WANTED})")
    return RollSource(connection, f"({roll_standard(f'({own})')})", f"({wanted})", known.id, path, True)


def _own(layout: Layout, names: list[str]) -> str:
    return ", ".join(f"{expression} AS {column}" for column, expression in layout.own_columns(names).items())


def _snapshot(connection: duckdb.DuckDBPyConnection, path: Path) -> RollSource:
    if not path.is_file():
        raise InputError("There is no such file", file=path)
    source = f"read_parquet({quoted(path)})"
    try:
        columns = connection.sql(f"SELECT * FROM {source} LIMIT 0").columns
    except duckdb.Error as wrong:
        raise InputError(
            "This is no Parquet file", file=path, expected="a snapshot made by `suffice roll import`"
        ) from wrong
    if "surname" not in columns or "voter_id" not in columns:
        raise InputError(
            "This Parquet file is no snapshot of a roll", file=path, found=", ".join(columns[:8]),
            remedy="Make one with `suffice roll import`",
        )  # fmt: skip
    own = f"SELECT *, voter_id AS record_id FROM {source}"
    return RollSource(connection, f"({own})", f"(SELECT * FROM ({own}) WHERE {WANTED})", "snapshot", path, False)
