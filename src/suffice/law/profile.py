"""A profile: one kind of petition in one jurisdiction, as the law stood in one span of time. Data, with its sources."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Generic, Literal, TypeGuard, TypeVar

from pydantic import Field, field_validator, model_validator

from suffice.law.part import UNSURE, Mark, Part
from suffice.law.requirement import RequirementRule
from suffice.law.sampling import SampleRule
from suffice.law.timetable import Timetable

GROUND_NAMES = {
    "struck": "Struck out",
    "withdrawn": "Withdrawn by the signer",
    "no_signature": "No signature",
    "no_address": "No residence address",
    "no_date": "No date of signing",
    "not_identifiable": "Signer cannot be identified",
    "outside_circulation": "Signed outside the time of circulation",
    "out_of_jurisdiction": "Address outside the jurisdiction",
    "canceled": "Registration canceled",
    "inactive": "Registration inactive",
    "not_registered": "Not registered",
    "registered_too_late": "Registered too late",
    "under_age": "Under age",
    "different_address": "Registered at a different address",
    "signature_mismatch": "Signature does not compare",
    "duplicate": "Signed more than once",
}
"""Every reason against a line that Suffice knows, with its usual name."""

Value = TypeVar("Value")


class Ground(Part):
    """A lawful reason that a line does not count. `automatic` is false where only a person can find it."""

    id: str
    name: str = ""
    citation: str
    mark: Mark
    category: str
    automatic: bool = True

    @model_validator(mode="before")
    @classmethod
    def _named(cls, said: object) -> object:
        if isinstance(said, dict) and not said.get("name"):
            return {**said, "name": GROUND_NAMES.get(str(said.get("id")), "")}
        return said

    @model_validator(mode="after")
    def _known(self) -> Ground:
        if self.id not in GROUND_NAMES:
            raise ValueError(f"{self.id!r} is no ground; grounds are {', '.join(sorted(GROUND_NAMES))}")
        return self


FormerAddress = Literal["never", "registered_when_signed", "registered_during_circulation"]
"""When a line counts that gives an address at which the voter was registered once: never; where the registration stood
there on the day of signing; or on some day on which the section, or the petition, circulated."""


class LineRule(Part, Generic[Value]):
    """One rule by which lines are judged, with its source."""

    value: Value
    citation: str
    mark: Mark
    note: str | None = None


class LineRules(Part):
    """How one line is judged. A rule that no source confirms is left out: lines that depend on it go to people."""

    roll_check: LineRule[bool]
    address_must_match: LineRule[bool] | None = None
    unit_ignored: LineRule[bool] | None = None
    inactive_status_counts: LineRule[bool] | None = None
    duplicate_policy: LineRule[Literal["keep_first_valid", "void_all"]]
    minimum_age: LineRule[int] | None = None
    former_address: LineRule[FormerAddress] | None = None


class Threshold(Part):
    """One number that the matching uses, with the reason for it."""

    value: int
    reason: str


class Fact(Part):
    """Something else that the law says of a petition and that changes from version to version, for people to read."""

    id: str
    says: str
    citation: str
    mark: Mark


def _is_table_of_tables(said: object) -> TypeGuard[dict[str, dict[str, object]]]:
    return isinstance(said, dict) and all(isinstance(value, dict) for value in said.values())


class Version(Part):
    """The rules as they stood from one day on."""

    since: date
    lines: LineRules
    requirement: RequirementRule
    ground: tuple[Ground, ...]
    sample: SampleRule | None = None
    fact: tuple[Fact, ...] = ()

    @field_validator("ground", "fact", mode="before")
    @classmethod
    def _by_id(cls, said: object) -> object:
        # In the file a table by id, so that a later version can change one of them; their order is their precedence.
        return [{"id": key, **value} for key, value in said.items()] if _is_table_of_tables(said) else said


class ProfileFile(Part):
    """A profile file with all its dated versions, oldest first, and the timetable of its steps where it is known.

    `matching` holds the thresholds in which this profile differs from those that all profiles share.
    """

    id: str
    title: str
    matching: dict[str, Threshold] = Field(default_factory=dict)
    version: tuple[Version, ...] = Field(min_length=1)
    calendar: Timetable | None = None

    @model_validator(mode="after")
    def _in_order(self) -> ProfileFile:
        days = [version.since for version in self.version]
        if days != sorted(set(days)):
            raise ValueError("versions stand in the order of their days, each day once")
        return self


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
    facts: tuple[Fact, ...] = ()
    calendar: Timetable | None = None

    @property
    def matching(self) -> dict[str, int]:
        """The numbers that the look-up and the examination are told, by name."""
        return {name: threshold.value for name, threshold in self.thresholds.items()}

    def doubts(self) -> list[str]:
        """A warning for every rule on which the judging of lines depends and that was not read in a source."""
        told: list[str] = []
        asked = LineRules.model_fields if self.lines.roll_check.value else ("roll_check", "duplicate_policy")
        for name in asked:
            rule = getattr(self.lines, name)
            if rule is None:
                told.append(f"{RULE_NAMES[name]}: no source says what holds here. {WITHOUT_RULE[name]}")
            else:
                told += self.doubt(name)
        return told

    def doubt(self, name: str) -> list[str]:
        """A warning if the rule `name` for lines, such as "duplicate_policy", is there and was not read in a source."""
        rule = getattr(self.lines, name)
        if rule is None or rule.mark not in UNSURE:
            return []
        return [f"{RULE_NAMES[name]}: not confirmed ({rule.mark}; {rule.citation})."]

    def ground_doubts(self, found: Collection[str]) -> list[str]:
        """A warning for those of the grounds `found`, by id, that were not read in a source: one for each mark."""
        told = []
        for mark in UNSURE:
            weak = [f"{one.name} ({one.citation})" for one in self.grounds if one.mark == mark and one.id in found]
            if weak:
                told.append(f"Grounds {mark}, not confirmed in a source: {', '.join(weak)}.")
        return told


RULE_NAMES = {
    "roll_check": "Whether lines are compared with the voter roll",
    "address_must_match": "Whether the address must be the registered one",
    "unit_ignored": "Whether unit numbers are left out of the comparison",
    "inactive_status_counts": "Whether inactive voters count",
    "duplicate_policy": "What becomes of a voter's several lines",
    "minimum_age": "The least age of a signer",
    "former_address": "When an address counts at which the voter was registered before",
}
"""The rules for lines in words."""

WITHOUT_RULE = {
    "address_must_match": "Lines with another address than the registered one are left to people.",
    "unit_ignored": "Unit numbers are not compared.",
    "inactive_status_counts": "Lines of inactive voters are left to people.",
    "minimum_age": "Ages are not compared.",
    "former_address": "It does not count.",
}
"""What the program does where a rule is not known."""
