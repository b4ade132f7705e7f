"""The rows of a mock's files: roll, lines, truth, former addresses."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from suffice.mock.draw import Integers
from suffice.mock.history import History
from suffice.mock.lines import middle_text, text_of
from suffice.mock.names import Names
from suffice.mock.places import FRACTIONS, Addresses, Places
from suffice.mock.sections import Sections
from suffice.mock.signers import GROUNDS, PLACE, Signers
from suffice.mock.voters import NEVER, STATUSES, SUFFIXES, Days, Voters
from suffice.progress import Progress

PIECE = 250_000  # rows made into text at a time
ADDRESS = [
    "house_number",
    "house_fraction",
    "pre_direction",
    "street_name",
    "street_type",
    "post_direction",
    "unit",
    "city",
    "zip",
]
ROLL = pa.schema([
    *((name, pa.string()) for name in ("voter_id", "last_name", "first_name", "middle_name", "name_suffix", *ADDRESS)),
    ("status", pa.string()), ("status_on", pa.date32()), ("registered_on", pa.date32()), ("received_on", pa.date32()),
    ("birth_date", pa.date32()), ("jurisdiction", pa.string()),
])  # fmt: skip
LINES = pa.schema([
    ("section", pa.string()), ("line", pa.string()), ("printed_name", pa.string()), ("residence_address", pa.string()),
    ("city", pa.string()), ("zip", pa.string()), ("signed_on", pa.date32()), ("signature", pa.bool_()),
    ("struck", pa.bool_()), ("withdrawn", pa.bool_()), ("circulator", pa.string()),
])  # fmt: skip
TRUTH = pa.schema([(name, pa.string()) for name in ("section", "line", "voter_id", "ground")])
HISTORY = pa.schema([
    *((name, pa.string()) for name in ("voter_id", *ADDRESS)), ("from", pa.date32()), ("to", pa.date32()),
])  # fmt: skip


def _dates(days: Days) -> pa.Date32Array:
    return pa.array(days, mask=days == NEVER).cast(pa.date32())


def _spans(count: int) -> Iterator[slice]:
    for start in range(0, count, PIECE):
        yield slice(start, min(start + PIECE, count))


def _address(places: Places, home: Addresses) -> list[pa.Array]:
    street = pa.array(home.street)
    return [
        pc.cast(pa.array(home.number), pa.string()),
        text_of(pa.array(FRACTIONS), home.fraction),
        places.pre_direction.take(street),
        places.street_name.take(street),
        places.street_type.take(street),
        places.post_direction.take(street),
        text_of(places.unit, home.unit),
        text_of(places.city, home.city),
        text_of(places.zip, home.zip),
    ]


def _number(roll: Voters, voter: Integers) -> pa.StringArray:
    return pc.cast(pa.array(roll.number[voter], mask=voter < 0), pa.string())


def roll_pieces(
    names: Names, places: Places, homes: Addresses, roll: Voters, progress: Progress
) -> Iterator[pa.RecordBatch]:
    """The voters in the columns of `ROLL`, in the order of their numbers."""
    for span in _spans(len(roll)):
        count = span.stop - span.start
        columns = [
            pc.cast(pa.array(roll.number[span]), pa.string()),
            text_of(names.surname, roll.surname[span]),
            text_of(names.given, roll.given[span]),
            middle_text(names, roll.middle[span]),
            text_of(pa.array(SUFFIXES), roll.suffix[span]),
            *_address(places, homes.take(roll.household[span])),
            text_of(pa.array(STATUSES), roll.status[span].astype(np.int32)),
            _dates(roll.status_on[span]),
            _dates(roll.registered_on[span]),
            _dates(roll.received_on[span]),
            _dates(roll.born[span]),
            pa.array([places.county] * count),
        ]
        yield pa.RecordBatch.from_arrays(columns, schema=ROLL)
        progress.advance(count)


def history_pieces(places: Places, roll: Voters, history: History) -> Iterator[pa.RecordBatch]:
    """The former addresses in the columns of `HISTORY`, in the order of the roll."""
    for span in _spans(len(history.voter)):
        columns = [
            _number(roll, history.voter[span]),
            *_address(places, history.address.take(np.arange(span.start, span.stop, dtype=np.int32))),
            _dates(history.from_on[span]),
            _dates(history.to_on[span]),
        ]
        yield pa.RecordBatch.from_arrays(columns, schema=HISTORY)


def section_texts(sections: Sections, section: Integers) -> pa.StringArray:
    """The numbers of sections as they are written, all of one width: 00017."""
    width = max(5, len(str(int(sections.section[-1]) + 1)))
    return pc.utf8_lpad(pc.cast(pa.array(section + 1), pa.string()), width, "0")


def _section_and_line(sections: Sections, span: slice) -> list[pa.Array]:
    return [section_texts(sections, sections.section[span]), pc.cast(pa.array(sections.line[span] + 1), pa.string())]


def line_pieces(sections: Sections, signers: Signers, text: pa.Table) -> Iterator[pa.RecordBatch]:
    """The lines in the columns of `LINES`, in the order of section and line."""
    for span in _spans(len(signers.ground)):
        part = text.slice(span.start, span.stop - span.start)
        circulator = pc.utf8_lpad(pc.cast(pa.array(sections.circulator[span] + 1), pa.string()), 4, "0")
        columns = [
            *_section_and_line(sections, span),
            *(part.column(name).combine_chunks() for name in part.column_names),
            _dates(np.where(signers.dated[span], signers.signed_on[span], NEVER)),
            pa.array(signers.ground[span] != PLACE["no_signature"]),
            pa.array(signers.ground[span] == PLACE["struck"]),
            pa.array(signers.ground[span] == PLACE["withdrawn"]),
            pc.binary_join_element_wise("C", circulator, ""),
        ]
        yield pa.RecordBatch.from_arrays(columns, schema=LINES)


def truth_pieces(sections: Sections, signers: Signers, roll: Voters) -> Iterator[pa.RecordBatch]:
    """The truth in the columns of `TRUTH`: no ground for valid lines, no voter for people on nobody's roll."""
    grounds = pa.array([ground or None for ground in GROUNDS], pa.string())
    for span in _spans(len(signers.ground)):
        columns = [
            *_section_and_line(sections, span),
            _number(roll, signers.voter[span]),
            grounds.take(pa.array(signers.ground[span].astype(np.int32))),
        ]
        yield pa.RecordBatch.from_arrays(columns, schema=TRUTH)
