"""The nearest words of the roll for words that stand nowhere on it: what a misread name or street may have been.

A roll of millions of voters has some 90,000 surnames, 5,000 given names and 9,000 streets. So a misread field is not
compared with voters but with these few words, and then looked up as what it may have been.
"""

from __future__ import annotations

from itertools import groupby

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from rapidfuzz import process
from rapidfuzz.distance import OSA

ALIKE = str.maketrans(
    {
        "0": "O", "Q": "O", "D": "O", "1": "I", "L": "I", "J": "I", "T": "I", "7": "I", "5": "S", "8": "B", "6": "C",
        "G": "C", "2": "Z", "F": "E", "M": "N", "H": "N", "V": "U", "W": "U", "Y": "U", "4": "A", "R": "A", "K": "X",
        "P": "B", "9": "A",
    }
)  # fmt: skip
"""Letters and digits that a hand or a reader takes for one another, each written as one of its group."""

CHUNK = 400
"""Words compared with the whole vocabulary at once: about 40 MB of distances."""


def nearest_words(words: list[str], vocabulary: dict[str, int], most: int, threads: int | None = None) -> pa.Table:
    """For each of `words` the `most` nearest words of `vocabulary` (word -> voters): word, near, distance.

    Distance counts letters to change, add, drop or exchange with the next, once as written and once with letters that
    look alike taken as one; words further off than a third of their letters are left away. Nearest first by that sum,
    then the commoner word, then the alphabet: the same answer whatever the order of either input.
    """
    known = np.array(sorted(vocabulary), dtype=object)
    voters = np.array([vocabulary[word] for word in known], dtype=np.int64)
    folded = np.array([word.translate(ALIKE) for word in known], dtype=object)
    lengths = np.array([len(word) for word in known], dtype=np.int64)
    found: list[pa.Table] = []
    for length, group in groupby(sorted(set(words), key=lambda word: (len(word), word)), key=len):
        same = list(group)
        reach = min(3, max(1, (length + 1) // 3))
        near = np.flatnonzero(np.abs(lengths - length) <= reach)
        if not len(near):
            continue
        for start in range(0, len(same), CHUNK):
            part = same[start : start + CHUNK]
            found.append(_nearest(part, known[near], folded[near], voters[near], reach, most, threads))
    return pa.concat_tables(found) if found else _table([], [], np.array([], dtype=np.int32))


def _nearest(
    words: list[str],
    known: npt.NDArray[np.object_],
    folded: npt.NDArray[np.object_],
    voters: npt.NDArray[np.int64],
    reach: int,
    most: int,
    threads: int | None,
) -> pa.Table:
    apart = process.cdist(
        [word.translate(ALIKE) for word in words], folded, scorer=OSA.distance, score_cutoff=reach, dtype=np.uint8,
        workers=threads or -1,
    )  # fmt: skip
    row, column = np.nonzero(apart <= reach)
    written = np.array(words, dtype=object)[row]
    distance = process.cpdist(written, known[column], scorer=OSA.distance, dtype=np.int32) + apart[row, column]
    # `known` is in the order of the alphabet, so `column` breaks the last tie.
    order = np.lexsort((column, -voters[column], distance, row))
    first = np.searchsorted(row[order], row[order], side="left")
    kept = order[np.arange(len(order)) - first < most]
    return _table(written[kept].tolist(), known[column[kept]].tolist(), distance[kept])


def _table(words: list[str], near: list[str], distance: npt.NDArray[np.int32]) -> pa.Table:
    return pa.table(
        {
            "word": pa.array(words, pa.string()),
            "near": pa.array(near, pa.string()),
            "distance": pa.array(distance, pa.int32()),
        }
    )
