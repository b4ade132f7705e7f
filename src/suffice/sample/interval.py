"""An interval for the number of distinct valid signers, by asking which numbers the sample does not contradict.

A number M0 is kept if, in a petition with M0 distinct valid signers, an estimate at least as far off as the observed one has
a chance of at least (1 - level) / 2 on either side. The estimate is M = y N/n - w d A2, with A2 = N(N-1) / n(n-1) and w copies
lost a pair. For each M0 the duplicates that explain the sample best are taken (the constrained maximum of the likelihood);
then the chance is computed, not approximated by a bell curve: the number of pairs drawn is spread as a binomial with the true
mean and variance of the count of pairs (Poisson for small samples), and around each possible number the valid lines are
spread normally with the finite petition's variance, shifted by their covariance with the pairs.

So the interval is lopsided where it must be: with no duplicate found it still reaches down to what a petition may hide.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from scipy import special

Numbers: TypeAlias = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Design:
    """A sample of n of N lines, and how many countable signatures each pair of copies costs (1; 2 where all are void)."""

    raw: int
    sample: int
    copies_lost: int = 1

    @property
    def line_weight(self) -> float:
        """N / n."""
        return self.raw / self.sample

    @property
    def two(self) -> float:
        """The chance that two given lines are drawn."""
        return self.sample * (self.sample - 1) / (self.raw * (self.raw - 1))

    @property
    def four(self) -> float:
        """The chance that four given lines are drawn."""
        n, raw = self.sample, self.raw
        return self.two * (n - 2) * (n - 3) / ((raw - 2) * (raw - 3)) if raw > 3 and n > 3 else 0.0


def distinct_interval(
    design: Design, valid_lines: Numbers, pairs: Numbers, level: float = 0.95
) -> tuple[Numbers, Numbers]:
    """Lower and upper limits of the distinct valid signers, for samples with `valid_lines` (every copy) and `pairs`.

    Arrays of equal length, one entry a sample. The limits stay between the signers seen and the lines filed.
    """
    estimate = _estimate(design, valid_lines, pairs)
    kept = valid_lines - design.copies_lost * pairs
    floor, ceiling = np.maximum(kept, 0.0), design.raw - (design.sample - valid_lines) - design.copies_lost * pairs
    if design.sample == design.raw:
        return kept, kept
    tail = (1 - level) / 2
    low = _root(
        design, estimate, valid_lines, pairs, np.broadcast_to(floor, estimate.shape), estimate, tail, upper=False
    )
    high = _root(design, estimate, valid_lines, pairs, estimate, np.maximum(ceiling, estimate), tail, upper=True)
    return np.clip(low, floor, ceiling), np.clip(high, floor, ceiling)


def chance_as_high(design: Design, truth: Numbers, estimate: Numbers, valid_lines: Numbers, pairs: Numbers) -> Numbers:
    """The chance of an estimate of at least `estimate` if the petition holds `truth` distinct valid signers."""
    raw, lost, weight = design.raw, design.copies_lost, design.line_weight
    duplicates = _best_duplicates(design, truth, valid_lines, pairs)
    lines = np.clip(truth + lost * duplicates, 1.0, raw - 0.5)
    share = lines / raw
    mean = duplicates * design.two
    # The pairs drawn: variance of the count in a sample without replacement, never above Poisson's.
    variance = mean * (1 - design.two) + np.maximum(duplicates * (duplicates - 1), 0) * (design.four - design.two**2)
    # 1 - variance / mean, written so that it holds for no duplicates too, where both are 0.
    apart = np.maximum(duplicates - 1, 0) * (design.two**2 - design.four) / design.two
    thinning = np.clip(design.two + apart, 1e-9, 1.0)
    trials = mean / thinning
    free = 1 - design.sample / raw
    line_variance = design.sample * share * (1 - share) * free
    slope = 2 * (1 - share) * free
    residual = np.sqrt(np.maximum(line_variance - slope**2 * np.maximum(variance, 0), 0.05 * line_variance + 1e-9))
    reach = int(np.max(mean + 8 * np.sqrt(mean) + 12))
    chance = np.zeros_like(estimate)
    total = np.zeros_like(estimate)
    for drawn in range(max(0, int(np.min(mean - 8 * np.sqrt(mean) - 12))), reach + 1):
        # A petition without duplicates shows no pair, whatever the formula makes of a fraction of one.
        possible = drawn <= np.ceil(trials)
        log = (
            special.gammaln(trials + 1)
            - special.gammaln(drawn + 1)
            - special.gammaln(np.maximum(trials - drawn, 0) + 1)
            + drawn * np.log(thinning)
            + np.maximum(trials - drawn, 0) * np.log1p(-np.minimum(thinning, 1 - 1e-12))
        )
        probability = np.where(possible, np.exp(log), 0.0)
        centre = weight * (design.sample * share + slope * (drawn - mean)) - lost * drawn / design.two
        chance += probability * special.ndtr((centre - estimate) / (weight * residual))
        total += probability
    return np.asarray(chance / total)


def _estimate(design: Design, valid_lines: Numbers, pairs: Numbers) -> Numbers:
    return np.asarray(valid_lines * design.line_weight - design.copies_lost * pairs / design.two)


def _best_duplicates(design: Design, truth: Numbers, valid_lines: Numbers, pairs: Numbers) -> Numbers:
    """The duplicates that explain the sample best if M = truth: the larger root of a quadratic.

    Maximise -(Y - truth - w D)^2 / 2s^2 + d log D - q D over D, with Y the lines' estimate and s its deviation.
    """
    raw, lost = design.raw, design.copies_lost
    lines = valid_lines * design.line_weight
    share = np.clip((valid_lines + 0.5) / (design.sample + 1), 0.0, 1.0)
    variance = (raw * design.line_weight) * share * (1 - share) * (1 - design.sample / raw)
    half = (lost * (lines - truth) - design.two * variance) / (2 * lost**2)
    root = half + np.sqrt(half**2 + pairs * variance / lost**2)
    most = np.minimum(raw - truth, truth) / lost if lost == 1 else (raw - truth) / lost
    return np.asarray(np.clip(root, pairs, np.maximum(most, pairs)))


def _root(
    design: Design, estimate: Numbers, valid_lines: Numbers, pairs: Numbers, low: Numbers, high: Numbers, tail: float,
    *, upper: bool,
) -> Numbers:  # fmt: skip
    """Bisection, all samples at once, to half a signature: where the chance of the estimate crosses `tail`."""
    low, high = np.array(low, dtype=np.float64), np.array(np.maximum(high, low), dtype=np.float64)
    while float(np.max(high - low)) > 0.5:
        middle = (low + high) / 2
        chance = chance_as_high(design, middle, estimate, valid_lines, pairs)
        beyond = 1 - chance > tail if upper else chance > tail
        inward_low = beyond if upper else ~beyond
        low, high = np.where(inward_low, middle, low), np.where(inward_low, high, middle)
    return (low + high) / 2
