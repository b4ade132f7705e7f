"""One line's story as a person reads it."""

from __future__ import annotations

from pathlib import Path

from tests.cli.entry import Run

GOLDEN = Path(__file__).parents[1] / "examine" / "golden"


def rows_of(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in row.strip("│").split("│")] for row in text.splitlines() if row.startswith("│")]


def test_whole_names_and_addresses_stand_beside_each_other(run: Run, tmp_path: Path) -> None:
    files = ("--roll", GOLDEN / "roll.csv", "--lines", GOLDEN / "lines.csv", "--out", tmp_path / "out")
    assert run("verify", GOLDEN / "petition.toml", *files).code == 0
    said = run("explain", tmp_path / "out", "--section", "2", "--line", "8")
    assert said.code == 0, said.err
    name, place = ["Daniela Rossi", "ROSSI, DANIELA"], ["3410 Linden Ave", "3410 LINDEN AVE"]
    assert rows_of(said.out)[:8] == [
        ["surname", *name, "same"],
        ["given name", *name, "same"],
        ["middle name", *name, "not on both"],
        ["suffix", *name, "not on both"],
        ["house number", *place, "same"],
        ["street", *place, "same"],
        ["zip", "90012", "90012", "same"],
        ["city", "V Grande", "VISTA GRANDE", "differs"],
    ]
    born = run("explain", tmp_path / "out", "--section", "3", "--line", "5").out
    assert ["birth date", "1985-06-01", "1985-06-01", "same"] in rows_of(born)


def test_zeros_in_front_of_a_section_need_not_be_typed(run: Run, tmp_path: Path) -> None:
    files = ("--roll", GOLDEN / "roll.csv", "--lines", GOLDEN / "lines.csv", "--out", tmp_path / "out")
    assert run("verify", GOLDEN / "petition.toml", *files).code == 0
    plain = run("explain", tmp_path / "out", "--section", "2", "--line", "8")
    assert run("explain", tmp_path / "out", "--section", "0002", "--line", "08").out == plain.out
    assert run("explain", tmp_path / "out", "--section", "0", "--line", "8").code == 2
