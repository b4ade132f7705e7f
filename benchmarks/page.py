"""The page of figures in the documentation, written from the results of the last measurement.

`python -m benchmarks.page [--results FILE]` copies the results to benchmarks/results.json and writes the tables of
docs/benchmarks.md, between its two marks; the words around them are written by hand.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from benchmarks.figures import Part, kept

HERE = Path(__file__).parent
RESULTS = HERE / "results.json"
PAGE = HERE.parent / "docs" / "benchmarks.md"
BEGIN, END = "<!-- figures: written by python -m benchmarks.page -->", "<!-- end of figures -->"


def main() -> None:
    """Takes over new results, if any, and writes the page."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--results", type=Path, help="results.json of a measurement, to be taken over")
    given = asked.parse_args()
    if given.results:
        RESULTS.write_text(given.results.read_text(encoding="utf-8"), encoding="utf-8")
    PAGE.write_text(filled(PAGE.read_text(encoding="utf-8"), RESULTS), encoding="utf-8")


def filled(page: str, results: Path) -> str:
    """The page with the tables of `results` between its marks. Raises ValueError where a mark is missing."""
    before, after = page.index(BEGIN) + len(BEGIN), page.index(END)
    machine = json.loads(results.read_text(encoding="utf-8"))["machine"]
    tables = "\n".join(table(one) for one in kept(results))
    return f"{page[:before]}\n\nMeasured on {machine}.\n\n{tables}\n{page[after:]}"


def table(part: Part) -> str:
    """One part as a heading and a Markdown table."""
    words = {True: "reached", False: "**missed**", None: ""}
    rows = [f"| {one.measure.strip()} | {one.bar} | {one.figure} | {words[one.reached]} |" for one in part.figures]
    head = [f"### {part.title}", "", f"Measured {part.at}.", "", "| measure | bar | figure | |", "|---|---:|---:|---|"]
    return "\n".join([*head, *rows, ""])


if __name__ == "__main__":
    main()
