"""The worked example is a petition file that reads, with the figures of the public record."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from suffice.law.profiles import load
from suffice.law.requirement import required
from suffice.petition.petition import read_petition

EXAMPLE = Path(__file__).parents[2] / "examples" / "la-2022" / "petition.toml"


def test_the_example_reads_and_requires_what_was_published() -> None:
    petition = read_petition(EXAMPLE)
    assert (petition.approved_on, petition.filed_on) == (date(2022, 1, 27), date(2022, 7, 6))
    assert petition.registered_voters is not None
    rule = load(petition.profile, petition.filed_on).requirement
    # Press release of the Registrar-Recorder/County Clerk, 15 August 2022: 566,857 signatures required.
    assert required(rule, petition.figures).required == 566_857
