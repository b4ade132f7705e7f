"""The main job: a petition's lines against a voter roll, from files to a folder of proposals."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa

from suffice.engine import DuckEngine, Engine, Setting, connect, step
from suffice.engine.delimited import quoted, read_head
from suffice.engine.inspection import readable
from suffice.errors import InputError
from suffice.examine.examination import examine
from suffice.examine.summary import Summary, input_file, summed
from suffice.law.profile import LineRule, Profile
from suffice.law.profiles import load
from suffice.match.lookup import look_up
from suffice.petition.lines import read_lines
from suffice.petition.petition import Petition, read_petition
from suffice.progress import NoProgress, Progress
from suffice.roll.history import read_history
from suffice.roll.parts import delivered, unpacked
from suffice.roll.rejects import REJECTED
from suffice.roll.source import open_parts

FILES = {
    "disposition_file": ("dispositions.csv", "dispositions.parquet"),
    "review_file": ("review.csv",),
    "candidate_file": ("candidates.parquet",),
    "section_tally": ("sections.parquet",),
    "circulator_tally": ("circulators.parquet",),
    "line_file": ("lines.parquet",),
    "reject_file": ("rejects.csv",),
}
"""What is written, by the SQL step that gives it."""


def verify(
    petition_path: Path,
    roll_path: Path | None,
    lines_path: Path,
    out: Path,
    *,
    layout: str | None = None,
    history: Path | None = None,
    threads: int | None = None,
    memory: str | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Proposes a disposition for every line of a petition and writes them, with all their evidence, into `out`.

    `out` must exist and is best a new folder, renamed by the caller when all is written. The roll is a file of a known
    layout, a folder or a .zip of its parts, or an imported snapshot; `history` a file of the voters' former addresses. Where
    the law looks at no roll, none is
    read, and lines are compared with one another. Raises InputError for input that cannot be used.
    """
    told = progress or NoProgress()
    started = time.perf_counter()
    told.stage("Reading the petition")
    petition = read_petition(petition_path)
    try:
        profile = load(petition.profile, petition.filed_on, petition_path.parent)
    except InputError as wrong:
        raise wrong.in_file(petition_path) from wrong
    with TemporaryDirectory(dir=out, prefix=".") as folder, ThreadPoolExecutor(max_workers=1) as beside:
        spill = Path(folder)
        read = [("petition", petition_path), ("lines", lines_path)]
        parts: list[Path] = []
        if looks_at_roll(profile, roll_path) and roll_path is not None:
            # The roll is looked at while the lines are read, and all files are read once more for their fingerprints
            # while the look-up goes on.
            files = delivered([roll_path])
            parts = unpacked(files, spill)
            for part in parts:
                if part.suffix != ".parquet":
                    read_head(part)
            read += [("roll", file) for file in files]
            read += [("history", history)] if history is not None else []
        looked = [beside.submit(readable, part, spill) for part in parts]
        inputs = [beside.submit(input_file, role, path) for role, path in read]
        with connect(threads, memory or enough_memory(lines_path, *parts), spill) as connection:
            place = DuckEngine(connection, limited=memory is not None)
            told.stage("Reading the lines")
            read_lines(connection, lines_path, spill)
            rejects, former = [REJECTED.empty_table()], False
            if roll_path is None or not parts:
                propose(place, SIGNERS, WANTED_SIGNERS, profile, petition, told)
            else:
                copies = [done.result() for done in looked]
                source = open_parts(connection, roll_path, list(zip(parts, copies, strict=True)), layout)
                if history is not None:
                    rejects.append(read_history(connection, history, spill))
                    source = source.with_history()
                former = source.former
                propose(place, source.select, source.wanted, profile, petition, told, str(roll_path), former)
                incomplete = place.rows(step("examine", "incomplete_file", {"file": quoted(roll_path.name)}))
                rejects += [source.rejects(), incomplete.cast(REJECTED)]
            told.stage("Writing the proposals")
            place.add("roll_rejected", pa.concat_tables(rejects))
            write_files(place, out, former)
            summary = summed(place, profile, petition, [done.result() for done in inputs])
    summary.write(out / "summary.json", time.perf_counter() - started)
    told.done()
    return summary


SIGNERS = f"({step('examine', 'signer')})"
WANTED_SIGNERS = f"(SELECT * FROM {SIGNERS} WHERE record_id IN (SELECT record_id FROM wanted_record))"
"""What takes the place of the roll where the law looks at none: the signers of the lines themselves."""


def looks_at_roll(profile: Profile, roll: Path | None) -> bool:
    """Whether the profile's law has lines looked up in a roll. Raises InputError where it does and none was given."""
    if profile.lines.roll_check.value and roll is None:
        raise InputError(
            f"Under the profile {profile.id} lines are looked up in the voter roll", expected="a roll", found="none",
            remedy="Name it with --roll.",
        )  # fmt: skip
    return profile.lines.roll_check.value


def enough_memory(*paths: Path) -> str:
    """What the work needs to run at nearly full speed, for DuckDB: a little more than the files, and at least 0.9 GB.

    With more it would take more without being much faster (a county of 5.7 million voters: a tenth); what does not fit
    goes to files in the output folder until the end.
    """
    size = sum(path.stat().st_size for path in paths if path.is_file())
    return f"{max(900, 11 * size // 10_000_000)}MB"


def propose(
    place: Engine,
    roll: str,
    wanted: str,
    profile: Profile,
    petition: Petition,
    progress: Progress,
    roll_name: str = "the voter roll",
    former: bool = False,
) -> None:
    """Makes the table `disposition` (and all before it) from `line_raw` and the roll, under `profile`.

    `roll`, `wanted`, `roll_name` and `former` are what `look_up` takes. The same steps on every engine.
    """
    settings = {**settings_of(profile, petition), "history": _truth(former)}
    place.add("ground", ground_table(profile))
    place.add("section_window", window_table(petition))
    look_up(place, roll, wanted, settings, progress, roll_name, former)
    examine(place, settings, progress)


def write_files(place: Engine, out: Path, former: bool = False) -> None:
    """Writes every file of `FILES` into `out`; with `former` the candidates bear the days of former addresses."""
    settings = {"former_columns": ", v.former_from, v.former_to" if former else ""}
    for name, files in FILES.items():
        for file in files:
            place.write(step("examine", name, settings), out / file)


def settings_of(profile: Profile, petition: Petition) -> dict[str, Setting]:
    """What the SQL steps are told: the profile's numbers and rules, and the petition's dates and jurisdiction."""
    lines = profile.lines
    former = lines.former_address.value if lines.former_address else "never"
    return {
        **profile.matching,
        "address_must_match": _rule(lines.address_must_match),
        "inactive_counts": _rule(lines.inactive_status_counts),
        "roll_check": _truth(lines.roll_check.value),
        "void_all": _truth(lines.duplicate_policy.value == "void_all"),
        "minimum_age": lines.minimum_age.value if lines.minimum_age else 0,
        "former_counts": _truth(former != "never"),
        "former_when_signed": _truth(former == "registered_when_signed"),
        "approved_on": f"DATE '{petition.approved_on.isoformat()}'",
        "filed_on": f"DATE '{petition.filed_on.isoformat()}'",
        "jurisdiction": petition.jurisdiction.replace("'", "''"),
    }


def ground_table(profile: Profile) -> pa.Table:
    """The profile's grounds in order of precedence: ground, precedence, citation, category."""
    grounds = profile.grounds
    return pa.table(
        {
            "ground": [ground.id for ground in grounds],
            "precedence": list(range(len(grounds))),
            "citation": [ground.citation for ground in grounds],
            "category": [ground.category for ground in grounds],
        }
    )


def window_table(petition: Petition) -> pa.Table:
    """The days within which each section circulated, where the petition file says so: section, first_day, last_day."""
    windows = petition.sections
    return pa.table(
        {
            "section": pa.array([window.section for window in windows], pa.string()),
            "first_day": pa.array([window.first_day for window in windows], pa.date32()),
            "last_day": pa.array([window.last_day for window in windows], pa.date32()),
        }
    )


def _rule(rule: LineRule[bool] | None) -> str:
    """A rule for SQL; NULL where no source says what holds."""
    return "NULL" if rule is None else _truth(rule.value)


def _truth(said: bool) -> str:
    return "true" if said else "false"
