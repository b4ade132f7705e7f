"""How an outlook's chances are put into words: never as certain as 0 or 100 % unless nothing is left open."""

from __future__ import annotations

from suffice.outlook.result import Outlook


def percent(chance: float) -> str:
    """A chance for people: "< 1 %" and "> 99 %" at the ends, for a forecast has no certainty to give."""
    if chance < 0.01:
        return "< 1 %"
    if chance > 0.99:
        return "> 99 %"
    return f"{100 * chance:.0f} %"


def answer(outlook: Outlook) -> str:
    """The answer in two sentences: at the deadline, and what would make it safe."""
    if outlook.at_deadline is None:
        return f"No line has come in yet; {outlook.required:,} valid signatures are required by {outlook.deadline}."
    chance = percent(outlook.at_deadline.chance_full_count)
    safe = next(one for one in outlook.cushions if one.chance == 0.95)
    first = f"Chance that {outlook.required:,} signatures count when it is filed on {outlook.deadline}: {chance}."
    if safe.raw is None:
        return f"{first} No number of lines is known to be 95 % safe: check more lines in-house."
    if not safe.missing:
        return f"{first} The lines in hand are 95 % safe."
    return f"{first} 95 % safe at {safe.raw:,} lines; {safe.missing:,} are missing."
