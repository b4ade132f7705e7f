"""What is proposed for lines of every kind; expected by hand from the profile's grounds and tolerances."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.examine.conftest import Propose

from suffice.engine import connect

VOTERS = [
    "V1,GARCIA-LOPEZ,MARIA,ELENA,,704,5TH,ST,3,VISTA GRANDE,90012,active,,2010-01-01,2010-01-05,1970-02-03,Example County",
    "V2,SMITH,JOHN,ALAN,JR,1200,LAKE VIEW,AVE,,VISTA GRANDE,90013,active,,2012-01-01,2012-01-05,1990-02-03,Example County",
    "V3,SMITH,JOHN,PETER,SR,1200,LAKE VIEW,AVE,,VISTA GRANDE,90013,active,,1990-01-01,1990-01-05,1960-02-03,Example County",
    "V4,O'BRIEN,WILLIAM,,,88,ELM,DR,,ROSEFIELD,90215,inactive,,2010-01-01,2010-01-05,1970-02-03,Example County",
    "V5,NGUYEN,LINH,,,4501,MAPLE,BLVD,,ROSEFIELD,90215,canceled,2021-05-01,2010-01-01,2010-01-05,1970-02-03,Example County",
    "V6,JOHANSSON,KARIN,,,310,OAK,CT,,ROSEFIELD,90215,active,,2022-08-01,2022-08-01,1970-02-03,Example County",
    "V7,PETERSON,ANNA,LOUISE,,1515,RIVER,RD,,ROSEFIELD,90215,active,,2010-01-01,2010-01-05,1970-02-03,Example County",
    "V8,PETERSON,MARK,,,1515,RIVER,RD,,ROSEFIELD,90215,active,,2010-01-01,2010-01-05,1970-02-03,Example County",
    "V9,VANDERBERG,THEODORA,,,2222,HILL,ST,,VISTA GRANDE,90012,active,,2010-01-01,2010-01-05,1970-02-03,Example County",
    "V10,ABERNATHY,CLAYTON,,,99,PARK,LN,,VISTA GRANDE,90012,active,,2021-01-01,2021-01-05,2005-02-03,Example County",
    "V11,WHITFIELD,ROSALIND,MAY,,640,ST ANDREWS,PL,,VISTA GRANDE,90012,active,,2010-01-01,2010-01-05,1970-02-03,Example County",
    "V13,ODUYA,CLARA,,,409,BIRCH,RD,,VISTA GRANDE,90012,active,,2010-01-01,2010-01-05,1970-02-03,Example County",
    "V12,DE LA CRUZ,JESUS,,,4,GRAND,AVE,,VISTA GRANDE,90012,active,,2010-01-01,2010-01-05,1970-02-03,Example County",
]
SIGNED = "2022-03-01,true,false,false"

# line, disposition, ground, voter
CASES = [
    ("Maria Garcia-Lopez,704 5th St Apt 3,Vista Grande,90012", "valid", "", "V1"),
    ("Maria E. García López,704 Fifth Street,Vista Grande,90012", "valid", "", "V1"),
    ("MARIA GARCIA,704 5TH ST APT 99,VISTA GRANDE,90012", "valid", "", "V1"),
    ('"Garcia-Lopez, Maria",704 W 5th,Vista Grande,', "valid", "", "V1"),
    ("Garcia Lopez Maria,704 5th St,,90012", "valid", "", "V1"),
    ("Marai Garcia-Lopez,704 5th St,Vista Grande,90012", "valid", "", "V1"),
    ("John Smith Jr,1200 Lake View Ave,Vista Grande,90013", "valid", "", "V2"),
    ("John Smith Sr.,1200 Lake View Ave,Vista Grande,90013", "valid", "", "V3"),
    ("John A Smith,1200 Lake View Ave,Vista Grande,90013", "valid", "", "V2"),
    ("John Smith,1200 Lake View Ave,Vista Grande,90013", "needs_review", "", None),
    ("William O'Brien,88 Elm Dr,Rosefield,90215", "valid", "", "V4"),
    ("Bill OBrien,88 Elm Drive,Rosefield,90215", "valid", "", "V4"),
    ("William O Brien,88 Elm,Rosefield,90215", "valid", "", "V4"),
    ("W OBrien,88 Elm Dr,Rosefield,90215", "needs_review", "", "V4"),
    ("Linh Nguyen,4501 Maple Blvd,Rosefield,90215", "invalid", "canceled", "V5"),
    ("Karin Johansson,310 Oak Ct,Rosefield,90215", "invalid", "registered_too_late", "V6"),
    ("Louise Peterson,1515 River Rd,Rosefield,90215", "needs_review", "", "V7"),
    ("Robert Peterson,1515 River Rd,Rosefield,90215", "invalid", "not_registered", ""),
    ("Anna Carlson,1515 River Rd,Rosefield,90215", "needs_review", "", "V7"),
    ("Joanna Peterson,1515 River Rd,Rosefield,90215", "needs_review", "", "V7"),
    ("Theodora Vanderberg,2222 Hill St,Vista Grande,90012", "valid", "", "V9"),
    ("Theodora Vanderburg,2222 Hill St,Vista Grande,90012", "valid", "", "V9"),
    ("Theodora Vanderberg,2232 Hill St,Vista Grande,90012", "valid", "", "V9"),
    # The first digit of the house number lost, so that it begins with 0.
    ("Clara Oduya,09 Birch Rd,Vista Grande,90012", "valid", "", "V13"),
    ("Clara Oduya,9 Birch Rd,Vista Grande,90012", "invalid", "different_address", "V13"),
    ("Clara Oduya,0409 Birch Rd,Vista Grande,90012", "valid", "", "V13"),
    # A wrong digit in the house number beside one more slip in the name, and beside two.
    ("Anna L Peterson,1525 River Rd,Rosefield,90215", "valid", "", "V7"),
    ("Anna Petersen,1525 River Rd,Rosefield,90215", "valid", "", "V7"),
    ("Annna Petersen,1525 River Rd,Rosefield,90215", "needs_review", "", "V7"),
    ("Anna Q Peterson,1525 River Rd,Rosefield,90215", "needs_review", "", "V7"),
    ("Theodora Vanderberg,17 Ocean Blvd,Vista Grande,90012", "invalid", "different_address", "V9"),
    ("Clayton Abernathy,99 Park Ln,Vista Grande,90012", "invalid", "under_age", "V10"),
    ("Rosalind Whitfield,640 Saint Andrews Place,Vista Grande,90012", "valid", "", "V11"),
    ("Jesus de la Cruz,4 Grand Ave,Vista Grande,90012", "valid", "", "V12"),
    ("Chuy Delacruz,4 Grand Ave,Vista Grande,90012", "valid", "", "V12"),
    ("Zebulon Quartermain,12 Nowhere Ave,Vista Grande,90012", "invalid", "not_registered", ""),
    ("Zebulon Quartermain,12 Nowhere Ave,Farawayton,60601", "invalid", "out_of_jurisdiction", ""),
    # What is left away does not differ: a person looks, nobody is "not registered" for it.
    ("Vanderberg,2222 Hill St,Vista Grande,90012", "needs_review", "", "V9"),
    ("Theodora,2222 Hill St,Vista Grande,90012", "needs_review", "", "V9"),
    ("Theodora,2224 Hill St,Vista Grande,90012", "needs_review", "", "V9"),
    ("Theodora,9 Elm Dr,Rosefield,90215", "invalid", "not_registered", ""),
    ("Theodora Vanderberg,Hill St,Vista Grande,90012", "needs_review", "", "V9"),
    ("Theodora Vanderberg,Hill St,Rosefield,90215", "invalid", "different_address", "V9"),
    # Slips in both names and in the street: still found, by house number and postal code.
    ("Rosalnd Whitfeild,640 St Andrws Pl,Vista Grande,90012", "valid", "", "V11"),
    ("Teodora Vanderburg,2222 Hil lSt,Vista Grande,90012", "valid", "", "V9"),
    # The name with a slip, in the same street but another house.
    ("Theodora Vanderbreg,9 Hill St,Vista Grande,90012", "invalid", "different_address", "V9"),
    # Old and new address on one line count if the voter is registered at either (2 CCR 20931): a person looks at the second.
    ("Theodora Vanderberg,17 Ocean Blvd / 2222 Hill St,Vista Grande,90012", "needs_review", "", "V9"),
    ('Theodora Vanderberg,"was 17 Ocean Blvd, now 2222 Hill St",Vista Grande,90012', "needs_review", "", "V9"),
    ("Theodora Vanderberg,2222 Hill St; 17 Ocean Blvd,Vista Grande,90012", "valid", "", "V9"),
    ("Zebulon Quartermain,12 Nowhere Ave / 40 Elm Ave,Vista Grande,90012", "needs_review", "", None),
    # A's name at B's address: two voters' fields never make one valid line.
    ("Theodora Vanderberg,88 Elm Dr,Rosefield,90215", "invalid", "different_address", "V9"),
    ("Anna Peterson,2222 Hill St,Vista Grande,90012", "invalid", "different_address", "V7"),
]


@pytest.mark.parametrize(("written", "disposition", "ground", "voter"), CASES, ids=[case[0] for case in CASES])
def test_a_line_by_itself(propose: Propose, written: str, disposition: str, ground: str, voter: str | None) -> None:
    row = propose(VOTERS, [f"1,1,{written},{SIGNED}"])["1/1"]
    assert (row["disposition"], row["ground"]) == (disposition, ground), row["evidence"]
    assert voter is None or row["voter_id"] == voter


@pytest.mark.parametrize(
    ("end", "ground", "citation"),
    [
        ("2022-03-01,false,false,false", "no_signature", "Elec. Code 100"),
        ("2022-03-01,true,yes,false", "struck", "Elec. Code 100, 104"),
        ("2022-03-01,true,false,x", "withdrawn", "Elec. Code 11303; 2 CCR 20970"),
        ("2022-07-07,true,false,false", "outside_circulation", "Elec. Code 11042, 11220, 104"),
    ],
)
def test_what_the_line_itself_lacks(propose: Propose, end: str, ground: str, citation: str) -> None:
    row = propose(VOTERS, [f"1,1,William O'Brien,88 Elm Dr,Rosefield,90215,{end}"])["1/1"]
    assert (row["disposition"], row["ground"], row["citation"]) == ("invalid", ground, citation)


def test_no_address_and_no_name(propose: Propose) -> None:
    rows = propose(VOTERS, [f"1,1,William O'Brien,,,,{SIGNED}", f"1,2,~~~,88 Elm Dr,Rosefield,90215,{SIGNED}"])
    assert [rows[key]["ground"] for key in ("1/1", "1/2")] == ["no_address", "not_identifiable"]


def test_the_first_valid_line_counts_in_the_order_of_sections_and_lines(propose: Propose) -> None:
    obrien = "William O'Brien,88 Elm Dr,Rosefield,90215"
    rows = propose(
        VOTERS, [f"10,1,{obrien},{SIGNED}", f"2,3,{obrien},{SIGNED}", f"2,1,{obrien},2022-03-01,false,false,false"]
    )
    assert rows["2/3"]["disposition"] == "valid"
    assert rows["10/1"]["ground"] == "duplicate"
    assert "section 2 line 3" in rows["10/1"]["evidence"]
    # Unsigned: judged on its own, and no reason to call a later line a duplicate.
    assert rows["2/1"]["ground"] == "no_signature"


def test_several_grounds_are_named_by_precedence(propose: Propose) -> None:
    row = propose(VOTERS, ["1,1,Linh Nguyen,4501 Maple Blvd,Rosefield,90215,2022-03-01,true,true,false"])["1/1"]
    assert row["ground"] == "struck"
    assert "Further grounds found: 1" in row["evidence"]


WORDS = st.sampled_from(
    ["Maria", "John", "Smith", "Garcia", "Lopez", "Vanderberg", "Theodora", "O'Brien", "William", "Zed"]
)
PLACES = st.sampled_from(["88 Elm Dr", "2222 Hill St", "1200 Lake View Ave", "5 Unknown St", "704 5th"])


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(st.tuples(WORDS, WORDS, PLACES), min_size=1, max_size=12), seed=st.randoms())
def test_counts_add_up_and_order_is_nothing(
    tmp_path_factory: pytest.TempPathFactory, propose: Propose, lines: list[tuple[str, str, str]], seed: random.Random
) -> None:
    name = tmp_path_factory.mktemp("order").name
    written = [
        f"{number},1,{one} {two},{place},Vista Grande,90012,{SIGNED}" for number, (one, two, place) in enumerate(lines)
    ]
    first = propose(VOTERS, written, 1, f"{name}-a")
    voters, shuffled = list(VOTERS), list(written)
    seed.shuffle(voters)
    seed.shuffle(shuffled)
    assert propose(voters, shuffled, 2, f"{name}-b") == first
    assert len(first) == len(lines)
    assert {row["disposition"] for row in first.values()} <= {"valid", "invalid", "needs_review"}


def test_an_unrelated_voter_never_changes_a_valid_line(propose: Propose) -> None:
    line = [f"1,1,Theodora Vanderberg,2222 Hill St,Vista Grande,90012,{SIGNED}"]
    before = propose(VOTERS, line, 1, "before")
    stranger = (
        "V99,ZIMMER,QUENTIN,,,2222,HILL,ST,,VISTA GRANDE,90012,active,,2010-01-01,2010-01-05,1970-02-03,Example County"
    )
    assert propose([*VOTERS, stranger], line, 1, "after") == before


@pytest.mark.parametrize(
    ("written", "two"),
    [
        ("12 Oak St / 40 Elm Ave", True),
        ("formerly 12 Oak St Apt 3; 40 Elm Ave", True),
        ("12 Oak St moved to 40 Elm", True),
        ("704 1/2 W 5th St, Los Angeles", False),
        ("88 Elm Dr #12/14 Rosefield", False),
        ("100 New Hampshire Ave", False),
        ("55 New 2nd St", False),
        ("100 Old Highway 99", False),
        ("1200 Lake View Ave, Apt 3, 90012", False),
        ("45 5th Ave / 5th Floor", False),
    ],
)
def test_two_addresses_in_one_cell(written: str, two: bool) -> None:
    with connect() as connection:
        assert connection.execute("SELECT two_addresses($written)", {"written": written}).fetchall() == [(two,)]
