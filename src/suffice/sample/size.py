"""How many lines a statute's sample has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from suffice.errors import InputError
from suffice.law.part import UNSURE
from suffice.law.sampling import SampleRule, SizeRule
from suffice.sample.projection import Step, step


@dataclass(frozen=True)
class Size:
    """The lines to be drawn of `raw` lines filed. `governing` are the keys of the rule that the number depends on."""

    raw: int
    lines: int
    steps: tuple[Step, ...]
    governing: tuple[str, ...]
    warnings: tuple[str, ...]
    place: str | None = None

    def as_json(self) -> dict[str, object]:
        """Plain values, for JSON."""
        return {
            **({} if self.place is None else {"place": self.place}),
            "raw": self.raw,
            "size": self.lines,
            "steps": [one.as_json() for one in self.steps],
        }


def sample_size(rule: SizeRule, raw: int, place: str | None = None) -> Size:
    """The lines that the statute wants drawn of `raw`.

    Raises InputError for a raw count that is not positive, or where the law leaves the number to the office.
    """
    if raw < 1:
        raise InputError("The raw count is not a positive number", found=f"{raw:,}", expected="at least one line filed")
    if raw <= rule.all_up_to:
        steps = [step("size", raw, f"up to {rule.all_up_to:,} lines every one is looked at", rule.citation)]
        return Size(raw, raw, tuple(steps), ("all_up_to",), tuple(_doubts(rule, ("all_up_to",))), place)
    if rule.percent is not None:
        lines, steps, governing = _by_percent(rule, raw, Fraction(rule.percent))
    elif rule.margin is not None and rule.deviations is not None:
        lines, steps, governing = _by_margin(rule, raw, Fraction(rule.margin), Fraction(rule.deviations))
    elif rule.lines is not None:
        lines, steps, governing = rule.lines, [], ("lines",)
    else:
        raise InputError(
            "The law as Suffice knows it sets no number of lines for this sample",
            found=rule.note or rule.citation,
            remedy="Name the number with --lines.",
        )
    drawn = min(lines, raw)
    words = "lines to draw" if drawn == lines else "every line: the sample would be larger than the petition"
    steps.append(step("size", drawn, words, rule.citation))
    return Size(raw, drawn, tuple(steps), governing, tuple(_doubts(rule, governing)), place)


def _by_percent(rule: SizeRule, raw: int, percent: Fraction) -> tuple[int, list[Step], tuple[str, ...]]:
    exact = raw * percent / 100
    share = ceil(exact) if rule.rounding == "up" else floor(exact)
    steps = [
        step("share", exact, f"{rule.percent} % of the lines", rule.citation),
        step("rounded", share, f"rounded {rule.rounding}", rule.citation),
    ]
    if share < rule.least:
        return rule.least, [*steps, step("least", rule.least, "but at least so many", rule.citation)], ("least",)
    return share, steps, ("percent",) if exact == share else ("percent", "rounding")


def _by_margin(
    rule: SizeRule, raw: int, margin: Fraction, deviations: Fraction
) -> tuple[int, list[Step], tuple[str, ...]]:
    """Cochran's size for a share of one half, with his correction for a finite petition."""
    endless = (deviations * 50 / margin) ** 2
    exact = endless / (1 + (endless - 1) / raw)
    steps = [
        step("endless", endless, f"({rule.deviations} x 50 % / {rule.margin} %) squared", rule.citation),
        step("finite", exact, "endless / (1 + (endless - 1) / lines filed)", rule.citation),
    ]
    lines = ceil(exact) if rule.rounding == "up" else floor(exact)
    return lines, steps, ("margin", "rounding")


def _doubts(rule: SizeRule, governing: Sequence[str]) -> list[str]:
    words = {
        "all_up_to": f"that up to {rule.all_up_to:,} lines are all looked at",
        "percent": f"{rule.percent} % as the size of the sample",
        "least": f"{rule.least:,} lines as the least size of the sample",
        "lines": f"{rule.lines or 0:,} lines as the size of the sample",
        "margin": "the formula of the sample's size",
        "rounding": f"that the size is rounded {rule.rounding}",
    }
    # One rule, one warning: its note would otherwise be said twice.
    return [doubt for key in governing for doubt in rule.doubt(key, words[key])][:1]


def check_size(rule: SampleRule, raw: int, sample: int, *, as_drawn: bool = False) -> list[str]:
    """Warnings of a sample that is not what the statute asks for.

    Raises InputError for a sample below the floor, unless that is not confirmed, or `as_drawn` says to take it as it is.
    """
    size = rule.size
    if size.percent is None and size.lines is None and size.margin is None:
        return []
    needed = sample_size(size, raw)
    if sample >= needed.lines:
        return []
    short = f"{sample:,} lines are fewer than the {needed.lines:,} that {size.citation} asks for"
    sure = all(size.mark_of(key) not in UNSURE for key in needed.governing)
    if as_drawn or not size.enforced or not sure:
        return [f"{short}.", *needed.warnings]
    raise InputError(
        "The sample is below the floor of the statute",
        found=f"{sample:,} of {raw:,} lines",
        expected=f"at least {needed.lines:,} ({size.citation})",
        remedy="If that is what was drawn, give --as-drawn: the result will carry a warning.",
    )


def size_of_parts(rule: SampleRule, parts: Sequence[tuple[str, int]]) -> list[Size]:
    """The sizes for counties, wards or districts, each with its lines filed. Raises InputError as `sample_size` does."""
    return [sample_size(rule.size, raw, place) for place, raw in parts]
