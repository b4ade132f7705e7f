"""The outlook's calibration: a small run of the benchmark, and the page that tells of the large one."""

from __future__ import annotations

import numpy as np
from benchmarks.campaign import brier, column, inside, measured
from benchmarks.campaign_page import PAGE, kept, page


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(kept()), "run python -m benchmarks.campaign_page"


def test_what_was_promised_is_kept_by_the_large_run() -> None:
    """The aim: 90 % intervals hold 87 to 93 % of at least 1,000 campaigns; better than both naive forecasts."""
    rows = kept()
    assert len(rows) >= 1_000
    assert 0.87 <= inside(rows, "raw") <= 0.93
    assert 0.87 <= inside(rows, "distinct") <= 0.93
    assert brier(rows, "chance") < brier(rows, "chance_straight_line") < brier(rows, "chance_naive")


def test_a_small_run_on_another_seed() -> None:
    """60 campaigns: the standard error of a coverage of 90 % is 3.9 points; a run is allowed three of them."""
    rows = [measured(number, 7) for number in range(60)]
    assert inside(rows, "raw") >= 0.9 - 0.117
    assert inside(rows, "distinct") >= 0.9 - 0.117
    assert brier(rows, "chance") < brier(rows, "chance_naive")
    assert np.all((column(rows, "chance") >= 0) & (column(rows, "chance") <= 1))
