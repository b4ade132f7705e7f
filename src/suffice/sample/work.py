"""How much work a sequential look is: expected lines by true validity, and the boundaries at which it stops."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from suffice.errors import InputError
from suffice.sample.plan import Numbers, Plan, verdicts

CHECKPOINTS = 96


@dataclass(frozen=True)
class ExpectedWork:
    """A petition as it may be, and what a sequential look at it costs.

    `counting` is the share of lines that count in the full count, `duplicate_rate` the share that are second copies;
    `mean` and `nine_in_ten` are lines looked at until the verdict, and `sufficient` / `insufficient` the shares of verdicts.
    """

    counting: float
    duplicate_rate: float
    mean: int
    nine_in_ten: int
    sufficient: float
    insufficient: float


@dataclass(frozen=True)
class Boundary:
    """Where to stop after `lines` lines with `duplicates` pairs found: valid lines, second copies not counted.

    Sufficient at `sufficient_from` or more, insufficient at `insufficient_to` or fewer; None where no number will do yet.
    """

    lines: int
    duplicates: int
    sufficient_from: int | None
    insufficient_to: int | None


def expected_work(
    plan: Plan, counting: float, duplicate_rate: float, *, repetitions: int = 400, seed: int = 1
) -> ExpectedWork:
    """Simulates `repetitions` looks at a petition of which a share `counting` counts and `duplicate_rate` are second copies.

    Each line has a place in the order drawn, as an independent uniform number; the look is judged at 96 places, so that the
    lines given are a few per cent too many rather than too few. Raises InputError if the shares exceed the petition.
    """
    pairs = round(duplicate_rate * plan.raw)
    distinct = round(counting * plan.raw)
    singles = distinct - (pairs if plan.copies_lost == 1 else 0)
    others = plan.raw - singles - 2 * pairs
    if min(pairs, distinct, singles, others) < 0:
        raise InputError(
            "Such a petition cannot be",
            found=f"{counting:.1%} of the lines counting and {duplicate_rate:.1%} second copies",
        )
    rng = np.random.default_rng(seed)
    places = np.append(0.0, np.geomspace(min(20 / plan.raw, 0.5), 1.0, CHECKPOINTS))
    # State of each repetition: pairs of which no, one, both copies were drawn; singles and other lines drawn.
    none, one, both = (np.full(repetitions, start) for start in (pairs, 0, 0))
    single, other = np.zeros(repetitions, dtype=np.int64), np.zeros(repetitions, dtype=np.int64)
    stopped, said = np.full(repetitions, plan.raw), np.zeros(repetitions, dtype=np.int64)
    open_ = np.ones(repetitions, dtype=np.bool_)
    for start, end in pairwise(places):
        share = (end - start) / (1 - start)
        closing = rng.binomial(one, share)
        touched = rng.binomial(none, 1 - (1 - share) ** 2)
        at_once = rng.binomial(touched, share**2 / (1 - (1 - share) ** 2))
        none, one, both = none - touched, one - closing + touched - at_once, both + closing + at_once
        single, other = single + rng.binomial(singles - single, share), other + rng.binomial(others - other, share)
        drawn = single + other + one + 2 * both
        valid = single + one + (both if plan.copies_lost == 1 else 0)
        enough, short = verdicts(plan, drawn.astype(float), valid.astype(float), both.astype(float))
        stops = open_ & (enough | short)
        stopped = np.where(stops, drawn, stopped)
        said = np.where(stops, np.where(enough, 1, -1), said)
        open_ &= ~stops
    return ExpectedWork(
        counting,
        duplicate_rate,
        round(float(stopped.mean())),
        round(float(np.quantile(stopped, 0.9))),
        float(np.mean(said == 1)),
        float(np.mean(said == -1)),
    )


def boundaries(plan: Plan, lines: Numbers, duplicates: Numbers) -> list[Boundary]:
    """The boundaries after each number of `lines` for each number of `duplicates` that fits, in that order."""
    at, pairs = (part.ravel() for part in np.meshgrid(lines, duplicates, indexing="ij"))
    fits = pairs < at if plan.copies_lost == 1 else 2 * pairs <= at
    at, pairs = at[fits], pairs[fits]
    # A second copy needs a first among the valid lines; where every copy is void it needs none.
    least = np.where((pairs > 0) & (plan.copies_lost == 1), 1.0, 0.0)
    most = at - plan.copies_lost * pairs

    def first(which: int, *, rising: bool) -> Numbers:
        """The least valid lines at which the verdict is given (rising) or no longer given (falling)."""
        low, high = least - 1, most + 1
        while np.any(high - low > 1):
            middle = np.floor((low + high) / 2)
            middle = np.clip(middle, least, np.maximum(most, least))
            given = verdicts(plan, at, middle, pairs)[which]
            reached = given if rising else ~given
            active = high - low > 1
            high = np.where(active & reached, middle, high)
            low = np.where(active & ~reached, middle, low)
        return np.asarray(high)

    enough, short = first(0, rising=True), first(1, rising=False) - 1
    return [
        Boundary(int(a), int(p), int(e) if e <= m else None, int(s) if s >= f else None)
        for a, p, e, s, m, f in zip(at, pairs, enough, short, most, least, strict=True)
    ]
