"""Lines that a machine has read: misread words are read as the nearest words of the roll."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from suffice.engine import Engine, Setting, step
from suffice.match.vocabulary import nearest_words

NEAREST = {"surname": 4, "given": 3, "street": 3, "zip": 3}
"""How many of the roll's words a misread word of each field may be."""

NEAR_WORD = pa.schema([("field", pa.string()), ("word", pa.string()), ("near", pa.string()), ("distance", pa.int32())])


def is_misread(engine: Engine, settings: Mapping[str, Setting]) -> bool:
    """Whether so many given names on the lines are no names that the lines must have been read by a machine.

    Of typed lines about one given name in twenty is not in the census; of misread ones half. The bound is the
    profile's `misread_percent`.
    """
    known = engine.rows(step("match", "unknown_given")).to_pylist()[0]
    return bool(known["words"]) and 100 * known["unknown"] > int(settings["misread_percent"]) * known["words"]


def near_words(engine: Engine) -> pa.Table:
    """For each word of the lines that stands nowhere on the roll the nearest that do: field, word, near, distance."""
    engine.make("roll_word", step("match", "roll_word"))
    engine.make("unknown_word", step("match", "unknown_word"))
    words, unknown = engine.rows("SELECT * FROM roll_word"), engine.rows("SELECT * FROM unknown_word")
    found = [NEAR_WORD.empty_table()]
    for field, most in NEAREST.items():
        known = words.filter(pc.equal(words["field"], field))
        vocabulary = dict(zip(known["word"].to_pylist(), known["voters"].to_pylist(), strict=True))
        asked = unknown.filter(pc.equal(unknown["field"], field))["word"].to_pylist()
        near = nearest_words(asked, vocabulary, most)
        found.append(near.add_column(0, "field", pa.array([field] * near.num_rows, pa.string())).cast(NEAR_WORD))
    engine.drop("roll_word")
    engine.drop("unknown_word")
    return pa.concat_tables(found)
