"""An outlook on the terminal."""

from __future__ import annotations

from pathlib import Path

from rich.table import Table

from suffice.cli.console import results
from suffice.outlook.result import Filing, Outlook
from suffice.outlook.span import Span
from suffice.report.outlook import outlook_json
from suffice.report.sureness import answer, percent


def show_outlook(outlook: Outlook, out: Path, as_json: bool) -> None:
    """Prints the answer, the two filings, the cushion, the channels and the caveats, or all as JSON."""
    console = results()
    if as_json:
        console.print(outlook_json(outlook), markup=False, soft_wrap=True)
        return
    console.print(outlook.title, style="bold", markup=False)
    console.print(answer(outlook), markup=False, soft_wrap=True)
    console.print(_filings(outlook))
    console.print(_cushion(outlook))
    if len(outlook.channels) > 1:
        console.print(_channels(outlook))
    console.print(outlook.belief, markup=False, soft_wrap=True)
    for text in outlook.text_applied:
        console.print(text.sentence, markup=False, soft_wrap=True)
    for caveat in outlook.caveats:
        console.print(f"Note: {caveat}", markup=False, soft_wrap=True)
    console.print(f"The files stand in {out}", markup=False, soft_wrap=True)


def _filings(outlook: Outlook) -> Table:
    filings = [outlook.today, *([outlook.at_deadline] if outlook.at_deadline else [])]
    table = Table(title="If filed (5 %, middle, 95 %)", title_justify="left")
    table.add_column("")
    for filing, words in zip(filings, ("today", "at the deadline"), strict=False):
        table.add_column(f"{words}\n({filing.on})", justify="right")
    rows: list[tuple[str, list[Span]]] = [
        ("Lines", [one.raw for one in filings]),
        ("Valid lines, every copy counted", [one.valid_lines for one in filings]),
        ("Second copies", [one.duplicates for one in filings]),
        ("Valid signatures", [one.distinct_valid for one in filings]),
    ]
    for words, spans in rows:
        table.add_row(words, *(span_of_lines(span) for span in spans))
    table.add_row("Required", *(f"{outlook.required:,}" for _ in filings))
    table.add_row("Chance, every line examined", *(percent(one.chance_full_count) for one in filings))
    if all(one.sample for one in filings):
        table.add_row("Chance by the statute's sample", *(_sample(one) for one in filings))
    return table


def _sample(filing: Filing) -> str:
    said = filing.sample
    if said is None:
        return "-"
    return (
        f"sufficient {percent(said.sufficient)}\nevery line {percent(said.full_count)}\n"
        f"insufficient {percent(said.insufficient)}"
    )


def span_of_lines(span: Span) -> str:
    """A span of lines in one cell."""
    if span.low == span.high:
        return f"{span.middle:,.0f}"
    return f"{span.low:,.0f} … {span.middle:,.0f} … {span.high:,.0f}"


def _cushion(outlook: Outlook) -> Table:
    table = Table(title=f"Lines needed (today's pace: {outlook.lines_a_day:,.0f} a day)", title_justify="left")
    for heading in (
        "To be sure",
        "Lines in all",
        "Still missing",
        "A day until the deadline",
        "Reached at today's pace",
    ):
        table.add_column(heading, justify="right")
    for one in outlook.cushions:
        if one.raw is None or one.missing is None:
            table.add_row(percent(one.chance), "no number", "-", "-", "-")
            continue
        table.add_row(
            percent(one.chance), f"{one.raw:,}", f"{one.missing:,}",
            "-" if one.lines_a_day is None else f"{one.lines_a_day:,.0f}",
            "not by the deadline" if one.reached_on is None else str(one.reached_on),
        )  # fmt: skip
    return table


def _channels(outlook: Outlook) -> Table:
    table = Table(title="Channels", title_justify="left")
    table.add_column("Channel")
    for heading in ("Lines", "A day now", "At the deadline", "Valid share", "Checked"):
        table.add_column(heading, justify="right")
    for one in outlook.channels:
        share = one.share_valid
        table.add_row(
            one.channel, f"{one.lines:,}", "-" if one.lines_a_day is None else f"{one.lines_a_day:,.0f}",
            "-" if one.at_deadline is None else span_of_lines(one.at_deadline),
            f"{share.low:.1%} … {share.middle:.1%} … {share.high:.1%}", f"{one.checked:,}",
        )  # fmt: skip
    return table
