"""The questions of the benchmark are what they say, and the same for everybody."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from benchmarks.find import EACH, KINDS, SEED, ask, questions, slip
from rapidfuzz.distance import OSA

from suffice.roll.snapshot import import_roll


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("roll")
    rng = random.Random(1)
    letters = [chr(code) for code in range(ord("A"), ord("Z") + 1)]
    rows = ["voter_id,last_name,first_name,house_number,street_name,city,zip"]
    for number in range(600):
        surname, given = ("".join(rng.choices(letters, k=length)) for length in (8, 6))
        rows.append(f"V{number:03d},{surname},{given},{rng.randrange(100, 9999)},ELM ST,ROSEFIELD,90215")
    (folder / "roll.csv").write_text("\n".join([*rows, ""]), encoding="utf-8")
    return import_roll([folder / "roll.csv"], folder / "roll.parquet", threads=1).snapshot


@pytest.mark.parametrize("word", ["SMITH", "ABBA", "704", "1000"])
def test_a_slip_is_one_slip(word: str) -> None:
    rng = random.Random(SEED)
    slips = {slip(word, rng) for _ in range(200)}
    assert all(OSA.distance(word, slipped) == 1 for slipped in slips)
    assert len(slips) > 20


def test_questions_are_of_every_kind_and_always_the_same(snapshot: Path) -> None:
    asked = questions(snapshot, SEED)
    assert asked == questions(snapshot, SEED) != questions(snapshot, SEED + 1)
    assert [sum(kind == one for kind, _, _ in asked) for one in KINDS] == [EACH] * len(KINDS)


def test_among_names_drawn_at_random_every_voter_meant_is_found(snapshot: Path) -> None:
    _, asked = ask(snapshot)
    assert {one.kind for one in asked} == {kind.name for kind in KINDS}
    assert sum(one.meant == 0 for one in asked) > 0.95 * len(asked)
    assert all(one.fitting is not None and one.fitting <= one.meant for one in asked if one.meant is not None)
