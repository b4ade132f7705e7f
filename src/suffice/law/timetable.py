"""A timetable: the steps that the law sets from a notice to an election, as data with citations."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from suffice.law.part import Mark, Part

RollOver = Literal["next business day", "none", "not confirmed"]
"""What becomes of a last day on which the office is closed. Not confirmed: the earlier day is shown, with a warning."""


class DayTier(Part):
    """From `from_registered` registered voters on, so many days."""

    from_registered: int = Field(ge=0)
    days: int = Field(gt=0)


class StepRule(Part):
    """One step: how its date follows from another's, whose duty it is, and the statute that says so.

    Without `after` its date stands in the petition file or nowhere. `kind` tells a last day from a first one.
    `when` is a condition that people judge; `outcome` one that the certificate decides. `event` is the key of the petition
    file that says when it was done, where that is not its id.
    `otherwise` steps apply only where their start was not done.
    `name` is what other steps call it ("the filing"). `since` and `until` are compared with the day counted from.
    """

    id: str
    title: str
    name: str | None = None
    duty: str
    citation: str
    mark: Mark
    after: str | None = None
    days: int | None = None
    tiers: tuple[DayTier, ...] = ()
    unit: Literal["calendar", "business"] = "calendar"
    kind: Literal["last day", "first day"] = "last day"
    roll_over: RollOver = "not confirmed"
    when: str | None = None
    outcome: Literal["sufficient", "insufficient"] | None = None
    event: str | None = None
    otherwise: bool = False
    note: str | None = None
    since: date | None = None
    until: date | None = None

    @model_validator(mode="after")
    def _sound(self) -> StepRule:
        if self.days is not None and self.tiers:
            raise ValueError(f"step {self.id} has both days and tiers")
        if (self.days is not None or self.tiers) and self.after is None:
            raise ValueError(f"step {self.id} has days, and no step to count them from")
        if self.unit == "business" and (self.days or 0) < 0:
            raise ValueError(f"step {self.id} counts business days backwards, which no statute here does")
        return self

    @property
    def key(self) -> str:
        """The name under which the petition file says when it was done."""
        return self.event or self.id

    def in_force(self, day: date) -> bool:
        """Whether this text of the step holds for a count that begins on `day`."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Timetable(Part):
    """All steps of one profile, each after those it counts from, and the holidays that its offices keep."""

    subdivision: str
    not_holidays: tuple[str, ...] = ()
    step: tuple[StepRule, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _each_after_its_start(self) -> Timetable:
        seen: set[str] = set()
        for step in self.step:
            if step.after is not None and step.after not in seen:
                raise ValueError(f"step {step.id} counts from {step.after!r}, which is no step before it")
            seen.add(step.id)
        for one in self.step:
            for other in self.step:
                if one is not other and one.id == other.id and _overlap(one, other):
                    raise ValueError(f"two texts of step {one.id} hold on the same day")
        return self


def _overlap(one: StepRule, other: StepRule) -> bool:
    first, last = (
        max(one.since or date.min, other.since or date.min),
        min(one.until or date.max, other.until or date.max),
    )
    return first <= last
