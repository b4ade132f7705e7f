"""California's projection: 2 CCR 20530-20532, with the regulation's own roundings."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

from suffice.law.sampling import SampleRule
from suffice.sample.exact import rounded
from suffice.sample.projection import Projection, Tally, decided, step


def california(tally: Tally, rule: SampleRule) -> Projection:
    """The projection of one county.

    The percentage has two decimals, A and B have four; both products are rounded up. The second copy of a duplicate is already
    not valid in the sample, so that B is its *extra* value. Duplicates are those within the sample: a number found by
    comparing the sample with all lines must not be put in.
    """
    percentage = rounded(Fraction(tally.valid * 100, tally.sample), 2)
    uncorrected = ceil(tally.raw * percentage / 100)
    a = rounded(Fraction(tally.raw, tally.sample), 4)
    b = rounded(a * (a - 1), 4)
    deduction = ceil(b * tally.duplicates)
    projected = uncorrected - deduction
    steps = [
        step("percentage", percentage, "valid lines / sample, in percent, to two decimals", "2 CCR 20530(c)"),
        step("uncorrected", uncorrected, "raw count x percentage, rounded up", "2 CCR 20530(d)"),
        step("A", a, "raw count / sample, to four decimals: the value of each signature", "2 CCR 20531(a)"),
        step("B", b, "A x (A - 1), to four decimals: the extra value of each duplicate", "2 CCR 20531(b)"),
        step("deduction", deduction, "B x duplicates in the sample, rounded up", "2 CCR 20531(c)"),
        step("projected", projected, "uncorrected - deduction", "2 CCR 20532"),
    ]
    return decided("california", steps, projected, tally.required, rule.decision)
