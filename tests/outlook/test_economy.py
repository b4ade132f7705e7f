"""Mail and money: break-even, the next drop, the cost of a signature that counts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from suffice.outlook.forecast import outlook
from suffice.outlook.mail import Drop
from suffice.outlook.people import Circulator, Spending
from suffice.outlook.records import Check, Counts, Interval
from suffice.outlook.result import Outlook
from suffice.outlook.situation import Situation

BEGINS = date(2024, 1, 1)
AIM = Situation("Mock", "mock", 7_000, BEGINS, BEGINS + timedelta(days=100), 1_000_000)


def told(duplicates: int = 0) -> Outlook:
    before = BEGINS - timedelta(days=1)
    counts = Counts(
        tuple(
            Interval(channel, before + timedelta(days=n), before + timedelta(days=n + 1), lines)
            for channel, lines in (("paid", 50), ("mail", 10))
            for n in range(60)
        )
    )
    checks = tuple(
        Check(f"{channel}{n}", BEGINS + timedelta(days=n), channel, 100, 100, valid - duplicates, duplicates)
        for channel, valid in (("paid", 60), ("mail", 90))
        for n in range(20)
    )
    back = tuple((BEGINS + timedelta(days=n), 10) for n in range(5, 60))
    drops = (Drop("A", BEGINS, 20_000, 11_000.0, back), Drop("B", None, 5_000, None))
    money = [Spending(BEGINS, "paid", 21_000.0), Spending(BEGINS + timedelta(days=90), "paid", 1e6)]
    people = [Circulator("Lee", "paid", "paid", 6.0), Circulator("Ortiz", "volunteer", "volunteers", 0.0)]
    return outlook(AIM, counts, checks, drops=drops, money=money, circulators=people)


def test_break_even_is_what_is_missing_of_all_pieces() -> None:
    said = told().mail
    assert said is not None
    assert (said.pieces, said.lines) == (25_000, 550)
    naive, half, _, safe, _ = said.break_even
    # 7,000 required less 3,600 lines in hand, of 25,000 pieces.
    assert (naive.missing, naive.response) == (3_400, pytest.approx(0.136))
    assert half.missing is not None
    assert safe.missing is not None
    # 3,000 lines at 60 % and 600 at 90 % count 2,340: more is missing than the lines say.
    assert safe.missing > half.missing > 3_400


def test_drops_tell_their_response() -> None:
    said = told().mail
    assert said is not None
    first, second = said.drops
    assert first.response_so_far == pytest.approx(550 / 20_000)
    assert first.response is not None
    assert first.response.low >= first.response_so_far
    assert first.cost_per_line == pytest.approx(20.0)
    assert (second.response, second.to_come, second.cost_per_line) == (None, None, None)
    assert said.next_drop.cost == pytest.approx(5_500)
    assert 50 < said.next_drop.lines.middle < 400
    assert said.next_drop.signatures.middle < said.next_drop.lines.middle


def test_a_signature_costs_more_than_a_line() -> None:
    """Paid: 6 dollars a line by the usual rate, 60 % valid, hardly a duplicate: 10 dollars. Later money is not known yet."""
    costs = {one.channel: one for one in told().costs}
    paid = costs["paid"]
    assert (paid.spent, paid.a_line, paid.basis) == (21_000, 6.0, "the usual rate for a line")
    assert paid.a_signature is not None
    assert paid.a_signature.middle == pytest.approx(10.0, rel=0.06)
    assert list(costs) == ["paid", "mail"]
    assert costs["mail"].spent == 11_000


def test_duplicates_make_every_further_signature_dearer() -> None:
    clean, twice = (next(one for one in told(many).costs if one.channel == "paid").a_signature for many in (0, 10))
    assert clean is not None
    assert twice is not None
    assert twice.middle > 1.1 * clean.middle
