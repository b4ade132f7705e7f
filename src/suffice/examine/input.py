"""The fingerprints of what was read, so that anybody can see that their files are the same."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class InputFile:
    """A file that was read, so that anybody can see that theirs is the same."""

    role: str
    path: str
    sha256: str
    bytes: int


def input_file(role: str, path: Path) -> InputFile:
    """The SHA-256 and size of `path`."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
    return InputFile(role, path.name, digest.hexdigest(), path.stat().st_size)
