"""What the samples of several counties say together: values worked out by hand, and against the single sample."""

from __future__ import annotations

from datetime import date

import pytest

from suffice.law.profiles import load
from suffice.sample.estimate import Range, statistics
from suffice.sample.parts import added, statistics_of_parts
from suffice.sample.projection import Tally

CALIFORNIA = load("us-ca-state-initiative", date(2024, 6, 1))
MISSOURI = load("us-mo-initiative", date(2024, 6, 1))


def counted(place: str, lines: int, valid: int, required: int = 1) -> Tally:
    """A county that looked at every line."""
    return Tally(lines, lines, valid, 0, required, place=place)


def test_an_interval_of_a_sum_by_hand() -> None:
    # 300 - sqrt(10^2 + 30^2) = 268.4 and 300 + sqrt(20^2 + 10^2) = 322.4.
    assert added([Range(100, 90, 120), Range(200, 170, 210)]) == Range(300, 268, 322)


def test_one_part_says_what_its_sample_says() -> None:
    alone = statistics(24_034, 722, 516, 2, 15_000)
    found = statistics_of_parts(CALIFORNIA, [Tally(24_034, 722, 516, 2, 1, place="A")], 15_000)
    assert (found.duplicates, found.distinct_valid) == (alone.duplicates, alone.distinct_valid)
    assert found.straight_line == alone.straight_line
    assert found.chance_sufficient == pytest.approx(alone.chance_sufficient, abs=0.015)


@pytest.mark.parametrize(("required", "chance"), [(700, 1.0), (701, 0.0)])
def test_parts_that_looked_at_every_line_leave_nothing_open(required: int, chance: float) -> None:
    found = statistics_of_parts(CALIFORNIA, [counted("A", 480, 371), counted("B", 400, 329)], required)
    assert found.distinct_valid == Range(700, 700, 700)
    assert found.chance_sufficient == chance


@pytest.mark.parametrize(("reaching", "chance"), [(6, 1.0), (5, 0.0)])
def test_the_rule_of_the_law_for_parts_decides(reaching: int, chance: float) -> None:
    """Missouri: six of eight districts must reach theirs (recalled in the profile)."""
    tallies = [counted(str(n), 100, 60, 60 if n < reaching else 61) for n in range(8)]
    assert statistics_of_parts(MISSOURI, tallies, None).chance_sufficient == chance


def test_the_same_petition_has_the_same_figures() -> None:
    tallies = [Tally(24_034, 722, 516, 2, 1, place="A"), Tally(9_000, 500, 400, 1, 1, place="B")]
    assert statistics_of_parts(CALIFORNIA, tallies, 21_000) == statistics_of_parts(CALIFORNIA, tallies, 21_000)
