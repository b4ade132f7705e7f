"""How many signatures a petition needs: the petition file, the rule, the answer, as plain values."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from suffice.errors import InputError
from suffice.law.division import PartsRequirement
from suffice.law.governing import Governing, governing
from suffice.law.requirement import NotGivenError, Requirement, required
from suffice.petition.petition import PetitionFile, read_petition_file


@dataclass(frozen=True)
class RequirementReport:
    """A petition with the signatures it needs. `reckoned` is None where only the petition file says the number."""

    petition: PetitionFile
    profile_title: str
    text: Governing
    reckoned: Requirement | None
    warnings: tuple[str, ...]

    @property
    def required(self) -> int:
        """The number that holds: the petition file's, or the one reckoned."""
        if self.petition.required is not None:
            return self.petition.required
        assert self.reckoned is not None  # one of the two is there, or the report was refused
        return self.reckoned.required

    @property
    def agrees(self) -> bool | None:
        """Whether the petition file's own number is the one reckoned; None where there are not two numbers."""
        if self.petition.required is None or self.reckoned is None:
            return None
        return self.petition.required == self.reckoned.required

    def as_json(self) -> str:
        """The report as JSON. Shares before rounding are texts, so that they stay exact."""
        values: dict[str, object] = {
            "title": self.petition.title,
            "jurisdiction": self.petition.jurisdiction,
            "profile": self.petition.profile,
            "as_of": self.text.day.isoformat(),
            "text_applied": [self.text.as_json()],
            "required": self.required,
            "stated": self.petition.required,
            "stated_source": self.petition.required_source,
            "agrees": self.agrees,
        }
        found = self.reckoned
        if found is not None:
            values |= {
                "reckoned": found.required, "percent": str(found.percent), "of": found.base, "of_name": found.base_name,
                "figure": found.figure, "figure_on": self.petition.figures_on and self.petition.figures_on.isoformat(),
                "tier_from": found.tier, "kind": found.kind, "exact": str(decimal(found.exact)),
                "rounding": found.rounding, "citation": found.citation, "mark": found.mark,
                "division": _division(found.division) if found.division else None,
            }  # fmt: skip
        return json.dumps(values | {"warnings": list(self.warnings)}, indent=2, ensure_ascii=False)


def _division(found: PartsRequirement) -> dict[str, object]:
    return {
        "by": found.rule.by, "percent": str(found.percent), "needed": found.needed, "citation": found.rule.citation,
        "mark": found.rule.mark,
        "parts": [
            {"name": part.name, "figure": part.base, "exact": str(decimal(part.exact)), "required": part.required}
            for part in found.parts
        ],
    }  # fmt: skip


def decimal(share: Fraction) -> Decimal:
    """A share as a decimal number: exact, because a percentage of a whole number always ends."""
    return Decimal(share.numerator) / Decimal(share.denominator)


def requirement_report(path: Path) -> RequirementReport:
    """The signatures that the petition in the file at `path` needs, by the law of the day its form was approved.

    Which day stands in for it before that: `suffice.law.governing`. Raises InputError, naming the petition file, where nobody
    can say, and where a figure contradicts the law.
    """
    petition = read_petition_file(path)
    found: Requirement | None = None
    warnings: list[str] = []
    try:
        profile, text = governing(petition.profile, "requirement", petition.dates, beside=path.parent)
        warnings += text.warnings
        try:
            found = required(profile.requirement, petition.figures)
        except NotGivenError as wrong:
            if petition.required is None:
                raise
            warnings.append(f"Not reckoned: {wrong.message}.")
    except InputError as wrong:
        raise wrong.in_file(path) from wrong
    report = RequirementReport(petition, profile.title, text, found, ())
    return replace(report, warnings=(*_disagreement(report), *warnings, *_of_what(report)))


def _disagreement(report: RequirementReport) -> list[str]:
    if report.agrees is not False or report.reckoned is None:
        return []
    return [
        f"The petition file says {report.required:,}, and by the law's share it is {report.reckoned.required:,}: one of the two "
        "is wrong. The commands go by the petition file."
    ]


def _of_what(report: RequirementReport) -> list[str]:
    # What the figures and the text are of; the rule's own doubts stand between.
    told = list(report.reckoned.warnings) if report.reckoned else []
    if report.reckoned is not None and report.petition.figures_on is None:
        told.append("The petition file does not say of which day these figures are (figures_on).")
    if report.petition.approved_on is None:
        text = report.text
        told.append(
            f"The petition file says no day of approval (approved_on): the text in force on {text.day} is applied, {text.because}."
        )
    return told
