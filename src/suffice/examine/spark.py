"""A verification on Spark: the roll is read by the workers, the lines are checked here as always and sent to them."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
from py4j.protocol import Py4JJavaError
from pyspark.errors import AnalysisException
from pyspark.sql import SparkSession

from suffice.engine import connect
from suffice.engine.location import Location, name_of
from suffice.engine.remote import RemoteFolder
from suffice.engine.session import spark_session
from suffice.engine.spark import SparkEngine
from suffice.errors import InputError
from suffice.examine.input import InputFile, input_file
from suffice.examine.place import Place, Roll, Wish
from suffice.petition.lines import read_lines
from suffice.roll.rejects import REJECTED


class SparkPlace:
    """One session of Spark, and a DuckDB beside it for the lines: a petition is small, and its checks are the same."""

    def __init__(self, session: SparkSession, wish: Wish) -> None:
        self.session = session
        self.wish = wish
        self.engine = SparkEngine(session)

    def read_lines(self) -> None:
        """Reads a CSV or Parquet file of this machine, or Parquet at a URL."""
        lines, folder = self.wish.lines, self.wish.folder
        path = lines if isinstance(lines, Path) else self._brought(lines)
        with connect(temp_directory=folder) as connection:
            read_lines(connection, path, folder)
            for table in ("line_raw", "line_rejected"):
                self.engine.add(table, connection.sql(f"SELECT * FROM {table}").to_arrow_table())

    def _brought(self, url: str) -> Path:
        self._read("line_parquet", url)
        path = self.wish.folder / name_of(url)
        pq.write_table(self.engine.rows("SELECT * FROM line_parquet"), path)
        return path

    def open_roll(self, roll: Location) -> Roll:
        """Opens a snapshot, or a folder of its parts, at any path that Spark reads."""
        columns = self._read("roll_snapshot", str(roll.absolute()) if isinstance(roll, Path) else roll)
        if "surname" not in columns or "voter_id" not in columns:
            raise InputError(
                "This Parquet file is no snapshot of a roll", file=str(roll), found=", ".join(columns[:8]),
                remedy="Make one of the roll's text files with `suffice roll import`",
            )  # fmt: skip
        former = "former_to" in columns
        own = "(SELECT * FROM roll_snapshot)" if former else "(SELECT *, voter_id AS record_id FROM roll_snapshot)"
        wanted = f"(SELECT * FROM {own} WHERE record_id IN (SELECT record_id FROM wanted_record))"
        return Roll(own, wanted, REJECTED.empty_table, former)

    def _read(self, name: str, path: str) -> list[str]:
        try:
            return self.engine.read(name, path)
        except AnalysisException as wrong:
            said = wrong.getCondition() or ""
            message = "There is no such file" if said == "PATH_NOT_FOUND" else "Spark finds no Parquet there"
            raise InputError(message, file=path) from wrong
        except Py4JJavaError as wrong:
            reason = str(wrong.java_exception).splitlines()[0]
            raise InputError(f"Spark cannot read it: {reason}", file=path) from wrong

    def fingerprints(self, role: str, location: Location) -> list[InputFile]:
        """Reads the whole file, or each part of a folder; what is at a URL through Spark's file systems."""
        if isinstance(location, Path):
            parts = sorted(location.iterdir()) if location.is_dir() else [location]
            return [input_file(role, part) for part in parts if not part.name.startswith(("_", "."))]
        return _fingerprints(self.session, role, location)

    def deliver(self, folder: Path) -> None:
        """Copies the result to its URL, if it was wished there."""
        if self.wish.delivery is not None:
            RemoteFolder(self.session, self.wish.delivery.url).receive(folder, self.wish.delivery.own)


def _fingerprints(session: SparkSession, role: str, url: str) -> list[InputFile]:
    java = session.sparkContext._jvm
    path = java.org.apache.hadoop.fs.Path(url)
    system = path.getFileSystem(session.sparkContext._jsc.hadoopConfiguration())
    found = []
    for status in system.listStatus(path):
        name = str(status.getPath().getName())
        if status.isFile() and not name.startswith(("_", ".")):
            stream = system.open(status.getPath())
            digest = str(java.org.apache.commons.codec.digest.DigestUtils.sha256Hex(stream))
            stream.close()
            found.append(InputFile(role, name, digest, int(status.getLen())))
    return sorted(found, key=lambda one: one.path)


@contextlib.contextmanager
def spark_place(wish: Wish) -> Iterator[Place]:
    """A place on Spark as wished. Raises InputError for a roll that is no Parquet, before Spark is started."""
    roll, layout = wish.roll, wish.layout
    plain = isinstance(roll, Path) and roll.is_file() and roll.suffix != ".parquet"
    if roll is not None and (plain or layout is not None or wish.history is not None):
        raise InputError(
            "Spark reads the roll as a snapshot", file=str(roll), expected="Parquet, made by `suffice roll import`",
            remedy=f"suffice roll import {roll} --out roll.parquet" + (f" --layout {layout}" if layout else "")
            + (f" --history {wish.history}" if wish.history else ""),
        )  # fmt: skip
    if isinstance(roll, Path) and not roll.exists():
        raise InputError("There is no such file", file=roll)
    with spark_session(wish.folder, wish.master, wish.threads, wish.memory) as session:
        if wish.delivery is not None:
            # Before hours of work, not after them.
            RemoteFolder(session, wish.delivery.url).refuse_unless_free(wish.delivery.own, wish.delivery.overwrite)
        yield SparkPlace(session, wish)
