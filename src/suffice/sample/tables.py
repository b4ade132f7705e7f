"""The small tables people hand in: counties, wards or districts, the second sample, subtractions. Checked row by row."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from suffice.errors import InputError
from suffice.law.sampling import SampleRule
from suffice.sample.arizona import Subtraction
from suffice.sample.check import check_tally
from suffice.sample.draw import Section
from suffice.sample.projection import Tally

COUNTS = ("raw", "sample", "valid", "duplicates", "required", "invalid")


@dataclass(frozen=True)
class Row:
    """One row of a table: its number in the file (the header is 1) and its cells by column."""

    file: Path
    number: int
    cells: dict[str, str]

    def text(self, column: str) -> str:
        """The cell, without blanks around it. Raises InputError where it is empty."""
        found = self.cells.get(column, "").strip()
        if not found:
            raise InputError("The cell is empty", file=self.file, row=self.number, column=column)
        return found

    def count(self, column: str) -> int:
        """The cell as a number of lines. Raises InputError where it is none."""
        found = self.text(column)
        try:
            return int(found.replace(",", ""))
        except ValueError as wrong:
            raise InputError(
                "This is no whole number", file=self.file, row=self.number, column=column, found=found
            ) from wrong


def read_table(file: Path, needed: Sequence[str], allowed: Sequence[str] = ()) -> list[Row]:
    """The rows of a CSV file with a header, empty rows left out.

    Raises InputError where the file cannot be read, a column is missing or unknown, or a row is too long or too short.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError as wrong:
        raise InputError("There is no such file", file=file) from wrong
    except (IsADirectoryError, PermissionError) as wrong:
        raise InputError("The file cannot be read", file=file, found=wrong.strerror) from wrong
    except UnicodeDecodeError as wrong:
        raise InputError("The file is not UTF-8", file=file, remedy="Save it as CSV, UTF-8.") from wrong
    rows = list(_rows(file, text, needed, allowed))
    if not rows:
        raise InputError("The file holds no row below its header", file=file, expected=", ".join(needed))
    return rows


def _rows(file: Path, text: str, needed: Sequence[str], allowed: Sequence[str]) -> Iterator[Row]:
    reader = csv.reader(text.splitlines(), strict=True)
    header: list[str] | None = None
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if header is None:
                header = _header(file, reader.line_num, cells, needed, allowed)
                continue
            if len(cells) != len(header):
                raise InputError(
                    "The row has another number of cells than the header",
                    file=file,
                    row=reader.line_num,
                    found=f"{len(cells)}",
                    expected=f"{len(header)}",
                )
            yield Row(file, reader.line_num, dict(zip(header, cells, strict=True)))
    except csv.Error as wrong:
        raise InputError(f"The row is no CSV: {wrong}", file=file, row=reader.line_num) from wrong


def _header(file: Path, row: int, cells: Sequence[str], needed: Sequence[str], allowed: Sequence[str]) -> list[str]:
    names = [cell.strip().lower() for cell in cells]
    missing = [name for name in needed if name not in names]
    strange = [name for name in names if name not in (*needed, *allowed)]
    if missing or strange or len(set(names)) != len(names):
        wanted = ", ".join(needed) + (f" (and, if wanted, {', '.join(allowed)})" if allowed else "")
        raise InputError(
            "The header is not that of this table", file=file, row=row, found=", ".join(names), expected=wanted
        )
    return names


def read_parts(file: Path, rule: SampleRule, copies_lost: int) -> list[Tally]:
    """The tallies of counties, wards or districts: the place's name, raw, sample, valid, duplicates, and more where needed.

    Each part has its own `required` where the law decides part by part. Raises InputError naming row and column.
    """
    if rule.strata is None:
        raise InputError("This law draws one sample of the whole petition, not by parts", file=file)
    each = rule.strata.decided == "each"
    needed = (rule.strata.by, "raw", "sample", "valid", "duplicates", *(("required",) if each else ()))
    tallies: list[Tally] = []
    for row in read_table(file, needed, ("invalid",)):
        tally = Tally(
            raw=row.count("raw"),
            sample=row.count("sample"),
            valid=row.count("valid"),
            duplicates=row.count("duplicates"),
            required=row.count("required") if each else 1,
            invalid=row.count("invalid") if row.cells.get("invalid", "").strip() else None,
            place=row.text(rule.strata.by),
        )
        if tally.place in [other.place for other in tallies]:
            raise InputError(
                "The name stands twice", file=file, row=row.number, column=rule.strata.by, found=tally.place
            )
        check_tally(tally, rule, copies_lost, file, row.number)
        tallies.append(tally)
    return tallies


def read_places(file: Path, rule: SampleRule) -> list[tuple[str, int]]:
    """The lines filed of each county, ward or district, by name. Raises InputError naming row and column."""
    if rule.strata is None:
        raise InputError("This law draws one sample of the whole petition, not by parts", file=file)
    others = [name for name in COUNTS if name != "raw"]
    return [
        (row.text(rule.strata.by), _positive(row, "raw")) for row in read_table(file, (rule.strata.by, "raw"), others)
    ]


def read_second(file: Path, first: Tally) -> Tally:
    """What both samples together showed: one row of sample, valid, duplicates. Raises InputError naming row and column."""
    rows = read_table(file, ("sample", "valid", "duplicates"), ("invalid",))
    if len(rows) > 1:
        raise InputError(
            "There is more than one row", file=file, row=rows[1].number, expected="both samples in one row"
        )
    row = rows[0]
    return Tally(first.raw, row.count("sample"), row.count("valid"), row.count("duplicates"), first.required)


def read_subtractions(file: Path) -> list[Subtraction]:
    """The lines taken off before the sample, in order: reason, lines. Raises InputError naming row and column."""
    return [
        Subtraction(row.text("reason"), _positive(row, "lines", 0)) for row in read_table(file, ("reason", "lines"))
    ]


def _positive(row: Row, column: str, least: int = 1) -> int:
    found = row.count(column)
    if found < least:
        raise InputError(
            "The number is too small",
            file=row.file,
            row=row.number,
            column=column,
            found=f"{found:,}",
            expected=f"{least} or more",
        )
    return found


def read_sections(file: Path, rule: SampleRule) -> list[Section]:
    """The sections of a petition in filing order: section, lines, and the part the law draws from, if the column is there.

    Raises InputError naming row and column, also for a section that stands twice.
    """
    by = rule.strata.by if rule.strata else None
    allowed = [name for name in ("county", "district", "jurisdiction", "sheet", "ward") if name != by]
    rows = read_table(file, ("section", "lines"), (*allowed, *([by] if by else [])))
    found: dict[str, Section] = {}
    for row in rows:
        name = row.text("section")
        if name in found:
            raise InputError("The section stands twice", file=file, row=row.number, column="section", found=name)
        stratum = row.text(by) if by and by in row.cells else name if by == "sheet" else ""
        found[name] = Section(name, _positive(row, "lines", 0), stratum)
    if not any(section.lines for section in found.values()):
        raise InputError("The sections hold no line", file=file)
    return list(found.values())
