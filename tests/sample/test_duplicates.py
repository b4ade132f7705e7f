"""The pair estimator against every possible sample of a toy petition, and against published figures."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import combinations
from statistics import mean

import pytest

from suffice.errors import InputError
from suffice.sample.duplicates import (
    estimate_duplicates,
    estimate_surplus,
    expected_pairs,
    pair_weight,
    variance_of_estimate,
)

# Eight lines: two voters signed twice, two once, two lines are not valid. Four distinct valid signers, two pairs.
TOY = "aabbcdxx"


def samples(lines: str, size: int) -> list[Counter[str]]:
    """Every sample of `size` lines, as copies drawn by voter; lines marked x are not valid."""
    return [Counter(lines[at] for at in drawn if lines[at] != "x") for drawn in combinations(range(len(lines)), size)]


def pairs(drawn: Counter[str]) -> int:
    return sum(copies * (copies - 1) // 2 for copies in drawn.values())


@pytest.mark.parametrize("size", [2, 3, 4, 5, 6, 7, 8])
def test_every_sample_of_the_toy_petition_gives_the_truth_on_average(size: int) -> None:
    every = [estimate_duplicates(8, size, pairs(drawn)) for drawn in samples(TOY, size)]
    assert mean(one.estimate for one in every) == 2
    true_variance = mean((one.estimate - 2) ** 2 for one in every)
    assert true_variance == variance_of_estimate(2, 8, size)
    if size >= 4:  # with fewer, two pairs cannot be drawn together and nothing estimates D(D-1)
        assert mean(one.variance for one in every) == true_variance


def test_distinct_signers_of_the_toy_petition_and_californias_small_bias() -> None:
    """law.md section 6: the mean is 4 = truth; California's square of N/n averages 4.2857 on the same petition."""
    unbiased, californian = [], []
    for drawn in samples(TOY, 4):
        lines = 2 * sum(drawn.values())
        unbiased.append(lines - estimate_duplicates(8, 4, pairs(drawn)).estimate)
        californian.append(Fraction(lines - 4 * pairs(drawn)))
    assert mean(unbiased) == 4
    assert float(mean(californian)) == pytest.approx(4.2857, abs=5e-5)


@pytest.mark.parametrize("lines", ["aaabcdxx", "aaabbbxx", "aaaabbcx"])
def test_goodman_is_unbiased_and_pairs_err_on_the_safe_side(lines: str) -> None:
    surplus = sum(copies - 1 for voter, copies in Counter(lines).items() if voter != "x")
    drawn = [Counter(one.values()) for one in samples(lines, 4)]
    assert mean(estimate_surplus(8, 4, one, order=4) for one in drawn) == surplus
    assert mean(estimate_surplus(8, 4, one, order=2) for one in drawn) > surplus
    assert mean(estimate_surplus(8, 4, one, order=3) for one in drawn) <= surplus


def test_goodman_explodes_with_triples() -> None:
    """law.md section 6: N = 152,127, n = 7,606, voters once 5,786, twice 4, thrice 2: 128,012.7 distinct signers.

    Only 5,800 lines of 7,606 are valid, which is 116,005 in all: more voters than valid lines.
    """
    found = {1: 5_786, 2: 4, 3: 2}
    lines = Fraction(152_127, 7_606) * 5_800
    assert float(lines - estimate_surplus(152_127, 7_606, found, order=3)) == pytest.approx(128_012.7, abs=0.1)
    assert estimate_surplus(152_127, 7_606, found) == 10 * pair_weight(152_127, 7_606)


def test_published_figures() -> None:
    """law.md: Oregon's pair weight (OR-2, OR-3) and the pairs to be expected in Los Angeles (section 1.2)."""
    assert float(pair_weight(152_127, 7_606)) == pytest.approx(400.087, abs=5e-4)
    assert float(estimate_duplicates(152_127, 7_606, 4).estimate) == pytest.approx(1_600.35, abs=5e-3)
    assert expected_pairs(43_593, 715_833, 35_793) == pytest.approx(108.99, abs=5e-3)
    la = estimate_duplicates(715_833, 35_793, 109)
    assert la.deviation == pytest.approx(4_200, rel=0.015)


@pytest.mark.parametrize(
    ("raw", "sample", "found"), [(0, 0, 0), (10, 11, 0), (10, 0, 0), (10, 1, 0), (10, 4, -1), (10, 4, 7)]
)
def test_counts_that_contradict_each_other(raw: int, sample: int, found: int) -> None:
    with pytest.raises(InputError):
        estimate_duplicates(raw, sample, found)


def test_copies_that_do_not_fit() -> None:
    with pytest.raises(InputError):
        estimate_surplus(100, 10, {2: 6})
    with pytest.raises(InputError):
        estimate_surplus(100, 10, {2: 1}, order=1)
