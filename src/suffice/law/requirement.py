"""How many valid signatures a petition needs."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from suffice.law.profile import RequirementRule


@dataclass(frozen=True)
class Requirement:
    """The number of signatures required and how it was found."""

    required: int
    percent: int
    registered_voters: int
    exact: Fraction
    citation: str


def required(rule: RequirementRule, registered_voters: int) -> Requirement:
    """The signatures required of a jurisdiction with `registered_voters` at its last report.

    California Elections Code 11221: a share by tier, "not less than", so that a fraction of a signature is rounded up.
    """
    tier = max(
        (tier for tier in rule.tiers if tier.from_registered <= registered_voters), key=lambda one: one.from_registered
    )
    exact = Fraction(registered_voters * tier.percent, 100)
    return Requirement(ceil(exact), tier.percent, registered_voters, exact, rule.citation)
