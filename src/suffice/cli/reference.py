"""The reference of all commands as a page of the documentation, read off the command line itself.

`python -m suffice.cli.reference docs/commands.md` writes it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Protocol, cast

import typer.main


class Kind(Protocol):
    """What kind of value an option takes."""

    annotation: object


class Parameter(Protocol):
    """An argument or an option, as the command line knows it."""

    name: str
    help: str | None
    param_type_name: str
    opts: list[str]
    secondary_opts: list[str]
    required: bool
    is_flag: bool
    default: object
    type_descriptor: Kind


class Command(Protocol):
    """A command or a group of commands, as the command line knows it."""

    help: str | None
    params: Sequence[Parameter]


HEAD = """# Commands

Every command explains itself with `--help`. Results go to standard output, progress and errors to standard error. `--debug`,
anywhere on the line, shows the traceback of an error. [Errors and exit codes](errors.md) tells how commands end.

<!-- Written by `make reference`; a test compares it with the command line. -->
"""


def commands() -> Iterator[tuple[str, Command]]:
    """Every command with its full name, such as `suffice roll import`, in the order of the help."""
    from suffice.cli.main import app

    yield from _below("suffice", cast("Command", typer.main.get_command(app)))


def _below(name: str, command: Command) -> Iterator[tuple[str, Command]]:
    children: Mapping[str, Command] | None = getattr(command, "commands", None)
    if children is None:
        yield name, command
        return
    for child_name, child in children.items():
        yield from _below(f"{name} {child_name}", child)


def reference() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(_section(name, command) for name, command in commands())])


def _section(name: str, command: Command) -> str:
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    options = [one for one in command.params if one.param_type_name == "option" and one.name != "help"]
    usage = " ".join([name, *(_metavar(one) for one in arguments), *(_option_usage(one) for one in options)])
    rows = [(f"`{_metavar(one)}`", one.help, "") for one in arguments]
    rows += [(f"`{', '.join([*one.opts, *one.secondary_opts])}`", one.help, _default(one)) for one in options]
    table = "".join(f"| {term} | {text or ''} | {default} |\n" for term, text, default in rows)
    return (
        f"## {name}\n\n{_text(command.help)}\n\n```console\n$ {usage}\n```\n\n"
        f"| argument or option | meaning | if not given |\n|---|---|---|\n{table}"
    )


def _text(help_text: str | None) -> str:
    return "\n\n".join(" ".join(part.split()) for part in (help_text or "").split("\n\n"))


def _metavar(parameter: Parameter) -> str:
    return str(parameter.name).upper()


def _option_usage(option: Parameter) -> str:
    name = option.opts[0]
    shown = name if option.is_flag else f"{name} {_value(option)}"
    return shown if option.required else f"[{shown}]"


def _value(option: Parameter) -> str:
    kind = option.type_descriptor.annotation
    if isinstance(kind, type) and issubclass(kind, Enum):
        return "|".join(str(one.value) for one in kind)
    return _metavar(option)


def _default(option: Parameter) -> str:
    if option.required:
        return "required"
    default = option.default
    if default is None or default is False or default == ():
        return ""
    return f"`{getattr(default, 'value', default)}`"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(reference(), encoding="utf-8")
