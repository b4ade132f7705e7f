"""A strike plan as files: the table of lines, the figures, and a list to go through the sections with."""

from __future__ import annotations

import csv
import json
from importlib.resources import files
from itertools import groupby
from pathlib import Path

import typst

from suffice.law.profile import Profile
from suffice.outlook.strike import StrikePlan

FILES = frozenset({"strike.csv", "strike.json", "strike.pdf"})


def write_strike(folder: Path, plan: StrikePlan, profile: Profile, title: str) -> None:
    """Writes the plan's files into `folder`. The same plan gives the same bytes."""
    with (folder / "strike.csv").open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("section", "line", "name", "ground", "citation", "confidence", "evidence"))
        table.writerows(
            (one.section, one.line, one.name, one.ground, one.citation, one.confidence, one.evidence)
            for one in plan.lines
        )
    (folder / "strike.json").write_text(strike_json(plan) + "\n", encoding="utf-8")
    (folder / "strike.pdf").write_bytes(strike_sheet(plan, profile, title))


def strike_json(plan: StrikePlan) -> str:
    """The figures of the plan as JSON."""
    return json.dumps(plan.as_json(), indent=2, ensure_ascii=False)


def strike_sheet(plan: StrikePlan, profile: Profile, title: str) -> bytes:
    """The list as PDF: section by section, each line with its name and ground."""
    words = {ground.id: ground.name for ground in profile.grounds}
    sections = [
        {
            "name": name,
            "rows": [[one.line, one.name, f"{words.get(one.ground, one.ground)} ({one.citation})"] for one in lines],
        }
        for name, lines in groupby(plan.lines, key=lambda one: one.section)
    ]
    told = {
        "title": title, "lines": f"{len(plan.lines):,}", "sections": sections,
        "law": f"Struck lines: {plan.citation} [{plan.mark}].",
    }  # fmt: skip
    template = files("suffice.report").joinpath("templates/strike.typ").read_bytes()
    return typst.compile(
        template,
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"told": json.dumps(told)},
        timestamp=0,
        pdf_tags=False,
    )
