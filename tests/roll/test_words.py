"""Slips are forgiven as promised, and no name that is meant is left out."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from suffice.roll.bearers import house_costs
from suffice.roll.words import NONE, SLIP, Words, allowed

WORD = st.text("ABEMRST", min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("typed", "word", "cost"),
    [
        ("SMITH", "SMITH", 0),
        ("SMI", "SMITH", 1),
        ("SMTIH", "SMITH", SLIP),
        ("SMYTH", "SMITH", SLIP),
        ("SMTI", "SMITH", SLIP + 1),
        ("SMYHT", "SMITH", NONE),
        ("RODRIGEUS", "RODRIGUEZ", 2 * SLIP),
        ("JO", "JI", NONE),
        ("JON", "JOHN", SLIP),
        ("SIM", "SMITH", NONE),
        ("SIMT", "SMITH", SLIP + 1),
        ("SMITHS", "SMITH", SLIP),
    ],
)
def test_cost(typed: str, word: str, cost: int) -> None:
    assert Words([word]).costs(typed).tolist() == [cost, NONE]


def test_slips_are_not_forgiven_where_that_is_not_asked_for() -> None:
    assert Words(["SMITH", "SMITHSON"]).costs("SMITH", forgiving=False).tolist() == [0, 1, NONE]
    assert Words(["SMITH"]).costs("SMTIH", forgiving=False).tolist() == [NONE, NONE]


@given(st.sets(WORD, min_size=1, max_size=30), st.text("ABEMRST", min_size=1, max_size=13))
@example({"ABAB", "BABA"}, "AABB")
def test_what_is_looked_at_leaves_nothing_out(words: set[str], typed: str) -> None:
    ordered = sorted(words)
    assert Words(ordered).costs(typed).tolist()[:-1] == [plainly(typed, word) for word in ordered]


def plainly(typed: str, word: str) -> int:
    """The cost by trying every beginning of the word, one after the other."""
    whole = OSA.distance(typed, word)
    begun = min(OSA.distance(typed, word[:end]) for end in range(1, len(word) + 1))
    if len(typed) == 3 and not word.startswith(typed):
        begun = whole
    return NONE if begun > allowed(typed) else SLIP * whole if whole <= begun else SLIP * begun + 1


def test_roll_without_given_names() -> None:
    assert Words([]).costs("SMITH").tolist() == [NONE]


def test_a_slip_in_a_house_number() -> None:
    houses = np.array([704, 740, 70, 714, 7044, 7004, 174, 407, -1, 7], np.int32)
    slipped = [SLIP] * 5
    assert house_costs("704", houses).tolist() == [0, *slipped, NONE, NONE, NONE, NONE]
    assert house_costs("70", houses).tolist() == [NONE, NONE, 0, *[NONE] * 7]
