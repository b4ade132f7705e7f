"""Lines that agree with nobody in name and address, on a roll so small that they can still be one voter's only.

Expected from docs/decisions/0041-likely-voters.md; the roll's bits by hand.
"""

from __future__ import annotations

from math import log2

import pytest
from tests.examine.conftest import Propose
from tests.examine.test_dispositions import SIGNED

from suffice.engine import connect, step

SURNAMES = (
    "Abbott",
    "Brandt",
    "Castillo",
    "Drummond",
    "Eriksen",
    "Fairbanks",
    "Giordano",
    "Hathaway",
    "Ibarra",
    "Jankowski",
)
GIVEN = ("Agnes", "Bruno", "Clara", "Desmond", "Edith", "Felix", "Greta", "Hubert", "Irene", "Julius")
STREETS = ("Acorn", "Birch", "Cypress", "Dogwood", "Elder", "Ficus", "Gum", "Holly", "Ironwood", "Juniper")
AT = "active,,2010-01-01,2010-01-05,1970-02-03,Example County"


def voter(at: int, given: int, number: str, surname: str | None = None) -> str:
    """Number `at` of two hundred voters, each at an address of his own: street by tens, postal code and city by twenties."""
    street, town = STREETS[at // 10 % 10].upper(), at // 20
    name = f"{number},{surname or SURNAMES[at % 10]},{GIVEN[given % 10]}"
    return f"{name},,,{100 + 7 * at},{street},ST,,TOWN {'ABCDEFGHIJ'[town]},{90001 + town},{AT}"


TOWN = [voter(at, at // 10 + at, f"T{at}") for at in range(200)]
# The same town, where with every voter a relative of the same surname is registered.
FAMILIES = TOWN + [voter(at, at // 10 + at + 5, f"U{at}") for at in range(200)]

# Voter T42 is CASTILLO, GRETA, 394 ELDER ST, TOWN C, 90003; a line, and whether the voter is shown.
LINES = [
    # Another given name or surname, all else agreeing: with nobody else at that address, it is hers or nobody's.
    ("Otto Castillo,394 Elder St,Town C,90003", True),
    ("Greta Quimby,394 Elder St,Town C,90003", True),
    # Slips everywhere, no street; only the postal code is written to the letter.
    ("Gerta Catsillo,394,Town C,90003", True),
    # Two voters bear the name, and the street is neither's.
    ("Greta Castillo,77 Nowhere Rd,Town C,90003", False),
    # Nothing is hers but the postal code and the city, or the given name.
    ("Otto Quimby,17 Nowhere Rd,Town C,90003", False),
    ("Greta Quimby,17 Nowhere Rd,Elsewhere,90333", False),
]


@pytest.mark.parametrize(("line", "shown"), LINES)
def test_a_line_that_is_one_voters_or_nobodys_is_shown_to_a_person(propose: Propose, line: str, shown: bool) -> None:
    row = propose(TOWN, [f"1,1,{line},{SIGNED}"])["1/1"]
    assert (row["disposition"] != "valid", row["voter_id"]) == (True, "T42" if shown else ""), row["evidence"]
    assert not shown or row["ground"] in ("", "different_address")


def test_where_relatives_live_together_another_given_name_is_a_relative(propose: Propose) -> None:
    line = [f"1,1,Otto Castillo,394 Elder St,Town C,90003,{SIGNED}"]
    alone, together = propose(TOWN, line, 1, "alone")["1/1"], propose(FAMILIES, line, 1, "together")["1/1"]
    assert alone["disposition"] == "needs_review"
    assert alone["evidence"].startswith("Name and address agree in part, and with no other voter nearly as well")
    assert (together["disposition"], together["ground"]) == ("invalid", "not_registered")


def test_two_who_are_as_likely_are_not_told_apart(propose: Propose) -> None:
    twin = voter(42, 8, "T200", "Castillo")
    row = propose([*TOWN, twin], [f"1,1,Otto Castillo,394 Elder St,Town C,90003,{SIGNED}"])["1/1"]
    assert row["voter_id"] == ""


def test_what_the_roll_says_of_chance() -> None:
    """Four voters: two of one surname in one house, and so of three in 16 pairs (with the one never seen) one surname."""
    with connect() as connection:
        connection.execute(
            "CREATE TABLE voter AS SELECT * FROM (VALUES ('LEE', 'ANN', 1, 'OAK', '90001', 'A', false),"
            " ('LEE', 'BOB', 1, 'OAK', '90001', 'A', false), ('FOX', 'CAL', 2, 'OAK', '90001', 'A', false),"
            " ('RAY', 'DEE', 3, 'ELM', '90002', 'A', false), ('RAY', 'DEE', 9, 'ASH', '90009', 'B', true))"
            " AS v(surname, given, house, street, zip5, city, former)"
        )
        found = connection.sql(step("match", "roll_chance"))
        bits = dict(zip(found.columns, found.fetchall()[0], strict=True))
    assert bits["roll_bits"] == 2
    assert bits["surname_bits"] == pytest.approx(log2(16 / 3))
    assert bits["given_bits"] == pytest.approx(log2(16 / 1))
    assert bits["street_zip_bits"] == pytest.approx(log2(16 / 7))
    assert bits["city_bits"] == pytest.approx(log2(16 / 13))
    assert bits["address_bits"] == bits["household_bits"] == pytest.approx(log2(16 / 3))


@pytest.mark.parametrize(("written", "street"), [("704", ""), (" 704 ", ""), ("704 5", "5"), ("704 5th", "5TH")])
def test_a_number_alone_is_no_street(written: str, street: str) -> None:
    with connect() as connection:
        assert connection.execute("SELECT street_words(?)", [written]).fetchall() == [(street,)]
