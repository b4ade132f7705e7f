"""How often the interval for distinct valid signers holds the truth: `python -m benchmarks.coverage`.

Petitions with a known truth are sampled without replacement, exactly: no approximation of the intervals is used to make them.
The share of lines that are valid counts every copy; the rate of duplicates is the share of lines that are second copies.
"""

from __future__ import annotations

import argparse
import csv
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from suffice.sample.interval import Design, distinct_interval

VALIDITY = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
RATES = (0.0, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1)
# The worked example; a county's petition at 5 %; the regulation's example at 3 %.
SIZES = ((715_833, 35_793), (25_000, 1_250), (24_034, 722))


@dataclass(frozen=True)
class Petition:
    """A petition with known truth: lines, lines sampled, valid lines with every copy, pairs of copies."""

    raw: int
    sample: int
    valid_lines: int
    pairs: int

    @classmethod
    def of(cls, raw: int, sample: int, validity: float, rate: float) -> Petition:
        """A petition in which `validity` of the lines are valid and `rate` of the lines are second copies."""
        return cls(raw, sample, round(raw * validity), round(raw * rate))

    def draw(self, rng: np.random.Generator, samples: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Valid lines (every copy) and pairs found, in each of `samples` samples without replacement."""
        of_pairs = rng.hypergeometric(2 * self.pairs, self.raw - 2 * self.pairs, self.sample, samples)
        firsts = rng.hypergeometric(self.pairs, self.pairs, of_pairs) if self.pairs else of_pairs
        # The firsts drawn are any firsts: how many of the seconds drawn belong to them is hypergeometric again.
        both = rng.hypergeometric(firsts, self.pairs - firsts, of_pairs - firsts) if self.pairs else of_pairs
        singles = rng.hypergeometric(
            self.valid_lines - 2 * self.pairs, self.raw - self.valid_lines, self.sample - of_pairs
        )
        return (of_pairs + singles).astype(float), both.astype(float)


@dataclass(frozen=True)
class Coverage:
    """Shares of samples whose interval held the truth, lay wholly above it, wholly below it; and its mean width."""

    inside: float
    above: float
    below: float
    width: float


def coverage(petition: Petition, samples: int, seed: int, level: float = 0.95) -> Coverage:
    """Coverage of the interval over `samples` samples of `petition`."""
    lines, pairs = petition.draw(np.random.default_rng(seed), samples)
    low, high = distinct_interval(Design(petition.raw, petition.sample), lines, pairs, level)
    truth = petition.valid_lines - petition.pairs
    above, below = float(np.mean(low > truth)), float(np.mean(high < truth))
    return Coverage(1 - above - below, above, below, float(np.mean(high - low)))


def main() -> None:
    """Prints the table and, where asked, writes it as CSV."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--samples", type=int, default=4_000, help="simulated petitions for each cell")
    parser.add_argument("--csv", type=Path, help="write the table to this file too")
    given = parser.parse_args()
    rows = [("lines", "sampled", "validity", "duplicates", "inside", "above", "below", "width")]
    for raw, sample in SIZES:
        print(f"\n{raw:,} lines, {sample:,} sampled; {given.samples:,} petitions a cell; nominal 95 %")
        print("validity " + "".join(f"{rate:>9.1%}" for rate in RATES) + "   of the lines are second copies")
        for validity in VALIDITY:
            line = f"{validity:>8.0%} "
            for number, rate in enumerate(RATES):
                held = coverage(Petition.of(raw, sample, validity, rate), given.samples, seed=1_000 + number)
                line += f"{held.inside:>9.1%}"
                rows.append(
                    (raw, sample, validity, rate, round(held.inside, 4), round(held.above, 4), round(held.below, 4),
                     round(held.width))
                )  # fmt: skip
            print(line)
            sys.stdout.flush()
    if given.csv:
        with given.csv.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)


if __name__ == "__main__":
    main()
