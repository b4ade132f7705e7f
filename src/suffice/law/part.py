"""A part of a file of law: what every rule, tier and table in it is made of."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

Mark = Literal["found", "found, part", "recalled", "inferred", "computed"]
"""How sure a rule is: read in a source, read in part, from memory only, reasoned from sources, computed."""

UNSURE: tuple[Mark, ...] = ("recalled", "inferred")
"""The marks of what no source says itself: every result that depends on such a rule says so."""


class Part(BaseModel):
    """A part of a profile: unknown keys are refused, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _exact(value: object) -> object:
    if isinstance(value, float):
        raise ValueError('a number with a fraction is written as text, as "1.65", so that it stays exact')
    return value


Exact = Annotated[Decimal, BeforeValidator(_exact)]
"""A number that stays as exact as it is written."""
