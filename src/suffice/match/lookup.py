"""The look-up: from lines and a voter roll to ranked candidates with evidence."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from suffice.engine import Engine, Setting, step
from suffice.match.misreading import NEAR_WORD, is_misread, near_words
from suffice.progress import Progress
from suffice.standard.names import given_names, nicknames

STEPS = {
    "line_standard": "Writing the lines alike",
    "name_reading": "Reading the names",
    "line_word": "Choosing what to look up",
    "line_key": "Choosing what to look up",
    "roll_near": "Reading the voter roll",
    "exact_pair": "Looking up to the letter",
    "settled_pair": "Looking up to the letter",
    "open_line": "Looking up to the letter",
    "namesake": "Counting namesakes",
    "candidate_pair": "Looking up with slips",
    "comparison": "Comparing names and addresses",
    "candidate": "Ranking candidates",
}
"""The steps in order, each a file in `sql/`, and what a person is told while it runs."""

SCAFFOLDING = (
    "line_word",
    "near_word",
    "line_key",
    "exact_pair",
    "settled_pair",
    "open_line",
    "candidate_pair",
    "comparison",
)
"""Tables that nothing after the look-up reads."""


def look_up(engine: Engine, roll: str, settings: Mapping[str, Setting], progress: Progress) -> None:
    """Makes the table `candidate` from the table `line_raw` and `roll`, a SELECT in brackets or a table's name.

    `roll` has a roll's own columns, the standardised columns and `record_id`. One way, step by step: lines written
    alike; the voters near to them, in one reading of the roll; exact pairs; for the lines left open, pairs on any two
    strong fields; each pair compared, name by itself and address by itself. `settings` are the numbers of the
    profile's [matching] table and the petition's jurisdiction.
    """
    engine.add("given_name", given_names())
    engine.add("nickname", nicknames())
    engine.add("near_word", NEAR_WORD.empty_table())
    for name, told in STEPS.items():
        progress.stage(told)
        if name == "line_word":
            misread = is_misread(engine, settings)
            engine.add("line_source", pa.table({"misread": [misread]}))
            if misread:
                progress.stage("Reading misread words")
                engine.add("near_word", near_words(engine, roll))
        engine.make(name, step("match", name, {**settings, "roll": roll}))
    for name in SCAFFOLDING:
        engine.drop(name)
