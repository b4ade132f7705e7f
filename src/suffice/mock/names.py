"""Surnames and given names as they occur: by census frequency, compound, hyphenated, with apostrophes and accents."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from importlib.resources import as_file, files

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from suffice.mock.draw import Flags, Floats, Integers, cumulated, stream, weighted

# Groups within which given names go with surnames; the census gives the share of each for every name.
HISPANIC, ASIAN, OTHER = 0, 1, 2

HYPHENATED = 30_000
HYPHENATED_SHARE = 0.016
TWO_SURNAMES = 20_000
TWO_SURNAMES_SHARE = 0.010
COMPOUND_GIVEN = 2_000
COMPOUND_GIVEN_SHARE = 0.012

APOSTROPHES = {
    "OBRIEN": "O'BRIEN", "OCONNOR": "O'CONNOR", "ONEILL": "O'NEILL", "ONEAL": "O'NEAL", "ONEIL": "O'NEIL",
    "OHARA": "O'HARA", "OLEARY": "O'LEARY", "OKEEFE": "O'KEEFE", "OMALLEY": "O'MALLEY", "OROURKE": "O'ROURKE",
    "OSULLIVAN": "O'SULLIVAN", "OSHEA": "O'SHEA", "ODONNELL": "O'DONNELL", "OREILLY": "O'REILLY",
    "OCONNELL": "O'CONNELL", "OGRADY": "O'GRADY", "OTOOLE": "O'TOOLE", "DANGELO": "D'ANGELO", "DAMICO": "D'AMICO",
    "DAGOSTINO": "D'AGOSTINO", "DANDREA": "D'ANDREA", "DAMATO": "D'AMATO",
}  # fmt: skip
PARTED = {
    "DELACRUZ": "DE LA CRUZ", "DELEON": "DE LEON", "DELATORRE": "DE LA TORRE", "DELAROSA": "DE LA ROSA",
    "DELTORO": "DEL TORO", "VANDYKE": "VAN DYKE", "VANBUREN": "VAN BUREN", "VANHORN": "VAN HORN", "STJOHN": "ST JOHN",
    "STCLAIR": "ST CLAIR", "MCDONALD": "MC DONALD", "MCCARTHY": "MC CARTHY", "MACDONALD": "MAC DONALD",
}  # fmt: skip
ACCENTED = {
    "PENA": "PEÑA", "NUNEZ": "NUÑEZ", "MUNOZ": "MUÑOZ", "GARCIA": "GARCÍA", "RODRIGUEZ": "RODRÍGUEZ",
    "HERNANDEZ": "HERNÁNDEZ", "MARTINEZ": "MARTÍNEZ", "LOPEZ": "LÓPEZ", "GONZALEZ": "GONZÁLEZ", "PEREZ": "PÉREZ",
    "SANCHEZ": "SÁNCHEZ", "RAMIREZ": "RAMÍREZ", "GOMEZ": "GÓMEZ", "JIMENEZ": "JIMÉNEZ", "IBANEZ": "IBÁÑEZ",
    "CASTANEDA": "CASTAÑEDA", "QUINONES": "QUIÑONES", "MULLER": "MÜLLER", "YANEZ": "YÁÑEZ", "ZUNIGA": "ZÚÑIGA",
}  # fmt: skip
APOSTROPHE_SHARE, PARTED_SHARE, ACCENT_SHARE = 0.6, 0.4, 0.12


@dataclass(frozen=True)
class Names:
    """All surnames and given names of the mock, as texts that codes point into, and how often each is drawn."""

    surname: pa.StringArray
    surname_running: Floats
    surname_group: Floats  # (surnames, 2): shares of HISPANIC, and of HISPANIC or ASIAN
    surname_parts: Integers  # (surnames, 2): codes of the two surnames in a double one, else -1
    surname_other: Integers  # another spelling of the same surname (accent, apostrophe, space), else -1
    given: pa.StringArray
    given_parts: Integers  # (given, 2): codes of two given names in use together, else -1
    given_running: dict[tuple[bool, int], Floats]  # by (female, group)
    nickname: pa.StringArray
    nickname_first: Integers  # (given + 1): the nicknames of code g are those from [g] up to [g + 1]

    def draw_surnames(self, rng: np.random.Generator, count: int) -> tuple[Integers, npt.NDArray[np.int8]]:
        """`count` surname codes by frequency, and the group of each bearer."""
        code = weighted(rng, self.surname_running, count)
        where = rng.random(count)
        group = np.where(where < self.surname_group[code, 0], HISPANIC, OTHER)
        group = np.where((where >= self.surname_group[code, 0]) & (where < self.surname_group[code, 1]), ASIAN, group)
        return code, group.astype(np.int8)

    def draw_given(self, rng: np.random.Generator, female: Flags, group: npt.NDArray[np.int8]) -> Integers:
        """A given name code for each person, by frequency among people of the same sex and group."""
        code = np.zeros(len(female), dtype=np.int32)
        for (of_female, of_group), running in self.given_running.items():
            chosen = np.flatnonzero((female == of_female) & (group == of_group))
            code[chosen] = weighted(rng, running, len(chosen))
        return code

    def draw_nicknames(self, rng: np.random.Generator, given: Integers) -> Integers:
        """A nickname code for each given name code, -1 where the name has none."""
        first, end = self.nickname_first[given], self.nickname_first[given + 1]
        picked = first + (rng.random(len(given)) * (end - first)).astype(np.int32)
        return np.where(end > first, picked, -1).astype(np.int32)


def read_names() -> Names:
    """The names of the package's tables with the double and variously spelled ones made from them.

    Source: U.S. Census Bureau, 2020 census (see `tables/README.md`).
    """
    rng = stream(0, "names")  # the vocabulary is the same whatever the petition's seed
    surnames, weight, group, parts, other = _surnames(rng)
    given, given_parts, running = _given(rng)
    nickname, nickname_first = _nicknames(given)
    return Names(
        pa.array(surnames),
        cumulated(weight),
        np.cumsum(group, axis=1),
        parts,
        other,
        pa.array(given),
        given_parts,
        running,
        pa.array(nickname),
        nickname_first,
    )


def _table(name: str) -> pa.Table:
    with as_file(files("suffice.mock").joinpath(f"tables/{name}.parquet")) as path:
        return pq.read_table(path)


def _surnames(rng: np.random.Generator) -> tuple[list[str], Floats, Floats, Integers, Integers]:
    table = _table("surname")
    names: list[str] = table.column("name").to_pylist()
    weight = table.column("bearers").to_numpy().astype(np.float64)
    group = np.column_stack([table.column(key).to_numpy() for key in ("hispanic", "asian")]) / 100.0
    plain = len(names)
    place = {name: code for code, name in enumerate(names)}
    others: list[tuple[int, str, float]] = []
    for spelling, share in ((APOSTROPHES, APOSTROPHE_SHARE), (PARTED, PARTED_SHARE), (ACCENTED, ACCENT_SHARE)):
        others += [(place[name], other, share) for name, other in spelling.items() if name in place]
    for code, _, share in others:
        weight[code] *= 1 - share
    variant = np.array([code for code, _, _ in others], dtype=np.int32)
    part = np.array([share for _, _, share in others])
    otherwise = weight[variant] / (1 - part) * part
    whole = weight.sum() + otherwise.sum()
    running = cumulated(weight)
    hyphenated = np.column_stack([weighted(rng, running, HYPHENATED), weighted(rng, running, HYPHENATED)])
    hispanic = cumulated(weight * group[:plain, 0])
    double = np.column_stack([weighted(rng, hispanic, TWO_SURNAMES), weighted(rng, hispanic, TWO_SURNAMES)])
    pairs = np.concatenate([hyphenated, double])
    names += [other for _, other, _ in others]
    names += [f"{names[one]}-{names[two]}" for one, two in hyphenated.tolist()]
    names += [f"{names[one]} {names[two]}" for one, two in double.tolist()]
    weights = np.concatenate(
        [
            weight,
            otherwise,
            np.full(HYPHENATED, whole * HYPHENATED_SHARE / HYPHENATED),
            np.full(TWO_SURNAMES, whole * TWO_SURNAMES_SHARE / TWO_SURNAMES),
        ]
    )
    groups = np.concatenate([group, group[variant], group[hyphenated[:, 1]], group[double[:, 1]]])
    single = np.full((plain + len(others), 2), -1, dtype=np.int32)
    other = np.full(len(names), -1, dtype=np.int32)
    written_so = plain + np.arange(len(variant), dtype=np.int32)
    other[written_so], other[variant] = variant, written_so
    return names, weights, groups, np.concatenate([single, pairs]).astype(np.int32), other


def _given(rng: np.random.Generator) -> tuple[list[str], Integers, dict[tuple[bool, int], Floats]]:
    table = _table("given")
    names: list[str] = table.column("name").to_pylist()
    weight = table.column("bearers").to_numpy().astype(np.float64)
    hispanic, asian, female = (table.column(key).to_numpy() / 100.0 for key in ("hispanic", "asian", "female"))
    # Two given names in common use together, of one sex: MARY ANN, JOSE LUIS, JEAN-PAUL.
    halves = []
    for share in (female, 1 - female):
        plainly = cumulated(weight * share**4)
        halves.append(np.column_stack([weighted(rng, plainly, COMPOUND_GIVEN // 2) for _ in range(2)]))
    pairs = np.concatenate(halves)
    joint = np.where(rng.random(len(pairs)) < 0.15, "-", " ")
    names += [f"{names[one]}{by}{names[two]}" for (one, two), by in zip(pairs.tolist(), joint.tolist(), strict=True)]
    parts = np.concatenate([np.full((len(weight), 2), -1), pairs]).astype(np.int32)
    extra = np.full(len(pairs), weight.sum() * COMPOUND_GIVEN_SHARE / len(pairs))
    weight = np.concatenate([weight, extra])
    hispanic, asian, female = (np.concatenate([share, share[pairs[:, 0]]]) for share in (hispanic, asian, female))
    of_group = {HISPANIC: hispanic, ASIAN: asian, OTHER: np.clip(1 - hispanic - asian, 0, 1)}
    running = {
        (sex, group): cumulated(weight * share * (female if sex else 1 - female))
        for sex in (False, True)
        for group, share in of_group.items()
    }
    return names, parts, running


def _nicknames(given: list[str]) -> tuple[list[str], Integers]:
    place = {name: code for code, name in enumerate(given)}
    text = files("suffice.mock").joinpath("tables/nickname.csv").read_text(encoding="utf-8")
    of_code: dict[int, list[str]] = {}
    for row in csv.DictReader(text.splitlines()):
        of_code.setdefault(place[row["given"]], []).append(row["nickname"])
    counts = np.zeros(len(given) + 1, dtype=np.int32)
    for code, some in of_code.items():
        counts[code + 1] = len(some)
    ordered = [nickname for code in sorted(of_code) for nickname in of_code[code]]
    return ordered, np.cumsum(counts, dtype=np.int32)
