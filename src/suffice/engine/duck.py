"""A DuckDB connection that knows how names and addresses are written alike."""

from __future__ import annotations

from pathlib import Path

import duckdb

from suffice.standard.functions import standard_functions


def connect(
    threads: int | None = None, memory: str | None = None, temp_directory: Path | None = None
) -> duckdb.DuckDBPyConnection:
    """An in-memory DuckDB with the standard functions, `threads` workers and at most `memory` (such as "4GB").

    The order of rows is nobody's promise here (`preserve_insertion_order` is off): steps that need an order say so.
    Raises duckdb.Error for a memory limit that DuckDB cannot read.
    """
    connection = duckdb.connect(config={"preserve_insertion_order": "false"})
    if threads is not None:
        connection.execute(f"SET threads = {threads:d}")
    if memory is not None:
        connection.execute("SET memory_limit = $memory", {"memory": memory})
    if temp_directory is not None:
        connection.execute("SET temp_directory = $folder", {"folder": str(temp_directory)})
    for function in standard_functions():
        connection.execute(function)
    return connection
