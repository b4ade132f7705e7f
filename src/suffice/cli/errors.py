"""The one place where an error becomes a message and an exit code."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import signal
import sys
import tomllib
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from threading import Event, current_thread, main_thread
from types import FrameType

from suffice.errors import SufficeError, shortened

FAULT = 1
INPUT = 2
INTERRUPTED = 130

_NAMED_WRONGLY = (FileNotFoundError, IsADirectoryError, NotADirectoryError, FileExistsError, PermissionError)
_DISK_FULL = (
    "The disk is full{where}. Nothing was left under the final name. Free some space, or write to another disk."
)
_NO_ROOM = (
    "The work needs more memory than it may use, and the disk of the output folder has no room for the rest. Nothing was "
    "left under the final name. Raise --memory, free some space, or write to another disk."
)
_TOO_LARGE = (
    "No larger file may be written here{where}: the system sets a limit (`ulimit -f`), or the disk's kind does. "
    "Nothing was left under the final name. Raise the limit, or write to another disk."
)
_INTERRUPTED = "Interrupted: nothing was left under the final name."


@dataclass(frozen=True)
class Ending:
    """How a command ends: the paragraph a person reads and the exit code a script reads."""

    paragraph: str
    exit_code: int


def guarded(run: Callable[[], None], debug: bool = False) -> int:
    """Runs `run` and gives the exit code: 0, 1 for a fault, 2 for input, 130 for Ctrl-C.

    An error is said in one paragraph on standard error; its traceback is shown only with `debug`.
    """
    with _listening() as interrupt:
        try:
            run()
        except SystemExit as leaving:
            code = leaving.code if isinstance(leaving.code, int) else (FAULT if leaving.code else 0)
            if code == INTERRUPTED:
                _say(_INTERRUPTED)
            return code
        except KeyboardInterrupt:
            _say(_INTERRUPTED)
            return INTERRUPTED
        except Exception as error:  # noqa: BLE001 - the outermost wrapper: nobody above could say it better
            if debug:
                traceback.print_exc()
            if interrupt.is_set():
                # It came while a library was running code of ours, and the library made an error of its own of it.
                _say(_INTERRUPTED)
                return INTERRUPTED
            ending = ending_of(error)
            _say(ending.paragraph)
            return ending.exit_code
    return 0


@contextlib.contextmanager
def _listening() -> Iterator[Event]:
    """An event that is set once Ctrl-C was pressed, whoever catches the KeyboardInterrupt that it also raises."""
    pressed = Event()
    if current_thread() is not main_thread() or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield pressed
        return

    def note(number: int, frame: FrameType | None) -> None:
        pressed.set()
        signal.default_int_handler(number, frame)

    signal.signal(signal.SIGINT, note)
    try:
        yield pressed
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def ending_of(error: Exception) -> Ending:
    """The paragraph and the exit code for `error`, whoever raised it."""
    if isinstance(error, SufficeError):
        return Ending(str(error), error.exit_code)
    if isinstance(error, OSError):
        return _of_the_system(error)
    if isinstance(error, tomllib.TOMLDecodeError):
        return Ending(f"The file is not TOML: {error}. Correct it at the place named.", INPUT)
    if isinstance(error, UnicodeDecodeError):
        return Ending(
            f"The text is not {error.encoding}: byte {error.object[error.start]:#04x} at position {error.start:,}. "
            "Save the file as UTF-8.",
            INPUT,
        )
    if isinstance(error, MemoryError):
        return Ending("The machine has no memory left. Give --memory a smaller limit, or close other programs.", FAULT)
    return _of_a_library(error) or _unexpected(error)


def _of_the_system(error: OSError) -> Ending:
    where = f" ({error.filename})" if error.filename else ""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Ending(_DISK_FULL.format(where=where), FAULT)
    if error.errno == errno.EFBIG:
        return Ending(_TOO_LARGE.format(where=where), FAULT)
    if isinstance(error, _NAMED_WRONGLY):
        return Ending(f"{error.strerror or 'It cannot be used'}{where}. Name another file or folder.", INPUT)
    return Ending(f"The operating system refused: {error.strerror or error}{where}.", FAULT)


def _of_a_library(error: Exception) -> Ending | None:
    # Looked up, not imported: what was never loaded cannot have raised, and `--help` stays fast.
    if (pydantic := sys.modules.get("pydantic")) and isinstance(error, pydantic.ValidationError):
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or error.title
        return Ending(f"{place}: {first['msg']}. Found: {shortened(repr(first['input']))}.", INPUT)
    if (duckdb := sys.modules.get("duckdb")) is None:
        return None
    text = str(error)
    if isinstance(error, duckdb.InterruptException) or text == "Query interrupted":
        return Ending(_INTERRUPTED, INTERRUPTED)
    if isinstance(error, duckdb.OutOfMemoryException) and "max_temp_directory_size" in text:
        return Ending(_NO_ROOM, FAULT)
    if isinstance(error, duckdb.OutOfMemoryException):
        return Ending("The work needs more memory than it may use. Raise --memory, or use fewer --threads.", FAULT)
    if isinstance(error, duckdb.Error):
        if refused := _refused_by_the_system(text):
            return refused
        return Ending(f"The database refused: {shortened(text, 300)}. --debug shows where.", FAULT)
    return None


def _refused_by_the_system(text: str) -> Ending | None:
    # DuckDB tells the file and the system's own words within a text, at times within JSON within a text.
    plain = text.replace('\\"', '"')
    named = re.search(r'file "([^"]+)"', plain)
    for error in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EACCES, errno.EROFS, errno.EIO):
        if os.strerror(error) in plain:
            return _of_the_system(OSError(error, os.strerror(error), named.group(1) if named else None))
    return None


def _unexpected(error: Exception) -> Ending:
    kind = type(error).__name__
    return Ending(f"Suffice failed unexpectedly ({kind}: {shortened(str(error), 300)}). --debug shows where.", FAULT)


def _say(paragraph: str) -> None:
    from suffice.cli.console import messages

    messages().print(paragraph, style="bold" if sys.stderr.isatty() else "", markup=False, soft_wrap=True)
