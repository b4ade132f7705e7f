"""Who collects, on which sections, for what money; and the petition's public timeline. One CSV table a kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, cast

from suffice.outlook.records import ALL
from suffice.outlook.table import Column, Row, read_table

CIRCULATOR_COLUMNS = (
    Column("circulator", required=True), Column("kind", required=True), Column("channel"), Column("rate"), Column("source"),
)  # fmt: skip
SECTION_COLUMNS = (
    Column("section", required=True), Column("circulator", required=True), Column("handed_out"), Column("returned"),
    Column("lines"), Column("source"),
)  # fmt: skip
MONEY_COLUMNS = (
    Column("date", required=True), Column("channel", required=True), Column("amount", required=True), Column("note"),
    Column("source"),
)  # fmt: skip
TIMELINE_COLUMNS = (
    Column("date", required=True), Column("kind", required=True), Column("what", required=True), Column("withdrawn_on"),
    Column("source", required=True),
)  # fmt: skip

Kind = Literal["volunteer", "paid"]
Event = Literal["milestone", "endorsement", "resolution"]
KINDS = ("volunteer", "paid")
EVENTS = ("milestone", "endorsement", "resolution")


@dataclass(frozen=True)
class Circulator:
    """Who collects: volunteer or paid, in which channel, at what rate for a line."""

    name: str
    kind: Kind
    channel: str
    rate: float


@dataclass(frozen=True)
class Section:
    """A numbered section, by its number or code: who has it, since when, and what came back."""

    section: str
    circulator: str
    handed_out: date | None
    returned: date | None
    lines: int


@dataclass(frozen=True)
class Spending:
    """Money spent on a channel."""

    on: date
    channel: str
    amount: float


@dataclass(frozen=True)
class Entry:
    """A public entry of the petition's timeline, with its source; an endorsement may be withdrawn."""

    on: date
    kind: Event
    what: str
    withdrawn_on: date | None
    source: str


def one_of(row: Row, column: str, known: tuple[str, ...]) -> str:
    """The word in `column`, one of `known`. Raises InputError otherwise."""
    found = row.text(column).lower()
    if found not in known:
        raise row.wrong(column, "This word is not known here", f"one of {', '.join(known)}")
    return found


def read_circulators(path: Path) -> tuple[Circulator, ...]:
    """The table of circulators. Raises InputError for a circulator who stands twice."""
    found: dict[str, Circulator] = {}
    for row in read_table(path, CIRCULATOR_COLUMNS, "circulators"):
        kind = cast("Kind", one_of(row, "kind", KINDS))
        name = row.text("circulator")
        if name in found:
            raise row.wrong("circulator", "This circulator stands twice")
        channel = row.text("channel", "volunteers" if kind == "volunteer" else "paid")
        found[name] = Circulator(name, kind, channel, row.amount("rate", 0.0))
    return tuple(found.values())


def read_sections(path: Path) -> tuple[Section, ...]:
    """The table of sections. Raises InputError for a section that stands twice or came back before it went out."""
    found: dict[str, Section] = {}
    for row in read_table(path, SECTION_COLUMNS, "sections"):
        name = row.text("section")
        if name in found:
            raise row.wrong("section", "This section stands twice")
        out = row.day("handed_out") if row.given("handed_out") else None
        back = row.day("returned") if row.given("returned") else None
        if out is not None and back is not None and back < out:
            raise row.wrong("returned", "This section came back before it was handed out", f"{out} or later")
        lines = row.whole("lines", 0)
        if lines and back is None and row.given("handed_out"):
            raise row.wrong("lines", "A section that has not come back has no lines", "a day in returned, or no lines")
        found[name] = Section(name, row.text("circulator"), out, back, lines)
    return tuple(found.values())


def read_money(path: Path) -> tuple[Spending, ...]:
    """The table of money spent, by day and channel."""
    return tuple(
        Spending(row.day("date"), row.text("channel", ALL), row.amount("amount"))
        for row in read_table(path, MONEY_COLUMNS, "money")
    )


def read_timeline(path: Path) -> tuple[Entry, ...]:
    """The petition's public timeline, in the order of its days. Raises InputError for an entry without its source."""
    found = []
    for row in read_table(path, TIMELINE_COLUMNS, "timeline"):
        on = row.day("date")
        withdrawn = row.day("withdrawn_on") if row.given("withdrawn_on") else None
        if withdrawn is not None and withdrawn < on:
            raise row.wrong("withdrawn_on", "This was withdrawn before it was given", f"{on} or later")
        kind = cast("Event", one_of(row, "kind", EVENTS))
        found.append(Entry(on, kind, row.text("what"), withdrawn, row.text("source")))
    return tuple(sorted(found, key=lambda one: one.on))
