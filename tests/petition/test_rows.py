"""Where the rows of a table stand in its file: checked against writing such a file and looking."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from suffice.petition.rows import rows_in_file

KINDS = st.lists(st.sampled_from(["row", "blank", "misfit", "row of two lines", "row of four lines"]), max_size=30)
LINES = {"row of two lines": 2, "row of four lines": 4}


@given(KINDS)
def test_every_row_is_found(kinds: list[str]) -> None:
    expected: dict[int, int] = {}
    taken, more = [1], {}
    line = 2
    for kind in kinds:
        if kind.startswith("row"):
            if kind in LINES:
                more[len(expected)] = LINES[kind] - 1
            expected[len(expected)] = line
        else:
            taken.append(line)
        line += LINES.get(kind, 1)
    assert rows_in_file(expected, taken, more) == expected


def test_by_hand() -> None:
    # Line 1 the header, 2 a row, 3 empty, 4-5 a row of two lines, 6 a misfit, 7 a row.
    assert rows_in_file([0, 1, 2], [1, 3, 6], {1: 1}) == {0: 2, 1: 4, 2: 7}
