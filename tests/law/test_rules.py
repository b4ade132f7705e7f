"""A profile in words: whatever differs in the data differs in the words, or `law diff` would not see it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal, get_args, get_origin

import pytest

from suffice.law.difference import changes, days_of_change, newest
from suffice.law.part import Part
from suffice.law.profile import Profile
from suffice.law.profiles import load, load_file, profile_ids, read_profile
from suffice.law.rules import missing, rules, unsure
from suffice.law.sample_rules import decided
from suffice.law.sampling import DecisionRule, SizeRule, StrataRule
from suffice.law.timetable import StepRule

UNSAID = {
    ("Ground", "id"), ("PetitionKind", "title"),  # told by their name, and by their id
    ("StepRule", "id"), ("StepRule", "name"), ("StepRule", "event"),  # by which other steps and petition files name it
    ("StepRule", "since"), ("StepRule", "until"),  # they decide whether a text is told at all
    ("Timetable", "subdivision"),  # told below the steps
}  # fmt: skip


def idle(part: Part, key: str) -> bool:
    """Whether `key` says nothing in this `part`: days of a step that counts none, a rounding of a whole number."""
    if isinstance(part, StepRule):
        whole = part.unit == "business" or part.kind == "first day"
        counted = part.days is not None or bool(part.tiers)
        return (
            (key in ("unit", "roll_over") and not counted)
            or (key == "roll_over" and whole)
            or (part.after is None and key in ("kind", "otherwise"))
            or not part.in_force(date.max)
        )
    if isinstance(part, SizeRule):
        return part.percent is None and (key == "least" or (key == "rounding" and part.margin is None))
    if isinstance(part, StrataRule):
        return key == "whole" and part.decided == "together"
    # With one limit there is nothing between two.
    return isinstance(part, DecisionRule) and part.low == part.high and key in ("between", "at_high", "low", "high")


def literals(annotation: object) -> tuple[object, ...]:
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return tuple(value for inner in get_args(annotation) for value in literals(inner))


def others(value: object, annotation: object) -> object:
    """A value of the same kind that is not `value`."""
    choices = [one for one in literals(annotation) if type(one) is type(value) and one != value]
    if choices:
        return choices[0]
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | Decimal):
        return value + 1
    if isinstance(value, date):
        return value + timedelta(days=1)
    assert isinstance(value, str)
    return f"{value} otherwise"


def changed(part: Part) -> Iterator[tuple[tuple[str, str], Part]]:
    """`part` with one leaf changed, for every leaf in it that says something, with the name of its class and its key."""
    for key, field in type(part).model_fields.items():
        value = getattr(part, key)
        if isinstance(value, Part):
            for place, inner in changed(value):
                yield place, part.model_copy(update={key: inner})
        elif isinstance(value, tuple) and all(isinstance(one, Part) for one in value):
            for at, one in enumerate(value):
                for place, inner in changed(one):
                    yield place, part.model_copy(update={key: (*value[:at], inner, *value[at + 1 :])})
        elif value is not None and not isinstance(value, dict | tuple) and not idle(part, key):
            name = type(part).__name__.split("[")[0]
            # A step counts from another one, here from itself; a method is a class, told by what it does.
            other = part.id if isinstance(part, StepRule) and key == "after" else others(value, field.annotation)
            if key != "method":
                yield (name, key), part.model_copy(update={key: other})


@pytest.mark.parametrize("name", profile_ids())
def test_no_change_of_the_law_goes_unsaid(name: str) -> None:
    profile = newest(load_file(name))
    said = rules(profile)
    for place, other in changed(profile):
        if place not in UNSAID and place[0] != "Profile":
            assert isinstance(other, Profile)
            assert rules(other) != said, place


def test_every_rule_has_a_path_of_its_own() -> None:
    for name in profile_ids():
        paths = [rule.path for rule in rules(newest(load_file(name)))]
        assert len(paths) == len(set(paths)), name


def test_a_number_that_is_surer_or_less_sure_than_its_rule() -> None:
    """C.R.S. 1-40-116(4): 5 per cent is found; that there are at least 4,000 lines is recalled."""
    size = next(rule for rule in rules(load("us-co-initiative")) if rule.path == "sample.size")
    assert (size.mark, size.marks, size.remarks) == (
        "found", {"the least number of lines": "recalled"}, "The least number of lines: recalled.",
    )  # fmt: skip
    assert "Lines to draw: the least number of lines (recalled)" in unsure(load("us-co-initiative"))


def test_a_unit_number_left_out_is_said_so() -> None:
    """Elec. Code 105(a)(2): a wrong or missing unit number does not matter."""
    rule = next(rule for rule in rules(load("us-ca-local-recall")) if rule.path == "lines.unit_ignored")
    assert (rule.name, rule.says) == ("Whether unit numbers are left out of the comparison", "Yes.")


def test_steps_are_counted_before_as_well_as_after() -> None:
    """Elec. Code 11303: a signer withdraws before the day of filing; 11242: not before the 88th day."""
    steps = {rule.path: rule.says for rule in rules(newest(load_file("us-ca-local-recall")))}
    assert steps["calendar.step.withdrawal"].startswith("By 1 day before the filing. A closed day does not move it.")
    assert steps["calendar.step.election_first"].startswith("From 88 days after the order.")


def test_neighbours_that_decide_the_same_are_one_range() -> None:
    """Elec. Code 11225(b)-(d): below 90 per cent it fails, above 110 it suffices, from 90 to 110 every line is looked at."""
    california = load("us-ca-local-recall").sample
    assert california is not None
    assert california.decision is not None
    assert decided(california.decision) == (
        "Of what is required, below 90 %: insufficient; from 90 % to 110 %: every line is looked at; above 110 %: sufficient."
    )
    one = DecisionRule(
        low=Decimal(95), high=Decimal(95), below="insufficient", at_low="insufficient", between="insufficient",
        at_high="insufficient", above="full-check", citation="c", mark="found",
    )  # fmt: skip
    assert decided(one) == "Of what is required, up to 95 %: insufficient; above 95 %: every line is looked at."


def test_a_new_precedence_of_the_same_grounds_is_a_change() -> None:
    text = """
id = "t"
title = "T"
[[version]]
since = 2020-01-01
lines.roll_check = { value = false, citation = "c", mark = "found" }
lines.duplicate_policy = { value = "void_all", citation = "c", mark = "found" }
requirement = { percent = 10, citation = "c", mark = "found" }
[version.ground]
struck = { citation = "c", mark = "found", category = "Struck" }
duplicate = { citation = "c", mark = "found", category = "Twice" }
"""
    file = read_profile(text, "t.toml")
    again = file.version[0].model_copy(update={"since": date(2024, 1, 1), "ground": file.version[0].ground[::-1]})
    turned = file.model_copy(update={"version": (*file.version, again)})
    (change,) = changes(turned, date(2023, 1, 1), date(2024, 1, 1))
    assert change.before is not None
    assert change.after is not None
    assert (change.before.says, change.after.says) == (
        "Struck out; Signed more than once.", "Signed more than once; Struck out.",
    )  # fmt: skip
    assert changes(file, date(2023, 1, 1), date(2024, 1, 1)) == ()


def test_what_a_profile_leaves_out() -> None:
    told = missing(load("us-mt-initiative"))
    assert any(one.startswith("The steps.") for one in told)
    assert not any("Whether the address must" in one for one in missing(load("us-wi-recall")))


def test_days_of_change() -> None:
    """law.md 2.1, 2.4, 2.5: AB 2584, SB 386, SB 1441."""
    assert [day.year for day in days_of_change(load_file("us-ca-local-recall"))] == [2020, 2023, 2024, 2025]
