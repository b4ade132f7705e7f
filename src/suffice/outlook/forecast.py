"""The outlook itself: counts and checks in, where the campaign stands and where it is going out.

One seed gives one answer: every purpose draws from its own stream, so that one more check does not shake the pace.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from suffice.mock.draw import stream
from suffice.outlook.belief import Belief
from suffice.outlook.caveats import caveats_of
from suffice.outlook.chance import Truths, chance_under_full_count, chances_under_sample
from suffice.outlook.course import Look, course_of, duplicate_curve, look, look_days
from suffice.outlook.cushion import cushions, lines_needed
from suffice.outlook.duplicates import believed_rate, draw_pair_rate
from suffice.outlook.economy import channel_costs, mail_outlook, worth_of_a_line
from suffice.outlook.mail import MAIL, Drop, DropDraws, draw_drops, known_by
from suffice.outlook.pace import WEEK, Level, blocks, days_to_come, future, level, week_shares
from suffice.outlook.people import Circulator, Spending
from suffice.outlook.records import Check, Counts, checks_until
from suffice.outlook.result import ChannelOutlook, FanDay, Filing, Outlook
from suffice.outlook.situation import Situation
from suffice.outlook.span import Span
from suffice.outlook.validity import Validity, draw_validity, spread_of_new

Numbers = npt.NDArray[np.float64]

DRAWS = 4_000
LOOK_DRAWS = 1_000
"""Draws of the outlooks of earlier days: their chances are for a chart."""


@dataclass(frozen=True)
class Drawn:
    """The draws behind an outlook: weekly lines to come by channel, and what the filings hold."""

    weeks: Numbers
    valid_weeks: Numbers
    today: Truths
    at_deadline: Truths
    validity: Validity
    needed: Numbers
    to_come: dict[str, Numbers]
    levels: dict[str, Level | None]
    mail: DropDraws | None


def outlook(
    situation: Situation,
    counts: Counts,
    checks: Sequence[Check] = (),
    as_of: date | None = None,
    *,
    drops: Sequence[Drop] = (),
    money: Sequence[Spending] = (),
    circulators: Sequence[Circulator] = (),
    seed: int = 1,
    draws: int = DRAWS,
    belief: Belief | None = None,
    history: bool = True,
) -> Outlook:
    """The outlook on `as_of` (the day of the last count if None), from the counts, checks and drops of mail known by then.

    `history` says whether the outlooks of earlier days are worked out too. Without `as_of`, drops dated after the last count
    are taken as planned and will bring lines.

    Raises InputError where nothing was counted by `as_of`.
    """
    believed = belief or Belief()
    day = as_of or counts.last_day
    known = counts.until(day)
    said = caveats_of(situation, counts, checks, day)
    seen = checks_until(checks, day)
    mailed = known_by(drops, day, planned=as_of is None)
    drawn = draw_truths(situation, known, seen, mailed, seed=seed, draws=draws, belief=believed)
    lines = known.lines()
    start = min(known.last_day, situation.deadline)
    moving = any(found is not None for found in drawn.levels.values())
    pace = sum(found.lines_a_day for found in drawn.levels.values() if found is not None)
    sampled = stream(seed, "sample")
    cushion = cushions(drawn.needed, lines, pace, min(max(day, start), situation.deadline), situation.deadline)
    worth = {
        channel: worth_of_a_line(
            found.share, drawn.today.valid_lines, drawn.today.pair_rate, situation.copies_lost
        )
        for channel, found in drawn.validity.channels.items()
    }  # fmt: skip
    # A petition whose counts name no channel is told of its mail by the share of all its lines.
    by_mail = worth.get(MAIL, next(iter(worth.values())))
    mail = mail_outlook(mailed, drawn.mail, situation.required, lines, cushion, by_mail)
    in_hand = {channel: known.lines(channel) for channel in known.channels}
    expected = {
        channel: in_hand.get(channel, 0) + float(np.median(more.sum(axis=1))) for channel, more in drawn.to_come.items()
    }
    spent = [one for one in money if one.on <= day]
    costs = channel_costs(spent, mailed, circulators, in_hand, expected, worth)
    at_deadline = _filing(situation, drawn.at_deadline, situation.deadline, sampled) if moving else None
    looks = tuple(
        _look_back(situation, counts, checks, drops, earlier, seed, believed)
        for earlier in (look_days(known, known.last_day) if moving and history else [])
    )
    if moving:
        looks += (look(known.last_day, drawn.at_deadline, situation.required, situation.copies_lost),)
    return Outlook(
        title=situation.title, profile=situation.profile, as_of=day, counted_until=known.last_day,
        begins=situation.begins, deadline=situation.deadline, required=situation.required,
        registered_voters=situation.registered_voters, seed=seed,
        today=_filing(situation, drawn.today, start, sampled), at_deadline=at_deadline,
        channels=tuple(_channel(name, known, drawn, seen) for name in drawn.validity.channels),
        course=course_of(known, drawn.today, situation.copies_lost),
        fan=_fan(drawn, start, situation.deadline, situation.copies_lost) if moving else (), looks=looks,
        duplicate_curve=duplicate_curve(drawn.today, float(np.quantile(drawn.at_deadline.raw, 0.95))),
        cushions=cushion,
        lines_a_day=round(pace, 1), mail=mail, costs=costs,
        alike=float(np.median(drawn.validity.alike)), checked=sum(check.checked for check in seen),
        pairs_found=sum(check.duplicates for check in seen),
        pair_rate=_rate_span(drawn.today.pair_rate), belief=believed.source,
        text_applied=situation.text_applied, caveats=(*situation.caveats, *said),
    )  # fmt: skip


def draw_truths(
    situation: Situation,
    counts: Counts,
    checks: Sequence[Check],
    drops: Sequence[Drop],
    *,
    seed: int,
    draws: int,
    belief: Belief,
) -> Drawn:
    """Draws of all that is unknown: `counts`, `checks` and `drops` are what is known."""
    in_hand = {channel: counts.lines(channel) for channel in counts.channels}
    start = min(max(counts.last_day, situation.begins), situation.deadline)
    weeks = -(-(situation.deadline - start).days // WEEK)
    shared = stream(seed, "shared pace").standard_normal((draws, weeks))
    validity = draw_validity(checks, in_hand, belief, stream(seed, "validity"), draws)
    expected = believed_rate(belief, situation.required, situation.registered_voters)
    pair_rate = draw_pair_rate(checks, expected, belief, stream(seed, "duplicates"), draws)
    levels: dict[str, Level | None] = {}
    mailed = [drop.until(start) for drop in drops if drop.mailed_on is not None]
    mail = draw_drops(mailed, start, situation.deadline, stream(seed, "mail"), draws, weeks) if drops else None
    to_come: dict[str, Numbers] = {}
    valid_today = np.zeros(draws)
    valid_weeks = np.zeros((draws, weeks))
    drift = belief.drift * np.sqrt(max((situation.deadline - start).days, 0) / 30)
    fresh = stream(seed, "new lines")
    for channel, found in validity.channels.items():
        mine = [one for one in counts.intervals if one.channel == channel]
        levels[channel] = now = level(blocks(mine, start), belief.pace)
        stretches = days_to_come(week_shares(mine), start, situation.deadline)
        rng = stream(seed, f"pace {channel}")
        if channel == MAIL and mail is not None and mailed:
            to_come[channel] = mail.to_come.sum(axis=0)
        else:
            to_come[channel] = (
                np.zeros((draws, weeks)) if now is None else future(now, stretches, belief.pace, rng, shared)
            )
        so_far = np.cumsum(to_come[channel], axis=1)
        more = so_far[:, -1] if weeks else np.zeros(draws)
        share = _drifted(found.share, drift * fresh.standard_normal(draws))
        noise = np.sqrt(share * (1 - share) * spread_of_new(more, validity.usual_batch, validity.alike))
        valid_today += found.in_hand
        valid = np.clip(more * share + noise * fresh.standard_normal(draws), 0, more)
        valid_weeks += so_far * (valid / np.maximum(more, 1))[:, None]
    lines = float(counts.lines())
    weekly = sum(to_come.values(), np.zeros((draws, weeks)))
    today = Truths(np.full(draws, lines), valid_today, pair_rate)
    later = Truths(
        lines + weekly.sum(axis=1), valid_today + (valid_weeks[:, -1] if weeks else 0.0), pair_rate
    )  # fmt: skip
    needed = lines_needed(
        situation.required, int(lines), valid_today, _mixed_share(validity, to_come, in_hand), pair_rate,
        situation.copies_lost,
    )  # fmt: skip
    return Drawn(weekly, valid_weeks, today, later, validity, needed, to_come, levels, mail)


def _look_back(
    situation: Situation,
    counts: Counts,
    checks: Sequence[Check],
    drops: Sequence[Drop],
    day: date,
    seed: int,
    belief: Belief,
) -> Look:
    """The outlook of an earlier day, by what was known then."""
    drawn = draw_truths(
        situation, counts.until(day), checks_until(checks, day), known_by(drops, day, planned=False),
        seed=seed, draws=LOOK_DRAWS, belief=belief,
    )  # fmt: skip
    return look(day, drawn.at_deadline, situation.required, situation.copies_lost)


def _drifted(share: Numbers, by: Numbers) -> Numbers:
    """Shares moved by `by` on the scale of log odds: lines to come are not quite like those in hand."""
    odds = np.log(share / (1 - share)) + by
    return np.asarray(1 / (1 + np.exp(-odds)))


def _mixed_share(validity: Validity, to_come: dict[str, Numbers], in_hand: dict[str, int]) -> Numbers:
    """The share of valid lines among new ones, channels mixed as they are expected to come, or as they came."""
    weights = {channel: float(np.median(lines.sum(axis=1))) for channel, lines in to_come.items()}
    if not sum(weights.values()):
        weights = {channel: float(in_hand.get(channel, 0)) for channel in to_come}
    total = sum(weights.values()) or 1.0
    shares = [found.share * weights[channel] / total for channel, found in validity.channels.items()]
    return np.asarray(np.sum(shares, axis=0)) if sum(weights.values()) else next(iter(validity.channels.values())).share


def _filing(situation: Situation, truths: Truths, on: date, rng: np.random.Generator) -> Filing:
    return Filing(
        on=on, raw=Span.of(truths.raw), valid_lines=Span.of(truths.valid_lines), duplicates=Span.of(truths.duplicates),
        distinct_valid=Span.of(truths.distinct(situation.copies_lost)),
        chance_full_count=round(chance_under_full_count(truths, situation.required, situation.copies_lost), 4),
        sample=None if situation.sample is None else chances_under_sample(
            truths, situation.required, situation.sample, rng, situation.copies_lost
        ),
    )  # fmt: skip


def _channel(name: str, counts: Counts, drawn: Drawn, checks: Sequence[Check]) -> ChannelOutlook:
    now, lines = drawn.levels[name], counts.lines(name)
    return ChannelOutlook(
        name, lines, None if now is None else round(now.lines_a_day, 1),
        None if now is None else Span.of(lines + drawn.to_come[name].sum(axis=1)),
        Span.of(drawn.validity.channels[name].share), sum(one.checked for one in checks if one.channel == name),
    )  # fmt: skip


def _fan(drawn: Drawn, start: date, deadline: date, copies_lost: int) -> tuple[FanDay, ...]:
    """What is in hand at the end of each week to come, the last on the deadline."""
    running = drawn.today.raw[:, None] + np.cumsum(drawn.weeks, axis=1)
    found = []
    for week in range(running.shape[1]):
        on = min(start.toordinal() + WEEK * (week + 1), deadline.toordinal())
        then = Truths(running[:, week], drawn.today.valid_lines + drawn.valid_weeks[:, week], drawn.today.pair_rate)
        found.append(FanDay(date.fromordinal(on), Span.of(then.raw), Span.of(then.distinct(copies_lost))))
    return tuple(found)


def _rate_span(rate: Numbers) -> Span:
    low, middle, high = (float(f"{one:.6g}") for one in np.quantile(rate, (0.05, 0.5, 0.95)))
    return Span(low, middle, high)
