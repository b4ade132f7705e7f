"""A full disk, Ctrl-C, damaged results, a wrong truth: through the real command line, with nothing left half-written."""

from __future__ import annotations

import resource
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.entry import ENTRY, Run
from tests.cli.test_bad_input import paragraph


def verifying(petition: Path, out: Path) -> list[str | Path]:
    files = ["--roll", petition / "roll.csv", "--lines", petition / "lines.csv"]
    return ["verify", petition / "petition.toml", *files, "--out", out]


def commands(petition: Path, folder: Path) -> dict[str, list[str | Path]]:
    return {
        "verify": verifying(petition, folder / "out"),
        "import": ["roll", "import", petition / "roll.csv", "--out", folder / "roll.parquet"],
        "mock": ["mock", folder / "out", "--voters", "3000", "--lines", "400"],
    }


@pytest.mark.parametrize(("name", "most"), [("verify", 40_000), ("import", 1_000), ("mock", 40_000)])
def test_no_room_for_the_result(name: str, most: int, petition: Path, tmp_path: Path) -> None:
    """The system lets no file grow beyond `most` bytes: what a full disk is, for one file."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    arguments = commands(petition, tmp_path)[name]
    ended = subprocess.run(
        [ENTRY, *map(str, arguments)], capture_output=True, text=True, preexec_fn=limit, timeout=60, check=False
    )
    assert ended.returncode == 1, ended.stderr
    assert "Traceback" not in ended.stderr
    assert ended.stderr.strip().splitlines()[-1].startswith("No larger file may be written here")
    assert [entry.name for entry in tmp_path.iterdir()] == ["petition"]


@pytest.mark.parametrize(
    ("name", "stage"), [("verify", "Reading the voter roll"), ("import", "Reading the voter roll")]
)
def test_interrupted_half_way(name: str, stage: str, petition: Path, tmp_path: Path) -> None:
    # Forty rolls in one, each with numbers of its own, so that there is time to interrupt.
    header, *voters = (petition / "roll.csv").read_bytes().splitlines(keepends=True)
    with (petition / "roll.csv").open("wb") as roll:
        roll.write(header)
        for copy in range(40):
            roll.writelines(b"%d-%s" % (copy, voter) for voter in voters)
    process = subprocess.Popen(
        [ENTRY, *map(str, commands(petition, tmp_path)[name])], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL,
        text=True, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL), bufsize=1,
    )  # fmt: skip
    assert process.stderr is not None
    while stage not in process.stderr.readline():
        assert process.poll() is None
    time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=120)
    assert process.returncode == 130, err
    assert err.strip().splitlines()[-1] == "Interrupted: nothing was left under the final name."
    assert [entry.name for entry in tmp_path.iterdir()] == ["petition"]


Truth = Callable[[bytes], bytes]
WRONG_TRUTH: dict[str, tuple[Truth, str]] = {
    "empty": (lambda good: b"", "empty"),
    "PDF": (lambda good: b"%PDF-1.7\n", "PDF"),
    "missing column": (lambda good: good.replace(b"ground", b"grund", 1), "Rename grund"),
    "unknown ground": (lambda good: good.replace(b"duplicate", b"dupplicate", 1), "Did you mean duplicate?"),
    "a line twice": (lambda good: good + good.splitlines(keepends=True)[1], "stands 2 times"),
    "not whole": (lambda good: b"".join(good.splitlines(keepends=True)[:50]), "says nothing"),
    "short row": (lambda good: good + b"1,2\n", "row 402"),
}


@pytest.mark.parametrize("kind", WRONG_TRUTH)
def test_a_truth_that_is_wrong(run: Run, verified: Path, petition: Path, kind: str) -> None:
    spoil, words = WRONG_TRUTH[kind]
    path = petition / "truth.csv"
    path.write_bytes(spoil(path.read_bytes()))
    said = paragraph(run("measure", verified, "--truth", path))
    assert str(path) in said
    assert words in said


def test_damaged_results(run: Run, verified: Path, petition: Path, tmp_path: Path) -> None:
    shutil.copytree(verified, tmp_path / "damaged")
    for name in ("candidates", "dispositions"):
        path = tmp_path / "damaged" / f"{name}.parquet"
        path.write_bytes(path.read_bytes()[:100])
        for arguments in (
            ("explain", tmp_path / "damaged", "--section", "00001", "--line", "1"),
            ("measure", tmp_path / "damaged", "--truth", petition / "truth.csv"),
        ):
            if (arguments[0], name) == ("measure", "candidates"):
                continue
            said = paragraph(run(*arguments))
            assert f"{name}.parquet" in said
            assert "damaged" in said


def test_what_cannot_be_asked(run: Run, verified: Path, petition: Path, tmp_path: Path) -> None:
    for path, words in (
        (petition / "roll.csv", "no Parquet file"),
        (tmp_path, "a folder"),
        (tmp_path / "none.parquet", "no such file"),
        (verified / "dispositions.parquet", "column surname"),
    ):
        said = paragraph(run("roll", "find", path, "704smi"))
        assert str(path) in said
        assert words in said
        assert "suffice roll import" in said
