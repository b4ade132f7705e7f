"""The other states' projections against published and hand-worked figures; each test names where its figures come from."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suffice.errors import InputError
from suffice.law.profiles import load, profile_ids
from suffice.sample.arizona import Subtraction
from suffice.sample.project import copies_lost, project, project_parts, sampled
from suffice.sample.projection import Projection, Tally
from suffice.sample.size import sample_size


def values(made: Projection) -> dict[str, Decimal]:
    return {step.name: step.value for step in made.steps}


def near(found: Decimal, said: str) -> bool:
    """To the digits that the source prints, give or take one of the last."""
    places = -int(Decimal(said).as_tuple().exponent)
    return abs(found - Decimal(said)) <= Decimal(1).scaleb(-places)


def test_the_regulations_own_example_under_its_own_law() -> None:
    """2 CCR 20540 as printed: 722 of 24,034 lines are the 3 % of a state petition, and project to 15,028."""
    law = load("us-ca-state-initiative")
    assert sample_size(sampled(law).size, 24_034).lines == 722
    made = project(law, Tally(24_034, 722, 516, 2, 15_028))
    assert made.projected == 15_028
    assert values(made)["A"] == Decimal("33.2881")


@pytest.mark.parametrize(
    ("valid", "decision"),
    [(949, "insufficient"), (950, "full-check"), (1_100, "full-check"), (1_101, "sufficient")],
)
def test_the_state_band(valid: int, decision: str) -> None:
    """Elec. Code 9030, 9031: below 95 % it fails, above 110 % it qualifies, between every signature."""
    counties = [Tally(2_000, 2_000, valid, 0, 1_000, place="A")]
    assert project_parts(load("us-ca-state-initiative"), counties, 1_000).decision == decision


def test_initiative_1613_of_2014() -> None:
    """Calitics, Six Californias report 5: projected 787,693 of 807,615 went to the full count; limits as the press had them."""
    made = project_parts(
        load("us-ca-state-initiative"), [Tally(787_693, 787_693, 787_693, 0, 807_615, place="all")], 807_615
    )
    assert (made.decision, made.low, made.high) == ("full-check", Decimal("767234.25"), Decimal("888376.5"))


WASHINGTON = [
    # raw, sample, invalid, duplicates, allowance, upper invalid, most pairs, expected, acceptable, decision
    (300_000, 9_000, 1_400, 1, "56.1249", "48537.495", "5090.505", "4.58145", "1.04974", "sufficient"),
    (300_000, 9_000, 1_400, 2, "56.1249", "48537.495", "5090.505", "4.58145", "1.04974", "full-check"),
]


@pytest.mark.parametrize(
    ("raw", "sample", "invalid", "pairs", "allowance", "upper", "most", "expected", "acceptable", "decision"),
    WASHINGTON,
)
def test_washington(
    raw: int,
    sample: int,
    invalid: int,
    pairs: int,
    allowance: str,
    upper: str,
    most: str,
    expected: str,
    acceptable: str,
    decision: str,
) -> None:
    """WAC 434-379-010, worked by hand (synthetic figures) with 246,372 required."""
    made = project(
        load("us-wa-initiative"), Tally(raw, sample, sample - invalid - pairs, pairs, 246_372, invalid=invalid)
    )
    found = values(made)
    wanted = {
        "allowance": allowance,
        "upper_invalid": upper,
        "max_pairs": most,
        "expected_pairs": expected,
        "acceptable_pairs": acceptable,
    }
    assert all(near(found[name], said) for name, said in wanted.items()), found
    assert made.decision == decision


def test_washington_without_room_for_a_pair() -> None:
    """The same with 270,000 lines: the invalid alone leave too few, and there is no root to take."""
    made = project(load("us-wa-initiative"), Tally(270_000, 8_100, 7_100, 0, 246_372, invalid=1_000))
    assert near(values(made)["max_pairs"], "-11286.47")
    assert made.decision == "full-check"
    assert "expected_pairs" not in values(made)


def test_washington_says_what_is_recalled() -> None:
    raw, sample, invalid, pairs = WASHINGTON[0][:4]
    made = project(
        load("us-wa-initiative"), Tally(raw, sample, sample - invalid - pairs, pairs, 246_372, invalid=invalid)
    )
    assert any("recalled" in warning for warning in made.warnings)


def test_oregon_first_sample_of_2006() -> None:
    """oreg.org 2006: 768 of 1,000 valid of 152,127 lines: 76.8 - 2.1958 - 8 = 66.6042 percent, 101,323 signatures."""
    made = project(load("us-or-initiative"), Tally(152_127, 1_000, 768, 0, 100_840))
    assert near(values(made)["margin"], "2.1958")
    assert near(values(made)["cautious"], "66.6042")
    assert (made.projected, made.decision) == (101_323, "sufficient")
    assert project(load("us-or-initiative"), Tally(152_127, 1_000, 760, 0, 100_840)).decision == "second-sample"


def test_oregon_second_sample() -> None:
    """The pair weight of 7,606 of 152,127 lines is 400.087 (the campaign's lawyer said 400); 5,800 valid and 4 pairs, synthetic."""
    first = Tally(152_127, 1_000, 760, 0, 100_840)
    made = project(load("us-or-initiative"), first, second=Tally(152_127, 7_607, 5_800, 4, 100_840))
    assert made.decision == "sufficient"
    exact = Fraction(152_127 * 152_126, 7_606 * 7_605)
    assert round(float(exact), 3) == 400.087
    assert near(Decimal(5_800) * 152_127 / 7_606 - 4 * Decimal(exact.numerator) / exact.denominator, "114404.99")
    again = project(load("us-or-initiative"), first, second=Tally(152_127, 7_607, 4_900, 4, 100_840))
    assert again.decision == "insufficient"


def test_colorado_initiative_82_of_2012() -> None:
    """SOS press release, 27 August 2012: 4,547 of 9,105 valid of 182,090: 90,935; its arithmetic is matched within one."""
    law = load("us-co-initiative")
    assert sample_size(sampled(law).size, 182_090).lines == 9_105
    made = project(law, Tally(182_090, 9_105, 4_547, 0, 86_105))
    assert abs(made.projected - 90_935) <= 1
    assert made.decision == "full-check"


def test_colorado_initiative_46_of_2012() -> None:
    """The same press release: 4,290 of 5,306 valid of 106,119: 85,800, which is 20 for each; line by line."""
    made = project(load("us-co-initiative"), Tally(106_119, 5_306, 4_290, 0, 86_105))
    assert abs(made.projected - 85_800) <= 1
    assert made.decision == "full-check"


@pytest.mark.parametrize(
    ("valid", "decision"),
    [(3_600, "insufficient"), (3_601, "full-check"), (4_399, "full-check"), (4_400, "sufficient")],
)
def test_colorado_both_limits_decide(valid: int, decision: str) -> None:
    """C.R.S. 1-40-117(2): 90 percent or less fails, 110 percent or more suffices."""
    assert project(load("us-co-initiative"), Tally(8_000, 8_000, valid, 0, 4_000)).decision == decision


def test_arizona_subtracts_in_order() -> None:
    """A.R.S. 19-121.04, synthetic: 280,000 left, 2,800 of 14,000 bad: (280,000 - 2,800) x 0.80 = 221,760."""
    law = load("us-az-initiative")
    left = project(law, Tally(280_000, 14_000, 11_200, 0, 221_760))
    assert (left.projected, left.decision) == (221_760, "sufficient")
    assert project(law, Tally(280_000, 14_000, 11_200, 0, 221_761)).decision == "insufficient"
    whole = project(
        law,
        Tally(300_000, 14_000, 11_200, 0, 221_760),
        subtractions=[Subtraction("removed by the Secretary of State", 20_000)],
    )
    assert whole.projected == 221_760


@pytest.mark.parametrize(
    ("required", "decision"),
    [(10_000, "full-check"), (9_100, "sufficient"), (9_101, "full-check"), (10_112, "insufficient")],
)
def test_nevada(required: int, decision: str) -> None:
    """NRS 295.260, by hand: 455 of 700 valid of 14,000 lines are 9,100; below 90 % it fails, from 100 % on it suffices."""
    made = project(load("us-nv-initiative"), Tally(14_000, 700, 455, 0, required))
    assert (made.projected, made.decision) == (9_100, decision)


def test_michigan_voters_not_politicians_2018() -> None:
    """Bureau of Elections staff report 2018: 466 of 505 valid of 425,210 lines, estimate 392,372 of 315,654 required."""
    made = project(load("us-mi-initiative"), Tally(425_210, 505, 466, 0, 315_654), as_drawn=True)
    assert (made.projected, made.decision) == (392_372, "sufficient")
    assert any("inferred" in warning for warning in made.warnings)


@pytest.mark.parametrize(
    ("valid", "decision"), [(440, "insufficient"), (449, "second-sample"), (464, "second-sample"), (470, "sufficient")]
)
def test_michigan_calls_close_what_the_bureau_calls_close(valid: int, decision: str) -> None:
    """Right to Life of Michigan, 2020: of 500 of 373,062 lines, 449 to 464 valid are close for 340,047 required (456 is even)."""
    made = project(load("us-mi-initiative"), Tally(373_062, 500, valid, 0, 340_047))
    assert made.decision == decision
    assert values(made)["break_even"] == Decimal("455.751323")


@pytest.mark.parametrize(
    ("valid", "decision"), [(949, "insufficient"), (950, "full-check"), (1_100, "full-check"), (1_101, "sufficient")]
)
@pytest.mark.parametrize("profile", ["us-ca-state-recall", "us-ca-county-initiative"])
def test_other_petitions_of_california(profile: str, valid: int, decision: str) -> None:
    """Elec. Code 11104(b) verifies a state recall as 9030 and 9031 do; 9115(b): within 95 to 110 percent every signature."""
    assert project(load(profile), Tally(2_000, 2_000, valid, 0, 1_000)).decision == decision


def test_a_limit_that_is_recalled_is_said_where_it_decides() -> None:
    """RSMo 116.120: 90 percent was read, 110 percent is recalled; only an insufficient district does not depend on it."""
    law = load("us-mo-initiative")
    said = {valid: project(law, Tally(2_000, 2_000, valid, 0, 1_000)).warnings for valid in (800, 1_000, 1_200)}
    assert [any("recalled" in one and "110" in one for one in said[valid]) for valid in (800, 1_000, 1_200)] == [
        False,
        True,
        True,
    ]


def test_missouri_by_district() -> None:
    """RSMo 116.120: below 90 % a district fails; six of eight must suffice (recalled)."""

    def districts(good: int, close: int) -> list[Tally]:
        found = [1_200] * good + [1_000] * close + [800] * (8 - good - close)
        return [Tally(2_000, 2_000, valid, 0, 1_000, place=str(at)) for at, valid in enumerate(found)]

    law = load("us-mo-initiative")
    assert project_parts(law, districts(6, 0), None).decision == "sufficient"
    assert project_parts(law, districts(5, 1), None).decision == "full-check"
    assert project_parts(law, districts(5, 0), None).decision == "insufficient"


@pytest.mark.parametrize(
    ("profile", "raw", "lines"),
    [
        ("us-il-referendum", 500, 500),
        ("us-il-referendum", 501, 500),
        ("us-il-referendum", 5_009, 500),
        ("us-il-referendum", 5_010, 501),
        ("us-sd-initiative", 5_000, 640),
        ("us-sd-initiative", 20_000, 708),
        ("us-sd-initiative", 50_000, 723),
        ("us-co-initiative", 50_000, 4_000),
        ("us-wa-initiative", 300_000, 9_000),
        ("us-or-initiative", 4_500, 4_500),
        ("us-or-initiative", 4_501, 1_000),
        ("us-dc-initiative", 9_000, 100),
        ("us-nv-initiative", 10_001, 501),
    ],
)
def test_sizes(profile: str, raw: int, lines: int) -> None:
    """By hand.

    10 ILCS 5/28-11, ARSD 5:02:08:00.05, C.R.S. 1-40-116, WAC 434-379-010, OAR 165-014-0030, 3 DCMR 1009, NRS 295.260.
    """
    assert sample_size(sampled(load(profile)).size, raw).lines == lines


@pytest.mark.parametrize(("valid", "decision"), [(950, "insufficient"), (951, "sufficient")])
def test_illinois_at_95_percent(valid: int, decision: str) -> None:
    assert project(load("us-il-referendum"), Tally(2_000, 2_000, valid, 0, 1_000)).decision == decision


@pytest.mark.parametrize("profile", ["us-dc-initiative", "us-mt-initiative"])
def test_a_sample_that_projects_nothing(profile: str) -> None:
    with pytest.raises(InputError, match="not projected"):
        project(load(profile), Tally(1_000, 100, 90, 0, 500), as_drawn=True)


@pytest.mark.parametrize("profile", ["us-wi-recall", "us-nv-local-recall"])
def test_where_the_law_samples_nothing(profile: str) -> None:
    with pytest.raises(InputError, match="no random sample"):
        sampled(load(profile))


PROJECTING = [name for name in profile_ids() if (rule := load(name).sample) and rule.projection]


@given(st.sampled_from(PROJECTING), st.integers(5_000, 50_000), st.integers(60, 600), st.integers(0, 5), st.data())
def test_a_projection_never_rises_when_a_line_becomes_invalid(
    name: str, raw: int, share: int, duplicates: int, data: st.DataObject
) -> None:
    """Nor when a duplicate is found among the valid lines."""
    sample = raw * share // 1_000
    # Michigan loses both lines of a pair that is found, the others one; who counts every copy loses none.
    lost = copies_lost(load(name))
    valid = data.draw(st.integers(duplicates * 2 + 2, sample - lost * duplicates - 2))
    every = sampled(load(name)).projection
    assert every is not None
    found = 0 if every.valid_counts == "every copy" else lost

    def projected(fewer: int, more_pairs: int) -> int:
        return project(
            load(name), Tally(raw, sample, valid - fewer, duplicates + more_pairs, raw // 2), as_drawn=True
        ).projected

    assert projected(1, 0) <= projected(0, 0)
    assert projected(found, 1) <= projected(0, 0)
