"""How what was written goes wrong on its way into the computer: slips of people who type, and of machines that read."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from suffice.mock.text import Characters, Positions, Text

KEYBOARD = ("1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM")
# What a reading machine takes for what, in handwritten capitals; the first is the likeliest.
LOOKALIKES = {
    "A": "RHOA4", "B": "8RDE3", "C": "GOEL(", "D": "OPB0", "E": "FCBL", "F": "EPT", "G": "C6OQ", "H": "NMA4", "I": "1LTJ",
    "J": "I1TU", "K": "RXH", "L": "I1CU", "M": "NHW", "N": "MHUV", "O": "0QDCU", "P": "RFDB", "Q": "OG0", "R": "PKAB",
    "S": "5G8B", "T": "I7FY", "U": "VOLN", "V": "UYN", "W": "VNM", "X": "KYV", "Y": "VXT4", "Z": "27S", "0": "OD6Q",
    "1": "I7L", "2": "Z7", "3": "8B5", "4": "9AH", "5": "S36", "6": "G80b", "7": "1TZ2", "8": "B36S", "9": "4G7", "#": "H4",
    "-": "~.", "'": ",.", ",": ".'", ".": ",-", "/": "1I", "Ñ": "NM", "É": "EF", "Í": "I1", "Á": "A4", "Ó": "O0",
}  # fmt: skip
# Sounds that are written in several ways.
SOUNDS = (
    ("PH", "F"), ("F", "PH"), ("CK", "K"), ("C", "K"), ("K", "C"), ("Z", "S"), ("S", "Z"), ("IE", "Y"), ("Y", "I"), ("I", "Y"),
    ("EA", "EE"), ("EE", "EA"), ("LL", "L"), ("L", "LL"), ("NN", "N"), ("N", "NN"), ("TT", "T"), ("GH", "G"), ("SCH", "SH"),
    ("X", "KS"), ("QU", "KW"), ("V", "B"), ("B", "V"), ("OU", "OO"), ("AU", "O"), ("EI", "IE"), ("H", ""), ("R", "RR"),
)  # fmt: skip
WRONG = 0.12
LOST, ADDED = 0.06, 0.05  # of the wrong characters
SPACE_WRONG = 0.03
SUBSTITUTED, OMITTED, DOUBLED = 0.42, 0.68, 0.84  # running shares of the kinds of typing slips; the rest are swaps


def typed(rng: np.random.Generator, column: pa.StringArray, share: float) -> pa.StringArray:
    """`column` with one typing slip in `share` of its texts: a neighbouring key, a letter left out, doubled or swapped."""
    text = Text.of(column)
    where = _somewhere(rng, text, share)
    kind = rng.random(len(where))
    swap = where[kind >= DOUBLED]
    last = np.append(text.start[1:], 0)[np.searchsorted(text.start, swap, side="right") - 1] - 1
    swap = np.minimum(swap, last - 1)
    text.characters[swap], text.characters[swap + 1] = text.characters[swap + 1], text.characters[swap].copy()
    replace = where[kind < SUBSTITUTED]
    text.characters[replace] = _other(rng, text.characters[replace], *_tables(_keyboard()))
    times = np.ones(len(text.characters), dtype=np.int8)
    times[where[(kind >= SUBSTITUTED) & (kind < OMITTED)]] = 0
    times[where[(kind >= OMITTED) & (kind < DOUBLED)]] = 2
    text.repeated(times)
    return text.column()


def mistaken(rng: np.random.Generator, column: pa.StringArray, share: float) -> pa.StringArray:
    """`column` with one character taken for another that looks like it in `share` of its texts."""
    text = Text.of(column)
    where = _somewhere(rng, text, share)
    text.characters[where] = _other(rng, text.characters[where], *_tables(_lookalikes()))
    return text.column()


def misheard(rng: np.random.Generator, column: pa.StringArray, share: float) -> pa.StringArray:
    """`column` with a part written as it sounds in `share` of its texts, where a sound can be written otherwise."""
    texts = column.to_numpy(zero_copy_only=False).copy()
    for row in np.flatnonzero(rng.random(len(texts)) < share).tolist():
        for rule in rng.permutation(len(SOUNDS)).tolist():
            written, otherwise = SOUNDS[rule]
            if texts[row] and written in texts[row][1:]:
                texts[row] = texts[row][0] + texts[row][1:].replace(written, otherwise, 1)
                break
    return pa.array(texts, pa.string())


def misread(rng: np.random.Generator, column: pa.StringArray, wrong: float = WRONG) -> pa.StringArray:
    """`column` with `wrong` of its characters taken for others that look alike; few are lost, added, or split words."""
    text = Text.of(column)
    table, count = _tables(_lookalikes())
    draw = rng.random(len(text.characters))
    space = text.characters == ord(" ")
    hit = (draw < wrong) & ~space
    text.characters[hit] = _other(rng, text.characters[hit], table, count)
    kind = rng.random(len(draw))
    times = np.ones(len(draw), dtype=np.int8)
    times[hit & (kind < LOST)] = 0
    times[hit & (kind >= LOST) & (kind < LOST + ADDED)] = 2
    times[space & (draw < SPACE_WRONG)] = 0
    before = text.repeated(times)
    # The second of two is another character, not the same again.
    second = np.flatnonzero(before[1:] == before[:-1]) + 1
    text.characters[second] = _other(rng, text.characters[second], table, count)
    return text.column()


def _somewhere(rng: np.random.Generator, text: Text, share: float) -> Positions:
    """A place in each of `share` of the texts, those of one or two characters left alone."""
    length = text.length
    hit = np.flatnonzero((rng.random(len(length)) < share) & (length > 2))
    return np.asarray(text.start[hit] + (rng.random(len(hit)) * length[hit]).astype(np.int64))


def _lookalikes() -> dict[int, list[int]]:
    return {ord(key): [ord(other) for other in others] for key, others in LOOKALIKES.items()}


def _keyboard() -> dict[int, list[int]]:
    beside: dict[int, list[int]] = {}
    for above, row in zip(("", *KEYBOARD), KEYBOARD, strict=False):
        for at, key in enumerate(row):
            around = [row[at - 1 : at], row[at + 1 : at + 2]]
            if key.isalpha() and above.isalpha():
                around += [above[at : at + 1], above[at + 1 : at + 2]]
            others = [ord(other) for other in around if other]
            beside[ord(key)] = others
            if key.isalpha():
                beside[ord(key.lower())] = [other + 32 for other in others]
    return beside


def _tables(others: dict[int, list[int]]) -> tuple[Characters, Positions]:
    """The characters that may stand for each of the first 256, and how many those are."""
    table = np.zeros((256, max(map(len, others.values()))), dtype=np.uint32)
    count = np.zeros(256, dtype=np.int64)
    for code, some in others.items():
        table[code, : len(some)], count[code] = some, len(some)
    return table, count


def _other(rng: np.random.Generator, code: Characters, table: Characters, count: Positions) -> Characters:
    """Another character for each of `code`, the first ones of its row likelier; itself where it has none."""
    place = np.minimum(code, 255).astype(np.int64)
    choice = (rng.random(len(code)) ** 1.6 * count[place]).astype(np.int64)
    return np.where((count[place] > 0) & (code < 256), table[place, choice], code).astype(np.uint32)
