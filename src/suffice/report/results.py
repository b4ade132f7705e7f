"""What a verification's folder holds, read into the plain rows that a report shows."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import duckdb

from suffice.report.summary import Summary, read_summary

FEWEST_LINES = 5
"""Sections with fewer lines than this say nothing by their share and are not listed as lowest or highest."""
MOST_SECTIONS = 15
MOST_CIRCULATORS = 20
MOST_EXAMPLES = 2
MOST_REVIEW = 10


@dataclass(frozen=True)
class GroundTally:
    """Lines of one proposed disposition and ground."""

    disposition: str
    ground: str
    citation: str
    lines: int


@dataclass(frozen=True)
class Group:
    """Lines of one section or one circulator."""

    key: str
    raw: int
    valid: int
    invalid: int
    needs_review: int

    @property
    def share_valid(self) -> float:
        """Valid lines as a share of the group's lines, 0 to 1."""
        return self.valid / self.raw if self.raw else 0.0


@dataclass(frozen=True)
class Tenth:
    """Sections whose share of valid lines lies in one tenth (0: below 10 %, 9: 90 % and more)."""

    tenth: int
    sections: int
    lines: int


@dataclass(frozen=True)
class Example:
    """One line: name and address as written, and the evidence that its proposed disposition rests on."""

    disposition: str
    ground: str
    citation: str
    section: str
    line: str
    name: str
    address: str
    voter_id: str
    evidence: str


@dataclass(frozen=True)
class Reject:
    """Rows of one file that could not be used, for one reason."""

    file: str
    reason: str
    rows: int
    first_row: int


@dataclass(frozen=True)
class Results:
    """All that a report of a verification shows."""

    summary: Summary
    grounds: list[GroundTally]
    section_count: int
    spread: list[Tenth]
    lowest: list[Group]
    highest: list[Group]
    circulator_count: int
    circulators: list[Group]
    review_first: list[Example]
    examples: list[Example]
    rejects: list[Reject]


def read_results(folder: Path) -> Results:
    """Reads a folder written by `suffice verify`.

    Raises InputError where there is no summary, duckdb.IOException where a table is missing.
    """
    summary = read_summary(folder)
    with duckdb.connect() as connection:
        _open(connection, folder)
        return Results(
            summary=summary,
            grounds=[GroundTally(*row) for row in _rows(connection, "ground_tally")],
            section_count=_count(connection, "section"),
            spread=[Tenth(*row) for row in _rows(connection, "section_spread")],
            lowest=_extreme(connection, 1),
            highest=_extreme(connection, -1),
            circulator_count=_count(connection, "circulator"),
            circulators=[Group(*row) for row in _rows(connection, "circulator_largest", most=MOST_CIRCULATORS)],
            review_first=[Example(*row) for row in _rows(connection, "review_first", most=MOST_REVIEW)],
            examples=[Example(*row) for row in _rows(connection, "example", most=MOST_EXAMPLES)],
            rejects=[Reject(*row) for row in _rows(connection, "reject_tally")],
        )


def _open(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    for view, file in (("section", "sections"), ("circulator", "circulators"), ("line", "lines")):
        connection.read_parquet(str(folder / f"{file}.parquet")).create_view(view)
    # Rows stand in the order of the petition; their number keeps that order through every query.
    connection.read_parquet(str(folder / "dispositions.parquet"), file_row_number=True).select(
        "* EXCLUDE file_row_number, file_row_number AS position"
    ).create_view("disposition")
    connection.read_csv(str(folder / "rejects.csv"), header=True, all_varchar=True).create_view("reject")
    connection.read_csv(str(folder / "review.csv"), header=True, all_varchar=True).select(
        "*, row_number() OVER () AS position"
    ).create_view("review")
    connection.execute(f"CREATE VIEW written AS {_query('written')}")


def _rows(connection: duckdb.DuckDBPyConnection, name: str, **values: int) -> list[tuple[Any, ...]]:
    return connection.execute(_query(name), values or None).fetchall()


def _query(name: str) -> str:
    return (files("suffice.report") / "sql" / f"{name}.sql").read_text(encoding="utf-8")


def _count(connection: duckdb.DuckDBPyConnection, view: str) -> int:
    ((count,),) = connection.execute(f"SELECT count(*) FROM {view}").fetchall()
    return int(count)


def _extreme(connection: duckdb.DuckDBPyConnection, direction: int) -> list[Group]:
    rows = _rows(connection, "section_extreme", fewest=FEWEST_LINES, direction=direction, most=MOST_SECTIONS)
    return [Group(*row) for row in rows]
