"""One petition under the law of four states: what differs, line by line, by hand from law.md 0, 2.3, 5.1, 5.6 and 5.8."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from suffice.errors import InputError
from suffice.examine.verification import verify

FOLDER = Path(__file__).parents[2] / "examples" / "four-laws"
PAGE = Path(__file__).parents[2] / "docs" / "four-laws.md"
VALID, REVIEW = ("valid", ""), ("needs_review", "")
EXPECTED = {
    # section/line: California, Washington, Michigan, Wisconsin
    "1/1": (VALID, VALID, VALID, VALID),
    "1/2": (("invalid", "different_address"), VALID, REVIEW, VALID),
    "1/3": (VALID, VALID, REVIEW, VALID),
    "1/4": (VALID, VALID, ("invalid", "duplicate"), VALID),
    "1/5": (("invalid", "duplicate"),) * 4,
    "2/1": (*(("invalid", "not_registered"),) * 3, VALID),
    "2/2": (VALID, VALID, VALID, ("invalid", "no_date")),
    "2/3": (("invalid", "no_signature"),) * 4,
}
LAWS = ("california", "washington", "michigan", "wisconsin")


def proposals(law: str, out: Path, roll: bool = True) -> dict[str, dict[str, str]]:
    out.mkdir()
    verify(FOLDER / f"{law}.toml", FOLDER / "roll.csv" if roll else None, FOLDER / "lines.csv", out, threads=1)
    with (out / "dispositions.csv").open(encoding="utf-8", newline="") as file:
        return {f"{row['section']}/{row['line']}": row for row in csv.DictReader(file)}


def test_what_differs(tmp_path: Path) -> None:
    rows = {law: proposals(law, tmp_path / law) for law in LAWS}
    found = {
        line: tuple((rows[law][line]["disposition"], rows[law][line]["ground"]) for law in LAWS) for line in EXPECTED
    }
    assert found == EXPECTED
    # The page shows just this.
    for line, cells in found.items():
        said = " | ".join(disposition if not ground else ground.replace("_", " ") for disposition, ground in cells)
        assert f"| {line} |" in PAGE.read_text(encoding="utf-8")
        assert said.replace("needs_review", "needs review") in PAGE.read_text(encoding="utf-8"), line


def test_the_evidence_says_why(tmp_path: Path) -> None:
    michigan = proposals("michigan", tmp_path / "michigan")
    assert "no copy counts" in michigan["1/4"]["evidence"]
    assert "no source says whether this law lets that count" in michigan["1/2"]["evidence"]
    assert "no source says whether this law counts it" in michigan["1/3"]["evidence"]


def test_where_the_law_looks_at_no_roll_none_is_needed(tmp_path: Path) -> None:
    with_roll, without = proposals("wisconsin", tmp_path / "a"), proposals("wisconsin", tmp_path / "b", roll=False)
    assert with_roll == without
    assert {row["voter_id"] for row in without.values()} == {""}
    assert "Repeats section 1 line 4" in without["1/5"]["evidence"]
    with pytest.raises(InputError, match="looked up in the voter roll"):
        proposals("california", tmp_path / "c", roll=False)
