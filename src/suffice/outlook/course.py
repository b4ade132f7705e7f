"""The collection so far and how the outlook changed: the lines behind the charts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from suffice.outlook.chance import Truths, chance_under_full_count
from suffice.outlook.duplicates import second_copies
from suffice.outlook.records import Counts
from suffice.outlook.span import Span

Numbers = npt.NDArray[np.float64]

MOST_LOOKS = 20
"""Days on which the chance is worked out anew: weekly for 20 weeks, less often for longer campaigns."""
CURVE = 25


@dataclass(frozen=True)
class CourseDay:
    """The lines in hand at the end of a day, and how many of them count as far as is known today."""

    on: date
    lines: int
    distinct_valid: float


@dataclass(frozen=True)
class Look:
    """What the outlook of an earlier day said: the chance under a full count at the deadline, and the lines expected there."""

    on: date
    chance: float
    raw: Span


@dataclass(frozen=True)
class CurvePoint:
    """Second copies among so many lines; `straight` is what a straight line through today's number would say."""

    lines: int
    duplicates: Span
    straight: float


def course_of(counts: Counts, today: Truths, copies_lost: int) -> tuple[CourseDay, ...]:
    """The lines at the end of every day with a count, and the signatures among them by today's validity and duplicates."""
    total = counts.lines()
    share = float(np.median(today.valid_lines)) / max(total, 1)
    rate = np.array([np.median(today.pair_rate)])
    running = 0
    first = min(interval.after for interval in counts.intervals) + timedelta(days=1)
    found = {first: CourseDay(first, 0, 0.0)}
    for interval in sorted(counts.intervals, key=lambda one: one.until):
        running += interval.lines
        valid = np.array([running * share])
        distinct = float((valid - copies_lost * second_copies(valid, rate))[0])
        found[interval.until] = CourseDay(interval.until, running, round(distinct, 1))
    return tuple(found.values())


def look_days(counts: Counts, day: date) -> list[date]:
    """The days on which earlier outlooks are worked out: back from `day` week by week, with a week of counts before each."""
    days = sorted({one.until for one in counts.intervals})
    first = days[0] if len(days) < 7 else days[6]
    step = max(7, -(-(day - first).days // MOST_LOOKS))
    found: list[date] = []
    while day > first:
        day -= timedelta(days=step)
        known = [one for one in days if one <= day]
        if known and (not found or known[-1] < found[-1]):
            found.append(known[-1])
    return found[::-1]


def look(on: date, at_deadline: Truths, required: int, copies_lost: int) -> Look:
    """What an outlook of `on` says of the deadline."""
    return Look(on, round(chance_under_full_count(at_deadline, required, copies_lost), 4), Span.of(at_deadline.raw))


def duplicate_curve(today: Truths, most: float) -> tuple[CurvePoint, ...]:
    """Second copies among numbers of lines up to `most`, lines being as valid as those in hand."""
    lines = float(today.raw[0])
    if lines < 2:
        return ()
    share = today.valid_lines / lines
    now = float(np.median(today.duplicates))
    numbers: Sequence[float] = np.unique(np.round(np.linspace(0, max(most, lines), CURVE))).tolist()
    return tuple(
        CurvePoint(int(one), Span.of(second_copies(share * one, today.pair_rate)), round(now * one / lines, 1))
        for one in numbers
    )
