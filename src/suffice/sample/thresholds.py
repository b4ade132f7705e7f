"""What a sample must show: the valid lines at which the statute's decision changes, if no duplicate is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from suffice.law.profile import Profile
from suffice.law.sampling import Decision
from suffice.sample.exact import decimal, number
from suffice.sample.project import compute, sampled
from suffice.sample.projection import Tally, limits


@dataclass(frozen=True)
class Thresholds:
    """Limits within the sample, no duplicate found: sufficient from so many valid lines on, insufficient up to so many.

    None where no number of valid lines decides so. `high` and `low` are the limits in plain proportion, as offices publish them,
    without the statute's roundings.
    """

    sufficient_from: int | None
    insufficient_to: int | None
    high: Decimal | None
    low: Decimal | None

    def as_json(self) -> dict[str, object]:
        """Plain values, for JSON."""
        return {
            "sufficient_from": self.sufficient_from,
            "insufficient_to": self.insufficient_to,
            "high_in_proportion": None if self.high is None else number(self.high),
            "low_in_proportion": None if self.low is None else number(self.low),
        }


def thresholds(profile: Profile, raw: int, sample: int, required: int) -> Thresholds | None:
    """The limits of a sample of `sample` of `raw` lines, by the profile's own arithmetic; None where it projects nothing."""
    rule = sampled(profile)
    if rule.projection is None:
        return None

    def decision(valid: int) -> Decision:
        return compute(rule, Tally(raw, sample, valid, 0, required)).decision

    enough = _first(lambda valid: decision(valid) == "sufficient", sample)
    not_short = _first(lambda valid: decision(valid) != "insufficient", sample)
    insufficient_to = sample if not_short is None else not_short - 1
    low, high = (None, None)
    if rule.decision is not None:
        low, high = (decimal(limit * sample / raw, 2) for limit in limits(rule.decision, required))
    return Thresholds(enough, insufficient_to if insufficient_to >= 0 else None, high, low)


def _first(holds: Callable[[int], bool], most: int) -> int | None:
    """The least valid lines at which `holds`, which stays true from there on; None if it never does."""
    if not holds(most):
        return None
    low, high = -1, most
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high
