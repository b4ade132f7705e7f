"""Looking at every byte of a text file before it is read: is it text at all, in which encoding, of which lines."""

from __future__ import annotations

import codecs
import gzip
from collections.abc import Iterable
from pathlib import Path
from typing import IO, cast

from suffice.errors import InputError

PIECE = 1 << 20
"""Bytes looked at at a time."""

LONGEST = 1 << 20
"""Bytes of the longest line that is read; a row of a roll or of a petition has some hundreds."""


def opened(path: Path) -> IO[bytes]:
    """The bytes of `path`, unpacked where its name ends in .gz."""
    return cast(IO[bytes], gzip.open(path, "rb")) if path.suffix == ".gz" else path.open("rb")


def inspect(path: Path) -> bool:
    """Whether every byte of the text file `path` is UTF-8. About 0.3 s a gigabyte of plain letters.

    Raises InputError, naming the row, for a NUL byte and for a line longer than `LONGEST`: it stops at the first, so
    that a damaged file of any size takes no memory.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    utf8, row, unfinished = True, 1, 0
    try:
        with opened(path) as file:
            while piece := file.read(PIECE):
                if b"\0" in piece:
                    raise nul_byte(path, row + piece[: piece.index(b"\0")].count(b"\n"))
                first = piece.find(b"\n")
                if unfinished + (len(piece) if first < 0 else first) > LONGEST:
                    raise _too_long(path, row)
                unfinished = unfinished + len(piece) if first < 0 else len(piece) - 1 - piece.rfind(b"\n")
                row += piece.count(b"\n")
                if utf8 and not (piece.isascii() and decoder.getstate()[0] == b""):
                    utf8 = _decodes(decoder, piece)
    except (gzip.BadGzipFile, EOFError) as wrong:
        raise damaged_gzip(path) from wrong
    return utf8 and _decodes(decoder, b"", final=True)


def readable(path: Path, folder: Path) -> Path:
    """`path` itself where it is UTF-8 or Parquet, otherwise a copy of it in UTF-8 in `folder`; raises like `inspect`."""
    return path if path.suffix == ".parquet" or inspect(path) else as_utf8(path, folder)


def _decodes(decoder: codecs.IncrementalDecoder, piece: bytes, final: bool = False) -> bool:
    try:
        decoder.decode(piece, final)
    except UnicodeDecodeError:
        return False
    return True


def as_utf8(path: Path, folder: Path) -> Path:
    """A copy of `path` in UTF-8 in `folder`, each line decoded by itself: one file may hold lines of both kinds.

    Lines that are not UTF-8 are read as Windows-1252, and as Latin-1 where that has no letter for a byte.
    """
    copy = folder / f"{path.name.removesuffix('.gz')}.utf8"
    with opened(path) as file, copy.open("wb") as out:
        for line in file:
            out.write(line if line.isascii() else _line(line).encode("utf-8"))
    return copy


def _line(line: bytes) -> str:
    for encoding in ("utf-8", "cp1252"):
        try:
            return line.decode(encoding)
        except UnicodeDecodeError:
            continue
    return line.decode("latin-1")


def rows_at(path: Path, positions: Iterable[int]) -> dict[int, int]:
    """For each byte position in `path` the number of its line, the first being 1. One pass over the file."""
    found: dict[int, int] = {}
    waiting = sorted(set(positions), reverse=True)
    begin, row = 0, 1
    with opened(path) as file:
        while waiting and (piece := file.read(PIECE)):
            while waiting and waiting[-1] < begin + len(piece):
                position = waiting.pop()
                found[position] = row + piece[: position - begin].count(b"\n")
            begin, row = begin + len(piece), row + piece.count(b"\n")
    return found | dict.fromkeys(waiting, row)


def line_ends(path: Path) -> int:
    """How many line ends there are in `path`."""
    ends = 0
    with opened(path) as file:
        while piece := file.read(PIECE):
            ends += piece.count(b"\n")
    return ends


def blank_rows(path: Path) -> list[int]:
    """The numbers of the empty lines of `path`, which are no rows. The first line is 1."""
    with opened(path) as file:
        return [number for number, line in enumerate(file, 1) if line in (b"\n", b"\r\n")]


def nul_byte(path: Path, row: int) -> InputError:
    """What is said of a file that holds a NUL byte in `row`."""
    return InputError(
        "There is a NUL byte: this is no text, or it is damaged", file=path, row=row,
        expected="a CSV or Parquet file", remedy="Export the file anew.",
    )  # fmt: skip


def damaged_gzip(path: Path) -> InputError:
    """What is said of a .gz file that cannot be unpacked."""
    return InputError("This is no gzip file, or it is damaged", file=path, remedy="Copy or download it anew.")


def _too_long(path: Path, row: int) -> InputError:
    return InputError(
        f"The line is longer than {LONGEST >> 20} MB: no row is", file=path, row=row, expected="one row a line",
        remedy="See whether the file is damaged or has other line ends, and export it anew.",
    )  # fmt: skip
