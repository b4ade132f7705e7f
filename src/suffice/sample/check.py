"""What a tally of a sample must hold before anything is computed from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from suffice.errors import InputError
from suffice.law.sampling import SampleRule
from suffice.sample.projection import Tally

_Wrong: TypeAlias = Callable[[str, str, str, str], InputError]


def check_tally(
    tally: Tally, rule: SampleRule, copies_lost: int = 1, file: Path | None = None, row: int | None = None
) -> list[str]:
    """Warnings of counts that are odd but possible.

    Raises InputError for counts that contradict each other; `file` and `row` say where they stand, if in a file.
    """

    def wrong(message: str, column: str, found: str, expected: str) -> InputError:
        return InputError(message, file=file, row=row, column=column if file else None, found=found, expected=expected)

    for column, value, least in (
        ("raw", tally.raw, 1),
        ("sample", tally.sample, 1),
        ("valid", tally.valid, 0),
        ("duplicates", tally.duplicates, 0),
        ("invalid", tally.invalid or 0, 0),
        ("required", tally.required, 1),
    ):
        if value < least:
            raise wrong(f"The number under {column} is too small", column, f"{value:,}", f"{least} or more")
    if tally.sample > tally.raw:
        raise wrong(
            "The sample is larger than the petition",
            "sample",
            f"{tally.sample:,} of {tally.raw:,} lines",
            "no more lines sampled than were filed",
        )
    if tally.valid > tally.sample:
        raise wrong(
            "More lines are valid than were sampled",
            "valid",
            f"{tally.valid:,} valid of {tally.sample:,} sampled",
            "no more valid lines than were sampled",
        )
    _check_duplicates(tally, rule, copies_lost, wrong)
    return _check_invalid(tally, wrong)


def _check_duplicates(tally: Tally, rule: SampleRule, copies_lost: int, wrong: _Wrong) -> None:
    every = rule.projection is not None and rule.projection.valid_counts == "every copy"
    room = tally.valid - 1 if every else (tally.sample - tally.valid) // copies_lost
    if tally.duplicates > max(room, 0):
        held = "valid lines hold every copy" if every else "valid lines hold no second copy"
        if copies_lost == 2:
            held = "valid lines hold no copy of a duplicate"
        raise wrong(
            "The duplicates do not fit beside the valid lines",
            "duplicates",
            f"{tally.duplicates:,} duplicates, {tally.valid:,} valid, {tally.sample:,} sampled",
            f"at most {max(room, 0):,} ({held})",
        )
    if tally.duplicates and not tally.valid and copies_lost == 1:
        raise wrong(
            "Duplicates were found but no valid line they repeat",
            "duplicates",
            f"{tally.duplicates:,} duplicates, 0 valid",
            "a valid line that each duplicate repeats",
        )


def _check_invalid(tally: Tally, wrong: _Wrong) -> list[str]:
    if tally.invalid is None:
        return []
    judged = tally.valid + tally.invalid
    if judged > tally.sample:
        raise wrong(
            "Valid and invalid lines are more than were sampled",
            "invalid",
            f"{tally.valid:,} + {tally.invalid:,} = {judged:,} of {tally.sample:,}",
            "no more than the sample",
        )
    # Duplicates may be counted among the invalid lines or beside them: offices do both.
    if tally.sample not in (judged, judged + tally.duplicates):
        return [
            f"{tally.valid:,} valid and {tally.invalid:,} invalid lines are {judged:,} of {tally.sample:,} sampled: "
            f"{tally.sample - judged:,} are told of nowhere."
        ]
    return []
