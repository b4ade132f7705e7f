"""Striking lines before filing: which, and what it does to the chance of sufficiency.

A line that cannot count costs nothing in a full count. In a random sample it does: it lowers the share of valid lines, and a
later copy whose first is drawn too is multiplied by the square of what a line stands for. A campaign that strikes them files fewer
lines and a better petition.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from suffice.engine import step
from suffice.errors import InputError
from suffice.law.governing import Governing
from suffice.law.profile import Profile
from suffice.mock.draw import stream
from suffice.outlook.belief import LOS_ANGELES_LINES, LOS_ANGELES_NOT_IN_THE_ROLL
from suffice.outlook.chance import SampleChances, Truths, chance_under_full_count, chances_under_sample
from suffice.outlook.situation import Situation
from suffice.outlook.span import Span
from suffice.outlook.verified import opened

Numbers = npt.NDArray[np.float64]

DRAWS = 4_000
UNSEEN_SHAPE = 4.0
"""How surely the share of lines lost to grounds no look-up sees is believed: as if four had been seen."""


@dataclass(frozen=True)
class StrikeLine:
    """One line that may be struck, with its ground. `name` is what stands on it, so that the right line is struck."""

    section: str
    line: str
    name: str
    ground: str
    citation: str
    confidence: float
    evidence: str


@dataclass(frozen=True)
class Standing:
    """A filing with its chances: lines, those of them valid if nobody had signed twice, later copies, signatures that count."""

    raw: int
    valid_lines: Span
    duplicates: int
    distinct_valid: Span
    chance_full_count: float
    sample: SampleChances | None


@dataclass(frozen=True)
class StrikePlan:
    """The lines to strike, and the filing with and without them. `mark` says how sure the law's word on struck lines is."""

    required: int
    lines: tuple[StrikeLine, ...]
    by_ground: dict[str, int]
    before: Standing
    after: Standing
    citation: str
    mark: str
    text_applied: tuple[Governing, ...]
    caveats: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """Plain values without the lines, which stand in a table of their own."""
        told = asdict(self)
        told["lines"] = len(self.lines)
        told["text_applied"] = [text.as_json() for text in self.text_applied]
        return told


def plan_strike(
    situation: Situation, profile: Profile, verified: Path, confidence: float = 0.9, seed: int = 1
) -> StrikePlan:
    """The plan for the petition verified in the folder `verified`; lines below `confidence` are left alone.

    Raises InputError where the profile's law says nothing of struck lines, or the folder holds no verification.
    """
    ground = next((one for one in profile.grounds if one.id == "struck"), None)
    if ground is None:
        raise InputError(
            f"The law of the profile {profile.id}, as Suffice knows it, says nothing of lines struck before filing",
            remedy="Ask the elections office whether a campaign may strike lines, and how.",
        )
    if not 0.5 <= confidence <= 1:
        raise InputError("This is no share to ask for", found=str(confidence), expected="0.5 to 1, as --confidence 0.9")
    void_all = situation.copies_lost == 2
    with opened(verified) as database:
        settings = {"confidence": confidence, "kept_copies": int(void_all)}
        lines = tuple(
            StrikeLine(str(row[0]), str(row[1]), str(row[6]), str(row[2]), str(row[3]), float(row[4]), str(row[5]))
            for row in database.sql(step("outlook", "strike_line", settings)).fetchall()
        )
        ((raw, valid, copies, voters, review),) = database.sql(step("outlook", "petition_counts")).fetchall()
    duplicates = int(copies - voters) if void_all else int(copies)
    struck_copies = sum(line.ground == "duplicate" for line in lines)
    doubt = sum(1 - line.confidence for line in lines if line.ground != "duplicate")
    rng = stream(seed, "strike")
    unseen = rng.gamma(UNSEEN_SHAPE, LOS_ANGELES_NOT_IN_THE_ROLL / LOS_ANGELES_LINES / UNSEEN_SHAPE, DRAWS)
    # Of the lines for review anything between none and all may count; every copy of a signature is a valid line.
    open_lines = review * rng.beta(2, 2, DRAWS)
    good = (valid + open_lines) * (1 - unseen) + (copies if void_all else duplicates)
    by_ground = dict(Counter(line.ground for line in lines).most_common())
    # How the lines were judged is the law's word too, and what of it is not confirmed is said here again.
    weak = [*profile.doubts(), *profile.ground_doubts(by_ground)]
    return StrikePlan(
        required=situation.required, lines=lines, by_ground=by_ground,
        before=_standing(situation, int(raw), good + doubt, duplicates, seed),
        after=_standing(situation, int(raw) - len(lines), good - struck_copies, duplicates - struck_copies, seed),
        citation=ground.citation, mark=ground.mark, text_applied=situation.text_applied,
        caveats=tuple(dict.fromkeys((*_caveats(situation, ground.mark, ground.citation, void_all), *weak))),
    )  # fmt: skip


def _standing(situation: Situation, raw: int, valid_lines: Numbers, duplicates: int, seed: int) -> Standing:
    rate = 2 * duplicates / np.maximum(valid_lines * (valid_lines - 1), 1)
    truths = Truths(np.full(len(valid_lines), float(max(raw, 2))), np.minimum(valid_lines, raw), rate)
    lost = situation.copies_lost
    return Standing(
        raw, Span.of(truths.valid_lines), duplicates, Span.of(truths.distinct(lost)),
        round(chance_under_full_count(truths, situation.required, lost), 4),
        None if situation.sample is None else chances_under_sample(
            truths, situation.required, situation.sample, stream(seed, "sample"), lost
        ),
    )  # fmt: skip


def _caveats(situation: Situation, mark: str, citation: str, void_all: bool) -> tuple[str, ...]:
    said = [*situation.caveats]
    if mark != "found":
        said.append(
            f"That a line struck before filing is not counted ({citation}) is {mark}, not read in a source. "
            "Ask the elections office before a line is struck."
        )
    if void_all:
        said.append("The law voids every copy of a signature given more than once: the first copy of each is kept.")
    if situation.sample is None:
        said.append("Without a random sample striking changes nothing but the work of those who count.")
    said.append("A program proposes; the proponents decide, line by line, on the paper itself.")
    return tuple(said)
