"""Running one command in a process of its own and measuring it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

SUFFICE = [sys.executable, "-m", "suffice"]


@dataclass(frozen=True)
class Run:
    """What a command took: seconds on the clock, peak memory in GB, and what it printed."""

    seconds: float
    gigabytes: float
    said: str


def measured(command: list[str]) -> Run:
    """Runs `command` and measures it. Raises subprocess.CalledProcessError where it fails."""
    # One helper process a run: the peak of "all children so far" would hide a smaller one behind a larger.
    helper = (
        "import resource, subprocess, sys, time, json\n"
        "began = time.perf_counter()\n"
        "done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, text=True, check=False)\n"
        "took = time.perf_counter() - began\n"
        "peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss\n"
        "print(json.dumps([took, peak * 1024 / 1e9, done.stdout, done.returncode]))\n"
    )
    answer = subprocess.run([sys.executable, "-c", helper, *command], stdout=subprocess.PIPE, text=True, check=True)
    seconds, gigabytes, said, code = json.loads(answer.stdout)
    if code:
        raise subprocess.CalledProcessError(code, command, said)
    return Run(seconds, gigabytes, said)


def mock(folder: Path, voters: int, lines: int, seed: int, *more: str) -> Path:
    """A mock petition in `folder`, made once."""
    if not (folder / "truth.csv").exists():
        sizes = ["--voters", str(voters), "--lines", str(lines), "--seed", str(seed)]
        subprocess.run([*SUFFICE, "mock", str(folder), *sizes, *more], check=True)
    return folder


def verified(folder: Path, out: Path, *, roll: Path | None = None) -> Run:
    """`suffice verify` of the mock petition in `folder`, written to `out`."""
    files = ["--roll", str(roll or folder / "roll.csv"), "--lines", str(folder / "lines.csv")]
    return measured(
        [*SUFFICE, "verify", str(folder / "petition.toml"), *files, "--out", str(out), "--overwrite", "--threads", "2"]
    )


def accuracy(folder: Path, out: Path) -> dict[str, float]:
    """What `suffice measure` says of `out`."""
    said = measured([*SUFFICE, "measure", str(out), "--truth", str(folder / "truth.csv"), "--json"]).said
    figures: dict[str, float] = json.loads(said)
    return figures


def merely_read(folder: Path) -> Run:
    """DuckDB reading the two CSV files of `folder`, every column looked at, nothing kept."""
    script = (
        "import duckdb, sys\n"
        "connection = duckdb.connect(config={'threads': 2})\n"
        "for path in sys.argv[1:]:\n"
        "    columns = connection.read_csv(path).columns\n"
        "    chosen = ', '.join(f'max(\"{name}\")' for name in columns)\n"
        "    connection.sql(f\"SELECT {chosen} FROM read_csv('{path}')\").fetchall()\n"
    )
    return measured([sys.executable, "-c", script, str(folder / "roll.csv"), str(folder / "lines.csv")])


def loaded(folder: Path) -> Run:
    """DuckDB loading the two CSV files of `folder` into tables in memory."""
    script = (
        "import duckdb, sys\n"
        "connection = duckdb.connect(config={'threads': 2})\n"
        "for number, path in enumerate(sys.argv[1:]):\n"
        "    connection.execute(f\"CREATE TABLE t{number} AS SELECT * FROM read_csv('{path}')\")\n"
    )
    return measured([sys.executable, "-c", script, str(folder / "roll.csv"), str(folder / "lines.csv")])


def now() -> str:
    """The moment, for the record of results."""
    return time.strftime("%Y-%m-%d %H:%M")
