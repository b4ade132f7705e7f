"""Lines at a voter's own address whose name is hers in a form that no table lists: a person looks, nobody is "not registered".

Expected from docs/decisions/0042-forms-of-a-name.md; each form is common usage or one slip of the pen. The roll is one of families,
where another given name at an address is a relative's.
"""

from __future__ import annotations

import pytest
from tests.examine.conftest import Propose
from tests.examine.test_dispositions import SIGNED
from tests.examine.test_likely_voters import FAMILIES, GIVEN, SURNAMES

AT = "active,,2010-01-01,2010-01-05,1970-02-03,Example County"
HOME = "31,CEDAR HILL,AVE,,ROSEFIELD,90215"


def voter(number: str, surname: str, given: str, middle: str = "", home: str = HOME) -> str:
    return f"{number},{surname},{given},{middle},,{home},{AT}"


# What is written, and the given and middle names of the only voter at that address.
FORMS = [
    # Familiar forms, by their letters alone.
    ("Katie", "KATHERINE", ""),
    ("Kate", "CATHERINE", ""),
    ("Liv", "OLIVIA", ""),
    ("Evie", "EVELYN", ""),
    ("Gaby", "GABRIELA", ""),
    ("Freddy", "ALFREDO", ""),
    ("Jerry", "GERARDO", ""),
    # The full name, where the roll has the form.
    ("Katherine", "KATIE", ""),
    # Misspelt nicknames: Dave, Jeff, Mickey, Rob.
    ("Daev", "DAVID", ""),
    ("Jrff", "JEFFREY", ""),
    ("Mixkey", "MICHAEL", ""),
    ("Orb", "ROBERT", ""),
    # The initial of a nickname, Bob; the same beginning.
    ("B", "ROBERT", ""),
    ("Roger", "ROGELIO", ""),
    # Two letters exchanged, or one left away, in a name of three.
    ("Kmi", "KIM", ""),
    ("Oy", "JOY", ""),
    # A given name that is not the first; its initial.
    ("Melissa", "LORETTA MEERA", "MELISSA"),
    ("S", "HEATHER", "SUSAN"),
]


# So that the one odd name is not taken for a machine's reading of the whole petition.
TYPED = [f"2,{at},Mary Jones,{at} Nowhere Ave,Rosefield,90215,{SIGNED}" for at in range(1, 11)]


@pytest.mark.parametrize(("written", "given", "middle"), FORMS, ids=[f"{form[0]} for {form[1]}" for form in FORMS])
def test_a_form_of_the_name_goes_to_a_person(propose: Propose, written: str, given: str, middle: str) -> None:
    roll = [voter("V1", "LINDQVIST", given, middle), voter("V2", "LINDQVIST", "WILHELMINA"), *FAMILIES]
    row = propose(roll, [f"1,1,{written} Lindqvist,31 Cedar Hill Ave,Rosefield,90215,{SIGNED}", *TYPED])["1/1"]
    assert (row["disposition"], row["voter_id"]) == ("needs_review", "V1"), row["evidence"]


@pytest.mark.parametrize("written", ["Susan", "Otto", "B", "Mary", "Anne"])
def test_another_name_is_another_person(propose: Propose, written: str) -> None:
    row = propose(
        [voter("V1", "LINDQVIST", "KATHERINE", "ROSE")],
        [f"1,1,{written} Lindqvist,31 Cedar Hill Ave,Rosefield,90215,{SIGNED}"],
    )["1/1"]
    assert (row["disposition"], row["ground"]) == ("invalid", "not_registered"), row["evidence"]


@pytest.mark.parametrize(
    "written",
    [
        "Susan Kaufman,31 Cedar Hill Ave",  # the same street, another surname: as before
        "Susan Kaufman,31 Cedar Hil Ave",
        "Susie Kaufman,31 Cedar Hill Ave",
        "Susam Kaufman,31 Cedar Ave",
    ],
)
def test_another_surname_goes_to_a_person_with_a_slip_beside_it_too(propose: Propose, written: str) -> None:
    row = propose([voter("V1", "RUFF", "SUSAN")], [f"1,1,{written},Rosefield,90215,{SIGNED}"])["1/1"]
    assert (row["disposition"], row["voter_id"]) == ("needs_review", "V1"), row["evidence"]


NUMBERED = "2264,175TH,ST,,ROSEFIELD,90215"


@pytest.mark.parametrize(
    "written",
    ["2264175th St", "226 4175th St", "22641 75th St", "2264 1 75th Street Apt 3"],
)
@pytest.mark.parametrize("surname", ["Partee", "Smith"])
def test_house_and_street_run_together_are_one_slip(propose: Propose, written: str, surname: str) -> None:
    """Found by the whole name where it is rare, and by surname and postal code where thirty voters bear it."""
    others = [voter(f"W{at}", "SMITH", "ZACHARY", home=f"{100 + at},ELM,ST,,VISTA GRANDE,90012") for at in range(30)]
    row = propose(
        [voter("V1", surname.upper(), "ZACHARY", home=NUMBERED), *others],
        [f"1,1,Zachary {surname},{written},Rosefield,90215,{SIGNED}"],
    )["1/1"]
    assert (row["disposition"], row["voter_id"]) == ("valid", "V1"), row["evidence"]


def test_a_nickname_and_a_wrong_digit_are_found_in_the_voters_street(propose: Propose) -> None:
    """On a roll where no field points at few voters by itself, so that two must agree to be compared at all."""
    street = "WHITE CREST,ST,,VISTA GRANDE,90109"
    others = [voter(f"W{at}", SURNAMES[at % 10], GIVEN[at // 10 % 10], home=f"{9 * at},{street}") for at in range(900)]
    row = propose(
        [voter("V1", "HATHAWAY", "ANTHONY", home=f"1525,{street}"), *others],
        [f"1,1,Tony Hathaway,2525 White Crest St,Vista Grande,90109,{SIGNED}"],
    )["1/1"]
    assert (row["disposition"], row["voter_id"]) == ("valid", "V1"), row["evidence"]


def test_a_wrong_digit_in_both_numbers_is_not_another_address(propose: Propose) -> None:
    home = "23595,SUMMER RUN,PL,,SAN MARTEL,90253"
    row = propose(
        [voter("V1", "GERONIMO", "EMILY", "MIA", home)],
        [f"1,1,Emily Mia Geronimo,23695 Summer Run Pl,,90235,{SIGNED}"],
    )["1/1"]
    assert (row["disposition"], row["voter_id"]) == ("needs_review", "V1"), row["evidence"]


@pytest.mark.parametrize(("rival", "disposition"), [("DEVIN", "needs_review"), ("RACHEL", "invalid")])
def test_an_initial_of_two_voters_repeats_nobody(propose: Propose, rival: str, disposition: str) -> None:
    """D. Dydo repeats David's clear line only where no Devin Dydo lives at the same address."""
    roll = [voter("V1", "DYDO", "DAVID"), voter("V2", "DYDO", rival)]
    lines = [
        f"1,1,David Dydo,31 Cedar Hill Ave,Rosefield,90215,{SIGNED}",
        f"1,2,D Dydo,31 Cedar Hill Ave,Rosefield,90215,{SIGNED}",
    ]
    rows = propose(roll, lines)
    assert rows["1/1"]["disposition"] == "valid"
    assert rows["1/2"]["disposition"] == disposition, rows["1/2"]["evidence"]
