"""The file for calendar programs, read back by a parser."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import icalendar

from suffice.petition.calendar import petition_calendar
from suffice.report.calendar import as_icalendar, write_icalendar

EXAMPLE = Path(__file__).parents[2] / "examples" / "la-2022" / "petition.toml"


def events(text: bytes) -> dict[str, icalendar.Event]:
    whole = icalendar.Calendar.from_ical(text)
    assert isinstance(whole, icalendar.Calendar)
    return {str(event["uid"]).split(".")[0]: event for event in whole.walk("VEVENT")}


def test_it_reads_back(tmp_path: Path) -> None:
    write_icalendar(petition_calendar(EXAMPLE, date(2022, 8, 16)), tmp_path / "x.ics")
    found = events((tmp_path / "x.ics").read_bytes())
    assert found["filed"].decoded("dtstart") == date(2022, 7, 6)
    assert found["certified"].decoded("dtstart") == date(2022, 8, 15)
    examination = found["examination_begins"]
    assert examination.decoded("dtstart") == date(2022, 9, 6)
    assert examination["dtstart"].params["VALUE"] == "DATE"
    # 9 o'clock a week and a day before.
    triggers = [alarm.decoded("trigger") for alarm in examination.walk("VALARM")]
    assert triggers == [timedelta(days=-7, hours=9), timedelta(days=-1, hours=9)]
    assert not found["certified"].walk("VALARM"), "what is done needs no reminder"
    assert [path.name for path in tmp_path.iterdir()] == ["x.ics"]


def test_same_petition_same_bytes_and_events_keep_their_names(tmp_path: Path) -> None:
    first = as_icalendar(petition_calendar(EXAMPLE, date(2022, 8, 16)))
    assert first == as_icalendar(petition_calendar(EXAMPLE, date(2022, 8, 16)))
    moved = tmp_path / "petition.toml"
    moved.write_text(
        EXAMPLE.read_text("utf-8").replace("certified_on = 2022-08-15", "certified_on = 2022-08-17"), "utf-8"
    )
    # The day on which somebody asks changes no byte.
    assert first == as_icalendar(petition_calendar(EXAMPLE, date(2026, 8, 16)))
    second = as_icalendar(petition_calendar(moved, date(2022, 8, 16)))
    before, after = events(first)["examination_begins"], events(second)["examination_begins"]
    assert before["uid"] == after["uid"]
    assert before.decoded("dtstart") != after.decoded("dtstart")


def test_lines_are_as_the_standard_wants_them() -> None:
    lines = as_icalendar(petition_calendar(EXAMPLE, date(2022, 8, 16))).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line for line in lines)
