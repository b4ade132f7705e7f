"""Duplicates in a petition, estimated from those found within a random sample of its lines.

Two copies of one voter's signature are both drawn only if both lines fall into the sample, so duplicates in a sample
shrink with the *square* of the share drawn: of 43,593 second copies among 715,833 lines, a sample of 5 % shows about 109,
not 2,180. One pair found therefore stands for about 400 pairs in the petition.

Words: `raw` is the number of lines filed (N), `sample` the number of lines drawn without replacement (n). A voter with
m copies has m - 1 *surplus* copies; if nobody signs more than twice the surplus copies are the pairs (D).

Sources: L. A. Goodman, "On the Estimation of the Number of Classes in a Population", Annals of Mathematical Statistics
20 (1949) 572-579; R. Smith-Cayama and D. R. Thomas, "Estimating the Number of Distinct Valid Signatures in Initiative
Petitions", Journal of Official Statistics 21 (2005) 489-504.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import comb, perm, sqrt

from suffice.errors import InputError


@dataclass(frozen=True)
class DuplicateEstimate:
    """Surplus copies in the whole petition: the unbiased estimate and the unbiased estimate of its variance."""

    estimate: Fraction
    variance: Fraction

    @property
    def deviation(self) -> float:
        """The standard deviation, in copies; 0 where the estimated variance is not positive."""
        return sqrt(max(float(self.variance), 0.0))


def chance_together(raw: int, sample: int, lines: int = 2) -> Fraction:
    """The chance that `lines` given lines of a petition are all drawn: n(n-1).../N(N-1)....

    For two lines this is the share of pairs a sample shows; its inverse is what one pair found stands for.
    Raises InputError if the sample is larger than the petition or a number is not positive.
    """
    check_sample(raw, sample)
    return Fraction(perm(sample, lines), perm(raw, lines))


def pair_weight(raw: int, sample: int) -> Fraction:
    """How many pairs of the petition one pair found in the sample stands for: N(N-1) / n(n-1).

    Raises InputError if fewer than two lines were drawn: no pair can show itself then.
    """
    chance = chance_together(raw, sample)
    if not chance:
        raise InputError(
            "A sample of one line cannot show a duplicate",
            found=f"{sample:,} of {raw:,} lines",
            expected="at least two lines",
        )
    return 1 / chance


def expected_pairs(duplicates: int, raw: int, sample: int) -> float:
    """How many pairs a sample shows on average if the petition holds `duplicates` pairs: D n(n-1) / N(N-1)."""
    return float(duplicates * chance_together(raw, sample))


def estimate_duplicates(raw: int, sample: int, pairs: int) -> DuplicateEstimate:
    """The pairs in a petition of which `pairs` were found in the sample, both copies drawn: D = d N(N-1) / n(n-1).

    Unbiased if nobody signs more than twice; if some do, every pair of their copies is counted (three for three copies, which
    are two too many), so that duplicates are on average over-estimated, never under-estimated.

    The variance is unbiased too: d(d-1) over the chance that four lines are drawn together estimates D(D-1).
    Raises InputError if the counts contradict each other.
    """
    if not 0 <= pairs <= comb(sample, 2):
        raise InputError(
            "The duplicates do not fit into the sample", found=f"{pairs:,} duplicates among {sample:,} lines sampled"
        )
    estimate = pairs * pair_weight(raw, sample)
    two_pairs = pairs * (pairs - 1)
    both = chance_together(raw, sample, 4)
    # Where four lines cannot be drawn, or two pairs were not seen, D(D-1) is estimated by nothing.
    squared = (two_pairs / both if two_pairs and both else Fraction(0)) + estimate
    return DuplicateEstimate(estimate, estimate**2 - squared)


def variance_of_estimate(duplicates: int, raw: int, sample: int) -> Fraction:
    """The true variance of `estimate_duplicates` when the petition holds `duplicates` pairs and nobody signs thrice."""
    two, four = chance_together(raw, sample), chance_together(raw, sample, 4)
    in_sample = duplicates * two * (1 - two) + duplicates * (duplicates - 1) * (four - two**2)
    return in_sample * pair_weight(raw, sample) ** 2


def estimate_surplus(raw: int, sample: int, voters_by_copies: Mapping[int, int], order: int = 2) -> Fraction:
    """Surplus copies in a petition from the voters found once, twice, three times ... in its sample.

    `voters_by_copies` maps copies drawn to voters, as {1: 5786, 2: 4, 3: 2}. A voter with m copies has
    m - 1 = C(m,2) - C(m,3) + C(m,4) - ... surplus copies, and each term is estimated without bias from the sample. `order`
    says where the sum stops: 2 counts pairs (an over-estimate on average wherever someone signed three times, and what
    Suffice uses), 3 is an under-estimate, and the largest number of copies gives Goodman's estimator, unbiased whatever
    people do. It is not used raw: in a 5 % sample each triple weighs 8,000 copies, so that two triples among 5,796 voters
    "prove" more distinct signers than there are valid lines.

    Raises InputError for counts that contradict each other or an order below 2.
    """
    if order < 2:
        raise InputError("The order of the estimate is too low", found=str(order), expected="2 or more")
    drawn = sum(copies * voters for copies, voters in voters_by_copies.items())
    if min(voters_by_copies.values(), default=0) < 0 or min(voters_by_copies, default=1) < 1 or drawn > sample:
        raise InputError("The copies do not fit into the sample", found=f"{drawn:,} copies in {sample:,} lines sampled")
    total = Fraction(0)
    for size in range(2, order + 1):
        together = sum(comb(copies, size) * voters for copies, voters in voters_by_copies.items())
        if together:
            total += (-1) ** size * together / chance_together(raw, sample, size)
    return total


def check_sample(raw: int, sample: int) -> None:
    """Raises InputError unless 1 <= sample <= raw."""
    if raw < 1 or not 1 <= sample <= raw:
        raise InputError(
            "The sample does not fit the petition",
            found=f"{sample:,} lines sampled of {raw:,} filed",
            expected="at least one line sampled and no more than were filed",
        )
