"""`report.html`: a verification on one self-contained page."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from suffice.law.profile import GROUND_NAMES
from suffice.law.profiles import load, profile_ids
from suffice.report.bar import requirement_bar
from suffice.report.results import Example, GroundTally, Results, read_results
from suffice.report.summary import PROPOSALS, answer, reason

NAME = "report.html"
DISPOSITIONS = {"valid": "Valid", "needs_review": "Needs review", "invalid": "Invalid"}


@dataclass(frozen=True)
class GroundWords:
    """How a ground reads: its name and its public category."""

    name: str
    category: str


def write_report(folder: Path) -> Path:
    """Writes `report.html` into `folder`, which `suffice verify` wrote, and gives its path.

    The same results give the same bytes: the page carries no clock and no running time.

    Raises InputError where the folder holds no verification.
    """
    page = report_page(read_results(folder))
    path = folder / NAME
    beside = path.with_suffix(".part")
    beside.write_text(page, encoding="utf-8")
    beside.replace(path)
    return path


def report_page(results: Results) -> str:
    """The page as text."""
    environment = Environment(
        loader=PackageLoader("suffice.report"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(number=number, percent=percent)
    summary = results.summary
    words = ground_words(results)
    return environment.get_template("verification.html").render(
        results=results,
        summary=summary,
        answer=answer(summary),
        reason=reason(summary),
        proposals=PROPOSALS,
        bar=requirement_bar(summary),
        tallies=by_disposition(results.grounds),
        examples=by_ground(results.examples),
        dispositions=DISPOSITIONS,
        words=words,
        most_in_spread=max((tenth.sections for tenth in results.spread), default=1),
        version=version("suffice"),
    )


def ground_words(results: Results) -> dict[str, GroundWords]:
    """Name and public category of every ground of the profile, and of any other ground that the results name."""
    words = {}
    if results.summary.profile in profile_ids():
        profile = load(results.summary.profile, results.summary.as_of)
        words = {ground.id: GroundWords(ground.name, ground.category) for ground in profile.grounds}
    for tally in results.grounds:
        words.setdefault(tally.ground, GroundWords(GROUND_NAMES.get(tally.ground, tally.ground), ""))
    return words


def by_disposition(tallies: list[GroundTally]) -> dict[str, list[GroundTally]]:
    """Tallies under their disposition, in the order a reader expects."""
    return {name: [tally for tally in tallies if tally.disposition == name] for name in ("needs_review", "invalid")}


def by_ground(examples: list[Example]) -> dict[tuple[str, str], list[Example]]:
    """Examples under their disposition and ground, as they come: invalid before valid."""
    found: dict[tuple[str, str], list[Example]] = {}
    for example in examples:
        found.setdefault((example.disposition, example.ground), []).append(example)
    return found


def number(value: int) -> str:
    """With thousands separators."""
    return f"{value:,}"


def percent(part: float, whole: float = 1) -> str:
    """As percent with one decimal."""
    return f"{100 * part / whole:.1f} %" if whole else "-"
