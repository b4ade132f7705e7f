"""Mock campaigns: consistent with themselves, the same for the same seed; and the mail that part of them lives on."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from suffice.errors import InputError
from suffice.outlook.campaign import Tables, read_campaign
from suffice.outlook.mail import Drop, draw_drops, known_by, read_mail
from suffice.outlook.mock_campaign import make_campaign
from suffice.outlook.mock_files import make_mock_campaign
from suffice.outlook.shape import Shape
from suffice.outlook.situation import Situation

BEGINS = date(2024, 1, 8)
AIM = Situation("Mock", "mock", 4_000, BEGINS, BEGINS + timedelta(days=99), 40_000)


@pytest.mark.parametrize("shape", Shape)
def test_the_records_are_those_of_the_lines(shape: Shape) -> None:
    made = make_campaign(AIM, shape, 5)
    last = made.day_number(AIM.deadline)
    assert made.counts.lines() == len(made.lines.day)
    assert made.lines.distinct(last) <= made.lines.valid(last) <= len(made.lines.day)
    assert sum(drop.lines for drop in made.drops) == made.counts.lines("mail")
    assert sum(check.lines for check in made.checks) in (0, len(made.lines.day))
    for check in made.checks:
        assert 0 < check.checked <= check.lines
        assert check.valid_lines <= check.checked


def test_a_campaign_that_checks_every_line_knows_its_end() -> None:
    made = next(
        one for one in (make_campaign(AIM, Shape.STEADY, seed) for seed in range(60))
        if one.checks and all(check.checked == check.lines for check in one.checks)
    )  # fmt: skip
    last = made.day_number(AIM.deadline)
    assert sum(check.valid for check in made.checks) == made.lines.distinct(last)
    assert sum(check.valid_lines for check in made.checks) == made.lines.valid(last)


def test_the_shapes_are_what_they_are_called() -> None:
    """The share of the lines that come in the last fifth of the days, on the average of 12 campaigns."""
    late = {
        shape: float(np.mean([np.mean(make_campaign(AIM, shape, seed).lines.day >= 80) for seed in range(12)]))
        for shape in (Shape.STEADY, Shape.LATE_SURGE, Shape.COLLAPSE)
    }
    assert late[Shape.COLLAPSE] < late[Shape.STEADY] < late[Shape.LATE_SURGE]


def test_the_files_are_read_back_as_they_are(tmp_path: Path) -> None:
    made = make_mock_campaign(tmp_path, Shape.MAIL_WAVE, 60_000, 3)
    tables = Tables(
        *(
            tmp_path / f"{name}.csv"
            for name in ("counts", "checks", "mail", "circulators", "sections", "money", "timeline")
        )
    )
    read = read_campaign(tmp_path / "petition.toml", tables)
    # Elections Code 11220 and 11221: 50,000 to 99,999 voters, 160 days and 15 %.
    assert read.situation.required == 9_000
    assert (read.situation.deadline - read.situation.begins).days == 160
    assert read.counts.lines() == len(made.lines.day)
    assert sum(drop.lines for drop in read.drops) == read.counts.lines("mail")
    assert len(read.checks) == len(made.checks)
    assert sum(section.lines for section in read.sections) == int(np.count_nonzero(made.lines.circulator >= 0))
    assert json.loads((tmp_path / "truth.json").read_text(encoding="utf-8"))["raw"] == read.counts.lines()


def written(folder: Path, text: str) -> Path:
    path = folder / "mail.csv"
    path.write_text("drop,date,pieces,lines,cost\n" + text, encoding="utf-8")
    return path


def test_drops_and_what_came_back(tmp_path: Path) -> None:
    one, two = read_mail(
        written(tmp_path, 'A,2024-02-01,"10,000",,"$5,500.00"\nB,,3600000,,\nA,2024-02-09,,120,\nA,2024-02-08,,80,\n')
    )
    assert (one.lines, one.cost, one.returns[0]) == (200, 5_500.0, (date(2024, 2, 8), 80))
    assert (two.mailed_on, two.lines, two.cost) == (None, 0, None)
    assert [drop.name for drop in known_by((one, two), date(2024, 2, 8), planned=False)] == ["A", "B"]
    assert known_by((one, two), date(2024, 2, 8), planned=False)[0].lines == 80
    assert known_by((one, two), date(2024, 1, 8), planned=False) == (two,)


@pytest.mark.parametrize(
    ("text", "row", "said"),
    [
        ("A,2024-02-01,100,,\nA,2024-01-31,,5,\n", 3, "came back before it was mailed"),
        ("A,2024-02-01,100,,\nB,2024-02-03,,5,\n", 3, "never mailed"),
        ("A,2024-02-01,100,,\nA,2024-02-03,100,,\n", 3, "mailed twice"),
        ("A,2024-02-01,0,,\n", 2, "no pieces"),
        ("A,2024-02-01,100,,\nA,2024-02-03,,1001,\n", 3, "than its pieces can hold"),
        ("A,2024-02-01,,,50\n", 2, "neither pieces nor lines"),
    ],
)
def test_mail_that_cannot_be(tmp_path: Path, text: str, row: int, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        read_mail(written(tmp_path, text))
    assert caught.value.row == row


def test_an_old_drop_is_spent_and_a_fresh_one_is_not() -> None:
    today = date(2024, 4, 1)
    back = tuple((date(2024, 1, 1) + timedelta(days=n), 50) for n in range(4, 24))
    old = Drop("A", date(2024, 1, 1), 50_000, None, back)
    fresh = Drop("B", today - timedelta(days=1), 50_000, None)
    to_come = draw_drops((old, fresh), today, today + timedelta(days=60), np.random.default_rng(1), 4_000, 9).to_come
    assert float(np.median(to_come[0].sum(axis=1))) < 30
    # The old drop brought 2 %: the fresh one is believed to bring about as much.
    assert 400 < float(np.median(to_come[1].sum(axis=1))) < 1_600


def test_no_response_yet_is_no_response_of_nothing() -> None:
    """A drop mailed yesterday with no line back is expected to bring what the belief says, with a wide range."""
    today = date(2024, 4, 1)
    fresh = Drop("A", today - timedelta(days=1), 100_000, None)
    lines = (
        draw_drops((fresh,), today, today + timedelta(days=90), np.random.default_rng(2), 4_000, 13)
        .to_come[0]
        .sum(axis=1)
    )
    low, middle, high = np.quantile(lines, (0.05, 0.5, 0.95))
    assert low < 700
    assert 800 < middle < 3_000
    assert high > 4_000
