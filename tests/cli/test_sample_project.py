"""`suffice sample size` and `suffice sample project` as a person runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.entry import Run

LA = {
    "--profile": "us-ca-local-recall",
    "--as-of": "2022-07-14",
    "--raw": "715833",
    "--sample": "35793",
    "--valid": "27983",
    "--duplicates": "109",
    "--required": "566857",
}


def arguments(**changed: str | None) -> list[str]:
    """The worked example with some options changed, or left out where None."""
    given = {**LA, **{f"--{name.replace('_', '-')}": value for name, value in changed.items()}}
    return [word for name, value in given.items() if value is not None for word in (name, value)]


def test_json_is_the_statutes_projection_and_nothing_else(run: Run) -> None:
    said = run("sample", "project", *arguments(), "--json")
    assert said.code == 0, said.err
    told = json.loads(said.out)
    assert list(told) == ["method", "steps", "projected", "required", "low", "high", "decision", "warnings"]
    assert [step["name"] for step in told["steps"][:5]] == ["percentage", "uncorrected", "A", "B", "deduction"]
    assert all(set(step) == {"name", "value", "rule", "citation"} for step in told["steps"])
    assert told["steps"][3]["value"] == 379.9688
    assert (told["projected"], told["required"], told["low"], told["high"]) == (518_222, 566_857, 510_171.3, 623_542.7)
    assert (told["decision"], told["warnings"]) == ("full-check", [])


def test_statistics_are_added(run: Run) -> None:
    told = json.loads(run("sample", "project", *arguments(), "--statistics", "--json").out)["statistics"]
    assert set(told["duplicates"]) == set(told["distinct_valid"]) == {"estimate", "low", "high"}
    assert told["distinct_valid"]["low"] < 520_050 < told["distinct_valid"]["high"]
    assert told["chance_sufficient"] < 1e-6
    assert (told["decision_turns_at_duplicates"], told["one_missed_duplicate"]) == (131, 400)


def test_a_person_reads_the_steps(run: Run) -> None:
    said = run("sample", "project", *arguments(), "--statistics")
    assert said.code == 0, said.err
    for words in ("full check", "518,222", "510,171.3", "559,639", "From 131 duplicates", "2 CCR 20531(b)"):
        assert words in said.out


def test_size(run: Run) -> None:
    told = json.loads(
        run(
            "sample", "size", "--profile", "us-ca-local-recall", "--raw", "715833", "--required", "566857", "--json"
        ).out
    )
    assert told["size"] == 35_792
    assert told["citation"] == "Elec. Code 11225(a)"
    assert told["thresholds"]["high_in_proportion"] == 31_177.44


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"sample": "715834"}, "larger than the petition"),
        ({"valid": "35794"}, "More lines are valid than were sampled"),
        ({"valid": "-1"}, "too small"),
        ({"raw": "-5"}, "too small"),
        ({"raw": "0"}, "too small"),
        ({"sample": "0"}, "too small"),
        ({"duplicates": "-1"}, "too small"),
        ({"duplicates": "9000"}, "do not fit"),
        ({"required": "0"}, "too small"),
        ({"invalid": "9000"}, "more than were sampled"),
        ({"sample": "35791"}, "below the floor of the statute"),
        ({"as_of": "1999-01-01"}, "begins on"),
        ({"profile": "us-ca-local-recal"}, "Did you mean us-ca-local-recall?"),
        ({"required": None}, "--required"),
        ({"raw": None, "valid": None}, "--raw, --valid"),
    ],
)
def test_bad_input_is_named(run: Run, changed: dict[str, str | None], words: str) -> None:
    said = run("sample", "project", *arguments(**changed), "--json")
    assert said.code == 2, said.out
    assert words in said.err
    assert said.out == ""
    assert "Traceback" not in said.err


@pytest.mark.parametrize("raw", ["0", "-3"])
def test_a_size_of_nothing(run: Run, raw: str) -> None:
    said = run("sample", "size", "--profile", "us-ca-local-recall", "--raw", raw)
    assert said.code == 2
    assert "not a positive number" in said.err


STATE = ("sample", "project", "--profile", "us-ca-state-initiative", "--required", "340000", "--counties")


def test_counties_are_added_up(run: Run, tmp_path: Path) -> None:
    """The regulation's example (2 CCR 20540: 15,028) and a county that looked at every one of its 480 lines (371 valid)."""
    file = tmp_path / "counties.csv"
    file.write_text("county,raw,sample,valid,duplicates\nA,24034,722,516,2\nB,480,480,371,0\n", "utf-8")
    said = run(*STATE, file, "--json")
    assert said.code == 0, said.err
    told = json.loads(said.out)
    # 371 of 480 are 77.29 %, and 480 x 77.29 % = 370.992, rounded up 371.
    assert told["projected"] == 15_028 + 371
    assert told["steps"][0]["name"] == "A: percentage"
    assert told["decision"] == "insufficient"


def test_statistics_of_counties(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "counties.csv"
    file.write_text("county,raw,sample,valid,duplicates\nA,24034,722,516,2\nB,480,480,371,0\n", "utf-8")
    told = json.loads(run(*STATE, file, "--statistics", "--json").out)["statistics"]
    # (516 + 2) x 24,034 / 722 - 2 x 1,109.6 (24,034 x 24,033 / (722 x 721)) + 371
    assert told["distinct_valid"]["estimate"] == 15_024 + 371
    assert told["chance_sufficient"] == 0
    assert [one["place"] for one in told["parts"]] == ["A", "B"]
    assert "signed in two of the parts" in told["caveats"][0]
    said = run(*STATE, file, "--statistics")
    assert "Chance that the full count suffices" in said.out
    assert "signed in two of the parts" in said.out


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("A,100,101,5,0", "row 2, column sample"),
        ("A,1000,500,501,0", "row 2, column valid"),
        ("A,1000,500,400,0\nA,1000,500,400,0", "row 3, column county: The name stands twice"),
        ("A,1000,500,400,-1", "row 2, column duplicates"),
        ("A,1000,five,400,0", "row 2, column sample"),
        ("A,1000,500,400", "row 2: The row has another number of cells"),
        (",1000,500,400,0", "row 2, column county"),
        ("A,1000,499,400,0", "below the floor"),
        ("A,0,0,0,0", "row 2, column raw"),
    ],
)
def test_wrong_counties_are_named(run: Run, tmp_path: Path, rows: str, words: str) -> None:
    file = tmp_path / "counties.csv"
    file.write_text(f"county,raw,sample,valid,duplicates\n{rows}\n", "utf-8")
    said = run(*STATE, file)
    assert said.code == 2, said.out
    assert words in said.err
    assert said.out == ""


OREGON = ("sample", "project", "--profile", "us-or-initiative", "--raw", "152127", "--sample", "1000", "--valid", "740",
          "--duplicates", "0", "--required", "114000", "--second")  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("900,700,1", "both samples together"),
        ("1900,1500,1", "must be larger than the first"),
        ("7607,5800,4\n1,1,0", "more than one row"),
        ("7607,7700,4", "More lines are valid"),
        ("7607,many,4", "row 2, column valid"),
    ],
)
def test_a_wrong_second_sample_is_named(run: Run, tmp_path: Path, rows: str, words: str) -> None:
    file = tmp_path / "second.csv"
    file.write_text(f"sample,valid,duplicates\n{rows}\n", "utf-8")
    said = run(*OREGON, file)
    assert said.code == 2, said.out
    assert words in said.err


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("sheets,-1", "row 2, column lines"),
        (",5", "row 2, column reason"),
        ("sheets,290000", "larger than what the subtractions leave"),
    ],
)
def test_wrong_subtractions_are_named(run: Run, tmp_path: Path, rows: str, words: str) -> None:
    file = tmp_path / "subtractions.csv"
    file.write_text(f"reason,lines\n{rows}\n", "utf-8")
    changed = arguments(profile="us-az-initiative", raw="300000", sample="14000", valid="11200", as_of=None)
    said = run("sample", "project", *changed, "--subtractions", file)
    assert said.code == 2, said.out
    assert words in said.err
