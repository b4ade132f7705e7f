"""Result folders: never half-written, never written over by accident."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from suffice.errors import InputError


@contextmanager
def result_folder(out: Path, own: Collection[str], overwrite: bool) -> Iterator[Path]:
    """A folder to write into, which becomes `out` when the block ends well and vanishes when it does not.

    `own` are the names such a result can hold. An `out` that is not empty is refused; with `overwrite` it is replaced,
    but only when it holds nothing but `own` names: no file that somebody else put there is ever removed.

    Raises InputError where `out` is a file, is not empty, holds other files, or cannot be made.
    """
    out = out.absolute()
    refuse_unless_free(out, own, overwrite)
    beside = out.parent / f".{out.name}.{os.getpid()}.part"
    try:
        # Within, because Ctrl-C may come just after it.
        _make(beside, out)
        yield beside
        _put_in_place(beside, out)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _make(beside: Path, out: Path) -> None:
    try:
        beside.mkdir(parents=True)
    except OSError as refusal:
        if refusal.errno in (errno.ENOSPC, errno.EDQUOT):
            raise
        raise InputError(
            "The folder cannot be made", file=out, found=refusal.strerror, remedy="Name another --out."
        ) from refusal


def refuse_unless_free(out: Path, own: Collection[str], overwrite: bool) -> None:
    """Raises InputError unless `out` may become a result folder holding `own` names; see `result_folder`."""
    if not out.exists():
        return
    if not out.is_dir():
        raise InputError("There is a file of this name", file=out, expected="a folder", remedy="Name another --out.")
    present = sorted(entry.name for entry in out.iterdir())
    if not present:
        return
    foreign = [name for name in present if name not in own]
    if foreign:
        raise InputError(
            "The folder holds files that Suffice did not write there",
            file=out,
            found=", ".join(foreign[:3]),
            remedy="Name another --out.",
        )
    if not overwrite:
        raise InputError(
            "The folder already holds a result",
            file=out,
            found=", ".join(present[:3]),
            remedy="Name another --out, or give --overwrite to replace it.",
        )


def refuse_existing_file(out: Path, overwrite: bool) -> None:
    """Raises InputError where `out` is a folder, or a file and `overwrite` was not asked for."""
    if out.is_dir():
        raise InputError("This is a folder", file=out, expected="the name of a file", remedy="Name another --out.")
    if out.exists() and not overwrite:
        raise InputError(
            "There is a file of this name", file=out, remedy="Name another --out, or give --overwrite to replace it."
        )
    if not out.absolute().parent.is_dir():
        raise InputError("There is no such folder", file=out.parent, remedy="Make it, or name another --out.")


def _put_in_place(beside: Path, out: Path) -> None:
    if not out.exists():
        beside.rename(out)
        return
    # The old result stays until the new one stands: rename it away, move in, then remove it.
    before = beside.with_suffix(".old")
    out.rename(before)
    try:
        beside.rename(out)
    except OSError:
        before.rename(out)
        raise
    shutil.rmtree(before)
