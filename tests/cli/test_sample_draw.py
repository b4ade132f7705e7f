"""`suffice sample draw` as a person runs it: the sample, the record beside it, the worksheet."""

from __future__ import annotations

import csv
import json
import shlex
from pathlib import Path

import pytest
from tests.cli.entry import Run

SEED = "3141 5926 5358 9793 2384"
LAW = ("--profile", "us-ca-local-recall", "--as-of", "2024-01-01")


@pytest.fixture
def index(tmp_path: Path) -> Path:
    file = tmp_path / "sections.csv"
    file.write_text("section,lines\n" + "".join(f"{number},{number % 7}\n" for number in range(1, 301)), "utf-8")
    return file


def test_the_record_draws_the_same_sample_again(
    run: Run, index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, sheet = tmp_path / "drawn.csv", tmp_path / "sheet.pdf"
    said = run("sample", "draw", *LAW, "--index", index, "--seed", SEED, "--out", out, "--worksheet", sheet)
    assert said.code == 0, said.err
    assert sheet.read_bytes().startswith(b"%PDF-")
    record = json.loads((tmp_path / "drawn.json").read_text("utf-8"))
    assert (record["seed"], record["raw"], record["sample"]) == (
        "31415926535897932384",
        903,
        500,
    )  # 42 weeks of 21 lines, and 1 + ... + 6
    monkeypatch.chdir(tmp_path)
    again = run(*shlex.split(record["command"])[1:])
    assert again.code == 0, again.err
    assert (tmp_path / "sample.csv").read_bytes() == out.read_bytes()
    assert (tmp_path / "sample.json").read_bytes() == (tmp_path / "drawn.json").read_bytes()
    with out.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 500
    assert [int(row["number"]) for row in rows] == sorted(int(row["number"]) for row in rows)


def test_the_worksheet_is_the_same_to_the_byte(run: Run, tmp_path: Path) -> None:
    sheets = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    for number, sheet in enumerate(sheets):
        out = tmp_path / f"{number}.csv"
        said = run("sample", "draw", *LAW, "--raw", "600", "--seed", SEED, "--out", out, "--worksheet", sheet)
        assert said.code == 0, said.err
    assert sheets[0].read_bytes() == sheets[1].read_bytes()


def test_a_sample_is_not_written_over_by_accident(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "s.csv"
    draw = ("sample", "draw", *LAW, "--raw", "600", "--seed", SEED, "--out", out)
    assert run(*draw).code == 0
    was = out.read_bytes()
    refused = run(*draw)
    assert refused.code == 2
    assert "--overwrite" in refused.err
    assert out.read_bytes() == was
    assert run(*draw, "--overwrite").code == 0


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("section,lines\n1,2\n1,3\n", "row 3, column section: The section stands twice"),
        ("section,lines\n1,2\n2,three\n", "row 3, column lines"),
        ("section,lines\n1,-2\n", "row 2, column lines"),
        ("section,lines\n,2\n", "row 2, column section"),
        ("section,lines\n1,2,3\n", "row 2"),
        ("section,count\n1,2\n", "section, lines"),
        ("section,lines\n1,0\n", "hold no line"),
        ("section,lines\n", "no row below its header"),
        ('section,lines\n"1,2\n', "row 2"),
    ],
)
def test_a_wrong_index_is_named_and_nothing_is_written(run: Run, tmp_path: Path, rows: str, words: str) -> None:
    file = tmp_path / "sections.csv"
    file.write_text(rows, "utf-8")
    said = run("sample", "draw", *LAW, "--index", file, "--seed", SEED, "--out", tmp_path / "s.csv")
    assert said.code == 2, said.out
    assert "sections.csv" in said.err
    assert words in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["sections.csv"]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--raw", "0"), "not a positive number"),
        ((), "nothing to draw from"),
        (("--raw", "600", "--seed", "123"), "at least 20 digits"),
        (("--raw", "600", "--lines", "499"), "at least 500"),
        (("--raw", "600", "--worksheet", "s.csv"), "names of their own"),
    ],
)
def test_bad_input_leaves_nothing_behind(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    seed = () if "--seed" in more else ("--seed", SEED)
    said = run("sample", "draw", *LAW, *seed, "--out", "s.csv", *more)
    assert said.code == 2, said.out
    assert words in said.err
    assert not list(tmp_path.iterdir())
