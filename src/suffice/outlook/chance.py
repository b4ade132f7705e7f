"""The chance that the petition suffices: under a full count, and under the statute's sample with its band.

Everything is counted over draws: one draw is one possible truth (lines, valid lines, duplicates), as likely as any other.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

import numpy as np
import numpy.typing as npt

from suffice.outlook.duplicates import second_copies

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Truths:
    """Draws of what a filing may hold: its lines, valid lines (every copy counted), the chance of a pair."""

    raw: Numbers
    valid_lines: Numbers
    pair_rate: Numbers

    @property
    def duplicates(self) -> Numbers:
        """Second copies."""
        return second_copies(self.valid_lines, self.pair_rate)

    def distinct(self, copies_lost: int = 1) -> Numbers:
        """Valid signatures that count: `copies_lost` lines of each pair do not."""
        return np.asarray(self.valid_lines - copies_lost * self.duplicates)


@dataclass(frozen=True)
class SampleRule:
    """How a statute decides on a random sample.

    `percent` of the lines, but at least `least` of them (all, of a petition with no more); a projection above `high` percent of
    the requirement is sufficient, below `low` percent insufficient, between them every line is looked at.
    """

    percent: float
    least: int
    low: float
    high: float
    citation: str
    mark: str

    def size(self, raw: Numbers) -> Numbers:
        """The lines to be drawn of `raw`."""
        return np.asarray(np.minimum(np.maximum(np.ceil(raw * self.percent / 100), self.least), raw))


@dataclass(frozen=True)
class SampleChances:
    """What the statute's sample says: three chances that add to 1, and that of the petition counting in the end."""

    sufficient: float
    full_count: float
    insufficient: float
    counts_in_the_end: float
    citation: str
    mark: str


def chance_under_full_count(truths: Truths, required: int, copies_lost: int = 1) -> float:
    """The chance that every line being looked at, enough of them count."""
    return float(np.mean(np.floor(truths.distinct(copies_lost)) >= required))


def chances_under_sample(
    truths: Truths, required: int, rule: SampleRule, rng: np.random.Generator, copies_lost: int = 1
) -> SampleChances:
    """The chances of the statute's sample, each truth sampled once.

    Valid lines drawn are normal with the variance of drawing without replacement, pairs drawn Poisson: at the sizes that are
    sampled both are within a line of the exact distributions.
    """
    raw = np.maximum(np.round(truths.raw), 1)
    size = rule.size(raw)
    share = np.clip(truths.valid_lines / raw, 0, 1)
    spread = np.sqrt(size * share * (1 - share) * np.maximum(1 - size / raw, 0))
    drawn = np.clip(np.round(size * share + spread * rng.standard_normal(len(raw))), 0, size)
    fraction = size / raw
    pairs = rng.poisson(truths.duplicates * fraction**2)
    value = raw / np.maximum(size, 1)
    projected = (drawn - copies_lost * pairs) * value - copies_lost * pairs * value * (value - 1)
    above = projected > ceil(required * rule.high) / 100
    below = projected < required * rule.low / 100
    enough = np.floor(truths.distinct(copies_lost)) >= required
    return SampleChances(
        float(np.mean(above)), float(np.mean(~above & ~below)), float(np.mean(below)),
        float(np.mean(above | (~below & enough))), rule.citation, rule.mark,
    )  # fmt: skip
