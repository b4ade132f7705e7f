"""The profiles that come with Suffice, each a TOML file with dated versions, and files of people who write their own."""

from __future__ import annotations

import tomllib
from datetime import date
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from suffice.errors import InputError
from suffice.law.fault import fault
from suffice.law.place import row_of, rows_of
from suffice.law.profile import Profile, ProfileFile, Threshold
from suffice.law.versions import whole_versions

Table = dict[str, object]


def profile_ids() -> list[str]:
    """The names of all profiles, in the order of the alphabet."""
    folder = files("suffice.law").joinpath("data")
    return sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))


def load(profile_id: str, as_of: date | None = None, beside: Path | None = None) -> Profile:
    """The version of a profile that was in force on `as_of`, or its newest.

    `profile_id` is the name of a profile, or ends in .toml and is a file, looked for in the folder `beside`. Raises
    InputError for an unknown profile (naming the nearest) and for a day before its first version.
    """
    file = load_file(profile_id, beside)
    return in_force(file, as_of or max(version.since for version in file.version))


def load_file(profile_id: str, beside: Path | None = None) -> ProfileFile:
    """All versions of a profile, found as `load` finds it. Raises InputError as `load` does."""
    if profile_id.endswith(".toml"):
        return read_profile_file((beside or Path()) / profile_id)
    known = profile_ids()
    if profile_id not in known:
        near = get_close_matches(profile_id, known, n=1)
        raise InputError(
            f"There is no profile {profile_id!r}",
            expected=f"one of {', '.join(known)}",
            remedy=f"Did you mean {near[0]}?" if near else None,
        )
    return _shipped(profile_id)


@cache
def _shipped(profile_id: str) -> ProfileFile:
    text = files("suffice.law").joinpath(f"data/{profile_id}.toml").read_text(encoding="utf-8")
    return read_profile(text, profile_id)


def in_force(file: ProfileFile, day: date) -> Profile:
    """The version of `file` in force on `day`. Raises InputError for a day before its first version."""
    versions = [version for version in file.version if version.since <= day]
    if not versions:
        raise InputError(
            f"The profile {file.id} begins on {file.version[0].since}",
            found=str(day),
            remedy="Suffice knows no earlier text of this law; check the dates in the petition file.",
        )
    version = versions[-1]
    return Profile(
        id=file.id,
        title=file.title,
        as_of=day,
        since=version.since,
        lines=version.lines,
        requirement=version.requirement,
        grounds=version.ground,
        thresholds=shared_matching() | file.matching,
        sample=version.sample,
        facts=version.fact,
        calendar=file.calendar,
    )


@cache
def shared_matching() -> dict[str, Threshold]:
    """The thresholds of the matching that all profiles share, by name."""
    text = files("suffice.law").joinpath("matching.toml").read_text(encoding="utf-8")
    return TypeAdapter(dict[str, Threshold]).validate_python(tomllib.loads(text))


def read_profile(text: str, name: str) -> ProfileFile:
    """The profile in the TOML `text`; `name` is said in messages.

    A version after the first says only what changed, and names what it repeals. Raises InputError, with the row, where it is
    no TOML or breaks a rule of the profile.
    """
    try:
        said: Table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise InputError(f"The profile is not TOML: {wrong}", file=name) from wrong
    whole = {**said, "version": whole_versions(said.get("version"), text, name)}
    try:
        file = ProfileFile.model_validate(whole)
    except ValidationError as wrong:
        raise fault(wrong, ProfileFile, whole, text, name) from wrong
    strange = sorted(set(file.matching) - set(shared_matching()))
    if strange:
        near = get_close_matches(strange[0], shared_matching(), n=1)
        raise InputError(
            "There is no such threshold", file=name, row=row_of(rows_of(text), ("matching", strange[0])),
            column=f"matching.{strange[0]}",
            expected=", ".join(shared_matching()), remedy=f"Did you mean {near[0]}?" if near else None,
        )  # fmt: skip
    return file


def read_profile_file(path: Path) -> ProfileFile:
    """The profile in the file at `path`. Raises InputError where there is none, or as `read_profile` does."""
    if not path.is_file():
        raise InputError(
            "There is no such file", file=path, expected="a profile of one's own (TOML)",
            remedy="`suffice law list` names the profiles that come with Suffice, and `suffice law show` shows them.",
        )  # fmt: skip
    return read_profile(_text(path), str(path))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as wrong:
        raise InputError("The file is not UTF-8 text", file=path, expected="a profile (TOML)") from wrong
