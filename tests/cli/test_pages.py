"""Pages that show what commands say show what they say today; `python -m tests.cli.test_pages` writes them anew."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from tests.cli.entry import run_suffice

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "docs" / name for name in ("law.md", "sample.md", "writing-a-profile.md")]
SHOWN = re.compile(r"^`(suffice [^`]+)`\n\n```text\n(.*?)```$", re.MULTILINE | re.DOTALL)


def said_by(command: str) -> str:
    """What a command of the page prints, run where the page supposes it to be run."""
    said = run_suffice(*shlex.split(command)[1:])
    assert said.code == 0, said.err
    return "".join(f"{line.rstrip()}\n" for line in said.out.splitlines())


@pytest.mark.parametrize(
    ("page", "command", "shown"),
    [(page.name, *found) for page in PAGES for found in SHOWN.findall(page.read_text(encoding="utf-8"))],
)
def test_the_page_shows_what_the_command_says(
    page: str, command: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert shown == said_by(command), f"docs/{page} is stale: run `python -m tests.cli.test_pages`"


if __name__ == "__main__":
    for path in PAGES:
        text = path.read_text(encoding="utf-8")
        path.write_text(SHOWN.sub(lambda one: f"`{one[1]}`\n\n```text\n{said_by(one[1])}```", text), encoding="utf-8")
