"""A petition in the course of which the text of its law changed (California: 1 January 2024), as every command tells it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.entry import Run

PETITION = """\
title = "T"
profile = "us-ca-local-recall"
jurisdiction = "Example County"
registered_voters = 120
approved_on = {approved}
filed_on = {filed}
"""
LINES = "section,line,printed_name,residence_address,zip\n1,1,Anna Berg,7 Oak St,90012\n1,2,,7 Oak St,90012\n"
ROLL = "voter_id,last_name,first_name,house_number,street_name,zip\n1,BERG,ANNA,7,OAK,90012\n"


@pytest.fixture
def petition(tmp_path: Path) -> Path:
    (tmp_path / "lines.csv").write_text(LINES, "utf-8")
    (tmp_path / "roll.csv").write_text(ROLL, "utf-8")
    return tmp_path / "petition.toml"


def warnings(run: Run, petition: Path) -> dict[str, tuple[str, str]]:
    """Of each command the warning of a change, and the day whose text it applied."""
    folder = petition.parent
    told = {}
    for name, arguments in (
        ("require", ("require", petition, "--json")),
        ("calendar", ("calendar", petition, "--json")),
        (
            "verify",
            (
                "verify",
                petition,
                "--roll",
                folder / "roll.csv",
                "--lines",
                folder / "lines.csv",
                "--out",
                folder / "out",
            ),
        ),
    ):
        said = run(*arguments)
        assert said.code == 0, said.err
        text = (folder / "out" / "summary.json").read_text("utf-8") if name == "verify" else said.out
        changes = [one for one in json.loads(text)["warnings"] if "changed on" in one]
        told[name] = (
            (changes[0].split(";")[0], changes[0].split("in force on ")[1].split(".")[0]) if changes else ("", "")
        )
    return told


def test_across_the_change_every_command_says_which_text_it_applies(run: Run, petition: Path) -> None:
    petition.write_text(PETITION.format(approved="2023-12-31", filed="2024-01-01"), "utf-8")
    change = "The text of this law changed on 2024-01-01, in the course of the petition"
    assert warnings(run, petition) == {
        "require": (change, "2023-12-31"),
        "calendar": (change, "2023-12-31"),
        # The lines are judged by the law of the day they were filed.
        "verify": (change, "2024-01-01"),
    }


@pytest.mark.parametrize(("approved", "filed"), [("2023-02-01", "2023-12-31"), ("2024-01-01", "2024-06-01")])
def test_on_one_side_of_it_nothing_is_said(run: Run, petition: Path, approved: str, filed: str) -> None:
    petition.write_text(PETITION.format(approved=approved, filed=filed), "utf-8")
    assert set(warnings(run, petition).values()) == {("", "")}


def test_a_ground_that_was_inferred_is_named_where_lines_fell_on_it(run: Run, petition: Path) -> None:
    petition.write_text(PETITION.format(approved="2022-01-01", filed="2022-06-01"), "utf-8")
    folder = petition.parent
    run("verify", petition, "--roll", folder / "roll.csv", "--lines", folder / "lines.csv", "--out", folder / "out")
    told = json.loads((folder / "out" / "summary.json").read_text("utf-8"))["warnings"]
    assert "Grounds inferred, not confirmed in a source: Signer cannot be identified (Elec. Code 100, 105)." in told
    # Nobody signed twice here, so that ground is not named.
    assert not [one for one in told if "Signed more than once" in one]
