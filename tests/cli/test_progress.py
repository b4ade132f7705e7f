"""Progress is for people on standard error, and never mixes with results."""

from __future__ import annotations

import io

import pytest
from rich.console import Console
from rich.progress import Progress as Bars

from suffice.cli.progress import BarProgress, shown


def test_plain_lines_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with shown() as progress:
        progress.stage("Reading the roll", total=5_668_569)
        progress.advance(10)
        progress.stage("repeat")
        progress.done()
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines()[:2] == ["Reading the roll (5,668,569)", "Finding duplicates"]
    assert said.err.splitlines()[2].startswith("Done in ")


def test_every_bar_ends_full() -> None:
    bars = Bars(console=Console(file=io.StringIO()))
    progress = BarProgress(bars)
    progress.advance()
    progress.stage("counted", total=10)
    progress.advance(4)
    progress.stage("unknown")
    progress.done()
    progress.done()
    assert [task.finished for task in bars.tasks] == [True, True]
