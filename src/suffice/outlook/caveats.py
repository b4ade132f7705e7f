"""What a reader must know before trusting an outlook: said in sentences, never left to be guessed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from suffice.errors import InputError
from suffice.outlook.belief import LOS_ANGELES_LINES, LOS_ANGELES_NOT_IN_THE_ROLL
from suffice.outlook.records import Check, Counts, checks_until
from suffice.outlook.situation import Situation

FEW_LINES = 400
"""Checked lines below which validity rests visibly on the starting belief (worth 20 lines; a share known to 4 points)."""
FEW_DAYS = 14
"""Days of collection below which a pace is hardly known."""
STALE = 7
"""Days after which a last count is old."""


def caveats_of(situation: Situation, counts: Counts, checks: Sequence[Check], day: date) -> tuple[str, ...]:
    """The caveats of an outlook on `day`. Raises InputError where nothing was counted by then."""
    known = counts.until(day)
    if not known.intervals:
        first = min(one.until for one in counts.intervals)
        raise InputError(
            "Nothing was counted by this day", found=f"--as-of {day}", expected=f"{first} or later",
            remedy="The first count is of that day",
        )  # fmt: skip
    said = list(counts.caveats)
    if not known.lines():
        said.append("No line has come in yet: nothing is said of the pace or of the deadline.")
    left_out = len(counts.intervals) - len(known.intervals)
    if left_out:
        said.append(f"Counts after {day} are left out: {left_out:,}.")
    if day > situation.deadline:
        said.append(f"The last day to file, {situation.deadline}, has passed: the outlook is that of the last count.")
    elif (day - known.last_day).days >= STALE:
        said.append(
            f"The last count is of {known.last_day}, {(day - known.last_day).days} days before {day}: "
            "lines since then are part of what is forecast."
        )
    span = (known.last_day - min(one.after for one in known.intervals)).days
    if known.lines() and span < FEW_DAYS:
        said.append(f"Only {span} days of collection are counted: the pace is hardly known, and the forecast is wide.")
    elif known.lines() and len(known.intervals) < 3:
        number = "one count" if len(known.intervals) == 1 else f"{len(known.intervals)} counts"
        said.append(
            f"The collection is known from {number} only: how steady its pace is cannot be seen, and the forecast is wide."
        )
    said += _of_checks(situation, known, checks_until(checks, day))
    return tuple(said)


def _of_checks(situation: Situation, counts: Counts, checks: Sequence[Check]) -> list[str]:
    checked = sum(check.checked for check in checks)
    if not checked:
        return [
            "No in-house check yet: validity and duplicates are belief alone, from published petitions. "
            "Check a random sample of every batch with `suffice verify`."
        ]
    said = []
    if checked < FEW_LINES:
        number = "one line was" if checked == 1 else f"{checked:,} lines were"
        said.append(f"Only {number} checked in-house: validity and duplicates rest largely on published petitions.")
    for channel in dict.fromkeys(check.channel for check in checks):
        lines = sum(check.lines for check in checks if check.channel == channel)
        if lines > counts.lines(channel):
            said.append(
                f"The batches checked of channel {channel} hold {lines:,} lines, more than the {counts.lines(channel):,} "
                "counted: the counts are behind, or a channel is written in two ways."
            )
    share = LOS_ANGELES_NOT_IN_THE_ROLL / LOS_ANGELES_LINES
    said.append(
        "A look-up cannot compare signatures. In Los Angeles that ground took another "
        f"{share:.2%} of lines, here about {round(share * counts.lines()):,}."
    )
    return said
