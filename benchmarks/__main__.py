"""`make bench`: the table of what Suffice must reach, measured on this machine.

`python -m benchmarks [--small] [--work FOLDER]`; results also go to FOLDER/results.json.
"""

from __future__ import annotations

import argparse
import json
import subprocess
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.run import SUFFICE, accuracy, loaded, merely_read, mock, now, verified

COUNTY = (5_668_569, 715_833)
SMALL = (283_428, 35_792)

Row = tuple[str, str, str]


def main() -> None:
    """Runs every measure and prints the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--small", action="store_true", help="one twentieth of county size")
    asked.add_argument("--work", type=Path, default=Path("bench-work"), help="folder for mock petitions and results")
    given = asked.parse_args()
    size = SMALL if given.small else COUNTY
    given.work.mkdir(parents=True, exist_ok=True)
    rows = [*speed(given.work, size), *correctness(given.work, size), *households(given.work)]
    table = Table(title=f"{size[0]:,} voters, {size[1]:,} lines, 2 threads, {now()}", title_justify="left")
    for heading in ("Measure", "Bar", "Figure"):
        table.add_column(heading, justify="left" if heading == "Measure" else "right")
    for row in rows:
        table.add_row(*row)
    Console(width=120).print(table)
    (given.work / "results.json").write_text(json.dumps({"at": now(), "rows": rows}, indent=2) + "\n", encoding="utf-8")


def speed(work: Path, size: tuple[int, int]) -> list[Row]:
    """Time and memory from CSV and from a snapshot, beside DuckDB reading and loading the same files."""
    folder = mock(work / f"clerk-{size[0]}", *size, 2022)
    snapshot = work / f"roll-{size[0]}.parquet"
    if not snapshot.exists():
        subprocess.run([*SUFFICE, "roll", "import", str(folder / "roll.csv"), "--out", str(snapshot)], check=True)
    read, load = merely_read(folder), loaded(folder)
    text, fast = verified(folder, work / "from-csv"), verified(folder, work / "from-snapshot", roll=snapshot)
    return [
        ("verify from CSV: seconds, GB", "", f"{text.seconds:.1f} s, {text.gigabytes:.2f} GB"),
        ("verify from a snapshot: seconds, GB", "", f"{fast.seconds:.1f} s, {fast.gigabytes:.2f} GB"),
        ("from CSV against DuckDB merely reading the files", "<= 2.5 x", f"{text.seconds / read.seconds:.1f} x"),
        ("from CSV against DuckDB loading the files", "", f"{text.seconds / load.seconds:.1f} x"),
        ("same proposals from CSV and snapshot", "yes", _same(work / "from-csv", work / "from-snapshot")),
    ]


def correctness(work: Path, size: tuple[int, int]) -> list[Row]:
    """How good the proposals are under both noises."""
    clerk = accuracy(mock(work / f"clerk-{size[0]}", *size, 2022), work / "from-csv")
    folder = mock(work / f"ocr-{size[0]}", *size, 2022, "--noise", "ocr")
    verified(folder, work / "ocr")
    ocr = accuracy(folder, work / "ocr")
    return [
        ("clerk: right voter, of signers registered at the address", ">= 99.5 %", _percent(clerk["right_voter"])),
        ("clerk: accepted among the unregistered", "<= 0.05 %", _percent(clerk["wrongly_accepted_unregistered"])),
        ("clerk: duplicates found, of those decided", ">= 99 %", _percent(clerk["duplicates_found"])),
        ("clerk: duplicates invented", "<= 0.02 %", _percent(clerk["duplicates_invented"])),
        ("clerk: needs review", "<= 3 %", _percent(clerk["needs_review"])),
        ("ocr: right voter", ">= 97.5 %", _percent(ocr["right_voter"])),
        ("ocr: accepted among the unregistered", "<= 0.1 %", _percent(ocr["wrongly_accepted_unregistered"])),
        ("ocr: needs review", "<= 20 %", _percent(ocr["needs_review"])),
    ]


def households(work: Path) -> list[Row]:
    """Relatives who are not registered, at the addresses of those who are."""
    folder = mock(work / "households", 300_000, 40_000, 2022, "--kind", "households")
    verified(folder, work / "relatives")
    figures = accuracy(folder, work / "relatives")
    return [
        ("households: right voter of the registered", ">= 97 %", _percent(figures["right_voter"])),
        ("households: unregistered relatives accepted", "<= 0.5 %", _percent(figures["wrongly_accepted_unregistered"])),
    ]


def _percent(share: float) -> str:
    return f"{100 * share:.3f} %"


def _same(one: Path, other: Path) -> str:
    name = "dispositions.csv"
    return "yes" if (one / name).read_bytes() == (other / name).read_bytes() else "no"


if __name__ == "__main__":
    main()
