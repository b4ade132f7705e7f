"""`suffice outlook` as a person runs it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from tests.cli.entry import Run

PETITION = Path(__file__).parents[2] / "examples" / "la-2022" / "petition.toml"
COUNTS = "date,total,source\n2022-05-30,500000,press\n2022-06-14,566857,press\n"


@pytest.fixture
def counts(tmp_path: Path) -> Path:
    path = tmp_path / "counts.csv"
    path.write_text(COUNTS, encoding="utf-8")
    return path


def test_los_angeles_in_june(run: Run, counts: Path, tmp_path: Path) -> None:
    said = run("outlook", PETITION, "--counts", counts, "--out", tmp_path / "out")
    assert said.code == 0, said.err
    for words in ("566,857 signatures count when it is filed on 2022-07-06", "No in-house check yet", "95 %"):
        assert words in said.out
    told = json.loads((tmp_path / "out" / "outlook.json").read_text(encoding="utf-8"))
    assert (told["required"], told["deadline"], told["as_of"]) == (566_857, "2022-07-06", "2022-06-14")
    assert told["at_deadline"]["chance_full_count"] < 0.5


def test_the_same_bytes_twice(run: Run, counts: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert run("outlook", PETITION, "--counts", counts, "--out", tmp_path / name).code == 0
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "date,total\n2022-05-30,500000\n2022-06-14,400000\n",
            "counts.csv, row 3, column total: The total of channel all goes down.",
        ),
        ("date,total\n2022-08-01,500000\n", "counts.csv, row 2, column date: This is after the last day to file."),
        ("", "The file is empty."),
        ("%PDF-1.4", "This is a PDF document"),
    ],
)
def test_bad_counts_leave_nothing_behind(run: Run, counts: Path, tmp_path: Path, text: str, said: str) -> None:
    counts.write_text(text, encoding="utf-8")
    ended = run("outlook", PETITION, "--counts", counts, "--out", tmp_path / "out")
    assert ended.code == 2
    assert said in " ".join(ended.err.split())
    assert "Traceback" not in ended.err
    assert not (tmp_path / "out").exists()


def test_a_day_to_come_is_answered_with_a_caveat(run: Run, counts: Path, tmp_path: Path) -> None:
    said = run("outlook", PETITION, "--counts", counts, "--out", tmp_path / "out", "--as-of", "2022-07-01")
    assert said.code == 0, said.err
    assert "The last count is of 2022-06-14, 17 days before 2022-07-01" in said.out


def test_thin_records_are_answered_with_caveats(run: Run, tmp_path: Path) -> None:
    """Rows out of order, one check, a drop without response, a circulator with one line: an answer, and what it rests on."""
    tables = {
        "counts": "date,channel,lines\n2022-03-20,paid,3000\n2022-03-06,paid,3000\n2022-03-13,paid,3000\n2022-03-20,mail,0\n",
        "checks": "batch,date,channel,circulator,lines,checked,valid,duplicates\nB1,2022-03-14,paid,Lee,1,1,0,0\n",
        "mail": "drop,date,pieces,lines,cost\nA,2022-03-10,50000,,\nA,2022-03-18,,0,\n",
        "circulators": "circulator,kind,rate\nLee,paid,9\n",
        "sections": "section,circulator,handed_out,returned,lines\n1,Lee,2022-03-01,2022-03-02,1\n",
    }
    asked: list[str | Path] = ["outlook", PETITION, "--out", tmp_path / "out", "--json"]
    for name, text in tables.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
        asked += [f"--{name}", tmp_path / f"{name}.csv"]
    said = run(*asked)
    assert said.code == 0, said.err
    told = json.loads(said.out)
    caveats = " ".join(told["caveats"])
    for words in ("they were put in order", "Only one line was checked", "rest largely on published"):
        assert words in caveats
    assert told["mail"]["drops"][0]["lines"] == 0
    assert told["mail"]["drops"][0]["response"]["high"] > 0
    low, high = (told["channels"][0]["share_valid"][end] for end in ("low", "high"))
    assert high - low > 0.2
    with (tmp_path / "out" / "circulators.csv").open(encoding="utf-8") as file:
        (lee,) = csv.DictReader(file)
    assert lee["reasons_to_look"] == ""
    assert float(lee["share_valid"]) > 0.5


def test_no_line_at_all_gives_no_confident_number(run: Run, counts: Path, tmp_path: Path) -> None:
    counts.write_text("date,lines\n2022-03-01,0\n2022-03-08,0\n", encoding="utf-8")
    said = run("outlook", PETITION, "--counts", counts, "--out", tmp_path / "out")
    assert said.code == 0, said.err
    assert "No line has come in yet" in said.out
    assert json.loads((tmp_path / "out" / "outlook.json").read_text(encoding="utf-8"))["at_deadline"] is None


@pytest.mark.parametrize(
    ("petition", "said"),
    [
        ('title = "T"\nprofile = "us-ca-local-recall"\njurisdiction = "J"\n', "needs the first day of circulation"),
        ('title = "T"\nprofile = "us-ca-local-recall"\njurisdiction = "J"\napproved_on = 2022-01-27\n', "--deadline"),
    ],
)
def test_a_petition_file_that_leaves_too_much_open(
    run: Run, counts: Path, tmp_path: Path, petition: str, said: str
) -> None:
    path = tmp_path / "petition.toml"
    path.write_text(petition, encoding="utf-8")
    ended = run("outlook", path, "--counts", counts, "--out", tmp_path / "out")
    assert ended.code == 2
    assert said in ended.err
    assert not (tmp_path / "out").exists()
