"""A campaign's tables: what is understood, and what is refused with file, row and column."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from suffice.errors import InputError
from suffice.outlook.records import read_checks, read_counts

BEGINS, DEADLINE = date(2022, 1, 27), date(2022, 7, 6)


def written(folder: Path, text: str) -> Path:
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_totals_count_from_the_beginning(tmp_path: Path) -> None:
    counts = read_counts(written(tmp_path, 'Date,Total\n2022-05-30,"500,000"\n2022-06-14,566857\n'), BEGINS, DEADLINE)
    first, second = counts.intervals
    # 27 January to 30 May, both included: 5 + 28 + 31 + 30 + 30 days.
    assert (first.days, first.lines) == (124, 500_000)
    assert (second.days, second.lines) == (15, 66_857)
    assert counts.lines() == 566_857


def test_new_lines_of_a_channel_that_starts_later(tmp_path: Path) -> None:
    rows = "date,channel,lines\n2022-03-01,mail,10\n2022-03-02,mail,12\n2022-02-01,paid,5\n2022-02-02,paid,6\n"
    counts = read_counts(written(tmp_path, rows), BEGINS, DEADLINE)
    assert counts.channels == ("mail", "paid")
    assert [one.days for one in counts.intervals] == [1, 1, 1, 1]
    assert (counts.lines("mail"), counts.lines("paid")) == (22, 11)
    assert counts.until(date(2022, 2, 28)).lines() == 11


def test_rows_out_of_order_are_put_in_order_and_said_so(tmp_path: Path) -> None:
    counts = read_counts(written(tmp_path, "date,total\n2022-03-02,20\n2022-03-01,10\n"), BEGINS, DEADLINE)
    assert [one.lines for one in counts.intervals] == [10, 10]
    assert "put in order" in counts.caveats[0]


@pytest.mark.parametrize(
    ("text", "row", "column", "said"),
    [
        ("date,total\n2022-03-01,20\n2022-03-02,10\n", 3, "total", "goes down"),
        ("date,lines\n2022-03-01,20\n2022-03-01,10\n", 3, "date", "two rows"),
        ("date,lines\n2022-07-07,20\n", 2, "date", "after the last day to file"),
        ("date,lines\n2022-01-26,20\n", 2, "date", "before circulation"),
        ("date,lines\n2022-02-30,20\n", 2, "date", "no day"),
        ("date,lines\n2022-02-20,-3\n", 2, "lines", "no whole number"),
        ("date,lines\n2022-02-20,\n", 1, None, "either new lines or totals"),
        ("date,lines\n2022-02-20,5\n2022-02-21,\n", 3, "lines", "empty"),
        ("date,lines\n2022-02-20,5,6\n", 2, None, "more cells"),
        ("date,lins\n2022-02-20,5\n", 1, "lins", "Did you mean lines"),
        ("date,date,lines\n2022-02-20,1,5\n", 1, "date", "twice"),
        ("lines\n5\n", 1, "date", "needs this column"),
        ("date,lines\n", None, None, "no row"),
    ],
)
def test_counts_that_cannot_be_used(tmp_path: Path, text: str, row: int, column: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        read_counts(written(tmp_path, text), BEGINS, DEADLINE)
    assert caught.value.file == str(tmp_path / "table.csv")
    assert (caught.value.row, caught.value.column) == (row, column)


def test_checks_in_the_order_of_their_days(tmp_path: Path) -> None:
    text = "batch,date,channel,lines,checked,valid,duplicates\nB2,2022-03-02,paid,500,50,40,1\nB1,2022-03-01,paid,,20,15,0\n"
    first, second = read_checks(written(tmp_path, text))
    assert (first.batch, first.lines, first.valid_lines) == ("B1", 20, 15)
    assert (second.batch, second.lines, second.valid_lines) == ("B2", 500, 41)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("B,2022-03-01,10,11,5,0", "More lines were checked"),
        ("B,2022-03-01,10,10,9,2", "more than the lines checked"),
        ("B,2022-03-01,10,10,9,1\nB,2022-03-02,10,10,9,1", "stands twice"),
    ],
)
def test_checks_that_contradict_themselves(tmp_path: Path, row: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_checks(written(tmp_path, f"batch,date,lines,checked,valid,duplicates\n{row}\n"))
