"""The summary of a verification as read back from its folder, and the sentence that answers the question."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from suffice.errors import InputError
from suffice.law.governing import Governing, Question

PROPOSALS = "These dispositions are proposals of a program. People decide."


class InputFile(BaseModel):
    """One file that was read."""

    role: str = ""
    path: str
    sha256: str
    bytes: int | None = None


class TextApplied(BaseModel):
    """Which dated text of the law answered one question, and why that one."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    question: Question
    day: date
    since: date
    because: str

    @property
    def sentence(self) -> str:
        """The text and the reason, as a sentence."""
        return Governing(self.question, self.day, self.since, self.because).sentence


class Summary(BaseModel):
    """What `summary.json` says. Counts are lines."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    title: str = ""
    jurisdiction: str = ""
    profile: str
    as_of: date | None = None
    raw_count: int
    valid: int
    invalid: int
    needs_review: int
    rejected: int = 0
    by_ground: dict[str, int]
    by_category: dict[str, int]
    required: int
    outcome: Literal["sufficient", "insufficient", "undetermined"]
    inputs: list[InputFile] = []
    text_applied: list[TextApplied] = []
    warnings: list[str] = []

    @property
    def share_valid(self) -> float:
        """Valid lines as a share of the raw count, 0 to 1."""
        return self.valid / self.raw_count if self.raw_count else 0.0

    @property
    def open_lines(self) -> int:
        """Lines that may yet be found valid: those for review and those that could not be read."""
        return self.needs_review + self.rejected

    @property
    def lines_to_look_at(self) -> int:
        """The fewest doubtful lines a person must look at before the outcome can be certain; 0 where it is."""
        if self.outcome != "undetermined":
            return 0
        to_suffice = self.required - self.valid
        to_fail = self.valid + self.open_lines - self.required + 1
        return min(to_suffice, to_fail)


def read_summary(folder: Path) -> Summary:
    """`summary.json` of a verification's folder.

    Raises InputError where the folder holds none, or one that is not a summary.
    """
    path = folder / "summary.json"
    if not path.is_file():
        raise InputError(
            "There is no summary.json",
            file=folder,
            expected="a folder written by `suffice verify`",
            remedy="Name the folder that was given as --out.",
        )
    try:
        return Summary.model_validate_json(path.read_bytes())
    except ValidationError as wrong:
        first = wrong.errors()[0]
        raise InputError(
            "This is not the summary of a verification",
            file=path,
            column=".".join(str(part) for part in first["loc"]) or None,
            found=first["msg"],
            remedy="Run `suffice verify` again.",
        ) from wrong


def answer(summary: Summary) -> str:
    """The answer in one word or one clause: sufficient, insufficient, or undetermined until lines are looked at."""
    if summary.outcome == "undetermined":
        return f"Undetermined until at least {summary.lines_to_look_at:,} lines are looked at"
    return summary.outcome.capitalize()


def reason(summary: Summary) -> str:
    """Why the answer is what it is, with its figures."""
    over = summary.valid - summary.required
    if summary.outcome == "sufficient":
        return f"{summary.valid:,} lines are proposed valid, {over:,} more than the {summary.required:,} required."
    most = summary.valid + summary.open_lines
    open_words = f"{summary.needs_review:,} need review"
    if summary.rejected:
        open_words += f" and {summary.rejected:,} could not be read"
    if summary.outcome == "insufficient":
        return (
            f"{summary.valid:,} lines are proposed valid, {open_words}; "
            f"even all together they are {summary.required - most:,} short of the {summary.required:,} required."
        )
    return (
        f"{summary.valid:,} lines are proposed valid, {-over:,} fewer than the {summary.required:,} required; {open_words}. "
        f"{-over:,} more found valid make it sufficient, {most - summary.required + 1:,} found invalid make it insufficient."
    )
