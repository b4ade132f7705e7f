"""Petitions sent by mail: what each drop has brought, what it will still bring, and what response is needed.

A drop of P pieces brings P times its response; of those a share F(age) is back after `age` days, a gamma curve whose mean and
shape are learnt from all drops together. Responses of drops are gamma distributed around each other's: what a young drop has
brought says little yet, and it borrows from the older ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.special import gammainc

from suffice.outlook.table import Column, Row, read_table

Numbers = npt.NDArray[np.float64]

MAIL = "mail"
"""The channel that drops bring lines to."""
MAIL_COLUMNS = (
    Column("drop", required=True), Column("date"), Column("pieces"), Column("lines"), Column("cost"), Column("source"),
)  # fmt: skip
LAG_MEANS = np.array([5.0, 7.0, 10.0, 14.0, 19.0, 26.0, 36.0])
LAG_SHAPES = np.array([1.5, 3.0, 6.0])
RESPONSE = 0.02
"""The response believed before a line is back: 2 in 100 pieces bring a line, as likely a third of it as three times."""
RESPONSE_WORTH = 1.5
"""The shape of that belief, a gamma distribution."""
EXTRA_SCATTER = 6.0
"""Lines of a drop come in bundles (households, sheets): a week's returns scatter as if they were six of them."""
SPENT = 0.5
"""Pieces whose answers are still out, below which a drop is spent: at a response of 2 % that is a hundredth of a line."""
MOST_EVIDENCE = 60.0
"""For the same reason the lines of a drop, however many, weigh as evidence no more than so many independent ones."""


@dataclass(frozen=True)
class Drop:
    """One mailing: its day (None where it is not known), pieces, cost, and what came back on which day."""

    name: str
    mailed_on: date | None
    pieces: int
    cost: float | None
    returns: tuple[tuple[date, int], ...] = ()

    @property
    def lines(self) -> int:
        """Lines that came back."""
        return sum(lines for _, lines in self.returns)

    def until(self, day: date) -> Drop:
        """What was known of its returns at the end of `day`."""
        return replace(self, returns=tuple(one for one in self.returns if one[0] <= day))


def read_mail(path: Path) -> tuple[Drop, ...]:
    """The table of mail: a row with `pieces` is a mailing, a row with `lines` what came back of it since its row before.

    Raises InputError for returns before their mailing, of an unknown drop or beyond ten lines a piece, and for a drop mailed twice.
    """
    mailed: dict[str, Drop] = {}
    returned: dict[str, list[tuple[date, int]]] = {}
    rows = read_table(path, MAIL_COLUMNS, "mail")
    for row in rows:
        name = row.text("drop")
        if row.given("pieces"):
            mailed[name] = _mailing(row, name, mailed)
        elif not row.given("lines"):
            raise row.wrong(
                "pieces", "This row holds neither pieces nor lines", "pieces mailed, or lines that came back"
            )
    for row in rows:
        name = row.text("drop")
        if not row.given("lines"):
            continue
        if name not in mailed:
            raise row.wrong("drop", "This drop was never mailed", f"one of {', '.join(mailed) or 'the drops mailed'}")
        day = row.day("date")
        begun = mailed[name].mailed_on
        if begun is not None and day < begun:
            raise row.wrong("date", f"Lines of drop {name} came back before it was mailed", f"{begun} or later")
        returned.setdefault(name, []).append((day, row.whole("lines")))
        if sum(lines for _, lines in returned[name]) > 10 * mailed[name].pieces:
            raise row.wrong("lines", f"More lines came back of drop {name} than its pieces can hold")
    return tuple(replace(drop, returns=tuple(sorted(returned.get(name, [])))) for name, drop in mailed.items())


def _mailing(row: Row, name: str, mailed: dict[str, Drop]) -> Drop:
    if name in mailed:
        raise row.wrong("drop", f"Drop {name} is mailed twice", "one row with pieces a drop")
    pieces = row.whole("pieces")
    if not pieces:
        raise row.wrong("pieces", f"Drop {name} has no pieces", "1 or more")
    return Drop(
        name, row.day("date") if row.given("date") else None, pieces, row.amount("cost") if row.given("cost") else None
    )


def known_by(drops: Sequence[Drop], day: date, planned: bool) -> tuple[Drop, ...]:
    """The drops mailed by `day` (or on a day unknown) with what came back by then; with `planned` those to come too."""
    return tuple(
        drop.until(day) for drop in drops if drop.mailed_on is None or planned or drop.mailed_on <= day
    )  # fmt: skip


@dataclass(frozen=True)
class DropDraws:
    """Draws of the lines that each drop will still bring in each week (drops x draws x weeks).

    `fresh` are draws of the lines that a piece mailed today brings by the deadline.
    """

    to_come: Numbers
    fresh: Numbers


def draw_drops(
    drops: Sequence[Drop], today: date, deadline: date, rng: np.random.Generator, draws: int, weeks: int
) -> DropDraws:
    """What the drops will bring from `today` to `deadline`, in weeks; every drop must have its day. There may be none."""
    means, shapes = (grid.ravel() for grid in np.meshgrid(LAG_MEANS, LAG_SHAPES))
    ages = np.array([max((today - drop.mailed_on).days, 0) for drop in drops if drop.mailed_on is not None])
    pieces = np.array([drop.pieces for drop in drops], dtype=np.float64)
    lines = np.array([drop.lines for drop in drops], dtype=np.float64)
    fit = np.zeros(means.size)
    for drop in drops:
        fit += _lag_fit(drop, today, means, shapes)
    # A curve by which much should be back already must also explain that so little is.
    due = (pieces[:, None] * _back(ages, means, shapes)).sum(axis=0)
    evidence = float(_bundled(lines).sum())
    worth = evidence / max(float(lines.sum()), 1.0) if evidence else 1.0
    fit += evidence * np.log(np.maximum(due, 1e-9)) - (RESPONSE_WORTH + evidence) * np.log(
        RESPONSE_WORTH / RESPONSE + worth * due
    )
    weights = np.exp(fit - fit.max())
    chosen = rng.choice(means.size, size=draws, p=weights / weights.sum())
    drawn = np.unique(chosen)
    now = _back(ages, means, shapes)[:, chosen]
    seen = pieces[:, None] * now
    # What the drops have shown together, and how much a drop is held to be like them.
    centre = (RESPONSE_WORTH + lines.sum()) / (RESPONSE_WORTH / RESPONSE + seen.sum(axis=0))
    alike = min(RESPONSE_WORTH + len(drops), 6.0)
    response = rng.gamma(alike + _bundled(lines)[:, None], 1.0, (len(drops), draws))
    response = response / (alike / centre[None, :] + seen * (_bundled(lines) / np.maximum(lines, 1))[:, None])
    starts = np.array([max((drop.mailed_on - today).days, 0) for drop in drops if drop.mailed_on is not None])
    left = (deadline - today).days
    new = rng.gamma(alike, centre / alike) * _back(np.array([left]), means, shapes)[0, chosen]
    to_come = np.zeros((len(drops), draws, weeks))
    before = _back(ages, means, shapes)
    for week in range(weeks):
        end = min((week + 1) * 7, left)
        after = _back(np.where(starts > 0, end - starts, ages + end), means, shapes)
        share = np.maximum(after - before, 0)
        # Most drops of a long campaign are spent: only those that still bring something are drawn.
        live = np.flatnonzero(pieces * share[:, drawn].max(axis=1) > SPENT)
        expected = pieces[live, None] * response[live] * share[live][:, chosen]
        scatter = rng.gamma(EXTRA_SCATTER, 1 / EXTRA_SCATTER, expected.shape)
        to_come[live, :, week] = rng.poisson(expected * scatter)
        before = after
    return DropDraws(to_come, new)


def _back(ages: npt.NDArray[np.signedinteger] | Numbers, means: Numbers, shapes: Numbers) -> Numbers:
    """The share of a drop's lines that is back at each of `ages` days, by each curve."""
    return np.asarray(gammainc(shapes[None, :], np.maximum(ages, 0)[:, None] * (shapes / means)[None, :]))


def _bundled(lines: Numbers) -> Numbers:
    """What lines that come in bundles weigh as evidence."""
    return np.asarray(lines / (1 + lines / MOST_EVIDENCE))


def _lag_fit(drop: Drop, today: date, means: Numbers, shapes: Numbers) -> Numbers:
    """How well each curve explains the days on which a drop's lines came back, given how many did."""
    if drop.mailed_on is None or not drop.lines:
        return np.zeros(means.size)
    age = (today - drop.mailed_on).days
    # Days on which lines came back, and the day after the last: each row tells of the days since the row before.
    ends = np.array([(day - drop.mailed_on).days + 1 for day, _ in drop.returns] + [age + 1], dtype=np.float64)
    counts = np.array([lines for _, lines in drop.returns] + [0], dtype=np.float64)
    upto = gammainc(shapes[None, :], np.maximum(ends, 0.5)[:, None] * (shapes / means)[None, :])
    within = np.diff(upto, axis=0, prepend=0.0)
    chances = np.maximum(within, 1e-9) / np.maximum(upto[-1], 1e-9)[None, :]
    worth = _bundled(np.array([counts.sum()]))[0] / counts.sum()
    return np.asarray(worth * (counts[:, None] * np.log(chances)).sum(axis=0))
