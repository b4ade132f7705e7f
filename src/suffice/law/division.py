"""What counties, districts or wards need by themselves, beside what the whole petition needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Literal

from pydantic import Field, model_validator

from suffice.errors import InputError
from suffice.law.part import UNSURE, Exact, Mark, Part

Base = Literal["registered_voters", "votes_cast"]
"""What a share is taken of; also the key under which the petition file gives it."""

Division = Literal["county", "district", "ward"]

PLURAL: Mapping[Division, str] = {"county": "counties", "district": "districts", "ward": "wards"}
"""Each kind of part in the plural."""


class DivisionRule(Part):
    """What parts of the jurisdiction need by themselves: `percent` in at least `needed` of them, or in `needed_percent` of all.

    Without `percent` they need the same share as the whole. `kinds` are the kinds of petition for which that is asked; all,
    where none is named.
    """

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


@dataclass(frozen=True)
class PartFigure:
    """A part of the jurisdiction with the figures that the petition file gives for it."""

    name: str
    registered_voters: int | None = None
    votes_cast: int | None = None

    def of(self, base: Base) -> int | None:
        """The figure that a share of `base` is taken of; None where it is not given."""
        return self.registered_voters if base == "registered_voters" else self.votes_cast


@dataclass(frozen=True)
class PartRequirement:
    """What one part of the jurisdiction needs by itself, and the share before it was rounded up."""

    name: str
    base: int
    exact: Fraction
    required: int


@dataclass(frozen=True)
class PartsRequirement:
    """What the parts named in the petition file need, and how many of them must reach it (None if none is named)."""

    rule: DivisionRule
    percent: Decimal
    needed: int | None
    parts: tuple[PartRequirement, ...]
    warnings: tuple[str, ...]


def parts_required(rule: DivisionRule, percent: Decimal, base: Base, figures: Sequence[PartFigure]) -> PartsRequirement:
    """What each part needs under `rule`, a fraction of a signature rounded up; `percent` is the share of the whole.

    Raises InputError for a part without the figure that its share is of.
    """
    own = rule.percent if rule.percent is not None else percent
    parts = tuple(_part(figure, base, own) for figure in figures)
    warnings = []
    if rule.mark in UNSURE:
        warnings.append(f"Not confirmed ({rule.mark}): shares by {rule.by} ({rule.citation}).")
    plural = PLURAL[rule.by]
    if not parts:
        warnings.append(
            f"Shares of single {plural} are required too ({rule.citation}); name each under [[part]] in the petition file to "
            "have them reckoned."
        )
    elif rule.needed is not None and len(parts) < rule.needed:
        warnings.append(
            f"The petition file names {len(parts):,} of the {plural}; at least {rule.needed:,} must reach their share."
        )
    elif rule.needed_percent is not None:
        warnings.append(f"Suffice takes the {len(parts):,} {plural} that the petition file names for all there are.")
    return PartsRequirement(rule, own, _needed(rule, len(parts)), parts, tuple(warnings))


def _part(figure: PartFigure, base: Base, percent: Decimal) -> PartRequirement:
    number = figure.of(base)
    if number is None:
        raise InputError(
            f"The part {figure.name} does not say what its share is of", column="part",
            expected=f"a number, such as {base} = 10000", remedy="Add it to that [[part]] of the petition file.",
        )  # fmt: skip
    exact = number * Fraction(percent) / 100
    return PartRequirement(figure.name, number, exact, ceil(exact))


def _needed(rule: DivisionRule, parts: int) -> int | None:
    if not parts:
        return rule.needed
    return rule.needed if rule.needed is not None else ceil(Fraction(rule.needed_percent or 0) * parts / 100)
