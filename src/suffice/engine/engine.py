"""What the core asks of the place where its SQL steps are run."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import pyarrow as pa

Setting = int | float | str


class Engine(Protocol):
    """Runs the SELECTs of the `.sql` files, each making one named table from those before it."""

    def make(self, name: str, select: str) -> None:
        """Makes the table `name` of what `select` gives, once and for all: later steps read it as it stands."""
        ...

    def add(self, name: str, table: pa.Table) -> None:
        """Makes `table` readable as `name`."""
        ...

    def drop(self, name: str) -> None:
        """Forgets the table `name`."""
        ...

    def rows(self, select: str) -> pa.Table:
        """What `select` gives, as one Arrow table. For small answers."""
        ...

    def write(self, select: str, path: Path) -> None:
        """Writes what `select` gives, in its order, to `path`: CSV or Parquet by the ending of its name."""
        ...

    def need(self, gigabytes: int) -> None:
        """Lets the steps that follow take up to so much memory, unless a limit was asked for."""
        ...

    def count(self, name: str) -> int:
        """How many rows the table `name` has."""
        ...


def step(room: str, name: str, settings: Mapping[str, Setting] | None = None) -> str:
    """The SELECT in `suffice/<room>/sql/<name>.sql`, each `$word` filled in from `settings`.

    Raises KeyError where the text names a setting that is not given: a threshold must come from a profile.
    """
    text = files(f"suffice.{room}").joinpath(f"sql/{name}.sql").read_text(encoding="utf-8")
    given = settings or {}
    return re.sub(r"\$([a-z_0-9]+)", lambda found: str(given[found.group(1)]), text)
