"""Where the result goes if not into a folder of this machine."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Delivery:
    """To the folder at `url`, which may hold no other files than `own`, and with `overwrite` is replaced.

    `finish` adds what is still missing in the folder of this machine before it is copied there.
    """

    url: str
    own: Collection[str]
    overwrite: bool
    finish: Callable[[Path], None]
