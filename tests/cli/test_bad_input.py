"""Input that cannot be used, through the real command line: one paragraph that names the place and what to do."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.entry import Run, Said

Spoil = Callable[[bytes], bytes]
Verify = Callable[..., Said]


@pytest.fixture
def verify(run: Run, petition: Path, tmp_path: Path) -> Verify:
    """Verifies the test's petition."""
    files = {name: petition / f"{name}.csv" for name in ("roll", "lines")}

    def start(*more: str | Path) -> Said:
        options = [text for name, path in files.items() for text in (f"--{name}", path)]
        return run("verify", petition / "petition.toml", *options, "--out", tmp_path / "out", *more)

    return start


def paragraph(said: Said, code: int = 2) -> str:
    """The message, once it is sure that it is one paragraph, ends as it should and shows no traceback."""
    last = said.err.strip().splitlines()[-1]
    assert said.code == code, said.err
    assert "Traceback" not in said.err
    assert last.endswith((".", "?"))
    return last


def rejects(folder: Path) -> list[dict[str, str]]:
    with (folder / "rejects.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def row(number: int, change: Callable[[bytes], bytes]) -> Spoil:
    """Changes the row `number` of a file, the header being 1."""

    def spoil(good: bytes) -> bytes:
        rows = good.split(b"\n")
        rows[number - 1] = change(rows[number - 1])
        return b"\n".join(rows)

    return spoil


def cell(number: int, change: Callable[[bytes], bytes]) -> Spoil:
    """Changes the cell `number` of a row, the first being 0."""

    def spoil(there: bytes) -> bytes:
        cells = there.split(b",")
        cells[number] = change(cells[number])
        return b",".join(cells)

    return spoil


def insert(number: int, text: bytes) -> Spoil:
    """Puts `text` before the row `number`."""
    return row(number, lambda there: text + b"\n" + there)


NO_TABLE: dict[str, tuple[Spoil, tuple[str, ...]]] = {
    "empty": (lambda good: b"", ("empty", "Export it anew")),
    "blank": (lambda good: b"\n\n \n", ("empty",)),
    "pdf": (lambda good: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", ("PDF", "Ask for the table")),
    "picture": (lambda good: b"\x89PNG\r\n\x1a\n" + bytes(64), ("row 3", "NUL")),
    "UTF-16": (lambda good: good.decode().encode("utf-16"), ("UTF-16", "Save it as UTF-8")),
    "carriage returns alone": (lambda good: good.replace(b"\n", b"\r"), ("carriage returns", "save it as CSV")),
    "NUL early": (row(4, lambda there: there[:5] + b"\0" + there[5:]), ("row 4", "NUL", "Export")),
    "NUL late": (lambda good: good + b"#" * 99 + b"\n" + good * 40 + b"\0", ("NUL", "Export")),
    "long header": (lambda good: b"x" * (2 << 20), ("row 1", "1 MB")),
    "long line": (insert(7, b"x" * (64 << 20)), ("row 7", "longer than 1 MB")),
    "header only": (lambda good: good.split(b"\n")[0] + b"\n", ("There is",)),
    "missing column": (lambda good: good.replace(b"line,", b"lien,").replace(b"last_name", b"lastnme"), ("Rename l",)),
}


@pytest.mark.parametrize("which", ["lines", "roll"])
@pytest.mark.parametrize("kind", NO_TABLE)
def test_what_is_no_table(verify: Verify, run: Run, petition: Path, tmp_path: Path, which: str, kind: str) -> None:
    spoil, words = NO_TABLE[kind]
    path = petition / f"{which}.csv"
    path.write_bytes(spoil(path.read_bytes()))
    # A roll is read by two commands; each is tried on every other kind.
    importing = which == "roll" and list(NO_TABLE).index(kind) % 2 == 0
    said = paragraph(run("roll", "import", path, "--out", tmp_path / "roll.parquet") if importing else verify())
    assert str(path) in said
    assert all(word in said for word in words), said
    assert [entry.name for entry in tmp_path.iterdir()] == ["petition"]


UNUSABLE: dict[str, tuple[Spoil, list[tuple[str, str, str]], int]] = {
    # what is done to the lines, then row, column and a word of the reason of each reject, and the raw count
    "too short": (row(5, lambda there: b",".join(there.split(b",")[:4])), [("5", "", "fewer columns")], 400),
    "too long": (row(5, lambda there: there + b",more"), [("5", "", "more columns")], 400),
    "no section": (row(5, lambda there: there[there.index(b",") :]), [("5", "section", "missing")], 400),
    "an empty line before": (
        lambda good: row(9, lambda there: there[there.index(b",") :])(insert(5, b"")(good)),
        [("9", "section", "missing")],
        400,
    ),
    "a short row before": (
        lambda good: row(9, lambda there: there[there.index(b",") :])(row(5, lambda there: b"x,y")(good)),
        [("5", "", "fewer columns"), ("9", "section", "missing")],
        400,
    ),
    "quotation mark open for two lines": (
        lambda good: row(6, cell(2, lambda name: name + b'"'))(row(5, cell(2, lambda name: b'"' + name))(good)),
        [("5", "", "quotation mark"), ("6", "", "quotation mark")],
        400,
    ),
    "twice": (
        lambda good: insert(9, good.split(b"\n")[3])(good),
        [("4", "line", "stand 2"), ("9", "line", "stand 2")],
        401,
    ),
    "no such day": (
        row(5, lambda there: b"7777,1,Ann Bee,1 Elm St,,,02/30/2022,true,false,false,C0001"),
        [("5", "signed_on", "no day of the calendar")],
        400,
    ),
    "the year 22": (
        row(5, lambda there: b"7777,1,Ann Bee,1 Elm St,,,0022-03-05,true,false,false,C0001"),
        [("5", "signed_on", "no day of the calendar")],
        400,
    ),
}


@pytest.mark.parametrize("kind", UNUSABLE)
def test_lines_that_cannot_be_used_are_named_and_the_raw_count_adds_up(
    verify: Verify, petition: Path, tmp_path: Path, kind: str
) -> None:
    spoil, expected, raw = UNUSABLE[kind]
    path = petition / "lines.csv"
    path.write_bytes(spoil(path.read_bytes()))
    said = verify()
    assert said.code == 0, said.err
    found = rejects(tmp_path / "out")
    assert [(one["row"], one["column"]) for one in found] == [(at, column) for at, column, _ in expected]
    assert all(reason in one["reason"] for one, (_, _, reason) in zip(found, expected, strict=True)), found
    summary = json.loads((tmp_path / "out" / "summary.json").read_text(encoding="utf-8"))
    counted = summary["valid"] + summary["invalid"] + summary["needs_review"] + summary["rejected"]
    assert (counted, summary["raw_count"], summary["rejected"]) == (raw, raw, len(expected))


def test_a_quotation_mark_that_swallows_the_rest(verify: Verify, petition: Path, tmp_path: Path) -> None:
    path = petition / "lines.csv"
    path.write_bytes(row(5, cell(2, lambda name: b'"' + name))(path.read_bytes().replace(b'"', b"")))
    said = paragraph(verify())
    assert "row 5" in said
    assert "quotation mark" in said
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("which", ["lines", "roll"])
def test_two_encodings_in_one_file(verify: Verify, petition: Path, tmp_path: Path, verified: Path, which: str) -> None:
    path = petition / f"{which}.csv"
    good = path.read_bytes().split(b"\n")
    # An accent in UTF-8 in one row, the same letter in Latin-1 in another: the name is read alike in both.
    column = 2 if which == "lines" else 1
    for at, letter in ((2, "É".encode()), (3, b"\xc9")):
        cells = good[at].split(b",")
        cells[column] = cells[column] + b" J" + letter
        good[at] = b",".join(cells)
    path.write_bytes(b"\n".join(good))
    said = verify()
    assert said.code == 0, said.err
    assert rejects(tmp_path / "out") == rejects(verified)


def test_rolls_with_rows_that_cannot_be_used(verify: Verify, run: Run, petition: Path, tmp_path: Path) -> None:
    path = petition / "roll.csv"
    good = path.read_bytes()
    voter = good.split(b"\n")[8].split(b",")[0].decode()
    spoilt = row(5, lambda there: b",".join(there.split(b",")[:4]))(good)
    spoilt = row(7, lambda there: there[there.index(b",") :])(spoilt)
    # A day that is none: the voter stays on the roll without it.
    spoilt = row(9, lambda there: b",".join(there.split(b",")[:-3]) + b",02/30/2001,1970-02-31,Example County")(spoilt)
    path.write_bytes(spoilt)
    assert verify().code == 0
    assert [(one["file"], one["row"], one["column"]) for one in rejects(tmp_path / "out")] == [
        ("roll.csv", "5", ""), ("roll.csv", "", "voter_id"),
    ]  # fmt: skip
    said = run("roll", "import", path, "--out", tmp_path / "roll.parquet")
    assert said.code == 0, said.err
    assert "2,998 voters" in said.out
    assert "2 rows could not be used" in said.out
    cells = good.split(b"\n")[8].split(b",")
    found = run("roll", "find", tmp_path / "roll.parquet", f"{cells[1].decode()} {cells[2].decode()}")
    assert voter in found.out


DAYS: dict[str, Callable[[str, str, str], str]] = {
    "3/5/2022": lambda year, month, day: f"{int(month)}/{int(day)}/{year}",
    "03/05/22": lambda year, month, day: f"{month}/{day}/{year[2:]}",
    "03-05-2022": lambda year, month, day: f"{month}-{day}-{year}",
    "20220305": lambda year, month, day: year + month + day,
    "2022-03-05 00:00:00": lambda year, month, day: f"{year}-{month}-{day} 00:00:00",
}


@pytest.mark.parametrize("way", DAYS)
@pytest.mark.parametrize("which", ["lines", "roll"])
def test_days_written_in_another_way_change_nothing(
    verify: Verify, petition: Path, tmp_path: Path, verified: Path, which: str, way: str
) -> None:
    path = petition / f"{which}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        there = list(csv.DictReader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, there[0])
        out.writeheader()
        for voter in there:
            # A year of birth has four digits.
            days = {name for name in voter if name.endswith("_on") or (name == "birth_date" and way != "03/05/22")}
            out.writerow(
                {name: DAYS[way](*said.split("-")) if said and name in days else said for name, said in voter.items()}
            )
    assert verify().code == 0
    assert (tmp_path / "out" / "dispositions.csv").read_bytes() == (verified / "dispositions.csv").read_bytes()


def test_a_column_of_days_of_which_none_is_understood(verify: Verify, run: Run, petition: Path, tmp_path: Path) -> None:
    """Taken for unknown days they would find nobody registered too late, and nobody would know."""
    path = petition / "roll.csv"
    path.write_text(re.sub(r"\b(\d{4})-(\d\d)-(\d\d)\b", r"\3.\2.\1", path.read_text("utf-8")), encoding="utf-8")
    for said in (verify(), run("roll", "import", path, "--out", tmp_path / "roll.parquet")):
        told = paragraph(said)
        assert all(word in told for word in (str(path), "column status_on", "YYYY-MM-DD", "Export")), told
    assert [entry.name for entry in tmp_path.iterdir()] == ["petition"]


def test_one_number_for_two_voters(verify: Verify, run: Run, petition: Path, tmp_path: Path) -> None:
    path = petition / "roll.csv"
    rows = path.read_bytes().split(b"\n")
    with (petition / "truth.csv").open(encoding="utf-8", newline="") as file:
        signer = next(line["voter_id"] for line in csv.DictReader(file) if line["voter_id"] and not line["ground"])
    at = next(number for number, there in enumerate(rows) if there.startswith(signer.encode()))
    twice = [*rows[:at], rows[at], *rows[at:]]
    path.write_bytes(b"\n".join(twice))
    same = verify()
    assert same.code == 0, same.err
    summary = json.loads((tmp_path / "out" / "summary.json").read_text(encoding="utf-8"))
    assert summary["raw_count"] == 400
    twice[at] = b",".join([*twice[at].split(b",")[:2], b"SOMEBODY", *twice[at].split(b",")[3:]])
    path.write_bytes(b"\n".join(twice))
    for said in (verify("--overwrite"), run("roll", "import", path, "--out", tmp_path / "roll.parquet")):
        told = paragraph(said)
        assert all(word in told for word in (str(path), "voter_id", f"{signer} (2 times)")), told
    assert not (tmp_path / "roll.parquet").exists()
