"""A profile as JSON and as a page of the documentation, made from its file so that neither can say anything else."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from suffice.law.difference import changes
from suffice.law.profile import Profile, ProfileFile
from suffice.law.profiles import in_force, load_file, profile_ids
from suffice.law.rules import Rule, rules

TITLES = {
    "lines": "How lines are judged",
    "requirement": "Signatures required",
    "sample": "Random sample",
    "ground": "Grounds, in order of precedence",
    "fact": "What else the law says",
    "step": "Steps",
}
"""The parts of a profile in words, in order."""


def profile_json(profile: Profile) -> str:
    """A profile on its day as JSON: what it is, every rule, and what is not confirmed."""
    values = {
        "profile": profile.id,
        "title": profile.title,
        "as_of": profile.as_of.isoformat(),
        "since": profile.since.isoformat(),
        "rules": [asdict(rule) for rule in rules(profile)],
        "doubts": profile.doubts(),
    }
    return json.dumps(values, indent=2, ensure_ascii=False)


def profile_page(file: ProfileFile) -> str:
    """The documentation's page of a profile: its newest text, and what every version changed."""
    newest = in_force(file, file.version[-1].since)
    parts = [
        f"# {file.title}",
        f"Profile `{file.id}`. The text in force since {newest.since}, as Suffice knows it; the mark says how sure a rule is: "
        "*found* or *found, part* in a source, *inferred* or *computed* from one, *recalled* and not confirmed.",
    ]
    for part, title in TITLES.items():
        shown = [rule for rule in rules(newest) if rule.part == part]
        if shown:
            parts += [f"## {title}", _table(shown)]
    if newest.calendar is None:
        parts += [
            "## Steps",
            "The days of this law's steps have not been found in a source; `suffice calendar` says so.",
        ]
    parts += ["## What changed", *_versions(file)]
    doubts = newest.doubts()
    if doubts:
        parts += ["## What is not confirmed", "\n".join(f"- {doubt}" for doubt in doubts)]
    return "\n\n".join(parts) + "\n"


def _table(shown: Iterable[Rule]) -> str:
    rows = ["| rule | says | source | mark |", "|---|---|---|---|"]
    for rule in shown:
        said = rule.says + (f" {rule.note}" if rule.note else "")
        rows.append(
            f"| {_cell(rule.name)} | {_cell(said)} | {_cell(rule.citation) or '-'} | {rule.mark or 'no source'} |"
        )
    return "\n".join(rows)


def _versions(file: ProfileFile) -> list[str]:
    if len(file.version) == 1:
        return [f"Suffice knows one text, since {file.version[0].since}."]
    told = []
    for before, after in zip(file.version, file.version[1:], strict=False):
        lines = [f"**{after.since}**", ""]
        for change in changes(file, before.since, after.since):
            was = change.before.says if change.before else "(nothing)"
            now = change.after.says if change.after else "(nothing)"
            lines.append(f"- {change.rule.name}: {was} → {now} ({change.rule.citation})")
        told.append("\n".join(lines))
    return told


def index_page() -> str:
    """The page that lists every profile."""
    rows = ["| profile | what | roll | sample | steps | texts since |", "|---|---|---|---|---|---|"]
    for name in profile_ids():
        file = load_file(name)
        newest = in_force(file, file.version[-1].since)
        sample = (
            "-"
            if newest.sample is None
            else newest.sample.projection.method
            if newest.sample.projection
            else "nothing projected"
        )
        roll = "yes" if newest.lines.roll_check.value else "no"
        days = ", ".join(str(version.since) for version in file.version)
        rows.append(
            f"| [`{name}`]({name}.md) | {_cell(file.title)} | {roll} | {sample} | {'yes' if file.calendar else 'no'} | {days} |"
        )
    head = (
        "# Profiles\n\nOne kind of petition in one jurisdiction each. The pages are made from the files in `law/data`; "
        "[writing a profile](../writing-a-profile.md) tells how to add one.\n\n"
    )
    return head + "\n".join(rows) + "\n"


def pages() -> dict[str, str]:
    """Every page by the name of its file."""
    return {f"{name}.md": profile_page(load_file(name)) for name in profile_ids()} | {"index.md": index_page()}


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


if __name__ == "__main__":
    for name, text in pages().items():
        (Path(sys.argv[1]) / name).write_text(text, encoding="utf-8")
