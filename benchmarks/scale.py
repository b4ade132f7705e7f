"""Four counties in one: a state the size of California, 22.7 million voters and 2.9 million lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.county import Size, clerk_petition
from benchmarks.figures import Figure, times, took
from benchmarks.run import making, verified


def scale(work: Path, size: Size) -> Iterator[Figure]:
    """Time and memory at four times the size, against the size itself in the same run."""
    one = verified(clerk_petition(work, size), work / "scale-one")
    folder = clerk_petition(work, (4 * size[0], 4 * size[1]))
    four = verified(folder, work / "scale-four")
    if made := making(folder):
        yield took("making the mock petition", made)
    yield took(f"verify {size[0]:,} voters, {size[1]:,} lines", one)
    yield took(f"verify {4 * size[0]:,} voters, {4 * size[1]:,} lines", four, gigabytes=8)
    yield times("  time against the smaller", four.seconds / one.seconds, 4.5)
    yield times("  processor time against the smaller", four.processor / one.processor)
