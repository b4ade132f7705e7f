"""A mock petition: its roll, its lines, and the truth about every line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from suffice.mock.draw import stream
from suffice.mock.files import write_csv, write_parquet
from suffice.mock.lines import middle_text, text_of, written
from suffice.mock.names import Names, read_names
from suffice.mock.places import FRACTIONS, Addresses, Places
from suffice.mock.sections import Sections, bind
from suffice.mock.signers import GROUNDS, PLACE, Signers, sign
from suffice.mock.variants import read_variants
from suffice.mock.voters import (
    ACTIVE, APPROVED, FILED, NEVER, REPORT, STATUSES, SUFFIXES, Days, Voters, day, settle,
)  # fmt: skip
from suffice.progress import Progress

PROFILE = "us-ca-local-recall"
PIECE = 250_000  # rows made into text at a time

Writer = Callable[[Iterable[pa.RecordBatch], pa.Schema, Path], None]

ROLL = pa.schema(
    [
        (name, pa.date32() if name.endswith(("_on", "_date")) else pa.string())
        for name in (
            "voter_id last_name first_name middle_name name_suffix house_number house_fraction pre_direction street_name "
            "street_type post_direction unit city zip status status_on registered_on received_on birth_date jurisdiction"
        ).split()
    ]
)
LINES = pa.schema([
    ("section", pa.string()), ("line", pa.string()), ("printed_name", pa.string()), ("residence_address", pa.string()),
    ("city", pa.string()), ("zip", pa.string()), ("signed_on", pa.date32()), ("signature", pa.bool_()),
    ("struck", pa.bool_()), ("withdrawn", pa.bool_()), ("circulator", pa.string()),
])  # fmt: skip
TRUTH = pa.schema([(name, pa.string()) for name in ("section", "line", "voter_id", "ground")])


def make_mock(
    out: Path, voters: int, lines: int, seed: int, noise: str, kind: str, format: str, progress: Progress
) -> None:
    """Writes petition.toml, the roll, the lines and the truth of a mock petition into the folder `out`.

    `noise` is how the lines were read: "clerk" (typed) or "ocr" (12 % of characters wrong). `kind` is who signed:
    "county" (the Los Angeles 2022 mix of grounds) or "households" (registered voters, and unregistered relatives who
    live with them). `format` is "csv" or "parquet"; the truth is always CSV. The same arguments give the same bytes.
    Raises InputError if there are too few voters for so many lines.
    """
    progress.stage("Names")
    names = read_names()
    variants = read_variants(names)
    progress.stage("Voters and where they live")
    roll, places, homes = settle(stream(seed, "voters"), names, voters)
    progress.stage("Signers")
    sections = bind(stream(seed, "sections"), lines)
    signers = sign(stream(seed, "signers"), names, variants, places, homes, roll, sections, kind)
    progress.stage("What they wrote")
    text = written(stream(seed, f"written {noise}"), names, places, signers, noise, kind)
    writer: Writer = write_parquet if format == "parquet" else write_csv
    progress.stage("Lines")
    writer(_line_pieces(sections, signers, text), LINES, out / f"lines.{format}")
    write_csv(_truth_pieces(sections, signers, roll), TRUTH, out / "truth.csv")
    progress.stage("Roll", voters)
    writer(_roll_pieces(names, places, homes, roll, progress), ROLL, out / f"roll.{format}")
    (out / "petition.toml").write_text(_petition(places, roll), encoding="utf-8")
    progress.done()


def _petition(places: Places, roll: Voters) -> str:
    return f"""\
# A mock petition: no person in it is real.
title = "Mock petition to recall the treasurer of {places.county}"
profile = "{PROFILE}"
jurisdiction = "{places.county}"
officer = "The treasurer of {places.county}"
approved_on = {APPROVED}
filed_on = {FILED}
# Active voters at the last report of registration before approval, {REPORT}.
registered_voters = {registered(roll)}
"""


def registered(roll: Voters) -> int:
    """Voters active at the last report before approval: registered by then, and then neither inactive nor canceled."""
    report = day(REPORT)
    active = (roll.status == ACTIVE) | ((roll.status_on > report) & (roll.status != STATUSES.index("pending")))
    return int((active & (roll.registered_on <= report)).sum())


def _dates(days: Days) -> pa.Date32Array:
    return pa.array(days, mask=days == NEVER).cast(pa.date32())


def _spans(count: int) -> Iterator[slice]:
    for start in range(0, count, PIECE):
        yield slice(start, min(start + PIECE, count))


def _roll_pieces(
    names: Names, places: Places, homes: Addresses, roll: Voters, progress: Progress
) -> Iterator[pa.RecordBatch]:
    for span in _spans(len(roll)):
        home = homes.take(roll.household[span])
        street = pa.array(home.street)
        count = len(home.street)
        columns = [
            pc.cast(pa.array(roll.number[span]), pa.string()),
            text_of(names.surname, roll.surname[span]),
            text_of(names.given, roll.given[span]),
            middle_text(names, roll.middle[span]),
            text_of(pa.array(SUFFIXES), roll.suffix[span]),
            pc.cast(pa.array(home.number), pa.string()),
            text_of(pa.array(FRACTIONS), home.fraction),
            places.pre_direction.take(street),
            places.street_name.take(street),
            places.street_type.take(street),
            places.post_direction.take(street),
            text_of(places.unit, home.unit),
            text_of(places.city, home.city),
            text_of(places.zip, home.zip),
            text_of(pa.array(STATUSES), roll.status[span].astype(np.int32)),
            _dates(roll.status_on[span]),
            _dates(roll.registered_on[span]),
            _dates(roll.received_on[span]),
            _dates(roll.born[span]),
            pa.array([places.county] * count),
        ]
        yield pa.RecordBatch.from_arrays(columns, schema=ROLL)
        progress.advance(count)


def _section_and_line(sections: Sections, span: slice) -> list[pa.Array]:
    width = max(5, len(str(int(sections.section[-1]) + 1)))
    section = pc.utf8_lpad(pc.cast(pa.array(sections.section[span] + 1), pa.string()), width, "0")
    return [section, pc.cast(pa.array(sections.line[span] + 1), pa.string())]


def _is(signers: Signers, span: slice, ground: str) -> npt.NDArray[np.bool_]:
    return np.asarray(signers.ground[span] == PLACE[ground])


def _line_pieces(sections: Sections, signers: Signers, text: pa.Table) -> Iterator[pa.RecordBatch]:
    for span in _spans(len(signers.ground)):
        part = text.slice(span.start, span.stop - span.start).combine_chunks()
        circulator = pc.utf8_lpad(pc.cast(pa.array(sections.circulator[span] + 1), pa.string()), 4, "0")
        columns = [
            *_section_and_line(sections, span),
            *(part.column(name).combine_chunks() for name in part.column_names),
            _dates(signers.signed_on[span]),
            pa.array(~_is(signers, span, "no_signature")),
            pa.array(_is(signers, span, "struck")),
            pa.array(_is(signers, span, "withdrawn")),
            pc.binary_join_element_wise("C", circulator, ""),
        ]
        yield pa.RecordBatch.from_arrays(columns, schema=LINES)


def _truth_pieces(sections: Sections, signers: Signers, roll: Voters) -> Iterator[pa.RecordBatch]:
    grounds = pa.array([None if not ground else ground for ground in GROUNDS], pa.string())
    for span in _spans(len(signers.ground)):
        voter = signers.voter[span]
        number = pa.array(roll.number[voter], mask=voter < 0)
        columns = [
            *_section_and_line(sections, span),
            pc.cast(number, pa.string()),
            grounds.take(pa.array(signers.ground[span].astype(np.int32))),
        ]
        yield pa.RecordBatch.from_arrays(columns, schema=TRUTH)
