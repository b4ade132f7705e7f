"""Lines that a machine has read: noticed by their given names, and looked up as the words they may have been."""

from __future__ import annotations

from collections.abc import Mapping

from suffice.engine import Engine, Setting, step

WORD_STEPS = (
    "roll_word", "misread_word", "read_word", "known_word", "close_word", "wide_word", "near_word", "line_near", "word_chance",
)  # fmt: skip
"""The steps that read each misread word as the words of the roll that are likeliest to have been written."""


def is_misread(engine: Engine, settings: Mapping[str, Setting]) -> bool:
    """Whether so many given names on the lines are no names that the lines must have been read by a machine.

    Of typed lines about one given name in twenty is not in the census; of misread ones half. The bound is the
    profile's `misread_percent`.
    """
    known = engine.rows(step("match", "unknown_given")).to_pylist()[0]
    return bool(known["words"]) and 100 * known["unknown"] > int(settings["misread_percent"]) * known["words"]
