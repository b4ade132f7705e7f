"""DuckDB: one machine, no server, the SQL files as they stand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from suffice.standard.functions import day_functions, standard_functions, standard_types

if TYPE_CHECKING:
    import pyarrow as pa

WRITING: dict[str, str | bool | int | float | list[str]] = {"async_threads": 0}
"""How DuckDB writes files: in the thread that asks. Its writers in the background may wait for ever on a full disk."""

PARQUET = "FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1"
"""The least effort of zstd: a fifth less time than its usual one, for files a twelfth larger."""


def connect(
    threads: int | None = None, memory: str | None = None, temp_directory: Path | None = None
) -> duckdb.DuckDBPyConnection:
    """An in-memory DuckDB with the standard functions, `threads` workers and at most `memory` (such as "4GB").

    The order of rows is nobody's promise here (`preserve_insertion_order` is off): steps that need an order say so.
    Raises duckdb.Error for a memory limit that DuckDB cannot read.
    """
    connection = duckdb.connect(config={"preserve_insertion_order": "false", **WRITING})
    if threads is not None:
        connection.execute(f"SET threads = {threads:d}")
    if memory is not None:
        connection.execute("SET memory_limit = $memory", {"memory": memory})
    if temp_directory is not None:
        connection.execute("SET temp_directory = $folder", {"folder": str(temp_directory)})
    for statement in [*standard_types(), *standard_functions(), *day_functions()]:
        connection.execute(statement)
    return connection


class DuckEngine:
    """Runs the steps in one DuckDB connection; `limited` says that its memory was limited by whoever asked for it."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, limited: bool = False) -> None:
        self.connection = connection
        self.limited = limited

    def make(self, name: str, select: str) -> None:
        """Makes the table `name` of what `select` gives."""
        self.connection.execute(f"CREATE OR REPLACE TABLE {name} AS {select}")

    def add(self, name: str, table: pa.Table) -> None:
        """Copies `table` into DuckDB as `name`."""
        self.connection.register("added", table)
        self.connection.execute(f"CREATE OR REPLACE TABLE {name} AS SELECT * FROM added")
        self.connection.unregister("added")

    def drop(self, name: str) -> None:
        """Gives the room of the table `name` back."""
        self.connection.execute(f"DROP TABLE IF EXISTS {name}")

    def rows(self, select: str) -> pa.Table:
        """What `select` gives, as one Arrow table."""
        return self.connection.sql(select).to_arrow_table()

    def write(self, select: str, path: Path) -> None:
        """Writes what `select` gives, in its order, to `path`: CSV (with a header) or Parquet by the ending of its name."""
        write_result(self.connection, select, path)

    def need(self, gigabytes: int) -> None:
        """Lets the steps that follow take up to so much memory, unless a limit was asked for."""
        if not self.limited:
            self.connection.execute(f"SET memory_limit = '{gigabytes:d}GB'")

    def count(self, name: str) -> int:
        """How many rows the table `name` has."""
        answer = self.connection.sql(f"SELECT count(*) FROM {name}").fetchall()
        return int(answer[0][0])


def write_result(connection: duckdb.DuckDBPyConnection, select: str, path: Path) -> None:
    """Writes what `select` gives, in its order, to `path`: CSV (with a header) or Parquet by the ending of its name."""
    form = "FORMAT csv, HEADER" if path.suffix == ".csv" else PARQUET
    quoted = str(path).replace("'", "''")
    # Written by one thread in the order asked for, whatever the number of threads: same input, same bytes.
    connection.execute(f"COPY ({select}) TO '{quoted}' ({form}, PER_THREAD_OUTPUT false)")
