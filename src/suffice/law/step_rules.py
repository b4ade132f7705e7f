"""The steps of a timetable in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from suffice.law.rule import Rule
from suffice.law.timetable import DayTier, StepRule, Timetable

CLOSED = {
    "next business day": "If the office is closed on it, the next business day.",
    "none": "A closed day does not move it.",
    "not confirmed": "Whether a closed day moves it is not confirmed.",
}
"""What becomes of a last day on which the office is closed, in words."""


def step_rules(timetable: Timetable, day: date) -> Iterator[Rule]:
    """Every step whose text holds for a count that begins on `day`, in the order of the law."""
    names = {step.id: step.name or step.title[:1].lower() + step.title[1:] for step in timetable.step}
    for step in timetable.step:
        if step.in_force(day):
            says = f"{_counted(step, names)} {_closed(step)}{_terms(step, names)}Duty: {step.duty}."
            yield Rule("step", f"calendar.step.{step.id}", step.title, says, step.citation, step.mark, step.note)


def _counted(step: StepRule, names: dict[str, str]) -> str:
    if step.after is None:
        return "On the day that the petition file says."
    origin = names[step.after]
    begins = "From" if step.kind == "first day" else "By"
    if step.tiers:
        count = "; ".join(_tier(tier, step) for tier in step.tiers)
        return f"{begins} so many days after {origin}: {count}."
    if step.days is None:
        return f"{'Not before' if step.kind == 'first day' else 'After'} {origin}; the law counts no days."
    return f"{begins} {_days(step.days, step)} {'before' if step.days < 0 else 'after'} {origin}."


def _days(number: int, step: StepRule) -> str:
    unit = "business day" if step.unit == "business" else "day"
    return f"{abs(number):,} {unit}{'' if abs(number) == 1 else 's'}"


def _tier(tier: DayTier, step: StepRule) -> str:
    return _days(tier.days, step) + (f" from {tier.from_registered:,} voters on" if tier.from_registered else "")


def _closed(step: StepRule) -> str:
    # Business days never end on a closed day, and a first day is not moved: the rule then says nothing.
    counted = step.days is not None or step.tiers
    return f"{CLOSED[step.roll_over]} " if counted and step.unit == "calendar" and step.kind == "last day" else ""


def _terms(step: StepRule, names: dict[str, str]) -> str:
    told = []
    if step.outcome is not None:
        told.append(f"Only if the petition is certified {step.outcome}.")
    if step.when is not None:
        told.append(f"Only {step.when}.")
    if step.otherwise and step.after is not None:
        told.append(f"Only if {names[step.after]} was not done.")
    return "".join(f"{one} " for one in told)


def holidays_kept(timetable: Timetable) -> str:
    """Which holidays the offices keep: the days that are no business days, as a sentence."""
    place = f"Business days leave out Saturdays, Sundays and the holidays of {timetable.subdivision}"
    return f"{place}{' except ' + ', '.join(timetable.not_holidays) if timetable.not_holidays else ''}."
