"""`suffice mock-campaign` as a person runs it, and the outlook on what it makes."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.entry import Run


def test_a_campaign_and_its_outlook(run: Run, tmp_path: Path) -> None:
    asked = ("mock-campaign", "--voters", "60000", "--shape", "mail-wave", "--seed", "2")
    for name in ("one", "two"):
        assert run(*asked, tmp_path / name).code == 0
    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert {"petition.toml", "counts.csv", "mail.csv", "truth.json"} <= set(files)
    for name in files:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    given = [part for path in sorted((tmp_path / "one").glob("*.csv")) for part in (f"--{path.stem}", path)]
    said = run(
        "outlook", tmp_path / "one" / "petition.toml", *given, "--as-of", "2024-05-01", "--out", tmp_path / "out"
    )
    assert said.code == 0, said.err
    told = json.loads((tmp_path / "out" / "outlook.json").read_text(encoding="utf-8"))
    truth = json.loads((tmp_path / "one" / "truth.json").read_text(encoding="utf-8"))
    assert told["required"] == truth["required"]
    assert told["today"]["raw"]["middle"] < truth["raw"]
    page = (tmp_path / "out" / "outlook.html").read_text(encoding="utf-8")
    for words in ("Where the next dollar goes", "Break-even", "Circulators", "The public timeline"):
        assert words in page


def test_an_unknown_shape(run: Run, tmp_path: Path) -> None:
    said = run("mock-campaign", tmp_path / "out", "--shape", "round")
    assert said.code == 2
    assert not (tmp_path / "out").exists()
