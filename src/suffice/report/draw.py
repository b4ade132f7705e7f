"""A drawn sample as files: the lines as CSV, a record of how to draw them again as JSON, a worksheet as PDF."""

from __future__ import annotations

import csv
import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from suffice.errors import InputError
from suffice.law.profile import Profile
from suffice.report.worksheet import worksheet
from suffice.sample.draw import Draw, draw, sections_of
from suffice.sample.project import sampled
from suffice.sample.tables import read_sections

HOW = (
    "A line's ticket: take SHA-256 of the seed, written in hexadecimal; put the line's name behind it (section-line, or its number "
    "where there are no sections); take SHA-256 of that, write it as a decimal number of at least 64 digits and read them "
    "backwards behind '0.'. The lines with the lowest tickets are the sample, within each part if the law draws by parts."
)


@dataclass(frozen=True)
class DrawReport:
    """A sample with the law and the files it was drawn from."""

    profile: Profile
    drawn: Draw
    index: Path | None
    asked: int | None

    @property
    def stratum(self) -> str | None:
        """What was drawn from separately, if anything was."""
        strata = self.profile.sample.strata if self.profile.sample else None
        return strata.by if strata and any(line.stratum for line in self.drawn.lines) else None

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is not sure about this sample."""
        strata = self.profile.sample.strata if self.profile.sample else None
        if strata and self.stratum is None:
            said = f"The law draws by {strata.by} ({strata.citation}): this is one sample of all lines given."
            return (*self.drawn.warnings, said)
        return self.drawn.warnings

    def record(self) -> dict[str, object]:
        """What anybody needs to draw the same sample again."""
        index = None
        if self.index is not None:
            index = {"name": self.index.name, "sha256": hashlib.sha256(self.index.read_bytes()).hexdigest()}
        return {
            "program": f"suffice {version('suffice')}",
            "sampler": f"consistent_sampler {version('consistent-sampler')}",
            "command": self.command,
            "seed": self.drawn.seed,
            "profile": self.profile.id,
            "as_of": self.profile.as_of.isoformat(),
            "raw": self.drawn.raw,
            "sample": len(self.drawn.lines),
            "drawn_by": self.stratum,
            "parts": [{"part": size.place, "raw": size.raw, "sample": size.lines} for size in self.drawn.sizes],
            "index": index,
            "how": HOW,
            "warnings": list(self.warnings),
        }

    @property
    def command(self) -> str:
        """The command that draws the sample again."""
        whence = f"--index {self.index.name}" if self.index else f"--raw {self.drawn.raw}"
        lines = f" --lines {self.asked}" if self.asked else ""
        return (
            f"suffice sample draw --profile {self.profile.id} --as-of {self.profile.as_of} {whence}{lines} "
            f"--seed {self.drawn.seed} --out sample.csv"
        )


def draw_report(
    profile: Profile, seed: str, raw: int | None = None, index: Path | None = None, lines: int | None = None
) -> DrawReport:
    """Draws a profile's sample of `raw` lines or of the sections in `index`.

    Raises InputError for a seed of too few digits, an index with wrong rows or another sum than `raw`, or counts that cannot be.
    """
    rule = sampled(profile)
    if raw is None and index is None:
        raise InputError("There is nothing to draw from", expected="--raw or --index")
    if raw is not None and raw < 1:
        raise InputError("The raw count is not a positive number", found=f"{raw:,}", expected="at least one line filed")
    sections = sections_of(raw or 0) if index is None else read_sections(index, rule)
    held = sum(section.lines for section in sections)
    if raw is not None and held != raw:
        raise InputError(
            "The sections hold another number of lines than the raw count",
            file=index,
            found=f"{held:,} lines in the sections",
            expected=f"{raw:,}",
        )
    return DrawReport(profile, draw(rule, sections, seed, lines), index, lines)


def record_beside(out: Path) -> Path:
    """Where the record of a sample stands: beside it, with the ending .json."""
    return out.with_suffix(".json")


def write_draw(report: DrawReport, out: Path, sheet: Path | None = None) -> None:
    """Writes the sample, the record beside it and, if `sheet` is given, the worksheet: all of them or none.

    Raises InputError where they cannot be written or bear one name.
    """
    record = record_beside(out)
    if len({path.absolute() for path in (out, record, sheet) if path}) < (2 if sheet is None else 3):
        raise InputError(
            "The sample, its record and the worksheet need names of their own", file=out, expected="a .csv file"
        )
    with _beside([path for path in (out, record, sheet) if path]) as parts:
        with parts[0].open("w", newline="", encoding="utf-8") as file:
            table = csv.writer(file, lineterminator="\n")
            by = report.stratum
            table.writerow(("number", "section", "line", *((by,) if by else ()), "order", "ticket"))
            for one in report.drawn.lines:
                part = (one.stratum,) if by else ()
                table.writerow((one.number, one.section, one.line, *part, one.order, one.ticket))
        parts[1].write_text(json.dumps(report.record(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        if sheet is not None:
            parts[2].write_bytes(worksheet(report.profile, report.drawn, report.stratum))


@contextmanager
def _beside(files: list[Path]) -> Iterator[list[Path]]:
    """Names to write to, that become `files` together when the block ends well and vanish when it does not."""
    parts = [file.with_name(f".{file.name}.{os.getpid()}.part") for file in files]
    try:
        yield parts
        for part, file in zip(parts, files, strict=True):
            part.replace(file)
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError, PermissionError) as refusal:
        raise InputError(
            "The sample cannot be written", file=refusal.filename, found=refusal.strerror, remedy="Name another file."
        ) from refusal
    finally:
        for part in parts:
            part.unlink(missing_ok=True)
