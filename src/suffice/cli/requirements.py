"""A petition's requirement on the terminal."""

from __future__ import annotations

from rich.table import Table

from suffice.cli.console import results
from suffice.law.division import PLURAL, PartsRequirement
from suffice.law.requirement import Requirement
from suffice.report.requirement import RequirementReport, decimal


def show_requirement(report: RequirementReport, as_json: bool) -> None:
    """Prints the signatures required with how they were reckoned, or as JSON."""
    console = results()
    if as_json:
        console.print(report.as_json(), markup=False, soft_wrap=True)
        return
    console.print(report.petition.title, style="bold", markup=False)
    console.print(f"{report.profile_title}.", markup=False)
    console.print(f"{report.required:,} valid signatures required.", style="bold", markup=False)
    if report.petition.required is not None:
        console.print(_stated(report), markup=False)
    found = report.reckoned
    if found is not None:
        console.print(_steps(report, found))
        console.print(f"{found.citation} [{found.mark}]", markup=False)
        if found.division is not None and found.division.parts:
            console.print(_asked(found.division), markup=False)
            console.print(_parts(found.division))
            console.print(f"{found.division.rule.citation} [{found.division.rule.mark}]", markup=False)
    console.print(report.text.sentence, markup=False, soft_wrap=True)
    for warning in report.warnings:
        console.print(f"Note: {warning}", markup=False)


def _stated(report: RequirementReport) -> str:
    source = f" ({report.petition.required_source})" if report.petition.required_source else ""
    beside = {True: "; the law's share comes to the same", False: "; the law's share comes to another number", None: ""}
    return f"So the petition file says{source}{beside[report.agrees]}."


def _steps(report: RequirementReport, found: Requirement) -> Table:
    table = Table(show_header=False)
    table.add_column(max_width=70)
    table.add_column(justify="right")
    table.add_row(f"{found.base_name[:1].upper()}{found.base_name[1:]}", f"{found.figure:,}")
    if report.petition.figures_on is not None:
        table.add_row("Figures of", f"{report.petition.figures_on}")
    if found.tier is not None:
        table.add_row("Tier", f"from {found.tier:,}")
    if found.kind is not None:
        table.add_row("Kind of petition", found.kind)
    table.add_row("Share", f"{found.percent} %")
    table.add_row("Exactly", f"{decimal(found.exact):,}")
    table.add_row(f"Rounded {found.rounding}", f"{found.required:,}", style="bold")
    return table


def _asked(found: PartsRequirement) -> str:
    whom = f"At least {found.needed:,} of these {len(found.parts):,} {PLURAL[found.rule.by]}"
    return f"{whom} must reach {found.percent} % of their own figure too:"


def _parts(found: PartsRequirement) -> Table:
    table = Table()
    table.add_column(found.rule.by.capitalize())
    for column in ("Figure", "Exactly", "Required"):
        table.add_column(column, justify="right")
    for part in found.parts:
        table.add_row(part.name, f"{part.base:,}", f"{decimal(part.exact):,}", f"{part.required:,}")
    return table
