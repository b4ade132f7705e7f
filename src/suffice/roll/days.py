"""The days of a roll: whether they are written in a way that is read at all."""

from __future__ import annotations

from pathlib import Path

import duckdb

from suffice.errors import InputError
from suffice.roll.layout import DATES, Layout

LOOKED_AT = 1_000
"""Rows from which is told whether a column's days can be read. Single wrong ones stand in every roll, and are unknown days."""


def refuse_unreadable_days(
    connection: duckdb.DuckDBPyConnection, rows: str, layout: Layout, names: list[str], path: Path
) -> None:
    """Raises InputError where a column of days among the first of `rows` (of the file's columns `names`) holds no day.

    Days that are not understood would be taken for unknown ones, and no line would be found registered too late.
    """
    columns = layout.days_in(names)
    if not columns:
        return
    told = ", ".join(
        f"count(day_said({said}, {DATES[column]})), min(CASE WHEN regexp_matches({said}, '[1-9]') THEN {said} END)"
        for column, said in columns.items()
    )
    found = connection.sql(f"SELECT {told} FROM (SELECT * FROM {rows} LIMIT {LOOKED_AT})").fetchall()[0]
    for place, (column, said) in enumerate(columns.items()):
        days, example = found[2 * place], found[2 * place + 1]
        if example is not None and not days:
            raise InputError(
                f"No day in this column can be read ({column})", file=path, column=said.strip('"'), found=example,
                expected="days as YYYY-MM-DD, MM/DD/YYYY or YYYYMMDD", remedy="Export the column so, or leave it away.",
            )  # fmt: skip
