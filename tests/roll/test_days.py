"""How the days in files are read; what is written and what is meant, by hand."""

from __future__ import annotations

from datetime import date

import pytest

from suffice.engine import connect

MARCH_5 = date(2022, 3, 5)
SAID = [
    ("2022-03-05", MARCH_5),
    ("2022-3-5", MARCH_5),
    ("2022-03-05 10:20:00", MARCH_5),
    ("3/5/2022", MARCH_5),
    ("03/05/2022 12:00:00 AM", MARCH_5),
    ("03-05-2022", MARCH_5),
    (" 03/05/22 ", MARCH_5),
    ("3-5-22", MARCH_5),
    ("20220305", MARCH_5),
    ("03052022", MARCH_5),
    ("12/31/49", date(2049, 12, 31)),
    ("12/31/50", date(1950, 12, 31)),
    ("1800-01-01", date(1800, 1, 1)),
    ("", None),
    (None, None),
    ("0022-03-05", None),
    ("22-03-05", None),
    ("02/30/2022", None),
    ("13/05/2022", None),
    ("31.12.2022", None),
    ("00/00/0000", None),
    ("March 5, 2022", None),
    ("44625", None),
]


@pytest.mark.parametrize(("said", "meant"), SAID)
def test_a_day(said: str | None, meant: date | None) -> None:
    with connect(1) as connection:
        assert connection.execute("SELECT day_said($said, 50)", {"said": said}).fetchall() == [(meant,)]


def test_a_birth_in_a_year_of_two_digits_is_not_guessed() -> None:
    """Who was born in 05 is a hundred years old or not yet of age."""
    with connect(1) as connection:
        born = connection.sql("SELECT day_said('01/02/05', NULL), day_said('01/02/1905', NULL)").fetchall()
    assert born == [(None, date(1905, 1, 2))]
