"""Where people of the mock county live: cities with zips, streets, houses and apartment houses."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa

from suffice.mock.draw import Flags, Floats, Integers, apportioned, cumulated, weighted
from suffice.mock.names import Names
from suffice.mock.words import StreetType, Words, read_words, street_names

DIRECTIONS = ("N", "S", "E", "W")
FRACTIONS = ("1/2", "1/4", "3/4")
MOST_UNITS = 200
APARTMENT_SHARE = 0.34
HOUSEHOLDS_PER_STREET = 55
FIRST_ZIP, FIRST_OTHER_ZIP = 90_001, 92_001
ZIPS = 290
# Words before a unit number, and how an apartment house numbers: 1, 2, 3 ...; 101, 102 ... 201; A, B, C ...
UNIT_WORDS = ("APT", "UNIT", "#")
LETTERS = 26
NUMBERED = 3_000


@dataclass(frozen=True)
class Addresses:
    """One address a row: codes into the texts of `Places`, -1 for a part that is absent."""

    street: Integers
    number: Integers
    fraction: Integers
    unit: Integers
    city: Integers
    zip: Integers

    def take(self, rows: Integers) -> Addresses:
        """The addresses of `rows`, in their order."""
        return Addresses(*(getattr(self, part)[rows] for part in PARTS))

    def put(self, rows: Integers | Flags, others: Addresses) -> Addresses:
        """These addresses with `others` in place of `rows`."""
        changed = {}
        for part in PARTS:
            changed[part] = getattr(self, part).copy()
            changed[part][rows] = getattr(others, part)
        return replace(self, **changed)


PARTS = ("street", "number", "fraction", "unit", "city", "zip")


@dataclass(frozen=True)
class Places:
    """The county's streets and their texts. Cities and zips of other counties follow its own in the texts."""

    county: str
    city: pa.StringArray
    zip: pa.StringArray
    own_cities: int
    own_zips: int
    unit: pa.StringArray
    street_name: pa.StringArray  # one a street, as are all below
    street_type: pa.StringArray
    pre_direction: pa.StringArray
    post_direction: pa.StringArray
    street_city: Integers
    street_zip: Integers
    first_number: Integers
    houses: Integers  # building plots taken; the numbers above first_number + 4 * houses are free


def lay_out(rng: np.random.Generator, names: Names, households: int) -> tuple[Places, Addresses]:
    """A county in which `households` live, and their addresses (one each, no two alike)."""
    words = read_words()
    apartments = int(households * APARTMENT_SHARE)
    sizes = _apartment_houses(rng, apartments)
    plots = households - int(sizes.sum()) + len(sizes)
    places = _streets(rng, names, words, max(60, households // HOUSEHOLDS_PER_STREET))
    length = rng.gamma(1.5, 1.0, len(places.houses)) + 0.05
    houses = apportioned(plots, length).astype(np.int32)
    places = replace(places, houses=houses)
    street = np.repeat(np.arange(len(houses), dtype=np.int32), houses)
    place_on_street = np.arange(plots, dtype=np.int32) - np.repeat(np.cumsum(houses) - houses, houses).astype(np.int32)
    number = places.first_number[street] + 4 * place_on_street + rng.integers(0, 4, plots, dtype=np.int32)
    # A dwelling behind another has its number with a fraction.
    behind = (rng.random(plots) < 0.006) & (place_on_street > 0)
    behind[1:] &= ~behind[:-1]
    number[behind] = number[np.flatnonzero(behind) - 1]
    fraction = np.where(behind, weighted(rng, cumulated([12, 1, 1]), plots), -1).astype(np.int32)
    plot, unit = _dwellings(rng, plots, sizes)
    order = rng.permutation(households)
    plot, unit = plot[order], unit[order]
    streets = street[plot]
    return places, Addresses(
        streets, number[plot], fraction[plot], unit, places.street_city[streets], places.street_zip[streets]
    )


def address_count(places: Places) -> int:
    """How many building plots are taken."""
    return int(places.houses.sum())


def unlisted(rng: np.random.Generator, places: Places, count: int) -> Addresses:
    """Addresses in the county at which nobody on the roll lives: numbers past the last house of a street."""
    street = weighted(rng, cumulated(places.houses + 1), count)
    past = 4 * places.houses[street] + rng.integers(4, 400, count)
    none = np.full(count, -1, dtype=np.int32)
    number = (places.first_number[street] + past).astype(np.int32)
    return Addresses(street, number, none, none, places.street_city[street], places.street_zip[street])


def elsewhere(rng: np.random.Generator, places: Places, count: int) -> Addresses:
    """Addresses in other counties: cities and zips that no voter of the roll has."""
    home = unlisted(rng, places, count)
    cities = len(places.city) - places.own_cities
    city = rng.integers(0, cities, count, dtype=np.int32)
    per_city = (len(places.zip) - places.own_zips) // cities
    zip_code = places.own_zips + city * per_city + rng.integers(0, per_city, count, dtype=np.int32)
    return replace(home, city=places.own_cities + city, zip=zip_code.astype(np.int32))


def _apartment_houses(rng: np.random.Generator, apartments: int) -> Integers:
    """Households in each apartment house, 3 to 170 of them, together at most `apartments`."""
    drawn = np.exp(rng.normal(2.3, 0.85, apartments // 6 + 1))
    sizes = np.clip(np.round(drawn), 3, MOST_UNITS * 17 // 20).astype(np.int32)
    return np.asarray(sizes[np.cumsum(sizes) <= apartments], dtype=np.int32)


def _dwellings(rng: np.random.Generator, plots: int, sizes: Integers) -> tuple[Integers, Integers]:
    """Plot and unit of every dwelling; some plots hold apartment houses of the given sizes."""
    per_plot = np.ones(plots, dtype=np.int32)
    apartment_plots = np.sort(rng.permutation(plots)[: len(sizes)])
    per_plot[apartment_plots] = sizes
    plot = np.repeat(np.arange(plots, dtype=np.int32), per_plot)
    order_in_house = np.arange(len(plot), dtype=np.int32) - np.repeat(np.cumsum(per_plot) - per_plot, per_plot)
    # Some apartments have no voter: every eighth or so number is left out, so that the highest stays under 200.
    order_in_house = order_in_house + order_in_house // 8
    word = weighted(rng, cumulated([6, 2, 2]), plots)[plot]
    numbering = weighted(rng, cumulated([4, 4, 2]), plots)[plot]
    numbering = np.where((numbering == 2) & (per_plot[plot] > 20), 1, numbering)
    by_floor = (order_in_house // 10 + 1) * 100 + order_in_house % 10 + 1
    label = np.choose(numbering, [order_in_house + 1, by_floor, NUMBERED + order_in_house])
    unit = np.where(per_plot[plot] > 1, word * (NUMBERED + LETTERS) + label, -1)
    return plot, unit.astype(np.int32)


def _units() -> pa.StringArray:
    labels = [str(number) for number in range(NUMBERED)] + [chr(ord("A") + letter) for letter in range(LETTERS)]
    return pa.array([f"{word} {label}" for word in UNIT_WORDS for label in labels])


def _streets(rng: np.random.Generator, names: Names, words: Words, count: int) -> Places:
    vocabulary, typeless = street_names(words, names)
    cities, other_cities = words["cities"], words["other_cities"]
    weight = 1 / (np.arange(len(cities)) + 4.0)
    weight[0] = weight.sum() * 0.6
    zips_of: Integers = np.maximum(1, apportioned(ZIPS, weight))
    first_zip = np.cumsum(zips_of) - zips_of
    types = words["type"]
    popularity = 1 / (np.arange(len(vocabulary)) + 10.0) ** 0.7
    # A street is one name, type and direction in one city; as many as are wanted, without repeats.
    key = np.zeros(0, dtype=np.int64)
    while len(key) < count:
        name = weighted(rng, cumulated(popularity), 2 * count)
        kind = np.where(typeless[name], len(types), weighted(rng, _shares(types), 2 * count))
        direction = np.where(rng.random(2 * count) < 0.22, rng.integers(0, 4, 2 * count), 4)
        city = weighted(rng, cumulated(weight), 2 * count)
        drawn = ((name.astype(np.int64) * 16 + kind) * 8 + direction) * 128 + city
        both = np.concatenate([key, drawn])
        key = both[np.sort(np.unique(both, return_index=True)[1])]
    key = key[:count]
    city, direction, kind, name = key % 128, key // 128 % 8, key // 1024 % 16, key // 16384
    zip_code = first_zip[city] + (rng.random(count) * zips_of[city]).astype(np.int64)
    post = np.where((direction == 4) & (rng.random(count) < 0.01), rng.integers(0, 4, count), 4)
    blocks = np.exp(rng.uniform(0.0, np.log(240.0), count)).astype(np.int32)
    direction_text = pa.array([*DIRECTIONS, None])
    own_zips = int(zips_of.sum())
    zips = [str(FIRST_ZIP + at) for at in range(own_zips)]
    zips += [str(FIRST_OTHER_ZIP + at) for at in range(3 * len(other_cities))]
    return Places(
        county=words["county"],
        city=pa.array([*cities, *other_cities]),
        zip=pa.array(zips),
        own_cities=len(cities),
        own_zips=own_zips,
        unit=_units(),
        street_name=pa.array(vocabulary).take(pa.array(name)),
        street_type=pa.array([*types, None]).take(pa.array(kind)),
        pre_direction=direction_text.take(pa.array(direction)),
        post_direction=direction_text.take(pa.array(post)),
        street_city=city.astype(np.int32),
        street_zip=zip_code.astype(np.int32),
        first_number=(blocks * 100).astype(np.int32),
        houses=np.zeros(count, dtype=np.int32),
    )


def _shares(types: dict[str, StreetType]) -> Floats:
    return cumulated([kind["share"] for kind in types.values()])
