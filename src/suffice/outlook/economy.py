"""What mail and money buy: response by drop, break-even, the next drop, and the cost of one more signature that counts.

A line costs what its channel costs, but it counts only if it is valid and no second copy. With Y valid lines in the petition and
chance r of a pair, one more valid line adds 1 - w r Y signatures: the larger the petition, the dearer each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from suffice.outlook.cushion import Cushion
from suffice.outlook.mail import MAIL, Drop, DropDraws
from suffice.outlook.people import Circulator, Spending
from suffice.outlook.span import Span

Numbers = npt.NDArray[np.float64]

NEXT_PIECES = 10_000
"""The size of the next drop that is worked out."""


@dataclass(frozen=True)
class DropOutlook:
    """One drop: what it brought, and (where its day is known) its response by the deadline and the lines still to come."""

    name: str
    mailed_on: date | None
    pieces: int
    lines: int
    response_so_far: float
    response: Span | None
    to_come: Span | None
    cost: float | None
    cost_per_line: float | None


@dataclass(frozen=True)
class BreakEven:
    """The response of all pieces mailed at which mail alone would bring what is missing; None where none is known to do.

    `chance` None: counted as the press does, requirement less lines in hand, as if every line counted.
    """

    chance: float | None
    missing: int | None
    response: float | None


@dataclass(frozen=True)
class NextDrop:
    """What `pieces` mailed today are expected to bring by the deadline: lines, and signatures that count."""

    pieces: int
    lines: Span
    signatures: Span
    cost: float | None
    cost_per_signature: float | None


@dataclass(frozen=True)
class MailOutlook:
    """The mail so far and to come."""

    drops: tuple[DropOutlook, ...]
    pieces: int
    lines: int
    break_even: tuple[BreakEven, ...]
    next_drop: NextDrop


@dataclass(frozen=True)
class ChannelCost:
    """What one channel cost and costs: a line so far, and one more signature that counts (its lines to come included)."""

    channel: str
    spent: float
    lines: int
    a_line: float | None
    a_signature: Span | None
    basis: str


def mail_outlook(
    drops: Sequence[Drop],
    drawn: DropDraws | None,
    required: int,
    lines: int,
    cushions: Sequence[Cushion],
    worth: Numbers,
) -> MailOutlook | None:
    """The mail's outlook; None without a drop. `drawn` are draws of the drops whose day is known, in their order.

    `worth` are draws of the signatures that one more line from the mail adds.
    """
    if not drops or drawn is None:
        return None
    found = []
    at = 0
    for drop in drops:
        known = drop.mailed_on is not None
        found.append(
            DropOutlook(
                drop.name, drop.mailed_on, drop.pieces, drop.lines, round(drop.lines / drop.pieces, 5),
                Span.of((drop.lines + drawn.to_come[at].sum(axis=1)) / drop.pieces) if known else None,
                Span.of(drawn.to_come[at].sum(axis=1)) if known else None, drop.cost,
                None if drop.cost is None or not drop.lines else round(drop.cost / drop.lines, 2),
            )
        )  # fmt: skip
        at += known
    pieces = sum(drop.pieces for drop in drops)
    short = max(required - lines, 0)
    evens = [BreakEven(None, short, round(short / pieces, 5))]
    evens += [
        BreakEven(one.chance, one.missing, None if one.missing is None else round(one.missing / pieces, 5))
        for one in cushions
    ]
    priced = [drop for drop in drops if drop.cost is not None]
    cost = (
        NEXT_PIECES * sum(drop.cost or 0 for drop in priced) / sum(drop.pieces for drop in priced) if priced else None
    )
    more = NEXT_PIECES * drawn.fresh
    signatures = float(np.median(more * worth))
    following = NextDrop(
        NEXT_PIECES, Span.of(more), Span.of(more * worth), None if cost is None else round(cost, 2),
        None if cost is None or signatures <= 0 else round(cost / signatures, 2),
    )  # fmt: skip
    return MailOutlook(tuple(found), pieces, sum(drop.lines for drop in drops), tuple(evens), following)


def worth_of_a_line(share: Numbers, valid_lines: Numbers, pair_rate: Numbers, copies_lost: int) -> Numbers:
    """Signatures that one more line adds: it must be valid, and no copy of one of `valid_lines` valid lines."""
    return np.asarray(share * np.maximum(1 - copies_lost * pair_rate * valid_lines, 0))


def channel_costs(
    money: Sequence[Spending],
    drops: Sequence[Drop],
    circulators: Sequence[Circulator],
    in_hand: Mapping[str, int],
    expected: Mapping[str, float],
    worth: Mapping[str, Numbers],
) -> tuple[ChannelCost, ...]:
    """The costs of every channel that money is known of, the cheapest next signature first.

    `expected` are the lines of each channel that its money has bought, to come included; `worth` as `worth_of_a_line`.
    """
    spent: dict[str, float] = {}
    for one in money:
        spent[one.channel] = spent.get(one.channel, 0.0) + one.amount
    if MAIL not in spent and any(drop.cost is not None for drop in drops):
        spent[MAIL] = sum(drop.cost or 0.0 for drop in drops)
    rates = {
        channel: float(np.median([one.rate for one in circulators if one.channel == channel and one.rate]))
        for channel in {one.channel for one in circulators if one.rate}
    }
    found = []
    for channel in dict.fromkeys([*spent, *rates]):
        lines = in_hand.get(channel, 0)
        paid = spent.get(channel, 0.0)
        basis, a_line = "", None
        if channel == MAIL and expected.get(channel):
            basis, a_line = "money spent for lines in hand and to come", paid / expected[channel]
        elif channel in rates:
            basis, a_line = "the usual rate for a line", rates[channel]
        elif lines:
            basis, a_line = "money spent for lines in hand", paid / lines
        counting = worth.get(channel)
        enough = a_line is not None and counting is not None and float(np.quantile(counting, 0.05)) > 0
        found.append(
            ChannelCost(
                channel, round(paid, 2), lines, None if a_line is None else round(a_line, 2),
                Span.of(a_line / np.maximum(counting, 1e-6)) if enough and a_line is not None and counting is not None else None,
                basis,
            )
        )  # fmt: skip
    return tuple(
        sorted(found, key=lambda one: (one.a_signature is None, one.a_signature.middle if one.a_signature else 0))
    )
