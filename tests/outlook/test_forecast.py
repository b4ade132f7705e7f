"""The outlook as a whole: honest with little, steady with much, the same for the same seed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from suffice.errors import InputError
from suffice.outlook.forecast import outlook
from suffice.outlook.records import Check, Counts, Interval
from suffice.outlook.situation import Situation

BEGINS = date(2024, 1, 1)
AIM = Situation("Mock", "us-ca-local-recall", 7_000, BEGINS, BEGINS + timedelta(days=100), 70_000)


def counts(days: int, lines: int, channel: str = "paid") -> Counts:
    before = BEGINS - timedelta(days=1)
    return Counts(
        tuple(Interval(channel, before + timedelta(days=n), before + timedelta(days=n + 1), lines) for n in range(days))
    )


def checks(batches: int, valid: int = 80, duplicates: int = 0) -> tuple[Check, ...]:
    return tuple(
        Check(f"B{n}", BEGINS + timedelta(days=n), "paid", 100, 100, valid - duplicates, duplicates)
        for n in range(batches)
    )


def test_same_seed_same_bytes() -> None:
    one, same, other = (outlook(AIM, counts(50, 90), checks(9), seed=seed).as_json() for seed in (1, 1, 2))
    assert json.dumps(one, default=str) == json.dumps(same, default=str)
    assert one != other


def test_more_lines_never_hurt() -> None:
    chances = []
    for lines in (60, 90, 120):
        found = outlook(AIM, counts(50, lines), checks(20)).at_deadline
        assert found is not None
        chances.append(found.chance_full_count)
    assert chances == sorted(chances)
    assert chances[0] < 0.05
    assert chances[-1] > 0.9


def test_duplicates_found_lower_the_chance() -> None:
    clean, twice = (outlook(AIM, counts(50, 100), checks(20, duplicates=many)).at_deadline for many in (0, 6))
    assert clean is not None
    assert twice is not None
    assert twice.duplicates.middle > 5 * clean.duplicates.middle
    assert twice.chance_full_count < clean.chance_full_count


def test_on_the_last_day_only_the_lines_are_open() -> None:
    found = outlook(AIM, counts(101, 90), checks(20))
    assert found.as_of == AIM.deadline
    assert found.at_deadline is not None
    assert found.at_deadline.raw.low == found.at_deadline.raw.high == 101 * 90
    assert found.at_deadline.distinct_valid == found.today.distinct_valid
    assert all(one.lines_a_day is None for one in found.cushions)


def test_nothing_collected_gives_no_number() -> None:
    found = outlook(AIM, counts(10, 0))
    assert found.at_deadline is None
    assert found.fan == ()
    assert "No line has come in yet" in " ".join(found.caveats)


@pytest.mark.parametrize(
    ("days", "made", "as_of", "said"),
    [
        (50, 0, None, "No in-house check yet"),
        (50, 1, None, "Only 100 lines were checked"),
        (3, 5, None, "Only 3 days of collection"),
        (50, 9, BEGINS + timedelta(days=80), "The last count is of 2024-02-19, 31 days before"),
        (50, 9, BEGINS + timedelta(days=200), "has passed"),
        (50, 9, BEGINS + timedelta(days=20), "Counts after 2024-01-21 are left out: 29"),
        (50, 60, None, "more than the 4,500 counted"),
    ],
)
def test_what_is_thin_is_said(days: int, made: int, as_of: date | None, said: str) -> None:
    assert said in " ".join(outlook(AIM, counts(days, 90), checks(made), as_of).caveats)


def test_without_checks_the_answer_is_wide() -> None:
    blind, seeing = (outlook(AIM, counts(50, 90), made).at_deadline for made in ((), checks(20)))
    assert blind is not None
    assert seeing is not None
    widths = [one.distinct_valid.high - one.distinct_valid.low for one in (blind, seeing)]
    assert widths[0] > 1.5 * widths[1]
    assert 0.02 < blind.chance_full_count < 0.98


def test_a_day_before_the_first_count() -> None:
    with pytest.raises(InputError, match="Nothing was counted by this day"):
        outlook(AIM, counts(10, 5), as_of=BEGINS - timedelta(days=1))


def test_a_channel_checked_but_not_counted() -> None:
    stray = replace(checks(1)[0], channel="mial")
    found = outlook(AIM, counts(50, 90), (*checks(9), replace(stray, batch="S")))
    assert [one.channel for one in found.channels] == ["paid", "mial"]
    assert "a channel is written in two ways" in " ".join(found.caveats)
