"""The look-up: from lines and a voter roll to ranked candidates with evidence."""

from __future__ import annotations

from collections.abc import Mapping

from suffice.engine import Engine, Setting, step
from suffice.progress import Progress
from suffice.standard.names import given_names, nicknames

NEAR = ("line_standard", "name_reading", "line_key", "roll_near")
PAIRS = ("exact_pair", "open_line", "namesake", "candidate_pair")
COMPARED = ("name_comparison", "address_comparison", "candidate")


def look_up(engine: Engine, roll: str, settings: Mapping[str, Setting], progress: Progress) -> None:
    """Makes the table `candidate` from the table `line_raw` and `roll`, a SELECT of a roll's own columns in brackets.

    One way, step by step: lines written alike; the voters near to them, in one reading of the roll; exact pairs; for
    the lines left open, pairs on any two strong fields; each pair compared, name by itself and address by itself.
    `settings` are the numbers of the profile's [matching] table.
    """
    engine.add("given_name", given_names())
    engine.add("nickname", nicknames())
    for name in (*NEAR, *PAIRS, *COMPARED):
        progress.stage(name)
        engine.make(name, step("match", name, {**settings, "roll": roll}))
