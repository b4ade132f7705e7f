"""Parquet files, opened so that a damaged one is named."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import duckdb

from suffice.engine.delimited import quoted
from suffice.errors import InputError


def parquet_columns(
    connection: duckdb.DuckDBPyConnection, path: Path, maker: str, needed: Sequence[str] = ()
) -> tuple[str, ...]:
    """The columns of the Parquet file `path`, which `maker` (such as "`suffice verify`") writes.

    Raises InputError where there is no such file, where it is no Parquet or damaged, or lacks a `needed` column.
    """
    made = f"a file written by {maker}"
    if path.is_dir():
        raise InputError("This is a folder", file=path, expected=made, remedy="Name the file in it.")
    if not path.exists():
        raise InputError("There is no such file", file=path, expected=made, remedy=f"Make it with {maker}.")
    try:
        columns = tuple(connection.sql(f"SELECT * FROM read_parquet({quoted(path)}) LIMIT 0").columns)
    except duckdb.Error as wrong:
        raise InputError(
            "This is no Parquet file, or it is damaged", file=path, expected=made, remedy=f"Make it with {maker}."
        ) from wrong
    missing = [name for name in needed if name not in columns]
    if missing:
        raise InputError(
            "A column is missing", file=path, column=missing[0], found=", ".join(columns[:12]), expected=made,
            remedy=f"Make it with {maker}.",
        )  # fmt: skip
    return columns
