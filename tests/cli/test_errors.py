"""Every error ends as one paragraph and an exit code."""

from __future__ import annotations

import errno
import subprocess
import sys
import tomllib
from pathlib import Path

import duckdb
import pydantic
import pytest

from suffice.cli.errors import ending_of, guarded
from suffice.errors import InputError, SufficeError


def raised(error: BaseException) -> None:
    raise error


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (
            InputError("No such column", file="a.csv", row=3, column="zip"),
            2,
            "a.csv, row 3, column zip: No such column.",
        ),
        (SufficeError("A worker was lost."), 1, "A worker was lost."),
        (OSError(errno.ENOSPC, "No space left on device", "/out"), 1, "The disk is full (/out)"),
        (FileNotFoundError(errno.ENOENT, "No such file or directory", "x.csv"), 2, "No such file or directory (x.csv)"),
        (OSError(errno.EIO, "Input/output error"), 1, "Input/output error"),
        (UnicodeDecodeError("utf-8", b"a\xff", 1, 2, "invalid start byte"), 2, "byte 0xff at position 1"),
        (tomllib.TOMLDecodeError("Expected '='"), 2, "not TOML"),
        (duckdb.OutOfMemoryException("failed to allocate"), 1, "--memory"),
        (duckdb.IOException("write failed: No space left on device"), 1, "The disk is full"),
        (duckdb.InvalidInputException("unreadable"), 1, "The database refused"),
        (duckdb.InterruptException("INTERRUPT"), 130, "Interrupted"),
        (MemoryError(), 1, "no memory left"),
        (ZeroDivisionError("division by zero"), 1, "failed unexpectedly (ZeroDivisionError: division by zero)"),
    ],
)
def test_what_is_said_and_the_code(error: Exception, code: int, said: str) -> None:
    ending = ending_of(error)
    assert ending.exit_code == code
    assert said in ending.paragraph
    assert "\n" not in ending.paragraph


def test_a_model_error_names_its_place() -> None:
    class Petition(pydantic.BaseModel):
        registered_voters: int

    with pytest.raises(pydantic.ValidationError) as caught:
        Petition.model_validate({"registered_voters": "many"})
    ending = ending_of(caught.value)
    assert ending.exit_code == 2
    assert ending.paragraph.startswith("registered_voters: ")
    assert "'many'" in ending.paragraph


def test_no_traceback_without_debug(capsys: pytest.CaptureFixture[str]) -> None:
    assert guarded(lambda: raised(ZeroDivisionError("x"))) == 1
    assert "Traceback" not in capsys.readouterr().err
    assert guarded(lambda: raised(ZeroDivisionError("x")), debug=True) == 1
    assert "Traceback" in capsys.readouterr().err


def test_interrupted_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert guarded(lambda: raised(KeyboardInterrupt())) == 130
    assert capsys.readouterr().err == "Interrupted: nothing was left under the final name.\n"
    # Typer itself turns Ctrl-C into this.
    assert guarded(lambda: raised(SystemExit(130))) == 130
    assert capsys.readouterr().err.startswith("Interrupted")


def test_an_error_says_nothing_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guarded(lambda: raised(InputError("Wrong", file=tmp_path / "[bold]a.csv")))
    assert capsys.readouterr().err == f"{tmp_path}/[bold]a.csv: Wrong.\n"


def test_interrupted_while_the_program_is_still_being_read() -> None:
    """Ctrl-C in the middle of an import, as when it comes a tenth of a second after the start."""
    program = (
        "import sys\n"
        "class Interrupting:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'suffice.cli.main':\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupting())\n"
        "from suffice.cli.start import main\n"
        "sys.exit(main())\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (130, "")
    assert ended.stderr == "Interrupted: nothing was left under the final name.\n"
