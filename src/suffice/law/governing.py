"""Which dated text of its law governs a petition, question by question, and why.

One rule for every command. No source of Suffice holds a transitional provision, so that the rule is reasoned (inferred) from what
the statutes tie each question to:

- how many signatures are required is settled when the form is approved: the registration that the share is of is that of the
  last report before it (California Elections Code 11221);
- how lines are judged, and the random sample, belong to the examination, which begins with the filing;
- every step of the calendar follows the text of the day that it counts from (`suffice.law.calendar`).

Where a petition's own days lie on both sides of a change, the answer says so.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

from suffice.law.difference import changes, days_of_change
from suffice.law.profile import Profile, ProfileFile
from suffice.law.profiles import in_force, load_file
from suffice.law.rule import RulePart

Question = Literal["requirement", "lines", "sample", "steps"]

ASKED: Mapping[Question, str] = {
    "requirement": "How many signatures are required",
    "lines": "How lines are judged",
    "sample": "The random sample",
    "steps": "The steps",
}
"""The questions in words."""

PARTS: Mapping[Question, tuple[RulePart, ...]] = {
    "requirement": ("requirement",),
    "lines": ("lines", "ground"),
    "sample": ("sample",),
    "steps": ("step",),
}
"""The parts of a profile that answer each question."""

OPEN = "No source was found that says which of them governs such a petition."


@dataclass(frozen=True)
class Governing:
    """The text that was applied to one question: of which `day`, in force `since` when, and why (`because`).

    `changed` are the days on which this part of the law changed between the first and the last day known of the petition.
    """

    question: Question
    day: date
    since: date
    because: str
    changed: tuple[date, ...] = ()

    @property
    def sentence(self) -> str:
        """The text and the reason, as a sentence."""
        return f"{ASKED[self.question]}: by the text in force on {self.day} (since {self.since}), {self.because}."

    @property
    def warnings(self) -> tuple[str, ...]:
        """A warning where another text of the petition's own time would answer otherwise."""
        if not self.changed:
            return ()
        when = " and on ".join(str(day) for day in self.changed)
        return (
            f"{ASKED[self.question]}: the text of the law changed on {when}, in the course of the petition; applied is the text in "
            f"force on {self.day}, {self.because}. {OPEN}",
        )

    def as_json(self) -> dict[str, object]:
        """Plain values, for JSON."""
        return {
            "question": self.question,
            "day": self.day.isoformat(),
            "since": self.since.isoformat(),
            "because": self.because,
            "mark": "inferred",
            "changed_on": [day.isoformat() for day in self.changed],
        }


def governing(
    profile_id: str,
    question: Literal["requirement", "lines", "sample"],
    done: Mapping[str, date],
    *,
    until: date | None = None,
    beside: Path | None = None,
) -> tuple[Profile, Governing]:
    """The profile as it governs `question` for a petition of which `done` is known, by key (`approved_on`, `filed_on` ...).

    `until` is the last day to file, where it is known and the petition is not filed. Raises InputError as
    `suffice.law.profiles.load` does, for an unknown profile or a petition before its first version.
    """
    file = load_file(profile_id, beside)
    if question == "requirement":
        day, because = _when_approved(file, done)
    else:
        day, because = _when_filed(file, done, until)
    profile = in_force(file, day)
    course = [*done.values(), *([until] if until else [])]
    return profile, Governing(question, day, profile.since, because, changed_within(file, question, course))


def changed_within(file: ProfileFile, question: Question, days: Collection[date]) -> tuple[date, ...]:
    """The days after the first of `days`, up to the last, on which the text that answers `question` changed."""
    if not days:
        return ()
    first, last = min(days), max(days)
    told = days_of_change(file)[1:]
    return tuple(day for day in told if first < day <= last and _differs(file, question, day))


def steps_changed(profile_id: str, days: Collection[date], beside: Path | None = None) -> tuple[str, ...]:
    """What to say of a calendar in the course of which a step's text changed: that each follows the day it counts from."""
    changed = changed_within(load_file(profile_id, beside), "steps", days)
    if not changed:
        return ()
    when = " and on ".join(str(day) for day in changed)
    return (
        f"The text of the law on the steps changed on {when}, in the course of the petition. Each step follows the text in force "
        f"on the day it counts from. {OPEN}",
    )


def _when_approved(file: ProfileFile, done: Mapping[str, date]) -> tuple[date, str]:
    if "approved_on" in done:
        return done["approved_on"], "the day the form was approved"
    if done:
        key, day = min(done.items(), key=lambda one: one[1])
        return day, f"the first day known of the petition ({key})"
    return _newest(file)


def _when_filed(file: ProfileFile, done: Mapping[str, date], until: date | None) -> tuple[date, str]:
    if "filed_on" in done:
        return done["filed_on"], "the day the petition was filed"
    if until is not None:
        return until, "the last day to file, as the petition is not filed yet"
    if done:
        key, day = max(done.items(), key=lambda one: one[1])
        return day, f"the last day known of the petition ({key}), which is not filed yet"
    return _newest(file)


def _newest(file: ProfileFile) -> tuple[date, str]:
    return max(version.since for version in file.version), "the newest, as the petition file tells no day"


def _differs(file: ProfileFile, question: Question, day: date) -> bool:
    told = changes(file, day - timedelta(days=1), day)
    return any(change.rule.part in PARTS[question] for change in told)
