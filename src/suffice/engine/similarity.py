"""How alike two words are, for Spark: what DuckDB has and Spark has not, or otherwise, over columns of Arrow.

Both engines stand on the same library (RapidFuzz), so the same words give the same numbers. This module is sent to
Spark's workers as it is; they need nothing of Suffice, only `rapidfuzz`, `numpy` and `pyarrow`.
"""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler


def jaro_winkler_similarity(one: pa.Array, other: pa.Array) -> pa.Array:
    """From 0.0 (nothing in common) to 1.0 (the same), as DuckDB says it: two empty words have nothing in common.

    The last bit may differ from DuckDB's, as it does from processor to processor; no threshold of the steps lies where
    that could be seen.
    """
    ones, others = _words(one), _words(other)
    alike = process.cpdist(ones, others, scorer=JaroWinkler.similarity, dtype=np.float64)
    alike[np.array([not (word or by) for word, by in zip(ones, others, strict=True)], dtype=bool)] = 0.0
    return _where_both(one, other, pa.array(alike, pa.float64()))


def damerau_levenshtein(one: pa.Array, other: pa.Array) -> pa.Array:
    """How many letters to change, add, drop or exchange with the next make one word the other."""
    apart = process.cpdist(_words(one), _words(other), scorer=DamerauLevenshtein.distance, dtype=np.int32)
    return _where_both(one, other, pa.array(apart, pa.int32()))


def _words(field: pa.Array) -> list[str]:
    return list(field.fill_null("").to_pylist())


def _where_both(one: pa.Array, other: pa.Array, said: pa.Array) -> pa.Array:
    return pc.if_else(pc.and_(one.is_valid(), other.is_valid()), said, pa.scalar(None, said.type))
