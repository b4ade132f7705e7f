"""One roll in several parts: a folder, an archive with several files, rolls of fixed positions."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from suffice.engine.delimited import read_head
from suffice.errors import InputError
from suffice.roll.layout import layout_of, layouts
from suffice.roll.parts import delivered, unpacked
from suffice.roll.snapshot import import_roll

HEADER = "voter_id,last_name,first_name,house_number,street_name,street_type,city,zip"
ROWS = [f"V{number},SMITH{'ABCDEF'[number]},JOHN,{number},ELM,ST,ROSEFIELD,90215" for number in range(6)]


def written(path: Path, rows: list[str], header: str = HEADER) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


def archive(path: Path, parts: dict[str, list[str]]) -> Path:
    path.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(path, "w") as packed:
        for name, rows in parts.items():
            packed.writestr(name, "\n".join([HEADER, *rows]) + "\n")
    return path


def test_a_folder_and_archives_with_files_of_one_name(tmp_path: Path) -> None:
    folder = tmp_path / "roll"
    written(folder / "b.csv", ROWS[:1])
    archive(folder / "a.zip", {"part.txt": ROWS[1:2], "more/part2.txt": ROWS[2:3]})
    archive(folder / "c.zip", {"part.txt": ROWS[3:]})
    (folder / ".hidden").write_text("", encoding="utf-8")
    assert [path.name for path in delivered([folder])] == ["a.zip", "b.csv", "c.zip"]
    spare = tmp_path / "spare"
    spare.mkdir()
    assert [path.name for path in unpacked(delivered([folder]), spare)] == [
        "part2.txt",
        "part.txt",
        "b.csv",
        "part.txt",
    ]
    made = import_roll([folder], tmp_path / "roll.parquet", threads=1)
    assert (made.voters, made.rejects.num_rows) == (6, 0)


def test_every_part_names_its_own_rejects(tmp_path: Path) -> None:
    folder = tmp_path / "roll"
    written(folder / "a.csv", [*ROWS[:2], "V9,short"])
    written(folder / "b.csv", [*ROWS[2:], "V9,short", "V8,short"])
    made = import_roll([folder], tmp_path / "roll.parquet", threads=1)
    assert [(row["file"], row["row"]) for row in made.rejects.to_pylist()] == [("a.csv", 4), ("b.csv", 6), ("b.csv", 7)]


def test_what_is_no_part_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "roll"
    written(folder / "a.csv", ROWS)
    (folder / "Read me.pdf").write_bytes(b"%PDF-1.7")
    with pytest.raises(InputError, match=r"Read me\.pdf: This can be no part of a roll"):
        delivered([folder])
    (folder / "Read me.pdf").unlink()
    written(folder / "b.csv", ["V1,SMITH,JOHN,1 ELM ST"], "voter_id,last_name,first_name,address")
    with pytest.raises(InputError, match=r"b\.csv: The parts of a roll are not alike"):
        import_roll([folder], tmp_path / "roll.parquet", threads=1)
    shutil.rmtree(folder)
    folder.mkdir()
    with pytest.raises(InputError, match="The folder is empty"):
        delivered([folder])


def test_fixed_positions_are_those_of_the_source() -> None:
    # First letters as three public readers of the file quote them, the first letter of a line being 1.
    layout = next(one for one in layouts() if one.id == "mi-fixed")
    first = {name: 1 + sum(layout.widths[:number]) for number, name in enumerate(layout.names)}
    assert sum(layout.widths) == 520
    assert [first[name] for name in ("FIRST_NAME", "DATE_OF_REGISTRATION", "STREET_NAME", "CITY", "VOTER_ID", "STATUS")] == [
        36, 84, 106, 157, 449, 518,
    ]  # fmt: skip


def test_a_line_of_another_length_is_no_file_of_fixed_positions(tmp_path: Path) -> None:
    path = tmp_path / "roll.lst"
    path.write_text("SMITH" + " " * 400 + "\n", encoding="utf-8")
    with pytest.raises(InputError, match="405 letters in the line"):
        layout_of(read_head(path), "mi-fixed")
