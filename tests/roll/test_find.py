"""What a clerk types, and whom it finds."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest

from suffice.errors import InputError
from suffice.roll.find import Finder
from suffice.roll.snapshot import houses_of, import_roll

ROLL = """voter_id,last_name,first_name,house_number,street_name,street_type,city,zip
V1,SMITH,JOHN,704,ELM,ST,ROSEFIELD,90215
V2,SMITHSON,ANN,704,OAK,ST,ROSEFIELD,90215
V3,SMITH,JOAN,12,ELM,ST,ROSEFIELD,90215
V4,GARCIA,MARIA,704,ELM,ST,ROSEFIELD,90215
V5,O'BRIEN,MARY,9,ELM,ST,ROSEFIELD,90215
"""


@pytest.fixture(scope="module")
def finder(tmp_path_factory: pytest.TempPathFactory) -> Finder:
    folder = tmp_path_factory.mktemp("roll")
    (folder / "roll.csv").write_text(ROLL, encoding="utf-8")
    import_roll([folder / "roll.csv"], folder / "roll.parquet", threads=1)
    return Finder(folder / "roll.parquet")


@pytest.mark.parametrize(
    ("typed", "voters"),
    [
        ("704smi", ["V1", "V2"]),
        ("smi 704", ["V1", "V2"]),
        ("smith 704", ["V1", "V2"]),
        ("smtih 704", ["V1", "V2"]),
        ("smith john", ["V1"]),
        ("john smith", ["V1"]),
        ("jon smith", ["V3", "V1"]),
        ("smith jo", ["V3", "V1"]),
        ("garcai maria", ["V4"]),
        ("o'brien 9", ["V5"]),
        ("9obrien", ["V5"]),
        ("quartermain 704", []),
        ("705smi", []),
    ],
)
def test_found(finder: Finder, typed: str, voters: list[str]) -> None:
    assert [found.voter_id for found in finder.find(typed)] == voters


def test_nothing_to_look_for(finder: Finder) -> None:
    with pytest.raises(InputError, match="704smi"):
        finder.find(" ?! ")


def test_two_voters_of_one_number_are_refused_and_nothing_is_left(tmp_path: Path) -> None:
    path = tmp_path / "roll.csv"
    path.write_text(ROLL + "V1,OTHER,PERSON,1,ELM,ST,ROSEFIELD,90215\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"V1 \(2 times\)"):
        import_roll([path], tmp_path / "roll.parquet", threads=1)
    assert [entry.name for entry in tmp_path.iterdir()] == ["roll.csv"]


def test_a_row_that_stands_twice_is_taken_once(tmp_path: Path) -> None:
    path = tmp_path / "roll.csv"
    path.write_text(ROLL + ROLL.splitlines()[1] + "\n" + ",NOBODY,ANN,1,ELM,ST,ROSEFIELD,90215\n", encoding="utf-8")
    result = import_roll([path], tmp_path / "roll.parquet", threads=1)
    assert (result.voters, result.copies, result.rejects.num_rows) == (5, 1, 1)
    assert houses_of(result.snapshot).is_file()


def test_a_roll_in_parts_packed_and_unpacked(tmp_path: Path) -> None:
    header, *voters = ROLL.splitlines()
    (tmp_path / "a.csv").write_text("\n".join([header, *voters[:2]]) + "\n", encoding="utf-8")
    with gzip.open(tmp_path / "b.csv.gz", "wt", encoding="utf-8") as file:
        file.write("\n".join([header, *voters[2:4]]) + "\n")
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        archive.writestr("inner/c.txt", "\n".join([header, *voters[4:]]) + "\n")
    parts = [tmp_path / name for name in ("c.zip", "b.csv.gz", "a.csv")]
    result = import_roll(parts, tmp_path / "roll.parquet", threads=1)
    assert (result.voters, result.rejects.num_rows) == (5, 0)
    left = {entry.name for entry in tmp_path.iterdir()}
    assert left == {"a.csv", "b.csv.gz", "c.zip", "roll.parquet", "roll.houses.parquet"}
