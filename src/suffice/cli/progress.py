"""Progress on standard error: bars on a terminal, one plain line a stage elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, ProgressColumn, Task, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars
from rich.text import Text

from suffice.cli.console import messages
from suffice.cli.stages import stage_words
from suffice.progress import Progress


@contextmanager
def shown() -> Iterator[Progress]:
    """A Progress to hand to the core, shown for as long as the block runs; without a terminal the time taken ends it."""
    console = messages()
    if not sys.stderr.isatty():
        began = time.monotonic()
        yield PlainProgress(console)
        console.print(f"Done in {time.monotonic() - began:.1f} s", markup=False)
        return
    with Bars(
        TextColumn("{task.description}"),
        BarColumn(bar_width=30),
        CountColumn(),
        TimeElapsedColumn(),
        console=console,
    ) as bars:
        yield BarProgress(bars)


class CountColumn(ProgressColumn):
    """How many of how many, for stages that count; nothing for the others."""

    def render(self, task: Task) -> Text:
        """`10,000 of 283,428`, or nothing."""
        if not task.total or task.total <= 1:
            return Text()
        return Text(f"{int(task.completed):,} of {int(task.total):,}")


class BarProgress:
    """One bar a stage; a bar whose end cannot be known moves to and fro."""

    def __init__(self, bars: Bars) -> None:
        self._bars = bars
        self._current: TaskID | None = None
        self._name = ""

    def stage(self, name: str, total: int | None = None) -> None:
        """Finishes the bar before and begins one for `name`, unless the one before has that name and no total either."""
        if total is None and self._current is not None and name == self._name:
            return
        self.done()
        self._name = name
        self._current = self._bars.add_task(stage_words(name), total=total)

    def advance(self, steps: int = 1) -> None:
        """Moves the current bar."""
        if self._current is not None:
            self._bars.advance(self._current, steps)

    def done(self) -> None:
        """Fills and stops the current bar."""
        if self._current is None:
            return
        task = self._bars.tasks[self._bars.task_ids.index(self._current)]
        finished = task.total if task.total is not None else max(task.completed, 1)
        self._bars.update(self._current, total=finished, completed=finished)
        self._bars.stop_task(self._current)
        self._current = None


class PlainProgress:
    """A line when a stage begins: for logs."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._name = ""

    def stage(self, name: str, total: int | None = None) -> None:
        """Says that `name` begins, once, and how much there is to do where that is known."""
        if name == self._name:
            return
        self._name = name
        words = stage_words(name)
        self._console.print(words if total is None else f"{words} ({total:,})", markup=False, soft_wrap=True)

    def advance(self, steps: int = 1) -> None:
        """Says nothing: a log wants no line a step."""

    def done(self) -> None:
        """Says nothing: the next stage, or the end, is said by itself."""
