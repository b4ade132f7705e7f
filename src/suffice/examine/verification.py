"""The main job: a petition's lines against a voter roll, from files to a folder of proposals."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa

from suffice.engine import Engine, Setting, step
from suffice.engine.delimited import quoted
from suffice.engine.location import Location, name_of
from suffice.errors import InputError
from suffice.examine.delivery import Delivery
from suffice.examine.examination import examine
from suffice.examine.place import Wish, place_on
from suffice.examine.summary import Summary, summed
from suffice.law.governing import governing
from suffice.law.profile import LineRule, Profile
from suffice.match.lookup import look_up
from suffice.petition.needed import needed_of
from suffice.petition.petition import Petition, read_petition
from suffice.progress import NoProgress, Progress
from suffice.roll.rejects import REJECTED

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
    roll: Location | None,
    lines: Location,
    out: Path,
    *,
    layout: str | None = None,
    history: Path | None = None,
    threads: int | None = None,
    memory: str | None = None,
    engine: str = "duckdb",
    master: str | None = None,
    delivery: Delivery | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Proposes a disposition for every line of a petition and writes them, with all their evidence, into `out`.

    `out` must exist and is best a new folder, renamed by the caller when all is written. The roll is a file of a known
    layout, a folder or a .zip of its parts, or an imported snapshot; `history` a file of the voters' former addresses. Where
    the law looks at no roll, none is read, and lines are compared with one another. `engine` is duckdb or spark, `master`
    where Spark runs (this machine if None); Spark takes the roll as a snapshot, roll and lines from any URL it reads, and the
    result to any it writes (`delivery`).
    Raises InputError for input that cannot be used.
    """
    told = progress or NoProgress()
    started = time.perf_counter()
    told.stage("Reading the petition")
    petition = read_petition(petition_path)
    try:
        profile, judged = governing(petition.profile, "lines", petition.dates, beside=petition_path.parent)
        needed = needed_of(petition, petition_path.parent)
    except InputError as wrong:
        raise wrong.in_file(petition_path) from wrong
    with TemporaryDirectory(dir=out, prefix=".") as folder, ThreadPoolExecutor(max_workers=1) as beside:
        read: dict[str, Location] = {"petition": petition_path, "lines": lines}
        if looks_at_roll(profile, roll) and roll is not None:
            read["roll"] = roll
            if history is not None:
                read["history"] = history
        wish = Wish(lines, read.get("roll"), layout, history, Path(folder), threads, memory, master, delivery)
        with place_on(engine, wish, beside) as place:
            # The files are read once more for their fingerprints while the look-up goes on.
            inputs = [beside.submit(place.fingerprints, role, location) for role, location in read.items()]
            told.stage("Reading the lines")
            place.read_lines()
            rejects, former = [REJECTED.empty_table()], False
            if wish.roll is None:
                propose(place.engine, SIGNERS, WANTED_SIGNERS, profile, petition, told)
            else:
                source = place.open_roll(wish.roll)
                former = source.former
                propose(
                    place.engine, source.select, source.wanted, profile, petition, told, str(wish.roll), former
                )  # fmt: skip
                incomplete = place.engine.rows(
                    step("examine", "incomplete_file", {"file": quoted(name_of(wish.roll))})
                )  # fmt: skip
                rejects += [source.rejects(), incomplete.cast(REJECTED)]
            told.stage("Writing the proposals")
            place.engine.add("roll_rejected", pa.concat_tables(rejects))
            write_files(place.engine, out, former)
            read_files = [one for done in inputs for one in done.result()]
            summary = summed(place.engine, profile, petition, read_files, judged, needed)
            summary.write(out / "summary.json", time.perf_counter() - started)
            if delivery is not None:
                delivery.finish(out)
                place.deliver(out)
    told.done()
    return summary


SIGNERS = f"({step('examine', 'signer')})"
WANTED_SIGNERS = f"(SELECT * FROM {SIGNERS} WHERE record_id IN (SELECT record_id FROM wanted_record))"
"""What takes the place of the roll where the law looks at none: the signers of the lines themselves."""


def looks_at_roll(profile: Profile, roll: Location | None) -> bool:
    """Whether the profile's law has lines looked up in a roll. Raises InputError where it does and none was given."""
    if profile.lines.roll_check.value and roll is None:
        raise InputError(
            f"Under the profile {profile.id} lines are looked up in the voter roll", expected="a roll", found="none",
            remedy="Name it with --roll.",
        )  # fmt: skip
    return profile.lines.roll_check.value


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
