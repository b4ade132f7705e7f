"""Michigan's two stages: a small sample that is clear, or close and followed by a large one."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

from suffice.law.sampling import Decision, Michigan, SampleRule
from suffice.sample.exact import decimal, nearest, root
from suffice.sample.projection import Projection, Tally, decided, step
from suffice.sample.ratio import ratio


def michigan(tally: Tally, rule: SampleRule, second: Tally | None = None) -> Projection:
    """The decision of the small sample, or of both together where `second` tells what both showed.

    Every copy of a duplicate is void here, so that `valid` counts none of them. The small sample is clear if its valid lines
    are so many standard deviations away from the number at which the petition would just suffice.
    """
    if second is not None:
        carried = ratio(second, rule)
        exact = Fraction(second.valid * second.raw, second.sample)
        limits = rule.second.decision if rule.second else None
        return decided("michigan", list(carried.steps), exact, second.required, limits)
    given = rule.projection
    assert isinstance(given, Michigan)  # the method's name chose this function
    needed = Fraction(tally.required, tally.raw)
    even = needed * tally.sample
    deviation = root(tally.sample * needed * (1 - needed)) if needed < 1 else Fraction(0)
    away = Fraction(given.deviations) * deviation
    certify, dead = ceil(even + away), ceil(even - away)
    projected = Fraction(tally.valid * tally.raw, tally.sample)
    steps = [
        step("break_even", even, "required / lines filed x sample", given.citation),
        step("deviation", deviation, "standard deviation of the valid lines at that share", given.citation),
        step("certify_at", certify, f"break-even + {given.deviations} deviations, rounded up", given.citation),
        step("dead_below", dead, f"break-even - {given.deviations} deviations, rounded up", given.citation),
        step("projected", nearest(projected), "valid lines in proportion", given.citation),
    ]
    decision: Decision = (
        "sufficient" if tally.valid >= certify else "insufficient" if tally.valid < dead else "second-sample"
    )
    low, high = (Fraction(limit * tally.raw, tally.sample) for limit in (dead, certify))
    doubts = given.doubt("deviations", f"{given.deviations} standard deviations as the limits of a close call")
    return Projection(
        "michigan",
        tuple(steps),
        nearest(projected),
        tally.required,
        decimal(low),
        decimal(high),
        decision,
        tuple(doubts),
    )
