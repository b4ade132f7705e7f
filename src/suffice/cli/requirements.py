"""A petition's requirement on the terminal."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from suffice.cli.console import results
from suffice.law.requirement import Requirement
from suffice.report.requirement import RequirementReport


def show_requirement(report: RequirementReport, as_json: bool) -> None:
    """Prints the signatures required with how they were reckoned, or as JSON."""
    console = results()
    if as_json:
        console.print(report.as_json(), markup=False, soft_wrap=True)
        return
    console.print(report.petition.title, style="bold", markup=False)
    console.print(f"{report.profile_title}, as of {report.as_of}.", markup=False, soft_wrap=True)
    console.print(f"{report.required:,} valid signatures required.", style="bold", markup=False)
    if report.petition.required is not None:
        said = f" ({report.petition.required_source})" if report.petition.required_source else ""
        console.print(f"The petition file says so{said}.", markup=False, soft_wrap=True)
    if report.reckoned is not None:
        console.print(_steps(report, report.reckoned))
        if report.reckoned.parts:
            console.print(_parts(report.reckoned))
    for warning in report.warnings:
        console.print(f"Note: {warning}", markup=False, soft_wrap=True)


def _steps(report: RequirementReport, found: Requirement) -> Table:
    table = Table(show_header=False)
    table.add_column(max_width=40)
    table.add_column(justify="right", no_wrap=True)
    day = f", {report.petition.figures_on}" if report.petition.figures_on else ""
    name = found.base_name[:1].upper() + found.base_name[1:]
    table.add_row(f"{name}{day}", f"{found.figure:,}")
    if found.tier is not None:
        table.add_row("Tier from", f"{found.tier:,}")
    if found.kind is not None:
        table.add_row("Kind of petition", found.kind)
    table.add_row("Share", f"{found.percent} %")
    exact = (
        f"{found.exact.numerator / found.exact.denominator:,.2f}"
        if found.exact.denominator > 1
        else f"{found.exact.numerator:,}"
    )
    table.add_row("Exactly", exact)
    table.add_row("Rounded up", f"{found.required:,}", style="bold")
    table.add_row("Law", Text(f"{found.citation} [{found.mark}]"))
    return table


def _parts(found: Requirement) -> Table:
    table = Table(title=f"At least {found.needed} of these must reach their own share", title_justify="left")
    table.add_column(str(found.division).capitalize())
    table.add_column("Of", justify="right")
    table.add_column("Required", justify="right")
    for part in found.parts:
        table.add_row(part.name, f"{part.base:,}", f"{part.required:,}")
    return table
