"""The look-up: from lines and a voter roll to ranked candidates with evidence."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from suffice.engine import Engine, Setting, step
from suffice.match.misreading import WORD_STEPS, is_misread
from suffice.progress import Progress
from suffice.roll.source import no_voter, two_of_one_number
from suffice.standard.names import given_names, nicknames

READING = {
    "line_standard": "Writing the lines alike",
    "voter": "Reading the voter roll",
    "incomplete_voter": "Reading the voter roll",
    "exact_pair": "Looking up to the letter",
    "settled_pair": "Looking up to the letter",
    "open_line": "Looking up to the letter",
    "name_reading": "Reading the names",
    "near_nickname": "Reading the names",
    "namesake": "Counting namesakes",
    "line_named": "Counting namesakes",
    "roll_chance": "Counting namesakes",
}
"""The first steps in order, each a file in `sql/`, and what a person is told while it runs."""

COMPARING = {
    "wanted_record": "Looking up with slips",
    "roll_place": "Noting the places of the roll",
    "roll_record": "Reading the candidates' records",
    "twice_recorded": "Reading the candidates' records",
    "comparison": "Comparing names and addresses",
    "candidate": "Ranking candidates",
    "likely_candidate": "Ranking candidates",
}
"""The last steps; between the two stand those that find the candidates of typed or of misread lines."""

FORMER: dict[bool, dict[str, Setting]] = {
    False: {"former": "false", "former_from": "CAST(NULL AS DATE)", "former_to": "CAST(NULL AS DATE)"},
    True: {"former": "former_to IS NOT NULL", "former_from": "former_from", "former_to": "former_to"},
}
"""What the steps are told of former addresses: whether the roll has them, and in which columns their days stand."""

SCAFFOLDING = {
    "settled_pair": ("exact_pair",),
    "near_word": ("close_word", "wide_word", "read_word", "known_word"),
    "candidate_pair": ("strong_pair", "single_pair", "line_word", "line_near"),
    "wanted_record": ("open_line",),
    "roll_place": ("voter",),
    "roll_record": ("wanted_record",),
    "comparison": (
        "candidate_pair",
        "settled_pair",
        "misread_word",
        "name_reading",
        "near_nickname",
        "near_word",
        "word_chance",
        "roll_word",
    ),
    "candidate": ("comparison",),
}
"""After which step which tables are no longer read, so that their room is given back."""


MISREAD_GIGABYTES = 4
"""What misread lines of a large county need: of 700,000 lines some 2.7 million different words."""


def look_up(
    engine: Engine,
    roll: str,
    wanted: str,
    settings: Mapping[str, Setting],
    progress: Progress,
    roll_name: str = "the voter roll",
    former: bool = False,
) -> None:
    """Makes the table `candidate` from the table `line_raw` and the roll.

    `roll` and `wanted` are SELECTs in brackets of a roll's own columns, the standardised columns and `record_id`: of the
    whole roll, and of the rows whose record_id stands in `wanted_record`. One way, step by step: lines written alike;
    the voters, with what is looked up; exact pairs; for the lines left open, pairs on any two strong fields, or, where a
    machine has read the lines, on words that may have been these; what the roll says of them; each pair compared, name by
    itself and address by itself; the best of them. `settings` are the numbers of the profile's [matching] table and the
    petition's jurisdiction. Makes also `incomplete_voter`, the rows of the roll that name no voter. `former` says whether
    the roll holds former addresses. Raises InputError, naming `roll_name`, where no voter is on the roll or two bear one number.
    """
    engine.add("given_name", given_names())
    engine.add("nickname", nicknames())
    told = {**settings, **FORMER[former], "roll": roll, "wanted": wanted}

    def make(table: str, query: str, **more: Setting) -> None:
        engine.make(table, step("match", query, {**told, **more}))
        for done in SCAFFOLDING.get(table, ()):
            engine.drop(done)
        if table == "voter" and not engine.count("voter"):
            raise no_voter(roll_name)
        if table == "twice_recorded":
            _one_record_each(engine, roll_name)

    for name, saying in READING.items():
        progress.stage(saying)
        make(name, name)
    misread = is_misread(engine, settings)
    if misread:
        engine.need(MISREAD_GIGABYTES)
    progress.stage("Reading misread words" if misread else "Choosing what to look up")
    for name in WORD_STEPS if misread else ("line_word",):
        make(name, name)
    if misread:
        make("illegible_line", "illegible_line")
    else:
        engine.add("illegible_line", pa.table({"line_id": pa.array([], pa.int64())}))
    progress.stage("Looking up with slips")
    if misread:
        make("candidate_pair", "misread_pair")
    else:
        make("strong_pair", "strong_pair")
        make("single_pair", "single_pair")
        make("candidate_pair", "candidate_pair")
    for name, saying in COMPARING.items():
        progress.stage(saying)
        make(name, name, agreement=step("match", "misread_agreement" if misread else "agreement", settings))


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
