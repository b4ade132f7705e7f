"""What a campaign writes down: counts, in-house checks, mail drops. One CSV table a kind, described in docs/outlook.md."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from statistics import median

from suffice.errors import InputError
from suffice.outlook.table import Column, Row, read_table

ALL = "all"
"""The channel of lines whose channel is not written down."""

COUNT_COLUMNS = (
    Column("date", required=True), Column("channel"), Column("lines"), Column("total"), Column("source"),
)  # fmt: skip
CHECK_COLUMNS = (
    Column("batch", required=True), Column("date", required=True), Column("channel"), Column("circulator"),
    Column("lines"), Column("checked", required=True), Column("valid", required=True), Column("duplicates"),
    Column("source"),
)  # fmt: skip


@dataclass(frozen=True)
class Interval:
    """Lines that came in after `after` and up to the end of `until`, in one channel."""

    channel: str
    after: date
    until: date
    lines: int

    @property
    def days(self) -> int:
        """Days of the interval, at least one."""
        return (self.until - self.after).days


@dataclass(frozen=True)
class Counts:
    """The collection, channel by channel in the order of time, and what had to be assumed to read it."""

    intervals: tuple[Interval, ...]
    caveats: tuple[str, ...] = ()

    @property
    def channels(self) -> tuple[str, ...]:
        """The channels in the order in which they first stand in the table."""
        return tuple(dict.fromkeys(interval.channel for interval in self.intervals))

    @property
    def last_day(self) -> date:
        """The day of the last count."""
        return max(interval.until for interval in self.intervals)

    def until(self, day: date) -> Counts:
        """What was known at the end of `day`."""
        return replace(self, intervals=tuple(one for one in self.intervals if one.until <= day))

    def lines(self, channel: str | None = None) -> int:
        """Lines in hand, of one channel or of all."""
        return sum(one.lines for one in self.intervals if channel in (None, one.channel))


@dataclass(frozen=True)
class Check:
    """An in-house look at a random sample of one batch.

    Of `lines` lines `checked` were looked up, `valid` of them count, and `duplicates` are later copies of a signature on any
    line checked so far: those are not among `valid`.
    """

    batch: str
    day: date
    channel: str
    lines: int
    checked: int
    valid: int
    duplicates: int
    circulator: str = ""

    @property
    def valid_lines(self) -> int:
        """Lines that would count if nobody had signed twice."""
        return self.valid + self.duplicates


def read_counts(path: Path, begins: date, deadline: date) -> Counts:
    """The table of counts: `date`, `channel`, and either `lines` since the channel's row before or its `total` so far.

    Rows need not be in order. Raises InputError for a total below an earlier one, two rows of one channel and day, a day
    before `begins` (the first day of circulation) or after `deadline`.
    """
    rows = read_table(path, COUNT_COLUMNS, "counts")
    kinds = {kind for kind in ("lines", "total") if any(row.given(kind) for row in rows)}
    if len(kinds) != 1:
        raise InputError(
            "A table of counts holds either new lines or totals", file=path, row=1, found=" and ".join(sorted(kinds)) or "neither",
            expected="a column lines (since the row before) or a column total (so far)",
        )  # fmt: skip
    kind = kinds.pop()
    by_channel: dict[str, list[tuple[date, int, Row]]] = {}
    for row in rows:
        day = row.day("date")
        if day < begins:
            raise row.wrong("date", "This is before circulation began", f"{begins} or later")
        if day > deadline:
            raise row.wrong(
                "date", "This is after the last day to file", f"{deadline} or earlier",
                "Correct the day, or give the right last day with --deadline",
            )  # fmt: skip
        by_channel.setdefault(row.text("channel", ALL), []).append((day, row.whole(kind), row))
    in_order = True
    intervals: list[Interval] = []
    for channel, found in by_channel.items():
        ordered = sorted(found, key=lambda one: one[0])
        in_order = in_order and ordered == found
        for (before, _, _), (day, _, row) in pairwise(ordered):
            if before == day:
                raise row.wrong("date", f"Channel {channel} has two rows of this day", "one row a channel and day")
        first = ordered[0][0]
        gaps = [(later[0] - earlier[0]).days for earlier, later in pairwise(ordered)]
        # A total counts from the beginning; new lines of a first row are taken to be of as many days as those after it.
        long = (first - begins).days + 1
        after = first - timedelta(days=long if kind == "total" or not gaps else min(long, round(median(gaps))))
        last = 0
        for day, number, row in ordered:
            if kind == "total" and number < last:
                raise row.wrong(
                    kind, f"The total of channel {channel} goes down", f"{last:,} or more, as on {after}",
                    "If lines were struck or lost, correct the earlier totals too",
                )  # fmt: skip
            intervals.append(Interval(channel, after, day, number - last if kind == "total" else number))
            after, last = day, number
    caveats = (
        () if in_order else ("The rows of the counts are not in the order of their days; they were put in order.",)
    )
    return Counts(tuple(intervals), caveats)


def read_checks(path: Path) -> tuple[Check, ...]:
    """The table of in-house checks, in the order of their days.

    Raises InputError for a batch that stands twice and for counts that contradict each other.
    """
    checks: list[Check] = []
    seen: set[str] = set()
    for row in read_table(path, CHECK_COLUMNS, "checks"):
        checked = row.whole("checked")
        check = Check(
            row.text("batch"), row.day("date"), row.text("channel", ALL), row.whole("lines", checked), checked,
            row.whole("valid"), row.whole("duplicates", 0), row.text("circulator", ""),
        )  # fmt: skip
        if check.batch in seen:
            raise row.wrong("batch", "This batch stands twice", "one row a batch")
        seen.add(check.batch)
        if check.checked > check.lines:
            raise row.wrong("checked", "More lines were checked than the batch holds", f"{check.lines:,} or fewer")
        if check.valid_lines > check.checked:
            raise row.wrong(
                "valid", "Valid lines and duplicates are more than the lines checked", f"together {checked:,} or fewer",
                "A duplicate is not among the valid lines",
            )  # fmt: skip
        checks.append(check)
    return tuple(sorted(checks, key=lambda one: one.day))


def checks_until(checks: Sequence[Check], day: date) -> tuple[Check, ...]:
    """The checks that were made by the end of `day`."""
    return tuple(check for check in checks if check.day <= day)
