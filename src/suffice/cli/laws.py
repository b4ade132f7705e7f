"""Profiles on the terminal."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from suffice.cli.console import results
from suffice.errors import InputError
from suffice.law.difference import changes, days_of_change, newest
from suffice.law.part import UNSURE
from suffice.law.profile import Profile, ProfileFile
from suffice.law.profiles import load_file, profile_ids, read_profile_file
from suffice.law.rule import Rule, RulePart
from suffice.law.rules import missing
from suffice.law.step_rules import holidays_kept
from suffice.report.profile import (
    HEADS,
    TITLES,
    changes_json,
    own_thresholds,
    parts_of,
    profile_json,
    profiles_json,
    summary_of,
    unsure_by_part,
)

NO_SOURCE = "no source"


def show_profiles(as_json: bool) -> None:
    """Prints the profiles that come with Suffice."""
    console = results()
    files = [load_file(name) for name in profile_ids()]
    if as_json:
        console.print(profiles_json(files), markup=False, soft_wrap=True)
        return
    table = Table()
    # The title stands below the name: side by side, a narrow terminal would cut both.
    table.add_column("Profile")
    table.add_column("Roll")
    table.add_column("Sample", no_wrap=True)
    table.add_column("Steps", justify="right")
    table.add_column("Texts since", max_width=12)
    for file in files:
        one = summary_of(file)
        table.add_row(
            Text(file.id).append(f"\n{file.title}", style="dim"), "yes" if one["roll"] else "no", str(one["sample"] or "-"),
            str(one["steps"] or "-"), ", ".join(str(version.since.year) for version in file.version),
        )  # fmt: skip
    console.print(table)


def show_profile(profile: Profile, as_json: bool) -> None:
    """Prints every rule of a profile, part by part, and at the end what is not confirmed."""
    console = results()
    if as_json:
        console.print(profile_json(profile), markup=False, soft_wrap=True)
        return
    console.print(profile.title, style="bold", markup=False)
    console.print(f"{profile.id}, as of {profile.as_of}.", markup=False)
    for part, told in parts_of(profile).items():
        console.print()
        console.print(_table(part, told))
    if profile.calendar is not None:
        console.print(holidays_kept(profile.calendar), markup=False)
    _show_matching(console, profile)
    _show_open(console, profile)


def show_changes(file: ProfileFile, first: date, second: date, as_json: bool) -> None:
    """Prints what changed in a profile between two days; `first` must not be after `second`."""
    if second < first:
        raise InputError(
            "The second day is before the first", found=f"{first} {second}", expected="the earlier day first"
        )
    console = results()
    if as_json:
        console.print(changes_json(file, first, second), markup=False, soft_wrap=True)
        return
    found = changes(file, first, second)
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
        was, now = (_said(one) if one else Text("-") for one in (change.before, change.after))
        table.add_row(change.rule.name, was, now, _law(change.rule))
    console.print(table)


def show_checked(path: Path) -> None:
    """Reads a profile of somebody's own and says what it holds and leaves open. Raises InputError for what is wrong."""
    file = read_profile_file(path)
    console = results()
    console.print(f"{path.name} can be used.", style="bold", markup=False)
    console.print(f"{file.title} ({file.id}).", markup=False)
    now = newest(file)
    table = Table(title=f"Rules of the newest text, {now.as_of}", title_justify="left")
    table.add_column("Part")
    table.add_column("Rules", justify="right")
    for part, told in parts_of(now).items():
        table.add_row(TITLES[part], f"{sum(rule.mark is not None for rule in told):,}")
    console.print(table)
    days = days_of_change(file)
    for earlier, later in pairwise(days):
        names = ", ".join(change.rule.name for change in changes(file, earlier, later))
        console.print(f"On {later} changed: {names or 'nothing'}.", markup=False)
    _show_matching(console, now)
    _show_open(console, now)


def _show_matching(console: Console, profile: Profile) -> None:
    for name, one in own_thresholds(profile).items():
        console.print(f"Matching: {name} is {one.value:,} here. {one.reason}", markup=False)


def _show_open(console: Console, profile: Profile) -> None:
    """What is not confirmed, and what the profile leaves out."""
    for title, line in unsure_by_part(profile).items():
        console.print(f"Not confirmed, {title[:1].lower()}{title[1:]}: {line}.", markup=False)
    for one in missing(profile):
        console.print(f"Left out: {one}", markup=False)


def _table(part: RulePart, shown: list[Rule]) -> Table:
    table = Table(title=TITLES[part], title_justify="left", title_style="bold", show_lines=True, expand=True)
    table.add_column(HEADS[part][0], ratio=3)
    table.add_column(HEADS[part][1], ratio=5)
    table.add_column("Law", ratio=3)
    for rule in shown:
        table.add_row(rule.name, _said(rule), _law(rule))
    return table


def _said(rule: Rule) -> Text:
    said = Text(rule.says)
    if rule.remarks:
        said.append(f"\n{rule.remarks}", style="dim")
    return said


def _law(rule: Rule) -> Text:
    if rule.mark is None:
        return Text(NO_SOURCE, style="bold")
    law = Text(rule.citation)
    law.append(f" [{rule.mark}]", style="bold" if rule.mark in UNSURE else "dim")
    return law
