"""What a random sample says of the full count, and how sure it is: the honest figures beside the statute's projection.

Three figures: the duplicates in the petition, the number of distinct valid signers, and the chance that the full count would
reach the requirement. The first two come with an interval. Formulae, assumptions and measured coverage: docs/statistics.md.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass

import numpy as np
from scipy import stats

from suffice.errors import InputError
from suffice.sample.duplicates import check_sample, estimate_duplicates, pair_weight
from suffice.sample.interval import Design, distinct_interval
from suffice.sample.posterior import posterior


@dataclass(frozen=True)
class Range:
    """An estimate and the limits of its interval, in signatures."""

    estimate: int
    low: int
    high: int


@dataclass(frozen=True)
class Statistics:
    """The statistics a statute leaves out.

    `straight_line` carries the valid lines of the sample over to the petition as if duplicates grew in proportion. It is what
    the press prints and it is wrong wherever people signed twice. `pair_weight` is what one more duplicate in the sample
    takes away, and so what one duplicate missed there adds by mistake. `duplicates_below_required` is the least number of
    duplicates in the sample, its valid lines as reported, at which the estimate is below the requirement (None: no number is).
    """

    level: float
    duplicates: Range
    distinct_valid: Range
    chance_sufficient: float
    straight_line: int
    pair_weight: float
    duplicates_below_required: int | None

    def as_json(self) -> dict[str, object]:
        """Plain values, for a JSON file."""
        return asdict(self)


def statistics(
    raw: int,
    sample: int,
    valid: int,
    duplicates: int,
    required: int,
    *,
    copies_lost: int = 1,
    level: float = 0.95,
) -> Statistics:
    """The statistics of a sample of `sample` of `raw` lines, `valid` of them counting and `duplicates` pairs found.

    `valid` is what the statutes count: second copies are not in it. `copies_lost` is 1 where one copy of a duplicate
    signature counts and 2 where every copy is void. `level` is the chance with which an interval is to hold.
    Raises InputError for counts that contradict each other.
    """
    lines = checked_lines(raw, sample, valid, duplicates, required, copies_lost, level)
    found = estimate_duplicates(raw, sample, duplicates)
    weight = float(pair_weight(raw, sample))
    tail = (1 - level) / 2
    most = (raw - (sample - lines)) // 2
    if sample == raw:
        range_of_duplicates = Range(duplicates, duplicates, duplicates)
    else:
        low = stats.chi2.ppf(tail, 2 * duplicates) / 2 * weight if duplicates else 0.0
        high = stats.chi2.ppf(1 - tail, 2 * duplicates + 2) / 2 * weight
        bound = max(most, duplicates)
        range_of_duplicates = Range(
            min(round(found.estimate), bound), max(duplicates, round(low)), min(round(high), bound)
        )
    estimate = lines * raw / sample - copies_lost * float(found.estimate)
    lower, upper = distinct_interval(
        Design(raw, sample, copies_lost), np.array([float(lines)]), np.array([float(duplicates)]), level
    )
    chance = posterior(raw, sample, lines, duplicates).chance_of_at_least(required, copies_lost)
    return Statistics(
        level,
        range_of_duplicates,
        Range(max(valid, round(estimate)), round(float(lower[0])), round(float(upper[0]))),
        round(chance, 6),
        round(valid * raw / sample),
        round(weight, 4),
        duplicates_below(raw, sample, valid, required, copies_lost),
    )


def duplicates_below(raw: int, sample: int, valid: int, required: int, copies_lost: int = 1) -> int | None:
    """The least duplicates in the sample at which the unbiased estimate is below `required`, `valid` as reported.

    Here every duplicate is one of the lines already counted as invalid. None if no number that fits into the sample will do.
    """

    def below(duplicates: int) -> str:
        estimate = (valid + copies_lost * duplicates) * raw / sample
        return (
            "below" if estimate - copies_lost * duplicates * float(pair_weight(raw, sample)) < required else "reached"
        )

    most = (sample - valid) // copies_lost
    return 0 if below(0) == "below" else turning_point(below, 0, most)


def turning_point(decide: Callable[[int], str], found: int, most: int) -> int | None:
    """The least number of duplicates above `found`, up to `most`, at which `decide` says something else; None if none.

    `decide` gives a statute's decision for a number of duplicates in the sample. More duplicates never help a petition, so
    the first change is found by halving.
    """
    now = decide(found)
    if most <= found or decide(most) == now:
        return None
    same, changed = found, most
    while changed - same > 1:
        middle = (same + changed) // 2
        if decide(middle) == now:
            same = middle
        else:
            changed = middle
    return changed


def checked_lines(
    raw: int, sample: int, valid: int, duplicates: int, required: int, copies_lost: int, level: float
) -> int:
    """The valid lines of the sample with every copy counted. Raises InputError if the counts contradict each other."""
    check_sample(raw, sample)
    lines = valid + copies_lost * duplicates
    if min(valid, duplicates) < 0 or lines > sample:
        raise InputError(
            "The lines of the sample do not add up",
            found=f"{valid:,} valid and {duplicates:,} duplicates among {sample:,} lines sampled",
            expected="valid lines and duplicates that together are no more than the sample",
        )
    # A copy has its first among the valid lines, unless every copy is void.
    if copies_lost == 1 and duplicates and not valid:
        raise InputError(
            "Duplicates were found but no valid line they repeat", found=f"{duplicates:,} duplicates, 0 valid"
        )
    if required < 1:
        raise InputError("The requirement is not a positive number", found=f"{required:,}")
    if copies_lost not in (1, 2):
        raise InputError("A pair costs one signature or two", found=str(copies_lost), expected="1 or 2")
    if not 0.5 <= level < 1:
        raise InputError(
            "The level of the interval is not a share", found=str(level), expected="0.5 to below 1, as 0.95"
        )
    return lines
