"""The command line's real entry point, run as a process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ENTRY = Path(sys.executable).with_name("suffice")


@dataclass(frozen=True)
class Said:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Said]


def run_suffice(*arguments: str | Path) -> Said:
    """Runs `suffice` with the given arguments and no terminal."""
    environment = {**os.environ, "COLUMNS": "120", "NO_COLOR": "1"}
    ended = subprocess.run(
        [ENTRY, *map(str, arguments)], capture_output=True, text=True, env=environment, timeout=300, check=False
    )
    return Said(ended.returncode, ended.stdout, ended.stderr)
