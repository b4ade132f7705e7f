"""`make bench`: what Suffice must reach, measured on this machine and printed as tables, part by part.

`python -m benchmarks [--small] [--scale] [--only PART ...] [--work FOLDER]`. Each part is kept in FOLDER/results.json as
soon as it is measured; `python -m benchmarks.page` writes the page of the documentation from there.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.county import Size, clerk, determinism, households, ocr, speed
from benchmarks.febrl import febrl
from benchmarks.figures import Figure, keep, part, show
from benchmarks.find import find
from benchmarks.peer import splink
from benchmarks.scale import scale

COUNTY = (5_668_569, 715_833)
SMALL = (283_428, 35_792)
PARTS: dict[str, tuple[str, Callable[[Path, Size], Iterator[Figure]]]] = {
    "speed": ("Speed, {size}", speed),
    "clerk": ("Typed by clerks, {size}", clerk),
    "ocr": ("Read by a machine, 12 % of characters wrong, {size}", ocr),
    "households": ("Unregistered relatives, 300,000 voters, 40,000 lines", households),
    "find": ("Looking voters up while typing, {voters} voters", find),
    "splink": ("Splink 5 beside Suffice, {size}", splink),
    "febrl": ("FEBRL 4, half of the roll removed", febrl),
    "determinism": ("The same answer, always, {size}", determinism),
    "scale": ("Four times the size", scale),
}


def main() -> None:
    """Measures the parts asked for, prints each as a table and keeps it."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--small", action="store_true", help="one twentieth of county size")
    asked.add_argument("--scale", action="store_true", help="also four times the size: takes minutes and 20 GB of disk")
    asked.add_argument("--only", nargs="+", choices=PARTS, help="these parts alone")
    asked.add_argument("--work", type=Path, default=Path("bench-work"), help="folder for mock petitions and results")
    given = asked.parse_args()
    size = SMALL if given.small else COUNTY
    given.work.mkdir(parents=True, exist_ok=True)
    for name in given.only or [name for name in PARTS if given.scale or name != "scale"]:
        title, measure = PARTS[name]
        measured = part(
            name,
            title.format(size=f"{size[0]:,} voters, {size[1]:,} lines", voters=f"{size[0]:,}"),
            measure(given.work, size),
        )
        show(measured)
        keep(given.work / "results.json", measured)


if __name__ == "__main__":
    main()
