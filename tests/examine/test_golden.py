"""Sixty lines worked out by hand: every automatic ground and every tolerance of the rules, each with its reason.

The expected dispositions in `golden/expected.csv` were written from the statute and the regulations before the program was
run on them; `*` stands where no voter is to be named.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from suffice.examine.verification import verify
from suffice.law.profiles import load

GOLDEN = Path(__file__).with_name("golden")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


EXPECTED = rows(GOLDEN / "expected.csv")


@pytest.fixture(scope="module")
def proposed(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], dict[str, str]]:
    """The proposals by section and line."""
    folder = tmp_path_factory.mktemp("golden")
    verify(GOLDEN / "petition.toml", GOLDEN / "roll.csv", GOLDEN / "lines.csv", folder, threads=1)
    return {(row["section"], row["line"]): row for row in rows(folder / "dispositions.csv")}


@pytest.mark.parametrize("line", EXPECTED, ids=[f"{row['section']}/{row['line']} {row['why']}" for row in EXPECTED])
def test_a_line(proposed: dict[tuple[str, str], dict[str, str]], line: dict[str, str]) -> None:
    row = proposed[line["section"], line["line"]]
    assert (row["disposition"], row["ground"]) == (line["disposition"], line["ground"]), row["evidence"]
    if line["voter_id"] != "*":
        assert row["voter_id"] == line["voter_id"], row["evidence"]


def test_all_sixty_and_every_ground(proposed: dict[tuple[str, str], dict[str, str]]) -> None:
    assert len(proposed) == len(EXPECTED) == 60
    grounds = {ground.id for ground in load("us-ca-local-recall", date(2022, 7, 6)).grounds if ground.automatic}
    assert {line["ground"] for line in EXPECTED} - {""} == grounds


@pytest.mark.parametrize(
    ("tolerated", "plain"),
    [("1/2", "1/1"), ("1/4", "1/1"), ("1/6", "1/1"), ("1/7", "1/1"), ("1/8", "3/7"), ("2/4", "1/1")],
)
def test_what_is_tolerated_lowers_the_confidence(
    proposed: dict[tuple[str, str], dict[str, str]], tolerated: str, plain: str
) -> None:
    def confidence(place: str) -> float:
        section, line = place.split("/")
        return float(proposed[section, line]["confidence"])

    assert confidence(tolerated) < confidence(plain)


def test_a_duplicate_names_the_line_it_repeats(proposed: dict[tuple[str, str], dict[str, str]]) -> None:
    assert "section 1 line 1" in proposed["6", "1"]["evidence"]
    assert "section 6 line 2" in proposed["6", "3"]["evidence"]
    assert "section 1 line 2" in proposed["6", "6"]["evidence"]
