"""The command line through its real entry point, on a small mock petition made once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.cli.entry import Run, run_suffice


@pytest.fixture(scope="session")
def run() -> Run:
    """Runs `suffice` with the given arguments and no terminal."""
    return run_suffice


@pytest.fixture(scope="session")
def mocked(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A mock petition of 400 lines and 3,000 voters: nobody may write here."""
    folder = tmp_path_factory.mktemp("mocked") / "petition"
    said = run("mock", folder, "--voters", "3000", "--lines", "400", "--seed", "7")
    assert said.code == 0, said.err
    return folder


@pytest.fixture(scope="session")
def verified(run: Run, mocked: Path) -> Path:
    """The mock petition verified: nobody may write here."""
    folder = mocked.parent / "verified"
    said = run(
        "verify",
        mocked / "petition.toml",
        "--roll",
        mocked / "roll.csv",
        "--lines",
        mocked / "lines.csv",
        "--out",
        folder,
    )
    assert said.code == 0, said.err
    return folder


@pytest.fixture
def petition(mocked: Path, tmp_path: Path) -> Path:
    """A copy of the mock petition, to be spoilt."""
    return Path(shutil.copytree(mocked, tmp_path / "petition"))
