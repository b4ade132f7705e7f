"""A profile: one kind of petition in one jurisdiction, as the law stood in one span of time. Data, with its sources."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from suffice.law.part import Mark as Mark
from suffice.law.part import Part as Part
from suffice.law.sampling import SampleRule

GROUNDS = frozenset(
    {
        "not_registered", "canceled", "registered_too_late", "duplicate", "different_address", "out_of_jurisdiction",
        "no_signature", "no_address", "not_identifiable", "struck", "withdrawn", "outside_circulation", "under_age",
        "signature_mismatch",
    }
)  # fmt: skip


class Ground(Part):
    """A lawful reason that a line does not count. `automatic` is false where only a person can find it."""

    id: str
    name: str
    citation: str
    mark: Mark
    category: str
    automatic: bool = True

    @model_validator(mode="after")
    def _known(self) -> Ground:
        if self.id not in GROUNDS:
            raise ValueError(f"{self.id!r} is no ground; grounds are {', '.join(sorted(GROUNDS))}")
        return self


FormerAddress = Literal["never", "registered_when_signed", "registered_during_circulation"]
"""When a line counts that gives an address at which the voter was registered once: never; where the registration stood
there on the day of signing; or on some day on which the section, or the petition, circulated."""


class LineRules(Part):
    """How one line is judged."""

    address_must_match: bool
    unit_ignored: bool
    inactive_status_counts: bool
    duplicate_policy: Literal["keep_first_valid", "void_all"]
    roll_check: bool
    minimum_age: int = Field(ge=0, le=120)
    former_address: FormerAddress


class Tier(Part):
    """From `from_registered` registered voters on, `percent` of them must sign."""

    from_registered: int = Field(ge=0)
    percent: int = Field(gt=0, le=100)


class RequirementRule(Part):
    """How many valid signatures a petition needs: a share of the registered voters, by tier, rounded up."""

    tiers: tuple[Tier, ...]
    rounding: Literal["up"]
    citation: str
    mark: Mark


class Threshold(Part):
    """One number that the matching uses, with the reason for it."""

    value: int
    reason: str


class Version(Part):
    """The rules as they stood from one day on."""

    since: date
    lines: LineRules
    requirement: RequirementRule
    ground: tuple[Ground, ...]
    sample: SampleRule | None = None

    @model_validator(mode="after")
    def _each_once(self) -> Version:
        ids = [ground.id for ground in self.ground]
        twice = sorted({name for name in ids if ids.count(name) > 1})
        if twice:
            raise ValueError(f"ground {twice[0]} stands twice")
        return self


class ProfileFile(Part):
    """A profile file with all its dated versions, oldest first."""

    id: str
    title: str
    matching: dict[str, Threshold]
    version: tuple[Version, ...] = Field(min_length=1)


class Profile(Part):
    """One dated version of a profile, ready to be applied."""

    id: str
    title: str
    as_of: date
    since: date
    lines: LineRules
    requirement: RequirementRule
    grounds: tuple[Ground, ...]
    thresholds: dict[str, Threshold]
    sample: SampleRule | None = None

    @property
    def matching(self) -> dict[str, int]:
        """The numbers that the look-up and the examination are told, by name."""
        return {name: threshold.value for name, threshold in self.thresholds.items()}
