"""One line's story on the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from suffice.cli.console import results
from suffice.cli.tally import in_words
from suffice.examine.explanation import CandidateStory, Explanation
from suffice.report.summary import PROPOSALS

YES_NO = {"True": "yes", "False": "no"}
"""Marks on a line (signature, struck, withdrawn) as a person reads them."""


AGREEMENTS = {"missing": "not on both", "other": "differs", "one only": "on one only", "weak": "barely alike"}
"""How fields agree, where the program's own word would say too little."""


def show_story(story: Explanation) -> None:
    """Prints what was written, what is proposed and why, and every candidate field by field."""
    console = results()
    console.print(f"Section {story.section}, line {story.line}", style="bold", markup=False)
    console.print(_pairs([(in_words(name), YES_NO.get(text, text)) for name, text in story.written.items()]))
    console.print()
    console.print(_pairs(_proposal(story)))
    for section, line, disposition in story.same_voter:
        words = f"Section {section}, line {line} is proposed for the same voter: {in_words(disposition)}"
        console.print(words, markup=False, soft_wrap=True)
    if not story.candidates:
        console.print("\nNobody on the roll comes near to this line.")
    for candidate in story.candidates:
        _show_candidate(console, candidate)
    console.print()
    console.print(PROPOSALS, markup=False)


def _proposal(story: Explanation) -> list[tuple[str, str]]:
    proposed = [("proposed", in_words(story.disposition))]
    if story.ground:
        proposed.append(("ground", in_words(story.ground)))
    if story.citation:
        proposed.append(("law", story.citation))
    if story.voter_id:
        proposed.append(("voter", story.voter_id))
    return [*proposed, ("confidence", f"{story.confidence:.2f}"), ("evidence", story.evidence)]


def _show_candidate(console: Console, candidate: CandidateStory) -> None:
    registered = f", registered {candidate.registered_on}" if candidate.registered_on else ""
    if candidate.former:
        registered = f", at a former address, {candidate.former}"
    status = f", {candidate.status}" if candidate.status else ""
    table = Table(
        title=f"Candidate {candidate.rank}: voter {candidate.voter_id}{status}{registered}",
        title_justify="left",
        caption=(
            f"Name {in_words(candidate.name_verdict)} ({candidate.name_score}); "
            f"address {in_words(candidate.address_verdict)} ({candidate.address_score})."
        ),
        caption_justify="left",
    )
    for heading in ("Field", "Written", "Registered", "Agreement"):
        table.add_column(heading)
    for field in candidate.fields:
        table.add_row(
            field.field, field.written, field.registered, AGREEMENTS.get(field.agreement, in_words(field.agreement))
        )
    console.print()
    console.print(table)


def _pairs(pairs: list[tuple[str, str]]) -> Table:
    grid = Table.grid(padding=(0, 2))
    for name, text in pairs:
        grid.add_row(f"{name}:", text)
    return grid
