"""The SQL text of this room: the functions that write names and addresses alike, and the SELECTs that use them."""

from __future__ import annotations

from importlib.resources import files


def standard_types() -> list[str]:
    """The CREATE TYPE statements of `sql/agreement.sql`, for engines that know types of a few words."""
    return [part.strip() for part in _sql("agreement").split(";\n") if "CREATE TYPE" in part]


def standard_functions() -> list[str]:
    """The CREATE MACRO statements of `sql/functions.sql` and `sql/agreement.sql`, one a list entry, in order."""
    return _macros(_sql("functions") + _sql("agreement"))


def day_functions() -> list[str]:
    """The CREATE MACRO statements of `sql/day.sql`, for the engine that reads text files."""
    return _macros(_sql("day"))


def roll_standard(source: str) -> str:
    """The SELECT that gives `source` (a table name or a SELECT in brackets) with the standardised columns.

    Adds to the roll's own columns: surname, given, middle, suffix, house, street, zip5, city_key.
    """
    return _sql("roll_standard").replace("$source", source)


def _macros(text: str) -> list[str]:
    return [part.strip() for part in text.split(";\n") if "CREATE MACRO" in part]


def _sql(name: str) -> str:
    return files("suffice.standard").joinpath(f"sql/{name}.sql").read_text(encoding="utf-8")
