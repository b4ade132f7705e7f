"""The tally on the terminal."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from suffice.cli.tally import show_summary, tally_table
from suffice.report.summary import read_summary

SUMMARY = {
    "title": "Mock petition",
    "profile": "us-ca-local-recall",
    "raw_count": 35_792,
    "valid": 26_003,
    "invalid": 9_700,
    "needs_review": 80,
    "rejected": 9,
    "by_ground": {"different_address": 700, "not_registered": 9_000},
    "by_category": {},
    "required": 28_343,
    "outcome": "insufficient",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "summary.json").write_text(json.dumps(SUMMARY), encoding="utf-8")
    return tmp_path


def test_the_table_is_aligned_and_whole(folder: Path) -> None:
    console = Console(file=io.StringIO(), width=100, color_system=None)
    console.print(tally_table(read_summary(folder)))
    assert isinstance(console.file, io.StringIO)
    rows = [line for line in console.file.getvalue().splitlines() if "│" in line]
    cells = [[cell.strip() for cell in row.strip("│").split("│")] for row in rows]
    assert cells == [
        ["Valid", "26,003", "72.7 %"],
        ["Needs review", "80", "0.2 %"],
        ["Invalid", "9,700", "27.1 %"],
        ["not registered", "9,000", "25.1 %"],
        ["different address", "700", "2.0 %"],
        ["Rows that could not be read", "9", "0.0 %"],
        ["Required", "28,343", ""],
        ["Raw count", "35,792", "100.0 %"],
    ]
    assert len({len(row) for row in rows}) == 1


def test_the_answer_follows_and_says_that_people_decide(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show_summary(folder, as_json=False)
    said = capsys.readouterr().out
    assert "Insufficient.\n" in said
    assert "2,251 short of the 28,343 required" in said
    assert "People decide." in said


def test_json_is_the_summary_as_it_stands(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show_summary(folder, as_json=True)
    assert json.loads(capsys.readouterr().out) == SUMMARY
