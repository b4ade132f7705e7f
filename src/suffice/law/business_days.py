"""Business days: every day but Saturdays, Sundays and the holidays of the state and the county."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol, cast

import holidays

SATURDAY = 5
ONE_DAY = timedelta(days=1)


class Days(Protocol):
    """The part of a table of holidays that is used here."""

    def get(self, key: date) -> str | None:
        """The name of the holiday on a day, or None."""
        ...


@dataclass(frozen=True)
class Count:
    """Where a count of business days ends, and the weekday holidays it went over: (day, name), in order."""

    day: date
    holidays: tuple[tuple[date, str], ...]


@dataclass(frozen=True)
class BusinessDays:
    """The business days of one place. `own` are days closed by the county, `not_holidays` names that close no office."""

    table: Days
    own: Mapping[date, str]
    not_holidays: tuple[str, ...] = ()

    def holiday(self, day: date) -> str | None:
        """The name of the holiday on `day`, or None where it is none."""
        if day in self.own:
            return self.own[day]
        # Two holidays on one day come as "One; Other".
        names = (self.table.get(day) or "").split("; ")
        kept = [name for name in names if name and name.removesuffix(" (observed)") not in self.not_holidays]
        return "; ".join(kept) or None

    def is_business_day(self, day: date) -> bool:
        """Whether the office is open on `day`."""
        return day.weekday() < SATURDAY and self.holiday(day) is None

    def next_from(self, day: date) -> date:
        """`day` itself where it is a business day, otherwise the first one after it."""
        while not self.is_business_day(day):
            day += ONE_DAY
        return day

    def after(self, start: date, number: int) -> Count:
        """The `number`-th business day after `start`; the day of `start` is not counted.

        Raises ValueError for a negative number.
        """
        if number < 0:
            raise ValueError(f"cannot count {number} business days")
        day, left, closed = start, number, list[tuple[date, str]]()
        while left:
            day += ONE_DAY
            name = self.holiday(day)
            if day.weekday() < SATURDAY and name is not None:
                closed.append((day, name))
            left -= self.is_business_day(day)
        return Count(day, tuple(closed))


def business_days(subdivision: str, not_holidays: tuple[str, ...], own: Mapping[date, str]) -> BusinessDays:
    """The business days of a state, such as `CA`, by the `holidays` package, with the county's `own` closed days."""
    table = cast("Days", holidays.country_holidays("US", subdiv=subdivision))
    return BusinessDays(table, dict(own), not_holidays)
