"""What is wrong with a profile, said with its row and key, and what should stand there."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from types import UnionType
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from suffice.errors import InputError
from suffice.law.place import Loc, row_of, rows_of


def fault(
    wrong: ValidationError, model: type[BaseModel], said: Mapping[str, object], text: str, name: str
) -> InputError:
    """The first thing wrong as a message: `said` is what the TOML `text` says, `model` what it should be, `name` its file.

    A misspelt key is both unknown and missing; the unknown one names what to correct.
    """
    first = min(wrong.errors(), key=lambda one: one["type"] != "extra_forbidden")
    loc = _as_written(first["loc"], said)
    key = ".".join(part for part in loc if isinstance(part, str)) or None
    message, found, expected, near = _told(first, model, loc)
    return InputError(
        message, file=name, row=row_of(rows_of(text), loc), column=key, found=found, expected=expected,
        remedy=f"Did you mean {near}?" if near else None,
    )  # fmt: skip


def _told(first: ErrorDetails, model: type[BaseModel], loc: Loc) -> tuple[str, str | None, str | None, str | None]:
    # The message, what was found, what was expected, and the nearest word that would do.
    given = first["input"]
    found = None if isinstance(given, dict | list | tuple) or given is None else repr(given)
    if first["type"] == "extra_forbidden":
        known = sorted(_keys_at(model, first["loc"][:-1]))
        return "This key is not known", None, ", ".join(known) or None, _nearest(str(loc[-1]), known)
    if first["type"] == "missing":
        return "This key is missing", None, None, None
    if loc == ("version",):
        return "A profile has at least one text", None, "[[version]] with `since` and its rules", None
    if first["type"] == "literal_error":
        expected = str(first["ctx"]["expected"])
        words = [word.strip("'") for word in expected.replace(" or ", ", ").split(", '")]
        return "This is no value of this key", found, expected, _nearest(str(given), words)
    message = first["msg"].removeprefix("Value error, ")
    return message[:1].upper() + message[1:], found, None, None


def _nearest(word: str, known: list[str]) -> str | None:
    near = get_close_matches(word, known, n=1)
    return near[0] if near else None


def _as_written(loc: Loc, said: object) -> Loc:
    """The way as the file has it: grounds and facts by name instead of place, without the names of the alternatives."""
    way: list[str | int] = []
    for at, part in enumerate(loc):
        if isinstance(said, dict):
            if isinstance(part, int) and part < len(said):
                part = list(said)[part]
            if part not in said and at < len(loc) - 1:
                continue
            said = said.get(part)
        elif isinstance(said, list) and isinstance(part, int) and part < len(said):
            said = said[part]
        else:
            said = None
        way.append(part)
    return tuple(way)


def _keys_at(model: type[BaseModel], loc: Loc) -> set[str]:
    """The keys of the table at `loc` in `model`; of all alternatives where there are several."""
    models = {model}
    for part in loc:
        inner = {
            one
            for each in models
            if part in each.model_fields
            for one in _models(each.model_fields[str(part)].annotation)
        }
        models = inner or models
    return {key for one in models for key in one.model_fields}


def _models(annotation: object) -> set[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {annotation}
    if get_origin(annotation) in (Union, UnionType, Annotated, tuple, dict):
        return {one for inner in get_args(annotation) for one in _models(inner)}
    return set()
