"""Rejected lines: ranked, with a running total against the shortfall; outcomes correct the chances."""

from __future__ import annotations

from pathlib import Path

import pytest

from suffice.errors import InputError
from suffice.law.profiles import load
from suffice.outlook.challenge import challenge
from suffice.outlook.overturn import overturn_table, updated
from suffice.outlook.rejected import OwnLine, Rejected, own_word, read_rejected

GROUNDS = load("us-ca-local-recall").grounds


def line(number: int, ground: str = "not_registered", outcome: str | None = None) -> Rejected:
    return Rejected("1", str(number), ground, ground, "Elec. Code 100", outcome, "")  # type: ignore[arg-type]


def own(disposition: str, ground: str = "") -> OwnLine:
    return OwnLine(disposition, ground, "V1", "seen", "NAME", "1 ELM ST")


def test_what_the_own_look_up_says() -> None:
    rejected = line(1)
    words = [
        own_word(rejected, one)
        for one in (
            None,
            own("valid"),
            own("needs_review"),
            own("invalid", "not_registered"),
            own("invalid", "duplicate"),
        )
    ]
    assert words == ["not looked up", "valid", "needs review", "the same ground", "another ground"]


def test_likeliest_first_and_the_running_total_by_hand() -> None:
    """Chances by data/overturn.toml: 0.8 (a first copy), 0.75, 0.02. Their running total is 0.80, 1.55, 1.57."""
    lines = [line(3), line(2, "duplicate"), line(10)]
    looked = {("1", "3"): own("valid"), ("1", "2"): own("valid"), ("1", "10"): own("invalid", "not_registered")}
    found = challenge(100, 98, lines, looked)
    assert [one.rejected.line for one in found.lines] == ["2", "3", "10"]
    assert [one.running_total for one in found.lines] == [0.8, 1.55, 1.57]
    assert (found.shortfall, found.lines_to_examine) == (2, None)
    assert challenge(100, 99, lines, looked).lines_to_examine == 2
    assert 0 < found.chance < 1


def test_outcomes_correct_the_chances() -> None:
    """20 of 20 such lines upheld: (0.75 x 10 + 0) / (10 + 20) = 0.25."""
    lines = [line(n, outcome="upheld" if n <= 20 else None) for n in range(1, 41)]
    found = challenge(100, 90, lines, {("1", str(n)): own("valid") for n in range(1, 41)})
    assert found.lines[0].chance == pytest.approx(0.25)
    assert [one.chance for one in found.lines[20:]] == [0.0] * 20
    assert found.restored.high <= 20


def test_known_outcomes_count_as_they_are() -> None:
    found = challenge(100, 97, [line(n, outcome="overturned") for n in range(5)])
    assert (found.restored_so_far, found.chance, found.lines_to_examine) == (5, 1.0, 3)
    assert (found.restored.low, found.restored.high) == (5, 5)


def test_los_angeles_without_any_look_up() -> None:
    """law.md 1.3: 20,587 of 94,000 re-examined lines "clearly" valid; 46,807 were missing and 195,783 rejected."""
    found = challenge(566_857, 520_050, [line(n, "") for n in range(1_000)])
    assert found.shortfall == 46_807
    assert found.lines[0].chance == pytest.approx(20_587 / 94_000, abs=0.0005)
    assert found.chance == 0
    assert "even all of them do not make up 46,807" in " ".join(found.caveats)
    assert "set by reasoning" in found.caveats[0]


def test_every_case_has_its_reason() -> None:
    table = overturn_table()
    assert all(case.reason.endswith(".") for case in table.case)
    assert {case.own for case in table.case} == {"valid", "needs review", "another ground", "the same ground"}
    assert all(
        any(not case.grounds for case in table.case if case.own == own) for own in {case.own for case in table.case}
    )
    case = table.of("valid", "not_registered")
    assert updated(table, case, 0, 0).chance == pytest.approx(case.chance)


def test_a_petition_that_is_not_short() -> None:
    with pytest.raises(InputError, match="nothing to challenge"):
        challenge(100, 100, [line(1)])


def written(folder: Path, text: str) -> Path:
    path = folder / "rejected.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_grounds_by_id_name_or_category(tmp_path: Path) -> None:
    rows = "section,line,ground,outcome\n1,1,not_registered,\n1,2,Registered at a different address,Upheld\n"
    rows += "1,3,Max Number of Times Signed (Duplicate),\n1,4,Other,overturned\n"
    found = read_rejected(written(tmp_path, rows), GROUNDS)
    assert [one.ground for one in found] == ["not_registered", "different_address", "duplicate", ""]
    assert [one.outcome for one in found] == [None, "upheld", None, "overturned"]
    assert all(one.citation for one in found)


@pytest.mark.parametrize(
    ("rows", "row", "said"),
    [
        ("1,1,Bad hair,", 2, "knows no such ground"),
        ("1,1,struck,\n1,1,struck,", 3, "stands twice"),
        ("1,1,struck,maybe", 2, "outcome is not known"),
        ("1,,struck,", 2, "empty"),
    ],
)
def test_rejected_lines_that_cannot_be_used(tmp_path: Path, rows: str, row: int, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        read_rejected(written(tmp_path, f"section,line,ground,outcome\n{rows}\n"), GROUNDS)
    assert caught.value.row == row
