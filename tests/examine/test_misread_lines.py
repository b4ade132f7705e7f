"""Lines that a machine has read, misread as machines misread; expected by hand from docs/decisions/0006-misread-lines.md."""

from __future__ import annotations

import pytest
from tests.examine.conftest import Propose
from tests.examine.test_dispositions import SIGNED, VOTERS

from suffice.engine import connect

# Given names that are none, so that the petition is taken for one that a machine has read.
UNREADABLE = [
    f"{name} QUXWRT{at},{at}7 ZZGHK ST,VISTA GRANDE,90012"
    for at, name in enumerate(["XQZ", "WRTPL", "KJHG", "BNMVC", "ZXCV"] * 4)
]

# line, disposition, ground, voter
CASES = [
    ("THE0DORA VANDERBERG,2222 H1LL ST,VISTA GRANDE,900I2", "valid", "", "V9"),
    ("TNEQDORA VANDFRBEPG,22Z2 HILL S7,VISTA GRANDE,90012", "valid", "", "V9"),
    ("THEODORAVANDERBERG,2222 HILL ST,VISTA GRANDE,90012", "valid", "", "V9"),
    ("THEODORA VANDERBERG,2222 HILLST APT 4,VISTA GRANDE,90012", "valid", "", "V9"),
    ("VANDERBERG THEODORA M,2222 HILL ST,VISTA GRANDE,90012", "valid", "", "V9"),
    ("MAR1A LOPEZ,704 5YH ST,VISTA GRANDE,90012", "valid", "", "V1"),
    # Two voters of one name at one address: the middle name decides, and where it is not written nobody does.
    ("J0HN A 5MITH,1200 LAKE VIFW AVE,VISTA GRANDE,90013", "valid", "", "V2"),
    ("J0HN 5MITH,1200 LAKE VIFW AVE,VISTA GRANDE,90013", "needs_review", "", None),
    # The address of the Petersons is sure, and ROBERT is no misreading of ANNA or MARK: a relative who is not registered.
    ("R0BEPT PETERSON,1515 RIVER RD,ROSEFIELD,90215", "invalid", "not_registered", ""),
    ("L PETERSON,1515 RIVER RD,ROSEFIELD,90215", "needs_review", "", None),
    # Nobody agrees with these: with the first as it was read, word by word, with the second perhaps because it was misread.
    ("WILLIAM NGUYEN,310 PARK LN,VISTA GRANDE,90012", "invalid", "not_registered", ""),
    ("WILLIAM NGUVFM,310 PARK LN,VISTA GRANDE,90012", "needs_review", "", None),
    ("L1NH NGUYEN,4501 MAPLE 8LVD,ROSEFIELD,90215", "invalid", "canceled", "V5"),
]


@pytest.mark.parametrize(("line", "disposition", "ground", "voter"), CASES)
def test_a_misread_line(propose: Propose, line: str, disposition: str, ground: str, voter: str | None) -> None:
    lines = [f"1,1,{line},{SIGNED}"] + [f"2,{at},{other},{SIGNED}" for at, other in enumerate(UNREADABLE)]
    proposal = propose(VOTERS, lines)["1/1"]
    assert (proposal["disposition"], proposal["ground"]) == (disposition, ground), proposal["evidence"]
    assert voter is None or proposal["voter_id"] == voter


def test_nothing_is_rejected_because_a_machine_could_not_read_it(propose: Propose) -> None:
    lines = [f"2,{at},{other},{SIGNED}" for at, other in enumerate(UNREADABLE)]
    assert {proposal["disposition"] for proposal in propose(VOTERS, lines).values()} == {"needs_review"}


@pytest.mark.parametrize(
    ("read", "written", "cost"),
    [
        ("JOHN", "JOHN", 0),
        ("J0HN", "JOHN", 5),
        ("CARCIA", "GARCIA", 5),
        ("JAHN", "JOHN", 7),
        ("JON", "JOHN", 7),
        ("J0AN", "JOHN", 12),
    ],
)
def test_what_a_misreading_costs(read: str, written: str, cost: int) -> None:
    """5 bits a letter that looks alike, 7 bits any other."""
    with connect() as connection:
        assert connection.execute("SELECT misread_cost(?, ?)", [read, written]).fetchall() == [(cost,)]
