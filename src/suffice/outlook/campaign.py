"""All that a campaign wrote down, read from its files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from suffice.outlook.mail import Drop, read_mail
from suffice.outlook.people import (
    Circulator,
    Entry,
    Section,
    Spending,
    read_circulators,
    read_money,
    read_sections,
    read_timeline,
)
from suffice.outlook.records import Check, Counts, read_checks, read_counts
from suffice.outlook.situation import Situation, read_situation


@dataclass(frozen=True)
class Campaign:
    """A petition's situation and its campaign's records."""

    situation: Situation
    counts: Counts
    checks: tuple[Check, ...] = ()
    drops: tuple[Drop, ...] = ()
    circulators: tuple[Circulator, ...] = ()
    sections: tuple[Section, ...] = ()
    money: tuple[Spending, ...] = ()
    timeline: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Tables:
    """Where a campaign's tables are; only the counts are needed."""

    counts: Path
    checks: Path | None = None
    mail: Path | None = None
    circulators: Path | None = None
    sections: Path | None = None
    money: Path | None = None
    timeline: Path | None = None


def read_campaign(petition: Path, tables: Tables, deadline: date | None = None) -> Campaign:
    """The campaign of the petition file `petition` from its tables.

    Raises InputError, naming file, row and column, for whatever in them cannot be used.
    """
    situation = read_situation(petition, deadline)
    return Campaign(
        situation,
        read_counts(tables.counts, situation.begins, situation.deadline),
        () if tables.checks is None else read_checks(tables.checks),
        () if tables.mail is None else read_mail(tables.mail),
        () if tables.circulators is None else read_circulators(tables.circulators),
        () if tables.sections is None else read_sections(tables.sections),
        () if tables.money is None else read_money(tables.money),
        () if tables.timeline is None else read_timeline(tables.timeline),
    )
