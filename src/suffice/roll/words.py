"""The words of a roll's names, and which of them a typed word may mean: as their beginning, and with slips forgiven."""

from __future__ import annotations

from bisect import bisect_left
from pathlib import Path

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

Costs = npt.NDArray[np.uint8]

SLIP = 4
"""What a slip costs; that a word is only the beginning of the name costs 1, so that a slip always weighs more."""

NONE = 100
"""The cost of a name that is not meant. The costs of a surname, a given name and a house added up stay below it."""

_LETTERS = 16
"""Letters looked at where slips are forgiven."""


def words_of(snapshot: Path) -> Path:
    """The words of the names of `snapshot`, which stand beside it."""
    return snapshot.with_suffix(".words.parquet")


def allowed(typed: str) -> int:
    """How many slips are forgiven in what was typed: one in three letters or digits, two in seven."""
    return 0 if len(typed) < 3 else 1 if len(typed) < 7 else 2


class Words:
    """The surnames, or the given names, of a roll in alphabetical order; a word's number is its place among them."""

    def __init__(self, words: list[str]) -> None:
        self.words = words
        # Row n - 1: the letters among the first n of every word, as bits.
        self._begun = _letters(np.array(words, dtype=f"S{_LETTERS}"))

    def costs(self, typed: str, forgiving: bool = True) -> Costs:
        """What it costs to read `typed` as each word, by the word's number; NONE where it cannot be meant.

        0 for the word itself, 1 for its beginning, and SLIP for every letter left out, added, changed or swapped with
        its neighbour, if `forgiving`. One place more stands at the end and holds NONE: number -1 is no word.
        """
        costs = np.full(len(self.words) + 1, NONE, dtype=np.uint8)
        if forgiving and (slips := allowed(typed)):
            alike = self._alike(typed[: _LETTERS - slips], slips)
            costs[alike] = _slips(typed[: _LETTERS - slips], [self.words[number] for number in alike.tolist()], slips)
        first, end = bisect_left(self.words, typed), bisect_left(self.words, typed + "~")
        costs[first:end] = 1
        if first < end and self.words[first] == typed:
            costs[first] = 0
        return costs

    def _alike(self, typed: str, slips: int) -> npt.NDArray[np.intp]:
        """The numbers of the words that may begin like `typed`, and of some others: none is left out."""
        # A slip hides one letter at most: all but so many letters typed are among the first of the word, and the other way.
        letters = _letters(np.array([typed], dtype=f"S{_LETTERS}"))[-1, 0]
        more, less = self._begun[len(typed) + slips - 1], self._begun[max(len(typed) - slips, 1) - 1]
        return np.flatnonzero(
            (np.bitwise_count(letters & ~more) <= slips) & (np.bitwise_count(less & ~letters) <= slips)
        )


def _letters(words: npt.NDArray[np.bytes_]) -> npt.NDArray[np.uint64]:
    """The letters among the first n of every word, row n - 1: bit 1 to 26 for a letter, 33 to 58 for its second."""
    codes = words.view(np.uint8).reshape(len(words), _LETTERS).T.astype(np.uint64)
    letters = np.zeros(codes.shape, np.uint64)
    once, twice = np.zeros((2, len(words)), np.uint64)
    for row, code in zip(letters, codes, strict=True):
        letter = np.where(code > 0, np.left_shift(np.uint64(1), code & np.uint64(31)), np.uint64(0))
        twice |= once & letter
        once |= letter
        row[:] = once | np.left_shift(twice, np.uint64(32))
    return letters


def _slips(typed: str, words: list[str], slips: int) -> Costs:
    """What it costs to read `typed` as each of `words` where a slip was made."""
    costs = np.full(len(words), NONE, np.uint8)
    length = len(typed)
    # The beginning meant is at most so many letters shorter or longer than what was typed: all others are left out at once.
    near = np.flatnonzero(_distances(typed, [word[:length] for word in words], 2 * slips) <= 2 * slips)
    words = [words[number] for number in near.tolist()]
    whole = _distances(typed, words, slips)
    # With a slip in them three letters could begin nearly any name.
    lengths = range(length - slips, length + slips + 1) if length > 3 else ()
    begun = np.min([whole, *(_distances(typed, [word[:end] for word in words], slips) for end in lengths)], axis=0)
    forgiven = np.minimum(whole, begun) <= slips
    costs[near[forgiven]] = np.minimum(SLIP * whole, SLIP * begun + 1)[forgiven]
    return costs


def _distances(typed: str, words: list[str], most: int) -> Costs:
    """Letters left out, added, changed or swapped between `typed` and each of `words`; above `most` where there are more."""
    distances: Costs = cdist([typed], words, scorer=OSA.distance, score_cutoff=most, dtype=np.uint8)[0]
    return distances
