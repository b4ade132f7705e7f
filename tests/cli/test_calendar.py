"""`suffice calendar` as a person runs it, and the page that shows it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.entry import Run, run_suffice

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "la-2022" / "petition.toml"


def test_the_page_shows_what_the_command_says(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.chdir(ROOT)
    said = run_suffice("calendar", "examples/la-2022/petition.toml", "--as-of", "2022-08-16")
    page = (ROOT / "docs" / "calendar.md").read_text(encoding="utf-8")
    shown = page.split("```text\n", 1)[1].split("```", 1)[0]
    assert [line.rstrip() for line in shown.splitlines()] == [line.rstrip() for line in said.out.splitlines()]


def test_json_and_ics(run: Run, tmp_path: Path) -> None:
    said = run("calendar", EXAMPLE, "--as-of", "2022-08-16", "--json", "--ics", tmp_path / "a.ics")
    assert said.code == 0, said.err
    days = {step["id"]: step["day"] for step in json.loads(said.out)["steps"]}
    assert (days["filed"], days["certified"]) == ("2022-07-06", "2022-08-17")
    assert (tmp_path / "a.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_a_petition_not_filed_yet_has_a_calendar(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "petition.toml"
    file.write_text(
        'title = "T"\nprofile = "us-ca-local-recall"\njurisdiction = "J"\nnotice_served_on = 2025-01-06\n', "utf-8"
    )
    said = run("calendar", file, "--as-of", "2025-01-07")
    assert said.code == 0, said.err
    assert "by 2025-01-13" in said.out


@pytest.mark.parametrize(
    ("was", "instead", "word"),
    [
        ("us-ca-local-recall", "us-ca-local-recal", "Did you mean us-ca-local-recall?"),
        ("filed_on = 2022-07-06", "filed_on = 2022-01-06", "filed_on 2022-01-06 is before approved_on 2022-01-27"),
        ("approved_on = 2022-01-27", "approved_on = 1999-01-27", "begins on"),
        ("certified_on", "certifed_on", "Did you mean certified_on?"),
    ],
)
def test_bad_input_is_named(run: Run, tmp_path: Path, was: str, instead: str, word: str) -> None:
    file = tmp_path / "petition.toml"
    file.write_text(EXAMPLE.read_text("utf-8").replace(was, instead), "utf-8")
    said = run("calendar", file, "--ics", tmp_path / "a.ics")
    assert said.code == 2, said.out
    assert word in said.err
    assert "petition.toml" in said.err
    assert "Traceback" not in said.err
    assert not (tmp_path / "a.ics").exists()
