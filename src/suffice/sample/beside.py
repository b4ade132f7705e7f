"""The honest statistics beside a statute's projection, and what a duplicate more or less does to its decision."""

from __future__ import annotations

from dataclasses import dataclass, replace

from suffice.law.profile import Profile
from suffice.law.sampling import Decision, SampleRule
from suffice.sample.estimate import Statistics, statistics, turning_point
from suffice.sample.project import compute, copies_lost, sampled
from suffice.sample.projection import Projection, Tally

MISSED_AT_ONCE = 100


@dataclass(frozen=True)
class Beside:
    """Statistics of the sample, and the statute's own sensitivity to duplicates.

    `turns_at` is the least number of duplicates in the sample at which the statute decides `turns_to` (None: no number that
    fits does). `one_missed` is by how many signatures a duplicate missed among the sampled lines, and so taken for a valid line,
    lifts the projection: the average of a hundred.
    """

    statistics: Statistics
    turns_at: int | None
    turns_to: Decision | None
    one_missed: int

    def as_json(self) -> dict[str, object]:
        """Plain values, for JSON."""
        return {
            **self.statistics.as_json(),
            "decision_turns_at_duplicates": self.turns_at,
            "decision_turns_to": self.turns_to,
            "one_missed_duplicate": self.one_missed,
        }


def beside(profile: Profile, tally: Tally, second: Tally | None = None) -> Beside:
    """The statistics of the sample, or of both where a second one was drawn.

    Raises InputError for counts that contradict each other, or a profile without a sample.
    """
    rule = sampled(profile)
    lost = copies_lost(profile)
    seen = second or tally
    every = _counts_every_copy(rule)
    found = statistics(
        seen.raw,
        seen.sample,
        counted_once(rule, seen),
        seen.duplicates,
        seen.required,
        copies_lost=lost,
    )

    def with_duplicates(duplicates: int, valid: int = seen.valid) -> Tally:
        return replace(seen, duplicates=duplicates, valid=valid, invalid=_invalid(seen))

    def decision(duplicates: int) -> Decision:
        return _projected(rule, with_duplicates(duplicates), tally, second).decision

    most = seen.valid - 1 if every else (seen.sample - seen.valid) // lost
    turns_at = turning_point(decision, seen.duplicates, most)
    now = _projected(rule, with_duplicates(seen.duplicates), tally, second)
    missed = _missed(seen, every, lost)
    more = with_duplicates(seen.duplicates + missed, seen.valid if every else seen.valid - lost * missed)
    lifted = now.projected - _projected(rule, more, tally, second).projected
    return Beside(
        found, turns_at, None if turns_at is None else decision(turns_at), round(lifted / missed) if missed else 0
    )


def counted_once(rule: SampleRule, tally: Tally) -> int:
    """The valid lines of the sample with second copies left out, however the law counts them."""
    return tally.valid - tally.duplicates if _counts_every_copy(rule) else tally.valid


def _counts_every_copy(rule: SampleRule) -> bool:
    return rule.projection is not None and rule.projection.valid_counts == "every copy"


def _missed(seen: Tally, every: bool, lost: int) -> int:
    """Duplicates to miss at once: a hundred if there are as many lines, so that the statutes' roundings do not show."""
    return min(MISSED_AT_ONCE, max(seen.valid - 1 - seen.duplicates if every else (seen.valid - 1) // lost, 0))


def _invalid(tally: Tally) -> int:
    """Invalid lines that are no duplicates, kept as they are while duplicates are varied."""
    return tally.sample - tally.valid - tally.duplicates if tally.invalid is None else tally.invalid


def _projected(rule: SampleRule, changed: Tally, first: Tally, second: Tally | None) -> Projection:
    return compute(rule, changed) if second is None else compute(rule, first, changed)
