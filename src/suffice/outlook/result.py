"""What an outlook says: plain values, for JSON, for the page and for the terminal."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from suffice.law.governing import Governing
from suffice.outlook.chance import SampleChances
from suffice.outlook.course import CourseDay, CurvePoint, Look
from suffice.outlook.cushion import Cushion
from suffice.outlook.economy import ChannelCost, MailOutlook
from suffice.outlook.span import Span


@dataclass(frozen=True)
class Filing:
    """What a filing on one day would hold and whether it would suffice. Spans are signatures or lines."""

    on: date
    raw: Span
    valid_lines: Span
    duplicates: Span
    distinct_valid: Span
    chance_full_count: float
    sample: SampleChances | None


@dataclass(frozen=True)
class ChannelOutlook:
    """One channel: lines in hand, pace, lines at the deadline, share of valid lines (second copies counted)."""

    channel: str
    lines: int
    lines_a_day: float | None
    at_deadline: Span | None
    share_valid: Span
    checked: int


@dataclass(frozen=True)
class FanDay:
    """Lines in hand at the end of a day to come, and the valid signatures among them."""

    on: date
    raw: Span
    distinct_valid: Span


@dataclass(frozen=True)
class Outlook:
    """Where the campaign stands on `as_of`. `at_deadline` is None where no line has come in yet: nothing can be said of a pace."""

    title: str
    profile: str
    as_of: date
    counted_until: date
    begins: date
    deadline: date
    required: int
    registered_voters: int | None
    seed: int
    today: Filing
    at_deadline: Filing | None
    channels: tuple[ChannelOutlook, ...]
    course: tuple[CourseDay, ...]
    fan: tuple[FanDay, ...]
    looks: tuple[Look, ...]
    duplicate_curve: tuple[CurvePoint, ...]
    cushions: tuple[Cushion, ...]
    lines_a_day: float
    mail: MailOutlook | None
    costs: tuple[ChannelCost, ...]
    alike: float
    checked: int
    pairs_found: int
    pair_rate: Span
    belief: str
    text_applied: tuple[Governing, ...]
    caveats: tuple[str, ...]

    @property
    def days_left(self) -> int:
        """Days from the outlook's day to the deadline; 0 after it."""
        return max((self.deadline - self.as_of).days, 0)

    def as_json(self) -> dict[str, object]:
        """Plain values; days as YYYY-MM-DD where `json` is told `default=str`."""
        return {**asdict(self), "text_applied": [text.as_json() for text in self.text_applied]}
