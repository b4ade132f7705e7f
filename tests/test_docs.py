"""The documentation says what the command line does, and nothing of where it was made."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from suffice.cli.reference import commands, reference

ROOT = Path(__file__).parents[1]
COMMANDS = dict(commands())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_has_help(name: str) -> None:
    command = COMMANDS[name]
    assert command.help, f"{name} has no help"
    for parameter in command.params:
        assert parameter.help, f"{name}: {parameter.name} has no help"


def test_the_page_of_commands_is_not_stale() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert page == reference(), "docs/commands.md is stale: run `make reference`"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_prose(name: str) -> None:
    prose = [path.read_text(encoding="utf-8") for path in (ROOT / "docs").glob("*.md") if path.name != "commands.md"]
    assert any(name in text for text in prose), f"no page but the reference mentions `{name}`"


def test_what_the_pages_name_exists() -> None:
    known = {word for name in COMMANDS for word in name.split()[1:2]}
    for path in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        for word in re.findall(r"^(?:\$ )?suffice ([a-z]+)", path.read_text(encoding="utf-8"), re.MULTILINE):
            assert word in known, f"{path.name}: there is no command `suffice {word}`"


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    index = (folder / "index.md").read_text(encoding="utf-8")
    for path in folder.glob("0*.md"):
        assert f"]({path.name})" in index, f"{path.name} is not in docs/decisions/index.md"


def test_requirements_name_no_registry() -> None:
    for path in (ROOT / "requirements").glob("*.txt"):
        assert "://" not in path.read_text(encoding="utf-8"), path.name
