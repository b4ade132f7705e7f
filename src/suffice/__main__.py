"""`python -m suffice` is the same as `suffice`."""

from __future__ import annotations

import sys

from suffice.cli.start import main

if __name__ == "__main__":
    sys.exit(main())
