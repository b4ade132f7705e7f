"""Writes a mock's tables to files, piece by piece, the same bytes every time."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from suffice.engine.duck import WRITING


def write_csv(pieces: Iterable[pa.RecordBatch], schema: pa.Schema, out: Path, threads: int | None = None) -> None:
    """Writes `pieces` to the CSV file `out`, in their order whatever the number of threads, with a header row."""
    reader = pa.RecordBatchReader.from_batches(schema, pieces)
    connection = duckdb.connect(config={"preserve_insertion_order": "true", **WRITING})
    if threads is not None:
        connection.execute(f"SET threads = {threads:d}")
    connection.register("piece", reader)
    connection.execute(f"COPY (SELECT * FROM piece) TO '{_quoted(out)}' (FORMAT csv, HEADER true)")
    connection.close()


def write_parquet(pieces: Iterable[pa.RecordBatch], schema: pa.Schema, out: Path) -> None:
    """Writes `pieces` to the Parquet file `out`, each as a row group."""
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        for piece in pieces:
            writer.write_batch(piece)


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
