"""A petition in the course of which the text of its law changed, as every command tells it."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from tests.cli.entry import Run

PETITION = """\
title = "T"
profile = "{profile}"
jurisdiction = "Example County"
registered_voters = 120
approved_on = {approved}
filed_on = {filed}
"""
LINES = "section,line,printed_name,residence_address,zip\n1,1,Anna Berg,7 Oak St,90012\n1,2,,7 Oak St,90012\n"
ROLL = "voter_id,last_name,first_name,house_number,street_name,zip\n1,BERG,ANNA,7,OAK,90012\n"
# From 2024 on as many again are required, three percent are drawn, and an empty line is a ground of its own.
SINCE = "since = 2024-01-01\n\n[version.fact]"
CHANGE = """since = 2024-01-01
[version.requirement]
tiers = [{ from_registered = 0, percent = 60 }]
[version.sample.size]
percent = 3
[version.ground]
no_date = { citation = "9", mark = "found", category = "Other" }
[version.fact]"""


@pytest.fixture
def petition(tmp_path: Path) -> Path:
    """The folder of a petition under California's local recall, and under a law of its own that changes more in 2024."""
    (tmp_path / "lines.csv").write_text(LINES, "utf-8")
    (tmp_path / "roll.csv").write_text(ROLL, "utf-8")
    (tmp_path / "counts.csv").write_text("date,total\n2023-12-31,20\n", "utf-8")
    (tmp_path / "rejected.csv").write_text("section,line,ground\n1,2,Signer cannot be identified\n", "utf-8")
    law = files("suffice.law").joinpath("data/us-ca-local-recall.toml").read_text("utf-8")
    assert law.count(SINCE) == 1
    (tmp_path / "town.toml").write_text(law.replace(SINCE, CHANGE), "utf-8")
    return tmp_path / "petition.toml"


def told(run: Run, petition: Path) -> dict[str, dict[str, Any]]:
    """What each command says, as JSON."""
    folder = petition.parent
    commands: dict[str, tuple[str | Path, ...]] = {
        "require": (),
        "calendar": ("--as-of", "2024-01-02"),
        "verify": ("--roll", folder / "roll.csv", "--lines", folder / "lines.csv", "--out", folder / "verified"),
        "outlook": ("--counts", folder / "counts.csv", "--out", folder / "outlook"),
        "strike": ("--verified", folder / "verified", "--out", folder / "strike"),
        "challenge": ("--rejected", folder / "rejected.csv", "--valid", "1", "--out", folder / "challenge"),
    }
    found = {}
    for name, more in commands.items():
        said = run(name, petition, *more, "--json")
        assert said.code == 0, said.err
        found[name] = json.loads(said.out)
    return found


def applied(one: dict[str, Any]) -> dict[str, str]:
    return {text["question"]: text["day"] for text in one["text_applied"]}


def changes(one: dict[str, Any]) -> list[str]:
    """The questions of which a command warns that the law changed."""
    said = one["warnings"] if "warnings" in one else one["caveats"]
    return [warning.split(":")[0] for warning in said if "in the course of the petition" in warning]


def test_across_the_change_every_command_says_which_text_it_applies(run: Run, petition: Path) -> None:
    petition.write_text(PETITION.format(profile="town.toml", approved="2023-12-31", filed="2024-01-01"), "utf-8")
    found = told(run, petition)
    needed, judged = {"requirement": "2023-12-31"}, {"lines": "2024-01-01"}
    assert {name: applied(one) for name, one in found.items() if name != "calendar"} == {
        "require": needed,
        "verify": needed | judged,
        "outlook": needed | judged | {"sample": "2024-01-01"},
        "strike": needed | judged | {"sample": "2024-01-01"},
        "challenge": needed | judged,
    }
    # 30 % of 120 under the old text, everywhere.
    assert {name: one["required"] for name, one in found.items() if name != "calendar"} == dict.fromkeys(
        ("require", "verify", "outlook", "strike", "challenge"), 36
    )
    asked, how = "How many signatures are required", "How lines are judged"
    assert {name: sorted(changes(one)) for name, one in found.items() if name != "calendar"} == {
        "require": [asked],
        "verify": sorted([asked, how]),
        "outlook": sorted([asked, how, "The random sample"]),
        "strike": sorted([asked, how, "The random sample"]),
        "challenge": sorted([asked, how]),
    }
    steps = {step["id"]: step["counted"] for step in found["calendar"]["steps"]}
    assert steps["certified"].startswith("60 business days")
    assert [one for one in found["calendar"]["warnings"] if "Each step follows" in one]


@pytest.mark.parametrize(("approved", "filed"), [("2023-02-01", "2023-03-12"), ("2024-01-01", "2024-02-10")])
def test_on_one_side_of_it_nothing_is_said(run: Run, petition: Path, approved: str, filed: str) -> None:
    petition.write_text(PETITION.format(profile="town.toml", approved=approved, filed=filed), "utf-8")
    folder = petition.parent
    (folder / "counts.csv").write_text(f"date,total\n{filed},20\n", "utf-8")
    found = told(run, petition)
    assert {name: changes(one) for name, one in found.items()} == {name: [] for name in found}
    required = 36 if approved < "2024" else 72
    assert {one["required"] for name, one in found.items() if name != "calendar"} == {required}
    steps = {step["id"]: step["counted"] for step in found["calendar"]["steps"]}
    assert steps["certified"].startswith("30" if filed < "2024" else "60")


def test_what_did_not_change_is_not_warned_of(run: Run, petition: Path) -> None:
    """In California only steps changed in 2024: lines, sample and requirement stayed as they were."""
    petition.write_text(
        PETITION.format(profile="us-ca-local-recall", approved="2023-12-31", filed="2024-01-01"), "utf-8"
    )
    found = told(run, petition)
    assert {name for name, one in found.items() if changes(one)} == {"calendar"}


def test_the_text_and_the_reason_stand_on_the_terminal(run: Run, petition: Path) -> None:
    petition.write_text(PETITION.format(profile="town.toml", approved="2023-12-31", filed="2024-01-01"), "utf-8")
    folder = petition.parent
    said = run(
        "verify", petition, "--roll", folder / "roll.csv", "--lines", folder / "lines.csv", "--out", folder / "o"
    )
    assert (
        "How lines are judged: by the text in force on 2024-01-01 (since 2024-01-01), the day the petition was filed."
        in said.out
    )
    assert "(since 2023-01-01), the day the form was approved." in run("require", petition).out
    assert "the day the petition was filed" in (folder / "o" / "report.html").read_text("utf-8")


def test_what_is_recalled_or_inferred_is_said_by_every_command_that_rests_on_it(run: Run, petition: Path) -> None:
    petition.write_text(
        PETITION.format(profile="us-ca-local-recall", approved="2022-01-01", filed="2022-02-10"), "utf-8"
    )
    (petition.parent / "counts.csv").write_text("date,total\n2022-01-31,20\n", "utf-8")
    found = told(run, petition)
    inferred = "Grounds inferred, not confirmed in a source: Signer cannot be identified (Elec. Code 100, 105)."
    copies = "What becomes of a voter's several lines: not confirmed (recalled; Elec. Code 100)."
    assert inferred in found["verify"]["warnings"]
    assert inferred in found["strike"]["caveats"]
    assert inferred in found["challenge"]["caveats"]
    assert copies in found["verify"]["warnings"]
    assert copies in found["outlook"]["caveats"]
    assert copies in found["strike"]["caveats"]
    # Nobody signed twice here, so that this ground is not named.
    assert not [one for one in found["verify"]["warnings"] if "Signed more than once" in one]
