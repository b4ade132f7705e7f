"""Rows of a profile's keys, and what is said of a slip in it: rows counted by hand."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from suffice.errors import InputError
from suffice.law.place import Loc, row_of, rows_of
from suffice.law.profiles import profile_ids, read_profile

TEXT = '''id = "our-town"
title = """Initiative
of = our town"""
[[version]]
since = 2020-01-01
lines.roll_check = { value = true, citation = "Charter 12", mark = "found" }
[version.lines."duplicate_policy"]   # with a remark
value = "keep_first_valid"
citation = "Charter 14"
mark = "found"
[version.requirement]
percent = 10
citation = "Charter 11"
mark = "found"
[version.ground]
struck = { citation = "Charter 13", mark = "found", category = "Struck" }
duplicate = { citation = "Charter 14", mark = "found", category = "Twice" }
[[version]]
since = 2024-01-01
requirement.percent = 8
[calendar]
subdivision = "CA"
[[calendar.step]]
id = "filed"
title = "Filed"
duty = "proponents"
citation = "Charter 15"
mark = "found"
'''


@pytest.mark.parametrize(
    ("loc", "row"),
    [
        (("id",), 1),
        (("version", 0), 4),
        (("version", 0, "lines", "roll_check", "mark"), 6),
        (("version", 0, "lines", "duplicate_policy", "citation"), 9),
        (("version", 0, "ground", "duplicate", "category"), 17),
        (("version", 1), 18),
        (("version", 1, "requirement", "percent"), 20),
        (("version", 1, "requirement", "citation"), 13),
        (("version", 1, "ground", "struck"), 16),
        (("calendar", "step", 0, "duty"), 26),
        (("calendar", "step", 0, "after"), 23),
        (("of",), None),
    ],
)
def test_row(loc: Loc, row: int | None) -> None:
    assert row_of(rows_of(TEXT), loc) == row


def tables(loc: Loc, value: object) -> list[Loc]:
    """The way to every value that is a table's or an array's own."""
    if isinstance(value, dict):
        return [way for key, inner in value.items() for way in tables((*loc, key), inner)] or [loc]
    if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
        return [way for at, inner in enumerate(value) for way in tables((*loc, at), inner)]
    return [loc]


@pytest.mark.parametrize("name", profile_ids())
def test_every_value_has_the_row_of_its_key(name: str) -> None:
    """As the library of the language reads the file, so are its keys found in the text."""
    text = files("suffice.law").joinpath(f"data/{name}.toml").read_text(encoding="utf-8")
    rows, lines = rows_of(text), text.splitlines()
    for loc in tables((), tomllib.loads(text)):
        row = row_of(rows, loc)
        assert row is not None
        named = [part for part in loc if isinstance(part, str)]
        assert any(part in lines[row - 1] for part in named), loc


@pytest.mark.parametrize(
    ("slip", "instead", "message"),
    [
        ("percent = 8", "percent = 8.5", 'row 20, column version.requirement.percent: A number with a fraction .* "1.65"'),
        ("percent = 10", "percent = 110", "row 12, .* less than or equal to 100. Found: 110"),
        ('mark = "found", category = "Struck"', 'mark = "fond", category = "Struck"',
         "row 16, column version.ground.struck.mark: This is no value .* Found: 'fond'. .* Did you mean found"),
        ('"duplicate_policy"]', '"duplicate_polcy"]', "row 7, column version.lines.duplicate_polcy: .* Did you mean duplicate_p"),
        ("struck =", "strucked =", "row 16, column version.ground.strucked: 'strucked' is no ground"),
        ('citation = "Charter 11"\n', "", "row 11, column version.requirement.citation: This key is missing"),
        ("since = 2024-01-01", "since = 2019-01-01", "our-town.toml: Versions stand in the order of their days"),
        ("duty =", 'after = "here"\nduty =', "row 21, column calendar: Step filed counts from 'here'"),
        ("[calendar]", "[matching.x]\nvalue = 1\nreason = 'y'\n[calendar]", "row 21, column matching.x: There is no such"),
        ("[[version]]\nsince = 2020", "[version]\nsince = 2020", "not TOML"),
    ],
)  # fmt: skip
def test_what_is_said_of_a_slip(slip: str, instead: str, message: str) -> None:
    assert slip in TEXT
    with pytest.raises(InputError, match=f"(?s){message}"):
        read_profile(TEXT.replace(slip, instead, 1), "our-town.toml")


@pytest.mark.parametrize("text", ['id = "t"\ntitle = "T"', 'id = "t"\ntitle = "T"\nversion = 3'])
def test_a_profile_without_a_text(text: str) -> None:
    with pytest.raises(InputError, match=r"at least one text. Expected: \[\[version\]\]"):
        read_profile(text, "t.toml")


def test_keys_of_a_method() -> None:
    """The keys of every method are known, and the nearest is named."""
    sample = """
[version.sample]
citation = "c"
mark = "found"
size = { citation = "c", mark = "found" }
projection = { method = "washington", alowance = "1", deviations = "1", citation = "c", mark = "found" }
"""
    with pytest.raises(InputError, match=r"version.sample.projection.alowance: .*Did you mean allowance") as raised:
        read_profile(TEXT.replace("[calendar]", f"{sample}[calendar]"), "t.toml")
    assert raised.value.row == 26
