"""The profiles: what stands in them, what a version takes over from the one before, and what is refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from suffice.errors import InputError
from suffice.law.profiles import load, profile_ids, read_profile

SHORT = """
id = "my-town"
title = "My town"
[[version]]
since = 2020-01-01
[version.lines]
roll_check = { value = true, citation = "Code 1", mark = "found" }
duplicate_policy = { value = "keep_first_valid", citation = "Code 2", mark = "recalled" }
[version.requirement]
percent = 10
citation = "Code 3"
mark = "found"
[version.ground]
not_registered = { citation = "Code 1", mark = "found", category = "Not registered" }
duplicate = { citation = "Code 2", mark = "recalled", category = "Twice" }
[[version]]
since = 2024-01-01
[version.requirement]
percent = "12.5"
[version.ground]
duplicate = { mark = "found" }
"""


@pytest.mark.parametrize("name", profile_ids())
def test_every_profile_reads_and_is_its_own(name: str) -> None:
    profile = load(name)
    assert profile.id == name
    assert "duplicate" in {ground.id for ground in profile.grounds}
    assert "not_registered" in {ground.id for ground in profile.grounds} or not profile.lines.roll_check.value


def test_there_are_seventeen() -> None:
    assert len(profile_ids()) == 17


def test_a_version_says_only_what_changed() -> None:
    file = read_profile(SHORT, "my-town.toml")
    first, second = file.version
    assert (str(first.requirement.percent), str(second.requirement.percent)) == ("10", "12.5")
    assert second.requirement.citation == "Code 3"
    assert [ground.id for ground in second.ground] == ["not_registered", "duplicate"]
    assert (first.ground[1].mark, second.ground[1].mark, second.ground[1].name) == (
        "recalled",
        "found",
        "Signed more than once",
    )


def test_california_local_recall_through_the_years() -> None:
    """law.md 2.1, 2.4, 2.5: AB 2584 (2023), SB 386 (2024), SB 1441 (2025)."""
    said = {
        day: {fact.id: fact.says for fact in load("us-ca-local-recall", day).facts}
        for day in (date(2022, 1, 27), date(2024, 3, 1), date(2025, 3, 1))
    }
    assert "30 business days" in said[date(2022, 1, 27)]["examination_days"]
    assert "60 business days" in said[date(2024, 3, 1)]["examination_days"]
    assert "10 proponents" in said[date(2022, 1, 27)]["proponents"]
    assert "50 proponents" in said[date(2024, 3, 1)]["proponents"]
    assert "60 days" in said[date(2025, 3, 1)]["proponents_examination"]
    assert "60 days" not in said[date(2024, 3, 1)]["proponents_examination"]


def test_rules_that_differ() -> None:
    """law.md 0, 5.1, 5.6-5.8: address in California and Washington, copies in Michigan, no roll in Wisconsin."""

    def rules(name: str) -> tuple[bool | None, bool | None, str, bool]:
        lines = load(name).lines
        return (
            lines.address_must_match.value if lines.address_must_match else None,
            lines.inactive_status_counts.value if lines.inactive_status_counts else None,
            lines.duplicate_policy.value,
            lines.roll_check.value,
        )

    assert rules("us-ca-local-recall") == (True, True, "keep_first_valid", True)
    assert rules("us-wa-initiative") == (False, True, "keep_first_valid", True)
    assert rules("us-mi-initiative") == (None, None, "void_all", True)
    assert rules("us-dc-initiative") == (True, False, "keep_first_valid", True)
    assert not rules("us-wi-recall")[3]


def test_what_is_not_confirmed_is_said() -> None:
    doubts = load("us-mi-initiative").doubts()
    assert any("address" in doubt and "left to people" in doubt for doubt in doubts)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("[version.requirement]\npercent = 10", "[version.requirement]\npercent = 10.5"), "written as text"),
        (("duplicate = { citation", "repeated = { citation"), "'repeated' is no ground"),
        (('title = "My town"', 'title = "My town"\ncolour = "red"'), "not known"),
        (("since = 2024-01-01", "since = 2019-01-01"), "order of their days"),
        (('id = "my-town"', 'id = "my-town"\n[matching.surname_sam]\nvalue = 1\nreason = "x"\n[x]'), "not known"),
        (('mark = "found", category = "Not', 'mark = "sure", category = "Not'), "found"),
    ],
)
def test_a_wrong_profile_is_refused(change: tuple[str, str], message: str) -> None:
    assert change[0] in SHORT
    with pytest.raises(InputError) as raised:
        read_profile(SHORT.replace(*change), "my-town.toml")
    assert message in str(raised.value)
    assert str(raised.value.file) == "my-town.toml"


def test_a_threshold_that_does_not_exist_names_the_nearest() -> None:
    with pytest.raises(InputError, match="no such threshold") as raised:
        read_profile(SHORT + '\n[matching.surname_sam]\nvalue = 1\nreason = "x"\n', "x")
    assert raised.value.remedy == "Did you mean surname_same?"


def test_a_profile_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(SHORT, encoding="utf-8")
    assert load("mine.toml", date(2023, 1, 1), tmp_path).requirement.percent == 10
    with pytest.raises(InputError, match="begins on 2020-01-01"):
        load("mine.toml", date(2019, 1, 1), tmp_path)
    with pytest.raises(InputError, match="no such file"):
        load("other.toml", None, tmp_path)


def test_a_version_repeals_what_stood() -> None:
    """A share by percentage gives way to shares by kind, and a ground goes."""
    later = """
repealed = ["requirement.percent", "ground.not_registered"]
requirement.kind = [{ id = "a", title = "an ordinance", percent = 7, citation = "Code 3", mark = "found" }]
"""
    head = SHORT.split('[version.requirement]\npercent = "12.5"')[0]
    first, second = read_profile(head + later, "my-town.toml").version
    assert first.requirement.percent == 10
    assert (second.requirement.percent, second.requirement.kind[0].percent) == (None, 7)
    assert [ground.id for ground in first.ground] == ["not_registered", "duplicate"]
    assert [ground.id for ground in second.ground] == ["duplicate"]


@pytest.mark.parametrize("path", ['"ground.inactive"', '"ground.duplicate.mark.x"', '"sample"', "3"])
def test_what_did_not_stand_cannot_be_repealed(path: str) -> None:
    head = SHORT.split('[version.requirement]\npercent = "12.5"')[0]
    with pytest.raises(InputError, match=r"row 18, column version.repealed: This cannot be repealed"):
        read_profile(f"{head}repealed = [{path}]\n", "my-town.toml")
