"""The sequential look: hand-computed limits, and its error in simulated petitions looked at line by line."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from suffice.errors import InputError
from suffice.sample.plan import Plan, Verdict, duplicate_limits, verdict, verdicts
from suffice.sample.work import boundaries, expected_work


def looked_at(
    rng: np.random.Generator, lines: int, valid: int, pairs: int, triples: int
) -> tuple[np.ndarray, np.ndarray]:
    """Valid lines (first copies) and surplus copies found after each line of a petition in random order."""
    place = rng.permutation(lines)
    second = [np.maximum(place[:pairs], place[pairs : 2 * pairs])]
    threes = np.sort(place[2 * pairs : 2 * pairs + 3 * triples].reshape(3, triples), axis=0)
    copies = np.bincount(np.concatenate([*second, threes[1], threes[2]]), minlength=lines).cumsum()
    return np.bincount(place[:valid], minlength=lines).cumsum() - copies, copies


@pytest.mark.parametrize(
    ("valid", "pairs", "triples"), [(800, 0, 0), (800, 20, 0), (800, 80, 0), (800, 0, 25), (550, 0, 0), (950, 0, 0)]
)
@pytest.mark.parametrize("short_by", [1, 0])
def test_a_verdict_is_wrong_no_more_often_than_its_risk(valid: int, pairs: int, triples: int, short_by: int) -> None:
    """1,000 lines at the hardest place: a requirement one above the truth, or met exactly; judged after every line."""
    rng = np.random.default_rng(17)
    truth = valid - pairs - 2 * triples
    plan = Plan(1_000, truth + short_by, risk=0.1)
    wrong = 0
    after = np.arange(1.0, 1_001.0)
    for _ in range(400):
        counted, copies = looked_at(rng, 1_000, valid, pairs, triples)
        enough, short = verdicts(plan, after, counted.astype(float), copies.astype(float))
        false, true = (enough, short) if short_by else (short, enough)
        wrong += bool(false.any() and false.argmax() < (true.argmax() if true.any() else 1_000))
    assert wrong <= 0.1 * 400


def test_valid_lines_by_hand() -> None:
    """No duplicates possible: the boundary is where (t + 1) times the hypergeometric chance falls to half the risk."""
    plan = Plan(10_000, 6_000, risk=0.05, duplicates_at_most=0)
    [at] = boundaries(plan, np.array([500.0]), np.array([0.0]))
    chance = [501 * stats.hypergeom.pmf(valid, 10_000, 5_999, 500) for valid in range(501)]
    assert at.sufficient_from == next(valid for valid in range(300, 501) if chance[valid] <= 0.025)
    chance = [501 * stats.hypergeom.pmf(valid, 10_000, 6_000, 500) for valid in range(501)]
    assert at.insufficient_to == next(valid for valid in range(300, 0, -1) if chance[valid] <= 0.025)
    assert verdict(plan, 500, at.sufficient_from, 0) is Verdict.SUFFICIENT
    assert verdict(plan, 500, at.sufficient_from - 1, 0) is Verdict.GO_ON
    assert verdict(plan, 500, at.insufficient_to, 0) is Verdict.INSUFFICIENT


def test_duplicates_by_hand() -> None:
    """At half of 1,000,000 lines, 16 looks before the last share 0.025: none seen allows -ln(0.025/16) pairs, times 4."""
    plan = Plan(1_000_000, 600_000)
    assert len(plan.looks()) == 17
    low, high = duplicate_limits(plan, np.array([500_000.0]), np.array([0.0]))
    assert low[0] == 0
    assert high[0] == pytest.approx(-np.log(0.025 / 16) * 4, rel=1e-4)


def test_the_lower_limit_of_duplicates_allows_for_more_copies() -> None:
    """At half of 1,000,000 lines with 40 pairs: the exact Poisson limit (scipy's cdf says so), times 4, times 2 / copies."""
    limits = [
        duplicate_limits(Plan(1_000_000, 600_000, most_copies=most), np.array([500_000.0]), np.array([40.0]))[0][0]
        for most in (2, 3, 4)
    ]
    assert stats.poisson.sf(39, limits[0] / 4) == pytest.approx(0.025 / 16, rel=1e-3)
    assert limits[1] == pytest.approx(limits[0] * 2 / 3)
    assert limits[2] == pytest.approx(limits[0] / 2)


def test_a_petition_looked_at_whole_is_counted() -> None:
    plan = Plan(1_000, 700)
    assert verdict(plan, 1_000, 700, 10) is Verdict.SUFFICIENT
    assert verdict(plan, 1_000, 699, 10) is Verdict.INSUFFICIENT
    assert verdict(plan, 0, 0, 0) is Verdict.GO_ON


def test_los_angeles_needed_fewer_lines_than_its_sample() -> None:
    """The worked example: 72.65 % counted in full, 6.09 % second copies, 566,857 required; the statute's sample is 35,793."""
    work = expected_work(Plan(715_833, 566_857), 520_050 / 715_833, 43_593 / 715_833)
    assert work.insufficient == 1
    assert work.mean < 20_000


def test_close_petitions_take_more_lines() -> None:
    plan = Plan(100_000, 70_000)
    far, near = expected_work(plan, 0.9, 0.02), expected_work(plan, 0.75, 0.02)
    assert far.mean < near.mean
    assert far.sufficient == near.sufficient == 1


@pytest.mark.parametrize(
    "made",
    [{"raw": 0}, {"required": 0}, {"risk": 0.0}, {"risk": 0.6}, {"copies_lost": 3}, {"most_copies": 1},
     {"duplicates_at_most": -1}],
)  # fmt: skip
def test_numbers_that_cannot_be_used(made: dict[str, float]) -> None:
    with pytest.raises(InputError):
        Plan(**({"raw": 1_000, "required": 500} | made))


def test_lines_that_do_not_add_up() -> None:
    with pytest.raises(InputError):
        verdict(Plan(1_000, 500), 100, 95, 6)
    with pytest.raises(InputError):
        expected_work(Plan(1_000, 500), 0.9, 0.2)
