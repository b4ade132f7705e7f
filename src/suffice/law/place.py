"""Where a rule stands in the text of a profile: the row of a key, so that a message can name it."""

from __future__ import annotations

import re
from collections.abc import Sequence

Loc = tuple[str | int, ...]
"""The way to a value: keys of tables and places in arrays, as ("version", 1, "requirement", "percent")."""

_KEY = r"""(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')"""
_PATH = rf"{_KEY}(?:\s*\.\s*{_KEY})*"
_HEADER = re.compile(rf"^\s*(\[\[?)\s*({_PATH})\s*\]\]?\s*(?:#.*)?$")
_SETTING = re.compile(rf"^\s*({_PATH})\s*=")
_QUOTES = re.compile(r'"""|' + "'''")


def rows_of(text: str) -> dict[Loc, int]:
    """The row, counted from 1, of every header and every key that begins a row of the TOML `text`."""
    rows: dict[Loc, int] = {}
    arrays: dict[Loc, int] = {}
    table: Loc = ()
    inside = False
    for number, line in enumerate(text.splitlines(), 1):
        began = inside
        # A text over several rows holds no keys; it ends where its quotes come again.
        inside ^= len(_QUOTES.findall(line)) % 2 == 1
        if began:
            continue
        if header := _HEADER.match(line):
            table = _table(_keys(header[2]), header[1] == "[[", arrays)
            rows.setdefault(table, number)
        elif setting := _SETTING.match(line):
            rows.setdefault((*table, *_keys(setting[1])), number)
    return rows


def row_of(rows: dict[Loc, int], loc: Loc) -> int | None:
    """The row of what stands at `loc`, or of the nearest table around it.

    A version takes over what it does not say from the one before, so what is not in it is looked for there.
    """
    for length in range(len(loc), 1, -1):
        for before in _versions(loc[:length]):
            if before in rows:
                return rows[before]
    return rows.get(loc[:1])


def _versions(loc: Loc) -> Sequence[Loc]:
    if len(loc) > 2 and loc[0] == "version" and isinstance(loc[1], int):
        return [("version", version, *loc[2:]) for version in range(loc[1], -1, -1)]
    return [loc]


def _keys(path: str) -> tuple[str, ...]:
    return tuple(key.strip("\"'") for key in re.findall(_KEY, path))


def _table(keys: tuple[str, ...], is_array: bool, arrays: dict[Loc, int]) -> Loc:
    """The way to a header's table: [a.b] under [[a]] belongs to the newest of them."""
    way: Loc = ()
    for at, key in enumerate(keys):
        way = (*way, key)
        last = at == len(keys) - 1
        if last and is_array:
            arrays[way] = arrays.get(way, -1) + 1
        if way in arrays:
            way = (*way, arrays[way])
    return way
