"""Rows of a roll's files that cannot be used, as they are handed on."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow as pa

from suffice.engine import step
from suffice.engine.delimited import quoted

REJECTED = pa.schema(
    [
        ("file", pa.string()),
        ("row", pa.int64()),
        ("column", pa.string()),
        ("found", pa.string()),
        ("reason", pa.string()),
    ]
)


def rejected_rows(connection: duckdb.DuckDBPyConnection, path: Path, misfit: str) -> pa.Table:
    """The rows of `path` that DuckDB could not part into columns and wrote into the table `misfit`, with the reason."""
    answer = connection.sql(step("roll", "misfit", {"file": quoted(path.name), "misfit": misfit}))
    return answer.to_arrow_table().cast(REJECTED)
