"""Washington's test: WAC 434-379-010. A sample accepts a petition or leaves it to a look at every line; it never rejects."""

from __future__ import annotations

from fractions import Fraction

from suffice.law.sampling import SampleRule, Washington
from suffice.sample.exact import decimal, nearest, root
from suffice.sample.projection import Projection, Tally, step


def washington(tally: Tally, rule: SampleRule) -> Projection:
    """The pairs found against the pairs to be expected if the petition held just too many duplicates.

    Invalid lines without duplicates are `tally.invalid`, or what valid lines and duplicates leave of the sample. The projected
    number is not the rule's, which decides without one: lines filed less the upper invalid less the pairs carried over.
    """
    given = rule.projection
    assert isinstance(given, Washington)  # the method's name chose this function
    invalid = tally.sample - tally.valid - tally.duplicates if tally.invalid is None else tally.invalid
    share = Fraction(tally.sample, tally.raw)
    allowance = Fraction(given.allowance) * root(Fraction(invalid))
    upper = (invalid + allowance) / share
    most = tally.raw - (tally.required + upper)
    cited = given.citation
    steps = [
        step("allowance", allowance, f"{given.allowance} x square root of the invalid lines", f"{cited}(3)"),
        step("upper_invalid", upper, "(invalid lines + allowance) / share sampled", f"{cited}(4)"),
        step("max_pairs", most, "lines filed - (required + upper invalid)", f"{cited}(5)"),
    ]
    warnings = []
    # Fewer than no pairs may be allowed: then there is no root to take, and no sample can accept the petition.
    accepted = False
    if most >= 0:
        expected = share**2 * most
        acceptable = expected - Fraction(given.deviations) * root(expected)
        accepted = tally.duplicates <= acceptable
        steps += [
            step("expected_pairs", expected, "share sampled squared x max_pairs", f"{cited}(6)"),
            step("acceptable_pairs", acceptable, f"expected - {given.deviations} x its square root", f"{cited}(7)"),
        ]
        if accepted:
            warnings = given.doubt("method", "that pairs at or under the acceptable number accept the petition")
    else:
        warnings.append(
            "The invalid lines alone leave fewer signatures than required, so that no number of pairs is acceptable; the rule "
            "says nothing of that case, and every line is looked at."
        )
    projected = tally.raw - upper - tally.duplicates / share**2
    if not accepted:
        warnings.append("No petition is rejected on a sample here (RCW 29A.72.230): every line is looked at.")
    return Projection(
        "washington",
        tuple(steps),
        nearest(projected),
        tally.required,
        decimal(tally.required),
        decimal(tally.required),
        "sufficient" if accepted else "full-check",
        tuple(warnings),
    )
