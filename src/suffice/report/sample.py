"""A sample's size and its projection as they are reported: for a table, or as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from suffice.errors import InputError
from suffice.law.profile import Profile
from suffice.law.sampling import SampleRule
from suffice.sample.beside import Beside, beside
from suffice.sample.parts import PartsStatistics, statistics_of_parts
from suffice.sample.project import copies_lost, project, project_parts, sampled
from suffice.sample.projection import Projection, Tally
from suffice.sample.size import Size, sample_size, size_of_parts
from suffice.sample.tables import read_parts, read_places, read_second, read_subtractions
from suffice.sample.thresholds import Thresholds, thresholds


@dataclass(frozen=True)
class SizeReport:
    """The lines to draw, of the whole petition or part by part, and what the sample must show if a requirement was given."""

    profile: Profile
    sizes: tuple[Size, ...]
    thresholds: Thresholds | None
    citation: str
    warnings: tuple[str, ...]

    @property
    def lines(self) -> int:
        """All lines to draw."""
        return sum(size.lines for size in self.sizes)

    def as_json(self) -> dict[str, object]:
        """Plain values, for JSON."""
        whole = self.sizes[0] if len(self.sizes) == 1 and self.sizes[0].place is None else None
        return {
            "profile": self.profile.id,
            "as_of": self.profile.as_of.isoformat(),
            "raw": sum(size.raw for size in self.sizes),
            "size": self.lines,
            "steps": [] if whole is None else [step.as_json() for step in whole.steps],
            "parts": [] if whole else [size.as_json() for size in self.sizes],
            "thresholds": None if self.thresholds is None else self.thresholds.as_json(),
            "citation": self.citation,
            "warnings": list(self.warnings),
        }


def size_report(
    profile: Profile, raw: int | None, required: int | None = None, counties: Path | None = None
) -> SizeReport:
    """The size of a profile's sample, of `raw` lines or of the counties in a file.

    Raises InputError where the law knows no sample or no number, and for counts that cannot be.
    """
    rule = sampled(profile)
    if (raw is None) == (counties is None):
        raise InputError("The lines filed are needed once", expected="either --raw or --counties")
    sizes = _sizes(rule, raw or 0, counties)
    limits = None
    if required is not None:
        if required < 1:
            raise InputError("The number under required is too small", found=f"{required:,}", expected="1 or more")
        if counties is None:
            limits = thresholds(profile, sizes[0].raw, sizes[0].lines, required)
    warnings = dict.fromkeys(said for size in sizes for said in size.warnings)
    if counties is None and rule.strata is not None and rule.strata.by != "sheet":
        said = f"The law draws by {rule.strata.by} ({rule.strata.citation}): this is the size for one of them."
        warnings[said] = None
    return SizeReport(profile, sizes, limits, rule.size.citation, tuple(warnings))


def _sizes(rule: SampleRule, raw: int, counties: Path | None) -> tuple[Size, ...]:
    if counties is None:
        return (sample_size(rule.size, raw),)
    return tuple(size_of_parts(rule, read_places(counties, rule)))


@dataclass(frozen=True)
class ProjectReport:
    """A projection, and the statistics beside it if they were asked for."""

    profile: Profile
    projection: Projection
    beside: Beside | PartsStatistics | None

    def as_json(self) -> dict[str, object]:
        """Plain values, for JSON."""
        plain = self.projection.as_json()
        return plain if self.beside is None else {**plain, "statistics": self.beside.as_json()}


@dataclass(frozen=True)
class Files:
    """What staged methods take as files: parts of the petition, both samples together, subtractions in order."""

    counties: Path | None = None
    second: Path | None = None
    subtractions: Path | None = None


def project_report(
    profile: Profile,
    counts: tuple[int | None, int | None, int | None, int | None, int | None],
    required: int | None,
    files: Files,
    *,
    statistics: bool = False,
    as_drawn: bool = False,
) -> ProjectReport:
    """The projection of a sample. `counts` are raw, sample, valid, duplicates and invalid, or None where files tell them.

    Raises InputError for whatever contradicts itself, naming file, row and column where a file holds it.
    """
    rule = sampled(profile)
    if files.counties is not None:
        if any(count is not None for count in counts) or files.second or files.subtractions:
            raise InputError("The counts are given twice", expected="either --counties or the counts themselves")
        tallies = read_parts(files.counties, rule, copies_lost(profile))
        made = project_parts(profile, tallies, required, as_drawn=as_drawn)
        return ProjectReport(profile, made, statistics_of_parts(profile, tallies, required) if statistics else None)
    tally = _tally(counts, required)
    both = None if files.second is None else read_second(files.second, tally)
    taken = [] if files.subtractions is None else read_subtractions(files.subtractions)
    made = project(profile, tally, second=both, subtractions=taken, as_drawn=as_drawn)
    if not statistics:
        return ProjectReport(profile, made, None)
    left = Tally(
        tally.raw - sum(one.lines for one in taken),
        tally.sample,
        tally.valid,
        tally.duplicates,
        tally.required,
        tally.invalid,
    )
    return ProjectReport(profile, made, beside(profile, left, both))


def _tally(counts: tuple[int | None, int | None, int | None, int | None, int | None], required: int | None) -> Tally:
    raw, sample, valid, duplicates, invalid = counts
    if raw is None or sample is None or valid is None or duplicates is None or required is None:
        named = {"--raw": raw, "--sample": sample, "--valid": valid, "--duplicates": duplicates, "--required": required}
        missing = [name for name, given in named.items() if given is None]
        raise InputError("A projection needs more counts", expected=", ".join(missing))
    return Tally(raw, sample, valid, duplicates, required, invalid)
