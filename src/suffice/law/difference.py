"""What changed in a profile between two days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from suffice.law.profile import Profile, ProfileFile
from suffice.law.profiles import in_force
from suffice.law.rules import Rule, rules


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
    """The rules that differ between two days, in the order of the profile.

    The steps of the calendar bear their own days and follow the law of the day they count from: those in force are compared.
    Raises InputError for a day before the first version.
    """
    before, after = (_by_name(in_force(file, day), day) for day in (first, second))
    return tuple(
        Change(before.get(name), after.get(name)) for name in {**before, **after} if before.get(name) != after.get(name)
    )


def _by_name(profile: Profile, day: date) -> dict[tuple[str, str], Rule]:
    return {(rule.part, rule.name.split(";")[0]): rule for rule in rules(_on(profile, day))}


def _on(profile: Profile, day: date) -> Profile:
    """The profile with those steps only that hold for counts from `day`."""
    if profile.calendar is None:
        return profile
    held = tuple(step for step in profile.calendar.step if step.in_force(day))
    return profile.model_copy(update={"calendar": profile.calendar.model_copy(update={"step": held})})
