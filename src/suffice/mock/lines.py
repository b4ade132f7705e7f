"""What signers write: their habits with names and addresses, before anybody reads it."""

from __future__ import annotations

from importlib.resources import files

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from suffice.mock.draw import Flags, Integers
from suffice.mock.names import Names
from suffice.mock.places import FRACTIONS, Places
from suffice.mock.signers import PLACE, Signers
from suffice.mock.slips import misheard, misread, mistaken, typed
from suffice.mock.text import Text
from suffice.mock.voters import SUFFIXES
from suffice.mock.words import ordinal, read_words

NICKNAME, HOUSEHOLDS_NICKNAME = 0.08, 0.16  # of people whose name has one: about a third
MIDDLE_FIRST = 0.012
INITIAL_ONLY = 0.02
OTHER_SURNAME = 0.003  # of women: maiden or married name
PART_OF_DOUBLE = 0.3
NO_SUFFIX = 0.35
OTHER_SPELLING = 0.25  # of surnames with an accent, an apostrophe or a space, or which could have one
FIRST_OF_TWO = 0.3  # of people with two given names
ORDINAL = {
    "FIRST": 1,
    "SECOND": 2,
    "THIRD": 3,
    "FOURTH": 4,
    "FIFTH": 5,
    "SIXTH": 6,
    "SEVENTH": 7,
    "EIGHTH": 8,
    "NINTH": 9,
}
LAST_FIRST, LAST_FIRST_NO_COMMA = 0.03, 0.012
TYPED_WRONG = 0.035
HOUSEHOLDS_WRONG = 0.05  # of fields: typed wrong, misheard, and mistaken for another character, so many each
CAPITALS = 0.25
ILLEGIBLE = (None, "?", "-", "X")


def text_of(texts: pa.StringArray, code: npt.NDArray[np.int32]) -> pa.StringArray:
    """The text of each code, none where it is negative."""
    return texts.take(pa.array(code, mask=code < 0))


def middle_text(names: Names, middle: Integers) -> pa.StringArray:
    """Middle names as registered: a given name, an initial, or none."""
    letters = pa.array([chr(ord("A") + letter) for letter in range(26)])
    initial = text_of(letters, np.where(middle < -1, -2 - middle, -1).astype(np.int32))
    return pc.coalesce(text_of(names.given, middle), initial)


def written(
    habits: np.random.Generator, reading: np.random.Generator, names: Names, places: Places, signers: Signers,
    noise: str, kind: str,
) -> pa.Table:  # fmt: skip
    """printed_name, residence_address, city, zip of every line, with its signer's habits and the reader's slips.

    `habits` are the same however the lines are read; `reading` are the slips of one way to read them.
    """
    rng, families = reading, kind == "households"
    nicknames = HOUSEHOLDS_NICKNAME if families else NICKNAME
    parts = {**_name_parts(habits, names, signers, nicknames), **_address_parts(habits, places, signers)}
    slips = HOUSEHOLDS_WRONG if families else TYPED_WRONG
    if noise == "clerk":
        for part in ("first_name", "last_name", "street_name", "city", "zip"):
            if families:
                parts[part] = mistaken(rng, misheard(rng, parts[part], slips), slips)
            if part != "street_name":
                parts[part] = typed(rng, parts[part], slips)
    table = pa.table({"place": pa.array(np.arange(len(signers.ground))), **parts})
    connection = duckdb.connect(config={"threads": 1})
    connection.register("part", table)
    lines = connection.sql(
        files("suffice.mock").joinpath("sql/written.sql").read_text(encoding="utf-8")
    ).to_arrow_table()
    connection.close()
    columns = {name: lines.column(name).combine_chunks() for name in lines.column_names[1:]}
    if noise == "clerk":
        columns["residence_address"] = typed(rng, columns["residence_address"], slips)
        title = rng.random(len(lines)) > CAPITALS
        for name in ("printed_name", "residence_address", "city"):
            text = Text.of(columns[name])
            text.titled(title)
            columns[name] = text.column()
    else:
        for name in columns:
            columns[name] = misread(rng, columns[name])
    return pa.table(columns)


def _name_parts(rng: np.random.Generator, names: Names, signers: Signers, nicknames: float) -> dict[str, pa.Array]:
    count = len(signers.ground)

    def some(share: float) -> Flags:
        return np.asarray(rng.random(count) < share)

    first = text_of(names.given, signers.given)
    middle = middle_text(names, signers.middle)
    nickname = text_of(names.nickname, np.where(some(nicknames), names.draw_nicknames(rng, signers.given), -1))
    alone = text_of(names.given, np.where(some(FIRST_OF_TWO), names.given_parts[signers.given, 0], -1).astype(np.int32))
    first = pc.coalesce(nickname, alone, first)
    registered = signers.voter >= 0
    swapped = registered & (signers.middle >= 0) & some(MIDDLE_FIRST)
    first = pc.if_else(pa.array(swapped), middle, first)
    # An unregistered person who writes an initial only could not be told from a registered one there, by anybody.
    initial_only = pa.array(registered & some(INITIAL_ONLY))
    first = pc.if_else(initial_only, pc.utf8_slice_codeunits(first, 0, 1), first)
    how = rng.random(count)
    initial = pc.utf8_slice_codeunits(middle, 0, 1)
    stop = pc.if_else(pa.array(rng.random(count) < 0.3), ".", "")
    middle = pc.if_else(pa.array(how < 0.08), middle, pc.binary_join_element_wise(initial, stop, ""))
    middle = pc.if_else(pa.array((how < 0.34) & ~swapped), middle, pa.scalar(None, pa.string()))
    surname = signers.surname.copy()
    married = registered & signers.female & some(OTHER_SURNAME)
    surname[married] = names.draw_surnames(rng, int(married.sum()))[0]
    other = names.surname_other[surname]
    surname = np.where((other >= 0) & some(OTHER_SPELLING), other, surname).astype(np.int32)
    parted = (names.surname_parts[surname, 0] >= 0) & some(PART_OF_DOUBLE)
    side = (rng.random(count) < 0.3).astype(np.int64)
    surname = np.where(parted, names.surname_parts[surname, side], surname).astype(np.int32)
    last = text_of(names.surname, surname)
    last = pc.if_else(pa.array(some(0.3)), pc.replace_substring(last, "-", " "), last)
    last = pc.if_else(pa.array(some(0.5)), pc.replace_substring(last, "'", ""), last)
    turned = rng.random(count)
    return {
        "first_name": first,
        "middle_name": middle,
        "last_name": last,
        "name_suffix": text_of(pa.array(SUFFIXES), np.where(some(NO_SUFFIX), -1, signers.suffix).astype(np.int32)),
        "turned": pa.array(
            np.where(turned < LAST_FIRST, 1, np.where(turned < LAST_FIRST + LAST_FIRST_NO_COMMA, 2, 0)).astype(np.int8)
        ),
        "blank_name": pa.array(signers.ground == PLACE["not_identifiable"]),
        "illegible": text_of(pa.array(ILLEGIBLE), rng.integers(0, len(ILLEGIBLE), count, dtype=np.int32)),
    }


def _address_parts(rng: np.random.Generator, places: Places, signers: Signers) -> dict[str, pa.Array]:
    address, count = signers.address, len(signers.ground)

    def kept(share: float) -> pa.BooleanArray:
        return pa.array(rng.random(count) < share)

    nothing = pa.scalar(None, pa.string())
    words = read_words()
    street = pa.array(address.street)
    kind = places.street_type.take(street)
    how = rng.random(count)
    for code, about in words["type"].items():
        for place, form in enumerate(about["written"]):
            chosen = pc.and_(pc.equal(kind, code), pa.array((how * 20).astype(np.int64) == place))
            kind = pc.if_else(pc.fill_null(chosen, False), form, kind)
    kind = pc.if_else(pa.array(how < 0.92), kind, nothing)
    direction = places.pre_direction.take(street)
    for short, full in (("N", "NORTH"), ("S", "SOUTH"), ("E", "EAST"), ("W", "WEST")):
        chosen = pc.fill_null(pc.and_(pc.equal(direction, short), kept(0.12)), False)
        direction = pc.if_else(chosen, full, direction)
    unit = text_of(places.unit, address.unit)
    unit = pc.if_else(kept(0.3), pc.replace_substring_regex(unit, "^(APT|UNIT|#) ", "#"), unit)
    city = text_of(places.city, address.city)
    shorter = city
    for long, short in words["short"].items():
        shorter = pc.replace_substring(shorter, long, short)
    city = pc.if_else(kept(0.04), shorter, city)
    abroad = signers.ground == PLACE["out_of_jurisdiction"]
    city = pc.if_else(pa.array(abroad | (rng.random(count) < 0.94)), city, nothing)
    code = pc.if_else(pa.array(abroad | (rng.random(count) < 0.93)), text_of(places.zip, address.zip), nothing)
    return {
        "house_number": pc.cast(pa.array(address.number), pa.string()),
        "house_fraction": pc.if_else(kept(0.7), text_of(pa.array(FRACTIONS), address.fraction), nothing),
        "pre_direction": pc.if_else(kept(0.88), direction, nothing),
        "street_name": _street_name(rng, places.street_name.take(street)),
        "street_type": kind,
        "post_direction": pc.if_else(kept(0.88), places.post_direction.take(street), nothing),
        "unit": pc.if_else(kept(0.72), unit, nothing),
        "city": city,
        "zip": code,
        "blank_address": pa.array(signers.ground == PLACE["no_address"]),
    }


def _street_name(rng: np.random.Generator, name: pa.StringArray) -> pa.StringArray:
    """Street names as written: a few numbered ones without the ending, or as a word."""
    how = rng.random(len(name))
    name = pc.if_else(pa.array(how < 0.08), pc.replace_substring_regex(name, "^([0-9]+)(ST|ND|RD|TH)$", "\\1"), name)
    for word, number in ORDINAL.items():
        chosen = pc.and_(pc.equal(name, ordinal(number)), pa.array(how > 0.9))
        name = pc.if_else(chosen, word, name)
    return name
