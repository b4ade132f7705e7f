"""How the core tells a shell how far it is, without knowing what a terminal is."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told by long work: a named stage begins, advances, and all is done."""

    def stage(self, name: str, total: int | None = None) -> None:
        """A new stage begins; the one before it is finished. `total` is None where it cannot be known."""
        ...

    def advance(self, steps: int = 1) -> None:
        """`steps` more of the stage's total are done."""
        ...

    def done(self) -> None:
        """The last stage is finished."""
        ...


class NoProgress:
    """Says nothing: for tests and for callers without a terminal."""

    def stage(self, name: str, total: int | None = None) -> None:
        """Nothing to show."""

    def advance(self, steps: int = 1) -> None:
        """Nothing to show."""

    def done(self) -> None:
        """Nothing to show."""
