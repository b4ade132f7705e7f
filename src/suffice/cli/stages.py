"""What the steps of the look-up and the examination are called where people read along."""

from __future__ import annotations

STAGES = {
    "line_standard": "Writing names and addresses alike",
    "name_reading": "Reading names in every order",
    "line_key": "Noting what to look up",
    "roll_near": "Reading the roll for voters near to a line",
    "namesake": "Counting namesakes",
    "exact_pair": "Pairing lines and voters that agree exactly",
    "open_line": "Seeing which lines are left open",
    "candidate_pair": "Pairing the others on two strong fields",
    "name_comparison": "Comparing names",
    "address_comparison": "Comparing addresses",
    "candidate": "Ranking the candidates of every line",
    "line_match": "Deciding whom each line belongs to",
    "roll_place": "Reading the roll for its places",
    "line_abroad": "Finding lines from elsewhere",
    "finding": "Checking every ground",
    "line_ground": "Choosing the ground by precedence",
    "repeat": "Finding duplicates",
    "disposition": "Proposing dispositions",
}


def stage_words(name: str) -> str:
    """The words for a step's name; a name without words of its own reads as it is, without underscores."""
    return STAGES.get(name, name.replace("_", " "))
