"""How many valid signatures a petition needs: the rule, as data, and its answer for one petition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Literal

from pydantic import Field, model_validator

from suffice.errors import InputError
from suffice.law.division import Base, DivisionRule, PartFigure, PartsRequirement, parts_required
from suffice.law.part import UNSURE, Exact, Mark, Part


class Tier(Part):
    """From `from_registered` registered voters on, `percent` of them must sign."""

    from_registered: int = Field(ge=0)
    percent: Exact = Field(gt=0, le=100)


class PetitionKind(Part):
    """A kind of petition under one profile that needs a share of its own, such as a constitutional amendment."""

    id: str
    title: str
    percent: Exact = Field(gt=0, le=100)
    citation: str
    mark: Mark


class RequirementRule(Part):
    """A share of the registered voters, or of votes cast, by tier or by kind of petition, rounded up.

    With none of `tiers`, `percent` and `kind` the share is not known to Suffice; the petition file says what is required.
    """

    base: Base = "registered_voters"
    base_name: str = "registered voters at the last report"
    tiers: tuple[Tier, ...] = ()
    percent: Exact | None = Field(default=None, gt=0, le=100)
    kind: tuple[PetitionKind, ...] = ()
    rounding: Literal["up"] = "up"
    citation: str
    mark: Mark
    note: str | None = None
    division: DivisionRule | None = None

    @model_validator(mode="after")
    def _one_way(self) -> RequirementRule:
        if sum(bool(way) for way in (self.tiers, self.percent, self.kind)) > 1:
            raise ValueError("a share is found in one way: tiers, percent or kind")
        if self.tiers and self.base != "registered_voters":
            raise ValueError("tiers go by registered voters")
        return self


@dataclass(frozen=True)
class Figures:
    """What a petition file says that its requirement is reckoned from."""

    registered_voters: int | None = None
    votes_cast: int | None = None
    kind: str | None = None
    parts: Sequence[PartFigure] = ()


class NotGivenError(InputError):
    """What the requirement is reckoned from is not given, or the law's share is not known: only `required` can say it."""


@dataclass(frozen=True)
class Requirement:
    """The number of signatures required and how it was found.

    `exact` is the share before rounding, `tier` the least number of voters of the tier that holds, `division` what parts of
    the jurisdiction need by themselves, where the law asks that of this petition.
    """

    required: int
    percent: Decimal
    base: Base
    base_name: str
    figure: int
    exact: Fraction
    rounding: Literal["up"]
    citation: str
    mark: Mark
    tier: int | None = None
    kind: str | None = None
    division: PartsRequirement | None = None
    warnings: tuple[str, ...] = ()


def required(rule: RequirementRule, figures: Figures) -> Requirement:
    """The signatures required by `rule` of a petition with these `figures`, a fraction of a signature rounded up.

    California Elections Code 11221: a share by tier, "not less than". Raises InputError where a figure contradicts the law,
    and NotGivenError where the law or the petition file leaves a number open, naming the key that would settle it.
    """
    kind = _kind(rule, figures)
    figure = figures.registered_voters if rule.base == "registered_voters" else figures.votes_cast
    if figure is None:
        raise NotGivenError(
            f"The requirement is a share of the {rule.base_name}, and the petition file does not say how many these were",
            column=rule.base,
            expected=f"a number, such as {rule.base} = 100000",
            remedy="Add it to the petition file, or give the number of signatures itself as `required`.",
        )
    tier = _tier(rule, figure)
    percent = kind.percent if kind else tier.percent if tier else rule.percent
    if percent is None:
        raise NotGivenError(
            f"Suffice has no source for the share of the {rule.base_name} that this law asks for",
            expected="`required` in the petition file",
            remedy=f"Look it up in {rule.citation} and give the number of signatures as `required`.",
        )
    source = kind or rule
    exact = Fraction(figure) * Fraction(percent) / 100
    division = _division(rule, kind, percent, figures)
    warnings = _doubts(rule, source.mark, source.citation, percent)
    if division is not None:
        warnings += division.warnings
    elif figures.parts:
        warnings.append(
            "The petition file names parts of the jurisdiction; as far as Suffice knows the law asks no share of them."
        )
    return Requirement(
        required=ceil(exact), percent=percent, base=rule.base, base_name=rule.base_name, figure=figure, exact=exact,
        rounding=rule.rounding, citation=source.citation, mark=source.mark, tier=tier.from_registered if tier else None,
        kind=kind.title if kind else None, division=division, warnings=tuple(warnings),
    )  # fmt: skip


def _kind(rule: RequirementRule, figures: Figures) -> PetitionKind | None:
    if not rule.kind:
        return None
    known = {kind.id: kind for kind in rule.kind}
    if figures.kind in known:
        return known[figures.kind]
    problem = NotGivenError if figures.kind is None else InputError
    raise problem(
        "What the law requires depends on the kind of petition",
        column="kind",
        found=repr(figures.kind) if figures.kind else "nothing",
        expected=", ".join(f'"{kind.id}" ({kind.title})' for kind in rule.kind),
        remedy="Say the kind in the petition file, or give the number of signatures itself as `required`.",
    )


def _tier(rule: RequirementRule, figure: int) -> Tier | None:
    reached = [tier for tier in rule.tiers if tier.from_registered <= figure]
    if rule.tiers and not reached:
        least = min(tier.from_registered for tier in rule.tiers)
        raise InputError(
            f"The law as Suffice knows it asks for no share below {least:,} registered voters",
            column=rule.base, found=f"{figure:,}", expected=f"{least:,} or more ({rule.citation})",
        )  # fmt: skip
    return max(reached, key=lambda tier: tier.from_registered, default=None)


def _division(
    rule: RequirementRule, kind: PetitionKind | None, percent: Decimal, figures: Figures
) -> PartsRequirement | None:
    division = rule.division
    if division is None or (division.kinds and (kind is None or kind.id not in division.kinds)):
        return None
    return parts_required(division, percent, rule.base, figures.parts)


def _doubts(rule: RequirementRule, mark: Mark, citation: str, percent: Decimal) -> list[str]:
    told = []
    if mark in UNSURE:
        told.append(f"Not confirmed ({mark}): {percent} percent of the {rule.base_name} ({citation}).")
    elif rule.mark in UNSURE:
        told.append(f"Not confirmed ({rule.mark}): that the share is of the {rule.base_name} ({rule.citation}).")
    if rule.note:
        told.append(rule.note)
    return told
