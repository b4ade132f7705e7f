"""Running one command in a process of its own and measuring it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

SUFFICE = [sys.executable, "-m", "suffice"]


@dataclass(frozen=True)
class Run:
    """What a command took: seconds on the clock and of all processors, peak memory in GB, and what it printed.

    Processor seconds (user and system) tell apart a slow command from a busy machine.
    """

    seconds: float
    processor: float
    gigabytes: float
    said: str


def measured(command: list[str]) -> Run:
    """Runs `command` and measures it. Raises subprocess.CalledProcessError where it fails."""
    # One helper process a run: the peak of "all children so far" would hide a smaller one behind a larger.
    helper = (
        "import resource, subprocess, sys, time, json\n"
        "began = time.perf_counter()\n"
        "done = subprocess.run(sys.argv[1:], capture_output=True, text=True, check=False)\n"
        "took = time.perf_counter() - began\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "worked = used.ru_utime + used.ru_stime\n"
        "if done.returncode: sys.stderr.write(done.stderr)\n"
        "print(json.dumps([took, worked, used.ru_maxrss * 1024 / 1e9, done.stdout, done.returncode]))\n"
    )
    answer = subprocess.run([sys.executable, "-c", helper, *command], stdout=subprocess.PIPE, text=True, check=True)
    seconds, processor, gigabytes, said, code = json.loads(answer.stdout)
    if code:
        raise subprocess.CalledProcessError(code, command, said)
    return Run(seconds, processor, gigabytes, said)


def mock(folder: Path, voters: int, lines: int, seed: int, *more: str) -> Path:
    """A mock petition in `folder`, made once; `mock.json` in it tells what making it took."""
    if not (folder / "truth.csv").exists():
        sizes = ["--voters", str(voters), "--lines", str(lines), "--seed", str(seed)]
        run = measured([*SUFFICE, "mock", str(folder), *sizes, *more])
        (folder / "mock.json").write_text(json.dumps(asdict(run)), encoding="utf-8")
    return folder


def making(folder: Path) -> Run | None:
    """What it took to make the mock petition in `folder`; None where that was not measured."""
    kept = folder / "mock.json"
    return Run(**json.loads(kept.read_text(encoding="utf-8"))) if kept.exists() else None


def imported(folder: Path) -> Path:
    """The roll of the mock petition in `folder` as a snapshot, made once."""
    snapshot = folder / "roll.parquet"
    if not snapshot.exists():
        subprocess.run([*SUFFICE, "roll", "import", str(folder / "roll.csv"), "--out", str(snapshot)], check=True)
    return snapshot


def verified(
    folder: Path,
    out: Path,
    *,
    roll: Path | None = None,
    lines: Path | None = None,
    threads: int = 2,
    more: Sequence[str] = (),
) -> Run:
    """`suffice verify` of the petition in `folder`, written to `out`."""
    files = ["--roll", str(roll or folder / "roll.csv"), "--lines", str(lines or folder / "lines.csv")]
    limits = ["--overwrite", "--threads", str(threads), *more]
    return measured([*SUFFICE, "verify", str(folder / "petition.toml"), *files, "--out", str(out), *limits])


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
