"""What the samples of all counties, wards or districts say together, beside the statute's projection of each.

Every part was sampled by itself. Estimates are added up; an interval of the sum is made from those of the parts by the method
of variance estimates recovery (G. Y. Zou and A. Donner, "Construction of confidence limits about effect measures", Statistics
in Medicine 27 (2008) 1693-1702), which keeps them as lopsided as they are. The chance that the full count suffices comes from
petitions drawn at random from what is known of each part, always with the same random numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from math import sqrt

import numpy as np

from suffice.law.profile import Profile
from suffice.law.sampling import StrataRule
from suffice.sample.beside import counted_once
from suffice.sample.estimate import Range, Statistics, statistics
from suffice.sample.posterior import Numbers, posterior
from suffice.sample.project import copies_lost, deciding, parts_needed
from suffice.sample.projection import Tally

DRAWS = 20_000
"""Petitions drawn at random; the chance is then right to about a third of a point."""

ACROSS = (
    "A voter who signed in two of the parts is seen in no sample: such copies are in these figures only where a line signed "
    "outside the part in which its signer is registered is invalid for that reason."
)
"""What the statistics of parts cannot know."""


@dataclass(frozen=True)
class PartsStatistics:
    """The statistics of a petition sampled by parts. A voter who signs in two parts is seen in neither sample.

    `chance_sufficient` goes by the law's own rule: all together, part by part, or both.
    """

    level: float
    duplicates: Range
    distinct_valid: Range
    chance_sufficient: float
    straight_line: int
    parts: tuple[tuple[str, Statistics], ...]

    def as_json(self) -> dict[str, object]:
        """Plain values, for a JSON file."""
        plain = asdict(self)
        parts = [{"place": place, **one.as_json()} for place, one in self.parts]
        return {**plain, "parts": parts, "caveats": [ACROSS]}


def statistics_of_parts(
    profile: Profile, tallies: Sequence[Tally], required: int | None, level: float = 0.95
) -> PartsStatistics:
    """The statistics of `tallies`, the samples of all parts, `required` being the number required of all together.

    Raises InputError for counts that contradict each other, or a profile whose law does not draw by parts.
    """
    rule = deciding(profile)
    lost = copies_lost(profile)
    counted = [(tally, counted_once(rule, tally)) for tally in tallies]
    found = [
        statistics(one.raw, one.sample, valid, one.duplicates, one.required, copies_lost=lost, level=level)
        for one, valid in counted
    ]
    signers = np.stack([_drawn(at, one, valid, lost) for at, (one, valid) in enumerate(counted)])
    return PartsStatistics(
        level=level,
        duplicates=added([one.duplicates for one in found]),
        distinct_valid=added([one.distinct_valid for one in found]),
        chance_sufficient=round(float(np.mean(_suffices(signers, tallies, required, rule.strata))), 4),
        straight_line=sum(one.straight_line for one in found),
        parts=tuple((str(tally.place), one) for tally, one in zip(tallies, found, strict=True)),
    )


def added(ranges: Sequence[Range]) -> Range:
    """The sum of independent estimates with its interval."""
    estimate = sum(one.estimate for one in ranges)
    below = sqrt(sum((one.estimate - one.low) ** 2 for one in ranges))
    above = sqrt(sum((one.high - one.estimate) ** 2 for one in ranges))
    return Range(
        estimate,
        max(round(estimate - below), sum(one.low for one in ranges)),
        min(round(estimate + above), sum(one.high for one in ranges)),
    )


def _drawn(at: int, tally: Tally, valid: int, lost: int) -> Numbers:
    """Distinct valid signers of one part in petitions drawn at random; `at` is its place in the file."""
    if tally.sample == tally.raw:
        return np.full(DRAWS, float(valid))
    known = posterior(tally.raw, tally.sample, valid + lost * tally.duplicates, tally.duplicates)
    return np.maximum(known.drawn(np.random.default_rng([2022, at]), DRAWS, lost), valid)


def _suffices(signers: Numbers, tallies: Sequence[Tally], required: int | None, strata: StrataRule | None) -> Numbers:
    """For each petition drawn whether it suffices under the rule for parts."""
    together = signers.sum(axis=0) >= (required or 0)
    if strata is None or strata.decided == "together":
        return np.asarray(together)
    reached = signers >= np.array([tally.required for tally in tallies])[:, np.newaxis]
    enough = reached.sum(axis=0) >= parts_needed(strata, len(tallies))
    return np.asarray(enough & together if strata.whole else enough)
