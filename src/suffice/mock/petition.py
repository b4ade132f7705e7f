"""A mock petition: its roll, its lines, and the truth about every line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pyarrow as pa

from suffice.mock.draw import stream
from suffice.mock.files import write_csv, write_parquet
from suffice.mock.history import move
from suffice.mock.lines import written
from suffice.mock.names import read_names
from suffice.mock.places import Places
from suffice.mock.records import (
    HISTORY,
    LINES,
    ROLL,
    TRUTH,
    history_pieces,
    line_pieces,
    roll_pieces,
    section_texts,
    truth_pieces,
)
from suffice.mock.sections import Sections, bind
from suffice.mock.signing import sign
from suffice.mock.variants import read_variants
from suffice.mock.voters import ACTIVE, APPROVED, FILED, PENDING, REPORT, Days, Voters, day, settle
from suffice.progress import Progress

PROFILE = "us-ca-local-recall"

Writer = Callable[[Iterable[pa.RecordBatch], pa.Schema, Path], None]


def make_mock(
    out: Path,
    voters: int,
    lines: int,
    seed: int,
    noise: str,
    kind: str,
    format: str,
    progress: Progress,
    history: bool = False,
) -> None:
    """Writes petition.toml, the roll, the lines and the truth of a mock petition into the folder `out`.

    `noise` is how the lines were read: "clerk" (typed) or "ocr" (12 % of characters wrong). `kind` is who signed:
    "county" (the Los Angeles 2022 mix of grounds) or "households" (registered voters, and unregistered relatives who
    live with them). `format` is "csv" or "parquet"; the truth is always CSV. The same arguments give the same bytes.
    With `history` a file of former addresses stands beside the roll, and some valid signers wrote one of them.
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
    former = move(stream(seed, "history"), places, roll, signers) if history else None
    text = written(stream(seed, "habits"), stream(seed, noise), names, places, signers, noise, kind)
    writer: Writer = write_parquet if format == "parquet" else write_csv
    progress.stage("Lines")
    writer(line_pieces(sections, signers, text), LINES, out / f"lines.{format}")
    write_csv(truth_pieces(sections, signers, roll), TRUTH, out / "truth.csv")
    progress.stage("Roll", voters)
    writer(roll_pieces(names, places, homes, roll, progress), ROLL, out / f"roll.{format}")
    if former is not None:
        write_csv(history_pieces(places, roll, former), HISTORY, out / "history.csv")
    (out / "petition.toml").write_text(_petition(places, roll, sections), encoding="utf-8")
    progress.done()


def _petition(places: Places, roll: Voters, sections: Sections) -> str:
    undated = np.unique(sections.section[~sections.dated])
    first, last = (np.searchsorted(sections.section, undated, side=side) for side in ("left", "right"))
    windows = "".join(
        f'\n[[section]]\nsection = "{number}"\nfrom = {begin}\nto = {end}\n'
        for number, begin, end in zip(
            section_texts(sections, undated).to_pylist(),
            _dates(sections.first_day[first]),
            _dates(sections.signed_on[last - 1]),
            strict=True,
        )
    )
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
{windows}"""


def _dates(days: Days) -> list[date]:
    return [date(1970, 1, 1) + timedelta(days=of) for of in days.tolist()]


def registered(roll: Voters) -> int:
    """Voters active at the last report before approval: registered by then, and then neither inactive nor canceled."""
    report = day(REPORT)
    active = (roll.status == ACTIVE) | ((roll.status_on > report) & (roll.status != PENDING))
    return int((active & (roll.registered_on <= report)).sum())
