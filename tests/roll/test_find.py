"""What a clerk types, and whom it finds."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest

from suffice.errors import InputError
from suffice.roll.find import Finder
from suffice.roll.snapshot import import_roll
from suffice.roll.words import words_of

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
        ("704", ["V4", "V1", "V2"]),
        ("smith", ["V3", "V1", "V2"]),
        ("smith john", ["V1", "V3"]),
        ("john smith", ["V1", "V3"]),
        ("jon smith", ["V3", "V1"]),
        ("jonh smtih", ["V1"]),
        ("smith jo", ["V3", "V1"]),
        ("garcai maria", ["V4"]),
        ("smith john 704", ["V1"]),
        ("smith john 740", ["V1"]),
        ("smith john 12", ["V3"]),
        ("o brien mary", ["V5"]),
        ("mary o brien", ["V5"]),
        ("o'brien 9", ["V5"]),
        ("9obrien", ["V5"]),
        ("quartermain 704", []),
        ("705smi", ["V1", "V2"]),
        ("13smi", []),
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
    assert words_of(result.snapshot).is_file()


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
    assert left == {"a.csv", "b.csv.gz", "c.zip", "roll.parquet", "roll.words.parquet"}


def test_the_words_of_another_roll_are_refused(tmp_path: Path) -> None:
    for name, text in (("a", ROLL), ("b", "\n".join(ROLL.splitlines()[:3]) + "\n")):
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
        import_roll([tmp_path / f"{name}.csv"], tmp_path / f"{name}.parquet", threads=1)
    words_of(tmp_path / "b.parquet").replace(words_of(tmp_path / "a.parquet"))
    with pytest.raises(InputError, match="words of another roll"):
        Finder(tmp_path / "a.parquet")
    with pytest.raises(InputError, match=r"b\.words\.parquet: There is no such file"):
        Finder(tmp_path / "b.parquet")


def test_a_voter_is_found_where_he_is_registered_now(tmp_path: Path) -> None:
    (tmp_path / "roll.csv").write_text(ROLL, encoding="utf-8")
    former = "voter_id,address,city,zip,from,to\nV1,12 ELM ST,ROSEFIELD,90215,2015-01-01,2020-01-01\n"
    (tmp_path / "former.csv").write_text(former, encoding="utf-8")
    result = import_roll([tmp_path / "roll.csv"], tmp_path / "roll.parquet", history=tmp_path / "former.csv", threads=1)
    finder = Finder(result.snapshot)
    assert [(one.voter_id, one.address) for one in finder.find("smith john")] == [
        ("V1", "704 ELM ST"),
        ("V3", "12 ELM ST"),
    ]
    assert [one.voter_id for one in finder.find("12 smith")] == ["V3"]


def test_the_list_goes_on_past_the_fewest_slips_only_up_to_ten(tmp_path: Path) -> None:
    names = ["SMITH"] * 3 + ["SMYTH"] * 12
    rows = [f"V{number:02d},{name},ANN,{number},ELM ST,ROSEFIELD,90215" for number, name in enumerate(names)]
    (tmp_path / "roll.csv").write_text(
        "\n".join(["voter_id,last_name,first_name,house_number,street_name,city,zip", *rows, ""]), encoding="utf-8"
    )
    finder = Finder(import_roll([tmp_path / "roll.csv"], tmp_path / "roll.parquet", threads=1).snapshot)
    assert [one.slips for one in finder.find("smith")] == [0] * 3 + [1] * 7
    assert [one.slips for one in finder.find("smyth")] == [0] * 12
    assert len(finder.find("smyth", limit=4)) == 4
