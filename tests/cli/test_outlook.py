"""`suffice outlook` as a person runs it."""

from __future__ import annotations

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
