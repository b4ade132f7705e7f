"""Signatures required: worked by hand from law.md 1.1 and 2.4, both sides of every tier."""

from __future__ import annotations

import pytest

from suffice.errors import InputError
from suffice.law.profiles import load
from suffice.law.requirement import Figures, PartFigure, required


def need(profile: str, figures: Figures) -> int:
    return required(load(profile).requirement, figures).required


@pytest.mark.parametrize(
    ("voters", "signatures"),
    [
        (999, 300),
        (1_000, 250),
        (9_999, 2_500),
        (10_000, 2_000),
        (49_999, 10_000),
        (50_000, 7_500),
        (99_999, 15_000),
        (100_000, 10_000),
        (5_668_569, 566_857),
        (5_438_400, 543_840),
    ],
)
def test_california_tiers(voters: int, signatures: int) -> None:
    """Elec. Code 11221; 566,857 is the published requirement of 2022, 543,840 the one argued for in 23STCP02365."""
    assert need("us-ca-local-recall", Figures(registered_voters=voters)) == signatures


def test_a_share_by_kind() -> None:
    """Const. art. II sec. 14(b): 12 % and 20 % of the last vote, 1 % in each of five counties."""
    counties = tuple(PartFigure(name, votes) for name, votes in (("A", 1_000_050), ("B", 200), ("C", 99)))
    answer = required(
        load("us-ca-state-recall").requirement, Figures(votes_cast=1_000_001, kind="statewide", parts=counties)
    )
    assert (answer.required, answer.needed) == (120_001, 5)
    assert [part.required for part in answer.parts] == [10_001, 2, 1]
    legislator = required(load("us-ca-state-recall").requirement, Figures(votes_cast=100, kind="legislator"))
    assert (legislator.required, legislator.division) == (20, None)


def test_wards_of_the_district_of_columbia() -> None:
    """3 DCMR 1003: 5 % of the voters, and 5 % in at least five of eight wards."""
    wards = tuple(PartFigure(str(ward), 50_000 + ward) for ward in range(1, 9))
    answer = required(load("us-dc-initiative").requirement, Figures(registered_voters=400_036, parts=wards))
    assert (answer.required, answer.needed, answer.parts[0].required) == (20_002, 5, 2_501)
    without = required(load("us-dc-initiative").requirement, Figures(registered_voters=400_036))
    assert any("wards" in warning for warning in without.warnings)


def test_what_is_recalled_is_said() -> None:
    assert any(
        "recalled" in warning
        for warning in required(load("us-co-initiative").requirement, Figures(votes_cast=1_722_100)).warnings
    )
    assert need("us-co-initiative", Figures(votes_cast=1_722_096)) == 86_105


def test_what_is_missing_is_named() -> None:
    with pytest.raises(InputError, match="share of the votes cast for Governor") as raised:
        need("us-wa-initiative", Figures(kind="initiative"))
    assert raised.value.column == "votes_cast"
    with pytest.raises(InputError, match="kind of petition"):
        need("us-wa-initiative", Figures(votes_cast=1))
