"""The dated texts of a profile file, each made whole: what it takes over from the one before, what it changes and repeals."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from suffice.errors import InputError
from suffice.law.place import row_of, rows_of

REPEALED = "repealed"
"""The key of a later version that names what it takes away, as in repealed = ["ground.inactive"]."""


def whole_versions(versions: object, text: str, name: str) -> object:
    """Every version with what it takes over from the one before; anything that is no array of tables as it stands.

    A table is laid over the one before it, key by key; anything else takes the place of what stood there. `text` and `name`
    are the file's, for messages. Raises InputError where a version repeals what did not stand.
    """
    if not isinstance(versions, list) or not all(isinstance(version, dict) for version in versions):
        return versions
    whole: list[dict[str, object]] = []
    for at, version in enumerate(versions):
        if not whole:
            whole.append(version)
            continue
        before, gone = deepcopy(whole[-1]), version.get(REPEALED, [])
        wrong = _without(before, gone)
        if wrong is not None:
            raise InputError(
                "This cannot be repealed: the version before does not say it", file=name,
                row=row_of(rows_of(text), ("version", at, REPEALED)), column=f"version.{REPEALED}", found=wrong,
                expected='keys of the version before, as in repealed = ["ground.inactive"]',
            )  # fmt: skip
        change = {key: value for key, value in version.items() if key != REPEALED}
        whole.append(_laid_over(before, change))
    return whole


def _without(table: dict[str, object], paths: object) -> str | None:
    """Takes what `paths` name out of `table`; gives the first that does not stand in it, or is no path."""
    if not isinstance(paths, list):
        return repr(paths)
    for path in paths:
        if not isinstance(path, str) or not _taken(table, path.split(".")):
            return repr(path)
    return None


def _taken(table: dict[str, object], keys: Sequence[str]) -> bool:
    inner: object = table
    for key in keys[:-1]:
        inner = inner.get(key) if isinstance(inner, dict) else None
    if not isinstance(inner, dict) or keys[-1] not in inner:
        return False
    del inner[keys[-1]]
    return True


def _laid_over(before: dict[str, object], change: dict[str, object]) -> dict[str, object]:
    laid = dict(before)
    for key, value in change.items():
        stood = laid.get(key)
        laid[key] = _laid_over(stood, value) if isinstance(stood, dict) and isinstance(value, dict) else value
    return laid
