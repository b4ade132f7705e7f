"""How many valid signatures a petition needs: the rule, as data, and its answer for one petition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Literal

from pydantic import Field, model_validator

from suffice.errors import InputError
from suffice.law.part import Exact, Mark, Part

Base = Literal["registered_voters", "votes_cast"]
"""What the share is taken of; also the key under which the petition file gives it."""

Division = Literal["county", "district", "ward"]


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


class DivisionRule(Part):
    """What parts of the jurisdiction need by themselves: `percent` in at least `needed` of them, or in `needed_percent` of all."""

    by: Division
    percent: Exact | None = Field(default=None, gt=0, le=100)
    needed: int | None = Field(default=None, gt=0)
    needed_percent: Exact | None = Field(default=None, gt=0, le=100)
    kinds: tuple[str, ...] = ()
    citation: str
    mark: Mark

    @model_validator(mode="after")
    def _needs_one_number(self) -> DivisionRule:
        if (self.needed is None) == (self.needed_percent is None):
            raise ValueError("either `needed` or `needed_percent` says how many parts must reach their share")
        return self


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
class PartFigure:
    """A part of the jurisdiction with its own base."""

    name: str
    base: int


@dataclass(frozen=True)
class Figures:
    """What a petition file says that its requirement is reckoned from."""

    registered_voters: int | None = None
    votes_cast: int | None = None
    kind: str | None = None
    parts: Sequence[PartFigure] = ()


@dataclass(frozen=True)
class PartRequirement:
    """What one part of the jurisdiction needs by itself."""

    name: str
    base: int
    required: int


@dataclass(frozen=True)
class Requirement:
    """The number of signatures required and how it was found. `tier` is the least base of the tier that holds."""

    required: int
    percent: Decimal
    base: Base
    base_name: str
    figure: int
    exact: Fraction
    citation: str
    mark: Mark
    tier: int | None = None
    kind: str | None = None
    division: Division | None = None
    needed: int | None = None
    parts: tuple[PartRequirement, ...] = ()
    warnings: tuple[str, ...] = ()


def required(rule: RequirementRule, figures: Figures) -> Requirement:
    """The signatures required by `rule` of a petition with these `figures`, a fraction of a signature rounded up.

    California Elections Code 11221: a share by tier, "not less than". Raises InputError where the law or the petition file
    leaves a number open, naming the key that would settle it.
    """
    kind = _kind(rule, figures)
    figure = figures.registered_voters if rule.base == "registered_voters" else figures.votes_cast
    tier = None
    if rule.tiers and figure is not None:
        tier = max((one for one in rule.tiers if one.from_registered <= figure), key=lambda one: one.from_registered)
    percent = kind.percent if kind else tier.percent if tier else rule.percent
    if figure is None:
        raise InputError(
            f"The requirement is a share of the {rule.base_name}, and the petition file does not say how many these were",
            column=rule.base,
            expected=f"a number, such as {rule.base} = 100000",
            remedy="Add it to the petition file, or give the number of signatures itself as `required`.",
        )
    if percent is None:
        raise InputError(
            f"Suffice has no source for the share of the {rule.base_name} that this law asks for",
            expected="`required` in the petition file",
            remedy=f"Look it up in {rule.citation} and give the number of signatures as `required`.",
        )
    source = kind or rule
    exact = Fraction(figure) * Fraction(percent) / 100
    warnings = _doubts(rule, source.mark, source.citation, percent)
    division = rule.division
    if division is not None and division.kinds and (kind is None or kind.id not in division.kinds):
        division = None
    parts = _parts(division, percent, figures)
    if division is not None and not parts:
        warnings.append(
            f"Shares of single {PLURAL[division.by]} are required too ({division.citation}); name each under [[part]] "
            f"in the petition file to have them reckoned."
        )
    return Requirement(
        required=ceil(exact), percent=percent, base=rule.base, base_name=rule.base_name, figure=figure, exact=exact,
        citation=source.citation, mark=source.mark, tier=tier.from_registered if tier else None,
        kind=kind.title if kind else None, division=division.by if division else None,
        needed=_needed(division, len(parts)), parts=parts, warnings=tuple(warnings),
    )  # fmt: skip


PLURAL: Mapping[Division, str] = {"county": "counties", "district": "districts", "ward": "wards"}
"""Each kind of part in the plural."""


def _kind(rule: RequirementRule, figures: Figures) -> PetitionKind | None:
    if not rule.kind:
        return None
    known = {kind.id: kind for kind in rule.kind}
    if figures.kind in known:
        return known[figures.kind]
    raise InputError(
        "What the law requires depends on the kind of petition",
        column="kind",
        found=repr(figures.kind) if figures.kind else "nothing",
        expected=", ".join(f'"{kind.id}" ({kind.title})' for kind in rule.kind),
        remedy="Say the kind in the petition file, or give the number of signatures itself as `required`.",
    )


def _doubts(rule: RequirementRule, mark: Mark, citation: str, percent: Decimal) -> list[str]:
    told = []
    if mark in ("recalled", "inferred"):
        told.append(f"Not confirmed ({mark}): {percent} percent of the {rule.base_name} ({citation}).")
    if rule.note:
        told.append(rule.note)
    if rule.division is not None and rule.division.mark in ("recalled", "inferred"):
        told.append(f"Not confirmed ({rule.division.mark}): shares by {rule.division.by} ({rule.division.citation}).")
    return told


def _parts(division: DivisionRule | None, percent: Decimal, figures: Figures) -> tuple[PartRequirement, ...]:
    if division is None:
        return ()
    share = Fraction(division.percent if division.percent is not None else percent) / 100
    return tuple(PartRequirement(part.name, part.base, ceil(part.base * share)) for part in figures.parts)


def _needed(division: DivisionRule | None, parts: int) -> int | None:
    if division is None:
        return None
    if division.needed is not None:
        return division.needed
    return ceil(Fraction(division.needed_percent or 0) * parts / 100) if parts else None
