"""A profile as JSON: what it says on a day, what changed between two, and which there are."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from suffice.law.difference import changes, newest
from suffice.law.profile import Profile, ProfileFile, Threshold
from suffice.law.profiles import shared_matching
from suffice.law.rule import Rule, RulePart
from suffice.law.rules import rules, unsure
from suffice.law.step_rules import holidays_kept

TITLES: dict[RulePart, str] = {
    "lines": "How lines are judged",
    "requirement": "Signatures required",
    "sample": "Random sample",
    "ground": "Grounds, in order of precedence",
    "fact": "What else the law says",
    "step": "Steps",
}
"""The parts of a profile in words, in order."""

HEADS: dict[RulePart, tuple[str, str]] = {
    "lines": ("Question", "Answer"),
    "requirement": ("Rule", "What it says"),
    "sample": ("Rule", "What it says"),
    "ground": ("Ground", "Public category"),
    "fact": ("About", "What it says"),
    "step": ("Step", "When, and whose duty"),
}
"""What the first two columns of a part's table are called."""


def summary_of(file: ProfileFile) -> dict[str, object]:
    """A profile in one row: its newest text's roll, method of sample and number of steps, and the days of its texts."""
    now = newest(file)
    sample = now.sample
    return {
        "profile": file.id,
        "title": file.title,
        "roll": now.lines.roll_check.value,
        "sample": None if sample is None else sample.projection.method if sample.projection else "nothing projected",
        "steps": sum(rule.part == "step" for rule in rules(now)),
        "since": [str(version.since) for version in file.version],
    }


def profiles_json(files: Sequence[ProfileFile]) -> str:
    """The profiles as JSON, one object each."""
    return json.dumps([summary_of(file) for file in files], indent=2, ensure_ascii=False)


def profile_json(profile: Profile) -> str:
    """A profile on its day as JSON: what it is, every rule, and what is not confirmed."""
    values = {
        "profile": profile.id,
        "title": profile.title,
        "as_of": profile.as_of.isoformat(),
        "since": profile.since.isoformat(),
        "rules": [asdict(rule) for rule in rules(profile)],
        "matching": {name: {"value": one.value, "reason": one.reason} for name, one in own_thresholds(profile).items()},
        "holidays": holidays_kept(profile.calendar) if profile.calendar else None,
        "doubts": profile.doubts(),
        "not_confirmed": unsure(profile),
    }
    return json.dumps(values, indent=2, ensure_ascii=False)


def changes_json(file: ProfileFile, first: date, second: date) -> str:
    """What changed between two days as JSON: the path of every rule, and the rule before and after."""
    found = [
        {
            "path": change.rule.path,
            "name": change.rule.name,
            "before": asdict(change.before) if change.before else None,
            "after": asdict(change.after) if change.after else None,
        }
        for change in changes(file, first, second)
    ]
    return json.dumps(found, indent=2, ensure_ascii=False)


def own_thresholds(profile: Profile) -> dict[str, Threshold]:
    """The numbers of the matching in which the profile differs from those that all share, each with its reason."""
    shared = shared_matching()
    return {name: one for name, one in profile.thresholds.items() if one != shared[name]}


def unsure_by_part(profile: Profile) -> dict[str, str]:
    """What is not confirmed, in one line for each part of the profile that holds any."""
    found = {
        TITLES[part]: "; ".join(one for rule in told for one in rule.unsure) for part, told in parts_of(profile).items()
    }
    return {title: line for title, line in found.items() if line}


def parts_of(profile: Profile) -> dict[RulePart, list[Rule]]:
    """The rules of a profile by part, in order; parts without a rule are left out."""
    every = rules(profile)
    found = {part: [rule for rule in every if rule.part == part] for part in TITLES}
    return {part: told for part, told in found.items() if told}
