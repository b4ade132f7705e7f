"""Looking voters up while typing: how long a question takes, and whether the voter meant is found.

`python -m benchmarks.find SNAPSHOT` asks 320 questions of one opened snapshot, drawn from it with a seed, and prints what each
took and where the voter meant stood, as JSON.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from string import ascii_uppercase, digits

import duckdb

from benchmarks.county import Size, clerk_petition
from benchmarks.figures import Figure, percent, took
from benchmarks.run import SUFFICE, imported, measured
from suffice.roll.find import Finder

SEED = 2022
EACH = 40
MOST = 0.050
"""Seconds a question may take."""


@dataclass(frozen=True)
class Voter:
    """A voter drawn from the roll."""

    voter_id: str
    surname: str
    given: str
    house: str


@dataclass(frozen=True)
class Kind:
    """A kind of question: what is typed of a voter, beside the surname, and how."""

    name: str
    fields: tuple[str, ...]
    write: Callable[[Voter, random.Random], str]


@dataclass(frozen=True)
class Asked:
    """A question asked: its kind, the seconds it took, and places in the answer from 0 on, None for not there.

    `meant` is the place of the voter meant, `fitting` that of the first voter who has all that was meant to be typed.
    """

    kind: str
    seconds: float
    meant: int | None
    fitting: int | None


KINDS = (
    Kind("house and three letters", ("house",), lambda v, _: f"{v.house}{v.surname[:3]}"),
    Kind("surname and house", ("house",), lambda v, _: f"{v.surname} {v.house}"),
    Kind("surname and given name", ("given",), lambda v, _: f"{v.surname} {v.given}"),
    Kind("given name and surname", ("given",), lambda v, _: f"{v.given} {v.surname}"),
    Kind("surname with a slip, and house", ("house",), lambda v, rng: f"{slip(v.surname, rng)} {v.house}"),
    Kind("surname, and given name with a slip", ("given",), lambda v, rng: f"{v.surname} {slip(v.given, rng)}"),
    Kind("both names with a slip", ("given",), lambda v, rng: f"{slip(v.given, rng)} {slip(v.surname, rng)}"),
    Kind(
        "both names, and house with a slip",
        ("given", "house"),
        lambda v, rng: f"{v.surname} {v.given} {slip(v.house, rng)}",
    ),
)


def find(work: Path, size: Size) -> Iterator[Figure]:
    """One question from the command line, and questions of an opened roll: time, and where the voter meant stands."""
    snapshot = imported(clerk_petition(work, size))
    yield took("command line, start to end: 704smi", measured([*SUFFICE, "roll", "find", str(snapshot), "704smi"]))
    run = measured([sys.executable, "-m", "benchmarks.find", str(snapshot)])
    told = json.loads(run.said)
    asked = [Asked(**one) for one in told["asked"]]
    yield Figure("opening the roll once", "", f"{told['opening']:.2f} s; {run.gigabytes:.2f} GB, questions included")
    yield _times("questions, all kinds", asked)
    for kind in KINDS:
        these = [one for one in asked if one.kind == kind.name]
        yield _times(kind.name, these)
        yield _places("  the voter meant", [one.meant for one in these])
        yield _places("  somebody of what was meant to be typed", [one.fitting for one in these])


def ask(snapshot: Path) -> tuple[float, list[Asked]]:
    """Opens `snapshot`, which takes so many seconds, and asks.

    Other questions are asked first, so that the answers are those of a program in use.
    """
    began = time.perf_counter()
    finder = Finder(snapshot)
    opening = time.perf_counter() - began
    for _, text, _ in questions(snapshot, SEED + 1):
        finder.find(text)
    asked = []
    with duckdb.connect() as connection:
        for kind, text, voter in questions(snapshot, SEED):
            began = time.perf_counter()
            found = [one.voter_id for one in finder.find(text)]
            seconds = time.perf_counter() - began
            alike = " ".join(f"AND {field} = {getattr(voter, field)!r}" for field in kind.fields)
            rows = connection.execute(
                f"SELECT voter_id FROM read_parquet('{snapshot}') WHERE surname = '{voter.surname}' {alike}"
            ).fetchall()
            fitting = {str(row[0]) for row in rows}
            asked.append(Asked(kind.name, seconds, _place(found, {voter.voter_id}), _place(found, fitting)))
    return opening, asked


def questions(snapshot: Path, seed: int) -> list[tuple[Kind, str, Voter]]:
    """EACH questions of every kind and who is meant: voters with names of four letters and houses of three digits at least."""
    with duckdb.connect() as connection:
        rows = connection.execute(
            f"SELECT voter_id, surname, given, CAST(house AS VARCHAR) FROM read_parquet('{snapshot}') "
            "WHERE length(surname) > 3 AND length(given) > 3 AND house > 99 "
            f"ORDER BY hash(voter_id, {seed:d}), voter_id LIMIT {EACH * len(KINDS):d}"
        ).fetchall()
    rng = random.Random(seed)
    meant = [(KINDS[number % len(KINDS)], Voter(*row)) for number, row in enumerate(rows)]
    return [(kind, kind.write(voter, rng), voter) for kind, voter in meant]


def slip(word: str, rng: random.Random) -> str:
    """`word` with one slip: a letter or digit left out, doubled, changed, or swapped with the next."""
    alphabet = digits if word.isdigit() else ascii_uppercase
    while True:
        at = rng.randrange(len(word) - 1)
        one, letter, after = word[:at], word[at], word[at + 1 :]
        changed, swapped = one + rng.choice(alphabet) + after, one + after[0] + letter + after[1:]
        slipped = rng.choice([one + after, one + letter + letter + after, changed, swapped])
        if slipped != word and not slipped.startswith("0"):
            return slipped


def _place(found: list[str], meant: set[str]) -> int | None:
    return next((place for place, voter_id in enumerate(found) if voter_id in meant), None)


def _times(measure: str, asked: list[Asked]) -> Figure:
    worst = max(one.seconds for one in asked)
    median = statistics.median(one.seconds for one in asked)
    figure = f"median {1000 * median:.0f} ms, worst {1000 * worst:.0f} ms"
    return Figure(measure, f"worst < {1000 * MOST:g} ms", figure, worst < MOST)


def _places(measure: str, places: list[int | None]) -> Figure:
    first = sum(place == 0 for place in places) / len(places)
    ten = sum(place is not None and place < 10 for place in places) / len(places)
    return Figure(measure, "", f"first {percent(first, 0)}, in the first ten {percent(ten, 0)}")


if __name__ == "__main__":
    opened, answers = ask(Path(sys.argv[1]))
    print(json.dumps({"opening": opened, "asked": [asdict(one) for one in answers]}))
