"""After a certificate of insufficiency: which rejections to have examined first, and whether they can make up the shortfall.

Every rejected line has a case and the case a chance (`overturn`). Lines are ranked by it; the running total is the number of
signatures that would be restored on average if the lines so far were examined. Whether the shortfall can be made up is drawn: the
chance of each case from its beta distribution, its lines from that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

import numpy as np

from suffice.errors import InputError
from suffice.law.governing import Governing
from suffice.law.profile import Profile
from suffice.mock.draw import stream
from suffice.outlook.overturn import CaseChance, Own, Table, overturn_table, updated
from suffice.outlook.rejected import OwnLine, Rejected, own_word
from suffice.outlook.span import Span
from suffice.petition.needed import Needed

DRAWS = 4_000


@dataclass(frozen=True)
class LawApplied:
    """The dated texts of the law that a challenge rests on, and what in them is not certain."""

    texts: tuple[Governing, ...]
    doubts: tuple[str, ...]


def law_applied(profile: Profile, judged: Governing, needed: Needed, rejected: Sequence[Rejected]) -> LawApplied:
    """The law of a challenge: `profile` as `judged` says, the requirement, and the grounds on which lines were `rejected`."""
    named = {line.ground for line in rejected if line.ground}
    # Where the office tells a public category alone, any of its grounds may be meant.
    said = {line.said.lower().replace("_", " ") for line in rejected if not line.ground}
    named |= {ground.id for ground in profile.grounds if ground.category.lower() in said}
    texts = (*([needed.text] if needed.text else []), judged)
    return LawApplied(texts, (*needed.warnings, *judged.warnings, *profile.ground_doubts(named)))


@dataclass(frozen=True)
class ChallengeLine:
    """One rejected line in its rank. `running_total` counts this line and all before it, outcomes already known as they are."""

    rank: int
    rejected: Rejected
    own: Own
    own_line: OwnLine | None
    chance: float
    reason: str
    running_total: float


@dataclass(frozen=True)
class Challenge:
    """The rejected lines ranked, against the shortfall.

    `lines_to_examine` is the least number of lines, from the top, whose running total reaches the shortfall (None: all of
    them do not). `restored` spans what examining all of them would restore.
    """

    required: int
    valid: int
    shortfall: int
    lines: tuple[ChallengeLine, ...]
    restored_so_far: int
    restored: Span
    chance: float
    lines_to_examine: int | None
    cases: tuple[dict[str, object], ...]
    caveats: tuple[str, ...]
    text_applied: tuple[Governing, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Plain values without the lines, which stand in a table of their own."""
        told = asdict(self)
        told["lines"] = len(self.lines)
        told["text_applied"] = [text.as_json() for text in self.text_applied]
        return told


def challenge(
    required: int,
    valid: int,
    rejected: Sequence[Rejected],
    own: Mapping[tuple[str, str], OwnLine] | None = None,
    seed: int = 1,
    table: Table | None = None,
    law: LawApplied | None = None,
) -> Challenge:
    """The challenge of `rejected` lines, `valid` signatures having been found of the `required`.

    `own` is what the campaign's own look-up says of each line, `law` which texts of the law it rests on.
    Raises InputError where the petition is not short.
    """
    shortfall = required - valid
    if shortfall <= 0 or valid < 0:
        raise InputError(
            "A petition that is not short has nothing to challenge", found=f"{valid:,} valid of {required:,} required",
            expected="fewer valid signatures than required",
        )  # fmt: skip
    cases = table or overturn_table()
    looked_up = own or {}
    known = [(one, looked_up.get((one.section, one.line))) for one in rejected]
    words = [(one, line, own_word(one, line)) for one, line in known]
    keys = [cases.of(word, one.ground) for one, _, word in words]
    outcomes = Counter((key, one.outcome) for key, (one, _, _) in zip(keys, words, strict=True) if one.outcome)
    chances = {
        key: updated(cases, key, outcomes[key, "overturned"], outcomes[key, "upheld"]) for key in dict.fromkeys(keys)
    }
    ranked = sorted(
        zip(keys, words, strict=True),
        key=lambda pair: (
            -_chance(chances[pair[0]], pair[1][0]),
            _in_order(pair[1][0].section),
            _in_order(pair[1][0].line),
        ),
    )
    lines: list[ChallengeLine] = []
    running = 0.0
    for rank, (key, (one, line, word)) in enumerate(ranked, start=1):
        chance = _chance(chances[key], one)
        running += chance
        reason = {"overturned": "Overturned.", "upheld": "Upheld."}.get(one.outcome or "", key.reason)
        lines.append(ChallengeLine(rank, one, word, line, round(chance, 4), reason, round(running, 2)))
    open_lines = Counter(key for key, (one, _, _) in zip(keys, words, strict=True) if one.outcome is None)
    restored_so_far = sum(one.outcome == "overturned" for one in rejected)
    rng = stream(seed, "challenge")
    drawn = np.full(DRAWS, float(restored_so_far))
    for key, number in open_lines.items():
        drawn += rng.binomial(number, rng.beta(chances[key].good, chances[key].bad, DRAWS))
    return Challenge(
        required=required, valid=valid, shortfall=shortfall, lines=tuple(lines), restored_so_far=restored_so_far,
        restored=Span.of(drawn), chance=round(float(np.mean(drawn >= shortfall)), 4),
        lines_to_examine=next((one.rank for one in lines if one.running_total >= shortfall), None),
        cases=tuple(_told(chances[key], open_lines[key]) for key in chances),
        caveats=(*_caveats(rejected, looked_up, shortfall), *(law.doubts if law else ())),
        text_applied=law.texts if law else (),
    )  # fmt: skip


def _chance(case: CaseChance, line: Rejected) -> float:
    return {"overturned": 1.0, "upheld": 0.0}.get(line.outcome or "", case.chance)


def _in_order(text: str) -> tuple[int, int, str]:
    return (0, int(text), "") if text.isdecimal() else (1, 0, text)


def _told(case: CaseChance, open_lines: int) -> dict[str, object]:
    return {
        "own": case.case.own, "grounds": list(case.case.grounds), "start": case.case.chance, "overturned": case.overturned,
        "upheld": case.upheld, "chance": round(case.chance, 4), "lines": open_lines, "reason": case.case.reason,
    }  # fmt: skip


def _caveats(rejected: Sequence[Rejected], own: Mapping[tuple[str, str], OwnLine], shortfall: int) -> tuple[str, ...]:
    said = []
    examined = sum(one.outcome is not None for one in rejected)
    if not examined:
        said.append(
            "No outcome is written down yet: the chances are set by reasoning and rank the lines; they are no measured rates. "
            "Fill in the column outcome as lines are examined."
        )
    missing = sum((one.section, one.line) not in own for one in rejected)
    if missing:
        said.append(
            f"{missing:,} of {len(rejected):,} rejected lines are not among the campaign's own verified lines; they stand at the "
            "published share of Los Angeles 2022."
        )
    if len(rejected) < shortfall:
        said.append(f"Only {len(rejected):,} lines were rejected: even all of them do not make up {shortfall:,}.")
    return tuple(said)
