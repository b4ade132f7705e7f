"""The calendar of one petition: every step with its date, how it was counted, whose duty it is, and how it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from suffice.errors import InputError
from suffice.law.business_days import BusinessDays
from suffice.law.part import Mark
from suffice.law.timetable import StepRule, Timetable

State = Literal["done", "done late", "due", "overdue", "open", "not yet", "passed", "undated", "does not apply"]
COMMON = frozenset({"notice_served_on", "notice_filed_on", "approved_on", "filed_on", "certified_on"})
"""Keys that every petition file may have, whether or not the law of its place counts from them."""

Outcome = Literal["sufficient", "insufficient"]


@dataclass(frozen=True)
class Course:
    """How far a petition has come: what was done when (by key), its certificate, and the voters registered."""

    done: Mapping[str, date]
    outcome: Outcome | None = None
    registered_voters: int | None = None


@dataclass(frozen=True)
class Step:
    """One step of a petition's calendar. `day` is the last (or first) day by law, `done` the day it was done."""

    id: str
    title: str
    name: str
    duty: str
    citation: str
    mark: Mark
    kind: Literal["last day", "first day"]
    day: date | None
    done: date | None
    counted: str
    state: State
    warnings: tuple[str, ...] = ()

    @property
    def date(self) -> date | None:
        """The day to show: when it was done, or else the day the law sets."""
        return self.done or self.day


def calendar_of(timetable: Timetable, course: Course, open_days: BusinessDays, as_of: date) -> tuple[Step, ...]:
    """Every step of `timetable` for the petition whose `course` is known, as it stands on `as_of`, in order of the law.

    A step counts from the day its start was done, or else from that start's own last day. Of several texts of a step the
    one in force on the day counted from is applied. Raises InputError for an unknown key and for dates out of order.
    """
    _known(timetable, course.done)
    steps: dict[str, Step] = {}
    kept: list[StepRule] = []
    for rule in timetable.step:
        start = steps.get(rule.after or "")
        base = start.date if start is not None else course.done.get(rule.key, as_of)
        if rule.id in steps or not rule.in_force(base or as_of):
            continue
        steps[rule.id] = _step(rule, start, course, open_days, as_of)
        kept.append(rule)
    _in_order(kept, steps)
    overtaken = _overtaken(kept, steps)
    return tuple(_passed(step) if step.id in overtaken else step for step in steps.values())


def _known(timetable: Timetable, done: Mapping[str, date]) -> None:
    keys = sorted({rule.key for rule in timetable.step})
    for key in done:
        if key not in keys and key not in COMMON:
            raise InputError("This law has no such step", column=key, expected=f"one of {', '.join(keys)}")


def _in_order(rules: list[StepRule], steps: Mapping[str, Step]) -> None:
    for rule in rules:
        start, day = steps.get(rule.after or ""), steps[rule.id].done
        # A count backwards (a withdrawal before the filing) is done before its start.
        if day and start and start.done and day < start.done and (rule.days or 0) >= 0:
            by_id = {one.id: one.key for one in rules}
            raise InputError(
                f"{rule.key} {day} is before {by_id[start.id]} {start.done}",
                remedy="The dates are out of order; correct the petition file",
            )


def _step(rule: StepRule, start: Step | None, course: Course, open_days: BusinessDays, as_of: date) -> Step:
    done = course.done.get(rule.key)
    day, counted, warnings = _counted(rule, start, course.registered_voters, open_days)
    if rule.note:
        counted = f"{counted}. {rule.note}" if counted else rule.note
    if rule.when:
        counted = f"{counted}. Only {rule.when}"
    needless = rule.otherwise and start is not None and start.done is not None
    state = _state(rule, course.outcome, day, done, as_of, needless)
    return Step(
        rule.id, rule.title, rule.name or _lower(rule.title), rule.duty, rule.citation, rule.mark, rule.kind,
        None if state == "does not apply" else day, done, counted, state,
        () if state == "does not apply" else warnings,
    )  # fmt: skip


def _counted(
    rule: StepRule, start: Step | None, registered: int | None, open_days: BusinessDays
) -> tuple[date | None, str, tuple[str, ...]]:
    # The day, how it was counted in words, and what is not certain about it.
    if start is None:
        return None, "", ()
    number = _number(rule, registered)
    origin = start.name
    if number is None:
        unknown = ("The number of days depends on registered_voters, which the petition file does not give",)
        return None, f"after {origin}", tuple(f"{rule.title}: {one}." for one in unknown) if rule.tiers else ()
    said = f"{abs(number):,} {rule.unit} day{'' if abs(number) == 1 else 's'} {'before' if number < 0 else 'after'} {origin}"
    if start.date is None:
        return None, said, ()
    if start.done is None:
        said += f" (at the latest, {start.date})" if start.kind == "last day" else f" (from {start.date})"
    if rule.unit == "business":
        count = open_days.after(start.date, number)
        closed = ", ".join(f"{name} {day}" for day, name in count.holidays)
        return count.day, said + (f"; not counted: {closed}" if closed else ""), ()
    return _rolled(rule, start.date + timedelta(days=number), said, open_days)


def _number(rule: StepRule, registered: int | None) -> int | None:
    if not rule.tiers:
        return rule.days
    reached = [tier for tier in rule.tiers if registered is not None and tier.from_registered <= registered]
    return max(reached, key=lambda tier: tier.from_registered).days if reached else None


def _rolled(rule: StepRule, day: date, said: str, open_days: BusinessDays) -> tuple[date, str, tuple[str, ...]]:
    if rule.kind == "first day" or rule.roll_over == "none" or open_days.is_business_day(day):
        return day, said, ()
    closed = open_days.holiday(day) or f"{day:%A}"
    if rule.roll_over == "next business day":
        return open_days.next_from(day), f"{said}; {day} is {closed}, so the next business day", ()
    warning = (
        f"{rule.title}: the last day, {day}, is {closed}. Whether it moves to {open_days.next_from(day)} is not confirmed; "
        "the earlier day is shown."
    )
    return day, f"{said}; {day} is {closed}", (warning,)


def _state(
    rule: StepRule, outcome: Outcome | None, day: date | None, done: date | None, as_of: date, needless: bool
) -> State:
    if done is not None and done <= as_of:
        late = day is not None and rule.kind == "last day" and rule.when is None and done > day
        return "done late" if late else "done"
    if needless or (rule.outcome is not None and outcome is not None and rule.outcome != outcome):
        return "does not apply"
    if day is None:
        return "undated"
    if rule.kind == "first day":
        return "open" if day <= as_of else "not yet"
    if as_of <= day:
        return "due"
    # A time limit for anybody who wishes (a withdrawal, a fast track) runs out; only a duty can be overdue.
    return "passed" if rule.when or rule.outcome not in (None, outcome) else "overdue"


def _overtaken(rules: list[StepRule], steps: Mapping[str, Step]) -> set[str]:
    # The law's order is that of the timetable: a step whose date nobody gave lies behind once a later one was done.
    last = max((place for place, rule in enumerate(rules) if steps[rule.id].state in ("done", "done late")), default=-1)
    return {rule.id for rule in rules[:last] if steps[rule.id].state in ("undated", "overdue", "due")}


def _passed(step: Step) -> Step:
    return replace(step, state="passed")


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]
