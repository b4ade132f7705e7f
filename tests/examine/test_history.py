"""Lines that give a former address.

Expected by hand from 2 CCR 20931 (moved during circulation, registered at one of the two addresses during circulation: the
line counts) and Elec. Code 105(a)(1) (otherwise the address must be the registered one).
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from tests.examine.conftest import PETITION, ROLL

from suffice.errors import InputError
from suffice.examine.explanation import explain
from suffice.examine.verification import verify
from suffice.roll.find import Finder
from suffice.roll.snapshot import import_roll

VOTERS = [
    # Moved to Hill Street on 1 April, while the petition circulated (27 January to 6 July).
    "V1,VANDERBERG,THEODORA,,,2222,HILL,ST,,VISTA GRANDE,90012,active,,2022-04-01,2022-04-02,1970-02-03,Example County",
    # Moved years before.
    "V2,ABERNATHY,CLAYTON,,,99,PARK,LN,,VISTA GRANDE,90012,active,,2015-01-01,2015-01-05,1970-02-03,Example County",
    # Father and son of one name; the father moved out of the house before the petition began.
    "V3,KOWALSKI,THOMAS,,,55,ELM,DR,,ROSEFIELD,90215,active,,2021-06-01,2021-06-02,1950-02-03,Example County",
    "V4,KOWALSKI,THOMAS,,,4,GRAND,AVE,,VISTA GRANDE,90012,active,,2010-01-01,2010-01-05,1980-02-03,Example County",
]
HISTORY = """voter_id,house_number,street_name,street_type,city,zip,from,to
V1,640,MAPLE,BLVD,ROSEFIELD,90215,2010-05-01,2022-03-31
V2,310,OAK,CT,ROSEFIELD,90215,,2014-12-31
V3,4,GRAND,AVE,VISTA GRANDE,90012,1990-01-01,2021-05-31
"""
MAPLE, HILL, OAK = "640 Maple Blvd,Rosefield,90215", "2222 Hill St,Vista Grande,90012", "310 Oak Ct,Rosefield,90215"
WINDOW = '\n[[section]]\nsection = "9"\nfrom = 2022-05-01\nto = 2022-05-31\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "petition.toml").write_text(PETITION + WINDOW, encoding="utf-8")
    (tmp_path / "roll.csv").write_text("\n".join([ROLL, *VOTERS]) + "\n", encoding="utf-8")
    (tmp_path / "history.csv").write_text(HISTORY, encoding="utf-8")
    return tmp_path


def proposals(
    folder: Path, lines: list[str], *, history: bool = True, roll: str = "roll.csv"
) -> dict[str, dict[str, str]]:
    header = "section,line,printed_name,residence_address,city,zip,signed_on,signature"
    (folder / "lines.csv").write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    out = folder / f"out-{len(list(folder.iterdir()))}"
    out.mkdir()
    former = folder / "history.csv" if history else None
    verify(folder / "petition.toml", folder / roll, folder / "lines.csv", out, history=former, threads=1)
    with (out / "dispositions.csv").open(encoding="utf-8", newline="") as file:
        return {f"{row['section']}/{row['line']}": {**row, "out": str(out)} for row in csv.DictReader(file)}


@pytest.mark.parametrize(
    ("line", "disposition", "ground", "voter"),
    [
        (f"1,1,Theodora Vanderberg,{MAPLE},2022-03-01,yes", "valid", "", "V1"),
        (f"1,1,Theodora Vanderberg,{MAPLE},,yes", "valid", "", "V1"),
        # Section 9 circulated in May alone, when the registration stood at the new address.
        (f"9,1,Theodora Vanderberg,{MAPLE},,yes", "invalid", "different_address", "V1"),
        (f"1,1,Theodora Vanderberg,{HILL},2022-05-01,yes", "valid", "", "V1"),
        (f"1,1,Clayton Abernathy,{OAK},2022-03-01,yes", "invalid", "different_address", "V2"),
        ("1,1,Clayton Abernathy,99 Park Ln,Vista Grande,90012,2022-03-01,yes", "valid", "", "V2"),
        # The son lives there; his father did once.
        ("1,1,Thomas Kowalski,4 Grand Ave,Vista Grande,90012,2022-03-01,yes", "needs_review", "", None),
        # One voter's name and another's former address never make a valid line.
        (f"1,1,Clayton Abernathy,{MAPLE},2022-03-01,yes", "invalid", "different_address", "V2"),
    ],
)
def test_a_line(folder: Path, line: str, disposition: str, ground: str, voter: str | None) -> None:
    row = next(iter(proposals(folder, [line]).values()))
    assert (row["disposition"], row["ground"]) == (disposition, ground), row["evidence"]
    assert voter is None or row["voter_id"] == voter


def test_the_evidence_names_the_days_and_the_story_the_former_address(folder: Path) -> None:
    rows = proposals(
        folder, [f"1,1,Theodora Vanderberg,{MAPLE},2022-03-01,yes", f"1,2,Clayton Abernathy,{OAK},2022-03-01,yes"]
    )
    assert "registered at this address until 2022-03-31" in rows["1/1"]["evidence"]
    assert "registered at this address to 2014-12-31" in rows["1/2"]["evidence"]
    story = explain(Path(rows["1/1"]["out"]), "1", "1")
    assert [(one.voter_id, one.former) for one in story.candidates] == [("V1", "2010-05-01 to 2022-03-31"), ("V1", "")]


def test_the_old_and_the_new_address_are_one_voter(folder: Path) -> None:
    signed = "2022-05-01,yes"
    rows = proposals(folder, [f"1,1,Theodora Vanderberg,{MAPLE},{signed}", f"1,2,Theodora Vanderberg,{HILL},{signed}"])
    assert (rows["1/1"]["disposition"], rows["1/2"]["ground"]) == ("valid", "duplicate")


def test_without_a_history_she_is_at_another_address(folder: Path) -> None:
    rows = proposals(folder, [f"1,1,Theodora Vanderberg,{MAPLE},2022-05-01,yes"], history=False)
    assert rows["1/1"]["ground"] == "different_address"


def test_a_snapshot_keeps_it(folder: Path) -> None:
    lines = [
        f"1,1,Theodora Vanderberg,{MAPLE},,yes",
        f"1,2,Clayton Abernathy,{OAK},,yes",
        f"9,1,Theodora Vanderberg,{HILL},,yes",
    ]
    made = import_roll([folder / "roll.csv"], folder / "roll.parquet", history=folder / "history.csv", threads=1)
    assert made.voters == len(VOTERS)

    def told(rows: dict[str, dict[str, str]]) -> list[dict[str, str]]:
        return [{name: text for name, text in row.items() if name != "out"} for row in rows.values()]

    from_csv, from_snapshot = proposals(folder, lines), proposals(folder, lines, history=False, roll="roll.parquet")
    assert told(from_csv) == told(from_snapshot)
    with pytest.raises(InputError, match="holds former addresses already"):
        proposals(folder, lines, roll="roll.parquet")
    finder = Finder(folder / "roll.parquet")
    assert [found.address for found in finder.find("vanderberg theodora")] == ["2222 HILL ST"]
    assert finder.find("640vand") == []
    finder.close()


def test_rows_that_cannot_be_used_are_named(folder: Path) -> None:
    rows = [
        ",1,ELM,ST,ROSEFIELD,90215,2010-01-01,2011-01-01",
        "V1,1,ELM,ST,ROSEFIELD,90215,2010-01-01,02/30/2022",
        "V2,1,ELM,ST,ROSEFIELD,90215,2012-01-01,2011-01-01",
        "V3,1,,,ROSEFIELD,90215,2010-01-01,2011-01-01",
        "V4,1,ELM",
        "V9,1,ELM,ST,ROSEFIELD,90215,2010-01-01,2011-01-01",
    ]
    (folder / "history.csv").write_text(HISTORY + "\n".join(rows) + "\n", encoding="utf-8")
    made = import_roll([folder / "roll.csv"], folder / "roll.parquet", history=folder / "history.csv", threads=1)
    found = sorted((row["found"], row["column"], row["reason"]) for row in made.rejects.to_pylist())
    assert [(text, column) for text, column, _ in found] == [
        ("", "voter_id"), ("V1 02/30/2022", "to"), ("V2 2012-01-01 2011-01-01", "from"), ("V3", "address"), ("V4,1,ELM", ""),
        ("V9", "voter_id"),
    ]  # fmt: skip
    (folder / "history.csv").write_text("voter_id,address,form,to\n", encoding="utf-8")
    with pytest.raises(InputError, match="Rename form if it is meant"):
        proposals(folder, [f"1,1,Theodora Vanderberg,{HILL},,yes"])
