"""Where a file is: on this machine, or at a URL that only a cluster reads (s3a://, hdfs://, abfss:// ...)."""

from __future__ import annotations

import re
from pathlib import Path

Location = Path | str
"""A path of this machine, or a URL."""


def located(text: str) -> Location:
    """`text` as a path of this machine, unless it is a URL: a path would take the second / away. file:// is a path."""
    if text.startswith("file://"):
        return Path(text.removeprefix("file://"))
    return text if re.match(r"[A-Za-z][A-Za-z0-9+.-]+://", text) else Path(text)


def name_of(place: Location) -> str:
    """The last part of `place`: what a person calls the file."""
    return place.name if isinstance(place, Path) else place.rstrip("/").rsplit("/", 1)[-1]
