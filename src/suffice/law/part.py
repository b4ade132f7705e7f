"""A part of a file of law: what every rule, tier and table in it is made of."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Mark = Literal["found", "found, part", "recalled", "inferred", "computed"]
"""How sure a rule is: read in a source, read in part, from memory only, reasoned from sources, computed."""


class Part(BaseModel):
    """A part of a profile: unknown keys are refused, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True)
