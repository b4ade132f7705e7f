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


def test_the_readme_shows_what_the_demo_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = re.search(
        r"From `make demo`.*?```text\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL
    )
    assert shown is not None
    monkeypatch.chdir(tmp_path)
    script = (ROOT / "scripts" / "demo.sh").read_text(encoding="utf-8").replace("\\\n", " ")
    said = "".join(said_by(line) for line in script.splitlines() if line.startswith("suffice "))
    place = 0
    # In this order, and nothing added; a line of three points stands for what is left away.
    for line in (line for line in shown[1].splitlines() if line.strip() != "..."):
        found = said.find(f"{line}\n", place)
        assert found >= 0, f"README.md is stale: the demo does not say {line!r} there"
        place = found + len(line)


if __name__ == "__main__":
    for path in PAGES:
        text = path.read_text(encoding="utf-8")
        path.write_text(SHOWN.sub(lambda one: f"`{one[1]}`\n\n```text\n{said_by(one[1])}```", text), encoding="utf-8")
