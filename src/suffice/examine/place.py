"""Where a verification is done: on this machine by DuckDB, or by Spark. What both need to know of petition and roll."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import duckdb
import pyarrow as pa

from suffice.engine import DuckEngine, Engine, connect
from suffice.engine.delimited import read_head
from suffice.engine.inspection import readable
from suffice.engine.location import Location
from suffice.errors import InputError
from suffice.examine.delivery import Delivery
from suffice.examine.input import InputFile, input_file
from suffice.petition.lines import read_lines
from suffice.roll.history import read_history
from suffice.roll.parts import delivered, unpacked
from suffice.roll.source import open_parts


@dataclass(frozen=True)
class Roll:
    """A voter roll ready to be read: two SELECTs in brackets, as `look_up` takes them, and its rejects afterwards.

    `former` says whether it holds former addresses.
    """

    select: str
    wanted: str
    rejects: Callable[[], pa.Table]
    former: bool


class Place(Protocol):
    """Reads the inputs of a verification into its engine."""

    @property
    def engine(self) -> Engine:
        """Runs the steps."""
        ...

    def read_lines(self) -> None:
        """Makes the tables `line_raw` and `line_rejected`. Raises InputError."""
        ...

    def open_roll(self, roll: Location) -> Roll:
        """Makes `roll`, which was wished for, readable. Raises InputError."""
        ...

    def fingerprints(self, role: str, location: Location) -> list[InputFile]:
        """The fingerprint of a file, or of each of its parts."""
        ...

    def deliver(self, folder: Path) -> None:
        """Takes the finished `folder` to where it was wished, if not on this machine."""
        ...


@dataclass(frozen=True)
class Wish:
    """What is to be read, and what was said about where to work (None: what is best).

    `folder` takes what is only needed meanwhile.
    """

    lines: Location
    roll: Location | None
    layout: str | None
    history: Path | None
    folder: Path
    threads: int | None = None
    memory: str | None = None
    master: str | None = None
    delivery: Delivery | None = None


class DuckPlace:
    """One DuckDB on this machine."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, wish: Wish, parts: list[Path], beside: Executor) -> None:
        self.connection = connection
        self.engine = DuckEngine(connection, limited=wish.memory is not None)
        self.wish = wish
        self.parts = parts
        # The roll is looked at while the lines are read.
        self.looked = [beside.submit(readable, part, wish.folder) for part in parts]

    def read_lines(self) -> None:
        """Reads a CSV or Parquet file of this machine."""
        read_lines(self.connection, here(self.wish.lines), self.wish.folder)

    def open_roll(self, roll: Location) -> Roll:
        """Opens a file of a known layout, or a snapshot, and the file of former addresses beside it."""
        copies = [done.result() for done in self.looked]
        read = list(zip(self.parts, copies, strict=True))
        source = open_parts(self.connection, here(roll), read, self.wish.layout)
        if self.wish.history is None:
            return Roll(source.select, source.wanted, source.rejects, source.former)
        strangers = read_history(self.connection, self.wish.history, self.wish.folder)
        source = source.with_history()
        return Roll(
            source.select, source.wanted, lambda: pa.concat_tables([source.rejects(), strangers]), source.former
        )

    def fingerprints(self, role: str, location: Location) -> list[InputFile]:
        """Reads the whole file; of a roll in parts, each as it was delivered."""
        files = delivered([here(location)]) if role == "roll" else [here(location)]
        return [input_file(role, file) for file in files]

    def deliver(self, folder: Path) -> None:
        """Nothing to do: the result is on this machine."""


def here(location: Location) -> Path:
    """`location` as a file of this machine. Raises InputError for a URL."""
    if isinstance(location, str):
        raise InputError("DuckDB reads files of this machine", file=location, remedy="Copy it, or add --engine spark")
    return location


@contextlib.contextmanager
def on_duckdb(wish: Wish, beside: Executor) -> Iterator[Place]:
    """A place on this machine. Raises InputError where a master was named, or a file or the result is at a URL."""
    if wish.master is not None:
        raise InputError("A master is for Spark", found=f"--master {wish.master}", remedy="Add --engine spark")
    if wish.delivery is not None:
        raise InputError(
            "DuckDB writes to this machine", file=wish.delivery.url, remedy="Name a folder, or add --engine spark"
        )
    lines = here(wish.lines)
    parts = [] if wish.roll is None else unpacked(delivered([here(wish.roll)]), wish.folder)
    for part in parts:
        if part.suffix != ".parquet":
            read_head(part)
    with connect(wish.threads, wish.memory or enough_memory(lines, *parts), wish.folder) as connection:
        yield DuckPlace(connection, wish, parts, beside)


@contextlib.contextmanager
def on_spark(wish: Wish, beside: Executor) -> Iterator[Place]:
    """A place on Spark. Raises InputError where the extra is not installed, or there is no Java."""
    try:
        from suffice.examine.spark import spark_place
    except ModuleNotFoundError as missing:
        raise InputError(
            "Spark is not installed", found=f"no package {missing.name}",
            remedy='Install it with: pip install "suffice[spark]" (in a copy of the repository: make spark)',
        ) from missing  # fmt: skip
    with spark_place(wish) as place:
        yield place


PLACES: dict[str, Callable[[Wish, Executor], AbstractContextManager[Place]]] = {
    "duckdb": on_duckdb,
    "spark": on_spark,
}
"""The engines by the name that `--engine` takes."""


def place_on(engine: str, wish: Wish, beside: Executor) -> AbstractContextManager[Place]:
    """The place of the engine named; `beside` does what can be done meanwhile.

    Raises InputError where there is no such engine.
    """
    if engine not in PLACES:
        raise InputError(f"There is no engine {engine!r}", expected=" or ".join(PLACES))
    return PLACES[engine](wish, beside)


def enough_memory(*paths: Path) -> str:
    """What the work needs to run at nearly full speed, for DuckDB: 0.9 GB, and twice of what the files have beyond one.

    With more it would take more without being much faster (a county of 5.7 million voters: a tenth); what does not fit
    goes to files in the output folder until the end.
    """
    size = sum(path.stat().st_size for path in paths if path.is_file())
    return f"{900 + 2 * max(0, size - 10**9) // 10**6}MB"
