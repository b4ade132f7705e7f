"""A verification's tally as a table on the terminal."""

from __future__ import annotations

from pathlib import Path

from rich.table import Table

from suffice.cli.console import results
from suffice.report.summary import PROPOSALS, Summary, answer, read_summary, reason


def show_summary(folder: Path, as_json: bool, url: str | None = None) -> None:
    """Prints the tally and the answer of the verification in `folder`, or its summary.json as it stands.

    `url` is where the folder went, if it is not to stay on this machine.
    """
    console = results()
    if as_json:
        console.print((folder / "summary.json").read_text(encoding="utf-8"), markup=False, soft_wrap=True)
        return
    summary = read_summary(folder)
    if summary.title:
        console.print(summary.title, style="bold", markup=False)
    console.print(tally_table(summary))
    console.print(answer(summary) + ".", style="bold", markup=False, soft_wrap=True)
    console.print(reason(summary), markup=False, soft_wrap=True)
    for text in summary.text_applied:
        console.print(text.sentence, markup=False, soft_wrap=True)
    for warning in summary.warnings:
        console.print(f"Note: {warning}", markup=False, soft_wrap=True)
    console.print(PROPOSALS, markup=False, soft_wrap=True)
    console.print(f"Report: {f'{url}/report.html' if url else folder / 'report.html'}", markup=False, soft_wrap=True)


def tally_table(summary: Summary) -> Table:
    """Lines by disposition and ground, with their share of the raw count."""
    table = Table(show_footer=True)
    table.add_column("Proposed disposition", footer="Raw count")
    table.add_column("Lines", justify="right", footer=f"{summary.raw_count:,}")
    table.add_column("Share", justify="right", footer="100.0 %")
    rows = [("Valid", summary.valid), ("Needs review", summary.needs_review), ("Invalid", summary.invalid)]
    if summary.rejected:
        rows.append(("Rows that could not be read", summary.rejected))
    for name, count in rows:
        table.add_row(name, f"{count:,}", share(count, summary.raw_count))
        if name == "Invalid":
            for ground, lines in sorted(summary.by_ground.items(), key=lambda pair: (-pair[1], pair[0])):
                table.add_row(f"  {in_words(ground)}", f"{lines:,}", share(lines, summary.raw_count), style="dim")
    table.add_section()
    table.add_row("Required", f"{summary.required:,}", "")
    return table


def in_words(identifier: str) -> str:
    """An identifier such as `not_registered` as a person reads it."""
    return identifier.replace("_", " ")


def share(count: int, whole: int) -> str:
    """`count` as percent of `whole`, with one decimal."""
    return f"{100 * count / whole:.1f} %" if whole else "-"
