"""The known truth about a petition's lines, as `suffice mock` writes it or an office types it for a test."""

from __future__ import annotations

from pathlib import Path

import duckdb

from suffice.engine.delimited import nearest, quoted, read_csv, read_head
from suffice.engine.inspection import readable
from suffice.engine.parquet import parquet_columns
from suffice.errors import InputError
from suffice.law.profile import GROUND_NAMES

COLUMNS = ("section", "line", "voter_id", "ground")
MISFIT = "truth_misfit"


def read_truth(connection: duckdb.DuckDBPyConnection, path: Path, folder: Path) -> None:
    """Makes the table `truth` (section, line, voter_id, ground; "" for nobody and for a valid line) from CSV or Parquet.

    A file that is not UTF-8 is copied into `folder` to be read. A truth must be whole to be measured by: raises
    InputError for a missing column, a row that cannot be parted, a ground that is none, and a line that stands twice.
    """
    if path.suffix == ".parquet":
        names = parquet_columns(connection, path, "`suffice mock`")
        source = f"read_parquet({quoted(path)})"
    else:
        head = read_head(path)
        names = head.fields
        source = read_csv(readable(path, folder), head.delimiter, list(names), MISFIT)
    missing = [name for name in COLUMNS if name not in names]
    if missing:
        near = nearest(missing[0], names)
        raise InputError(
            f"The column {missing[0]} is missing", file=path, row=1, found=", ".join(names), expected=", ".join(COLUMNS),
            remedy=f"Rename {near} if it is meant." if near else "Add it.",
        )  # fmt: skip
    chosen = ", ".join(f"coalesce(trim(CAST({name} AS VARCHAR)), '') AS {name}" for name in COLUMNS)
    connection.execute(f"CREATE TABLE truth AS SELECT {chosen} FROM {source}")
    if path.suffix != ".parquet":
        _refuse_misfits(connection, path)
    _refuse_unknown_grounds(connection, path)
    _refuse_copies(connection, path)


def _refuse_misfits(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    first = connection.sql(f"SELECT line, csv_line FROM {MISFIT} ORDER BY line LIMIT 1").fetchall()
    if first:
        raise InputError(
            "The row does not have the columns of the header", file=path, row=first[0][0], found=first[0][1],
            expected=", ".join(COLUMNS), remedy="Correct the row.",
        )  # fmt: skip


def _refuse_unknown_grounds(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    said = connection.sql(
        "SELECT ground, min(section), min_by(line, section) FROM truth GROUP BY ground ORDER BY ground"
    )
    for ground, section, line in said.fetchall():
        if ground and ground not in GROUND_NAMES:
            near = nearest(ground, sorted(GROUND_NAMES))
            raise InputError(
                "This ground is not known", file=path, column="ground", found=f"{ground} (section {section} line {line})",
                expected=f"nothing for a valid line, or one of {', '.join(sorted(GROUND_NAMES))}",
                remedy=f"Did you mean {near}?" if near else "Correct it.",
            )  # fmt: skip


def _refuse_copies(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    twice = connection.sql(
        "SELECT section, line, count(*) FROM truth GROUP BY section, line HAVING count(*) > 1 ORDER BY section, line LIMIT 1"
    ).fetchall()
    if twice:
        section, line, copies = twice[0]
        raise InputError(
            f"The truth about a line stands {copies:,} times", file=path, column="line", found=f"section {section} line {line}",
            expected="one row a line", remedy="Leave the wrong one away.",
        )  # fmt: skip
