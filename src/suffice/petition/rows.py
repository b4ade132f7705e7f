"""Where a row of a table stands in the file it was read from, so that a message can name it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping


def rows_in_file(wanted: Iterable[int], taken: Iterable[int], more: Mapping[int, int]) -> dict[int, int]:
    """For each of the `wanted` rows of a table (the first is 0) the number of its line in the file (the first is 1).

    `taken` are lines of the file that are no row of the table: the header, empty lines, rows that could not be parted.
    `more` gives, for rows whose cells hold line ends, on how many further lines they stand.
    """
    lines = sorted(set(taken))
    longer = sorted(more)
    before = [0]
    for row in longer:
        before.append(before[-1] + more[row])
    found: dict[int, int] = {}
    for row in wanted:
        nth = row + 1 + before[bisect_right(longer, row - 1)]
        line = nth
        while (moved := nth + bisect_right(lines, line)) != line:
            line = moved
        found[row] = line
    return found
