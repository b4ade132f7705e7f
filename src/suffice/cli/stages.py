"""What the steps of the examination are called where people read along."""

from __future__ import annotations

STAGES = {
    "line_twice_addressed": "Finding lines with two addresses",
    "line_match": "Deciding whom each line belongs to",
    "line_abroad": "Finding lines from elsewhere",
    "finding": "Checking every ground",
    "line_ground": "Choosing the ground by precedence",
    "repeat": "Finding duplicates",
    "disposition": "Proposing dispositions",
}


def stage_words(name: str) -> str:
    """The words for a step's name; a name without words of its own reads as it is, without underscores."""
    return STAGES.get(name, name.replace("_", " "))
