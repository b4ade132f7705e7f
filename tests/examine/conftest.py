"""A small petition written by hand, and what becomes of it."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from suffice.examine.verification import verify

PETITION = """
title = "A petition of the tests"
profile = "us-ca-local-recall"
jurisdiction = "Example County"
approved_on = 2022-01-27
filed_on = 2022-07-06
registered_voters = 100
"""
ROLL = (
    "voter_id,last_name,first_name,middle_name,name_suffix,house_number,street_name,street_type,unit,"
    "city,zip,status,status_on,registered_on,received_on,birth_date,jurisdiction"
)

Proposal = dict[str, str]
Propose = Callable[[list[str], list[str]], dict[str, Proposal]]


@pytest.fixture
def propose(tmp_path: Path) -> Propose:
    """Gives, for roll rows and line rows, the proposals by "section/line"."""

    def run(
        roll: list[str], lines: list[str], threads: int = 1, name: str = "out", petition: str = PETITION
    ) -> dict[str, Proposal]:
        folder = tmp_path / name
        folder.mkdir()
        (tmp_path / "petition.toml").write_text(petition, encoding="utf-8")
        (tmp_path / "roll.csv").write_text("\n".join([ROLL, *roll]) + "\n", encoding="utf-8")
        header = "section,line,printed_name,residence_address,city,zip,signed_on,signature,struck,withdrawn"
        (tmp_path / "lines.csv").write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
        verify(tmp_path / "petition.toml", tmp_path / "roll.csv", tmp_path / "lines.csv", folder, threads=threads)
        with (folder / "dispositions.csv").open(encoding="utf-8", newline="") as file:
            return {f"{row['section']}/{row['line']}": row for row in csv.DictReader(file)}

    return run
