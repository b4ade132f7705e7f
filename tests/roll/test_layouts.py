"""Small files in the true shape of each layout, with mock people, through the real reading."""

from __future__ import annotations

from pathlib import Path

import pytest

from suffice.engine import connect
from suffice.engine.inspection import readable
from suffice.errors import InputError
from suffice.roll.layout import Layout, layouts
from suffice.roll.source import open_source

PERSON = {
    "voter_id": "1001", "last_name": "MÜLLER", "first_name": "ANNA", "middle_name": "B", "name_suffix": "JR",
    "house_number": "704", "street_name": "ELM", "street_type": "ST", "address": "704 ELM ST", "city": "ROSEFIELD",
    "zip": "90215", "registered_on": "2010-01-31", "birth_date": "1970-02-03", "birth_year": "1970",
}  # fmt: skip


def _written(layout: Layout, path: Path, *, ending: str = "\n", trailing: str = "", shuffled: bool = False) -> Path:
    values = dict.fromkeys(layout.names, "")
    for own, name in layout.columns.items():
        said = PERSON.get(own, "")
        if own == "registered_on" and layout.id == "mi-fixed":
            said = "01312010"
        values[name if isinstance(name, str) else name[0]] = said
    status = layout.columns.get("status")
    if isinstance(status, str) and layout.status:
        # Codes are delivered with trailing blanks.
        values[status] = next(code for code, meant in layout.status.items() if meant == "inactive") + "   "
    if layout.widths:
        cells = (values[name].ljust(width)[:width] for name, width in zip(layout.names, layout.widths, strict=True))
        path.write_bytes(("".join(cells) + ending).encode(layout.encoding))
        return path
    names = sorted(values) if shuffled else list(layout.names)
    rows = [layout.delimiter.join(names) + trailing] if layout.header else []
    rows.append(layout.delimiter.join(values[name] for name in names) + trailing)
    path.write_bytes((ending.join(rows) + ending).encode(layout.encoding))
    return path


def _read(path: Path, named: str | None = None) -> tuple[str, dict[str, object]]:
    with connect(threads=1) as connection:
        source = open_source(connection, path, named, copy=readable(path, path.parent))
        answer = connection.execute(f"SELECT * FROM {source.select} AS r")
        names = [column[0] for column in answer.description or []]
        return source.layout, dict(zip(names, answer.fetchall()[0], strict=True))


@pytest.mark.parametrize("layout", layouts(), ids=lambda layout: layout.id)
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_file_is_recognised_and_read(layout: Layout, ending: str, tmp_path: Path) -> None:
    known, voter = _read(_written(layout, tmp_path / "roll.txt", ending=ending))
    assert known == layout.id
    assert (voter["voter_id"], voter["surname"], voter["given"], voter["middle"]) == ("1001", "MULLER", "ANNA", "B")
    assert (voter["house"], voter["street"], voter["zip5"]) == (704, "ELM", "90215")
    if layout.status:
        assert voter["status"] == "inactive"
    if "registered_on" in layout.columns:
        assert str(voter["registered_on"]) == "2010-01-31"
    if "birth_date" in layout.columns or "birth_year" in layout.columns:
        assert voter["birth_year"] == 1970


@pytest.mark.parametrize("layout", [one for one in layouts() if one.header], ids=lambda layout: layout.id)
def test_another_order_of_columns_is_fine_where_there_is_a_header(layout: Layout, tmp_path: Path) -> None:
    assert _read(_written(layout, tmp_path / "roll.txt", shuffled=True))[1]["surname"] == "MULLER"


def test_a_missing_column_is_named_with_the_nearest(tmp_path: Path) -> None:
    path = tmp_path / "roll.csv"
    path.write_text("voter_id,last_nmae,first_name,street_name\n1,A,B,C\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"last_name is missing.*Rename last_nmae"):
        _read(path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"voter_id,last_name\n1,A\x00B\n", "NUL"),
        (b"x" * (2 << 20), "1 MB"),
    ],
)
def test_what_is_no_roll_is_refused(content: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "roll.csv"
    path.write_bytes(content)
    with pytest.raises(InputError, match=said):
        _read(path)


def test_an_unknown_layout_names_the_nearest(tmp_path: Path) -> None:
    path = _written(next(one for one in layouts() if one.id == "oh"), tmp_path / "roll.txt")
    with pytest.raises(InputError, match="Did you mean wa-2016"):
        _read(path, "wa-2061")
