"""Lines struck before filing: which, and what they do to a sample."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from suffice.errors import InputError
from suffice.law.profiles import load
from suffice.outlook.situation import Situation
from suffice.outlook.strike import plan_strike

BEGINS = date(2024, 1, 1)
PROFILE = load("us-ca-local-recall", BEGINS)

Line = tuple[str, int, str, str, str, float]


def aim(required: int, copies_lost: int = 1) -> Situation:
    return Situation(
        "Mock", PROFILE.id, required, BEGINS, BEGINS + timedelta(days=100), 10 * required, copies_lost, PROFILE.sample
    )


def folder(path: Path, lines: list[Line]) -> Path:
    """A folder of `suffice verify`: section, line, disposition, ground, voter, confidence."""
    sections, numbers = [line[0] for line in lines], [str(line[1]) for line in lines]
    pq.write_table(
        pa.table(
            {
                "section": sections, "line": numbers, "disposition": [line[2] for line in lines],
                "ground": [line[3] or None for line in lines], "citation": ["Elec. Code 100"] * len(lines),
                "voter_id": [line[4] or None for line in lines], "confidence": [line[5] for line in lines],
                "evidence": ["seen"] * len(lines),
            }
        ),
        path / "dispositions.parquet",
    )  # fmt: skip
    blank = pa.nulls(len(lines), pa.string())
    pq.write_table(
        pa.table(
            {"section": sections, "line": numbers, "printed_name": [f"NAME {line[0]}/{line[1]}" for line in lines]}
            | dict.fromkeys(("first_name", "middle_name", "last_name"), blank)
        ),
        path / "lines.parquet",
    )
    return path


MIXED: list[Line] = [
    ("10", 1, "valid", "", "V1", 1.0),
    ("10", 2, "invalid", "duplicate", "V1", 0.99),
    ("2", 1, "invalid", "not_registered", "", 0.95),
    ("2", 2, "invalid", "not_registered", "", 0.6),
    ("2", 3, "invalid", "struck", "", 1.0),
    ("2", 4, "needs_review", "", "V9", 0.5),
    ("2", 5, "invalid", "signature_mismatch", "V3", 1.0),
]


def test_clear_lines_and_later_copies_in_the_order_of_sections(tmp_path: Path) -> None:
    plan = plan_strike(aim(5), PROFILE, folder(tmp_path, MIXED))
    assert [(one.section, one.line, one.name) for one in plan.lines] == [
        ("2", "1", "NAME 2/1"),
        ("10", "2", "NAME 10/2"),
    ]
    assert plan.by_ground == {"not_registered": 1, "duplicate": 1}
    assert (plan.before.raw, plan.after.raw) == (7, 5)
    assert (plan.before.duplicates, plan.after.duplicates) == (1, 0)
    assert "Ask the elections office" in " ".join(plan.caveats)


def test_where_every_copy_is_void_the_first_is_kept(tmp_path: Path) -> None:
    copies: list[Line] = [
        ("1", 1, "invalid", "duplicate", "V1", 1.0),
        ("1", 2, "invalid", "duplicate", "V1", 1.0),
        ("1", 3, "invalid", "duplicate", "V2", 1.0),
        ("1", 4, "invalid", "duplicate", "V2", 1.0),
        ("1", 5, "invalid", "duplicate", "V2", 1.0),
    ]
    plan = plan_strike(aim(5, copies_lost=2), PROFILE, folder(tmp_path, copies))
    assert [one.line for one in plan.lines] == ["2", "4", "5"]
    assert (plan.before.duplicates, plan.after.duplicates) == (3, 0)


def test_striking_raises_the_chance_under_the_sample_and_never_the_full_count(tmp_path: Path) -> None:
    """20,000 lines, 15,000 valid, 3,500 not registered, 1,500 second copies of other lines; 14,000 are required.

    The statute's sample of 5 % takes 380 for each pair it sees: 3.75 are expected. Struck, none is left.
    """
    lines: list[Line] = [("1", n, "valid", "", f"V{n}", 1.0) for n in range(15_000)]
    lines += [("2", n, "invalid", "not_registered", "", 1.0) for n in range(3_500)]
    lines += [("3", n, "invalid", "duplicate", f"V{n}", 1.0) for n in range(1_500)]
    plan = plan_strike(aim(14_000), PROFILE, folder(tmp_path, lines))
    assert len(plan.lines) == 5_000
    before, after = plan.before.sample, plan.after.sample
    assert before is not None
    assert after is not None
    assert after.insufficient < before.insufficient
    assert after.suffices_in_the_end > before.suffices_in_the_end
    assert plan.after.distinct_valid.middle == pytest.approx(plan.before.distinct_valid.middle, abs=1)


def test_a_law_that_is_silent(tmp_path: Path) -> None:
    silent = PROFILE.model_copy(update={"grounds": tuple(one for one in PROFILE.grounds if one.id != "struck")})
    with pytest.raises(InputError, match="says nothing of lines struck"):
        plan_strike(aim(5), silent, folder(tmp_path, MIXED))
    with pytest.raises(InputError, match="no share"):
        plan_strike(aim(5), PROFILE, folder(tmp_path, MIXED), confidence=7)
    with pytest.raises(InputError, match="holds no verification"):
        plan_strike(aim(5), PROFILE, tmp_path / "none")
