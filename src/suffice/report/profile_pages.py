"""The pages of the documentation that tell each profile, made from its file so that they cannot say anything else.

`python -m suffice.report.profile_pages docs/profiles` writes them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from suffice.law.difference import Change, changes, days_of_change, newest
from suffice.law.part import UNSURE
from suffice.law.profile import Profile, ProfileFile
from suffice.law.profiles import load_file, profile_ids
from suffice.law.rule import Rule
from suffice.law.rules import missing
from suffice.law.step_rules import holidays_kept
from suffice.report.profile import HEADS, TITLES, own_thresholds, parts_of, summary_of, unsure_by_part

ABOUT = (
    "One kind of petition in one jurisdiction each. These pages are made from the files in `law/data`; "
    "[writing a profile](../writing-a-profile.md) tells how to add one.\n\n"
    "The mark says how sure a rule is: *found* or *found, part* (read in a source, wholly or in part), *computed* from one, "
    "*inferred* from sources, *recalled* (from memory). What is inferred or recalled is **not confirmed**: results that depend on "
    "it carry a warning. A rule that no source says is left out, and lines that depend on it go to people."
)


def pages() -> dict[str, str]:
    """Every page by the name of its file."""
    return {f"{name}.md": profile_page(load_file(name)) for name in profile_ids()} | {"index.md": index_page()}


def index_page() -> str:
    """The page that lists every profile."""
    rows = ["| Profile | What | Roll looked at | Sample | Steps | Texts since |", "|---|---|---|---|--:|---|"]
    for name in profile_ids():
        one = summary_of(load_file(name))
        cells = (
            f"[`{name}`]({name}.md)", str(one["title"]), "yes" if one["roll"] else "no", str(one["sample"] or "none known"),
            str(one["steps"] or "-"), ", ".join(str(version.since) for version in load_file(name).version),
        )  # fmt: skip
        rows.append(f"| {' | '.join(cells)} |")
    return f"# Profiles\n\n{ABOUT}\n\n" + "\n".join(rows) + "\n"


def profile_page(file: ProfileFile) -> str:
    """The documentation's page of a profile: its newest text, what changed on which day, and what is not confirmed."""
    now = newest(file)
    parts = [
        f"# {file.title}",
        f"Profile `{file.id}`: the text in force since {now.as_of}, as Suffice knows it. "
        "[What the marks mean](index.md).",
    ]
    for part, told in parts_of(now).items():
        parts += [f"## {TITLES[part]}", _table(HEADS[part], told)]
    parts += _matching(now)
    if now.calendar is not None:
        parts.append(holidays_kept(now.calendar))
    parts += ["## What changed", *_changed(file)]
    doubtful = [f"**{title}:** {line}." for title, line in unsure_by_part(now).items()]
    parts += _listed("What is not confirmed", doubtful) + _listed("What is left out", missing(now))
    return "\n\n".join(parts) + "\n"


def _table(head: tuple[str, str], told: Iterable[Rule]) -> str:
    rows = [f"| {head[0]} | {head[1]} | Law | Mark |", "|---|---|---|---|"]
    for rule in told:
        said = f"{rule.says} {rule.remarks}".strip()
        mark = "no source" if rule.mark is None else f"**{rule.mark}**" if rule.mark in UNSURE else rule.mark
        rows.append(f"| {_cell(rule.name)} | {_cell(said)} | {_cell(rule.citation) or '-'} | {mark} |")
    return "\n".join(rows)


def _matching(profile: Profile) -> list[str]:
    own = own_thresholds(profile)
    if not own:
        return []
    rows = [f"| {name} | {one.value:,} | {_cell(one.reason)} |" for name, one in own.items()]
    return ["## Numbers of the matching", "\n".join(["| Number | Value | Why |", "|---|--:|---|", *rows])]


def _changed(file: ProfileFile) -> list[str]:
    days = days_of_change(file)
    if len(days) == 1:
        return [f"Suffice knows one text, that of {days[0]}."]
    told = [f"The oldest text that Suffice knows is that of {days[0]}."]
    for earlier, later in pairwise(days):
        found = changes(file, earlier, later)
        if found:
            rows = ["| Rule | Before | From this day on | Law |", "|---|---|---|---|", *map(_change, found)]
            told += [f"### {later}", "\n".join(rows)]
    return told


def _change(change: Change) -> str:
    was, now = (_cell(f"{one.says} {one.remarks}".strip()) if one else "-" for one in (change.before, change.after))
    return f"| {_cell(change.rule.name)} | {was} | {now} | {_cell(change.rule.citation)} |"


def _listed(title: str, told: Iterable[str]) -> list[str]:
    lines = "\n".join(f"- {one}" for one in told)
    return [f"## {title}", lines] if lines else []


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


if __name__ == "__main__":
    for name, text in pages().items():
        (Path(sys.argv[1]) / name).write_text(text, encoding="utf-8")
