"""The worked example: the page says what is computed today, and what is computed is what became known later."""

from __future__ import annotations

import pytest
from tools.la_2022 import COUNTED_VALID, DAYS, IMAGES, PAGE, Said, page, read, said, with_checks

from suffice.outlook.campaign import Campaign
from suffice.report.outlook_charts import collection_chart


@pytest.fixture(scope="module")
def campaign() -> Campaign:
    return read()


@pytest.fixture(scope="module")
def days(campaign: Campaign) -> list[Said]:
    return said(campaign)


def test_the_page_is_current(campaign: Campaign, days: list[Said]) -> None:
    assert PAGE.read_text(encoding="utf-8") == page(campaign, days), "run python tools/la_2022.py"


def test_the_chart_is_current(days: list[Said]) -> None:
    drawn = (IMAGES / "la-2022-collection.svg").read_text(encoding="utf-8")
    assert drawn == collection_chart(days[1].before), "run python tools/la_2022.py"


def test_the_break_even_of_the_press(days: list[Said]) -> None:
    """566,857 less 500,000 of 3.6 million: 1.9 %, and more once lines that do not count are allowed for."""
    mail = days[0].before.mail
    assert mail is not None
    press, half, *_ = mail.break_even
    assert press.missing == 66_857
    assert press.response == pytest.approx(0.0186, abs=0.0001)
    assert half.response is not None
    assert half.response > 0.04


def test_it_never_felt_safe(days: list[Said]) -> None:
    for one in days:
        assert one.before.at_deadline is not None
        assert one.before.at_deadline.chance_full_count < 0.5
        assert one.before.at_deadline.distinct_valid.low < COUNTED_VALID < one.before.at_deadline.distinct_valid.high


def test_ten_thousand_lines_would_have_told(campaign: Campaign) -> None:
    """520,050 in the full count lies within the interval of a look at 10,000 lines on the day of filing; the chance is gone."""
    found = with_checks(campaign, DAYS[2]).today
    assert found.distinct_valid.low < COUNTED_VALID < found.distinct_valid.high
    assert found.chance_full_count < 0.01
