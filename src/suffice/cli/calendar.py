"""`suffice calendar`: every step of a petition with its date."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer


def calendar(
    petition: Annotated[Path, typer.Argument(help="The petition file (petition.toml).")],
    ics: Annotated[Path | None, typer.Option(help="Also write the steps as a file for calendar programs.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the calendar as JSON.")] = False,
    as_of: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day to tell done from due; today, if not said.")
    ] = None,
) -> None:
    """Show every step from the notice to the election: its date, how it was counted, whose duty, which statute."""
    from suffice.cli.timetable import show_calendar
    from suffice.petition.calendar import petition_calendar
    from suffice.report.calendar import write_icalendar

    day = (as_of or datetime.now().astimezone()).date()
    found = petition_calendar(petition, day)
    if ics is not None:
        write_icalendar(found, ics)
    show_calendar(found, as_json)
