"""The words of the mock county: its cities, the parts of street names, and how signers shorten them."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TypedDict, cast

import numpy as np

from suffice.mock.draw import Flags
from suffice.mock.names import Names

STREET_NAMES = 9_000


class StreetType(TypedDict):
    """How common a type of street is, and the other ways to write it."""

    share: float
    written: list[str]


class Words(TypedDict):
    """What `tables/places.toml` holds."""

    county: str
    cities: list[str]
    other_cities: list[str]
    short: dict[str, str]
    street: dict[str, list[str]]
    type: dict[str, StreetType]


def read_words() -> Words:
    """The words of `tables/places.toml`, which is part of the package."""
    text = files("suffice.mock").joinpath("tables/places.toml").read_text(encoding="utf-8")
    return cast(Words, tomllib.loads(text))


def ordinal(number: int) -> str:
    """`number` as a numbered street has it: 1ST, 2ND, 3RD, 11TH, 122ND."""
    ending = "TH" if number % 100 in (11, 12, 13) else {1: "ST", 2: "ND", 3: "RD"}.get(number % 10, "TH")
    return f"{number}{ending}"


def street_names(words: Words, names: Names) -> tuple[list[str], Flags]:
    """About 9,000 names of streets, the frequent ones first, and which of them have no type after the name."""
    street = words["street"]
    made = street["first"] + [ordinal(number) for number in range(1, 200)]
    people = [name for name in names.surname[:7_000].to_pylist() if len(name) > 3]
    given = [name for name in names.given[:700].to_pylist() if len(name) > 3]
    made += [f"{front} {back}" for front in street["front"] for back in street["back"]]
    spanish = [f"{kind} {rest}" for kind in street["spanish_kind"] for rest in street["spanish"]]
    room = STREET_NAMES - len(spanish)
    made = list(dict.fromkeys([*made[:280], *people[:300], *made[280:], *given, *people[300:]]))[:room]
    return made + spanish, np.arange(len(made) + len(spanish)) >= len(made)
