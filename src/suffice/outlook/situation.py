"""What the law and the petition file say of the campaign's aim: how many signatures, by which day, and what a second copy costs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from suffice.errors import InputError
from suffice.law.governing import Governing, governing
from suffice.law.part import UNSURE
from suffice.law.profile import Profile
from suffice.law.sample_rules import sample_rules
from suffice.law.sampling import SampleRule
from suffice.outlook.chance import samples_decide
from suffice.petition.calendar import petition_calendar
from suffice.petition.needed import Needed, needed_of
from suffice.petition.petition import read_petition_file

FILING = "filed"
"""The step of a timetable whose last day ends the collection."""


@dataclass(frozen=True)
class Situation:
    """The campaign's aim. `copies_lost` is how many lines of a pair do not count; `sample` is the statute's, if it is known.

    `text_applied` tells which dated texts of the law were applied, and why.
    """

    title: str
    profile: str
    required: int
    begins: date
    deadline: date
    registered_voters: int | None = None
    copies_lost: int = 1
    sample: SampleRule | None = None
    caveats: tuple[str, ...] = ()
    text_applied: tuple[Governing, ...] = ()


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
    sampled, sample_text = governing(petition.profile, "sample", petition.dates, until=last, beside=path.parent)
    judged, lines_text = governing(petition.profile, "lines", petition.dates, until=last, beside=path.parent)
    needed = required_of(path)
    decides = samples_decide(sampled.sample)
    caveats += [*needed.warnings, *lines_text.warnings, *judged.doubt("duplicate_policy")]
    if decides:
        caveats += sample_text.warnings
    caveats += _of_the_sample(sampled)
    texts = [needed.text, sample_text if decides else None, lines_text]
    return Situation(
        title=petition.title,
        profile=petition.profile,
        required=needed.required,
        begins=begins,
        deadline=last,
        registered_voters=petition.registered_voters,
        copies_lost=2 if judged.lines.duplicate_policy.value == "void_all" else 1,
        sample=sampled.sample if decides else None,
        caveats=tuple(dict.fromkeys(caveats)),
        text_applied=tuple(text for text in texts if text is not None),
    )


def judging_profile(path: Path, deadline: date | None = None) -> tuple[Profile, Governing]:
    """The profile of the petition in the file at `path` by which its lines are judged, and which text of the law that is.

    Raises InputError for a file that cannot be read, an unknown profile, or a petition before its first version.
    """
    petition = read_petition_file(path)
    try:
        return governing(petition.profile, "lines", petition.dates, until=deadline, beside=path.parent)
    except InputError as wrong:
        raise wrong.in_file(path) from wrong


def required_of(path: Path) -> Needed:
    """The signatures required of the petition in the file at `path`. Raises InputError, naming it, where nobody can say."""
    petition = read_petition_file(path)
    try:
        return needed_of(petition, path.parent)
    except InputError as wrong:
        raise wrong.in_file(path) from wrong


def _of_the_sample(profile: Profile) -> list[str]:
    rule = profile.sample
    if rule is None:
        return [f"The law of the profile {profile.id} draws no random sample: chances are those of a full count."]
    if not samples_decide(rule):
        return [
            f"How the sample of the profile {profile.id} decides ({rule.citation}) cannot be worked out "
            "beforehand: chances are those of a full count."
        ]
    said = []
    if rule.strata is not None and rule.strata.by != "sheet":
        said.append(
            f"The law samples by {rule.strata.by} ({rule.strata.citation}); the chances under the sample "
            "are those of one sample of the whole petition."
        )
    weak = [thing for one in sample_rules(rule) for thing in one.unsure]
    if weak:
        said.append(f"Of the random sample not confirmed in a source: {'; '.join(weak)}. Its chances depend on that.")
    return said


def _last_day(path: Path, begins: date, caveats: list[str]) -> date | None:
    for step in petition_calendar(path, begins).steps:
        if step.id == FILING and step.day is not None:
            if step.mark in UNSURE:
                caveats.append(f"The last day to file ({step.citation}) is {step.mark}, not confirmed in a source.")
            return step.day
    return None
