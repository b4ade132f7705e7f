"""The signatures that a petition needs, as every command that counts against them takes them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from suffice.law.governing import Governing, governing
from suffice.law.requirement import required
from suffice.petition.petition import PetitionFile


@dataclass(frozen=True)
class Needed:
    """The signatures required, what is not certain about the number, and the text of the law that says so.

    No text where the petition file says the number.
    """

    required: int
    warnings: tuple[str, ...] = ()
    text: Governing | None = None


def needed_of(petition: PetitionFile, beside: Path) -> Needed:
    """The signatures that `petition` needs: as its file says, or by the law that governs it.

    A profile of one's own is looked for in the folder `beside`. Raises InputError where nobody can say.
    """
    if petition.required is not None:
        return Needed(petition.required)
    profile, text = governing(petition.profile, "requirement", petition.dates, beside=beside)
    found = required(profile.requirement, petition.figures)
    return Needed(found.required, (*text.warnings, *found.warnings), text)
