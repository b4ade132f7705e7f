"""The rejected lines as the office delivers them, and what the campaign's own look-up says of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from suffice.engine import step
from suffice.law.profile import Ground
from suffice.outlook.overturn import Own
from suffice.outlook.table import Column, Row, read_table
from suffice.outlook.verified import opened

REJECTED_COLUMNS = (
    Column("section", required=True), Column("line", required=True), Column("ground", required=True), Column("outcome"),
    Column("note"), Column("source"),
)  # fmt: skip
OUTCOMES = ("overturned", "upheld")

Outcome = Literal["overturned", "upheld"]


@dataclass(frozen=True)
class Rejected:
    """One rejected line: the office's ground (`ground` is its id in the profile, empty where only a category is told)."""

    section: str
    line: str
    ground: str
    said: str
    citation: str
    outcome: Outcome | None
    note: str


@dataclass(frozen=True)
class OwnLine:
    """What the campaign's own look-up says of a line."""

    disposition: str
    ground: str
    voter_id: str
    evidence: str
    name: str
    address: str


def read_rejected(path: Path, grounds: Sequence[Ground]) -> tuple[Rejected, ...]:
    """The table of rejected lines. A ground is understood by its id, its name, or its public category.

    Raises InputError for a ground the profile does not know, a line that stands twice, and an unknown outcome.
    """
    found: dict[tuple[str, str], Rejected] = {}
    for row in read_table(path, REJECTED_COLUMNS, "rejected lines"):
        where = row.text("section"), row.text("line")
        if where in found:
            raise row.wrong("line", f"Section {where[0]} line {where[1]} stands twice", "one row a line")
        ground, citation = _ground(row, grounds)
        found[where] = Rejected(
            *where, ground, row.text("ground"), citation, _outcome(row), row.text("note", "")
        )  # fmt: skip
    return tuple(found.values())


def _outcome(row: Row) -> Outcome | None:
    if not row.given("outcome"):
        return None
    said = row.text("outcome").lower()
    if said not in OUTCOMES:
        raise row.wrong("outcome", "This outcome is not known", "overturned, upheld, or nothing yet")
    return cast("Outcome", said)


def _ground(row: Row, grounds: Sequence[Ground]) -> tuple[str, str]:
    said = row.text("ground").lower().replace("_", " ")
    for ground in grounds:
        if said in (ground.id.replace("_", " "), ground.name.lower()):
            return ground.id, ground.citation
    same = [ground for ground in grounds if ground.category.lower() == said]
    if not same:
        known = dict.fromkeys(name for ground in grounds for name in (ground.name, ground.category))
        raise row.wrong("ground", "The profile knows no such ground", f"one of {'; '.join(known)}")
    return same[0].id if len(same) == 1 else "", "; ".join(dict.fromkeys(ground.citation for ground in same))


def read_own(folder: Path) -> dict[tuple[str, str], OwnLine]:
    """What the folder of `suffice verify` says of every line. Raises InputError where it holds no verification."""
    with opened(folder) as database:
        return {
            (str(row[0]), str(row[1])): OwnLine(*(str(cell or "") for cell in row[2:]))
            for row in database.sql(step("outlook", "own_line")).fetchall()
        }


def own_word(rejected: Rejected, own: OwnLine | None) -> Own:
    """What the campaign's own look-up says, as the cases of the table have it."""
    if own is None:
        return "not looked up"
    if own.disposition == "valid":
        return "valid"
    if own.disposition == "needs_review":
        return "needs review"
    return "the same ground" if own.ground == rejected.ground else "another ground"
