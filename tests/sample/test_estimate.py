"""The statistics a statute leaves out: the worked example, extremes, and coverage by simulation."""

from __future__ import annotations

import numpy as np
import pytest
from benchmarks.coverage import Petition, coverage
from hypothesis import given, settings
from hypothesis import strategies as st

from suffice.errors import InputError
from suffice.sample.estimate import duplicates_below, statistics, turning_point
from suffice.sample.interval import Design, chance_as_high

RAW, SAMPLE, VALID, REQUIRED = 715_833, 35_793, 27_983, 566_857


def test_los_angeles_without_duplicates_looks_better_than_it_was() -> None:
    """law.md 1.2: 27,983 of 35,793 carried in a straight line; the full count found 520,050."""
    said = statistics(RAW, SAMPLE, VALID, 0, REQUIRED)
    assert said.straight_line == round(VALID * RAW / SAMPLE) == 559_639
    assert said.distinct_valid.estimate == 559_639
    assert said.duplicates.low == 0
    assert said.duplicates.high == round(3.6888794541 * said.pair_weight)  # -ln(0.025) pairs, exact limit at none seen
    assert said.pair_weight == pytest.approx(399.98, abs=0.01)


def test_los_angeles_with_the_duplicates_to_be_expected() -> None:
    said = statistics(RAW, SAMPLE, VALID, 109, REQUIRED)
    # (27,983 + 109) x 715,833 / 35,793 - 109 x 399.98
    assert said.distinct_valid.estimate == pytest.approx(518_222, abs=5)  # the statute's own figure, law.md CA-5
    assert said.distinct_valid.low < 520_050 < said.distinct_valid.high
    assert said.duplicates.low < 43_593 < said.duplicates.high
    assert said.chance_sufficient < 1e-6


def test_a_requirement_at_the_estimate_is_a_coin_toss() -> None:
    assert statistics(RAW, SAMPLE, VALID, 109, 518_223).chance_sufficient == pytest.approx(0.5, abs=0.05)


def test_every_line_looked_at_leaves_nothing_unknown() -> None:
    said = statistics(1_000, 1_000, 700, 50, 700)
    assert (said.distinct_valid.low, said.distinct_valid.estimate, said.distinct_valid.high) == (700, 700, 700)
    assert (said.duplicates.low, said.duplicates.high) == (50, 50)
    assert said.chance_sufficient == 1
    assert statistics(1_000, 1_000, 700, 50, 701).chance_sufficient == 0


def test_void_all_costs_both_copies() -> None:
    once = statistics(100_000, 5_000, 3_000, 20, 50_000)
    void = statistics(100_000, 5_000, 3_000, 20, 50_000, copies_lost=2)
    # (3,000 + 20) x 20 - 20 x 400.08 against (3,000 + 40) x 20 - 40 x 400.08
    assert once.distinct_valid.estimate == pytest.approx(52_398, abs=1)
    assert void.distinct_valid.estimate == pytest.approx(44_797, abs=1)


def test_the_duplicates_that_turn_a_decision() -> None:
    """By California's arithmetic 131 turn Los Angeles' full check (law.md CA-6); here 90 % of the requirement is the line."""
    assert turning_point(lambda found: "insufficient" if found >= 131 else "full-check", 0, 1_000) == 131
    assert turning_point(lambda _: "sufficient", 0, 1_000) is None
    assert duplicates_below(RAW, SAMPLE, VALID, 510_172) == 131
    assert duplicates_below(RAW, SAMPLE, VALID, REQUIRED) == 0


@settings(max_examples=40, deadline=None)
@given(st.integers(400, 900), st.integers(0, 60), st.integers(1, 40))
def test_a_duplicate_found_never_helps(valid: int, duplicates: int, more: int) -> None:
    before = statistics(20_000, 1_000, valid, duplicates, 12_000)
    after = statistics(20_000, 1_000, valid - more, duplicates + more, 12_000)
    assert (
        after.distinct_valid.estimate < before.distinct_valid.estimate or after.distinct_valid.estimate == valid - more
    )
    assert after.chance_sufficient <= before.chance_sufficient
    assert before.distinct_valid.low <= before.distinct_valid.estimate <= before.distinct_valid.high


def test_the_chance_of_an_estimate_is_that_of_simulated_samples() -> None:
    """The tail behind the interval against 40,000 samples drawn without replacement (standard error 0.25 points)."""
    petition = Petition(25_000, 1_250, 20_000, 1_000)
    lines, pairs = petition.draw(np.random.default_rng(3), 40_000)
    estimates = lines * 20 - pairs / Design(25_000, 1_250).two
    at = np.array([19_000.0])
    seen = float(np.mean(estimates >= 19_000))
    said = chance_as_high(Design(25_000, 1_250), at, at, np.array([1_000.0]), np.array([2.5]))
    assert float(said[0]) == pytest.approx(seen, abs=0.015)


@pytest.mark.parametrize("validity", [0.5, 0.8, 0.95])
@pytest.mark.parametrize("rate", [0.005, 0.06, 0.1])
def test_coverage_is_within_a_point_of_nominal(validity: float, rate: float) -> None:
    """2,000 simulated petitions of a county's size: one point, and three standard errors of the simulation (1.5) beside it."""
    petition = Petition.of(RAW, SAMPLE, validity, rate)
    held = coverage(petition, 2_000, seed=11)
    assert held.inside == pytest.approx(0.95, abs=0.01 + 0.005)


@pytest.mark.parametrize("validity", [0.5, 0.8, 0.95])
def test_coverage_without_duplicates_at_a_countys_size(validity: float) -> None:
    held = coverage(Petition.of(RAW, SAMPLE, validity, 0.0), 2_000, seed=12)
    assert held.inside == pytest.approx(0.95, abs=0.01 + 0.005)


@pytest.mark.parametrize(("raw", "sample"), [(25_000, 1_250), (24_034, 722)])
def test_where_no_duplicate_is_the_truth_only_the_upper_limit_errs(raw: int, sample: int) -> None:
    """The lower limit must allow for hidden pairs; the upper one errs in its 2.5 % (1.0 is three standard errors)."""
    held = coverage(Petition.of(raw, sample, 0.8, 0.0), 2_000, seed=5)
    assert held.above < 0.005
    assert held.below == pytest.approx(0.025, abs=0.01)


def test_a_petition_without_duplicates_shows_none() -> None:
    """With the truth 800 of 1,000 and no pair, the estimate is N y/n, as good as normal around 800: half lie above."""
    at = np.array([800.0])
    # 80 of 100 lines valid and no pair: what explains it best is a petition without duplicates.
    said = chance_as_high(Design(1_000, 100), at, at, np.array([80.0]), np.array([0.0]))
    assert float(said[0]) == pytest.approx(0.5, abs=1e-6)


@pytest.mark.parametrize(
    ("raw", "sample", "valid", "duplicates", "required"),
    [(10, 11, 5, 0, 5), (0, 0, 0, 0, 1), (100, 50, 51, 0, 5), (100, 50, 45, 6, 5), (100, 50, -1, 0, 5),
     (100, 50, 0, 1, 5), (100, 50, 5, -1, 5), (100, 50, 5, 0, 0)],
)  # fmt: skip
def test_counts_that_contradict_each_other(raw: int, sample: int, valid: int, duplicates: int, required: int) -> None:
    with pytest.raises(InputError):
        statistics(raw, sample, valid, duplicates, required)
