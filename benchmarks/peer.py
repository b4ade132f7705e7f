"""Splink 5, the general record linkage of the field, beside Suffice on the same files in the same run."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from benchmarks.county import Size, clerk_petition, household_petition
from benchmarks.figures import Figure, percent, times, took
from benchmarks.run import Run, accuracy, imported, measured, verified

SQL = Path(__file__).parent / "sql"


@dataclass(frozen=True)
class Cutoff:
    """What accepting every line's best voter from this match weight on means: shares between 0 and 1."""

    weight: float
    right_voter: float
    accepted_unregistered: float


def splink(work: Path, size: Size) -> Iterator[Figure]:
    """Time, memory and correctness of Splink beside Suffice, from CSV and from Parquet; then the households."""
    folder = clerk_petition(work, size)
    best = work / "splink.parquet"
    text = linked(folder / "roll.csv", folder / "lines.csv", best)
    ours = verified(folder, work / "from-csv")
    snapshot, (roll, lines) = imported(folder), in_parquet(folder)
    fast = linked(roll, lines, work / "splink-from-parquet.parquet")
    ours_fast = verified(folder, work / "from-snapshot", roll=snapshot, lines=lines)
    yield took("Splink from CSV", text)
    yield took("Suffice from CSV", ours)
    yield times("  time against Splink's", ours.seconds / text.seconds, 1 / 2)
    yield times("  processor time against Splink's", ours.processor / text.processor)
    yield times("  peak memory against Splink's", ours.gigabytes / text.gigabytes, 1 / 3)
    yield took("Splink from Parquet", fast)
    yield took("Suffice from a snapshot", ours_fast)
    yield times("  time against Splink's", ours_fast.seconds / fast.seconds, 1 / 3)
    yield times("  processor time against Splink's", ours_fast.processor / fast.processor)
    yield from beside("county", cutoffs(best, folder / "truth.csv"), accuracy(folder, work / "from-csv"))
    folder = household_petition(work)
    linked(folder / "roll.csv", folder / "lines.csv", best)
    verified(folder, work / "relatives")
    yield from beside("households", cutoffs(best, folder / "truth.csv"), accuracy(folder, work / "relatives"))


def linked(roll: Path, lines: Path, best: Path) -> Run:
    """Splink linking the two files, the best voter of every line written to `best`."""
    files = ["--roll", str(roll), "--lines", str(lines), "--out", str(best)]
    return measured([sys.executable, "-m", "benchmarks.splink_peer", *files])


def in_parquet(folder: Path) -> tuple[Path, Path]:
    """Roll and lines of the mock petition in `folder`, as Parquet, made once."""
    made = folder / "plain-roll.parquet", folder / "plain-lines.parquet"
    with duckdb.connect() as connection:
        for path, name in zip(made, ("roll", "lines"), strict=True):
            if not path.exists():
                connection.read_csv(str(folder / f"{name}.csv"), header=True, all_varchar=True).write_parquet(str(path))
    return made


def cutoffs(best: Path, truth: Path) -> list[Cutoff]:
    """Splink's figures at every match weight from 0 to 30, by halves."""
    with duckdb.connect() as connection:
        script = (SQL / "splink_measured.sql").read_text(encoding="utf-8")
        rows = connection.execute(script, {"best": str(best), "truth": str(truth)}).fetchall()
    return [Cutoff(float(weight), float(right), float(wrong)) for weight, right, wrong in rows]


def beside(name: str, ladder: list[Cutoff], ours: dict[str, float]) -> Iterator[Figure]:
    """Suffice's figures, and Splink's at three cut-offs: as many right as can be, as few wrong as ours, and between."""
    yield Figure(f"{name}: Suffice", "", _both(ours["right_voter"], ours["wrongly_accepted_unregistered"]))
    most = ladder[0].right_voter
    probability = next(one for one in ladder if one.weight >= 6.5)  # odds of 90 to 1: a probability of 0.99
    close = [one for one in ladder if one.right_voter >= most - 0.05][-1]
    few = next(
        (one for one in ladder if one.accepted_unregistered <= max(ours["wrongly_accepted_unregistered"], 0.001)),
        ladder[-1],
    )
    for words, one in (
        ("probability 0.99", probability),
        ("five points of the right voters given up", close),
        ("wrong as seldom as 0.1 %", few),
    ):
        yield Figure(
            f"{name}: Splink, {words} (match weight {one.weight:g})",
            "",
            _both(one.right_voter, one.accepted_unregistered),
        )


def _both(right: float, wrong: float) -> str:
    return f"right voter {percent(right, 2)}, unregistered accepted {percent(wrong, 2)}"
