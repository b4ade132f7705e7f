"""What changed in a profile between two days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from suffice.law.profile import Profile, ProfileFile
from suffice.law.profiles import in_force
from suffice.law.rule import Rule
from suffice.law.rules import rules


@dataclass(frozen=True)
class Change:
    """One rule on two days: None where it did not stand yet, or stands no more."""

    before: Rule | None
    after: Rule | None

    @property
    def rule(self) -> Rule:
        """The rule as it stands on the day where it stands."""
        found = self.after or self.before
        assert found is not None  # made of at least one
        return found


def changes(file: ProfileFile, first: date, second: date) -> tuple[Change, ...]:
    """The rules that differ between two days, in the order of the profile; a new order of grounds is a change of its own.

    The steps of the calendar bear their own days and follow the law of the day they count from: those in force are compared.
    Raises InputError for a day before the first version.
    """
    before, after = (_by_path(in_force(file, day)) for day in (first, second))
    found = [
        Change(before.get(path), after.get(path)) for path in {**before, **after} if before.get(path) != after.get(path)
    ]
    both = [[rule for path, rule in one.items() if rule.part == "ground"] for one in (before, after)]
    return (*found, *_precedence(*both))


def _by_path(profile: Profile) -> dict[str, Rule]:
    return {rule.path: rule for rule in rules(profile)}


def _precedence(before: Sequence[Rule], after: Sequence[Rule]) -> list[Change]:
    """The order of the grounds, where those that stand on both days stand in another one."""
    was, now = ([rule.path for rule in one] for one in (before, after))
    if [path for path in was if path in now] == [path for path in now if path in was]:
        return []
    return [Change(_order(before), _order(after))]


def _order(grounds: Sequence[Rule]) -> Rule:
    first = grounds[0]
    said = "; ".join(rule.name for rule in grounds)
    return Rule("ground", "ground", "Order of precedence", f"{said}.", first.citation, first.mark)


def days_of_change(file: ProfileFile) -> tuple[date, ...]:
    """The days on which a text of the profile begins, oldest first: its versions', and those of its steps after the first."""
    first = file.version[0].since
    days = {version.since for version in file.version}
    for step in file.calendar.step if file.calendar else ():
        days |= {step.since} if step.since else set()
        days |= {step.until + timedelta(days=1)} if step.until else set()
    return tuple(sorted(day for day in days if day >= first))


def newest(file: ProfileFile) -> Profile:
    """The profile on the day from which its newest text holds, steps included."""
    return in_force(file, days_of_change(file)[-1])
