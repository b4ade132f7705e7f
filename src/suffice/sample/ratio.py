"""The plain projection: as many in the petition as in the sample. For every statute that says no more than that."""

from __future__ import annotations

from fractions import Fraction

from suffice.law.sampling import SampleRule
from suffice.sample.duplicates import pair_weight
from suffice.sample.exact import nearest
from suffice.sample.projection import Projection, Tally, decided, step


def ratio(tally: Tally, rule: SampleRule) -> Projection:
    """Valid lines x lines filed / lines sampled. A second copy is one more line that does not count, and weighs no more.

    Where duplicates were found, a warning says what they stand for: such a statute's projection is too high by as much.
    """
    citation = rule.projection.citation if rule.projection else rule.citation
    share = Fraction(tally.valid, tally.sample)
    projected = share * tally.raw
    steps = [
        step("percentage", share * 100, "valid lines / sample, in percent", citation),
        step("exact", projected, f"{rule.counts} x percentage", citation),
        step("projected", nearest(projected), "to the nearest signature", citation),
    ]
    return decided("ratio", steps, projected, tally.required, rule.decision, unweighted(tally))


def unweighted(tally: Tally) -> list[str]:
    """What the duplicates found stand for where a statute gives them no weight."""
    if not tally.duplicates or tally.sample < 2:
        return []
    about = round(float(tally.duplicates * (pair_weight(tally.raw, tally.sample) - Fraction(tally.raw, tally.sample))))
    return [
        f"This statute gives duplicates no weight. The {tally.duplicates:,} found stand for about {about:,} more signatures that "
        "do not count than the projection takes away; --statistics shows them."
    ]
