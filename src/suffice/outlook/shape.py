"""The course a mock campaign can take, by name."""

from __future__ import annotations

from enum import StrEnum


class Shape(StrEnum):
    """The course of a campaign."""

    STEADY = "steady"
    LATE_SURGE = "late-surge"
    COLLAPSE = "collapse"
    MAIL_WAVE = "mail-wave"
