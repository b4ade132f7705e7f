"""A mock campaign as the files a campaign keeps, and the truth about its end."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from suffice.mock.draw import stream
from suffice.outlook.mock_campaign import CHANNELS, MockCampaign, make_campaign
from suffice.outlook.shape import Shape
from suffice.outlook.situation import read_situation

FILES = frozenset(
    {
        "petition.toml", "counts.csv", "checks.csv", "mail.csv", "circulators.csv", "sections.csv", "money.csv",
        "timeline.csv", "truth.json",
    }
)  # fmt: skip
BEGINS = date(2024, 1, 8)
SECTION_LINES = 50
RATE = 7.0
"""Dollars a line is paid for, in a mock campaign."""


def make_mock_campaign(folder: Path, shape: Shape, voters: int, seed: int) -> MockCampaign:
    """Writes the mock campaign of `seed` into `folder`: a recall under California's law among `voters` registered voters.

    The law of the profile says how many signatures are required and by when. `truth.json` holds what came of it.
    """
    petition = folder / "petition.toml"
    petition.write_text(
        f'title = "Mock campaign, {shape.value}, seed {seed}"\nprofile = "us-ca-local-recall"\n'
        f'jurisdiction = "County of Example"\napproved_on = {BEGINS}\nregistered_voters = {voters}\n',
        encoding="utf-8",
    )
    made = make_campaign(read_situation(petition), shape, seed)
    _table(
        folder / "counts.csv", ("date", "channel", "lines"),
        sorted((one.until, one.channel, one.lines) for one in made.counts.intervals),
    )  # fmt: skip
    if made.checks:
        _table(
            folder / "checks.csv",
            ("batch", "date", "channel", "circulator", "lines", "checked", "valid", "duplicates"),
            ((c.batch, c.day, c.channel, c.circulator, c.lines, c.checked, c.valid, c.duplicates) for c in made.checks),
        )
    _mail(folder, made)
    _people(folder, made, seed)
    middle = made.situation.begins + (made.situation.deadline - made.situation.begins) / 2
    _table(
        folder / "timeline.csv", ("date", "kind", "what", "withdrawn_on", "source"),
        [
            (made.situation.begins, "milestone", "Approved for circulation", None, "mock"),
            (middle, "endorsement", "Example Taxpayers", middle + timedelta(days=20), "mock"),
        ],
    )  # fmt: skip
    last = made.day_number(made.situation.deadline)
    valid, distinct = made.lines.valid(last), made.lines.distinct(last)
    truth = {
        "shape": shape.value, "seed": seed, "required": made.situation.required, "raw": len(made.lines.day),
        "valid_lines": valid, "duplicates": valid - distinct, "distinct_valid": distinct,
        "suffices": distinct >= made.situation.required,
    }  # fmt: skip
    (folder / "truth.json").write_text(json.dumps(truth, indent=2) + "\n", encoding="utf-8")
    return made


def _mail(folder: Path, made: MockCampaign) -> None:
    if not made.drops:
        return
    rows: list[tuple[object, ...]] = []
    for drop in made.drops:
        rows.append((drop.name, drop.mailed_on, drop.pieces, None, drop.cost))
        rows += [(drop.name, day, None, lines, None) for day, lines in drop.returns]
    _table(folder / "mail.csv", ("drop", "date", "pieces", "lines", "cost"), rows)


def _people(folder: Path, made: MockCampaign, seed: int) -> None:
    """Circulators, a section for every 50 lines of theirs in the order of their days, and what was paid each week."""
    lines = made.lines
    out = stream(seed, "mock sections").integers(1, 9, len(lines.day))
    people = np.unique(lines.circulator[lines.circulator >= 0])
    _table(
        folder / "circulators.csv", ("circulator", "kind", "channel", "rate"),
        (
            (f"C{person:04d}", "paid" if person % 2 else "volunteer", CHANNELS[person % 2], RATE if person % 2 else None)
            for person in people
        ),
    )  # fmt: skip
    sections: list[tuple[object, ...]] = []
    for person in people:
        mine = lines.day[lines.circulator == person]
        for start in range(0, len(mine), SECTION_LINES):
            days = mine[start : start + SECTION_LINES]
            first = max(int(days[0]) - int(out[len(sections) % len(out)]), 0)
            sections.append(
                (
                    f"{len(sections) + 1:06d}", f"C{person:04d}", made.situation.begins + timedelta(days=first),
                    made.situation.begins + timedelta(days=int(days[-1])), len(days),
                )
            )  # fmt: skip
    _table(folder / "sections.csv", ("section", "circulator", "handed_out", "returned", "lines"), sections)
    money: list[tuple[object, ...]] = []
    for week in range(int(lines.day.max()) // 7 + 1):
        ends = made.situation.begins + timedelta(days=min(7 * week + 6, int(lines.day.max())))
        paid = int(np.count_nonzero((lines.day // 7 == week) & (lines.channel == 1)))
        money += [(ends, "paid", round(paid * RATE, 2)), (ends, "volunteers", 400)]
    money += [(drop.mailed_on, "mail", drop.cost) for drop in made.drops]
    _table(folder / "money.csv", ("date", "channel", "amount"), money)


def _table(path: Path, names: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(names)
        table.writerows(rows)
