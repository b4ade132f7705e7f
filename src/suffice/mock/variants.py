"""Which given names may be two forms of one: nobody unregistered at an address bears a form of a registered name there."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from nicknames import NickNamer

from suffice.mock.draw import Flags, Integers
from suffice.mock.names import Names

# Spellings that sound alike, applied in order: SARAH and SARA, JON and JOHN, KATHRYN and CATHERINE.
SOUNDS = (
    ("PH", "F"), ("CK", "K"), ("C(?=[EIY])", "S"), ("C", "K"), ("Z", "S"), ("H", ""), ("(?<=.)IE|(?<=.)EE|Y|EY", "I"),
    ("(.)\\1+", "\\1"), ("(?<=..)E(?=.)", ""), ("(?<=..)E$", ""),
)  # fmt: skip


@dataclass(frozen=True)
class Variants:
    """Answers whether two given names, by code, may be one."""

    sound: npt.NDArray[np.int64]
    pair: npt.NDArray[np.int64]

    def one(self, given: Integers, other: Integers) -> Flags:
        """True where both names are equal, sound alike, or one is a familiar form of the other."""
        pair = given.astype(np.int64) << 32 | other
        return np.asarray(
            (given == other) | (self.sound[given] == self.sound[other]) | np.isin(pair, self.pair), dtype=np.bool_
        )


def read_variants(names: Names) -> Variants:
    """The variants among `names`: the mock's own nicknames, those of the package `nicknames`, and spellings."""
    given: list[str] = names.given.to_pylist()
    place = {name: code for code, name in enumerate(given)}
    forms: list[tuple[str, str]] = [
        (name.upper(), form.upper()) for name, all_of in NickNamer().nickname_lookup.items() for form in all_of
    ]
    first, nickname = names.nickname_first, names.nickname.to_pylist()
    forms += [
        (given[code], form)
        for code in np.flatnonzero(first[1:] > first[:-1]).tolist()
        for form in nickname[first[code] : first[code + 1]]
    ]
    # All forms of a name are one family, and so are all names with one form: PAT is both PATRICK and PATRICIA.
    families: dict[tuple[str, bool], set[str]] = {}
    for name, form in forms:
        families.setdefault((name, True), {name}).add(form)
        families.setdefault((form, False), {form}).add(name)
    known = [sorted(place[name] for name in family & place.keys()) for family in families.values()]
    pairs = {one << 32 | two for family in known for one in family for two in family}
    sounds: dict[str, int] = {}
    sound = [sounds.setdefault(_sound(name), len(sounds)) for name in given]
    return Variants(np.array(sound, dtype=np.int64), np.array(sorted(pairs), dtype=np.int64))


def _sound(name: str) -> str:
    for written, heard in SOUNDS:
        name = re.sub(written, heard, name)
    return name
