"""All that a campaign wrote down, read from its files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from suffice.outlook.belief import BELIEFS, LOS_ANGELES
from suffice.outlook.circulators import CirculatorOutlook, Sign, Tally, circulator_outlooks, tallies_of
from suffice.outlook.forecast import outlook
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
from suffice.outlook.records import Check, Counts, checks_until, read_checks, read_counts
from suffice.outlook.result import Outlook
from suffice.outlook.signs import read_verified
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
    tallies: Mapping[str, Tally] = field(default_factory=dict)
    signs: Mapping[str, tuple[Sign, ...]] = field(default_factory=dict)


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
    verified: Path | None = None


def read_campaign(petition: Path, tables: Tables, deadline: date | None = None) -> Campaign:
    """The campaign of the petition file `petition` from its tables.

    Raises InputError, naming file, row and column, for whatever in them cannot be used.
    """
    situation = read_situation(petition, deadline)
    tallies, signs = ({}, {}) if tables.verified is None else read_verified(tables.verified)
    return Campaign(
        situation,
        read_counts(tables.counts, situation.begins, situation.deadline),
        () if tables.checks is None else read_checks(tables.checks),
        () if tables.mail is None else read_mail(tables.mail),
        () if tables.circulators is None else read_circulators(tables.circulators),
        () if tables.sections is None else read_sections(tables.sections),
        () if tables.money is None else read_money(tables.money),
        () if tables.timeline is None else read_timeline(tables.timeline),
        tallies,
        signs,
    )


def campaign_outlook(
    campaign: Campaign, as_of: date | None = None, seed: int = 1, belief: str = LOS_ANGELES
) -> Outlook:
    """The outlook of a campaign on `as_of` (the day of its last count if None), starting from the `belief` of that name.

    Raises InputError where nothing was counted by then.
    """
    return outlook(
        campaign.situation, campaign.counts, campaign.checks, as_of,
        drops=campaign.drops, money=campaign.money, circulators=campaign.circulators, seed=seed, belief=BELIEFS[belief],
    )  # fmt: skip


def circulators_of(campaign: Campaign, found: Outlook) -> tuple[CirculatorOutlook, ...]:
    """The outlook of every circulator, from verified lines where there are any, otherwise from the checks that name them."""
    tallies = dict(campaign.tallies) or tallies_of(checks_until(campaign.checks, found.as_of))
    return circulator_outlooks(found, campaign.circulators, campaign.sections, tallies, dict(campaign.signs))
