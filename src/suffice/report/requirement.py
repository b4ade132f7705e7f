"""How many signatures a petition needs: the petition file, the rule, the answer, as plain values."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from suffice.errors import InputError
from suffice.law.profiles import load
from suffice.law.requirement import Requirement, required
from suffice.petition.petition import PetitionFile, read_petition_file


@dataclass(frozen=True)
class RequirementReport:
    """A petition with the signatures it needs. `reckoned` is None where only the petition file says the number."""

    petition: PetitionFile
    profile_title: str
    as_of: date
    reckoned: Requirement | None
    warnings: tuple[str, ...]

    @property
    def required(self) -> int:
        """The number that holds: the petition file's, or the one reckoned."""
        if self.petition.required is not None:
            return self.petition.required
        assert self.reckoned is not None  # one of the two is there, or the report was refused
        return self.reckoned.required

    def as_json(self) -> str:
        """The report as JSON. The exact share is a fraction, in lowest terms."""
        found = self.reckoned
        values: dict[str, object] = {
            "title": self.petition.title,
            "jurisdiction": self.petition.jurisdiction,
            "profile": self.petition.profile,
            "as_of": self.as_of.isoformat(),
            "required": self.required,
            "stated": self.petition.required,
            "stated_source": self.petition.required_source,
        }
        if found is not None:
            values |= {
                "reckoned": found.required, "percent": str(found.percent), "of": found.base, "of_name": found.base_name,
                "figure": found.figure, "figure_on": self.petition.figures_on and self.petition.figures_on.isoformat(),
                "tier_from": found.tier, "kind": found.kind, "exact": str(found.exact), "rounding": "up",
                "citation": found.citation, "mark": found.mark,
                "parts": [{"name": part.name, "figure": part.base, "required": part.required} for part in found.parts],
                "parts_by": found.division, "parts_needed": found.needed,
            }  # fmt: skip
        return json.dumps(values | {"warnings": list(self.warnings)}, indent=2, ensure_ascii=False)


def requirement_report(path: Path) -> RequirementReport:
    """The signatures that the petition in the file at `path` needs, by the law of the day its form was approved.

    Before that day is known the newest text is applied. Raises InputError, naming the petition file, where nobody can say.
    """
    petition = read_petition_file(path)
    try:
        profile = load(petition.profile, petition.approved_on or petition.filed_on, path.parent)
        warnings = []
        found: Requirement | None = None
        try:
            found = required(profile.requirement, petition.figures)
        except InputError:
            if petition.required is None:
                raise
            warnings.append("The petition file gives the number itself; what it is reckoned from is not given.")
    except InputError as wrong:
        raise wrong.in_file(path) from wrong
    if found is not None:
        warnings += found.warnings
        if petition.required is not None and petition.required != found.required:
            warnings.insert(
                0,
                f"The petition file says {petition.required:,}, and by the law's share it is {found.required:,}: one of the two "
                "is wrong.",
            )
        if petition.figures_on is None:
            warnings.append(
                f"The petition file does not say of which day the number of {found.base_name} is (figures_on)."
            )
    return RequirementReport(petition, profile.title, profile.as_of, found, tuple(warnings))
