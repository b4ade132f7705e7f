"""A challenge as files: the ranked table, the figures, and a sheet a line for those who examine."""

from __future__ import annotations

import csv
import json
from importlib.resources import files
from pathlib import Path

import typst

from suffice.law.profile import Profile
from suffice.outlook.challenge import Challenge, ChallengeLine

FILES = frozenset({"challenge.csv", "challenge.json", "challenge.pdf"})


def write_challenge(folder: Path, found: Challenge, profile: Profile, title: str, sheets: int) -> None:
    """Writes the challenge's files into `folder`; `challenge.pdf` holds the first `sheets` lines not examined yet."""
    with (folder / "challenge.csv").open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(
            ("rank", "section", "line", "ground", "citation", "outcome", "own_look_up", "own_ground", "voter_id", "chance",
             "running_total", "why", "evidence", "note")
        )  # fmt: skip
        for one in found.lines:
            line, own = one.rejected, one.own_line
            table.writerow(
                (one.rank, line.section, line.line, line.ground or line.said, line.citation, line.outcome, one.own,
                 own.ground if own else "", own.voter_id if own else "", one.chance, one.running_total, one.reason,
                 own.evidence if own else "", line.note)
            )  # fmt: skip
    (folder / "challenge.json").write_text(challenge_json(found) + "\n", encoding="utf-8")
    chosen = [one for one in found.lines if one.rejected.outcome is None][:sheets]
    if chosen:
        (folder / "challenge.pdf").write_bytes(challenge_sheets(found, chosen, profile, title))


def challenge_json(found: Challenge) -> str:
    """The figures of the challenge as JSON."""
    return json.dumps(found.as_json(), indent=2, ensure_ascii=False)


def challenge_sheets(found: Challenge, lines: list[ChallengeLine], profile: Profile, title: str) -> bytes:
    """A page a line as PDF: what the office said, what the roll says, and room for what is found."""
    words = {ground.id: ground.name for ground in profile.grounds}
    told = {
        "title": title,
        "shortfall": f"{found.shortfall:,}",
        "sheets": [
            {
                "rank": f"{one.rank:,}", "section": one.rejected.section, "line": one.rejected.line,
                "ground": words.get(one.rejected.ground, one.rejected.said), "citation": one.rejected.citation,
                "name": one.own_line.name if one.own_line else "", "address": one.own_line.address if one.own_line else "",
                "own": one.own, "own_ground": words.get(one.own_line.ground, "") if one.own_line else "",
                "voter": one.own_line.voter_id if one.own_line else "",
                "evidence": one.own_line.evidence if one.own_line else "", "why": one.reason, "note": one.rejected.note,
                "running": f"{one.running_total:,.0f}",
            }
            for one in lines
        ],
    }  # fmt: skip
    template = files("suffice.report").joinpath("templates/challenge.typ").read_bytes()
    return typst.compile(
        template,
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"told": json.dumps(told)},
        timestamp=0,
        pdf_tags=False,
    )
