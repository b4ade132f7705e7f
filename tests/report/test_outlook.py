"""The page that `suffice outlook` leaves behind."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from suffice.outlook.forecast import outlook
from suffice.outlook.records import Check, Counts, Interval
from suffice.outlook.result import Outlook
from suffice.outlook.situation import Situation
from suffice.report.outlook import outlook_page
from suffice.report.sureness import answer, percent

BEGINS = date(2024, 1, 1)
AIM = Situation("<b>Mock</b>", "mock", 7_000, BEGINS, BEGINS + timedelta(days=100), 70_000)


def told(days: int = 50, lines: int = 90, checks: int = 9) -> Outlook:
    before = BEGINS - timedelta(days=1)
    counts = tuple(
        Interval(channel, before + timedelta(days=n), before + timedelta(days=n + 1), lines // part)
        for channel, part in (("paid", 1), ("mail & <more>", 3))
        for n in range(days)
    )
    made = tuple(Check(f"B{n}", BEGINS + timedelta(days=n), "paid", 100, 100, 80, 1) for n in range(checks))
    return outlook(AIM, Counts(counts), made)


@pytest.fixture(scope="module")
def page() -> str:
    return outlook_page(told())


def test_the_page_needs_nothing_from_outside(page: str) -> None:
    assert not re.search(r'(?:src|href|url)\s*[=(]\s*["\']?(?:https?:)?//', page)
    assert "<script" not in page


def test_all_charts_stand_there(page: str) -> None:
    assert page.count("<svg") == 5
    for words in (
        "7,000 valid signatures required",
        "a straight line",
        "second copies",
        "Collection against the requirement",
    ):
        assert words in page
    assert "e+" not in re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL).replace("d+e+", "")


def test_words_of_the_campaign_are_text(page: str) -> None:
    assert "<b>Mock</b>" not in page
    assert "mail & <more>" not in page
    assert "mail &amp; &lt;more&gt;" in page


def test_the_same_outlook_gives_the_same_bytes() -> None:
    found = told(days=20, checks=3)
    assert outlook_page(found) == outlook_page(found)


def test_a_campaign_without_a_line_has_a_page_too() -> None:
    said = outlook_page(told(days=5, lines=0, checks=0))
    assert "Nothing can be said yet" in said
    assert "No line has come in yet" in said


def test_no_forecast_is_certain() -> None:
    assert [percent(one) for one in (0.0, 0.004, 0.5, 0.996, 1.0)] == ["< 1 %", "< 1 %", "50 %", "> 99 %", "> 99 %"]


def test_the_answer_names_the_missing_lines() -> None:
    found = told()
    safe = next(one for one in found.cushions if one.chance == 0.95)
    assert f"95 % safe at {safe.raw:,} lines; {safe.missing:,} are missing." in answer(found)
