"""The small CSV tables a campaign keeps, read row by row: every mistake is named by file, row and column."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite
from pathlib import Path

from suffice.engine.delimited import nearest, read_head
from suffice.errors import InputError


@dataclass(frozen=True)
class Column:
    """One column of a table: its name and what it holds. A table is not read without its required columns."""

    name: str
    required: bool = False


@dataclass(frozen=True)
class Row:
    """One row: its number in the file (the header is row 1) and its texts by column."""

    file: Path
    number: int
    texts: dict[str, str]

    def wrong(self, column: str, message: str, expected: str | None = None, remedy: str | None = None) -> InputError:
        """The error that names this row and `column`."""
        return InputError(
            message, file=self.file, row=self.number, column=column, found=self.texts.get(column) or "nothing",
            expected=expected, remedy=remedy,
        )  # fmt: skip

    def text(self, column: str, otherwise: str | None = None) -> str:
        """The text in `column`, or `otherwise` where it is empty. Raises InputError where it is empty and must not be."""
        found = self.texts.get(column, "") or otherwise
        if found is None:
            raise self.wrong(column, "This cell is empty")
        return found

    def given(self, column: str) -> bool:
        """Whether `column` holds anything in this row."""
        return bool(self.texts.get(column))

    def day(self, column: str) -> date:
        """The day in `column`, written as YYYY-MM-DD. Raises InputError for anything else."""
        try:
            return date.fromisoformat(self.text(column))
        except ValueError as wrong:
            raise self.wrong(column, "This is no day", "a day as 2022-05-30") from wrong

    def whole(self, column: str, otherwise: int | None = None) -> int:
        """The whole number of 0 or more in `column`; thousands separators are understood. Raises InputError otherwise."""
        if otherwise is not None and not self.given(column):
            return otherwise
        plain = self.text(column).replace(",", "").replace(" ", "").replace("_", "")
        if not (plain.isascii() and plain.isdigit()):
            raise self.wrong(column, "This is no whole number of 0 or more", "a count such as 1,250")
        return int(plain)

    def amount(self, column: str, otherwise: float | None = None) -> float:
        """The amount of money in `column`, 0 or more; a currency sign is understood. Raises InputError otherwise."""
        if otherwise is not None and not self.given(column):
            return otherwise
        plain = self.text(column).lstrip("$€£").replace(",", "").replace(" ", "")
        try:
            found = float(plain)
        except ValueError as wrong:
            raise self.wrong(column, "This is no amount of money", "an amount such as 1,250.00") from wrong
        if not isfinite(found) or found < 0:
            raise self.wrong(column, "This is no amount of money", "an amount of 0 or more")
        return found


def read_table(path: Path, columns: Sequence[Column], what: str) -> list[Row]:
    """The rows of the CSV file at `path`, whose table is called `what` in messages. Empty rows are passed over.

    Column names are understood in any order and case. Raises InputError for a file that is no text, an unknown or missing
    column, a column that stands twice, a row with more cells than the header, and a table without rows.
    """
    head = read_head(path)
    names = [field.lower().replace(" ", "_") for field in head.fields]
    known = [column.name for column in columns]
    for name in names:
        if name not in known:
            near = nearest(name, known)
            raise InputError(
                f"This column is not known in a table of {what}", file=path, row=1, column=name or "(without a name)",
                expected=", ".join(known), remedy=f"Did you mean {near}?" if near else None,
            )  # fmt: skip
        if names.count(name) > 1:
            raise InputError("This column stands twice", file=path, row=1, column=name)
    for column in columns:
        if column.required and column.name not in names:
            raise InputError(
                f"A table of {what} needs this column", file=path, row=1, column=column.name, found=", ".join(names)
            )
    with path.open(encoding="utf-8-sig", newline="") as file:
        cells = csv.reader(file, delimiter=head.delimiter)
        next(cells)
        rows = [_row(path, cells.line_num, names, row) for row in cells if any(cell.strip() for cell in row)]
    if not rows:
        raise InputError(f"The table of {what} holds no row", file=path, expected="a header and at least one row")
    return rows


def _row(path: Path, number: int, names: list[str], cells: list[str]) -> Row:
    if len(cells) > len(names):
        raise InputError(
            "This row has more cells than the header", file=path, row=number, found=f"{len(cells)} cells",
            expected=f"{len(names)} cells", remedy="Put text that holds the separator in quotation marks",
        )  # fmt: skip
    return Row(path, number, {name: cell.strip() for name, cell in zip(names, cells, strict=False)})
