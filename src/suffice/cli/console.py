"""The two consoles: results go to standard output, everything said on the way to standard error."""

from __future__ import annotations

import os
import sys

from rich.console import Console

PLAIN_WIDTH = 110
"""Columns where there is no terminal to ask: tables of a log or a pipe keep their lines whole."""


def results() -> Console:
    """Where results go."""
    return Console(highlight=False, width=_width(sys.stdout.isatty()))


def messages() -> Console:
    """Where progress, warnings and errors go."""
    return Console(stderr=True, highlight=False, width=_width(sys.stderr.isatty()))


def _width(terminal: bool) -> int | None:
    return None if terminal or "COLUMNS" in os.environ else PLAIN_WIDTH
