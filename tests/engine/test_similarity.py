"""Spark's similarity is DuckDB's, wherever a threshold could see a difference."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import suffice
from suffice.engine.similarity import damerau_levenshtein, jaro_winkler_similarity

WORD = st.text("ABCDE12", max_size=12)
PAIRS = st.lists(st.tuples(WORD, WORD), min_size=1, max_size=60)
BOUND = re.compile(r"jaro_winkler_similarity\(.*?\) (?:>=|<) (0\.\d+)")


def by_duckdb(function: str, pairs: list[tuple[str, str]]) -> list[float]:
    with duckdb.connect() as connection:
        connection.register("pair", pa.table({"one": [one for one, _ in pairs], "other": [two for _, two in pairs]}))
        return [row[0] for row in connection.sql(f"SELECT {function}(one, other) FROM pair").fetchall()]


def bounds() -> list[float]:
    """Every bound for likeness that stands in the SQL steps."""
    texts = [path.read_text(encoding="utf-8") for path in Path(suffice.__file__).parent.glob("*/sql/*.sql")]
    return sorted({float(found) for text in texts for found in BOUND.findall(text)})


@settings(deadline=None)
@given(PAIRS)
def test_jaro_winkler(pairs: list[tuple[str, str]]) -> None:
    one, other = pa.array([one for one, _ in pairs]), pa.array([two for _, two in pairs])
    ours, theirs = jaro_winkler_similarity(one, other).to_pylist(), by_duckdb("jaro_winkler_similarity", pairs)
    assert ours == pytest.approx(theirs, abs=1e-12)
    for bound in bounds():
        assert [alike >= bound for alike in ours] == [alike >= bound for alike in theirs]


@settings(deadline=None)
@given(PAIRS)
def test_damerau_levenshtein(pairs: list[tuple[str, str]]) -> None:
    one, other = pa.array([one for one, _ in pairs]), pa.array([two for _, two in pairs])
    assert damerau_levenshtein(one, other).to_pylist() == by_duckdb("damerau_levenshtein", pairs)


def test_what_is_missing_stays_missing() -> None:
    one, other = pa.array(["A", None, "A"]), pa.array(["A", "A", None], pa.string())
    assert jaro_winkler_similarity(one, other).to_pylist() == [1.0, None, None]
    assert damerau_levenshtein(one, other).to_pylist() == [0, None, None]


def test_no_bound_lies_on_a_round_number() -> None:
    """Likenesses are fractions of lengths, so round numbers are met; the last bit of them is the processor's affair."""
    assert bounds() == [0.5999999, 0.6999999, 0.7499999, 0.7999999, 0.8499999, 0.9299999]
