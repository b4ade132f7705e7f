"""A mock campaign whose end is known: for training, for trying the outlook, and for measuring how well it is calibrated.

It is made line by line, not from the outlook's own model: voters with unequal inclination to sign, some of whom sign again;
circulators of unequal care; a share of valid lines that drifts; checks of batches drawn at random and looked up without error.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from suffice.mock.draw import stream
from suffice.outlook.mail import MAIL, Drop
from suffice.outlook.records import Check, Counts, Interval
from suffice.outlook.shape import Shape
from suffice.outlook.shapes import MockDrop, course, mailings, week_pattern
from suffice.outlook.situation import Situation

Numbers = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]

CHANNELS = ("volunteers", "paid", MAIL)
BATCH_DAYS = 7


@dataclass(frozen=True)
class MockLines:
    """Every line of a mock campaign, in the order of its days. `voter` is -1 on lines that are not valid."""

    day: Whole
    channel: Whole
    circulator: Whole
    voter: Whole

    def distinct(self, until: int) -> int:
        """Different voters who signed validly by the end of day `until`."""
        known = self.voter[(self.day <= until) & (self.voter >= 0)]
        return int(np.unique(known).size)

    def valid(self, until: int) -> int:
        """Valid lines, every copy counted, by the end of day `until`."""
        return int(np.count_nonzero((self.day <= until) & (self.voter >= 0)))


@dataclass(frozen=True)
class MockCampaign:
    """A mock campaign: its records as a campaign would have kept them, and its lines."""

    situation: Situation
    shape: Shape
    counts: Counts
    checks: tuple[Check, ...]
    drops: tuple[Drop, ...]
    lines: MockLines

    def day_number(self, day: date) -> int:
        """`day` counted from the first day of circulation, which is 0."""
        return (day - self.situation.begins).days


def make_campaign(situation: Situation, shape: Shape, seed: int, ratio: float | None = None) -> MockCampaign:
    """The mock campaign of `seed` for a petition's situation.

    `ratio` is its lines at the deadline for each signature required; drawn around 1.35 if None.
    """
    rng = stream(seed, f"mock campaign {shape.value}")
    days = (situation.deadline - situation.begins).days + 1
    total = situation.required * (ratio or float(np.exp(rng.normal(np.log(1.35), 0.18))))
    daily, drops, pieces = _daily(situation, shape, days, total, rng)
    lines = _lines(daily, days, situation, rng)
    return MockCampaign(
        situation, shape, _counts(lines, daily, situation), _checks(lines, situation, rng),
        _drops(lines, drops, pieces, situation), lines,
    )  # fmt: skip


def _daily(
    situation: Situation, shape: Shape, days: int, total: float, rng: np.random.Generator
) -> tuple[Whole, list[MockDrop], float]:
    """Lines by channel and day, the drops, and the pieces of a drop whose share is 1."""
    first = situation.begins.weekday()
    week = np.array([week_pattern(rng)[(first + n) % 7] for n in range(days)])
    with_mail = shape is Shape.MAIL_WAVE or rng.random() < 0.25
    shares = rng.dirichlet((2.0, 3.0))
    mailed = (rng.uniform(0.35, 0.7) if shape is Shape.MAIL_WAVE else rng.uniform(0.05, 0.25)) if with_mail else 0.0
    drops = mailings(days, rng) if with_mail else []
    pace = np.zeros((3, days))
    other = Shape.STEADY if shape is Shape.MAIL_WAVE else shape
    for place in (0, 1):
        one = course(other, days, rng) * week * np.exp(rng.normal(0, rng.uniform(0.1, 0.4), days))
        pace[place] = one / one.sum() * total * (1 - mailed) * shares[place]
    full = 0.0
    if drops:
        waves = np.sum([drop.share * drop.returns for drop in drops], axis=0)
        noisy = waves * np.exp(rng.normal(0, 0.25, days))
        full = total * mailed / noisy.sum()
        pace[2] = noisy * full
    return rng.poisson(pace).astype(np.int64), drops, full / rng.uniform(0.008, 0.04)


def _lines(daily: Whole, days: int, situation: Situation, rng: np.random.Generator) -> MockLines:
    counts = daily.ravel()
    channel = np.repeat(np.repeat(np.arange(3), days), counts)
    day = np.repeat(np.tile(np.arange(days), 3), counts)
    order = np.argsort(day, kind="stable")
    channel, day = channel[order], day[order]
    # Mail has no circulator; the others have about one for 400 lines, some much busier.
    people = max(2, len(day) // 400)
    busy = np.cumsum(rng.gamma(0.7, 1.0, people))
    circulator = np.searchsorted(busy, rng.random(len(day)) * busy[-1]).astype(np.int64)
    circulator = np.where(channel == 2, -1, circulator * 2 + channel)
    base = rng.beta(0.77 * 25, 0.23 * 25)
    odds = np.log(base / (1 - base)) + rng.normal(0, 0.25, 3)[channel]
    odds = odds + np.append(rng.normal(0, rng.uniform(0.1, 0.7), 2 * people), 0.0)[circulator]
    drift = np.cumsum(rng.normal(0, rng.uniform(0, 0.012), days))
    valid = rng.random(len(day)) < 1 / (1 + np.exp(-(odds + drift[day])))
    voter = np.full(len(day), -1, dtype=np.int64)
    voter[valid] = _signers(int(valid.sum()), situation.registered_voters or situation.required * 10, rng)
    return MockLines(day, channel, circulator, voter)


def _signers(lines: int, voters: int, rng: np.random.Generator) -> Whole:
    """Who signed each valid line: inclinations differ, and who signed already signs again less readily."""
    inclination = np.cumsum(rng.lognormal(0, rng.uniform(0.2, 1.1), voters))
    again = rng.uniform(0.2, 1.0)
    chosen: Whole = np.searchsorted(inclination, rng.random(lines) * inclination[-1]).astype(np.int64)
    _, first = np.unique(chosen, return_index=True)
    repeats = np.setdiff1d(np.arange(lines), first)
    refuse = repeats[rng.random(len(repeats)) > again]
    # Somebody else signs instead: a voter who has not signed at all.
    free = np.setdiff1d(np.arange(voters), chosen)
    chosen[refuse] = rng.permutation(free)[: len(refuse)]
    return chosen


def _counts(lines: MockLines, daily: Whole, situation: Situation) -> Counts:
    found = []
    for place, channel in enumerate(CHANNELS):
        begun = np.flatnonzero(daily[place])
        for number in range(int(begun[0]) if begun.size else daily.shape[1], daily.shape[1]):
            day = situation.begins + timedelta(days=number)
            found.append(Interval(channel, day - timedelta(days=1), day, int(daily[place, number])))
    return Counts(tuple(found))


def _checks(lines: MockLines, situation: Situation, rng: np.random.Generator) -> tuple[Check, ...]:
    """Weekly batches of a channel, or of a circulator; a share of each is looked up, from not at all to every line."""
    share = float(rng.choice([0.0, 0.02, 0.05, 0.1, 0.25, 1.0], p=[0.05, 0.15, 0.3, 0.25, 0.15, 0.1]))
    by_circulator = rng.random() < 0.5
    if not share:
        return ()
    week = lines.day // BATCH_DAYS
    group = (week * 3 + lines.channel) * (lines.circulator.max() + 2) + (lines.circulator + 1 if by_circulator else 0)
    order = np.argsort(group, kind="stable")
    _, starts = np.unique(group[order], return_index=True)
    seen: set[int] = set()
    found: list[Check] = []
    for start, stop in zip(starts, [*starts[1:], len(order)], strict=False):
        batch = order[start:stop]
        size = min(len(batch), max(1, round(len(batch) * share)))
        drawn = np.sort(rng.choice(batch, size=size, replace=False))
        known = [int(one) for one in lines.voter[drawn] if one >= 0]
        fresh = set(known) - seen
        seen |= fresh
        first = int(batch[0])
        ends = min((int(week[first]) + 1) * BATCH_DAYS - 1, (situation.deadline - situation.begins).days)
        person = int(lines.circulator[first])
        found.append(
            Check(
                f"{len(found) + 1:05d}", situation.begins + timedelta(days=ends), CHANNELS[int(lines.channel[first])],
                len(batch), size, len(fresh), len(known) - len(fresh),
                f"C{person:04d}" if by_circulator and person >= 0 else "",
            )
        )  # fmt: skip
    return tuple(found)


def _drops(lines: MockLines, drops: list[MockDrop], pieces: float, situation: Situation) -> tuple[Drop, ...]:
    """The mail lines of each day shared out to the drops by what each was to bring that day."""
    if not drops:
        return ()
    days = (situation.deadline - situation.begins).days + 1
    by_day = np.bincount(lines.day[lines.channel == 2], minlength=days)
    expected = np.array([drop.share * drop.returns for drop in drops])
    running = np.cumsum(expected / np.maximum(expected.sum(axis=0), 1e-12), axis=0)
    upto = np.round(running * by_day).astype(np.int64)
    mine = np.diff(upto, axis=0, prepend=0)
    found = []
    for place, drop in enumerate(drops):
        count = max(round(pieces * drop.share), 1)
        returns = tuple(
            (situation.begins + timedelta(days=int(n)), int(mine[place, n])) for n in np.flatnonzero(mine[place])
        )
        found.append(
            Drop(f"D{place + 1}", situation.begins + timedelta(days=drop.day), count, round(count * 0.55, 2), returns)
        )
    return tuple(found)
