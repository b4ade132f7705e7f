"""The parts of the outlook against values found by hand or by another way."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from suffice.law.profiles import load
from suffice.outlook.belief import PUBLISHED, Belief
from suffice.outlook.chance import Truths, chance_under_full_count, chances_under_sample
from suffice.outlook.cushion import cushions, lines_needed
from suffice.outlook.duplicates import believed_rate, draw_pair_rate, second_copies, straight_line_copies
from suffice.outlook.pace import PaceBelief, blocks, days_to_come, future, level, week_shares
from suffice.outlook.records import Check, Interval
from suffice.outlook.validity import clusters_of, draw_validity

DAY = date(2022, 3, 1)


def check(batch: str, checked: int, valid: int, duplicates: int = 0, channel: str = "paid", lines: int = 0) -> Check:
    return Check(batch, DAY, channel, lines or checked, checked, valid, duplicates)


def daily(lines: list[int], channel: str = "paid") -> list[Interval]:
    return [Interval(channel, DAY + timedelta(days=n - 1), DAY + timedelta(days=n), one) for n, one in enumerate(lines)]


def test_the_belief_is_los_angeles() -> None:
    """law.md 1.1: 520,050 valid and 43,593 duplicates of 715,833 lines; 5,668,569 registered."""
    belief = Belief()
    assert belief.validity == pytest.approx((520_050 + 43_593) / 715_833)
    rate = believed_rate(belief, 566_857, 5_668_569)
    assert float(second_copies(np.array([563_643.0]), np.array([rate]))[0]) == pytest.approx(43_593, abs=1)
    assert believed_rate(belief, 566_857, None) == pytest.approx(rate)
    assert all(0 < petition.share < 1 and petition.source for petition in PUBLISHED)


def test_twice_the_lines_hold_four_times_the_duplicates() -> None:
    rate = np.array([1e-7])
    once, twice = (float(second_copies(np.array([lines]), rate)[0]) for lines in (100_000.0, 200_000.0))
    assert twice / once == pytest.approx(4, rel=1e-4)


def test_pairs_found_tell_the_rate() -> None:
    """400 pairs among 10,000 valid lines checked: r is 400 / (10,000 x 9,999 / 2) but for the belief's one pair."""
    rate = draw_pair_rate([check("B", 12_000, 9_600, 400)], 1e-9, Belief(), np.random.default_rng(1), 20_000)
    # The belief adds a pair and, at 1e-9, a thousand million pairs looked at.
    assert float(rate.mean()) == pytest.approx(401 / (10_000 * 9_999 / 2 + 1e9), rel=0.01)


def test_a_straight_line_misses_most_duplicates() -> None:
    """The sample of Los Angeles, 109 pairs among 28,092 valid lines: a straight line sees 2,187 of 43,593."""
    seen = [check("B", 35_793, 27_983, 109)]
    assert float(straight_line_copies(seen, np.array([563_643.0]))[0]) == pytest.approx(2_187, abs=1)


def test_one_cluster_checked_is_a_beta_binomial() -> None:
    """With a belief spread evenly and batches all alike, 80 valid of 100 is beta(81, 21), as in any textbook."""
    even = Belief(validity=0.5, validity_lines=2, channel_lines=20_000, batch_lines=2_000, batch_spread=0.01)
    found = draw_validity([check("B", 100, 80)], {"paid": 100}, even, np.random.default_rng(2), 40_000)
    share = found.channels["paid"].share
    expected = stats.beta(81, 21)
    assert float(share.mean()) == pytest.approx(expected.mean(), abs=0.004)
    assert float(share.std()) == pytest.approx(expected.std(), abs=0.004)
    assert set(found.channels["paid"].in_hand) == {80.0}


def test_small_batches_are_drawn_to_the_others() -> None:
    checks = [check(f"B{n}", 200, 150) for n in range(20)] + [check("X", 4, 0, channel="mail")]
    found = draw_validity(checks, {"paid": 4_000, "mail": 4}, Belief(), np.random.default_rng(3), 4_000)
    assert float(found.channels["paid"].share.mean()) == pytest.approx(0.75, abs=0.02)
    assert 0.45 < float(found.channels["mail"].share.mean()) < 0.72


def test_unequal_batches_make_the_rest_less_sure() -> None:
    alike = [check(f"B{n}", 100, 75, lines=1_000) for n in range(10)]
    unlike = [check(f"B{n}", 100, 55 if n % 2 else 95, lines=1_000) for n in range(10)]
    spreads = []
    for checks in (alike, unlike):
        found = draw_validity(checks, {"paid": 30_000}, Belief(), np.random.default_rng(4), 4_000)
        spreads.append(float(found.channels["paid"].in_hand.std()))
    assert spreads[1] > 1.5 * spreads[0]


def test_circulators_are_clusters() -> None:
    checks = [Check(str(n), DAY, "paid", 50, 50, 40, 0, circulator="Lee" if n < 3 else "Ortiz") for n in range(5)]
    assert [(one.lines, one.valid) for one in clusters_of(checks)["paid"]] == [(150, 120), (100, 80)]


def test_days_are_gathered_into_weeks_from_the_last_back() -> None:
    found = blocks(daily([1] * 17), DAY + timedelta(days=16))
    assert [(one.days, one.lines, one.ended) for one in found] == [(3, 3, 14), (7, 7, 7), (7, 7, 0)]


def test_a_steady_campaign_goes_on() -> None:
    intervals = daily([100] * 70)
    today = intervals[-1].until
    now = level(blocks(intervals, today), PaceBelief())
    assert now is not None
    assert now.lines_a_day == pytest.approx(100, rel=0.05)
    stretches = days_to_come(week_shares(intervals), today, today + timedelta(days=28))
    assert list(stretches) == pytest.approx([7, 7, 7, 7])
    rng = np.random.default_rng(5)
    more = future(now, stretches, PaceBelief(), rng, rng.standard_normal((4_000, 4))).sum(axis=1)
    assert float(np.median(more)) == pytest.approx(2_800, rel=0.05)


def test_few_days_are_wider_than_many() -> None:
    widths = []
    for days in (7, 140):
        intervals = daily([100] * days)
        now = level(blocks(intervals, intervals[-1].until), PaceBelief())
        assert now is not None
        rng = np.random.default_rng(6)
        more = future(now, np.full(8, 7.0), PaceBelief(), rng, rng.standard_normal((4_000, 8))).sum(axis=1)
        low, high = np.quantile(more, (0.05, 0.95))
        widths.append(float(high - low))
    assert widths[0] > 1.3 * widths[1]


def test_no_line_no_pace() -> None:
    assert level(blocks(daily([0] * 20), DAY), PaceBelief()) is None


def test_saturdays_of_a_weekend_campaign() -> None:
    lines = [700 if (DAY + timedelta(days=n)).weekday() == 5 else 0 for n in range(70)]
    shares = week_shares(daily(lines))
    assert shares[5] > 0.9
    # 1 March 2022 was a Tuesday: three days without a Saturday. Ten weeks seen against one even week: 3/7 of 7 days / 11.
    assert float(days_to_come(shares, DAY, DAY + timedelta(days=3)).sum()) == pytest.approx(3 / 11)


def certain(raw: float, valid: float, rate: float = 0.0, draws: int = 20_000) -> Truths:
    return Truths(*(np.full(draws, value) for value in (raw, valid, rate)))


def test_a_known_petition_suffices_or_not() -> None:
    assert chance_under_full_count(certain(1_000, 700), 700) == 1
    assert chance_under_full_count(certain(1_000, 700), 701) == 0


def test_the_sample_of_a_known_petition() -> None:
    """Los Angeles as it was: below the requirement, and its sample of 5 % all but surely asks for every line.

    law.md 1.2: 109 pairs expected, and 131 would have made it insufficient: two deviations of a Poisson count away.
    """
    rate = 2 * 43_593 / (563_643.0 * 563_642.0)
    rule = load("us-ca-local-recall", date(2022, 1, 27)).sample
    assert rule is not None
    said = chances_under_sample(certain(715_833, 563_643, rate), 566_857, rule, np.random.default_rng(7))
    assert said.sufficient == 0
    assert said.full_count + said.insufficient == pytest.approx(1)
    assert 0.01 < said.insufficient < 0.12
    assert said.suffices_in_the_end == 0


def test_lines_needed_by_hand() -> None:
    """Half of the lines valid and no duplicates: 1,000 signatures need 2,000 lines, in hand or to come."""
    one = np.array([0.5])
    none = np.array([0.0])
    assert float(lines_needed(1_000, 400, np.array([200.0]), one, none)[0]) == pytest.approx(2_000)
    assert float(lines_needed(1_000, 4_000, np.array([2_000.0]), one, none)[0]) == pytest.approx(2_000)
    # A pool so small that no number of lines holds 1,000 different signers.
    assert np.isinf(lines_needed(1_000, 400, np.array([200.0]), one, np.array([0.001]))[0])


@settings(max_examples=50, deadline=None)
@given(st.integers(100, 100_000), st.floats(0.3, 0.95), st.floats(0, 0.4))
def test_the_lines_needed_are_just_enough(required: int, share: float, crowding: float) -> None:
    rate = np.array([crowding / required])
    needed = lines_needed(required, 0, np.array([0.0]), np.array([share]), rate)
    valid = needed * share
    assert float((valid - second_copies(valid, rate))[0]) == pytest.approx(required, rel=1e-3)


def test_the_cushion_says_by_when() -> None:
    needed = np.arange(1.0, 101.0) * 10
    half, _, safe, _ = cushions(needed, 500, 20.0, date(2022, 6, 1), date(2022, 6, 11))
    assert (half.raw, half.missing, half.reached_on) == (510, 10, date(2022, 6, 2))
    assert (safe.raw, safe.missing, safe.lines_a_day, safe.reached_on) == (960, 460, 46.0, None)
