"""A folder as `suffice verify` writes it, made by hand: 1,000 lines in 50 sections, from a generator without chance."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

Made = Callable[..., Path]

GROUNDS = (
    ("not_registered", "Elections Code 100; 105"),
    ("different_address", "Elections Code 105(a)(1)"),
    ("duplicate", "Elections Code 102; 11303"),
    ("canceled", "Elections Code 2201"),
)


@pytest.fixture
def verified(tmp_path: Path) -> Made:
    """Makes the folder: `verified(required=..., title=...)`."""

    def make(required: int = 780, title: str = "Mock petition, County of Example", rejected: int = 3) -> Path:
        folder = tmp_path / "verified"
        folder.mkdir()
        lines = [_line(number) for number in range(1_000)]
        columns = ("section", "line", "disposition", "ground", "citation", "voter_id", "confidence", "evidence")
        pq.write_table(
            pa.table({name: [line[name] for line in lines] for name in columns}), folder / "dispositions.parquet"
        )
        written = ("section", "line", "printed_name", "residence_address", "city", "zip")
        absent = ("first_name", "middle_name", "last_name", "name_suffix")
        pq.write_table(
            pa.table(
                {name: [line[name] for line in lines] for name in written}
                | {name: pa.nulls(len(lines), pa.string()) for name in absent}
            ),
            folder / "lines.parquet",
        )
        with (folder / "review.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(
                file, ("section", "line", "voter_id", "likeness", "evidence"), extrasaction="ignore"
            )
            writer.writeheader()
            # The file's own order is not the petition's: the last line comes first.
            writer.writerows(
                {**line, "likeness": 150} for line in reversed(lines) if line["disposition"] == "needs_review"
            )
        for name, key in (("sections", "section"), ("circulators", "circulator")):
            pq.write_table(_groups(lines, key), folder / f"{name}.parquet")
        with (folder / "rejects.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(("file", "row", "column", "found", "reason"))
            writer.writerows(
                ("lines.csv", 11 + row, "signed_on", "02/30/2022", "no such day") for row in range(rejected)
            )
        counts = Counter(line["disposition"] for line in lines)
        summary = {
            "title": title,
            "jurisdiction": "Example County",
            "profile": "us-ca-local-recall",
            "as_of": "2022-07-06",
            "raw_count": 1_000 + rejected,
            "valid": counts["valid"],
            "invalid": counts["invalid"],
            "needs_review": counts["needs_review"],
            "rejected": rejected,
            "by_ground": dict(Counter(line["ground"] for line in lines if line["disposition"] == "invalid")),
            "by_category": {"Not registered": 60, "Different address": 60, "Duplicate": 60},
            "required": required,
            "outcome": _outcome(counts, rejected, required),
            "seconds": 1.5,
            "inputs": [{"role": "roll", "path": "roll.csv", "sha256": "0" * 64}],
        }
        (folder / "summary.json").write_text(json.dumps(summary), encoding="utf-8")
        return folder

    return make


def _line(number: int) -> dict[str, object]:
    """Of every 100 lines 72 are valid, 4 need review, 24 are invalid, 6 on each of four grounds."""
    place = number * 37 % 100
    disposition = "valid" if place < 72 else "needs_review" if place < 76 else "invalid"
    ground, citation = GROUNDS[place % 4] if disposition == "invalid" else ("", "")
    return {
        "section": f"{number // 20 + 1:04d}",
        "line": str(number % 20 + 1),
        "disposition": disposition,
        "ground": ground,
        "citation": citation,
        "voter_id": f"V{number:06d}" if disposition == "valid" else "",
        "confidence": 0.97 if disposition == "valid" else 0.4,
        "evidence": "name: Ana <O'Neil> and Ana O'Neil agree; address: 12 Elm St and 12 Elm Street agree",
        "printed_name": "Ana <O'Neil>",
        "residence_address": "12 Elm St",
        "city": "Example",
        "zip": None,
        "circulator": ("Lee", "Ortiz", "Park")[number % 3],
    }


def _groups(lines: list[dict[str, object]], key: str) -> pa.Table:
    keys = sorted({str(line[key]) for line in lines})
    rows = [[line for line in lines if line[key] == one] for one in keys]
    return pa.table(
        {
            "key": keys,
            "raw": [len(group) for group in rows],
            **{
                kind: [sum(line["disposition"] == kind for line in group) for group in rows]
                for kind in ("valid", "invalid", "needs_review")
            },
        }
    )


def _outcome(counts: Counter[object], rejected: int, required: int) -> str:
    if counts["valid"] >= required:
        return "sufficient"
    return "insufficient" if counts["valid"] + counts["needs_review"] + rejected < required else "undetermined"
