"""The tables about given names: which words are given names, and which are short or familiar forms of others."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import as_file, files

import pyarrow as pa
import pyarrow.parquet as pq
from nicknames import NickNamer


@cache
def given_names() -> pa.Table:
    """Given names with the number of their bearers: name, bearers; about 53,600 rows.

    Source: U.S. Census Bureau, first names of the 2020 census (public domain).
    """
    with as_file(files("suffice.standard").joinpath("tables/given_name.parquet")) as path:
        return pq.read_table(path)


@cache
def nicknames() -> pa.Table:
    """Pairs of given names that one person may use, in both directions: given, other; in capital letters.

    Sources: the table of the package `nicknames` (Apache licence) and `tables/short_form.csv`. Only a name and its own
    short forms are a pair; two short forms of one name are not, or too many names would be one.
    """
    pairs: set[tuple[str, str]] = set()
    for name, others in NickNamer().nickname_lookup.items():
        for other in others:
            one, two = _letters(name), _letters(other)
            if one and two and one != two:
                pairs |= {(one, two), (two, one)}
    text = files("suffice.standard").joinpath("tables/short_form.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        pairs |= {(row["name"], row["short"]), (row["short"], row["name"])}
    ordered = sorted(pairs)
    return pa.table({"given": [one for one, _ in ordered], "other": [two for _, two in ordered]})


def _letters(name: str) -> str:
    return "".join(letter for letter in name.upper() if letter.isascii() and letter.isalpha())
