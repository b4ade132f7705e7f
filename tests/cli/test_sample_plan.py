"""`suffice sample plan` as a person runs it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from tests.cli.entry import Run

PLAN = ("sample", "plan", "--raw", "25000", "--required", "17000")


def test_the_plan_says_what_to_expect_and_that_it_is_advice(run: Run) -> None:
    said = run(*PLAN)
    assert said.code == 0, said.err
    for words in ("17,000 required (68.00%)", "5 % are 1,250", "Where to stop", "the law decides"):
        assert words in said.out


def test_the_verdict_now(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "boundaries.csv"
    said = run(*PLAN, "--lines", "5000", "--valid", "4600", "--duplicates", "4", "--out", out, "--json")
    assert said.code == 0, said.err
    told = json.loads(said.out)
    assert told["verdict"] == "sufficient"
    assert told["statutory_samples"] == {"3 %": 750, "5 %": 1_250}
    with out.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert rows[-1]["lines"] == "25000"
    assert rows[-1]["sufficient_from"] == "17000"


def test_same_numbers_same_plan(run: Run) -> None:
    assert run(*PLAN, "--json").out == run(*PLAN, "--json").out


def test_impossible_numbers_leave_nothing_behind(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "boundaries.csv"
    said = run(*PLAN, "--lines", "100", "--valid", "101", "--out", out)
    assert said.code == 2
    assert "do not add up" in said.err
    assert not out.exists()
    assert run(*PLAN, "--out", tmp_path / "none" / "b.csv").code == 2
