"""Speed and correctness at one size: clerk's typing, a machine's reading, and relatives who are not registered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb

from benchmarks.figures import Figure, at_least, at_most, same, times, took
from benchmarks.run import accuracy, imported, loaded, making, merely_read, mock, verified

SQL = Path(__file__).parent / "sql"
Size = tuple[int, int]


def clerk_petition(work: Path, size: Size) -> Path:
    """The mock petition of this size, typed by clerks."""
    return mock(work / f"clerk-{size[0]}", *size, 2022)


def household_petition(work: Path) -> Path:
    """The mock petition in which everybody unregistered lives with registered relatives of the same surname."""
    return mock(work / "households", 300_000, 40_000, 2022, "--kind", "households")


def speed(work: Path, size: Size) -> Iterator[Figure]:
    """Time and memory from CSV and from a snapshot, beside DuckDB reading and loading the same files."""
    folder = clerk_petition(work, size)
    if made := making(folder):
        yield took("making the mock petition", made, seconds=180, gigabytes=4)
    read, load = merely_read(folder), loaded(folder)
    text = verified(folder, work / "from-csv")
    fast = verified(folder, work / "from-snapshot", roll=imported(folder))
    yield took("DuckDB merely reading the two CSV files", read)
    yield took("DuckDB loading the two CSV files", load)
    yield took("verify from CSV", text)
    yield took("verify from a snapshot", fast)
    yield times("verify from CSV, against DuckDB merely reading", text.seconds / read.seconds, 2.5)
    yield times("  processor time against the same", text.processor / read.processor)
    yield times("verify from CSV, against DuckDB loading", text.seconds / load.seconds)
    yield same("same proposals from CSV and from the snapshot", work / "from-csv", [work / "from-snapshot"])


def clerk(work: Path, size: Size) -> Iterator[Figure]:
    """How good the proposals are for lines typed by clerks."""
    folder, out = clerk_petition(work, size), work / "clerk"
    verified(folder, out)
    figures = accuracy(folder, out)
    yield at_least("right voter, of signers registered at the address written", figures["right_voter"], 0.995)
    yield at_most("accepted among the unregistered", figures["wrongly_accepted_unregistered"], 0.0005)
    spouses, accepted = relatives(folder, out)
    yield Figure("unregistered relatives at a registered address", "", f"{spouses:,} lines")
    yield at_most("  of them accepted", accepted / spouses if spouses else None, 0.001)
    yield at_least("duplicates found, of those decided", figures["duplicates_found"], 0.99)
    yield at_most("duplicates invented", figures["duplicates_invented"], 0.0002)
    yield at_most("needs review", figures["needs_review"], 0.03)


def ocr(work: Path, size: Size) -> Iterator[Figure]:
    """How good, and how fast, where a machine read the lines with 12 % of characters wrong."""
    folder, out = mock(work / f"ocr-{size[0]}", *size, 2022, "--noise", "ocr"), work / "ocr"
    run = verified(folder, out)
    figures = accuracy(folder, out)
    yield took("verify from CSV", run, seconds=300)
    yield at_least("right voter ranked first", figures["right_voter"], 0.975)
    yield at_most("accepted among the unregistered", figures["wrongly_accepted_unregistered"], 0.001)
    yield at_most("needs review", figures["needs_review"], 0.2)


def households(work: Path, size: Size) -> Iterator[Figure]:
    """Relatives who are not registered, at the addresses of those who are. The size is always the same."""
    folder, out = household_petition(work), work / "relatives"
    verified(folder, out)
    figures = accuracy(folder, out)
    yield at_least("right voter of the registered", figures["right_voter"], 0.97)
    yield at_most("unregistered relatives accepted", figures["wrongly_accepted_unregistered"], 0.005)


def determinism(work: Path, size: Size) -> Iterator[Figure]:
    """One thread and two, and the rows of both files in another order: the same bytes."""
    folder = clerk_petition(work, size)
    shuffled = work / "shuffled"
    shuffled.mkdir(exist_ok=True)
    script = (SQL / "shuffled.sql").read_text(encoding="utf-8")
    with duckdb.connect() as connection:
        for name in ("roll", "lines"):
            connection.execute(
                script.replace("$source", f"'{folder / name}.csv'").replace("$out", f"'{shuffled / name}.csv'")
            )
    verified(folder, work / "two-threads")
    one = verified(folder, work / "one-thread", threads=1)
    verified(folder, work / "other-order", roll=shuffled / "roll.csv", lines=shuffled / "lines.csv")
    for name in ("roll", "lines"):
        (shuffled / f"{name}.csv").unlink()
    yield took("verify from CSV with one thread", one)
    yield same("1 thread and 2: the same bytes", work / "two-threads", [work / "one-thread"])
    yield same("rows of roll and lines in another order: the same bytes", work / "two-threads", [work / "other-order"])


def relatives(folder: Path, out: Path) -> tuple[int, int]:
    """Unregistered signers with surname and address of somebody registered: how many there are, how many were accepted."""
    with duckdb.connect() as connection:
        for name in ("lines", "roll"):
            script = (SQL / f"splink_{name}.sql").read_text(encoding="utf-8")
            source = f"read_csv('{folder / name}.csv', header = true, all_varchar = true)"
            connection.execute(script.replace(f"${name}", source))
        connection.read_csv(str(folder / "truth.csv"), header=True, all_varchar=True).create_view("truth")
        connection.read_parquet(str(out / "dispositions.parquet")).create_view("proposed")
        found = connection.execute((SQL / "relatives.sql").read_text(encoding="utf-8")).fetchone()
    assert found is not None
    return int(found[0]), int(found[1])
