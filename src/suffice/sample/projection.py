"""What every statute's projection gives: the steps of its arithmetic, a number of signatures, a decision."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from suffice.law.sampling import Decision, DecisionRule
from suffice.sample.exact import decimal, nearest, number


@dataclass(frozen=True)
class Tally:
    """What was counted: `raw` lines filed, `sample` of them looked at, `valid` and `duplicates` found there.

    `valid` is what the statute counts: second copies are not in it, unless its rule says "every copy". `duplicates` are pairs
    with both lines in the sample. `invalid` are the lines that do not count for another reason than being a duplicate,
    where somebody counted them. `required` is the number of valid signatures required. `place` names a county, ward or district.
    """

    raw: int
    sample: int
    valid: int
    duplicates: int
    required: int
    invalid: int | None = None
    place: str | None = None


@dataclass(frozen=True)
class Step:
    """One figure of the arithmetic: its name, its value, the rule in words, and where the rule stands."""

    name: str
    value: Decimal
    rule: str
    citation: str
    place: str | None = None

    def as_json(self) -> dict[str, object]:
        """Plain values; the step of a county bears its name."""
        name = self.name if self.place is None else f"{self.place}: {self.name}"
        return {"name": name, "value": number(self.value), "rule": self.rule, "citation": self.citation}


@dataclass(frozen=True)
class Projection:
    """A statute's projection. `low` and `high` are the limits of its decision in signatures; None where none is known."""

    method: str
    steps: tuple[Step, ...]
    projected: int
    required: int
    low: Decimal | None
    high: Decimal | None
    decision: Decision
    warnings: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Plain values, for JSON."""
        return {
            "method": self.method,
            "steps": [step.as_json() for step in self.steps],
            "projected": self.projected,
            "required": self.required,
            "low": None if self.low is None else number(self.low),
            "high": None if self.high is None else number(self.high),
            "decision": self.decision,
            "warnings": list(self.warnings),
        }

    def warned(self, *more: str) -> Projection:
        """The same with further warnings before its own, each said once."""
        return replace(self, warnings=tuple(dict.fromkeys((*more, *self.warnings))))

    def at(self, place: str) -> Projection:
        """The same with every step named for a county, ward or district."""
        return replace(self, steps=tuple(replace(step, place=place) for step in self.steps))


def step(name: str, value: Fraction | int, rule: str, citation: str) -> Step:
    """A step with its value as a decimal to be read."""
    return Step(name, decimal(value), rule, citation)


def limits(rule: DecisionRule, required: int) -> tuple[Fraction, Fraction]:
    """The lower and the upper limit of a decision, in signatures."""
    return Fraction(rule.low) * required / 100, Fraction(rule.high) * required / 100


def decide(rule: DecisionRule, projected: Fraction | int, required: int) -> Decision:
    """What the rule decides for `projected` signatures, compared with its limits exactly."""
    low, high = limits(rule, required)
    if projected < low:
        return rule.below
    if projected > high:
        return rule.above
    # At a single limit both `at` values are the same.
    if projected == high:
        return rule.at_high
    return rule.at_low if projected == low else rule.between


def decided(
    method: str,
    steps: list[Step],
    projected: Fraction | int,
    required: int,
    rule: DecisionRule | None,
    warnings: list[str] | None = None,
) -> Projection:
    """The projection with the decision of `rule`; without one a full check, and a warning that it is not known."""
    said = list(warnings or [])
    shown = nearest(Fraction(projected))
    if rule is None:
        said.append(
            "The rule by which this sample decides is not known to Suffice: it decides nothing, and every line is to be "
            "looked at unless a person applies the rule."
        )
        return Projection(method, tuple(steps), shown, required, None, None, "full-check", tuple(said))
    low, high = limits(rule, required)
    decision = decide(rule, projected, required)
    if decide(rule, shown, required) != decision:
        said.append(
            f"{shown:,} is rounded; the decision is that of the exact projection {decimal(Fraction(projected)):,}, which is on "
            "the other side of a limit."
        )
    near = {"low": low, "high": high}
    for name, limit in near.items():
        if projected == limit:
            said += rule.doubt(f"at_{name}", f"at exactly {getattr(rule, name)} % the decision is {decision}")
    # Below the lower limit the answer depends on that limit alone, above the upper on that one, between them on both.
    governing = (
        ("below", "low") if projected < low else ("above", "high") if projected > high else ("between", "low", "high")
    )
    words = f"{rule.low} % and {rule.high} % as the limits of the decision"
    doubts = [doubt for key in governing for doubt in rule.doubt(key, words)]
    said += doubts[:1]
    return Projection(method, tuple(steps), shown, required, decimal(low), decimal(high), decision, tuple(said))
