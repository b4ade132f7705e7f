"""How sure one can be of the full count: two unknowns, valid lines and surplus copies, after a random sample.

The model. Of `raw` lines (N), Y are valid if every copy of a voter's signature is counted, and D of those are surplus
copies. A sample of n lines shows y valid lines, every copy counted, and d pairs of copies.

- Y, given y: beta-binomial over the lines not drawn, from Jeffreys' prior for the share of valid lines. It knows that the
  petition is finite: with every line drawn nothing is left unknown.
- D, given d and Y: each pair of valid lines was drawn with chance q = y(y-1) / Y(Y-1), so that D - d is negative binomial
  with shape d + 1/2 (Jeffreys' prior for the mean of a Poisson count). It is an honest range at d = 0 too, and it knows that
  more valid lines leave room for more pairs.

The full count of distinct valid signers is M = Y - D, or Y - 2D where the law voids every copy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from scipy import stats

Numbers: TypeAlias = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Posterior:
    """What is known after a sample: chances of Y on a grid, and of D given each."""

    valid_lines: Numbers
    weights: Numbers
    pairs_drawn: int
    together: Numbers

    def chance_of_at_least(self, required: float, copies_lost: int = 1) -> float:
        """The chance that the full count of distinct valid signers reaches `required`."""
        room = np.floor((self.valid_lines - required) / copies_lost)
        return float(np.dot(self.weights, duplicates_at_most(room, self.pairs_drawn, self.together)))

    def drawn(self, random: np.random.Generator, petitions: int, copies_lost: int = 1) -> Numbers:
        """The distinct valid signers of so many petitions, drawn at random from what is known."""
        at = random.choice(len(self.weights), size=petitions, p=self.weights)
        # Where nothing was learnt of duplicates (chance 0) any number is possible: as good as all.
        unseen = random.negative_binomial(self.pairs_drawn + 0.5, np.clip(self.together[at], 1e-9, 1.0))
        return self.valid_lines[at] - copies_lost * (self.pairs_drawn + unseen.astype(np.float64))


def posterior(raw: int, sample: int, valid_lines: int, pairs: int) -> Posterior:
    """What a sample of `sample` lines, `valid_lines` of them valid with every copy counted, tells about the petition."""
    unseen = raw - sample
    spread = stats.betabinom(unseen, valid_lines + 0.5, sample - valid_lines + 0.5)
    middle, deviation = float(spread.mean()), float(spread.std())
    first, last = max(0, int(middle - 7 * deviation) - 2), min(unseen, int(middle + 7 * deviation) + 2)
    step = max(1, (last - first) // 4_000)
    grid = np.arange(first, last + 1, step, dtype=np.float64)
    weights = np.exp(spread.logpmf(grid))
    weights /= weights.sum()
    lines = grid + valid_lines
    return Posterior(lines, weights, pairs, together(valid_lines, lines))


def together(drawn: int, lines: Numbers) -> Numbers:
    """The chance that two given valid lines were both drawn, `drawn` of `lines` valid lines being in the sample."""
    return np.clip(drawn * (drawn - 1.0) / np.maximum(lines * (lines - 1.0), 1.0), 0.0, 1.0)


def duplicates_at_most(most: Numbers, pairs: int, chance: Numbers) -> Numbers:
    """The chance that the petition holds at most `most` pairs, `pairs` of them drawn, each drawn with `chance`."""
    beyond = most - pairs
    # scipy has no negative binomial at chance 0 (nothing was learnt: any number is possible) or 1 (nothing is left).
    inside = np.clip(chance, 1e-300, 1.0)
    return np.where(beyond < 0, 0.0, np.where(inside >= 1.0, 1.0, stats.nbinom.cdf(beyond, pairs + 0.5, inside)))
