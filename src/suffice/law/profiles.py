"""The profiles that come with Suffice, each a TOML file with dated versions."""

from __future__ import annotations

import tomllib
from datetime import date
from difflib import get_close_matches
from importlib.resources import files

from pydantic import ValidationError

from suffice.errors import InputError
from suffice.law.profile import Profile, ProfileFile


def profile_ids() -> list[str]:
    """The names of all profiles, in the order of the alphabet."""
    folder = files("suffice.law").joinpath("data")
    return sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))


def load(profile_id: str, as_of: date | None = None) -> Profile:
    """The version of a profile that was in force on `as_of`, or its newest.

    Raises InputError for an unknown profile (naming the nearest) and for a day before its first version.
    """
    known = profile_ids()
    if profile_id not in known:
        near = get_close_matches(profile_id, known, n=1)
        raise InputError(
            f"There is no profile {profile_id!r}",
            expected=f"one of {', '.join(known)}",
            remedy=f"Did you mean {near[0]}?" if near else None,
        )
    file = read_profile(
        files("suffice.law").joinpath(f"data/{profile_id}.toml").read_text(encoding="utf-8"), profile_id
    )
    day = as_of or max(version.since for version in file.version)
    in_force = [version for version in file.version if version.since <= day]
    if not in_force:
        raise InputError(
            f"The profile {profile_id} begins on {file.version[0].since}",
            found=str(day),
            remedy="Suffice knows no earlier text of this law; check the dates in the petition file.",
        )
    version = max(in_force, key=lambda one: one.since)
    return Profile(
        id=file.id,
        title=file.title,
        as_of=day,
        since=version.since,
        lines=version.lines,
        requirement=version.requirement,
        grounds=version.ground,
        thresholds=file.matching,
        sample=version.sample,
    )


def read_profile(text: str, name: str) -> ProfileFile:
    """The profile in the TOML `text`; `name` is said in messages.

    Raises InputError where it is no TOML or breaks a rule of the profile.
    """
    try:
        return ProfileFile.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as wrong:
        raise InputError(f"The profile is not TOML: {wrong}", file=name) from wrong
    except ValidationError as wrong:
        first = wrong.errors()[0]
        raise InputError(
            first["msg"], file=name, column=".".join(str(part) for part in first["loc"]), found=repr(first["input"])
        ) from wrong
