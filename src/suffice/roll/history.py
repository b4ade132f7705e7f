"""Former addresses of voters: each stands beside the roll as one more record of the same voter, with the days it held."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow as pa

from suffice.engine import step
from suffice.engine.delimited import nearest, quoted, read_csv, read_head
from suffice.engine.inspection import readable
from suffice.engine.parquet import parquet_columns
from suffice.errors import InputError
from suffice.roll.layout import OWN
from suffice.roll.rejects import REJECTED, rejected_rows
from suffice.standard.functions import roll_standard

ADDRESS = (
    "house_number", "house_fraction", "pre_direction", "street_name", "street_type", "post_direction", "unit", "address",
    "city", "zip",
)  # fmt: skip
STANDARD = ("surname", "given", "middle", "suffix", "house", "street", "zip5", "city_key")
MISFIT = "history_misfit"


def read_history(connection: duckdb.DuckDBPyConnection, path: Path, folder: Path) -> pa.Table:
    """Makes the table `roll_history` from `path`, and gives the rows that cannot be used: file, row, column, found, reason.

    CSV or Parquet with the columns voter_id, an address (whole, or in Suffice's own parts), from and to: the first and the
    last day on which the voter was registered there; no first day means since ever. A file that is not UTF-8 is copied
    into `folder` to be read. Raises InputError for a missing column and for what is no table.
    """
    if path.suffix == ".parquet":
        said = parquet_columns(connection, path, "the elections office")
        source = f"read_parquet({quoted(path)})"
    else:
        head = read_head(path)
        said = head.fields
        names = [name.lower() or f"unnamed_{number}" for number, name in enumerate(said)]
        source = read_csv(readable(path, folder), head.delimiter, names, MISFIT)
    there = {name.lower() for name in said}
    for needed in ("voter_id", "from", "to", "street_name" if "house_number" in there else "address"):
        if needed not in there:
            near = nearest(needed, said)
            raise InputError(
                f"The column {needed} is missing", file=path, row=1, found=", ".join(said),
                expected="voter_id, an address (whole, or in parts), from, to",
                remedy=f"Rename {near} if it is meant." if near else "Add it.",
            )  # fmt: skip
    chosen = ", ".join(
        f"nullif(trim(CAST({name} AS VARCHAR)), '') AS {name}" if name in there else f"CAST(NULL AS VARCHAR) AS {name}"
        for name in ADDRESS
    )
    connection.execute(
        "CREATE OR REPLACE TABLE history_file AS SELECT nullif(trim(CAST(voter_id AS VARCHAR)), '') AS voter_id, "
        f'{chosen}, CAST("from" AS VARCHAR) AS from_said, CAST("to" AS VARCHAR) AS to_said FROM {source}'
    )
    connection.execute(f"CREATE OR REPLACE TABLE history_checked AS {step('roll', 'history_checked')}")
    connection.execute(f"CREATE OR REPLACE TABLE roll_history AS {step('roll', 'roll_history')}")
    unusable = (
        connection.sql(step("roll", "history_rejected", {"file": quoted(path.name)})).to_arrow_table().cast(REJECTED)
    )
    connection.execute("DROP TABLE history_file; DROP TABLE history_checked")
    if path.suffix == ".parquet":
        return unusable
    return pa.concat_tables([rejected_rows(connection, path, MISFIT), unusable])


def former_records(roll: str) -> str:
    """The SELECT of the former records of the voters of `roll`, a SELECT in brackets.

    Own and standardised columns, record_id, former_from and former_to. The name and all that is not the address is the
    voter's of today; the registration counts from the first day at the former address.
    """
    other = {"registered_on": "h.former_from", "received_on": "CAST(NULL AS DATE)"}
    own = ", ".join(f"{f'h.{name}' if name in ADDRESS else other.get(name, f'o.{name}')} AS {name}" for name in OWN)
    former = (
        f"SELECT {own}, h.record_id, h.former_from, h.former_to FROM {roll} AS o "
        "JOIN roll_history AS h ON h.voter_id = o.voter_id"
    )
    return f"SELECT {_all()}, former_from, former_to FROM ({roll_standard(f'({former})')})"


def with_former(roll: str, former: str) -> str:
    """The SELECT of `roll` (a SELECT in brackets, of today's records) and of `former`, told apart by former_to."""
    return f"SELECT {_all()}, CAST(NULL AS DATE) AS former_from, CAST(NULL AS DATE) AS former_to FROM {roll} UNION ALL {former}"


def _all() -> str:
    return ", ".join((*OWN, *STANDARD, "record_id"))
