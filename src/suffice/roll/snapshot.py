"""Importing a voter roll: one Parquet snapshot with names and addresses written alike, and the words of the names beside it."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from suffice.engine.delimited import quoted, read_head
from suffice.engine.duck import connect
from suffice.engine.engine import step
from suffice.engine.inspection import readable
from suffice.errors import InputError
from suffice.progress import NoProgress, Progress
from suffice.roll.history import former_records, read_history, with_former
from suffice.roll.parts import delivered, unpacked
from suffice.roll.rejects import REJECTED
from suffice.roll.source import no_voter, open_source, two_of_one_number
from suffice.roll.words import words_of


@dataclass(frozen=True)
class ImportResult:
    """What an import made: voters written, rows rejected (file, row, column, found, reason), copies left away."""

    snapshot: Path
    layout: str
    voters: int
    copies: int
    rejects: pa.Table


def import_roll(
    paths: list[Path],
    out: Path,
    *,
    layout: str | None = None,
    history: Path | None = None,
    threads: int | None = None,
    memory: str | None = None,
    progress: Progress | None = None,
) -> ImportResult:
    """Reads one roll from `paths` (its parts in any order, folders of parts, .gz, .zip) into the snapshot `out`, ordered by name.

    Rows without a voter_id or a last name, and rows that cannot be parted into columns, are rejected and counted. A row
    that stands twice to the letter is taken once. `history` is a file of former addresses, which become further records of
    their voters (see `suffice.roll.history`). Raises InputError where two rows give one voter_id to different
    voters, and for files that are no roll.
    """
    told = progress or NoProgress()
    if out.suffix != ".parquet":
        raise InputError("A snapshot is a Parquet file", file=out, expected="a name ending in .parquet")
    rejects: list[pa.Table] = []
    layouts: list[str] = []
    with (
        tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}.") as folder,
        connect(threads, memory, Path(folder)) as connection,
    ):
        parts = unpacked(delivered(paths), Path(folder))
        for number, path in enumerate(parts):
            told.stage("Reading the voter roll")
            if path.suffix != ".parquet":
                read_head(path)
            copy = readable(path, Path(folder))
            source = open_source(connection, path, layout, copy=copy, misfit=f"roll_misfit_{number}")
            make = "CREATE TABLE roll AS" if number == 0 else "INSERT INTO roll"
            connection.execute(f"{make} SELECT * EXCLUDE (record_id) FROM {source.select} AS r")
            rejects.append(source.rejects())
            layouts.append(source.layout)
            if source.layout != layouts[0]:
                raise InputError(
                    "The parts of a roll are not alike", file=path, found=f"layout {source.layout}",
                    expected=f"layout {layouts[0]}, like {parts[0].name}", remedy="Leave away what is no part of it.",
                )  # fmt: skip
        told.stage("Looking for voters who stand twice")
        rejects.append(_incomplete(connection, paths))
        read = _count(connection, "roll")
        _refuse_two_of_one_number(connection, paths)
        voters = _count(connection, "roll")
        if not voters:
            raise no_voter(", ".join(str(path) for path in paths))
        everything = "roll"
        if history is not None:
            told.stage("Adding former addresses")
            rejects.append(_add_former(connection, history, Path(folder)))
            everything = "roll_and_former"
        told.stage("Writing the snapshot")
        order = "surname, given, voter_id" + (", record_id" if history else "")
        snapshot, words = Path(folder) / "snapshot.parquet", Path(folder) / "words.parquet"
        _write(connection, f"SELECT * FROM {everything} ORDER BY {order}", snapshot, layouts[0])
        _write(connection, _words(snapshot, history is not None), words, layouts[0])
        words.replace(words_of(out))
        snapshot.replace(out)
    told.done()
    return ImportResult(out, layouts[0], voters, read - voters, pa.concat_tables(rejects))


def _add_former(connection: duckdb.DuckDBPyConnection, history: Path, folder: Path) -> pa.Table:
    """Makes `roll_and_former`, and gives the rows of `history` that could not be used."""
    unusable = read_history(connection, history, folder)
    roll = "(SELECT *, voter_id AS record_id FROM roll)"
    connection.execute(f"CREATE TABLE roll_and_former AS {with_former(roll, former_records(roll))}")
    strangers = connection.sql(step("roll", "history_stranger", {"file": quoted(history.name)})).to_arrow_table()
    return pa.concat_tables([unusable, strangers.cast(REJECTED)])


def _incomplete(connection: duckdb.DuckDBPyConnection, paths: list[Path]) -> pa.Table:
    name = quoted(", ".join(path.name for path in paths))
    table = connection.sql(f"SELECT {name} AS file, * FROM ({step('roll', 'incomplete')})").to_arrow_table()
    connection.execute("DELETE FROM roll WHERE coalesce(voter_id, '') = '' OR coalesce(surname, '') = ''")
    return table.cast(REJECTED)


def _refuse_two_of_one_number(connection: duckdb.DuckDBPyConnection, paths: list[Path]) -> None:
    twice = connection.sql("SELECT voter_id FROM roll GROUP BY voter_id HAVING count(*) > 1").fetchall()
    if not twice:
        return
    connection.execute(f"CREATE TABLE once AS {step('roll', 'once')}")
    still = connection.sql(
        "SELECT voter_id, count(*) FROM once GROUP BY voter_id HAVING count(*) > 1 ORDER BY voter_id LIMIT 5"
    ).fetchall()
    if still:
        raise two_of_one_number(", ".join(str(path) for path in paths), still)
    connection.execute("DELETE FROM roll WHERE voter_id IN (SELECT voter_id FROM once)")
    connection.execute("INSERT INTO roll SELECT * FROM once")


def _words(snapshot: Path, former: bool) -> str:
    source = f"read_parquet({quoted(snapshot)}, file_row_number = true)"
    return step("roll", "word", {"snapshot": source, "former": "former_to IS NOT NULL" if former else "FALSE"})


def _write(connection: duckdb.DuckDBPyConnection, select: str, path: Path, layout: str) -> None:
    # Snappy, not a tighter compression: written once in a third of the time, and a voter looked up is read in half of it.
    connection.execute(
        f"COPY ({select}) TO {quoted(path)} (FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 65536, "
        f"KV_METADATA {{layout: {quoted(layout)}}})"
    )


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    return int(connection.sql(f"SELECT count(*) FROM {table}").fetchall()[0][0])
