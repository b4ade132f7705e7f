"""Profiles on the terminal."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path

from rich.table import Table
from rich.text import Text

from suffice.cli.console import results
from suffice.errors import InputError
from suffice.law.difference import changes
from suffice.law.profile import Profile, ProfileFile
from suffice.law.profiles import in_force, load_file, profile_ids, read_profile_file
from suffice.law.rules import Rule, rules
from suffice.report.profile import TITLES, profile_json

NO_SOURCE = "no source"


def show_profiles(as_json: bool) -> None:
    """Prints the profiles that come with Suffice."""
    console = results()
    files = [load_file(name) for name in profile_ids()]
    if as_json:
        values = [
            {"profile": file.id, "title": file.title, "since": [str(version.since) for version in file.version]}
            for file in files
        ]
        console.print(json.dumps(values, indent=2, ensure_ascii=False), markup=False, soft_wrap=True)
        return
    table = Table()
    for column in ("Profile", "What", "Roll", "Sample", "Steps", "Texts since"):
        table.add_column(column, no_wrap=column == "Profile")
    for file in files:
        newest = in_force(file, file.version[-1].since)
        sample = newest.sample.projection.method if newest.sample and newest.sample.projection else "-"
        table.add_row(
            file.id, file.title, "yes" if newest.lines.roll_check.value else "no", sample,
            "yes" if file.calendar else "-", ", ".join(str(version.since.year) for version in file.version),
        )  # fmt: skip
    console.print(table)


def show_profile(profile: Profile, as_json: bool) -> None:
    """Prints every rule of a profile, part by part, and what is not confirmed."""
    console = results()
    if as_json:
        console.print(profile_json(profile), markup=False, soft_wrap=True)
        return
    console.print(profile.title, style="bold", markup=False)
    console.print(f"{profile.id}, as of {profile.as_of} (text in force since {profile.since}).", markup=False)
    every = rules(profile)
    for part, title in TITLES.items():
        shown = [rule for rule in every if rule.part == part]
        if shown:
            console.print(_table(title, shown))
    if profile.calendar is None:
        console.print("The days of this law's steps have not been found in a source.")
    for doubt in profile.doubts():
        console.print(f"Note: {doubt}", markup=False, soft_wrap=True)


def show_changes(file: ProfileFile, first: date, second: date, as_json: bool) -> None:
    """Prints what changed in a profile between two days; `first` must not be after `second`."""
    if second < first:
        raise InputError(
            "The second day is before the first", found=f"{first} {second}", expected="the earlier day first"
        )
    console = results()
    found = changes(file, first, second)
    if as_json:
        values = [asdict(change) for change in found]
        console.print(json.dumps(values, indent=2, ensure_ascii=False), markup=False, soft_wrap=True)
        return
    console.print(file.title, style="bold", markup=False)
    if not found:
        console.print(f"Nothing changed between {first} and {second}, as far as Suffice knows.")
        return
    table = Table(show_lines=True)
    table.add_column("Rule", max_width=26)
    table.add_column(f"{first}", ratio=1)
    table.add_column(f"{second}", ratio=1)
    table.add_column("Law", max_width=20)
    for change in found:
        was, now = (one.says if one else "-" for one in (change.before, change.after))
        table.add_row(change.rule.name, was, now, _law(change.rule))
    console.print(table)


def show_checked(path: Path) -> None:
    """Reads a profile of somebody's own and says what it holds and leaves open. Raises InputError for what is wrong."""
    file = read_profile_file(path)
    console = results()
    console.print(f"{path.name} can be used.", style="bold", markup=False)
    days = ", ".join(str(version.since) for version in file.version)
    console.print(f"{file.title} ({file.id}); texts since {days}.", markup=False, soft_wrap=True)
    newest = in_force(file, file.version[-1].since)
    every = rules(newest)
    console.print(f"{len(every):,} rules in the newest text, {len(newest.grounds):,} grounds.")
    if newest.sample is None:
        console.print("Note: no random sample; `suffice sample` will say that the law knows none.")
    if newest.calendar is None:
        console.print("Note: no steps; `suffice calendar` will say that they are not known.")
    for doubt in newest.doubts():
        console.print(f"Note: {doubt}", markup=False, soft_wrap=True)


def _table(title: str, shown: list[Rule]) -> Table:
    table = Table(title=title, title_justify="left", show_lines=True)
    table.add_column("Rule", max_width=32)
    table.add_column("What it says", ratio=1)
    table.add_column("Law", max_width=28)
    for rule in shown:
        said = Text(rule.says)
        if rule.note:
            said.append(f"\n{rule.note}", style="dim")
        table.add_row(rule.name, said, _law(rule))
    return table


def _law(rule: Rule) -> Text:
    if rule.mark is None:
        return Text(NO_SOURCE, style="bold")
    law = Text(rule.citation)
    law.append(f" [{rule.mark}]", style="bold" if rule.mark == "recalled" else "dim")
    return law
