"""The petition's sections: how many lines each has, who circulated it, and when its lines were signed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from suffice.mock.draw import Flags, Floats, Integers
from suffice.mock.voters import APPROVED, FILED, Days, day

FEWEST_LINES, MOST_LINES = 10, 50
SECTIONS_PER_CIRCULATOR = 14
UNDATED = 0.02  # of sections: their lines bear no date, the circulator declared between which days they were signed


@dataclass(frozen=True)
class Sections:
    """One line a row, in the order of section and line; all numbered from 0."""

    section: Integers
    line: Integers
    circulator: Integers
    signed_on: Days
    dated: Flags
    first_day: Days  # of the section: when its circulator began
    carelessness: Floats  # how much likelier than others a line of this circulator is to be invalid


def bind(rng: np.random.Generator, lines: int) -> Sections:
    """`lines` lines in sections of 10 to 50 (the last may be shorter)."""
    sizes = rng.integers(FEWEST_LINES, MOST_LINES + 1, lines // FEWEST_LINES + 1)
    sizes = sizes[: int(np.searchsorted(np.cumsum(sizes), lines)) + 1]
    sizes[-1] -= int(sizes.sum()) - lines
    count = len(sizes)
    section = np.repeat(np.arange(count, dtype=np.int32), sizes)
    line = np.arange(lines) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    circulators = max(1, count // SECTIONS_PER_CIRCULATOR)
    circulator = rng.integers(0, circulators, count, dtype=np.int32)
    carelessness = np.exp(rng.normal(0, 0.45, circulators))
    # A section is out for up to three weeks, at any time between approval and filing.
    first, last = day(APPROVED) + 1, day(FILED) - 1
    length = rng.integers(0, 22, count)
    start = rng.integers(first, last - 21, count)
    signed_on = start[section] + np.floor(rng.random(lines) * (length[section] + 1)).astype(np.int64)
    # Lines without a date are judged by the last day of their section, so that is when they count as signed.
    dated = (rng.random(count) >= UNDATED)[section]
    last_day = np.zeros(count, dtype=np.int64)
    np.maximum.at(last_day, section, signed_on)
    signed_on = np.where(dated, signed_on, last_day[section])
    return Sections(
        section, line.astype(np.int32), circulator[section], signed_on.astype(np.int32), dated,
        start[section].astype(np.int32),         carelessness[circulator][section],
    )  # fmt: skip
