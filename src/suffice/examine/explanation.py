"""One line's whole story, from what was written to the statute."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import duckdb

from suffice.engine.parquet import parquet_columns
from suffice.errors import InputError

WRITTEN = (
    "printed_name", "last_name", "first_name", "middle_name", "name_suffix", "residence_address", "city", "zip",
    "signed_on", "signature", "struck", "withdrawn", "circulator", "birth_date",
)  # fmt: skip
FIELDS = (
    ("surname", "name_written", "name_registered", "surname_agreement"),
    ("given name", "name_written", "name_registered", "given_agreement"),
    ("middle name", "name_written", "name_registered", "middle_agreement"),
    ("suffix", "name_written", "name_registered", "suffix_agreement"),
    ("house number", "address_written", "address_registered", "house_agreement"),
    ("street", "address_written", "address_registered", "street_agreement"),
    ("zip", "zip_written", "zip_registered", "zip_agreement"),
    ("city", "city_written", "city_registered", "city_agreement"),
    ("birth date", "birth_written", "birth_registered", "birth_agreement"),
)


@dataclass(frozen=True)
class FieldAgreement:
    """One field of a line beside the same field of a voter, and how they agree."""

    field: str
    written: str
    registered: str
    agreement: str


@dataclass(frozen=True)
class CandidateStory:
    """A voter the line may belong to, with the reasons for and against.

    `former` says from when to when the address held, where it is not the voter's address of today; otherwise it is empty.
    """

    rank: int
    voter_id: str
    status: str
    registered_on: str
    former: str
    name_score: int
    address_score: int
    name_verdict: str
    address_verdict: str
    reading: str
    fields: tuple[FieldAgreement, ...]


@dataclass(frozen=True)
class Explanation:
    """All that is known of one line. `written` maps column to text, only what the line has."""

    section: str
    line: str
    written: dict[str, str]
    disposition: str
    ground: str
    citation: str
    voter_id: str
    confidence: float
    evidence: str
    candidates: tuple[CandidateStory, ...]
    same_voter: tuple[tuple[str, str, str], ...]


def explain(folder: Path, section: str, line: str) -> Explanation:
    """The story of `section`, `line` in a folder written by `suffice verify`.

    `same_voter` are the other lines proposed for the same voter: (section, line, disposition). Raises InputError where
    the folder is no such folder or has no such line, naming what it has.
    """
    if not folder.is_dir():
        raise InputError("There is no such folder", file=folder, expected="a folder written by `suffice verify`")
    with duckdb.connect() as connection:
        for name in ("dispositions", "candidates", "lines"):
            path = folder / f"{name}.parquet"
            parquet_columns(connection, path, "`suffice verify`", ("section", "line"))
            connection.read_parquet(str(path)).create_view(name)
        section, line = _as_it_stands(connection, section, line)
        proposed = _rows(
            connection, "SELECT * FROM dispositions WHERE section = $section AND line = $line", section, line
        )
        if not proposed:
            raise _no_such_line(connection, folder, section, line)
        written = _rows(connection, "SELECT * FROM lines WHERE section = $section AND line = $line", section, line)[0]
        found = _rows(
            connection,
            "SELECT * FROM candidates WHERE section = $section AND line = $line ORDER BY rank",
            section,
            line,
        )
        row = proposed[0]
        others = connection.execute(
            "SELECT section, line, disposition FROM dispositions WHERE voter_id = $voter AND voter_id <> '' "
            "AND (section <> $section OR line <> $line)",
            {"voter": row["voter_id"], "section": section, "line": line},
        ).fetchall()
    return Explanation(
        section=section,
        line=line,
        written={name: str(written[name]) for name in WRITTEN if written.get(name) is not None},
        disposition=str(row["disposition"]),
        ground=str(row["ground"]),
        citation=str(row["citation"]),
        voter_id=str(row["voter_id"]),
        confidence=float(str(row["confidence"])),
        evidence=str(row["evidence"]),
        candidates=tuple(_candidate(candidate) for candidate in found),
        same_voter=tuple((str(one), str(two), str(three)) for one, two, three in others),
    )


def _as_it_stands(connection: duckdb.DuckDBPyConnection, section: str, line: str) -> tuple[str, str]:
    """Section and line as the petition writes them: zeros in front may be left out or added where one line alone is meant."""
    same = connection.execute(
        "SELECT section, line FROM dispositions "
        "WHERE ltrim(section, '0') = ltrim($section, '0') AND ltrim(line, '0') = ltrim($line, '0')",
        {"section": section, "line": line},
    ).fetchall()
    return (str(same[0][0]), str(same[0][1])) if len(same) == 1 else (section, line)


def _rows(connection: duckdb.DuckDBPyConnection, query: str, section: str, line: str) -> list[dict[str, object]]:
    answer = connection.execute(query, {"section": section, "line": line})
    names = [column[0] for column in answer.description or []]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def _candidate(row: dict[str, object]) -> CandidateStory:
    return CandidateStory(
        rank=int(str(row["rank"])),
        voter_id=_text(row["voter_id"]),
        status=_text(row["status"]),
        registered_on=_text(row["registered_on"]),
        former=_former(row.get("former_from"), row.get("former_to")),
        name_score=int(str(row["name_score"])),
        address_score=int(str(row["address_score"])),
        name_verdict=_text(row["name_verdict"]),
        address_verdict=_text(row["address_verdict"]),
        reading=_text(row["reading"]),
        fields=tuple(
            FieldAgreement(field, _text(row[written]), _text(row[registered]), _text(row[agreement]))
            for field, written, registered, agreement in FIELDS
            if field != "birth date" or row.get(written) is not None
        ),
    )


def _former(first: object, last: object) -> str:
    if last is None:
        return ""
    return f"{first} to {last}" if first is not None else f"until {last}"


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _no_such_line(connection: duckdb.DuckDBPyConnection, folder: Path, section: str, line: str) -> InputError:
    sections = [str(row[0]) for row in connection.execute("SELECT DISTINCT section FROM dispositions").fetchall()]
    if section in sections:
        lines = connection.execute(
            "SELECT count(*) FROM dispositions WHERE section = $section", {"section": section}
        ).fetchall()
        return InputError(
            f"Section {section} has no line {line} among the dispositions", file=folder,
            expected=f"one of its {lines[0][0]:,} lines", remedy="A line that could not be read is in rejects.csv.",
        )  # fmt: skip
    near = get_close_matches(section, sections, n=1)
    return InputError(
        f"There is no section {section}",
        file=folder,
        expected=f"one of its {len(sections):,} sections",
        remedy=f"Did you mean {near[0]}?" if near else "`dispositions.csv` lists them.",
    )
