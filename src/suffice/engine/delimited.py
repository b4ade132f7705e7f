"""Delimited text files as people really deliver them: what can be seen of one before it is read."""

from __future__ import annotations

import gzip
import shutil
import zipfile
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from suffice.engine.inspection import damaged_gzip, nul_byte, opened
from suffice.errors import InputError

HEAD = 1 << 20
"""Bytes looked at before a file is read; a first line longer than this is no header."""
DELIMITERS = "\t|,;"


@dataclass(frozen=True)
class Head:
    """The first line of a delimited file, and how it is parted."""

    path: Path
    delimiter: str
    fields: tuple[str, ...]
    line: str


def read_head(path: Path) -> Head:
    """The first line of `path`.

    Raises InputError for what is no delimited text at all: nothing there, a folder, an empty file, a PDF, a picture or
    other binary file, a first line without an end.
    """
    if path.is_dir():
        raise InputError("This is a folder", file=path, expected="a CSV or Parquet file", remedy="Name the file in it.")
    if not path.exists():
        raise InputError("There is no such file", file=path, remedy="Name another, or correct the name.")
    head = _first_bytes(path)
    if not head.strip():
        raise InputError(
            "The file is empty", file=path, expected="a header and at least one row", remedy="Export it anew."
        )
    if head.startswith(b"%PDF"):
        raise InputError(
            "This is a PDF document, whatever its name", file=path, expected="a CSV or Parquet file",
            remedy="Ask for the table itself, not for a print of it.",
        )  # fmt: skip
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise InputError("The text is UTF-16", file=path, remedy="Save it as UTF-8")
    if b"\0" in head:
        raise nul_byte(path, head[: head.index(b"\0")].count(b"\n") + 1)
    first, _, rest = head.removeprefix(b"\xef\xbb\xbf").partition(b"\n")
    if not rest and len(head) == HEAD:
        raise InputError(
            "The first line does not end within 1 MB", file=path, row=1, expected="lines of text",
            remedy="See whether the file is damaged or has other line ends, and export it anew.",
        )  # fmt: skip
    try:
        line = first.decode("utf-8")
    except UnicodeDecodeError:
        line = first.decode("latin-1")
    line = line.rstrip("\r")
    if "\r" in line:
        raise InputError(
            "The rows end in carriage returns alone", file=path, row=1, expected="the line ends of Windows or of Unix",
            remedy="Open it in a spreadsheet and save it as CSV (UTF-8).",
        )  # fmt: skip
    delimiter = max(DELIMITERS, key=lambda one: (line.count(one), one == ","))
    fields = tuple(field.strip().strip('"').strip() for field in line.split(delimiter))
    return Head(path, delimiter, fields, line)


def _first_bytes(path: Path) -> bytes:
    try:
        with opened(path) as file:
            return file.read(HEAD)
    except (gzip.BadGzipFile, EOFError) as wrong:
        raise damaged_gzip(path) from wrong


def nearest(name: str, names: list[str] | tuple[str, ...]) -> str | None:
    """The one of `names` that `name` was probably meant to be."""
    near = get_close_matches(name.lower(), [one.lower() for one in names], n=1)
    return next((one for one in names if near and one.lower() == near[0]), None)


def quoted(text: str | Path) -> str:
    """`text` as a literal of SQL."""
    return "'" + str(text).replace("'", "''") + "'"


def read_csv(path: Path, delimiter: str, names: list[str], rejects: str, *, header: bool = True) -> str:
    """The call of DuckDB's read_csv for the UTF-8 file `path`, every column as text under `names`, in one streaming pass.

    Rows that do not fit go to the temporary tables `rejects` and `rejects`_scan.
    """
    columns = ", ".join(f"{quoted(name)}: 'VARCHAR'" for name in names)
    return (
        f"read_csv({quoted(path)}, auto_detect = false, header = {str(header).lower()}, "
        f"delim = {quoted(delimiter)}, quote = '\"', escape = '\"', encoding = 'utf-8', "
        f"columns = {{{columns}}}, store_rejects = true, rejects_table = '{rejects}', rejects_scan = '{rejects}_scan')"
    )


def read_whole_lines(path: Path, rejects: str) -> str:
    """The call of DuckDB's read_csv for the UTF-8 file `path`, each line as it stands in the one column `line`."""
    # The control character 0x01 parts nothing: it stands in no text.
    return (
        f"read_csv({quoted(path)}, auto_detect = false, header = false, delim = '\x01', quote = '', escape = '', "
        f"encoding = 'utf-8', columns = {{'line': 'VARCHAR'}}, store_rejects = true, rejects_table = '{rejects}', "
        f"rejects_scan = '{rejects}_scan')"
    )


def unzipped(path: Path, folder: Path) -> list[Path]:
    """The text files in the zip archive `path`, unpacked into `folder`, in the order of their names.

    Raises InputError where it is no zip archive, or holds no text file.
    """
    if not path.is_file():
        raise InputError("There is no such file", file=path, remedy="Name another, or correct the name.")
    try:
        with zipfile.ZipFile(path) as archive:
            members = sorted(
                name for name in archive.namelist() if name.lower().endswith((".csv", ".txt", ".tsv", ".lst"))
            )
            # Only the last part of a member's name is used: an archive must not write where it likes.
            found = [folder / Path(name).name for name in members]
            for name, target in zip(members, found, strict=True):
                with archive.open(name) as packed, target.open("wb") as file:
                    shutil.copyfileobj(packed, file)
    except zipfile.BadZipFile as wrong:
        raise InputError("This is no zip archive, or it is damaged", file=path) from wrong
    if not found:
        raise InputError("The archive holds no text file", file=path, expected="a .csv or .txt file inside")
    return found
