"""The parts of one roll: a file, several, a folder of them, archives with several inside."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from suffice.engine.delimited import unzipped
from suffice.errors import InputError

ENDINGS = (".csv", ".txt", ".tsv", ".lst", ".gz", ".zip")
"""How the names of a roll's parts end. A snapshot (.parquet) stands alone."""


def delivered(paths: Sequence[Path]) -> list[Path]:
    """The files of `paths`, a folder standing for all files in it, in the order of their names.

    Hidden files are passed over. Raises InputError for an empty folder, and for a file in it that can be no part of a roll.
    """
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        inside = sorted(entry for entry in path.iterdir() if not entry.name.startswith("."))
        if not inside:
            raise InputError("The folder is empty", file=path, expected="the parts of a roll", remedy="Name another.")
        for entry in inside:
            if entry.is_dir() or entry.suffix.lower() not in ENDINGS:
                raise InputError(
                    "This can be no part of a roll", file=entry,
                    expected=f"a folder with the parts of one roll alone, their names ending in {', '.join(ENDINGS)}",
                    remedy="Move it elsewhere, or name the parts one by one with `suffice roll import`.",
                )  # fmt: skip
        found += inside
    return found


def unpacked(files: Sequence[Path], folder: Path) -> list[Path]:
    """`files` with each .zip archive replaced by the text files in it, which are unpacked into `folder`."""
    parts: list[Path] = []
    for number, path in enumerate(files):
        if path.suffix.lower() != ".zip":
            parts.append(path)
            continue
        # A folder an archive: two may hold a file of one name.
        inside = folder / f"archive-{number}"
        inside.mkdir()
        parts += unzipped(path, inside)
    return parts
