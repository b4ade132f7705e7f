"""Circulators: validity with shrinkage, second copies, pace, pay by valid line, sections that have not come back.

A circulator with ten lines is not judged by ten lines: the share is drawn towards the channel's as a batch of the same size would
be. Whatever stands out is a reason to look, never a verdict: a poor share may be a poor street.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from scipy.special import betaincinv, betaln, gammainc, gammaln

from suffice.outlook.people import Circulator, Section
from suffice.outlook.records import ALL, Check
from suffice.outlook.result import Outlook
from suffice.outlook.span import Span

LINES_A_DAY = 400
"""More lines a day than this is a line every 72 seconds for eight hours without a pause."""
OUT_DAYS = 21
"""Days after which a section that has not come back is asked for."""
FEWEST = 20
"""Lines checked below which a share is no reason for anything."""
APART = 0.01
"""A share or a number of copies that chance brings to one circulator in a hundred is a reason to look."""


@dataclass(frozen=True)
class Tally:
    """Lines of one circulator that were looked up: how many, valid with every copy counted, later copies."""

    checked: int
    valid_lines: int
    duplicates: int


@dataclass(frozen=True)
class Sign:
    """A reason to look at a circulator's sections, with what was seen."""

    kind: str
    words: str
    where: str = ""


@dataclass(frozen=True)
class CirculatorOutlook:
    """One circulator's figures.

    `sections_late` have been out for more than three weeks; `share_valid` is shrunk; `pay_a_valid_line` is the rate over it.
    """

    name: str
    kind: str
    channel: str
    sections_out: int
    sections_back: int
    sections_late: int
    lines: int
    checked: int
    duplicates: int
    share_valid: Span
    pay_a_valid_line: float | None
    signs: tuple[Sign, ...]


def tallies_of(checks: Sequence[Check]) -> dict[str, Tally]:
    """What the checks that name a circulator tell of each."""
    found: dict[str, Tally] = {}
    for check in checks:
        if check.circulator:
            before = found.get(check.circulator, Tally(0, 0, 0))
            found[check.circulator] = Tally(
                before.checked + check.checked,
                before.valid_lines + check.valid_lines,
                before.duplicates + check.duplicates,
            )
    return found


def circulator_outlooks(
    outlook: Outlook,
    circulators: Sequence[Circulator],
    sections: Sequence[Section],
    tallies: dict[str, Tally],
    signs: dict[str, tuple[Sign, ...]] | None = None,
) -> tuple[CirculatorOutlook, ...]:
    """Every circulator named anywhere, those with most reasons to look first, then by lines."""
    known = {one.name: one for one in circulators}
    by_name: dict[str, list[Section]] = {}
    for section in sections:
        if section.handed_out is None or section.handed_out <= outlook.as_of:
            by_name.setdefault(section.circulator, []).append(section)
    checked = sum(tally.checked for tally in tallies.values())
    copies = sum(tally.duplicates for tally in tallies.values()) / checked if checked else 0.0
    found = []
    for name in dict.fromkeys([*known, *by_name, *tallies]):
        who = known.get(name) or Circulator(name, "volunteer", ALL, 0.0)
        mine, tally = by_name.get(name, []), tallies.get(name, Tally(0, 0, 0))
        share, centre, alike = _share(outlook, who, tally)
        back = [one for one in mine if one.returned is None or one.returned <= outlook.as_of]
        back = [one for one in back if one.returned is not None or one.lines]
        seen = [*_of_share(tally, share, centre, alike), *_of_copies(tally, copies), *_of_pace(back)]
        late = sum(
            one not in back and one.handed_out is not None and (outlook.as_of - one.handed_out).days > OUT_DAYS
            for one in mine
        )
        seen += (signs or {}).get(name, ())
        found.append(
            CirculatorOutlook(
                name, who.kind if name in known else "not listed", who.channel, len(mine), len(back), late,
                sum(one.lines for one in back) or tally.checked, tally.checked, tally.duplicates, share,
                round(who.rate / share.middle, 2) if who.rate else None, tuple(seen),
            )
        )  # fmt: skip
    return tuple(sorted(found, key=lambda one: (-len(one.signs), -one.lines, one.name)))


def _share(outlook: Outlook, who: Circulator, tally: Tally) -> tuple[Span, float, float]:
    """The circulator's shrunk share, the share it is drawn to, and how strongly (in lines)."""
    channel = next((one for one in outlook.channels if one.channel == who.channel), outlook.channels[0])
    centre, alike = channel.share_valid.middle, outlook.alike
    good, bad = centre * alike + tally.valid_lines, (1 - centre) * alike + tally.checked - tally.valid_lines
    low, middle, high = (round(float(one), 4) for one in betaincinv(good, bad, (0.05, 0.5, 0.95)))
    return Span(low, middle, high), centre, alike


def _of_share(tally: Tally, share: Span, centre: float, alike: float) -> list[Sign]:
    """Whether so few valid lines would come from one in a hundred circulators of the channel, unequal as they are."""
    if tally.checked < FEWEST:
        return []
    chance = _as_few(tally.valid_lines, tally.checked, centre * alike, (1 - centre) * alike)
    if chance >= APART:
        return []
    seen = f"{tally.valid_lines:,} of {tally.checked:,} lines checked are valid; the channel's share is {centre:.0%}"
    return [Sign("low validity", seen)]


def _as_few(valid: int, checked: int, good: float, bad: float) -> float:
    """The chance of at most `valid` of `checked` under a beta-binomial distribution, summed from the nearer end."""
    low, high = (0, valid) if 2 * valid < checked else (valid + 1, checked)
    at = np.arange(low, high + 1)
    ways = gammaln(checked + 1) - gammaln(at + 1) - gammaln(checked - at + 1)
    total = float(np.exp(ways + betaln(at + good, checked - at + bad) - betaln(good, bad)).sum())
    return total if low == 0 else 1 - total


def _of_copies(tally: Tally, usual: float) -> list[Sign]:
    """Whether so many later copies would come to one in a hundred circulators, if copies fell evenly."""
    if tally.duplicates < 3:
        return []
    chance = float(gammainc(tally.duplicates, max(usual * tally.checked, 1e-9)))
    seen = f"{tally.duplicates:,} later copies in {tally.checked:,} lines checked; {usual * tally.checked:,.1f} were to be expected"
    return [Sign("many copies", seen)] if chance < APART else []


def _of_pace(back: Sequence[Section]) -> list[Sign]:
    """Lines of sections that came back on one day, over the days since the first of them went out."""
    by_day: dict[date, list[Section]] = {}
    for one in back:
        if one.returned is not None and one.handed_out is not None:
            by_day.setdefault(one.returned, []).append(one)
    for day, some in sorted(by_day.items()):
        days = (day - min(one.handed_out for one in some if one.handed_out is not None)).days + 1
        lines = sum(one.lines for one in some)
        if lines > LINES_A_DAY * days:
            return [Sign("impossible pace", f"{lines:,} lines in {days} days until {day}", some[0].section)]
    return []
