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
    "voter": "Reading the voter roll",
    "exact_pair": "Looking up to the letter",
    "settled_pair": "Looking up to the letter",
    "open_line": "Looking up to the letter",
    "name_reading": "Reading the names",
    "line_word": "Choosing what to look up",
    "namesake": "Counting namesakes",
    "candidate_pair": "Looking up with slips",
    "wanted_record": "Looking up with slips",
    "roll_place": "Noting the places of the roll",
    "roll_record": "Reading the candidates' records",
    "comparison": "Comparing names and addresses",
    "candidate": "Ranking candidates",
}
"""The steps in order, each a file in `sql/`, and what a person is told while it runs."""

SCAFFOLDING = {
    "settled_pair": ("exact_pair",),
    "candidate_pair": ("line_word", "near_word", "open_line"),
    "roll_place": ("voter",),
    "roll_record": ("wanted_record",),
    "comparison": ("candidate_pair", "settled_pair"),
    "candidate": ("comparison",),
}
"""After which step which tables are no longer read, so that their room is given back."""


def look_up(engine: Engine, roll: str, wanted: str, settings: Mapping[str, Setting], progress: Progress) -> None:
    """Makes the table `candidate` from the table `line_raw` and the roll.

    `roll` and `wanted` are SELECTs in brackets of a roll's own columns, the standardised columns and `record_id`: of the
    whole roll, and of the rows whose record_id stands in `wanted_record`. One way, step by step: lines written alike;
    the voters, with what is looked up; exact pairs; for the lines left open, pairs on any two strong fields; what the
    roll says of these; each pair compared, name by itself and address by itself; the best of them. `settings` are the
    numbers of the profile's [matching] table and the petition's jurisdiction.
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
                engine.add("near_word", near_words(engine))
        engine.make(name, step("match", name, {**settings, "roll": roll, "wanted": wanted}))
        for done in SCAFFOLDING.get(name, ()):
            engine.drop(done)
