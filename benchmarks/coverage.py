"""How often the interval for distinct valid signers holds the truth: `python -m benchmarks.coverage`.

Petitions with a known truth are sampled without replacement, exactly: no approximation of the intervals is used to make them.
The share of lines that are valid counts every copy; the rate of duplicates is the share of lines that are second copies.
"""

from __future__ import annotations

import argparse
import csv
import sys
from dataclasses import dataclass
from math import ceil
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from suffice.sample.estimate import Range
from suffice.sample.interval import Design, distinct_interval
from suffice.sample.parts import added

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


COUNTIES = (
    (24_034, 0.75, 0.03),
    (310_500, 0.78, 0.05),
    (8_000, 0.70, 0.02),
    (128_750, 0.76, 0.04),
    (60_000, 0.72, 0.06),
)
"""Five counties of one petition: lines filed, share of valid lines, share of second copies. Each samples 3 %, at least 500."""


def coverage_of_parts(samples: int, seed: int) -> Coverage:
    """Coverage of the interval for all of `COUNTIES` together."""
    random = np.random.default_rng(seed)
    truth = 0
    parts: list[list[Range]] = []
    for raw, validity, rate in COUNTIES:
        petition = Petition.of(raw, max(500, ceil(raw * 0.03)), validity, rate)
        truth += petition.valid_lines - petition.pairs
        lines, pairs = petition.draw(random, samples)
        design = Design(petition.raw, petition.sample)
        limits = distinct_interval(design, lines, pairs)
        estimates = lines * design.line_weight - pairs / design.two
        parts.append([Range(*map(round, one)) for one in zip(estimates, *limits, strict=True)])
    sums = [added(ranges) for ranges in zip(*parts, strict=True)]
    above, below = np.mean([one.low > truth for one in sums]), np.mean([one.high < truth for one in sums])
    return Coverage(
        float(1 - above - below), float(above), float(below), float(np.mean([s.high - s.low for s in sums]))
    )


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
    held = coverage_of_parts(given.samples, seed=1_000)
    print(
        f"\nfive counties sampled each by itself: {held.inside:.1%} inside, {held.above:.1%} above, {held.below:.1%} below"
    )
    if given.csv:
        with given.csv.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)


if __name__ == "__main__":
    main()
