"""A sequential plan on the terminal."""

from __future__ import annotations

import json

from rich.table import Table

from suffice.cli.console import results
from suffice.report.plan import STATUTORY_SHARES, PlanReport
from suffice.sample.duplicates import expected_pairs
from suffice.sample.work import Boundary


def show_plan(report: PlanReport, as_json: bool) -> None:
    """Prints the plan as tables, or as JSON."""
    console = results()
    if as_json:
        console.print(json.dumps(report.as_json(), indent=2), markup=False, soft_wrap=True)
        return
    plan = report.plan
    if report.verdict is not None:
        console.print(f"Verdict now: {report.verdict}.", style="bold", markup=False)
    console.print(
        f"{plan.raw:,} lines, {plan.required:,} required ({plan.required / plan.raw:.2%}); "
        f"either verdict wrong at most {plan.risk:.1%} of the time.",
        markup=False,
        soft_wrap=True,
    )
    console.print(work_table(report))
    statutory = ", ".join(f"{share} % are {-(-plan.raw * share // 100):,}" for share in STATUTORY_SHARES)
    console.print(f"For comparison: of these lines {statutory}.", markup=False, soft_wrap=True)
    console.print(boundary_table(report))
    console.print(report.advice, markup=False, soft_wrap=True)


def work_table(report: PlanReport) -> Table:
    """Lines to be looked at, by the true share of lines that count."""
    table = Table(title=f"Lines to look at, if {report.duplicate_rate:.1%} of the lines are second copies")
    table.add_column("Lines that count")
    for name in ("On average", "Nine times in ten at most", "Says sufficient", "Says insufficient"):
        table.add_column(name, justify="right")
    for work in report.work:
        table.add_row(
            f"{work.counting:.2%}",
            f"{work.mean:,}",
            f"{work.nine_in_ten:,}",
            f"{work.sufficient:.0%}",
            f"{work.insufficient:.0%}",
        )
    return table


def boundary_table(report: PlanReport) -> Table:
    """Where to stop, at each look, with no duplicate found and with as many as are to be expected."""
    plan = report.plan
    table = Table(title="Where to stop (valid lines, second copies not counted)")
    for name in ("Lines looked at", "Duplicates found", "Sufficient from", "Insufficient up to"):
        table.add_column(name, justify="right")
    for lines in sorted({boundary.lines for boundary in report.boundaries}):
        here = [boundary for boundary in report.boundaries if boundary.lines == lines]
        expected = expected_pairs(round(report.duplicate_rate * plan.raw), plan.raw, lines)
        nearest = min(here, key=lambda one: abs(one.duplicates - expected))
        for boundary in sorted({0: here[0], nearest.duplicates: nearest}.values(), key=lambda one: one.duplicates):
            table.add_row(f"{lines:,}", f"{boundary.duplicates:,}", *_limits(boundary))
    return table


def _limits(boundary: Boundary) -> tuple[str, str]:
    both = (boundary.sufficient_from, boundary.insufficient_to)
    first, second = ("not yet" if number is None else f"{number:,}" for number in both)
    return first, second
