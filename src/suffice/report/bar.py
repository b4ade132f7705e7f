"""The bar against the requirement: where each part lies, in the units of the drawing."""

from __future__ import annotations

from dataclasses import dataclass

from suffice.report.summary import Summary

WIDTH = 1000.0
"""Width of the drawing; the page scales it."""


@dataclass(frozen=True)
class Segment:
    """One part of the bar."""

    kind: str
    label: str
    lines: int
    left: float
    width: float


@dataclass(frozen=True)
class Bar:
    """The raw count cut into its parts, and where the requirement lies."""

    segments: tuple[Segment, ...]
    required_at: float
    required_anchor: str


def requirement_bar(summary: Summary) -> Bar:
    """The bar of `summary`: valid, needs review, invalid, unread; a mark at the required number.

    The scale ends at the raw count or at the requirement, whichever is more. Widths keep two decimals, so that
    the same counts draw the same bytes.
    """
    parts = (
        ("valid", "Valid", summary.valid),
        ("review", "Needs review", summary.needs_review),
        ("invalid", "Invalid", summary.invalid),
        ("unread", "Could not be read", summary.rejected),
    )
    scale = WIDTH / max(summary.raw_count, summary.required, 1)
    segments: list[Segment] = []
    before = 0
    for kind, label, lines in parts:
        if lines:
            segments.append(Segment(kind, label, lines, round(before * scale, 2), round(lines * scale, 2)))
        before += lines
    required_at = round(summary.required * scale, 2)
    # The requirement's words turn away from the edge they would be cut off at.
    return Bar(tuple(segments), required_at, "end" if required_at > WIDTH / 2 else "start")
