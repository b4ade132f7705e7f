"""The chance that the petition suffices: under a full count, and under the statute's sample with its band.

Everything is counted over draws: one draw is one possible truth (lines, valid lines, duplicates), as likely as any other.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from suffice.errors import InputError
from suffice.law.sampling import Decision, SampleRule
from suffice.outlook.duplicates import second_copies
from suffice.sample.project import compute
from suffice.sample.projection import Tally
from suffice.sample.size import sample_size

Numbers = npt.NDArray[np.float64]

SAMPLED = 1_000
"""Draws whose sample is projected by the statute's own arithmetic: a chance of one half is then known to 1.6 points."""


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
class SampleChances:
    """What the statute's sample says.

    Three chances that add to 1 (`full_count` also where the law draws a second sample), and the chance that the petition
    suffices in the end, every line being looked at where the sample does not decide.
    """

    sufficient: float
    full_count: float
    insufficient: float
    suffices_in_the_end: float
    citation: str
    mark: str


def chance_under_full_count(truths: Truths, required: int, copies_lost: int = 1) -> float:
    """The chance that every line being looked at, enough of them count."""
    return float(np.mean(np.floor(truths.distinct(copies_lost)) >= required))


def samples_decide(rule: SampleRule | None) -> bool:
    """Whether the statute's sample decides anything that can be worked out beforehand."""
    if rule is None or rule.projection is None or rule.decision is None:
        return False
    try:
        sample_size(rule.size, 1_000_000)
    except InputError:
        return False
    return True


def chances_under_sample(
    truths: Truths, required: int, rule: SampleRule, rng: np.random.Generator, copies_lost: int = 1
) -> SampleChances:
    """The chances of the statute's sample: `SAMPLED` truths are sampled once each and projected by its own arithmetic.

    Valid lines drawn are normal with the variance of drawing without replacement, pairs drawn Poisson: at the sizes that are
    sampled both are within a line of the exact distributions. `rule` must decide (`samples_decide`).
    """
    every = slice(None, None, max(1, len(truths.raw) // SAMPLED))
    raw = np.maximum(np.round(truths.raw[every]), 2).astype(np.int64)
    sizes = {int(one): sample_size(rule.size, int(one)).lines for one in np.unique(raw)}
    size = np.array([sizes[int(one)] for one in raw])
    share = np.clip(truths.valid_lines[every] / raw, 0, 1)
    spread = np.sqrt(size * share * (1 - share) * (1 - size / raw))
    valid = np.clip(np.round(size * share + spread * rng.standard_normal(len(raw))), 0, size).astype(np.int64)
    pairs = np.minimum(rng.poisson(truths.duplicates[every] * (size / raw) ** 2), valid // 2)
    counted = valid if rule.projection and rule.projection.valid_counts == "every copy" else valid - copies_lost * pairs
    enough = np.floor(truths.distinct(copies_lost)[every]) >= required
    said: Counter[Decision] = Counter()
    in_the_end = 0
    for at in range(len(raw)):
        tally = Tally(
            int(raw[at]), int(size[at]), int(counted[at]), int(pairs[at]), required, int(size[at] - valid[at])
        )
        decision = compute(rule, tally).decision
        said[decision] += 1
        in_the_end += decision == "sufficient" or (decision != "insufficient" and bool(enough[at]))
    number = len(raw)
    undecided = said["full-check"] + said["second-sample"]
    return SampleChances(
        said["sufficient"] / number, undecided / number, said["insufficient"] / number, in_the_end / number,
        rule.citation, rule.decision.mark if rule.decision else rule.mark,
    )  # fmt: skip
