"""Result folders are whole or absent."""

from __future__ import annotations

from pathlib import Path

import pytest

from suffice.cli.folders import result_folder
from suffice.errors import InputError

OWN = frozenset({"summary.json", "report.html"})


def write(out: Path, text: str, overwrite: bool = False) -> None:
    with result_folder(out, OWN, overwrite) as folder:
        (folder / "summary.json").write_text(text, encoding="utf-8")


def test_the_folder_appears_whole(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"
    with result_folder(out, OWN, False) as folder:
        (folder / "summary.json").write_text("1", encoding="utf-8")
        assert not out.exists()
    assert [path.name for path in out.iterdir()] == ["summary.json"]
    assert [path.name for path in out.parent.iterdir()] == ["out"]


@pytest.mark.parametrize("error", [ZeroDivisionError, KeyboardInterrupt])
def test_a_failure_leaves_nothing(tmp_path: Path, error: type[BaseException]) -> None:
    def fail() -> None:
        with result_folder(tmp_path / "out", OWN, False) as folder:
            (folder / "summary.json").write_text("half", encoding="utf-8")
            raise error

    with pytest.raises(error):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_a_result_is_replaced_only_when_asked(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(out, "first")
    with pytest.raises(InputError, match=r"already holds a result.*--overwrite"):
        write(out, "second")
    write(out, "second", overwrite=True)
    assert (out / "summary.json").read_text(encoding="utf-8") == "second"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_failed_replacement_keeps_the_result(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(out, "first")

    def fail() -> None:
        with result_folder(out, OWN, True):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert (out / "summary.json").read_text(encoding="utf-8") == "first"


def test_files_of_others_are_never_removed(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match=r"did not write there.*thesis\.txt"):
        write(tmp_path, "x", overwrite=True)
    assert (tmp_path / "thesis.txt").exists()


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    write(tmp_path / "out", "x")
    assert (tmp_path / "out" / "summary.json").exists()


def test_a_file_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    with pytest.raises(InputError, match="a file of this name"):
        write(tmp_path / "out", "x")
