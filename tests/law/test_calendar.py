"""The calendar's dates, against the public record of Los Angeles County 2022 and against days counted by hand."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suffice.errors import InputError
from suffice.law.business_days import BusinessDays, business_days
from suffice.law.calendar import Course, Step, calendar_of
from suffice.law.profiles import load, profile_ids
from suffice.law.timetable import Timetable
from suffice.petition.calendar import petition_calendar

EXAMPLE = Path(__file__).parents[2] / "examples" / "la-2022" / "petition.toml"
LOCAL = "us-ca-local-recall"
CALIFORNIA = business_days("CA", ("Susan B. Anthony Day",), {})


def timetable(name: str) -> Timetable:
    table = load(name).calendar
    assert table is not None
    return table


def steps_of(course: Course, as_of: date, days: BusinessDays = CALIFORNIA) -> dict[str, Step]:
    return {step.id: step for step in calendar_of(timetable(LOCAL), course, days, as_of)}


def test_the_worked_example() -> None:
    steps = {step.id: step for step in petition_calendar(EXAMPLE, date(2022, 8, 16)).steps}
    # The Signal, January 2022: 160 days; the Registrar's own limit of 30 business days was 17 August 2022;
    # Metropolitan News-Enterprise, 20 October 2022: the examination began on 6 September, the day after Labor Day.
    assert steps["filed"].day == date(2022, 7, 6)
    assert steps["certified"].day == date(2022, 8, 17)
    assert steps["examination_begins"].day == date(2022, 9, 6)
    assert "2022-09-05 is Labor Day" in steps["examination_begins"].counted
    assert steps["certified"].state == "done"
    assert steps["examination_begins"].state == "due"
    assert steps["ordered"].state == "does not apply"
    assert steps["notice_served"].state == "passed"
    # SB 1441 (Stats. 2024 ch. 479) is of 2025: no end of the examination in 2022.
    assert "examination_ends" not in steps


def test_sixty_business_days_leave_out_labor_day() -> None:
    # Counted by hand on a calendar: 6 July 2022 and 60 business days.
    count = CALIFORNIA.after(date(2022, 7, 6), 60)
    assert count.day == date(2022, 9, 29)
    assert count.holidays == ((date(2022, 9, 5), "Labor Day"),)


@pytest.mark.parametrize(
    ("filed", "limit", "fast"),
    # By hand: from Friday 29 December 2023, 30 business days without New Year's Day and Martin Luther King Jr. Day;
    # from Tuesday 2 January 2024, the same without Martin Luther King Jr. Day, and 60 without Presidents' Day.
    [(date(2023, 12, 29), date(2024, 2, 13), None), (date(2024, 1, 2), date(2024, 3, 28), date(2024, 2, 14))],
)
def test_the_law_of_the_day_counted_from(filed: date, limit: date, fast: date | None) -> None:
    steps = steps_of(Course({"approved_on": date(2023, 9, 1), "filed_on": filed}, None, 200_000), filed)
    assert steps["certified"].day == limit
    assert (steps["certified_fast"].day if "certified_fast" in steps else None) == fast


@pytest.mark.parametrize(
    ("registered", "days"),
    # Elections Code 11220, both sides of every band.
    [
        (1, 40),
        (999, 40),
        (1_000, 60),
        (4_999, 60),
        (5_000, 90),
        (9_999, 90),
        (10_000, 120),
        (49_999, 120),
        (50_000, 160),
    ],
)
def test_days_of_circulation(registered: int, days: int) -> None:
    approved = date(2022, 1, 27)
    assert steps_of(Course({"approved_on": approved}, None, registered), approved)["filed"].day == approved + timedelta(
        days
    )


def test_a_tier_without_registered_voters_is_said() -> None:
    filed = steps_of(Course({"approved_on": date(2022, 1, 27)}), date(2022, 2, 1))["filed"]
    assert filed.state == "undated"
    assert "registered_voters" in filed.warnings[0]


def test_the_whole_way_to_the_election() -> None:
    done = {"notice_served_on": date(2025, 1, 6), "filed_on": date(2025, 8, 1), "presented_on": date(2025, 11, 3)}
    steps = steps_of(Course({**done, "approved_on": date(2025, 3, 3)}, "sufficient", 200_000), date(2025, 11, 4))
    # Elections Code 11021, 11023, 11240, 11242, counted by hand.
    assert steps["notice_filed"].day == date(2025, 1, 13)
    assert steps["answer"].day == date(2025, 1, 20)
    assert steps["ordered"].day == date(2025, 11, 17)
    assert steps["ordered_instead"].day == date(2025, 11, 22)
    assert steps["election_first"].day == date(2026, 2, 13)
    assert steps["election"].day == date(2026, 3, 22)
    assert steps["election_consolidated"].day == date(2026, 5, 16)
    assert steps["examination_begins"].state == "does not apply"


def test_a_county_holiday_delays_and_a_late_duty_is_overdue() -> None:
    closed = business_days("CA", ("Susan B. Anthony Day",), {date(2022, 7, 11): "County Day"})
    course = Course({"approved_on": date(2022, 1, 27), "filed_on": date(2022, 7, 6)}, None, 5_668_569)
    assert steps_of(course, date(2022, 8, 18), closed)["certified"].state == "due"
    assert steps_of(course, date(2022, 8, 18))["certified"].state == "overdue"


def test_a_closed_last_day_that_no_source_moves_is_shown_and_warned_of() -> None:
    # 15 November 2025 and 7 days are Saturday, 22 November.
    notice = steps_of(Course({"notice_served_on": date(2025, 11, 15)}), date(2025, 11, 15))["notice_filed"]
    assert notice.day == date(2025, 11, 22)
    assert "2025-11-24 is not confirmed" in notice.warnings[0]


def test_dates_out_of_order_and_unknown_steps_are_refused() -> None:
    with pytest.raises(InputError, match="certified_on 2022-07-05 is before filed_on 2022-07-06"):
        steps_of(Course({"filed_on": date(2022, 7, 6), "certified_on": date(2022, 7, 5)}), date(2022, 8, 1))
    with pytest.raises(InputError, match="no such step"):
        steps_of(Course({"party_on": date(2022, 7, 6)}), date(2022, 8, 1))


KNOWN = [name for name in profile_ids() if load(name).calendar is not None]


def test_the_steps_of_ten_profiles_are_known() -> None:
    assert len(KNOWN) == 10


def test_a_step_must_count_from_one_before_it() -> None:
    step = {"id": "a", "title": "A", "duty": "d", "citation": "c", "mark": "found"}
    assert Timetable.model_validate({"subdivision": "CA", "step": [step]}).step[0].key == "a"
    with pytest.raises(ValueError, match="no step before it"):
        Timetable.model_validate({"subdivision": "CA", "step": [step | {"after": "b", "days": 3}]})


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 90), st.integers(1, 90))
def test_counts_add_up(start: date, first: int, second: int) -> None:
    there = CALIFORNIA.after(start, first).day
    assert CALIFORNIA.is_business_day(there)
    assert CALIFORNIA.after(there, second).day == CALIFORNIA.after(start, first + second).day


@pytest.mark.parametrize(
    ("profile", "state", "days"),
    # Filed on Monday, 9 June 2025; Juneteenth and 4 July are no business days. Counted by hand from the days in
    # Elections Code 9030 (8), 9115 (60), A.R.S. 19-121.01/.02 (20 and 15), NRS 293.1276/.1277 (4 and 20),
    # 3 DCMR 1009 (30 calendar days), Wis. Stat. 9.10 (10, 5, 2 and 31 calendar days).
    [
        ("us-ca-state-initiative", "CA", {"raw_count": "2025-06-20"}),
        ("us-ca-county-initiative", "CA", {"certified": "2025-09-04"}),
        ("us-az-initiative", "AZ", {"state_review": "2025-07-09", "certified": "2025-07-30"}),
        ("us-nv-local-recall", "NV", {"raw_count": "2025-06-13", "certified": "2025-07-15"}),
        ("us-nv-initiative", "NV", {"raw_count": "2025-06-13", "certified": None}),
        ("us-co-initiative", "CO", {"certified": "2025-07-09"}),
        ("us-dc-initiative", "DC", {"certified": "2025-07-09"}),
        (
            "us-wi-recall", "WI",
            {"challenge": "2025-06-19", "rebuttal": "2025-06-24", "reply": "2025-06-26", "certified": "2025-07-10"},
        ),
    ],
)  # fmt: skip
def test_other_states(profile: str, state: str, days: dict[str, str | None]) -> None:
    filed = date(2025, 6, 9)
    course = Course({"filed_on": filed, "approved_on": filed})
    found = {step.id: step for step in calendar_of(timetable(profile), course, business_days(state, (), {}), filed)}
    assert {name: str(found[name].day) if found[name].day else None for name in days} == days
