"""The lists of a strike plan on paper."""

from __future__ import annotations

from suffice.outlook.strike import StrikeLine
from suffice.report.strike import FILES, parted


def line(section: int, number: int) -> StrikeLine:
    return StrikeLine(str(section), str(number), "NAME", "not_registered", "Elec. Code 100", 1.0, "seen")


def test_a_long_list_is_parted_between_sections() -> None:
    lines = [line(section, number) for section in range(10) for number in range(7)]
    parts = parted(lines, most=20)
    assert [one for part in parts for one in part] == lines
    assert [len(part) for part in parts] == [21, 21, 21, 7]
    assert all(part[0].line == "0" for part in parts)


def test_nothing_to_strike_is_one_empty_list() -> None:
    assert parted([]) == [[]]
    assert {"strike.pdf", "strike-001.pdf"} <= FILES
