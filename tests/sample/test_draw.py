"""A sample drawn from a public seed, and drawn again without the program."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suffice.errors import InputError
from suffice.law.profiles import load
from suffice.law.sampling import SampleRule, SizeRule
from suffice.sample.draw import Section, checked_seed, draw, sections_of

LAW = load("us-ca-local-recall", date(2024, 1, 1)).sample
assert LAW is not None
SEED = "01382438112797316654"
HALF = SampleRule(citation="none", mark="found", size=SizeRule(citation="none", mark="found", percent=50))


def ticket(name: str, seed: str = SEED) -> str:
    """A line's ticket by the recipe that stands in every record, with nothing but the standard library."""
    inner = hashlib.sha256(seed.encode()).hexdigest()
    whole = int(hashlib.sha256((inner + name).encode()).hexdigest(), 16)
    return "0." + f"{whole:064d}"[::-1]


def test_the_librarys_own_example() -> None:
    """consistent_sampler documents the ticket of "AB-130" for the seed 01382438112797316654."""
    drawn = draw(LAW, [Section("AB", 130)], SEED)
    assert len(drawn.lines) == 130
    assert drawn.lines[-1].ticket == "0.262997141228"
    assert ticket("AB-130").startswith(
        "0.26299714122838008416507544297546663599715395525154425586041245287750224561854"
    )


def test_the_lowest_tickets_are_drawn_and_listed_in_filing_order() -> None:
    sections = [Section("2", 700), Section("1", 800), Section("3", 0), Section("1-2", 40)]
    drawn = draw(LAW, sections, SEED)
    names = [f"{section.name}-{line}" for section in sections for line in range(1, section.lines + 1)]
    lowest = sorted(sorted(names, key=ticket)[:500], key=names.index)
    assert [f"{line.section}-{line.line}" for line in drawn.lines] == lowest
    assert [names[line.number - 1] for line in drawn.lines] == lowest
    first = min(drawn.lines, key=lambda line: line.order)
    assert f"{first.section}-{first.line}" == min(names, key=ticket)
    assert all(ticket(f"{line.section}-{line.line}").startswith(line.ticket) for line in drawn.lines)


def test_the_raw_count_alone() -> None:
    drawn = draw(LAW, sections_of(2_000), SEED)
    assert sorted(str(line.line) for line in drawn.lines) == sorted(sorted(map(str, range(1, 2_001)), key=ticket)[:500])


def test_a_larger_sample_holds_the_smaller() -> None:
    small, large = (draw(LAW, sections_of(3_000), SEED, lines) for lines in (500, 900))
    assert {line.line for line in small.lines} == {line.line for line in large.lines if line.order <= 500}


def test_strata_are_drawn_by_their_own_sizes() -> None:
    sections = [Section("1", 10, "A"), Section("2", 30, "B"), Section("3", 20, "A"), Section("4", 0, "C")]
    drawn = draw(HALF, sections, SEED)
    assert [(size.place, size.lines) for size in drawn.sizes] == [("A", 15), ("B", 15)]
    assert sum(line.stratum == "A" for line in drawn.lines) == 15
    assert [line.number for line in drawn.lines] == sorted(line.number for line in drawn.lines)


def test_every_line_is_as_likely() -> None:
    """400 draws of 20 of 40 lines: each line is drawn 200 times on average, with a deviation of 10."""
    counts = [0] * 41
    for seed in range(400):
        for line in draw(HALF, sections_of(40), f"{seed:020d}").lines:
            counts[line.line] += 1
    assert all(150 < count < 250 for count in counts[1:])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 30), min_size=1, max_size=8).filter(any), st.integers(0, 10**20 - 1))
def test_a_draw_is_a_sample_without_replacement(sizes: list[int], seed: int) -> None:
    sections = [Section(f"s{number}", lines) for number, lines in enumerate(sizes)]
    drawn = draw(HALF, sections, f"{seed:020d}")
    places = [(line.section, line.line) for line in drawn.lines]
    assert len(set(places)) == len(places) == -(-sum(sizes) // 2)
    assert sorted(line.order for line in drawn.lines) == list(range(1, len(places) + 1))


def test_blanks_between_dice_do_not_matter() -> None:
    assert checked_seed("0138 2438-1127 9731 6654") == SEED


@pytest.mark.parametrize("seed", ["", "1234567890123456789", "0138243811279731665x", "١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩٠"])
def test_a_seed_of_too_few_dice(seed: str) -> None:
    with pytest.raises(InputError, match="at least 20 digits"):
        checked_seed(seed)


@pytest.mark.parametrize(("lines", "words"), [(499, "at least 500"), (0, "at least one line"), (2_001, "larger than")])
def test_numbers_of_lines_that_cannot_be(lines: int, words: str) -> None:
    with pytest.raises(InputError, match=words):
        draw(LAW, sections_of(2_000), SEED, lines)
