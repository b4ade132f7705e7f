"""`suffice law`: the profiles, what they say, and what changed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, help="The profiles: what each law says, with its sources.")
DAY = ["%Y-%m-%d"]
Name = Annotated[str, typer.Argument(help="The profile, such as us-ca-local-recall, or a file of one's own.")]
Json = Annotated[bool, typer.Option("--json", help="Print as JSON.")]


@app.callback()
def law() -> None:
    """The profiles: what each law says, with its sources."""


@app.command("list")
def list_profiles(as_json: Json = False) -> None:
    """List the profiles that come with Suffice."""
    from suffice.cli.laws import show_profiles

    show_profiles(as_json)


@app.command("show")
def show(
    profile: Name,
    as_of: Annotated[datetime | None, typer.Option(formats=DAY, help="The day; the newest text, if not said.")] = None,
    as_json: Json = False,
) -> None:
    """Show every rule of a profile, each with its citation and how sure it is."""
    from suffice.cli.laws import show_profile
    from suffice.law.difference import newest
    from suffice.law.profiles import in_force, load_file

    file = load_file(profile)
    show_profile(in_force(file, as_of.date()) if as_of else newest(file), as_json)


@app.command("diff")
def diff(
    profile: Name,
    first: Annotated[datetime, typer.Argument(formats=DAY, help="A day.")],
    second: Annotated[datetime, typer.Argument(formats=DAY, help="A later day.")],
    as_json: Json = False,
) -> None:
    """Show what changed in a profile between two days."""
    from suffice.cli.laws import show_changes
    from suffice.law.profiles import load_file

    show_changes(load_file(profile), first.date(), second.date(), as_json)


@app.command("check")
def check(file: Annotated[Path, typer.Argument(help="A profile of one's own (TOML).")]) -> None:
    """Check a profile that you write yourself: what is wrong with it, or what it holds and what it leaves open."""
    from suffice.cli.laws import show_checked

    show_checked(file)
