"""`suffice law` and `suffice require` through the command line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.cli.entry import Run

from suffice.law.profiles import profile_ids
from suffice.report.profile_pages import pages

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLE = Path(__file__).parents[2] / "examples" / "la-2022" / "petition.toml"


def test_list(run: Run) -> None:
    said = run("law", "list", "--json")
    assert said.code == 0
    assert [one["profile"] for one in json.loads(said.out)] == profile_ids()
    assert "us-wi-recall" in run("law", "list").out


def test_list_in_columns(run: Run) -> None:
    one = next(one for one in json.loads(run("law", "list", "--json").out) if one["profile"] == "us-mi-initiative")
    assert (one["roll"], one["sample"], one["steps"], one["since"]) == (True, "michigan", 0, ["2018-01-01"])


def test_show_on_a_day(run: Run) -> None:
    said = run("law", "show", "us-ca-local-recall", "--as-of", "2022-07-06", "--json")
    values = json.loads(said.out)
    assert values["since"] == "2020-01-01"
    rules = {rule["path"]: rule for rule in values["rules"]}
    assert "30 business days" in rules["fact.examination_days"]["says"]
    assert rules["calendar.step.certified"]["says"].startswith("By 30 business days after the filing.")
    assert "calendar.step.certified_fast" not in rules
    assert rules["requirement.tiers.100000"]["says"] == "10 %, a fraction of a signature rounded up."
    assert rules["ground.different_address"]["says"] == "Different Address"
    assert "Signed more than once (recalled)" in values["not_confirmed"]


def test_show_for_people(run: Run) -> None:
    said = re.sub(r"\s+", " ", run("law", "show", "us-ca-local-recall").out)
    assert "[found]" in said
    assert "By 60 business days after the filing." in said
    assert "the holidays of CA except Susan B. Anthony Day" in said
    assert "Not confirmed, how lines are judged: Whether inactive voters count (inferred)" in said
    assert "Left out: The grounds: no date of signing, registration inactive." in said


@pytest.mark.parametrize("name", profile_ids())
def test_every_profile_can_be_shown(run: Run, name: str) -> None:
    said = run("law", "show", name)
    assert said.code == 0
    assert "Grounds, in order of precedence" in said.out


def test_what_changed(run: Run) -> None:
    """law.md 2.1, 2.4, 2.5: 30 to 60 business days, 10 to 50 proponents, an end to the examination."""
    said = run("law", "diff", "us-ca-local-recall", "2022-01-01", "2025-06-01", "--json")
    changed = {change["path"]: change for change in json.loads(said.out)}
    assert "30 business days" in changed["fact.examination_days"]["before"]["says"]
    assert "60 business days" in changed["fact.examination_days"]["after"]["says"]
    assert changed["calendar.step.certified_fast"]["before"] is None
    shown = run("law", "diff", "us-ca-local-recall", "2022-01-01", "2025-06-01").out
    assert "Certificate on the fast" in shown
    assert "Nothing changed" in run("law", "diff", "us-ca-local-recall", "2021-01-01", "2022-01-01").out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("show", "us-ca-local-recal"), "Did you mean us-ca-local-recall"),
        (("show", "us-ca-local-recall", "--as-of", "1999-01-01"), "begins on 2020-01-01"),
        (("diff", "us-ca-local-recall", "2025-01-01", "2022-01-01"), "earlier day first"),
        (("check", "nowhere.toml"), "nowhere.toml: There is no such file"),
    ],
)
def test_wrong_input(run: Run, arguments: tuple[str, ...], message: str) -> None:
    said = run("law", *arguments)
    assert said.code == 2
    assert message in re.sub(r"\s+", " ", said.err)


OWN = EXAMPLE.parents[1] / "our-town" / "our-town.toml"


def test_the_page_on_writing_a_profile_shows_the_example() -> None:
    page = (DOCS / "writing-a-profile.md").read_text(encoding="utf-8")
    assert f"```toml\n{OWN.read_text(encoding='utf-8')}```\n" in page


def test_check_a_profile_of_ones_own(run: Run, tmp_path: Path) -> None:
    """It says what the profile holds and leaves out; a slip in it is named with its row."""
    said = run("law", "check", OWN)
    assert (said.code, "can be used" in said.out) == (0, True)
    assert "Left out: The least age of a signer." in said.out
    assert "On 2024-01-01 changed: Whether inactive voters count, Share, Registration inactive." in said.out
    text = OWN.read_text(encoding="utf-8")
    file = tmp_path / "our-town.toml"
    file.write_text(text.replace("roll_check", "rol_check"), encoding="utf-8")
    said = run("law", "check", file)
    assert said.code == 2
    told = re.sub(r"\s+", " ", said.err)
    assert "our-town.toml, row 9, column version.lines.rol_check: This key is not known." in told
    assert "Did you mean roll_check?" in told


def test_a_petition_under_a_profile_of_ones_own(run: Run) -> None:
    """8 % of 4,321 voters is 345.68; the profile stands beside the petition file."""
    values = json.loads(run("require", OWN.with_name("petition.toml"), "--json").out)
    assert (values["required"], values["exact"], values["figure_on"]) == (346, "345.68", "2025-01-01")
    assert values["warnings"] == []


def test_the_pages_are_current() -> None:
    """`make reference` writes them."""
    for name, text in pages().items():
        assert (DOCS / "profiles" / name).read_text(encoding="utf-8") == text, name


def test_los_angeles_requires_what_was_published(run: Run) -> None:
    """Press release of the Registrar-Recorder/County Clerk, 15 August 2022: 566,857."""
    values = json.loads(run("require", EXAMPLE, "--json").out)
    assert (values["required"], values["tier_from"], values["percent"]) == (566_857, 100_000, "10")
    assert (values["exact"], values["rounding"], values["agrees"]) == ("566856.9", "up", None)
    said = run("require", EXAMPLE).out
    assert "566,857 valid signatures required." in said
    assert "566,856.9 " in said
    assert "Elec. Code 11221 [found]" in said


PETITION = 'title = "T"\nprofile = "{profile}"\njurisdiction = "J"\n'


def test_wards(run: Run, tmp_path: Path) -> None:
    wards = "".join(f'[[part]]\nname = "Ward {at}"\nregistered_voters = {60_000 + at}\n' for at in range(1, 9))
    file = tmp_path / "petition.toml"
    file.write_text(
        PETITION.format(profile="us-dc-initiative") + "registered_voters = 480036\n" + wards, encoding="utf-8"
    )
    values = json.loads(run("require", file, "--json").out)
    wards_need = values["division"]
    assert (values["required"], wards_need["needed"], wards_need["citation"]) == (24_002, 5, "3 DCMR 1003")
    assert wards_need["parts"][0] == {"name": "Ward 1", "figure": 60_001, "exact": "3000.05", "required": 3_001}
    said = run("require", file).out
    assert "At least 5 of these 8 wards must reach 5 % of their own figure too:" in said
    assert re.search(r"Ward 8 +│ +60,008 │ +3,000.4 │ +3,001 ", said)


@pytest.mark.parametrize(
    ("profile", "more", "message"),
    [
        ("us-wa-initiative", 'kind = "initiative"', "votes cast for Governor"),
        ("us-wa-initiative", "votes_cast = 1000", "kind of petition"),
        ("us-wa-initiative", 'votes_cast = 1000\nkind = "referendun"', "referendum"),
        ("us-wa-initiative", 'votes_cast = 1000\nrequired = 80\nkind = "referendun"', "referendum"),
        ("us-dc-initiative", 'registered_voters = 100\n[[part]]\nname = "Ward 1"', "Ward 1 does not say"),
        ("us-dc-initiative", '[[part]]\nname = "Ward 1"\n[[part]]\nname = "Ward 1"', "Ward 1 stands twice"),
        ("us-nowhere", "", "There is no profile"),
    ],
)
def test_what_is_missing_is_named_with_its_file(
    run: Run, tmp_path: Path, profile: str, more: str, message: str
) -> None:
    file = tmp_path / "petition.toml"
    file.write_text(PETITION.format(profile=profile) + more, encoding="utf-8")
    said = run("require", file)
    assert said.code == 2
    assert message in re.sub(r"\s+", " ", said.err)
    assert "petition.toml" in said.err


@pytest.mark.parametrize(
    ("stated", "agrees", "message"),
    [
        (240, False, "says 240, and by the law's share it is 250: one of the two is wrong"),
        (250, True, "So the petition file says (the clerk's letter); the law's share comes to the same."),
    ],
)
def test_a_number_beside_the_laws(run: Run, tmp_path: Path, stated: int, agrees: bool, message: str) -> None:
    file = tmp_path / "petition.toml"
    more = f'registered_voters = 1000\nrequired = {stated}\nrequired_source = "the clerk\'s letter"\n'
    file.write_text(PETITION.format(profile="us-ca-local-recall") + more, encoding="utf-8")
    said = re.sub(r"\s+", " ", run("require", file).out)
    assert message in said
    assert "says no day of approval (approved_on): the text in force on 2025-01-01 is applied, the newest" in said
    values = json.loads(run("require", file, "--json").out)
    assert (values["required"], values["reckoned"], values["agrees"]) == (stated, 250, agrees)


def test_a_number_that_nothing_stands_beside(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "petition.toml"
    file.write_text(PETITION.format(profile="us-wa-initiative") + "required = 80\n", encoding="utf-8")
    said = re.sub(r"\s+", " ", run("require", file).out)
    assert "80 valid signatures required." in said
    assert "Not reckoned: What the law requires depends on the kind of petition." in said
