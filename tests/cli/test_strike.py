"""`suffice strike` as a person runs it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from tests.cli.entry import Run


def test_the_lists_and_what_they_do(run: Run, mocked: Path, verified: Path, tmp_path: Path) -> None:
    out = tmp_path / "strike"
    said = run("strike", mocked / "petition.toml", "--verified", verified, "--out", out)
    assert said.code == 0, said.err
    assert "may be struck" in said.out
    assert "with these lines struck" in said.out
    with (out / "strike.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    told = json.loads((out / "strike.json").read_text(encoding="utf-8"))
    assert told["lines"] == len(rows) == sum(told["by_ground"].values()) > 0
    assert told["before"]["raw"] - told["after"]["raw"] == len(rows)
    assert (out / "strike.pdf").read_bytes().startswith(b"%PDF")
    again = tmp_path / "again"
    run("strike", mocked / "petition.toml", "--verified", verified, "--out", again)
    for name in ("strike.csv", "strike.json", "strike.pdf"):
        assert (out / name).read_bytes() == (again / name).read_bytes()


def test_a_folder_without_a_verification(run: Run, mocked: Path, tmp_path: Path) -> None:
    said = run("strike", mocked / "petition.toml", "--verified", mocked, "--out", tmp_path / "out")
    assert said.code == 2
    assert "holds no verification" in said.err
    assert not (tmp_path / "out").exists()
