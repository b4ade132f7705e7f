"""Which text of a law governs which question: by hand, on a profile whose every part changes on 1 January 2024."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from suffice.errors import InputError
from suffice.law.governing import Question, changed_within, governing, steps_changed
from suffice.law.profiles import load_file

OLD, NEW = date(2023, 12, 31), date(2024, 1, 1)
CHANGED = """\
id = "town"
title = "A town's recall"

[[version]]
since = 2020-01-01
[version.lines]
roll_check = { value = true, citation = "1", mark = "found" }
duplicate_policy = { value = "keep_first_valid", citation = "1", mark = "found" }
[version.requirement]
percent = 10
citation = "2"
mark = "found"
[version.sample]
citation = "3"
mark = "found"
size = { percent = 5, citation = "3", mark = "found" }
[version.ground]
not_registered = { citation = "4", mark = "found", category = "Other" }

[[version]]
since = 2024-01-01
[version.requirement]
percent = 20
[version.sample.size]
percent = 3
[version.ground]
no_signature = { citation = "4", mark = "found", category = "Other" }
"""


@pytest.fixture
def town(tmp_path: Path) -> Path:
    (tmp_path / "town.toml").write_text(CHANGED, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("done", "until", "requirement", "examination"),
    [
        ({"approved_on": OLD, "filed_on": NEW}, None, OLD, NEW),
        ({"approved_on": OLD, "filed_on": OLD}, None, OLD, OLD),
        ({"approved_on": NEW, "filed_on": NEW}, None, NEW, NEW),
        # The notice under the old text does not settle the requirement; the approval does.
        ({"notice_served_on": OLD, "approved_on": NEW}, None, NEW, NEW),
        # Not approved yet: the first day known. Not filed yet: the last day to file, or the last day known.
        ({"notice_served_on": OLD, "notice_filed_on": NEW}, None, OLD, NEW),
        ({"approved_on": OLD}, NEW, OLD, NEW),
        ({"approved_on": OLD}, None, OLD, OLD),
        # A last day to file does not matter once the petition is filed.
        ({"approved_on": OLD, "filed_on": OLD}, NEW, OLD, OLD),
        ({}, None, NEW, NEW),
    ],
)
def test_the_day_that_decides(
    town: Path, done: dict[str, date], until: date | None, requirement: date, examination: date
) -> None:
    days = {
        question: governing("town.toml", question, done, until=until, beside=town)[1].day
        for question in ("requirement", "lines", "sample")
    }
    assert days == {"requirement": requirement, "lines": examination, "sample": examination}


def test_each_side_of_the_change_has_its_own_text(town: Path) -> None:
    old, _ = governing("town.toml", "requirement", {"approved_on": OLD}, beside=town)
    new, why = governing("town.toml", "requirement", {"approved_on": NEW}, beside=town)
    assert (old.requirement.percent, new.requirement.percent) == (10, 20)
    assert why.sentence == (
        "How many signatures are required: by the text in force on 2024-01-01 (since 2024-01-01), the day the form was approved."
    )
    assert why.warnings == ()


def test_a_change_in_the_course_of_the_petition_is_said(town: Path) -> None:
    _, told = governing("town.toml", "lines", {"approved_on": OLD, "filed_on": NEW}, beside=town)
    assert told.changed == (NEW,)
    assert "changed on 2024-01-01, in the course of the petition" in told.warnings[0]
    assert told.as_json()["changed_on"] == ["2024-01-01"]


def test_only_what_answers_the_question_counts_as_a_change() -> None:
    """California: on 2023-01-01 the number of proponents changed, on 2024-01-01 and 2025-01-01 steps; nothing else."""
    file = load_file("us-ca-local-recall")
    whole = [date(2022, 1, 1), date(2026, 1, 1)]
    expected: dict[Question, tuple[date, ...]] = {
        "requirement": (), "lines": (), "sample": (), "steps": (date(2024, 1, 1), date(2025, 1, 1)),
    }  # fmt: skip
    assert {question: changed_within(file, question, whole) for question in expected} == expected
    assert changed_within(file, "steps", []) == ()


def test_a_calendar_says_that_its_steps_keep_their_own_days() -> None:
    (said,) = steps_changed("us-ca-local-recall", [OLD, NEW])
    assert "on 2024-01-01" in said
    assert "Each step follows the text in force on the day it counts from" in said
    assert steps_changed("us-ca-local-recall", [NEW, date(2024, 6, 1)]) == ()


def test_a_petition_before_the_first_text_is_refused(town: Path) -> None:
    with pytest.raises(InputError, match="begins on 2020-01-01"):
        governing("town.toml", "requirement", {"approved_on": date(2019, 12, 31)}, beside=town)
    # Its requirement can be told though its notice is older than the first text.
    _, told = governing(
        "town.toml", "requirement", {"notice_served_on": date(2019, 1, 1), "approved_on": OLD}, beside=town
    )
    assert told.since == date(2020, 1, 1)
