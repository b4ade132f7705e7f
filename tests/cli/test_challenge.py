"""`suffice challenge` as a person runs it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from tests.cli.entry import Run


@pytest.fixture
def rejected(verified: Path, tmp_path: Path) -> Path:
    """The first 40 lines of the verified mock petition, all rejected as not registered."""
    with (verified / "dispositions.csv").open(encoding="utf-8") as file:
        lines = list(csv.DictReader(file))[:40]
    path = tmp_path / "rejected.csv"
    rows = "".join(f"{one['section']},{one['line']},Not registered\n" for one in lines)
    path.write_text("section,line,ground\n" + rows, encoding="utf-8")
    return path


def test_ranked_with_a_sheet_a_line(run: Run, mocked: Path, verified: Path, rejected: Path, tmp_path: Path) -> None:
    asked = ("challenge", mocked / "petition.toml", "--rejected", rejected, "--valid", "100", "--verified", verified)
    said = run(*asked, "--sheets", "3", "--out", tmp_path / "out")
    assert said.code == 0, said.err
    assert "rejected lines." in said.out
    assert "set by reasoning" in said.out
    with (tmp_path / "out" / "challenge.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 40
    chances = [float(row["chance"]) for row in rows]
    assert chances == sorted(chances, reverse=True)
    assert rows[0]["own_look_up"] == "valid"
    assert float(rows[-1]["running_total"]) == pytest.approx(sum(chances), abs=0.05)
    assert (tmp_path / "out" / "challenge.pdf").read_bytes().startswith(b"%PDF")
    run(*asked, "--sheets", "3", "--out", tmp_path / "again")
    for file in (tmp_path / "out").iterdir():
        assert file.read_bytes() == (tmp_path / "again" / file.name).read_bytes()
    assert json.loads((tmp_path / "out" / "challenge.json").read_text(encoding="utf-8"))["lines"] == 40


def test_without_shortfall(run: Run, mocked: Path, rejected: Path, tmp_path: Path) -> None:
    said = run(
        "challenge", mocked / "petition.toml", "--rejected", rejected, "--valid", "99999", "--out", tmp_path / "out"
    )
    assert said.code == 2
    assert "nothing to challenge" in said.err
    assert not (tmp_path / "out").exists()
