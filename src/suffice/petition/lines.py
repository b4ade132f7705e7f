"""The lines of a petition, as typed by staff or read by a machine, checked row by row."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb

from suffice.engine import step
from suffice.engine.delimited import Head, nearest, quoted, read_csv, read_head
from suffice.errors import InputError

COLUMNS = (
    "section", "line", "printed_name", "last_name", "first_name", "middle_name", "name_suffix", "residence_address",
    "city", "zip", "signed_on", "signature", "struck", "withdrawn", "circulator", "birth_date",
)  # fmt: skip
REJECTS = "line_misfit"


@dataclass(frozen=True)
class LinesReading:
    """How many rows there were, and how many of them could be used."""

    raw_count: int
    usable: int
    rejected: int


def read_lines(connection: duckdb.DuckDBPyConnection, path: Path) -> LinesReading:
    """Makes the tables `line_raw` (usable lines) and `line_rejected` (file, row, column, found, reason) from `path`.

    CSV or Parquet; columns in any order, names in any case; section, line, a name and residence_address are required.
    Dates as YYYY-MM-DD or MM/DD/YYYY; yes/no columns as yes, no, true, false, 1, 0, x. Copies of one section and line
    are all rejected. Raises InputError where no line can be used at all.
    """
    if path.suffix == ".parquet" and path.is_file():
        source, names = _parquet(connection, path)
    else:
        head = read_head(path)
        names = [_plain(field) for field in head.fields]
        source = ""
    _check(path, names)
    chosen = ", ".join(
        f"nullif(trim(CAST(\"{column}\" AS VARCHAR)), '') AS {column}"
        if column in names
        else f"CAST(NULL AS VARCHAR) AS {column}"
        for column in COLUMNS
    )
    # Rows keep the order they have in the file, so that their rowid is their number and a message can name them.
    connection.execute("SET preserve_insertion_order = true")
    connection.execute(step("petition", "functions"))
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE {REJECTS} (line UBIGINT, column_name VARCHAR, csv_line VARCHAR, error_message VARCHAR)"
    )
    if source:
        connection.execute(f"CREATE OR REPLACE TABLE line_file AS SELECT {chosen} FROM {source}")
    else:
        _read_text(connection, head, names, chosen)
    connection.execute("SET preserve_insertion_order = false")
    connection.execute(f"CREATE OR REPLACE TABLE line_checked AS {step('petition', 'line_checked')}")
    connection.execute(f"CREATE OR REPLACE TABLE line_raw AS {step('petition', 'line_raw')}")
    rejected = step("petition", "line_rejected", {"file": quoted(path.name), "misfit": REJECTS})
    connection.execute(f"CREATE OR REPLACE TABLE line_rejected AS {rejected}")
    connection.execute("DROP TABLE line_file; DROP TABLE line_checked")
    usable, unusable = _count(connection, "line_raw"), _count(connection, "line_rejected")
    if not usable:
        raise _nothing_usable(connection, path)
    return LinesReading(usable + unusable, usable, unusable)


def _read_text(connection: duckdb.DuckDBPyConnection, head: Head, names: list[str], chosen: str) -> None:
    for encoding in ("utf-8", "latin-1"):
        table = f"{REJECTS}_{encoding.replace('-', '')}"
        source = read_csv(head, names, table, encoding=encoding)
        try:
            connection.execute(f"CREATE OR REPLACE TABLE line_file AS SELECT {chosen} FROM {source}")
        except duckdb.Error as wrong:
            if encoding == "utf-8" and ("unicode" in str(wrong).lower() or "utf-8" in str(wrong).lower()):
                continue
            raise InputError(f"The file cannot be read as CSV: {str(wrong).splitlines()[0]}", file=head.path) from wrong
        unreadable = connection.sql(
            f"SELECT count(*) FROM {table} WHERE error_type = 'INVALID ENCODING' OR error_message ILIKE '%utf-8%'"
        ).fetchall()[0][0]
        if unreadable and encoding == "utf-8":
            continue
        # A row may break several rules; it is one row all the same.
        connection.execute(
            f"INSERT INTO {REJECTS} SELECT line, min(column_name), min(csv_line), min(error_message) FROM {table} GROUP BY line"
        )
        return


def _parquet(connection: duckdb.DuckDBPyConnection, path: Path) -> tuple[str, list[str]]:
    source = f"read_parquet({quoted(path)})"
    try:
        columns = connection.sql(f"SELECT * FROM {source} LIMIT 0").columns
    except duckdb.Error as wrong:
        raise InputError("This is no Parquet file", file=path, expected="a CSV or Parquet file") from wrong
    return source, [_plain(column) for column in columns]


def _plain(field: str) -> str:
    return "_".join(field.lower().replace("-", " ").replace("_", " ").split())


def _check(path: Path, names: list[str]) -> None:
    twice = sorted({name for name in names if name and names.count(name) > 1})
    if twice:
        raise InputError("A column stands twice", file=path, column=twice[0])
    missing = [name for name in ("section", "line", "residence_address") if name not in names]
    if "printed_name" not in names and "last_name" not in names:
        missing.append("printed_name")
    if missing:
        near = nearest(missing[0], names)
        raise InputError(
            f"The column {missing[0]} is missing", file=path, found=", ".join(names),
            expected="section, line, printed_name (or last_name, first_name), residence_address",
            remedy=f"Rename {near} if it is meant" if near else None,
        )  # fmt: skip


def _nothing_usable(connection: duckdb.DuckDBPyConnection, path: Path) -> InputError:
    first = connection.sql('SELECT row, "column", found, reason FROM line_rejected ORDER BY row LIMIT 1').fetchall()
    if not first:
        return InputError("There is a header but no line", file=path, expected="one row a line")
    row, column, found, reason = first[0]
    return InputError(f"No line can be used; the first says: {reason}", file=path, row=row, column=column, found=found)


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    return int(connection.sql(f"SELECT count(*) FROM {table}").fetchall()[0][0])
