"""The lines of a petition, as typed by staff or read by a machine, checked row by row."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from suffice.engine import step
from suffice.engine.delimited import nearest, quoted, read_csv, read_head
from suffice.engine.inspection import blank_rows, line_ends, readable, rows_at
from suffice.errors import InputError
from suffice.petition.rows import rows_in_file

COLUMNS = (
    "section", "line", "printed_name", "last_name", "first_name", "middle_name", "name_suffix", "residence_address",
    "city", "zip", "signed_on", "signature", "struck", "withdrawn", "circulator", "birth_date",
)  # fmt: skip
REJECTS = "line_misfit"
CUT = 9_996
"""Of a row it could not part DuckDB keeps 10,000 bytes, less those of a letter cut in two; a longer one swallowed others."""
_PLACED = pa.schema([("row_id", pa.int64()), ("row", pa.int64())])


@dataclass(frozen=True)
class LinesReading:
    """How many rows there were, and how many of them could be used."""

    raw_count: int
    usable: int
    rejected: int


def read_lines(connection: duckdb.DuckDBPyConnection, path: Path, folder: Path) -> LinesReading:
    """Makes the tables `line_raw` (usable lines) and `line_rejected` (file, row, column, found, reason) from `path`.

    CSV or Parquet; columns in any order, names in any case; section, line, a name and residence_address are required.
    Dates as YYYY-MM-DD or MM/DD/YYYY; yes/no columns as yes, no, true, false, 1, 0, x. Copies of one section and line
    are all rejected. A file that is not UTF-8 is copied into `folder` to be read. Raises InputError where no line can be
    used at all, for what is no text, and for a quotation mark that swallows the rest of the file.
    """
    if path.suffix == ".parquet" and path.is_file():
        source, names = _parquet(connection, path)
        head, copy = None, path
    else:
        head = read_head(path)
        names = [_plain(field) for field in head.fields]
        source = ""
    _check(path, names)
    # Rows keep the order they have in the file, so that their rowid is their number and a message can name them.
    connection.execute("SET preserve_insertion_order = true")
    connection.execute(step("petition", "functions"))
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE {REJECTS} (place UBIGINT, column_name VARCHAR, csv_line VARCHAR, reason VARCHAR)"
    )
    if head is not None:
        copy = readable(path, folder)
        source = read_csv(copy, head.delimiter, names, f"{REJECTS}_seen")
    # A file has at least as many line ends as rows. Only where it has more than that may cells hold some; then they are
    # counted, in a second reading.
    long_cells = False
    try:
        connection.execute(
            f"CREATE OR REPLACE TABLE line_file AS SELECT {_chosen(names)}, 0 AS swallowed FROM {source}"
        )
        if head is not None:
            connection.execute(f"INSERT INTO {REJECTS} {step('petition', 'line_misfit', {'seen': f'{REJECTS}_seen'})}")
            long_cells = line_ends(copy) > 1 + _count(connection, "line_file") + _count(connection, REJECTS)
        if head is not None and long_cells:
            source = read_csv(copy, head.delimiter, names, f"{REJECTS}_again")
            swallowed = " + ".join(_swallowed(name, head.delimiter, len(names)) for name in names)
            connection.execute(
                f"CREATE OR REPLACE TABLE line_file AS SELECT {_chosen(names)}, {swallowed} AS swallowed FROM {source}"
            )
    except duckdb.InvalidInputException as wrong:
        first = str(wrong).splitlines()[0]
        raise InputError(f"The file cannot be read as CSV: {first}", file=path, remedy="Export it anew.") from wrong
    connection.execute("SET preserve_insertion_order = false")
    connection.execute(f"CREATE OR REPLACE TABLE line_checked AS {step('petition', 'line_checked', _ends(long_cells))}")
    connection.execute(f"CREATE OR REPLACE TABLE line_raw AS {step('petition', 'line_raw')}")
    _place_rejects(connection, path, copy)
    rejected = step("petition", "line_rejected", {"file": quoted(path.name), "misfit": REJECTS})
    connection.execute(f"CREATE OR REPLACE TABLE line_rejected AS {rejected}")
    connection.execute("DROP TABLE line_file; DROP TABLE line_checked; DROP TABLE line_place; DROP TABLE misfit_place")
    usable, unusable = _count(connection, "line_raw"), _count(connection, "line_rejected")
    if not usable:
        raise _nothing_usable(connection, path)
    return LinesReading(usable + unusable, usable, unusable)


def _chosen(names: list[str]) -> str:
    return ", ".join(
        f"nullif(trim(CAST(\"{column}\" AS VARCHAR)), '') AS {column}"
        if column in names
        else f"CAST(NULL AS VARCHAR) AS {column}"
        for column in COLUMNS
    )


def _ends(long_cells: bool) -> dict[str, str | int | float]:
    counted = " + ".join(f"line_ends(coalesce({column}, ''))" for column in COLUMNS)
    return {"line_ends": counted if long_cells else "0"}


def _swallowed(name: str, delimiter: str, columns: int) -> str:
    return f"swallowed({_identifier(name)}, {quoted(delimiter)}, {columns})"


def _identifier(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _place_rejects(connection: duckdb.DuckDBPyConnection, path: Path, copy: Path) -> None:
    """Makes `line_place` (row_id, row) and `misfit_place` (place, row): where the rows that are rejected stand in the file."""
    wanted = [row[0] for row in connection.sql("SELECT row_id FROM line_checked WHERE wrong IS NOT NULL").fetchall()]
    misfits = connection.sql(f"SELECT place, csv_line FROM {REJECTS}").fetchall()
    connection.execute("CREATE OR REPLACE TABLE line_place (row_id BIGINT, row BIGINT)")
    connection.execute("CREATE OR REPLACE TABLE misfit_place (place UBIGINT, row BIGINT)")
    if not wanted and not misfits:
        return
    text = path.suffix != ".parquet"
    starts = rows_at(copy, [place for place, _ in misfits]) if misfits else {}
    for place, line in misfits:
        if len(line.encode()) >= CUT:
            raise InputError(
                "A quotation mark opens in this row and is not closed where the row ends", file=path, row=starts[place],
                found=line, remedy="Correct the row; rows after it cannot be told apart.",
            )  # fmt: skip
    taken = [starts[place] + more for place, line in misfits for more in range(1 + line.rstrip("\r\n").count("\n"))]
    longer = connection.sql("SELECT row_id, line_ends FROM line_checked WHERE line_ends > 0").fetchall()
    rows = rows_in_file(wanted, [1, *(blank_rows(copy) if text else []), *taken], dict(longer))
    connection.register("placed", pa.table({"row_id": list(rows), "row": list(rows.values())}, _PLACED))
    connection.execute("INSERT INTO line_place SELECT * FROM placed")
    connection.unregister("placed")
    connection.register("placed", pa.table({"row_id": list(starts), "row": list(starts.values())}, _PLACED))
    connection.execute("INSERT INTO misfit_place SELECT * FROM placed")
    connection.unregister("placed")


def _parquet(connection: duckdb.DuckDBPyConnection, path: Path) -> tuple[str, list[str]]:
    source = f"read_parquet({quoted(path)})"
    try:
        columns = connection.sql(f"SELECT * FROM {source} LIMIT 0").columns
    except duckdb.Error as wrong:
        raise InputError(
            "This is no Parquet file, or it is damaged", file=path, expected="a CSV or Parquet file",
            remedy="Export it anew.",
        ) from wrong  # fmt: skip
    return source, [_plain(column) for column in columns]


def _plain(field: str) -> str:
    return "_".join(field.lower().replace("-", " ").replace("_", " ").split())


def _check(path: Path, names: list[str]) -> None:
    twice = sorted({name for name in names if name and names.count(name) > 1})
    if twice:
        raise InputError(
            "A column stands twice", file=path, row=1, column=twice[0], remedy="Rename or remove one of them."
        )
    missing = [name for name in ("section", "line", "residence_address") if name not in names]
    if "printed_name" not in names and "last_name" not in names:
        missing.append("printed_name")
    if missing:
        near = nearest(missing[0], names)
        raise InputError(
            f"The column {missing[0]} is missing", file=path, row=1, found=", ".join(names),
            expected="section, line, printed_name (or last_name, first_name), residence_address",
            remedy=f"Rename {near} if it is meant" if near else "Add it, or name the file that has it.",
        )  # fmt: skip


def _nothing_usable(connection: duckdb.DuckDBPyConnection, path: Path) -> InputError:
    first = connection.sql('SELECT row, "column", found, reason FROM line_rejected ORDER BY row LIMIT 1').fetchall()
    if not first:
        return InputError(
            "There is a header but no line", file=path, expected="one row a line", remedy="Export it anew."
        )
    row, column, found, reason = first[0]
    return InputError(
        f"No line can be used; of the first: {reason}", file=path, row=row, column=column, found=found,
        remedy="Correct the file.",
    )  # fmt: skip


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    return int(connection.sql(f"SELECT count(*) FROM {table}").fetchall()[0][0])
