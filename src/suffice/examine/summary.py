"""The answer in figures: how many lines are proposed valid, invalid or for review, and what that means."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from suffice import __version__
from suffice.engine import Engine, step
from suffice.examine.input import InputFile
from suffice.law.governing import Governing
from suffice.law.profile import GROUND_NAMES, Profile
from suffice.petition.needed import Needed
from suffice.petition.petition import Petition

NOTICE = (
    "Every disposition is a proposal of a program with its evidence. "
    "No line is rejected by it: people confirm or change each one."
)


@dataclass(frozen=True)
class Summary:
    """What `summary.json` holds. `raw_count` = valid + invalid + needs_review + rejected, always."""

    suffice: str
    notice: str
    title: str
    jurisdiction: str
    profile: str
    as_of: date
    raw_count: int
    valid: int
    invalid: int
    needs_review: int
    rejected: int
    by_ground: dict[str, int]
    by_category: dict[str, int]
    required: int
    outcome: str
    inputs: list[InputFile]
    text_applied: list[dict[str, object]]
    warnings: list[str]

    def write(self, path: Path, seconds: float) -> None:
        """Writes the summary as JSON to `path`, with the `seconds` that the work took."""
        text = json.dumps({**asdict(self), "seconds": round(seconds, 1)}, indent=2, default=str, ensure_ascii=False)
        path.write_text(text + "\n", encoding="utf-8")


def outcome(valid: int, open_lines: int, required: int) -> str:
    """`sufficient`, `insufficient`, or `undetermined` while `open_lines` could still turn it.

    `open_lines` are lines that may yet be found valid: those for review and those that could not be read.
    """
    if valid >= required:
        return "sufficient"
    return "insufficient" if valid + open_lines < required else "undetermined"


def summed(
    place: Engine, profile: Profile, petition: Petition, inputs: list[InputFile], judged: Governing, needed: Needed
) -> Summary:
    """The summary of the table `disposition` under `profile`; lines that could not be read count as open.

    `judged` tells which text of the law `profile` is, `needed` what the petition needs.
    """
    tally = place.rows(step("examine", "tally")).to_pylist()
    count = {row["disposition"]: 0 for row in tally}
    by_ground: dict[str, int] = {}
    by_category: dict[str, int] = {}
    for row in tally:
        count[row["disposition"]] += row["lines"]
        if row["ground"]:
            by_ground[row["ground"]] = by_ground.get(row["ground"], 0) + row["lines"]
            by_category[row["category"]] = by_category.get(row["category"], 0) + row["lines"]
    rejected = place.count("line_rejected")
    valid, review = count.get("valid", 0), count.get("needs_review", 0)
    need = needed.required
    return Summary(
        suffice=__version__,
        notice=NOTICE,
        title=petition.title,
        jurisdiction=petition.jurisdiction,
        profile=profile.id,
        as_of=profile.as_of,
        raw_count=sum(count.values()) + rejected,
        valid=valid,
        invalid=count.get("invalid", 0),
        needs_review=review,
        rejected=rejected,
        by_ground=by_ground,
        by_category=by_category,
        required=need,
        outcome=outcome(valid, review + rejected, need),
        inputs=inputs,
        text_applied=[judged.as_json(), *([needed.text.as_json()] if needed.text else [])],
        warnings=[
            *judged.warnings, *profile.doubts(), *needed.warnings, *profile.ground_doubts(by_ground), *_unknown_grounds(place)
        ],
    )  # fmt: skip


def _unknown_grounds(place: Engine) -> list[str]:
    """What was found against lines and is no ground of this law as far as Suffice knows, with the number of lines."""
    found = place.rows(step("examine", "unknown_ground")).to_pylist()
    return [
        f"{row['lines']:,} lines: {GROUND_NAMES[row['ground']].lower()}. The profile has no such ground, from no source or "
        f"because its law has none, and they were not rejected for it."
        for row in found
    ]
