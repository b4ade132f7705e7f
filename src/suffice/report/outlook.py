"""An outlook as files: `outlook.json`."""

from __future__ import annotations

import json
from pathlib import Path

from suffice.outlook.forecast import Outlook

FILES = frozenset({"outlook.json"})


def outlook_json(outlook: Outlook) -> str:
    """The outlook as JSON, days as YYYY-MM-DD."""
    return json.dumps(outlook.as_json(), indent=2, ensure_ascii=False, default=str)


def write_outlook(folder: Path, outlook: Outlook) -> None:
    """Writes the outlook's files into `folder`. The same outlook gives the same bytes."""
    (folder / "outlook.json").write_text(outlook_json(outlook) + "\n", encoding="utf-8")
