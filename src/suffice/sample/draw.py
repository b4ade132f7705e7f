"""A random sample drawn from a public seed, so that anybody can draw it again.

Every line gets a ticket, a number between 0 and 1 made from the seed and the line's name by SHA-256; the lines with the lowest
tickets are the sample. That is R. Rivest's consistent sampler, in use for election audits. A line's ticket depends on no other
line: the first 1,000 lines of a larger sample with the same seed are the smaller sample.

A line's name is `section-line` ("12-3"), or its number in filing order where only the raw count is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from consistent_sampler import sampler

from suffice.errors import InputError
from suffice.law.sampling import SampleRule
from suffice.sample.size import Size, check_size, sample_size

LEAST_DICE = 20
TICKET_DIGITS = 12


@dataclass(frozen=True)
class Section:
    """One petition section as filed: its name, its lines, and the county, ward, district or sheet it belongs to."""

    name: str
    lines: int
    stratum: str = ""


@dataclass(frozen=True)
class DrawnLine:
    """One line of a sample: `number` is its place in filing order, `order` its place in the order drawn (within its part)."""

    number: int
    section: str
    line: int
    stratum: str
    order: int
    ticket: str


@dataclass(frozen=True)
class Draw:
    """A sample in filing order, with what it was drawn from and the sizes it was drawn by."""

    seed: str
    raw: int
    lines: tuple[DrawnLine, ...]
    sizes: tuple[Size, ...]
    warnings: tuple[str, ...]


def checked_seed(seed: str) -> str:
    """The digits of the seed, blanks and hyphens between them left out. Raises InputError if they are fewer than 20 dice."""
    digits = re.sub(r"[\s-]", "", seed)
    if not digits.isascii() or not digits.isdigit() or len(digits) < LEAST_DICE:
        raise InputError(
            "The seed is not made of enough dice",
            found=seed or "nothing",
            expected=f"at least {LEAST_DICE} digits",
            remedy="Roll a ten-sided die at least 20 times before witnesses, after the lines were counted.",
        )
    return digits


def draw(rule: SampleRule, sections: Sequence[Section], seed: str, lines: int | None = None) -> Draw:
    """The sample of `sections` as the law sizes it, or of `lines` lines (of each part where the law draws by parts).

    Sections stand in filing order; strata are drawn from separately wherever the sections name them.
    Raises InputError for a seed of too few digits, a petition without lines, more lines than there are, or fewer than the law asks.
    """
    digits = checked_seed(seed)
    by_stratum: dict[str, list[Section]] = {}
    for section in sections:
        by_stratum.setdefault(section.stratum, []).append(section)
    tickets: dict[str, tuple[int, str]] = {}
    sizes, warnings = [], dict[str, None]()
    for name, group in by_stratum.items():
        raw = sum(section.lines for section in group)
        if raw == 0 and len(by_stratum) > 1:
            continue
        size = _size(rule, raw, lines, name)
        sizes.append(size)
        warnings |= dict.fromkeys(size.warnings)
        drawn = islice(
            sampler([one for section in group for one in _names(section)], digits, digits=TICKET_DIGITS), size.lines
        )
        tickets |= {str(line): (order, str(ticket)) for order, (ticket, line, _) in enumerate(drawn, 1)}
    found = tuple(_in_filing_order(sections, tickets))
    return Draw(digits, sum(section.lines for section in sections), found, tuple(sizes), tuple(warnings))


def sections_of(raw: int) -> list[Section]:
    """A petition of which only the raw count is known: one section without a name."""
    return [Section("", raw)]


def _size(rule: SampleRule, raw: int, lines: int | None, stratum: str) -> Size:
    place = stratum or None
    if lines is None:
        return sample_size(rule.size, raw, place)
    if not lines >= 1:
        raise InputError("A sample has at least one line", found=f"{lines:,}")
    if lines > raw and not stratum:
        raise InputError("The sample is larger than the petition", found=f"{lines:,} of {raw:,} lines")
    drawn = min(lines, raw)
    return Size(raw, drawn, (), (), tuple(check_size(rule, raw, drawn)), place)


def _names(section: Section) -> Iterator[str]:
    before = f"{section.name}-" if section.name else ""
    return (f"{before}{line}" for line in range(1, section.lines + 1))


def _in_filing_order(sections: Sequence[Section], tickets: dict[str, tuple[int, str]]) -> Iterator[DrawnLine]:
    number = 0
    for section in sections:
        for line, name in enumerate(_names(section), 1):
            number += 1
            if name in tickets:
                order, ticket = tickets[name]
                yield DrawnLine(number, section.name, line, section.stratum, order, ticket)
