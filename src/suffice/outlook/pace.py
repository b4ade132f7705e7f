"""How many lines will come in: a model of the collection's pace, channel by channel.

The days before the last count are cut into weeks (counted back from it, so that each holds every day of the week once); longer
intervals stay as they are. The logarithm of the pace wanders from day to day (a random walk of deviation `wander` a day), and each
week scatters around it (deviation `scatter` a week, beside the chance of whole numbers). Both are unknown: a grid of values
is weighted by how well it explains the weeks seen, starting from weights that were set on mock campaigns of other seeds than
those the benchmark measures with. With one week seen that belief rules and the forecast is wide; with many it narrows to what
the campaign itself shows. The days to come wander on, with heavier tails, as campaigns do when money comes or ends.

Source: M. West and J. Harrison, Bayesian Forecasting and Dynamic Models (1997), the local level model.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from suffice.outlook.records import Interval

Numbers = npt.NDArray[np.float64]

WEEK = 7
WANDER = np.array([0.01, 0.02, 0.035, 0.055, 0.08, 0.12, 0.18])
SCATTER = np.array([0.05, 0.1, 0.2, 0.35, 0.6, 1.0])


@dataclass(frozen=True)
class PaceBelief:
    """What is believed of a campaign's pace before a week is seen. Deviations of logarithms."""

    wander: float = 0.05
    wander_spread: float = 0.6
    scatter: float = 0.2
    scatter_spread: float = 0.7
    tails: float = 5.0
    together: float = 0.6

    def weights(self) -> Numbers:
        """Logarithms of the weights of the grid (wander, scatter)."""
        wander = -0.5 * (np.log(WANDER / self.wander) / self.wander_spread) ** 2
        scatter = -0.5 * (np.log(SCATTER / self.scatter) / self.scatter_spread) ** 2
        return np.asarray(wander[:, None] + scatter[None, :])


@dataclass(frozen=True)
class Block:
    """Lines of a stretch of days that ends `ended` days before the last count."""

    days: int
    lines: int
    ended: int


@dataclass(frozen=True)
class Level:
    """What the weeks seen say of today's pace.

    For each pair of the grid its weight, and mean and variance of the logarithm of lines a day.
    """

    weights: Numbers
    mean: Numbers
    variance: Numbers

    @property
    def lines_a_day(self) -> float:
        """The pace today, in lines a day (the middle of what is believed)."""
        return float(np.exp(np.sum(self.weights * self.mean)))


def blocks(intervals: Sequence[Interval], today: date) -> list[Block]:
    """Intervals of one channel gathered, from the last back, into stretches of at least a week, oldest first."""
    found: list[Block] = []
    days = lines = 0
    ended = 0
    for interval in sorted(intervals, key=lambda one: one.until, reverse=True):
        if days == 0:
            ended = max((today - interval.until).days, 0)
        days, lines = days + interval.days, lines + interval.lines
        if days >= WEEK:
            found.append(Block(days, lines, ended))
            days = lines = 0
    if days:
        found.append(Block(days, lines, ended))
    return found[::-1]


def level(seen: Sequence[Block], belief: PaceBelief) -> Level | None:
    """What the blocks seen say of today's pace; None where not one line was seen."""
    if not any(block.lines for block in seen):
        return None
    wander = WANDER[:, None] ** 2
    scatter = SCATTER[None, :] ** 2
    fit = belief.weights()
    mean = np.full_like(fit, np.log((seen[0].lines + 0.5) / seen[0].days))
    # A first block tells the pace of its own days as well as its scatter allows.
    variance = scatter * WEEK / max(seen[0].days, 1) + 1 / (seen[0].lines + 0.5) + wander * seen[0].days / 3
    before = seen[0]
    for block in seen[1:]:
        between = before.ended - block.ended
        variance = variance + wander * between
        noise = scatter * WEEK / block.days + 1 / (block.lines + 0.5)
        total = variance + noise
        surprise = np.log((block.lines + 0.5) / block.days) - mean
        fit = fit - 0.5 * (np.log(total) + surprise**2 / total)
        gain = variance / total
        mean, variance, before = mean + gain * surprise, variance * (1 - gain), block
    variance = variance + wander * before.ended
    weights = np.exp(fit - fit.max())
    return Level(weights / weights.sum(), mean, variance)


def week_shares(intervals: Sequence[Interval]) -> Numbers:
    """The share of a week's lines on each of its days, Monday first, drawn towards an even week where little was seen."""
    daily = [one for one in intervals if one.days == 1]
    lines = np.zeros(WEEK)
    for one in daily:
        lines[one.until.weekday()] += one.lines
    if len(daily) < 2 * WEEK or not lines.sum():
        return np.full(WEEK, 1 / WEEK)
    seen = len(daily) / WEEK
    shares = (lines / lines.sum() * seen + np.full(WEEK, 1 / WEEK)) / (seen + 1)
    return np.asarray(shares / shares.sum())


def days_to_come(shares: Numbers, today: date, deadline: date) -> Numbers:
    """For each week after `today`, how many average days it holds until `deadline`: 7, and what is left in the last."""
    days = (deadline - today).days
    weights = np.array([shares[(today + timedelta(days=n)).weekday()] * WEEK for n in range(1, days + 1)])
    return np.array([weights[start : start + WEEK].sum() for start in range(0, days, WEEK)])


def future(now: Level, stretches: Numbers, belief: PaceBelief, rng: np.random.Generator, shared: Numbers) -> Numbers:
    """Lines to come in each of `stretches`: draws x weeks.

    `shared` (draws x weeks, standard normal) is what moves all channels at once.
    """
    draws, weeks = shared.shape
    flat = now.weights.ravel()
    chosen = rng.choice(flat.size, size=draws, p=flat)
    wander = np.broadcast_to(WANDER[:, None], now.weights.shape).ravel()[chosen]
    scatter = np.broadcast_to(SCATTER[None, :], now.weights.shape).ravel()[chosen]
    start = now.mean.ravel()[chosen] + np.sqrt(now.variance.ravel()[chosen]) * rng.standard_normal(draws)
    own = rng.standard_normal((draws, weeks))
    mixed = np.sqrt(belief.together) * shared + np.sqrt(1 - belief.together) * own
    # One tail factor a path: a campaign whose pace jumps once is one whose pace jumps.
    tail = np.sqrt(belief.tails / rng.chisquare(belief.tails, draws))
    steps = (wander * np.sqrt(WEEK) * tail)[:, None] * mixed
    # The first week starts from today, so that it has wandered half a step on average.
    walk = np.cumsum(steps, axis=1) - 0.5 * steps
    noise = scatter[:, None] * rng.standard_normal((draws, weeks))
    pace = np.exp(np.clip(start[:, None] + walk + noise, -20.0, 20.0))
    return np.asarray(rng.poisson(np.minimum(pace * stretches[None, :], 1e9)), dtype=np.float64)
