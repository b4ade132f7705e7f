"""FEBRL 4 is halved as said, and its lines are judged rightly."""

import csv
from pathlib import Path

import duckdb
import pytest

pytest.importorskip("recordlinkage", reason="the peers of the benchmarks are not installed")

from benchmarks.febrl import differences, judged, written


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
    assert counts == {
        "kept": 4,
        "removed": 4996,
        "right": 1,
        "valid": 1,
        "shown": 0,
        "first": 2,
        "accepted": 1,
        "review": 1,
    }


def test_differences_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "roll.csv").write_text(
        "voter_id,last_name,first_name,address\n"
        "0,green,anna,1 elm street\n1,green,anna,1 elm street\n2,green,anna,1 elm street\n3,green,anna,1 elm street\n"
        "4,green,anna,1 elm street\n5,green,anna,1 elm street\n6,,anna,1 elm street\n7,green,anna,1 elm street\n",
        encoding="utf-8",
    )
    (tmp_path / "lines.csv").write_text(
        "section,line,last_name,first_name,residence_address\n"
        "1,0,green,anna,1 elm street\n1,1,,anna,1 elm street\n1,2,anna,green,1 elm street\n1,3,green,piotr,1 elm street\n"
        "1,4,green,anna,10 elm street\n1,5,grene,anna,1 elm street\n1,6,green,anna,1 elm street\n1,7,green,anna,elm\n",
        encoding="utf-8",
    )
    with duckdb.connect() as connection:
        connection.sql(
            "SELECT '1' AS section, unnest(range(8))::VARCHAR AS line, CASE line WHEN '0' THEN '0' END AS voter_id"
        ).write_parquet(str(tmp_path / "out" / "dispositions.parquet"))
        connection.sql("SELECT '1' AS section, '3' AS line, 1 AS rank, '3' AS voter_id").write_parquet(
            str(tmp_path / "out" / "candidates.parquet")
        )
    # Line 0 was named and is not among them; of the others only line 3 was ranked first.
    assert sorted(differences(tmp_path)) == [
        ("slips alone", 1, 0),
        ("surname and given name in each other's place", 1, 0),
        ("the given name is another", 1, 1),
        ("the house number is another", 1, 0),
        ("the line lacks house number or street", 1, 0),
        ("the line lacks surname or given name", 1, 0),
        ("the roll lacks surname or given name", 1, 0),
    ]
