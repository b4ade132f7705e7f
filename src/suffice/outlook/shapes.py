"""How the pace of a mock campaign goes over its days: steady, a late surge, a collapse, or waves of mail.

A shape is lines a day relative to the campaign's own average, before the days of the week and chance are laid over it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from suffice.outlook.shape import Shape

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class MockDrop:
    """A mailing of a mock campaign: its day (counted from the first), its share of all returns, when they come back."""

    day: int
    share: float
    returns: Numbers


def course(shape: Shape, days: int, rng: np.random.Generator) -> Numbers:
    """The pace of one channel on each of `days` days.

    It begins slowly (a start of one to four weeks) and wanders; the shape's own change comes on a day nobody foresees, within
    a few days, for good.
    """
    day = np.arange(days)
    start = rng.uniform(5, 28)
    pace = 1 - np.exp(-(day + 1) / start)
    pace = pace * np.exp(np.cumsum(rng.normal(0, rng.uniform(0.0, 0.05), days)))
    if shape is Shape.LATE_SURGE:
        begins, times = rng.uniform(0.55, 0.85) * days, rng.uniform(1.5, 3.5)
        pace = pace * (1 + (times - 1) * _step(day, begins, rng.uniform(1, 10)))
    if shape is Shape.COLLAPSE:
        begins, left = rng.uniform(0.35, 0.85) * days, rng.uniform(0.1, 0.5)
        pace = pace * (1 - (1 - left) * _step(day, begins, rng.uniform(1, 10)))
    return np.asarray(pace)


def mailings(days: int, rng: np.random.Generator) -> list[MockDrop]:
    """The drops of a mock campaign: two to six, returns after one to five weeks."""
    lag, form = rng.uniform(7, 25), rng.uniform(1.5, 5)
    found = []
    for _ in range(int(rng.integers(2, 7))):
        day = int(rng.uniform(0.05, 0.85) * days)
        age = np.arange(days) - day
        density = np.where(age >= 1, np.maximum(age, 1.0) ** (form - 1) * np.exp(-np.maximum(age, 1) * form / lag), 0)
        total = float((np.arange(1, 400.0) ** (form - 1) * np.exp(-np.arange(1, 400.0) * form / lag)).sum())
        found.append(MockDrop(day, float(rng.gamma(4, 0.25)), density / total))
    return sorted(found, key=lambda one: one.day)


def week_pattern(rng: np.random.Generator) -> Numbers:
    """How much each day of the week brings, Monday first, on average 1; weekends are busiest where people collect."""
    pattern = np.array([0.7, 0.8, 0.9, 0.9, 1.0, 1.5, 1.2]) ** rng.uniform(0, 2) * np.exp(rng.normal(0, 0.1, 7))
    return np.asarray(pattern / pattern.mean())


def _step(day: npt.NDArray[np.signedinteger], begins: float, width: float) -> Numbers:
    return np.asarray(1 / (1 + np.exp(-(day - begins) / width)))
