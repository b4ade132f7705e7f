"""What the law and the petition file say of the campaign's aim: how many signatures, by which day, and what a second copy costs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from suffice.errors import InputError
from suffice.law.profile import Profile
from suffice.law.profiles import changes_within, load
from suffice.law.requirement import required
from suffice.law.sampling import SampleRule
from suffice.outlook.chance import samples_decide
from suffice.petition.calendar import petition_calendar
from suffice.petition.petition import PetitionFile, read_petition_file

FILING = "filed"
"""The step of a timetable whose last day ends the collection."""


@dataclass(frozen=True)
class Situation:
    """The campaign's aim. `copies_lost` is how many lines of a pair do not count; `sample` is the statute's, if it is known."""

    title: str
    profile: str
    required: int
    begins: date
    deadline: date
    registered_voters: int | None = None
    copies_lost: int = 1
    sample: SampleRule | None = None
    caveats: tuple[str, ...] = ()


def read_situation(path: Path, deadline: date | None = None) -> Situation:
    """The situation of the petition in the file at `path`.

    `deadline` is the last day to file; without it the calendar of the profile tells. Raises InputError where the file tells
    neither when circulation began nor how many signatures are required, or no last day is known.
    """
    petition = read_petition_file(path)
    begins = petition.approved_on
    if begins is None:
        raise InputError(
            "The outlook needs the first day of circulation", file=path, column="approved_on",
            remedy="Add approved_on to the petition file",
        )  # fmt: skip
    caveats: list[str] = []
    last = deadline or _last_day(path, begins, caveats)
    if last is None:
        raise InputError(
            "No last day to file is known of this petition", file=path, remedy="Give it with --deadline YYYY-MM-DD"
        )
    if last < begins:
        raise InputError(
            "The last day to file is before circulation began", file=path, found=f"{last}", expected=f"after {begins}"
        )
    profile = load(petition.profile, begins, path.parent)
    caveats += changes_within(petition.profile, begins, [*petition.dates.values(), last], path.parent)
    if profile.sample is None:
        caveats.append(
            f"The law of the profile {profile.id} draws no random sample: chances are those of a full count."
        )
    elif not samples_decide(profile.sample):
        caveats.append(
            f"How the sample of the profile {profile.id} decides ({profile.sample.citation}) cannot be worked out "
            "beforehand: chances are those of a full count."
        )
    elif profile.sample.strata is not None and profile.sample.strata.by != "sheet":
        caveats.append(
            f"The law samples by {profile.sample.strata.by} ({profile.sample.strata.citation}); the chances under the sample "
            "are those of one sample of the whole petition."
        )
    return Situation(
        title=petition.title,
        profile=petition.profile,
        required=_required(petition, path, begins),
        begins=begins,
        deadline=last,
        registered_voters=petition.registered_voters,
        copies_lost=2 if profile.lines.duplicate_policy.value == "void_all" else 1,
        sample=profile.sample if samples_decide(profile.sample) else None,
        caveats=tuple(caveats),
    )


def profile_of(path: Path) -> Profile:
    """The profile of the petition in the file at `path`, as in force when it began. Raises InputError as `read_situation`."""
    petition = read_petition_file(path)
    return load(petition.profile, petition.began, path.parent)


def required_of(path: Path) -> int:
    """The signatures required of the petition in the file at `path`. Raises InputError where nobody can say."""
    petition = read_petition_file(path)
    return _required(petition, path, petition.began)


def _last_day(path: Path, begins: date, caveats: list[str]) -> date | None:
    for step in petition_calendar(path, begins).steps:
        if step.id == FILING and step.day is not None:
            if step.mark == "recalled":
                caveats.append(f"The last day to file ({step.citation}) is recalled, not confirmed in a source.")
            return step.day
    return None


def _required(petition: PetitionFile, path: Path, begins: date | None) -> int:
    if petition.required is not None:
        return petition.required
    try:
        return required(load(petition.profile, begins, path.parent).requirement, petition.figures).required
    except InputError as wrong:
        raise InputError(
            wrong.message,
            file=path,
            column=wrong.column,
            found=wrong.found,
            expected=wrong.expected,
            remedy=wrong.remedy,
        ) from wrong
