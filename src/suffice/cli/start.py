"""The first moment of the command line, in which Ctrl-C is understood while the rest of the program is still being read."""

from __future__ import annotations

import sys


def main() -> int:
    """Runs the command line and gives the exit code; 130 for Ctrl-C, however early."""
    try:
        from suffice.cli.main import main as run

        return run()
    except KeyboardInterrupt:
        sys.stderr.write("Interrupted: nothing was left under the final name.\n")
        return 130
