"""Slips of people who type and of machines that read."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA, Levenshtein

from suffice.mock.draw import apportioned, stream
from suffice.mock.slips import misheard, misread, mistaken, typed
from suffice.mock.text import Text
from suffice.mock.words import ordinal

TEXTS = pa.array(["ROSEMARY O'BRIEN-PEÑA", "704 1/2 W 5TH ST APT 12", "PORT MERIDIAN", "90210", None, ""] * 3_000)


@given(st.lists(st.one_of(st.none(), st.text(st.characters(max_codepoint=0x7FF), max_size=12)), min_size=1))
def test_a_column_survives_becoming_characters(texts: list[str | None]) -> None:
    assert Text.of(pa.array(texts, pa.string())).column().to_pylist() == texts


@pytest.mark.parametrize(
    ("written", "titled"), [("MARY ANN O'NEIL", "Mary Ann O'Neil"), ("5TH ST", "5th St"), ("PEÑA", "Peña"), ("", "")]
)
def test_titled(written: str, titled: str) -> None:
    text = Text.of(pa.array([written, written]))
    text.titled(np.array([True, False]))
    assert text.column().to_pylist() == [titled, written]


@pytest.mark.parametrize("slip", [typed, mistaken])
def test_one_slip_in_as_many_texts_as_asked(slip: type(typed)) -> None:  # type: ignore[valid-type]
    wrong = slip(stream(1, "test"), TEXTS, 0.05).to_pylist()
    changed = [(one, other) for one, other in zip(TEXTS.to_pylist(), wrong, strict=True) if one != other]
    long = sum(len(text or "") > 2 for text in TEXTS.to_pylist())
    assert 0.035 < len(changed) / long < 0.055
    assert all(OSA.distance(one, other) == 1 for one, other in changed)


@given(
    st.lists(st.text(st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789'-ÑÉ"), max_size=9), min_size=1),
    st.integers(0, 99),
)
def test_a_typing_slip_is_one_edit(texts: list[str], seed: int) -> None:
    for one, other in zip(texts, typed(stream(seed, "test"), pa.array(texts), 1.0).to_pylist(), strict=True):
        assert OSA.distance(one, other) <= 1


def test_words_written_as_they_sound() -> None:
    heard = misheard(stream(1, "test"), pa.array(["PHILIP", "CK", None, "90210"] * 500), 0.5).to_pylist()
    assert {"PHILIP", "PHYLIP", "PHILLIP"} <= set(heard)
    assert set(heard) - {"PHILIP", "CK", None, "90210"} <= {"PHYLIP", "PHILYP", "PHILLIP", "PILIP", "CC"}
    assert {heard[at] for at in range(2, 2_000, 4)} == {None}
    changed = sum(text != "PHILIP" for text in heard[::4])
    assert 200 < changed < 300


def test_a_machine_reads_12_per_cent_of_characters_wrong() -> None:
    wrong = misread(stream(1, "test"), TEXTS)
    edits = letters = 0
    for one, other in zip(TEXTS.to_pylist(), wrong.to_pylist(), strict=True):
        assert (one is None) == (other is None)
        edits += Levenshtein.distance(one or "", other or "")
        letters += len((one or "").replace(" ", ""))
    assert 0.11 < edits / letters < 0.13


@pytest.mark.parametrize(
    ("number", "name"),
    [(1, "1ST"), (2, "2ND"), (3, "3RD"), (4, "4TH"), (11, "11TH"), (12, "12TH"), (113, "113TH"), (122, "122ND")],
)
def test_ordinal(number: int, name: str) -> None:
    assert ordinal(number) == name


def test_apportioned_by_largest_remainder() -> None:
    # 10 x (0.55, 0.28, 0.17) = 5.5, 2.8, 1.7: the two left go to the remainders .8 and .7.
    assert apportioned(10, [55, 28, 17]).tolist() == [5, 3, 2]


@given(st.integers(0, 10_000), st.lists(st.integers(0, 100), min_size=1).filter(any))
def test_apportioned_adds_up(total: int, weights: list[int]) -> None:
    shares = apportioned(total, weights)
    assert shares.sum() == total
    assert (abs(shares - np.array(weights) / sum(weights) * total) < 1).all()
