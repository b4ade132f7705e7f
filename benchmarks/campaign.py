"""How well the outlook is calibrated, on mock campaigns whose end is known: `python -m benchmarks.campaign`.

Every campaign is looked at on one day of its course, drawn evenly between a quarter of its days and the last but one. The outlook
was set on campaigns of `--seed 2`; the figures of the documentation are those of `--seed 1`.
"""

from __future__ import annotations

import argparse
import csv
from dataclasses import asdict, dataclass, fields
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from suffice.outlook.belief import Belief
from suffice.outlook.duplicates import straight_line_copies
from suffice.outlook.forecast import draw_truths, outlook
from suffice.outlook.mail import known_by
from suffice.outlook.mock_campaign import MockCampaign, make_campaign
from suffice.outlook.records import checks_until
from suffice.outlook.shape import Shape
from suffice.outlook.situation import Situation

DRAWS = 2_000
BEGINS = date(2024, 1, 8)
ROOT = Path(__file__).parents[1]
DATA = ROOT / "docs" / "data" / "campaign.csv"


@dataclass(frozen=True)
class Measured:
    """One mock campaign: what the outlook said on one day, and what came."""

    shape: str
    elapsed: float
    checked: int
    required: int
    raw: int
    raw_low: float
    raw_high: float
    distinct: int
    distinct_low: float
    distinct_high: float
    duplicates: int
    duplicates_low: float
    duplicates_high: float
    chance: float
    chance_naive: float
    chance_straight_line: float
    suffices: int


def campaign(number: int, seed: int) -> tuple[MockCampaign, date]:
    """The mock campaign of a number, and the day it is looked at."""
    rng = np.random.default_rng([seed, number])
    shape = list(Shape)[number % len(Shape)]
    required = int(np.exp(rng.uniform(np.log(3_000), np.log(30_000))))
    days = int(rng.integers(60, 181))
    voters = round(required / rng.uniform(0.05, 0.2))
    aim = Situation("Mock", "mock", required, BEGINS, BEGINS + timedelta(days=days - 1), voters)
    made = make_campaign(aim, shape, seed * 1_000_003 + number)
    return made, BEGINS + timedelta(days=int(rng.uniform(0.25, 1) * (days - 1)))


def measured(number: int, seed: int, belief: Belief | None = None) -> Measured:
    """The outlook of one mock campaign against its end."""
    made, day = campaign(number, seed)
    known, checks = made.counts.until(day), checks_until(made.checks, day)
    # A campaign knows the mailings it has planned, not what they will bring.
    drops = known_by(made.drops, day, planned=True)
    said = outlook(made.situation, known, checks, drops=drops, seed=number, draws=DRAWS, belief=belief, history=False)
    at = said.at_deadline
    if at is None:
        raise AssertionError("a mock campaign has lines")
    last = made.day_number(made.situation.deadline)
    raw, distinct, valid = len(made.lines.day), made.lines.distinct(last), made.lines.valid(last)
    # The same draws, with the duplicates of the checked lines carried over in a straight line.
    drawn = draw_truths(
        made.situation, known, checks, drops, seed=number, draws=DRAWS, belief=belief or Belief()
    ).at_deadline
    straight = drawn.valid_lines - straight_line_copies(checks, drawn.valid_lines)
    return Measured(
        shape=made.shape.value, elapsed=round(made.day_number(day) / last, 4), checked=said.checked,
        required=made.situation.required, raw=raw, raw_low=at.raw.low, raw_high=at.raw.high,
        distinct=distinct, distinct_low=at.distinct_valid.low, distinct_high=at.distinct_valid.high,
        duplicates=valid - distinct, duplicates_low=at.duplicates.low, duplicates_high=at.duplicates.high,
        chance=at.chance_full_count, chance_naive=min(1.0, known.lines() / made.situation.required),
        chance_straight_line=float(np.mean(straight >= made.situation.required)),
        suffices=int(distinct >= made.situation.required),
    )  # fmt: skip


def column(rows: list[Measured], name: str) -> NDArray[np.float64]:
    """One figure of all campaigns."""
    return np.array([getattr(row, name) for row in rows], dtype=np.float64)


def inside(rows: list[Measured], name: str) -> float:
    """The share of campaigns whose end lay within the 90 % interval."""
    truth = column(rows, name)
    return float(np.mean((column(rows, f"{name}_low") <= truth) & (truth <= column(rows, f"{name}_high"))))


def brier(rows: list[Measured], name: str) -> float:
    """The mean squared distance of a chance from what came; less is better, 0.25 is a coin."""
    return float(np.mean((column(rows, name) - column(rows, "suffices")) ** 2))


def report(rows: list[Measured]) -> None:
    """Prints the figures."""
    print(f"{len(rows):,} mock campaigns; {column(rows, 'suffices').mean():.1%} sufficed")
    print(
        f"{'':<12}{'campaigns':>10}{'raw count':>11}{'valid':>9}{'duplicates':>12}{'Brier':>8}{'naive':>8}{'straight':>9}"
    )
    groups = {"all": rows} | {one.value: [row for row in rows if row.shape == one.value] for one in Shape}
    groups |= {
        f"{low:.0%}-{low + 0.25:.0%}": [row for row in rows if low <= row.elapsed < low + 0.25]
        for low in (0.25, 0.5, 0.75)
    }
    groups["no check"] = [row for row in rows if not row.checked]
    for name, some in groups.items():
        if some:
            print(
                f"{name:<12}{len(some):>10,}{inside(some, 'raw'):>11.1%}{inside(some, 'distinct'):>9.1%}"
                f"{inside(some, 'duplicates'):>12.1%}{brier(some, 'chance'):>8.4f}{brier(some, 'chance_naive'):>8.4f}"
                f"{brier(some, 'chance_straight_line'):>9.4f}"
            )
    print("chance said   campaigns   mean said   sufficed")
    said, came = column(rows, "chance"), column(rows, "suffices")
    edges = np.array([0, 0.02, 0.1, 0.25, 0.4, 0.6, 0.75, 0.9, 0.98, 1.0001])
    for low, high in pairwise(edges):
        some = (said >= low) & (said < high)
        if some.any():
            print(
                f"{low:>5.0%} - {min(high, 1):>4.0%}{some.sum():>11,}{said[some].mean():>12.1%}{came[some].mean():>11.1%}"
            )


def main() -> None:
    """Measures, prints, and where asked keeps the figures of every campaign."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--campaigns", type=int, default=2_000, help="mock campaigns")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--csv", type=Path, help=f"write every campaign to this file too, as {DATA.relative_to(ROOT)}")
    given = asked.parse_args()
    rows = [measured(number, given.seed) for number in range(given.campaigns)]
    report(rows)
    if given.csv:
        with given.csv.open("w", newline="", encoding="utf-8") as file:
            table = csv.DictWriter(file, [one.name for one in fields(Measured)], lineterminator="\n")
            table.writeheader()
            table.writerows(asdict(row) for row in rows)


if __name__ == "__main__":
    main()
