"""The examination: candidates and the profile's rules give findings, findings give a proposed disposition."""

from __future__ import annotations

from collections.abc import Mapping

from suffice.engine import Engine, Setting, step
from suffice.progress import Progress


def examine(engine: Engine, settings: Mapping[str, Setting], progress: Progress) -> None:
    """Makes the tables `line_twice_addressed`, `line_match`, `finding`, `line_ground`, `repeat` and `disposition`.

    Reads `line_raw`, `line_standard`, `candidate`, `roll_record`, `roll_place`, `namesake` of the look-up, and `ground` and
    `section_window` of the profile and petition.
    """
    for name in (
        "line_twice_addressed",
        "line_match",
        "line_abroad",
        "finding",
        "line_ground",
        "repeat",
        "disposition",
    ):
        progress.stage(name)
        engine.make(name, step("examine", name, settings))
