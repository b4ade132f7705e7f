"""The petition file: what the petition is, under which law, from when to when."""

from __future__ import annotations

import tomllib
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from suffice.errors import InputError


class SectionWindow(BaseModel):
    """The days between which all signatures of a section were obtained, as its circulator declares."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    section: str
    first_day: date = Field(alias="from")
    last_day: date = Field(alias="to")

    @model_validator(mode="after")
    def _in_order(self) -> SectionWindow:
        if self.last_day < self.first_day:
            raise ValueError(f"section {self.section} ends on {self.last_day}, before it begins on {self.first_day}")
        return self


class Petition(BaseModel):
    """What `petition.toml` says."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    profile: str
    jurisdiction: str
    officer: str | None = None
    approved_on: date
    filed_on: date
    registered_voters: int | None = Field(default=None, gt=0)
    required: int | None = Field(default=None, gt=0)
    required_source: str | None = None
    section: tuple[SectionWindow, ...] = ()

    @property
    def sections(self) -> tuple[SectionWindow, ...]:
        """The sections whose days of circulation are known."""
        return self.section

    @model_validator(mode="after")
    def _sound(self) -> Petition:
        if self.filed_on < self.approved_on:
            raise ValueError(f"filed_on {self.filed_on} is before approved_on {self.approved_on}")
        if self.registered_voters is None and self.required is None:
            raise ValueError(
                "registered_voters or required must be given, or nobody can say how many signatures suffice"
            )
        names = [window.section for window in self.section]
        twice = sorted({name for name in names if names.count(name) > 1}) if len(set(names)) < len(names) else []
        if twice:
            raise ValueError(f"section {twice[0]} stands twice")
        return self


def read_petition(path: Path) -> Petition:
    """The petition file at `path`.

    Raises InputError, naming the key, where it is missing, is no TOML, has an unknown key or dates out of order.
    """
    if not path.is_file():
        raise InputError("There is no such file", file=path, expected="a petition file such as petition.toml")
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as wrong:
        raise InputError(f"The file is not TOML: {wrong}", file=path, remedy="Correct it at the place named") from wrong
    except UnicodeDecodeError as wrong:
        raise InputError("The file is not UTF-8 text", file=path, expected="a petition file (TOML)") from wrong
    try:
        return Petition.model_validate(values)
    except ValidationError as wrong:
        raise _located(wrong, path) from wrong


def _located(wrong: ValidationError, path: Path) -> InputError:
    # A misspelt key is both unknown and missing; the unknown one names what to correct.
    first = min(wrong.errors(), key=lambda one: one["type"] != "extra_forbidden")
    key = ".".join(str(part) for part in first["loc"]) or None
    if first["type"] == "extra_forbidden":
        near = get_close_matches(str(first["loc"][-1]), list(Petition.model_fields), n=1)
        return InputError(
            "This key is not known", file=path, column=key, expected=", ".join(Petition.model_fields),
            remedy=f"Did you mean {near[0]}?" if near else None,
        )  # fmt: skip
    if first["type"] == "missing":
        return InputError("This key is missing", file=path, column=key, remedy="Add it to the petition file")
    return InputError(
        first["msg"].removeprefix("Value error, "), file=path, column=key,
        found=None if isinstance(first["input"], dict) else repr(first["input"]),
        remedy="Correct the petition file",
    )  # fmt: skip
