"""A sequential plan as a file: the boundaries at which to stop, for a spreadsheet or the wall of the counting room."""

from __future__ import annotations

import csv
import os
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from suffice.errors import InputError
from suffice.sample.duplicates import expected_pairs
from suffice.sample.plan import Plan, Verdict
from suffice.sample.work import Boundary, ExpectedWork, boundaries, expected_work

STATUTORY_SHARES = (3, 5)
ADVICE = (
    "Advisory: where the law prescribes its own sample or a look at every line, the law decides; this plan says how many "
    "lines show the same with a known risk."
)


@dataclass(frozen=True)
class PlanReport:
    """A plan with the work to be expected by true share of lines that count, its boundaries, and a verdict if one was asked for."""

    plan: Plan
    duplicate_rate: float
    work: list[ExpectedWork]
    boundaries: list[Boundary]
    verdict: Verdict | None
    advice: str = ADVICE

    def as_json(self) -> dict[str, object]:
        """Plain values, with the statutory samples for comparison."""
        shares = {f"{share} %": -(-self.plan.raw * share // 100) for share in STATUTORY_SHARES}
        return {**asdict(self), "statutory_samples": shares}


def plan_report(plan: Plan, duplicate_rate: float, seen: Verdict | None = None, seed: int = 1) -> PlanReport:
    """The plan worked out for shares of counting lines around the one required, `duplicate_rate` being second copies.

    Raises InputError if the rate is not between 0 and 0.4.
    """
    if not 0 <= duplicate_rate <= 0.4:
        raise InputError(
            "The rate of duplicates cannot be used", found=str(duplicate_rate), expected="0 to 0.4, as 0.05"
        )
    needed = plan.required / plan.raw
    room = 1 - duplicate_rate * (1 if plan.copies_lost == 1 else 2)
    away = (-0.2, -0.1, -0.05, -0.03, -0.02, -0.01, 0.01, 0.02, 0.03, 0.05, 0.1, 0.15)
    shares = [round(needed + step, 4) for step in away if duplicate_rate <= needed + step <= room]
    work = [expected_work(plan, share, duplicate_rate, seed=seed) for share in shares]
    return PlanReport(plan, duplicate_rate, work, _boundaries(plan, duplicate_rate), seen)


def _boundaries(plan: Plan, duplicate_rate: float) -> list[Boundary]:
    """At every look, for the numbers of duplicates a person may meet there: all up to twice the expected and ten more."""
    found: list[Boundary] = []
    for lines in plan.looks():
        most = int(2 * expected_pairs(round(duplicate_rate * plan.raw), plan.raw, int(lines))) + 10
        numbers = np.arange(most + 1.0) if most <= 60 else np.unique(np.round(np.linspace(0, most, 61)))
        found += boundaries(plan, np.array([lines]), numbers)
    return found


def write_boundaries(report: PlanReport, out: Path) -> None:
    """Writes the boundaries to `out` as CSV, whole or not at all. Raises InputError where `out` cannot be written."""
    beside = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        with beside.open("w", newline="", encoding="utf-8") as file:
            table = csv.writer(file, lineterminator="\n")
            table.writerow(("lines", "duplicates", "sufficient_from", "insufficient_to"))
            table.writerows((b.lines, b.duplicates, b.sufficient_from, b.insufficient_to) for b in report.boundaries)
        beside.replace(out)
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError, PermissionError) as refusal:
        raise InputError(
            "The boundaries cannot be written", file=out, found=refusal.strerror, remedy="Name another --out."
        ) from refusal
    finally:
        beside.unlink(missing_ok=True)
