"""The petition file: what the petition is, under which law, from when to when."""

from __future__ import annotations

import tomllib
from datetime import date
from difflib import get_close_matches
from itertools import pairwise
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from suffice.errors import InputError
from suffice.law.division import PartFigure
from suffice.law.requirement import Figures


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


class Holiday(BaseModel):
    """A day on which the county's offices are closed, beside the holidays of the state."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    on: date
    name: str


class PartOfJurisdiction(BaseModel):
    """A county, ward or district for which the law asks a share of its own."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    registered_voters: int | None = Field(default=None, ge=0)
    votes_cast: int | None = Field(default=None, ge=0)


class PetitionFile(BaseModel):
    """What `petition.toml` says, however far the petition has come: nothing of its course need be known yet.

    `done` gives the days of steps by the name that the calendar of its profile has for them, such as `presented_on`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    profile: str
    jurisdiction: str
    officer: str | None = None
    notice_served_on: date | None = None
    notice_filed_on: date | None = None
    approved_on: date | None = None
    filed_on: date | None = None
    certified_on: date | None = None
    certificate: Literal["sufficient", "insufficient"] | None = None
    done: dict[str, date] = Field(default_factory=dict)
    registered_voters: int | None = Field(default=None, gt=0)
    votes_cast: int | None = Field(default=None, gt=0)
    figures_on: date | None = None
    kind: str | None = None
    required: int | None = Field(default=None, gt=0)
    required_source: str | None = None
    section: tuple[SectionWindow, ...] = ()
    holiday: tuple[Holiday, ...] = ()
    part: tuple[PartOfJurisdiction, ...] = ()

    @property
    def figures(self) -> Figures:
        """What the number of signatures required is reckoned from."""
        parts = tuple(PartFigure(part.name, part.registered_voters, part.votes_cast) for part in self.part)
        return Figures(self.registered_voters, self.votes_cast, self.kind, parts)

    @property
    def dates(self) -> dict[str, date]:
        """Everything that was done, by key, in the order of a petition's life."""
        own = {key: getattr(self, key) for key in _DATES}
        return {key: day for key, day in own.items() if day is not None} | self.done

    @model_validator(mode="after")
    def _in_order(self) -> PetitionFile:
        given = [(key, day) for key in _DATES if (day := getattr(self, key)) is not None]
        for (earlier, first), (later, second) in pairwise(given):
            if second < first:
                raise ValueError(f"{later} {second} is before {earlier} {first}")
        for key in set(_DATES) & set(self.done):
            raise ValueError(f"{key} stands by itself, not under [done]")
        parts = [part.name for part in self.part]
        for name in parts:
            if parts.count(name) > 1:
                raise ValueError(f"part {name} stands twice")
        return self


_DATES = ("notice_served_on", "notice_filed_on", "approved_on", "filed_on", "certified_on")


class Petition(PetitionFile):
    """What the file of a filed petition says."""

    approved_on: date
    filed_on: date

    @property
    def sections(self) -> tuple[SectionWindow, ...]:
        """The sections whose days of circulation are known."""
        return self.section

    @model_validator(mode="after")
    def _sound(self) -> Petition:
        if self.registered_voters is None and self.votes_cast is None and self.required is None:
            raise ValueError(
                "registered_voters, votes_cast or required must be given, or nobody can say how many signatures suffice"
            )
        names = [window.section for window in self.section]
        twice = sorted({name for name in names if names.count(name) > 1}) if len(set(names)) < len(names) else []
        if twice:
            raise ValueError(f"section {twice[0]} stands twice")
        return self


Kind = TypeVar("Kind", bound=PetitionFile)


def read_petition(path: Path) -> Petition:
    """The file of a filed petition at `path`.

    Raises InputError, naming the key, where it is missing, is no TOML, has an unknown key or dates out of order.
    """
    return _read(path, Petition)


def read_petition_file(path: Path) -> PetitionFile:
    """The petition file at `path`, whether the petition is filed or not. Raises InputError like `read_petition`."""
    return _read(path, PetitionFile)


def _read(path: Path, kind: type[Kind]) -> Kind:
    if not path.is_file():
        raise InputError("There is no such file", file=path, expected="a petition file such as petition.toml")
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as wrong:
        raise InputError(f"The file is not TOML: {wrong}", file=path, remedy="Correct it at the place named") from wrong
    except UnicodeDecodeError as wrong:
        raise InputError("The file is not UTF-8 text", file=path, expected="a petition file (TOML)") from wrong
    try:
        return kind.model_validate(values)
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
