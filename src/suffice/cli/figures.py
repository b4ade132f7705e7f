"""The figures of a logic-and-accuracy test on the terminal."""

from __future__ import annotations

import json

from rich.table import Table

from suffice.cli.console import results
from suffice.cli.tally import in_words
from suffice.examine.measurement import Measurement
from suffice.report.summary import PROPOSALS


def show_measurement(measurement: Measurement, as_json: bool) -> None:
    """Prints the figures as two tables, or as JSON."""
    console = results()
    if as_json:
        console.print(json.dumps(measurement.as_dict(), indent=2), markup=False, soft_wrap=True)
        return
    console.print(_grounds(measurement))
    console.print(_shares(measurement))
    console.print(PROPOSALS, markup=False, soft_wrap=True)


def _grounds(measurement: Measurement) -> Table:
    table = Table(title=f"{measurement.lines:,} lines by what is true of them", title_justify="left")
    table.add_column("Truth", no_wrap=True)
    for heading in (
        "Lines",
        "Proposed valid",
        "Proposed invalid",
        "On that ground",
        "Needs review",
        "Right voter",
        "Wrong",
    ):
        table.add_column(heading, justify="right")
    for row in measurement.by_ground:
        counts = (
            row.lines,
            row.proposed_valid,
            row.proposed_invalid,
            row.same_ground,
            row.needs_review,
            row.right_voter,
            row.wrong_voter,
        )
        table.add_row(in_words(row.ground) or "valid", *(f"{count:,}" for count in counts))
    return table


def _shares(measurement: Measurement) -> Table:
    table = Table(show_header=False)
    table.add_column()
    table.add_column(justify="right")
    for words, share in (
        ("Right voter, of signers registered at the address written", measurement.right_voter),
        ("Wrong voter, of the same", measurement.wrong_voter),
        ("Proposed valid, of lines that are not", measurement.wrongly_accepted),
        ("Proposed valid, of the unregistered", measurement.wrongly_accepted_unregistered),
        ("Proposed invalid, of valid lines", measurement.wrongly_rejected),
        ("Duplicates found", measurement.duplicates_found),
        ("Duplicates missed (proposed valid)", measurement.duplicates_missed),
        ("Duplicates invented, of other lines", measurement.duplicates_invented),
        ("Needs a person, of all lines", measurement.needs_review),
    ):
        table.add_row(words, "-" if share is None else f"{100 * share:.3f} %")
    return table
