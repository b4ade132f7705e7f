"""Oregon's two samples: OAR 165-014-0030. The first may only accept; the second, together with the first, decides."""

from __future__ import annotations

from fractions import Fraction

from suffice.law.sampling import Oregon, SampleRule
from suffice.sample.duplicates import pair_weight
from suffice.sample.exact import nearest, root
from suffice.sample.projection import Projection, Tally, decided, step


def oregon(tally: Tally, rule: SampleRule, second: Tally | None = None) -> Projection:
    """The decision of the first sample, or of both together where `second` tells what both showed.

    Here `valid` counts every copy. The first sample is carried over less a margin and less duplicates assumed beforehand; in
    the second every pair found takes away what it stands for, N(N-1) / n(n-1).
    """
    return _first(tally, rule) if second is None else _second(second, rule)


def _first(tally: Tally, rule: SampleRule) -> Projection:
    given = _given(rule)
    share = Fraction(tally.valid, tally.sample)
    margin = Fraction(given.deviations) * root(share * (1 - share) / tally.sample)
    assumed = Fraction(given.assumed_duplicates) / 100
    cautious = share - margin - assumed
    # A hopeless sample projects to no signature, not to fewer than none.
    projected = max(cautious * tally.raw, Fraction(0))
    steps = [
        step("percentage", share * 100, "valid lines, every copy / sample, in percent", given.citation),
        step("margin", margin * 100, f"{given.deviations} standard deviations of it, in points", given.citation),
        step("assumed_duplicates", assumed * 100, "points for duplicates, assumed", given.citation),
        step("cautious", cautious * 100, "percentage - margin - assumed duplicates", given.citation),
        step("projected", nearest(projected), "lines filed x cautious percentage", given.citation),
    ]
    doubts = given.doubt("assumed_duplicates", "the margin and the assumed duplicates of the first sample")
    return decided("oregon", steps, projected, tally.required, rule.decision, doubts)


def _second(both: Tally, rule: SampleRule) -> Projection:
    given = _given(rule)
    carried = Fraction(both.valid * both.raw, both.sample)
    weight = pair_weight(both.raw, both.sample)
    deduction = weight * both.duplicates
    projected = carried - deduction
    steps = [
        step("uncorrected", carried, "valid lines of both samples, every copy, in proportion", given.citation),
        step("pair_weight", weight, "N(N-1) / n(n-1): what one pair stands for", given.citation),
        step("deduction", deduction, "pair weight x pairs within both samples", given.citation),
        step("projected", nearest(projected), "uncorrected - deduction", given.citation),
    ]
    return decided("oregon", steps, projected, both.required, rule.second.decision if rule.second else None)


def _given(rule: SampleRule) -> Oregon:
    assert isinstance(rule.projection, Oregon)  # the method's name chose this function
    return rule.projection
