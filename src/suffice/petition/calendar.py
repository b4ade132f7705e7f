"""The calendar of the petition in a petition file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from suffice.errors import InputError
from suffice.law.business_days import business_days
from suffice.law.calendar import Course, Step, calendar_of
from suffice.law.governing import steps_changed
from suffice.law.part import UNSURE
from suffice.law.profiles import load
from suffice.petition.petition import PetitionFile, read_petition_file


@dataclass(frozen=True)
class PetitionCalendar:
    """A petition's steps as they stand on `as_of`, and what is not certain about them."""

    petition: PetitionFile
    profile_title: str
    as_of: date
    steps: tuple[Step, ...]
    warnings: tuple[str, ...]


def petition_calendar(path: Path, as_of: date) -> PetitionCalendar:
    """The calendar of the petition in the file at `path`, as it stands on `as_of`.

    Raises InputError for a file that cannot be read, an unknown profile, dates out of order, and a petition that began
    before the first version of its profile.
    """
    petition = read_petition_file(path)
    done = petition.dates
    try:
        # The steps bear days of their own; only a petition from before the first version of its profile is refused here.
        profile = load(petition.profile, min(done.values(), default=as_of), path.parent)
        if profile.calendar is None:
            raise InputError(
                f"The steps of the profile {petition.profile} are not known to Suffice",
                remedy="Its statutes' days have not been found in a source; the other commands work without them.",
            )
        table = profile.calendar
        closed = {holiday.on: holiday.name for holiday in petition.holiday}
        days = business_days(table.subdivision, table.not_holidays, closed)
        changes = steps_changed(petition.profile, done.values(), path.parent)
        steps = calendar_of(table, Course(done, petition.certificate, petition.registered_voters), days, as_of)
    except InputError as wrong:
        # The law does not know where its dates came from; the person needs the file.
        raise InputError(
            wrong.message, file=path, column=wrong.column, found=wrong.found, expected=wrong.expected,
            remedy=wrong.remedy,
        ) from wrong  # fmt: skip
    return PetitionCalendar(petition, profile.title, as_of, steps, (*changes, *_warnings(petition, steps)))


def _warnings(petition: PetitionFile, steps: tuple[Step, ...]) -> tuple[str, ...]:
    said = [warning for step in steps for warning in step.warnings]
    weak = [step for step in steps if step.mark in UNSURE and step.day is not None]
    said += [f"{step.title}: the rule ({step.citation}) is {step.mark}, not confirmed in a source." for step in weak]
    if not petition.holiday and any("business day" in step.counted and step.day for step in steps):
        said.append(
            "Business days leave out the holidays of the state. The petition file names no days on which the county's "
            "offices are closed besides ([[holiday]])."
        )
    return tuple(said)
