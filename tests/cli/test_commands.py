"""Every command as a person runs it: what it leaves behind, what it says, how it ends."""

from __future__ import annotations

import csv
import json
import signal
import subprocess
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.entry import ENTRY, Run, Said

RESULT = {
    "lines.parquet",
    "review.csv",
    "candidates.parquet",
    "circulators.parquet",
    "dispositions.csv",
    "dispositions.parquet",
    "rejects.csv",
    "report.html",
    "sections.parquet",
    "summary.json",
}
Verify = Callable[..., Said]


@pytest.fixture
def verify(run: Run, petition: Path, tmp_path: Path) -> Verify:
    """Verifies the petition of the test, with other files where they are named."""

    def start(*more: str | Path, lines: Path | None = None, roll: Path | None = None, out: Path | None = None) -> Said:
        return run(
            "verify", petition / "petition.toml",
            "--roll", roll or petition / "roll.csv",
            "--lines", lines or petition / "lines.csv",
            "--out", out or tmp_path / "out",
            *more,
        )  # fmt: skip

    return start


def refused(said: Said, *words: str) -> None:
    """One paragraph that names what is wrong, and exit code 2."""
    last = said.err.strip().splitlines()[-1]
    assert said.code == 2, said.err
    assert "Traceback" not in said.err
    for word in words:
        assert word in last, f"{word!r} is not in: {last}"


def test_help_is_for_everybody(run: Run) -> None:
    said = run("--help")
    assert said.code == 0
    assert "verify" in said.out


def test_a_verification_is_whole(verified: Path, mocked: Path) -> None:
    assert {path.name for path in verified.iterdir()} == RESULT
    summary = json.loads((verified / "summary.json").read_text(encoding="utf-8"))
    counted = summary["valid"] + summary["invalid"] + summary["needs_review"] + summary["rejected"]
    assert counted == summary["raw_count"] == 400
    with (verified / "dispositions.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == 400 - summary["rejected"]
    assert {path.name for path in verified.parent.iterdir()} == {"petition", "verified"}


def test_the_snapshot_gives_the_same_dispositions(
    run: Run, verify: Verify, petition: Path, tmp_path: Path, verified: Path
) -> None:
    said = run("roll", "import", petition / "roll.csv", "--out", tmp_path / "roll.parquet")
    assert said.code == 0, said.err
    said = verify(roll=tmp_path / "roll.parquet")
    assert said.code == 0, said.err
    assert (tmp_path / "out" / "dispositions.csv").read_bytes() == (verified / "dispositions.csv").read_bytes()


def test_the_answer_is_said_and_that_people_decide(verify: Verify) -> None:
    said = verify()
    assert "Raw count" in said.out
    assert "People decide" in said.out
    assert "report.html" in said.out


def test_json_is_all_of_standard_output(verify: Verify) -> None:
    assert json.loads(verify("--json").out)["profile"] == "us-ca-local-recall"


def test_explain_tells_a_line(run: Run, verified: Path, mocked: Path) -> None:
    with (mocked / "lines.csv").open(encoding="utf-8", newline="") as file:
        first = next(csv.DictReader(file))
    said = run("explain", verified, "--section", first["section"], "--line", first["line"])
    assert said.code == 0, said.err
    assert "People decide" in said.out
    refused(run("explain", verified, "--section", "no such section", "--line", "1"), "no such section")


def test_measure_knows_the_truth(run: Run, verified: Path, mocked: Path) -> None:
    said = run("measure", verified, "--truth", mocked / "truth.csv", "--json")
    assert said.code == 0, said.err
    assert json.loads(said.out)
    assert run("measure", verified, "--truth", mocked / "truth.csv").code == 0


def test_layouts_and_find(run: Run, petition: Path, tmp_path: Path) -> None:
    said = run("roll", "layouts")
    assert said.code == 0
    assert "suffice" in said.out
    run("roll", "import", petition / "roll.csv", "--out", tmp_path / "roll.parquet")
    with (petition / "roll.csv").open(encoding="utf-8", newline="") as file:
        voter = next(csv.DictReader(file))
    said = run("roll", "find", tmp_path / "roll.parquet", f"{voter['last_name']} {voter['first_name']}")
    assert said.code == 0, said.err
    assert voter["voter_id"] in said.out


def test_an_existing_result_is_kept(verify: Verify, tmp_path: Path) -> None:
    assert verify().code == 0
    refused(verify(), "already holds a result", "--overwrite")
    assert verify("--overwrite").code == 0
    (tmp_path / "out" / "notes.txt").write_text("mine", encoding="utf-8")
    refused(verify("--overwrite"), "notes.txt")


def test_a_folder_that_cannot_be_made(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    refused(verify(out=tmp_path / "file" / "out"), str(tmp_path / "file" / "out"), "cannot be made")


def test_a_memory_that_is_no_size(verify: Verify) -> None:
    said = verify("--memory", "lots")
    assert said.code == 2
    assert "4GB" in said.err


@pytest.mark.parametrize(
    ("bytes_of", "words"),
    [
        (lambda good: b"", ("lines.csv",)),
        (lambda good: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", ("lines.csv",)),
        (lambda good: good.replace(b"residence_address", b"adresse", 1), ("lines.csv", "residence_address")),
        (lambda good: good[:300] + b"\x00\x00" + good[300:], ("lines.csv",)),
    ],
    ids=["empty", "pdf", "missing column", "NUL bytes"],
)
def test_lines_that_are_no_lines(
    verify: Verify, petition: Path, tmp_path: Path, bytes_of: Callable[[bytes], bytes], words: tuple[str, ...]
) -> None:
    path = petition / "lines.csv"
    path.write_bytes(bytes_of(path.read_bytes()))
    refused(verify(), *words)
    assert not (tmp_path / "out").exists()


def test_a_folder_for_a_file(verify: Verify, tmp_path: Path) -> None:
    refused(verify(lines=tmp_path), str(tmp_path))
    refused(verify(roll=tmp_path), str(tmp_path))


def test_a_file_that_is_not_there(verify: Verify, tmp_path: Path) -> None:
    refused(verify(lines=tmp_path / "none.csv"), "none.csv")
    refused(verify(roll=tmp_path / "none.csv"), "none.csv")


def test_an_unknown_roll(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "strange.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    refused(verify(roll=tmp_path / "strange.csv"), "strange.csv")
    refused(verify("--layout", "no-such-layout"), "no-such-layout")


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("title = ", 'titel = "x"\ntitle = ', "titel"),
        ("filed_on = ", "filed_on = 2001-01-01 #", "filed_on"),
        ("profile = ", 'profile = "us-xx-none" #', "us-xx-none"),
        ("title = ", "title ", "petition.toml"),
        ("profile = ", 'profile = "us-ca-local-recal" #', "petition.toml"),
    ],
    ids=["unknown key", "filed before approval", "unknown profile", "not TOML", "misspelt profile"],
)
def test_a_petition_file_that_is_wrong(verify: Verify, petition: Path, old: str, new: str, word: str) -> None:
    path = petition / "petition.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    refused(verify(), word)


def test_rows_that_cannot_be_used_are_counted(verify: Verify, petition: Path, tmp_path: Path) -> None:
    path = petition / "lines.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[3]["signed_on"] = "02/30/2022"
    rows.append(rows[0])
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    said = verify()
    assert said.code == 0, said.err
    summary = json.loads((tmp_path / "out" / "summary.json").read_text(encoding="utf-8"))
    assert summary["raw_count"] == 401
    assert summary["rejected"] >= 1
    with (tmp_path / "out" / "rejects.csv").open(encoding="utf-8", newline="") as file:
        rejects = list(csv.DictReader(file))
    assert any(reject["found"] == "02/30/2022" and reject["row"] == "5" for reject in rejects)


def _hear_interrupts() -> None:
    # A test run in the background of a shell inherits deafness to Ctrl-C; a person's terminal does not.
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_interrupted_half_way(petition: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [
        ENTRY, "mock", out, "--voters", "3000000", "--lines", "300000",
    ]  # fmt: skip
    process = subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, preexec_fn=_hear_interrupts
    )
    # Once a file is being written, the program has been read in whole.
    while not list(tmp_path.glob(".out.*.part/*")):
        assert process.poll() is None
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=120)
    assert process.returncode == 130
    assert err.strip().splitlines()[-1].startswith("Interrupted")
    assert "Traceback" not in err
    assert [path.name for path in tmp_path.iterdir()] == ["petition"]


def test_former_addresses_from_one_end_to_the_other(run: Run, tmp_path: Path) -> None:
    mock = tmp_path / "mock"
    assert run("mock", mock, "--voters", "3000", "--lines", "400", "--seed", "7", "--history").code == 0
    assert (mock / "history.csv").is_file()
    files = (mock / "petition.toml", "--lines", mock / "lines.csv")
    said = run(
        "roll", "import", mock / "roll.csv", "--history", mock / "history.csv", "--out", tmp_path / "roll.parquet"
    )
    assert said.code == 0, said.err
    assert "3,000 voters" in said.out
    with_file = ("--roll", mock / "roll.csv", "--history", mock / "history.csv", "--out", tmp_path / "one")
    assert run("verify", *files, *with_file).code == 0
    assert run("verify", *files, "--roll", tmp_path / "roll.parquet", "--out", tmp_path / "two").code == 0
    one, two = ((tmp_path / name / "dispositions.csv").read_bytes() for name in ("one", "two"))
    assert one == two
    assert b"has moved since" in one
    summary = json.loads((tmp_path / "one" / "summary.json").read_text(encoding="utf-8"))
    assert "history" in [read["role"] for read in summary["inputs"]]


def test_a_roll_in_a_folder_and_in_an_archive(verify: Verify, petition: Path, tmp_path: Path, verified: Path) -> None:
    header, *rows = (petition / "roll.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (petition / "roll").mkdir()
    for name, part in (("a.csv", rows[:1000]), ("b.csv", rows[1000:])):
        (petition / "roll" / name).write_text(header + "".join(part), encoding="utf-8")
    with zipfile.ZipFile(petition / "roll.zip", "w") as archive:
        for path in sorted((petition / "roll").iterdir()):
            archive.write(path, path.name)
    expected = (verified / "dispositions.csv").read_bytes()
    for number, roll in enumerate((petition / "roll", petition / "roll.zip")):
        out = tmp_path / f"out-{number}"
        said = verify(roll=roll, out=out)
        assert said.code == 0, said.err
        assert (out / "dispositions.csv").read_bytes() == expected
        read = [one["path"] for one in json.loads((out / "summary.json").read_text(encoding="utf-8"))["inputs"]]
        assert [name for name in read if name.startswith(("a.", "b.", "roll"))] == [["a.csv", "b.csv"], ["roll.zip"]][
            number
        ]
