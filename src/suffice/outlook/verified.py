"""A folder of `suffice verify`, opened for questions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from suffice.engine.duck import connect
from suffice.errors import InputError


@contextmanager
def opened(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The folder's lines and dispositions as the tables `line_read` and `disposition_read`.

    Raises InputError where the folder holds no verification.
    """
    for name in ("lines.parquet", "dispositions.parquet"):
        if not (folder / name).is_file():
            raise InputError(
                "This folder holds no verification",
                file=folder,
                found=f"no {name}",
                remedy="Name a folder of `suffice verify`",
            )
    database = connect()
    try:
        for table, name in (("line_read", "lines.parquet"), ("disposition_read", "dispositions.parquet")):
            database.read_parquet(str(folder / name)).to_table(table)
        yield database
    finally:
        database.close()
