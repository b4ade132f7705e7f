"""A petition's calendar as JSON and as a file for calendar programs (iCalendar, RFC 5545)."""

from __future__ import annotations

import hashlib
import json
import os
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import icalendar

from suffice.errors import InputError
from suffice.law.calendar import Step
from suffice.petition.calendar import PetitionCalendar

REMINDERS = (timedelta(days=7), timedelta(days=1))
"""How long before a last day a calendar program reminds, at 9 o'clock in the morning."""

MORNING = timedelta(hours=9)


def as_json(calendar: PetitionCalendar) -> str:
    """The calendar as JSON: the petition, the day, every step in the order of the law, and the warnings."""
    return json.dumps(
        {
            "title": calendar.petition.title,
            "jurisdiction": calendar.petition.jurisdiction,
            "profile": calendar.petition.profile,
            "as_of": calendar.as_of.isoformat(),
            "steps": [_values(step) for step in calendar.steps],
            "warnings": list(calendar.warnings),
        },
        indent=2,
        ensure_ascii=False,
    )


def _values(step: Step) -> dict[str, str | None]:
    return {
        "id": step.id,
        "title": step.title,
        "kind": step.kind,
        "day": step.day.isoformat() if step.day else None,
        "done": step.done.isoformat() if step.done else None,
        "state": step.state,
        "counted": step.counted,
        "duty": step.duty,
        "citation": step.citation,
        "mark": step.mark,
    }


def as_icalendar(calendar: PetitionCalendar) -> bytes:
    """The calendar as iCalendar: one all-day event a dated step, with reminders of last days not yet met.

    An event keeps its UID when its date changes, so that importing anew moves it. DTSTAMP is the last day the petition
    file tells of, not the clock: the same file gives the same bytes.
    """
    petition = calendar.petition
    whole = icalendar.Calendar()
    whole.add("prodid", "-//Suffice//Petition calendar//EN")
    whole.add("version", "2.0")
    whole.add("calscale", "GREGORIAN")
    whole.add("x-wr-calname", petition.title)
    known = max(petition.dates.values(), default=date(1970, 1, 1))
    stamp = datetime.combine(known, time(), tzinfo=UTC)
    who = hashlib.sha256("\0".join((petition.profile, petition.jurisdiction, petition.title)).encode()).hexdigest()[:16]
    for step in calendar.steps:
        if step.date is None or step.state == "does not apply":
            continue
        whole.add_component(_event(step, step.date, stamp, f"{step.id}.{who}@suffice"))
    lines: bytes = whole.to_ical()
    return lines


def _event(step: Step, day: date, stamp: datetime, uid: str) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", uid)
    event.add("dtstamp", stamp)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add(
        "summary", step.title if step.done else f"{step.kind.capitalize()}: {step.title[:1].lower()}{step.title[1:]}"
    )
    about = [step.counted, f"Whose duty: {step.duty}", f"{step.citation} [{step.mark}]", *step.warnings]
    if step.done and step.day and step.day != step.done:
        about.insert(0, f"{step.kind.capitalize()} by law: {step.day}")
    event.add("description", "\n".join(line for line in about if line))
    event.add("categories", [step.duty])
    # A deadline takes nobody's time: it must not show the day as busy.
    event.add("transp", "TRANSPARENT")
    if step.done is None:
        for before in REMINDERS if step.kind == "last day" else ():
            event.add_component(_reminder(step, before))
    return event


def _reminder(step: Step, before: timedelta) -> icalendar.Alarm:
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"{step.title}: last day in {before.days} day{'' if before.days == 1 else 's'}")
    alarm.add("trigger", MORNING - before)
    return alarm


def write_icalendar(calendar: PetitionCalendar, out: Path) -> None:
    """Writes the calendar to `out`, whole or not at all. Raises InputError where `out` cannot be written."""
    beside = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(as_icalendar(calendar))
        beside.replace(out)
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError, PermissionError) as refusal:
        raise InputError(
            "The calendar cannot be written", file=out, found=refusal.strerror, remedy="Name another --ics."
        ) from refusal
    finally:
        beside.unlink(missing_ok=True)
