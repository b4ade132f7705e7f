"""The random sample as a statute has it: how many lines, drawn from what, projected how, and what the projection decides.

The `[version.sample]` table of a profile. Numbers that are no whole numbers stand as text (`"1.65"`), so that they stay exact.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, model_validator

from suffice.law.part import UNSURE, Exact, Mark, Part

Decision = Literal["insufficient", "second-sample", "full-check", "sufficient"]
"""What a sample decides: the petition fails, another sample is drawn, every line is looked at, the petition suffices."""

_RANK: Mapping[Decision, int] = {"insufficient": 0, "second-sample": 1, "full-check": 1, "sufficient": 2}

Stratum = Literal["county", "district", "jurisdiction", "sheet", "ward"]
"""What a statute draws from separately."""


class Sourced(Part):
    """A rule with its source. `marks` says how sure single keys are where that differs from the whole."""

    citation: str
    mark: Mark
    marks: dict[str, Mark] = Field(default_factory=dict)
    note: str | None = None

    @model_validator(mode="after")
    def _marks_of_keys(self) -> Sourced:
        strange = sorted(set(self.marks) - set(type(self).model_fields))
        if strange:
            raise ValueError(f"marks: {strange[0]!r} is no key of this rule")
        return self

    def mark_of(self, key: str) -> Mark:
        """How sure the value of `key` is."""
        return self.marks.get(key, self.mark)

    def doubt(self, key: str, said: str) -> list[str]:
        """A warning if an answer depends on `key` and its value was not read in a source; `said` names the value."""
        mark = self.mark_of(key)
        if mark not in UNSURE:
            return []
        because = f" {self.note}" if self.note else ""
        return [f"Not confirmed ({mark}): {said} ({self.citation}).{because}"]


class SizeRule(Sourced):
    """How many lines are drawn.

    Up to `all_up_to` lines filed: all. Otherwise a fixed number of `lines`, or `percent` of the lines filed but at least
    `least`, or as many as bound the error to `margin` percent at `deviations` standard deviations. With none of them the law
    leaves the number to the office. `enforced` is false where the number is custom and not law.
    """

    all_up_to: int = Field(default=0, ge=0)
    lines: int | None = Field(default=None, gt=0)
    least: int = Field(default=0, ge=0)
    percent: Exact | None = Field(default=None, gt=0, le=100)
    margin: Exact | None = Field(default=None, gt=0, lt=100)
    deviations: Exact | None = Field(default=None, gt=0)
    rounding: Literal["up", "down"] = "up"
    enforced: bool = True

    @model_validator(mode="after")
    def _one_way(self) -> SizeRule:
        ways = [name for name in ("lines", "percent", "margin") if getattr(self, name) is not None]
        if len(ways) > 1:
            raise ValueError(f"a size is found in one way, not by {' and '.join(ways)}")
        if (self.margin is None) != (self.deviations is None):
            raise ValueError("margin and deviations go together")
        return self


class StrataRule(Sourced):
    """What the sample is drawn from separately, and whether each part is decided by itself.

    `decided` "together": the projections are added up. "each": every part has its own requirement, and `needed` parts (or
    `needed_percent` of them, rounded up) must reach it; `whole` says that all together must reach theirs as well.
    """

    by: Stratum
    decided: Literal["together", "each"] = "together"
    needed: int | None = Field(default=None, gt=0)
    needed_percent: Exact | None = Field(default=None, gt=0, le=100)
    whole: bool = False

    @model_validator(mode="after")
    def _needs_one_number(self) -> StrataRule:
        if (self.decided == "each") != ((self.needed is None) != (self.needed_percent is None)):
            raise ValueError('`needed` or `needed_percent` goes with decided = "each"')
        return self


class _Method(Sourced):
    """How a sample is projected. `valid_counts` says what the statute's count of valid lines holds."""

    valid_counts: Literal["first copy", "every copy"] = "first copy"


class Ratio(_Method):
    """Valid lines in proportion; a duplicate is one more line that does not count."""

    method: Literal["ratio"]


class California(_Method):
    """A rounded percentage, less an extra value for each duplicate (2 CCR 20530-20532)."""

    method: Literal["california"]


class Washington(_Method):
    """Pairs found are compared with pairs to be expected if the petition just failed (WAC 434-379-010)."""

    method: Literal["washington"]
    allowance: Exact = Field(gt=0)
    deviations: Exact = Field(gt=0)


class Oregon(_Method):
    """A first sample less a margin and assumed duplicates; a second one with the pairs found (OAR 165-014-0030)."""

    method: Literal["oregon"]
    deviations: Exact = Field(gt=0)
    assumed_duplicates: Exact = Field(ge=0, lt=100)


class Arizona(_Method):
    """Removed lines, then lines found bad, then their percentage of what remains (A.R.S. 19-121.04)."""

    method: Literal["arizona"]


class Michigan(_Method):
    """A small sample that is clear, or close and followed by a large one."""

    method: Literal["michigan"]
    deviations: Exact = Field(gt=0)


Method = Annotated[
    Ratio | California | Washington | Oregon | Arizona | Michigan, Field(discriminator="method")
]  # fmt: skip


class DecisionRule(Sourced):
    """What a projection decides: percentages of the requirement, and what holds below, at, between and above them."""

    low: Exact = Field(gt=0)
    high: Exact = Field(gt=0)
    below: Decision
    at_low: Decision
    between: Decision
    at_high: Decision
    above: Decision

    @model_validator(mode="after")
    def _rises(self) -> DecisionRule:
        order = [_RANK[one] for one in (self.below, self.at_low, self.between, self.at_high, self.above)]
        if self.low > self.high or order != sorted(order):
            raise ValueError("more valid signatures must never decide worse")
        if self.low == self.high and self.at_low != self.at_high:
            raise ValueError("at one limit one thing is decided")
        return self


class SecondRule(Sourced):
    """The second sample: `percent` of the lines filed, or `more_from` to `more_to` lines more; and what both together decide."""

    percent: Exact | None = Field(default=None, gt=0, le=100)
    more_from: int | None = Field(default=None, gt=0)
    more_to: int | None = Field(default=None, gt=0)
    larger: bool = False
    decision: DecisionRule


class SampleRule(Sourced):
    """A statute's random sample. Without `projection` the sample decides no petition; without `decision` its rule is not known.

    `counts` says of what lines the raw count is, where that is not every line filed.
    """

    size: SizeRule
    strata: StrataRule | None = None
    projection: Method | None = None
    decision: DecisionRule | None = None
    second: SecondRule | None = None
    counts: str = "lines filed"
