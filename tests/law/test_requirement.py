"""Signatures required: worked by hand from law.md 1.1 and 2.4, both sides of every tier."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suffice.errors import InputError
from suffice.law.division import PartFigure
from suffice.law.profiles import load
from suffice.law.requirement import Figures, NotGivenError, required


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
    counties = [PartFigure(name, votes_cast=votes) for name, votes in (("A", 1_000_050), ("B", 200), ("C", 99))]
    answer = required(
        load("us-ca-state-recall").requirement, Figures(votes_cast=1_000_001, kind="statewide", parts=counties)
    )
    assert (answer.required, answer.exact) == (120_001, Fraction("120000.12"))
    assert answer.division is not None
    assert (answer.division.needed, answer.division.percent) == (5, 1)
    assert [part.required for part in answer.division.parts] == [10_001, 2, 1]
    assert any("names 3 of the counties; at least 5 must" in warning for warning in answer.warnings)
    legislator = required(load("us-ca-state-recall").requirement, Figures(votes_cast=100, kind="legislator"))
    assert (legislator.required, legislator.division) == (20, None)


def test_wards_of_the_district_of_columbia() -> None:
    """3 DCMR 1003: 5 % of the voters, and 5 % in at least five of eight wards."""
    wards = [PartFigure(str(ward), 50_000 + ward) for ward in range(1, 9)]
    rule = load("us-dc-initiative").requirement
    answer = required(rule, Figures(registered_voters=400_036, parts=wards))
    assert answer.division is not None
    assert (answer.required, answer.division.needed, answer.division.parts[0].required) == (20_002, 5, 2_501)
    assert answer.division.parts[0].exact == Fraction("2500.05")
    assert answer.warnings == ()
    without = required(rule, Figures(registered_voters=400_036))
    assert any("wards" in warning for warning in without.warnings)


def test_every_district_of_nevada() -> None:
    """Const. art. 19 sec. 2; NAC 293.1825: the share in every petition district; here all that the file names."""
    rule = load("us-nv-initiative").requirement
    districts = [PartFigure(str(one), votes_cast=350_001) for one in range(1, 5)]
    answer = required(rule, Figures(votes_cast=1_400_004, parts=districts, kind=rule.kind[0].id if rule.kind else None))
    assert answer.division is not None
    assert (answer.division.needed, answer.division.parts[3].required) == (4, 35_001)
    assert any("the 4 districts that the petition file names" in warning for warning in answer.warnings)


def test_a_part_without_its_figure_is_named() -> None:
    wards = [PartFigure("Ward 1", 50_000), PartFigure("Ward 2", votes_cast=40_000)]
    with pytest.raises(InputError, match=r"Ward 2 does not say what its share is of.*registered_voters = 10000"):
        required(load("us-dc-initiative").requirement, Figures(registered_voters=400_036, parts=wards))


def test_parts_where_the_law_asks_no_share_of_them() -> None:
    """Elec. Code 11221 knows no parts of a county."""
    answer = required(load("us-ca-local-recall").requirement, Figures(1_000, parts=[PartFigure("North", 500)]))
    assert any("asks no share of them" in warning for warning in answer.warnings)


def test_below_the_first_tier() -> None:
    rule = load("us-ca-local-recall").requirement
    rule = rule.model_copy(update={"tiers": rule.tiers[1:]})
    with pytest.raises(InputError, match="no share below 1,000 registered voters"):
        required(rule, Figures(registered_voters=999))


@given(st.integers(1, 10_000_000))
def test_rounded_up_by_less_than_one(voters: int) -> None:
    """Elec. Code 11221, "not less than": the least whole number that is not below the share."""
    answer = required(load("us-ca-local-recall").requirement, Figures(registered_voters=voters))
    assert 0 <= answer.required - answer.exact < 1


def test_what_is_not_given_is_no_contradiction() -> None:
    rule = load("us-wa-initiative").requirement
    with pytest.raises(NotGivenError):
        required(rule, Figures(votes_cast=1))
    with pytest.raises(InputError) as raised:
        required(rule, Figures(votes_cast=1, kind="referendun"))
    assert not isinstance(raised.value, NotGivenError)


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
