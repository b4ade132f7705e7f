"""All that a campaign wrote down, read from its files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from suffice.outlook.records import Check, Counts, read_checks, read_counts
from suffice.outlook.situation import Situation, read_situation


@dataclass(frozen=True)
class Campaign:
    """A petition's situation and its campaign's records."""

    situation: Situation
    counts: Counts
    checks: tuple[Check, ...] = ()


def read_campaign(
    petition: Path, counts: Path, *, checks: Path | None = None, deadline: date | None = None
) -> Campaign:
    """The campaign of the petition file `petition` from its tables.

    Raises InputError, naming file, row and column, for whatever in them cannot be used.
    """
    situation = read_situation(petition, deadline)
    return Campaign(
        situation,
        read_counts(counts, situation.begins, situation.deadline),
        () if checks is None else read_checks(checks),
    )
