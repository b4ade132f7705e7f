"""Arizona's subtraction: A.R.S. 19-121.04. What was removed, what was found bad, and its percentage of what remains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from suffice.errors import InputError
from suffice.law.sampling import SampleRule
from suffice.sample.exact import nearest
from suffice.sample.projection import Projection, Tally, decided, step
from suffice.sample.ratio import unweighted


@dataclass(frozen=True)
class Subtraction:
    """Lines taken off before the sample was drawn, and why."""

    reason: str
    lines: int


def arizona(tally: Tally, rule: SampleRule, subtractions: Sequence[Subtraction] = ()) -> Projection:
    """The projection, step by step in the statute's order. `tally.raw` is what was filed, before any subtraction.

    The lines found bad in the sample are taken off twice: as such, and within the percentage of what remains.
    Raises InputError if more is subtracted than there is.
    """
    cited = rule.projection.citation if rule.projection else rule.citation
    left = tally.raw
    steps = []
    for one in subtractions:
        left -= one.lines
        steps.append(step(f"after {one.reason}", left, f"less {one.lines:,} lines: {one.reason}", f"{cited}(1)"))
    if tally.sample > left:
        raise InputError(
            "The sample is larger than what the subtractions leave", found=f"{tally.sample:,} of {left:,} lines"
        )
    bad = tally.sample - tally.valid
    share = Fraction(bad, tally.sample)
    remaining = left - bad
    percentage = remaining * share
    projected = remaining - percentage
    steps += [
        step("eligible", left, "lines that the sample was drawn from", f"{cited}(1)"),
        step("ineligible", bad, "lines found bad in the sample", f"{cited}(2)"),
        step("remaining", remaining, "eligible - ineligible", f"{cited}(2)"),
        step("percentage", share * 100, "bad lines / sample, in percent", f"{cited}(3)"),
        step("deduction", percentage, "percentage of what remains", f"{cited}(3)"),
        step("projected", nearest(projected), "remaining - deduction, to the nearest signature", cited),
    ]
    eligible = Tally(left, tally.sample, tally.valid, tally.duplicates, tally.required)
    return decided("arizona", steps, projected, tally.required, rule.decision, unweighted(eligible))
