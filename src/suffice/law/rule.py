"""A rule in words: what `law show` prints, `law diff` compares, and the pages of the documentation list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from suffice.law.part import UNSURE, Mark
from suffice.law.sampling import Sourced

RulePart = Literal["lines", "requirement", "sample", "ground", "fact", "step"]
"""The parts of a profile, in the order in which they are told."""


@dataclass(frozen=True)
class Rule:
    """One rule: where it stands in the profile, what it is about, what it says, and its source.

    `path` is its place in the file, such as "sample.size", and names it in every version. No mark where no source says it.
    `marks` tells which things in it are surer or less sure than the whole.
    """

    part: RulePart
    path: str
    name: str
    says: str
    citation: str
    mark: Mark | None
    note: str | None = None
    marks: Mapping[str, Mark] = field(default_factory=dict)

    @property
    def remarks(self) -> str:
        """The note, and what in the rule is surer or less sure than the rest, as sentences."""
        told = [sentence(self.note)] if self.note else []
        told += [f"{sentence(thing)[:-1]}: {mark}." for thing, mark in self.marks.items()]
        return " ".join(told)

    @property
    def unsure(self) -> tuple[str, ...]:
        """What in it is not confirmed, with its mark: the rule itself, or things in it. Nothing where no source says it."""
        if self.mark in UNSURE:
            return (f"{self.name} ({self.mark})",)
        return tuple(f"{self.name}: {thing} ({mark})" for thing, mark in self.marks.items() if mark in UNSURE)


KEYS = {
    "above": "what is decided above the upper limit",
    "all_up_to": "up to how many lines all are drawn",
    "allowance": "the allowance",
    "assumed_duplicates": "the assumed duplicates",
    "at_high": "what is decided at the upper limit",
    "at_low": "what is decided at the lower limit",
    "below": "what is decided below the lower limit",
    "between": "what is decided between the limits",
    "decided": "what is decided by itself",
    "deviations": "the number of standard deviations",
    "high": "the upper limit",
    "least": "the least number of lines",
    "lines": "the number of lines",
    "low": "the lower limit",
    "margin": "the margin of error",
    "method": "the formula",
    "more_from": "the least number of further lines",
    "more_to": "the greatest number of further lines",
    "needed": "how many parts must reach their requirement",
    "needed_percent": "how many parts must reach their requirement",
    "percent": "the percentage",
    "rounding": "the rounding",
    "valid_counts": "what the count of valid lines holds",
    "whole": "that the whole must reach its requirement too",
}
"""The keys of the rules of the sample in words, for what is said of a single one of them."""


def sourced(part: RulePart, path: str, name: str, says: str, rule: Sourced) -> Rule:
    """A rule in words, with the source, the note and the single marks of the `rule` that it tells."""
    marks = {KEYS.get(key, key.replace("_", " ")): mark for key, mark in rule.marks.items() if mark != rule.mark}
    return Rule(part, path, name, says, rule.citation, rule.mark, rule.note, marks)


def sentence(text: str) -> str:
    """`text` with a capital at its beginning and one full stop at its end."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."
