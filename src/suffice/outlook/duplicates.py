"""Second copies among the lines, from the pairs found in-house: they grow with the square of the lines, never in proportion.

Each pair of valid lines is a duplicate with one small chance r. Of Y valid lines there are Y(Y-1)/2 pairs, so that twice the lines
hold four times the duplicates. Pairs found among y checked valid lines tell r: a gamma distribution with shape `pairs_seen` and
mean by the belief becomes one with the pairs found added to its shape and the pairs looked at to its rate. It is the pair
estimator of `suffice.sample.duplicates` with a little belief added, so that no pair found is not "no duplicate".

A voter with three copies makes three pairs of which two are surplus: the number is over-estimated there, never under-estimated.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from suffice.outlook.belief import LOS_ANGELES_REGISTERED, LOS_ANGELES_REQUIRED, Belief
from suffice.outlook.records import Check

Numbers = npt.NDArray[np.float64]


def believed_rate(belief: Belief, required: int, registered_voters: int | None) -> float:
    """The chance r of a pair by belief: `signers_alike` in a jurisdiction's voters.

    Where they are not known, as many for each signature required as Los Angeles had.
    """
    voters = registered_voters or required * LOS_ANGELES_REGISTERED / LOS_ANGELES_REQUIRED
    return belief.signers_alike / voters


def draw_pair_rate(
    checks: Sequence[Check], rate: float, belief: Belief, rng: np.random.Generator, draws: int
) -> Numbers:
    """Draws of r, the chance that two valid lines are one voter's, given the pairs found in the checks."""
    valid = sum(check.valid_lines for check in checks)
    pairs = sum(check.duplicates for check in checks)
    looked_at = valid * (valid - 1) / 2
    return np.asarray(rng.gamma(belief.pairs_seen + pairs, 1.0, draws) / (belief.pairs_seen / rate + looked_at))


def second_copies(valid_lines: Numbers, rate: Numbers) -> Numbers:
    """Second copies among `valid_lines`: r Y(Y-1)/2, and never more than half of the lines."""
    return np.asarray(np.minimum(rate * valid_lines * np.maximum(valid_lines - 1, 0) / 2, valid_lines / 2))


def straight_line_copies(checks: Sequence[Check], valid_lines: Numbers) -> Numbers:
    """What a campaign gets that carries the share of duplicates among the checked lines over to all: far too few.

    Here for comparison only.
    """
    valid = sum(check.valid_lines for check in checks)
    return np.asarray(valid_lines * (sum(check.duplicates for check in checks) / valid if valid else 0.0))
