"""How likely a rejection is to be overturned: numbers set by reasoning, corrected by the outcomes of lines already examined.

A line's case is what the campaign's own look-up says of it (valid, needs review, another ground, the same ground, not looked up)
and the ground of the rejection. Each case starts at the chance in `data/overturn.toml`, worth a few examined lines, and moves with
every outcome written down: a beta distribution each.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Own = Literal["valid", "needs review", "another ground", "the same ground", "not looked up"]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Published(_Part):
    """The one published share of rejections overturned, for lines the campaign has not looked up."""

    chance: float = Field(gt=0, lt=1)
    mark: str
    reason: str


class Case(_Part):
    """One case with its starting chance. Without `grounds` it holds for all that no other case of `own` names."""

    own: Own
    grounds: tuple[str, ...]
    chance: float = Field(gt=0, lt=1)
    reason: str


class Table(_Part):
    """All cases."""

    worth: float = Field(gt=0)
    published: Published
    case: tuple[Case, ...]

    def of(self, own: Own, ground: str) -> Case:
        """The case of a line."""
        if own == "not looked up":
            return Case(own=own, grounds=(), chance=self.published.chance, reason=self.published.reason)
        mine = [case for case in self.case if case.own == own]
        return next((case for case in mine if ground in case.grounds), mine[-1])


@dataclass(frozen=True)
class CaseChance:
    """A case with what became of its lines that were examined: the chance now, and the beta distribution behind it."""

    case: Case
    overturned: int
    upheld: int
    good: float
    bad: float

    @property
    def chance(self) -> float:
        """The chance of a further line of this case."""
        return self.good / (self.good + self.bad)


def overturn_table() -> Table:
    """The table that comes with Suffice."""
    return Table.model_validate(
        tomllib.loads(files("suffice.outlook").joinpath("data/overturn.toml").read_text("utf-8"))
    )


def updated(table: Table, case: Case, overturned: int, upheld: int) -> CaseChance:
    """The case after `overturned` and `upheld` outcomes of its lines."""
    good, bad = table.worth * case.chance, table.worth * (1 - case.chance)
    return CaseChance(case, overturned, upheld, good + overturned, bad + upheld)
