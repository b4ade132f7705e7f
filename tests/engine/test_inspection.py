"""Files looked at byte by byte before they are read."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from suffice.engine.inspection import LONGEST, PIECE, as_utf8, blank_rows, inspect, readable, rows_at
from suffice.errors import InputError


def test_utf8_across_the_pieces(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    # An accent whose two bytes stand on both sides of a piece's end, and plain letters before and after.
    path.write_bytes(b"x" * 100 + b"\n" + b"y" * (PIECE - 102) + "ñ\n".encode() + b"z\n" * PIECE)
    assert inspect(path)
    path.write_bytes(b"x\n" * PIECE + b"Mu\xf1oz\n")
    assert not inspect(path)
    path.write_bytes(b"x\n\xc3")
    assert not inspect(path)


@pytest.mark.parametrize("packed", [False, True])
def test_what_is_no_text_is_named_by_its_row(packed: bool, tmp_path: Path) -> None:
    path = tmp_path / ("a.csv.gz" if packed else "a.csv")

    def write(text: bytes) -> None:
        path.write_bytes(gzip.compress(text, 1) if packed else text)

    write(b"a,b\n" * (PIECE // 2) + b"1,\x00\n")
    with pytest.raises(InputError, match=rf"row {PIECE // 2 + 1:,}: There is a NUL byte"):
        inspect(path)
    write(b"a,b\n" * 1_000 + b"x" * (LONGEST + 1) + b"\n1,2\n")
    with pytest.raises(InputError, match="row 1,001: The line is longer than 1 MB"):
        inspect(path)
    write(b"a,b\n" * 1_000 + b"x" * LONGEST + b"\n1,2\n")
    assert inspect(path)


def test_a_file_of_two_encodings_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Muñoz\n".encode() + b"Mu\xf1oz\nO\x92Brien\n\x81\n")
    copy = readable(path, tmp_path)
    assert copy.read_text(encoding="utf-8") == "Muñoz\nMuñoz\nO’Brien\n\x81\n"
    path.write_text("Muñoz\n", encoding="utf-8")
    assert readable(path, tmp_path) == path


def test_lines_by_position(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a\n" * PIECE + b"\n\r\nb\n")
    # Bytes 0, 2 and 3 stand on lines 1, 2 and 2; the last "b" follows an empty line of each kind.
    assert rows_at(path, [0, 2, 3, 2 * PIECE + 3, 9 * PIECE]) == {
        0: 1, 2: 2, 3: 2, 2 * PIECE + 3: PIECE + 3, 9 * PIECE: PIECE + 4,
    }  # fmt: skip
    assert blank_rows(path) == [PIECE + 1, PIECE + 2]
    assert as_utf8(path, tmp_path).read_bytes() == path.read_bytes()
