"""`suffice`: the command line, put together from its groups."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from suffice.cli import (
    calendar,
    challenge,
    explain,
    law,
    measure,
    mock,
    mock_campaign,
    outlook,
    require,
    roll,
    sample,
    strike,
    verify,
)
from suffice.cli.errors import guarded

app = typer.Typer(
    name="suffice",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"suffice {version('suffice')}")
        raise typer.Exit


@app.callback()
def suffice(
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and leave.", is_eager=True, callback=_show_version)
    ] = False,
) -> None:
    """Does this petition suffice? Qualify a petition's lines against the voter roll.

    Dispositions are proposals: people decide.
    """


app.command()(verify.verify)
app.command()(explain.explain)
app.command()(measure.measure)
app.command()(mock.mock)
app.command()(require.require)
app.command()(calendar.calendar)
app.command()(outlook.outlook)
app.command()(strike.strike)
app.command()(challenge.challenge)
app.command()(mock_campaign.mock_campaign)
app.add_typer(roll.app, name="roll")
app.add_typer(law.app, name="law")
app.add_typer(sample.app, name="sample")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line with `arguments` (those of the process if None) and gives the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    # --debug is understood wherever it stands: people add it to the end of the command that failed.
    debug = "--debug" in given
    plain = [argument for argument in given if argument != "--debug"]
    return guarded(lambda: app(plain, prog_name="suffice"), debug)
