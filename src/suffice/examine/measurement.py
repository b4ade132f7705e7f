"""The logic-and-accuracy test: proposals for a mock petition beside the truth that is known of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from suffice.engine import step
from suffice.engine.parquet import parquet_columns
from suffice.errors import InputError
from suffice.examine.truth import read_truth

NOT_AT_THE_ADDRESS = frozenset(
    {"not_registered", "different_address", "out_of_jurisdiction", "no_address", "not_identifiable"}
)
"""Grounds under which a signer is not registered at the address written, or none is written."""


@dataclass(frozen=True)
class GroundMeasure:
    """What became of the lines of one true ground ("" is a valid line). Counts are lines."""

    ground: str
    lines: int
    proposed_valid: int
    proposed_invalid: int
    same_ground: int
    needs_review: int
    right_voter: int
    wrong_voter: int


@dataclass(frozen=True)
class Measurement:
    """How good the proposals are. Shares are between 0 and 1; None where there is nothing to share out.

    Duplicates found and missed are shares of the true duplicates proposed as duplicate or as valid; those left to a
    person or invalid for another reason are neither.
    """

    lines: int
    registered_at_address: int
    right_voter: float | None
    wrong_voter: float | None
    wrongly_accepted: float | None
    wrongly_accepted_unregistered: float | None
    wrongly_rejected: float | None
    duplicates: int
    duplicates_found: float | None
    duplicates_missed: float | None
    duplicates_in_review: float | None
    duplicates_invented: float | None
    needs_review: float | None
    by_ground: tuple[GroundMeasure, ...]

    def as_dict(self) -> dict[str, object]:
        """The figures as plain values, for JSON."""
        return asdict(self)


def measure(folder: Path, truth: Path) -> Measurement:
    """Compares `dispositions.parquet` in `folder` with the truth: section, line, voter_id, ground (empty: valid).

    Raises InputError where either file is missing, has not these columns, or where they are not the same lines.
    """
    proposals = folder / "dispositions.parquet"
    with duckdb.connect() as connection, TemporaryDirectory() as spare:
        parquet_columns(connection, proposals, "`suffice verify`", ("section", "line", "disposition", "ground"))
        connection.read_parquet(str(proposals)).create_view("proposed")
        read_truth(connection, truth, Path(spare))
        unknown = connection.sql(step("examine", "unmeasured")).fetchall()
        rows = connection.sql(step("examine", "measured")).fetchall()
    if not rows:
        raise InputError(
            "No line of the truth is among the proposals", file=truth, remedy="Give the truth of this petition."
        )
    if unknown:
        section, line, lines = unknown[0]
        raise InputError(
            f"Of {lines:,} lines among the proposals the truth says nothing", file=truth,
            found=f"nothing of section {section} line {line}, for one", expected="one row for every line",
            remedy="Give the truth of the whole petition.",
        )  # fmt: skip
    return _measured([Row(*row) for row in rows])


@dataclass(frozen=True)
class Row:
    """One row of measured.sql."""

    true_ground: str
    disposition: str
    proposed_ground: str
    lines: int
    on_roll: int
    right_voter: int
    wrong_voter: int


def _measured(rows: list[Row]) -> Measurement:
    def lines(
        *,
        true: frozenset[str] | None = None,
        not_true: frozenset[str] = frozenset(),
        said: str | None = None,
        ground: str | None = None,
    ) -> int:
        return sum(
            row.lines
            for row in rows
            if (true is None or row.true_ground in true)
            and row.true_ground not in not_true
            and (said is None or row.disposition == said)
            and (ground is None or row.proposed_ground == ground)
        )

    valid, repeated = frozenset({""}), frozenset({"duplicate"})
    found, missed = lines(true=repeated, ground="duplicate"), lines(true=repeated, said="valid")
    unregistered = frozenset({"not_registered"})
    at_address = [row for row in rows if row.true_ground not in NOT_AT_THE_ADDRESS]
    registered = sum(row.on_roll for row in at_address)
    everything = lines()
    grounds = sorted({row.true_ground for row in rows})
    return Measurement(
        lines=everything,
        registered_at_address=registered,
        right_voter=_share(sum(row.right_voter for row in at_address), registered),
        wrong_voter=_share(sum(row.wrong_voter for row in at_address), registered),
        wrongly_accepted=_share(lines(not_true=valid, said="valid"), lines(not_true=valid)),
        wrongly_accepted_unregistered=_share(lines(true=unregistered, said="valid"), lines(true=unregistered)),
        wrongly_rejected=_share(lines(true=valid, said="invalid"), lines(true=valid)),
        duplicates=lines(true=repeated),
        duplicates_found=_share(found, found + missed),
        duplicates_missed=_share(missed, found + missed),
        duplicates_in_review=_share(lines(true=repeated, said="needs_review"), lines(true=repeated)),
        duplicates_invented=_share(lines(not_true=repeated, ground="duplicate"), lines(not_true=repeated)),
        needs_review=_share(lines(said="needs_review"), everything),
        by_ground=tuple(_of_ground(ground, [row for row in rows if row.true_ground == ground]) for ground in grounds),
    )


def _of_ground(ground: str, rows: list[Row]) -> GroundMeasure:
    return GroundMeasure(
        ground=ground,
        lines=sum(row.lines for row in rows),
        proposed_valid=sum(row.lines for row in rows if row.disposition == "valid"),
        proposed_invalid=sum(row.lines for row in rows if row.disposition == "invalid"),
        same_ground=sum(row.lines for row in rows if row.proposed_ground == ground and ground),
        needs_review=sum(row.lines for row in rows if row.disposition == "needs_review"),
        right_voter=sum(row.right_voter for row in rows),
        wrong_voter=sum(row.wrong_voter for row in rows),
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
