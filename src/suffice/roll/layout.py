"""Layouts of voter rolls as data: which column of a file is which of Suffice's own."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict

from suffice.engine.delimited import Head, nearest
from suffice.errors import InputError

OWN = (
    "voter_id", "last_name", "first_name", "middle_name", "name_suffix", "house_number", "house_fraction",
    "pre_direction", "street_name", "street_type", "post_direction", "unit", "address", "city", "zip", "status",
    "status_on", "registered_on", "received_on", "birth_date", "birth_year", "jurisdiction",
)  # fmt: skip
DATES = {"status_on": "50", "registered_on": "50", "received_on": "50", "birth_date": "NULL"}
"""The columns that hold days, and from which year of two digits on it is one of the 1900s (see `day_said`)."""


class Layout(BaseModel):
    """One kind of voter file. `columns` maps Suffice's own column to the file's, or to several joined by a space.

    With `widths` there is no delimiter: each of `names` takes so many letters of the line, one after the other. `encoding`
    is what the office says of its files; each file is looked at all the same, line by line where need be.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    title: str
    source: str
    header: bool = True
    delimiter: str = ","
    encoding: Literal["utf-8", "latin-1"] = "utf-8"
    names: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()
    renamed: dict[str, str] = {}
    columns: dict[str, str | tuple[str, ...]]
    status: dict[str, str] = {}

    def names_in(self, head: Head) -> tuple[str, ...]:
        """The names of the file's columns, in its order: as its header says, or as the layout does where it has none."""
        if not self.header:
            return self.names
        said = tuple(self.renamed.get(name, name) for name in head.fields)
        # A delimiter at the end of the header names a last column of nothing.
        return tuple(name or f"unnamed_{number}" for number, name in enumerate(said))

    def fits(self, head: Head) -> bool:
        """Whether `head` is the head of a file of this layout."""
        if self.widths:
            return len(head.line) == sum(self.widths)
        if not self.header:
            return head.delimiter == self.delimiter and len(head.fields) == len(self.names)
        said = {self.renamed.get(name, name).lower() for name in head.fields}
        return all(name.lower() in said for name in self.needed())

    def cut(self, lines: str) -> str:
        """The SELECT in brackets that cuts `lines` (a table with the one column `line`) into the columns `names`."""
        begin, cells = 1, []
        for name, width in zip(self.names, self.widths, strict=True):
            cells.append(f"nullif(trim(substr(line, {begin}, {width})), '') AS {_name(name)}")
            begin += width
        return f"(SELECT {', '.join(cells)} FROM {lines})"

    def needed(self) -> tuple[str, ...]:
        """The file's columns without which no voter can be looked up."""
        own = ("voter_id", "last_name", "first_name")
        address = "address" if "address" in self.columns else "street_name"
        return tuple(name for column in (*own, address) for name in _several(self.columns[column]))

    def own_columns(self, names: list[str]) -> dict[str, str]:
        """For each of Suffice's own columns the SQL expression over the file's columns `names`."""
        actual = {name.lower(): name for name in names}
        return {column: self._expression(column, actual) for column in OWN}

    def days_in(self, names: list[str]) -> dict[str, str]:
        """For each of Suffice's own columns of days that the file with the columns `names` has, the file's as SQL."""
        actual = {name.lower(): name for name in names}
        there = {column: _several(self.columns.get(column, ())) for column in DATES}
        return {
            column: _name(actual[said[0].lower()])
            for column, said in there.items()
            if said and said[0].lower() in actual
        }

    def _expression(self, column: str, actual: dict[str, str]) -> str:
        there = [actual[name.lower()] for name in _several(self.columns.get(column, ())) if name.lower() in actual]
        if column == "birth_year":
            year = f"try_cast(left(trim({_name(there[0])}), 4) AS SMALLINT)" if there else "CAST(NULL AS SMALLINT)"
            return (
                year
                if there or "birth_date" not in self.columns
                else f"CAST(year({self._expression('birth_date', actual)}) AS SMALLINT)"
            )
        if not there:
            return f"CAST(NULL AS {'DATE' if column in DATES else 'VARCHAR'})"
        if column in DATES:
            return f"day_said({_name(there[0])}, {DATES[column]})"
        text = _name(there[0]) if len(there) == 1 else f"concat_ws(' ', {', '.join(_name(name) for name in there)})"
        return self._status(text) if column == "status" else text

    def _status(self, name: str) -> str:
        if not self.status:
            return f"lower({name})"
        cases = " ".join(f"WHEN '{said}' THEN '{meant}'" for said, meant in self.status.items())
        return f"CASE upper(trim({name})) {cases} ELSE lower(trim({name})) END"


@cache
def layouts() -> tuple[Layout, ...]:
    """All layouts that come with Suffice, in the order of their names."""
    folder = files("suffice.roll").joinpath("layouts")
    texts = [entry.read_text(encoding="utf-8") for entry in folder.iterdir() if entry.name.endswith(".toml")]
    return tuple(sorted((Layout.model_validate(tomllib.loads(text)) for text in texts), key=lambda one: one.id))


def layout_of(head: Head, named: str | None = None) -> Layout:
    """The layout of the file with `head`: the one `named`, or the one it fits best (most of its columns there).

    Raises InputError where the name is unknown, or no layout fits, naming the nearest missing column.
    """
    known = {layout.id: layout for layout in layouts()}
    if named is not None:
        if named not in known:
            near = nearest(named, list(known))
            raise InputError(
                f"There is no layout {named!r}", expected=f"one of {', '.join(known)}",
                remedy=f"Did you mean {near}?" if near else None,
            )  # fmt: skip
        layout = known[named]
        if (layout.header or layout.widths) and not layout.fits(head):
            raise _missing(layout, head)
        return layout
    fitting = [layout for layout in known.values() if layout.fits(head)]
    if not fitting:
        raise _missing(known["suffice"], head)
    return max(fitting, key=lambda layout: (_shared(layout, head), layout.id))


def _shared(layout: Layout, head: Head) -> int:
    said = {layout.renamed.get(name, name).lower() for name in head.fields}
    return sum(name.lower() in said for name in layout.names) if layout.header else len(layout.names)


def _missing(layout: Layout, head: Head) -> InputError:
    if layout.widths:
        return InputError(
            f"This does not fit the layout {layout.id}", file=head.path, row=1, found=f"{len(head.line):,} letters in the line",
            expected=f"{sum(layout.widths):,}", remedy="`suffice roll layouts` lists what is known.",
        )  # fmt: skip
    said = [layout.renamed.get(name, name) for name in head.fields]
    lowered = {name.lower() for name in said}
    missing = next((name for name in layout.needed() if name.lower() not in lowered), layout.needed()[0])
    near = nearest(missing, said)
    return InputError(
        f"This fits no known layout; of the layout {layout.id} the column {missing} is missing", file=head.path, row=1,
        found=", ".join(said[:12]), expected=", ".join(layout.needed()),
        remedy=f"Rename {near} if it is meant" if near else "`suffice roll layouts` lists what is known",
    )  # fmt: skip


def _several(names: str | tuple[str, ...]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names)


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
