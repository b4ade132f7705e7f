"""The look-up: from lines and a voter roll to ranked candidates with evidence."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from suffice.engine import Engine, Setting, step
from suffice.match.misreading import NEAR_WORD, is_misread, near_words
from suffice.progress import Progress
from suffice.roll.source import no_voter, two_of_one_number
from suffice.standard.names import given_names, nicknames

STEPS = {
    "line_standard": "Writing the lines alike",
    "voter": "Reading the voter roll",
    "incomplete_voter": "Reading the voter roll",
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
    "twice_recorded": "Reading the candidates' records",
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


def look_up(
    engine: Engine,
    roll: str,
    wanted: str,
    settings: Mapping[str, Setting],
    progress: Progress,
    roll_name: str = "the voter roll",
) -> None:
    """Makes the table `candidate` from the table `line_raw` and the roll.

    `roll` and `wanted` are SELECTs in brackets of a roll's own columns, the standardised columns and `record_id`: of the
    whole roll, and of the rows whose record_id stands in `wanted_record`. One way, step by step: lines written alike;
    the voters, with what is looked up; exact pairs; for the lines left open, pairs on any two strong fields; what the
    roll says of these; each pair compared, name by itself and address by itself; the best of them. `settings` are the
    numbers of the profile's [matching] table and the petition's jurisdiction. Makes also `incomplete_voter`, the rows of the
    roll that name no voter. Raises InputError, naming `roll_name`, where no voter is on the roll or two bear one number.
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
        if name == "voter" and not engine.count("voter"):
            raise no_voter(roll_name)
        if name == "twice_recorded":
            _one_record_each(engine, roll_name)


def _one_record_each(engine: Engine, roll_name: str) -> None:
    """Refuses a roll in which one number stands for several voters; a row that stands twice to the letter is taken once.

    Looked for among the records that lines are compared with: there alone it could do harm.
    """
    if not engine.count("twice_recorded"):
        return
    found = engine.rows("SELECT record_id, versions FROM twice_recorded WHERE versions > 1 ORDER BY record_id LIMIT 5")
    if found.num_rows:
        raise two_of_one_number(roll_name, [(row["record_id"], row["versions"]) for row in found.to_pylist()])
    engine.make("record_once", "SELECT DISTINCT * FROM roll_record")
    engine.make("roll_record", "SELECT * FROM record_once")
    engine.drop("record_once")
