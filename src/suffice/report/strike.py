"""A strike plan as files: the table of lines, the figures, and a list to go through the sections with."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from importlib.resources import files
from itertools import groupby
from multiprocessing import get_context
from pathlib import Path

import typst

from suffice.law.profile import Profile
from suffice.outlook.strike import StrikeLine, StrikePlan

MOST_LINES = 10_000
"""Lines of one PDF: a longer list is parted, between sections, so that it needs no more than a gigabyte to be typeset."""
MOST_PARTS = 999
FILES = frozenset(
    {"strike.csv", "strike.json", "strike.pdf", *(f"strike-{part:03d}.pdf" for part in range(1, MOST_PARTS + 1))}
)


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
    parts = parted(plan.lines)
    if len(parts) == 1:
        (folder / "strike.pdf").write_bytes(typeset(strike_sheet(plan, parts[0], profile, title)))
        return
    told = [
        strike_sheet(plan, lines, profile, title, f"{number} of {len(parts)}")
        for number, lines in enumerate(parts, start=1)
    ]
    # What typesets keeps what it has typeset: each part has a process of its own, so that its memory is given back.
    with get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        for number, pdf in enumerate(pool.imap(typeset, told, chunksize=1), start=1):
            (folder / f"strike-{number:03d}.pdf").write_bytes(pdf)


def strike_json(plan: StrikePlan) -> str:
    """The figures of the plan as JSON."""
    return json.dumps(plan.as_json(), indent=2, ensure_ascii=False)


def parted(lines: Sequence[StrikeLine], most: int = MOST_LINES) -> list[list[StrikeLine]]:
    """The lines in parts of about `most`, no section in two of them; at least one part, which may be empty."""
    parts: list[list[StrikeLine]] = [[]]
    for _, section in groupby(lines, key=lambda one: one.section):
        if len(parts[-1]) >= most:
            parts.append([])
        parts[-1] += section
    return parts


def strike_sheet(plan: StrikePlan, lines: Sequence[StrikeLine], profile: Profile, title: str, part: str = "") -> str:
    """What `typeset` needs: section by section, each line with its name and ground. `part` says which part of how many."""
    words = {ground.id: ground.name for ground in profile.grounds}
    sections = [
        {
            "name": name,
            "rows": [[one.line, one.name, f"{words.get(one.ground, one.ground)} ({one.citation})"] for one in some],
        }
        for name, some in groupby(lines, key=lambda one: one.section)
    ]
    told = {
        "title": title, "lines": f"{len(lines):,}", "sections": sections, "part": f"Part {part}. " if part else "",
        "law": f"Struck lines: {plan.citation} [{plan.mark}].",
    }  # fmt: skip
    return json.dumps(told)


def typeset(told: str) -> bytes:
    """The list that `strike_sheet` gives, as PDF."""
    template = files("suffice.report").joinpath("templates/strike.typ").read_bytes()
    return typst.compile(
        template, format="pdf", ignore_system_fonts=True, sys_inputs={"told": told}, timestamp=0, pdf_tags=False
    )
