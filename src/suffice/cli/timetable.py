"""A petition's calendar as a table on the terminal."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from suffice.cli.console import results
from suffice.law.calendar import Step
from suffice.petition.calendar import PetitionCalendar
from suffice.report.calendar import as_json as calendar_json

EMPHASIS = {"due": "bold", "open": "bold", "overdue": "bold red", "done late": "red"}


def show_calendar(calendar: PetitionCalendar, as_json: bool) -> None:
    """Prints the calendar as a table, with what is not certain about it below, or as JSON."""
    console = results()
    if as_json:
        console.print(calendar_json(calendar), markup=False, soft_wrap=True)
        return
    console.print(calendar.petition.title, style="bold", markup=False)
    console.print(f"{calendar.profile_title}. As of {calendar.as_of}.", markup=False, soft_wrap=True)
    console.print(calendar_table(calendar))
    for warning in calendar.warnings:
        console.print(f"Note: {warning}", markup=False, soft_wrap=True)


def calendar_table(calendar: PetitionCalendar) -> Table:
    """The steps in the order of the law, each with its count below its title."""
    table = Table(show_lines=True)
    table.add_column("Day", no_wrap=True)
    table.add_column("Step, and how its day was counted", ratio=1)
    table.add_column("Duty", max_width=12)
    table.add_column("Law", max_width=24)
    table.add_column("State", max_width=8)
    for step in calendar.steps:
        about = Text(step.title)
        if step.counted:
            about.append(f"\n{step.counted[:1].upper()}{step.counted[1:]}.", style="dim")
        law = Text(step.citation)
        law.append(f" [{step.mark}]", style="dim")
        table.add_row(_day(step), about, step.duty, law, Text(step.state, style=EMPHASIS.get(step.state, "")))
    return table


def _day(step: Step) -> str:
    if step.done is not None:
        limit = f"\n({'by' if step.kind == 'last day' else 'from'} {step.day})" if step.day else ""
        return f"{step.done}{limit}"
    if step.day is None:
        return "-"
    return f"{'by' if step.kind == 'last day' else 'from'} {step.day}"
