from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from suffice.mock.petition import make_mock
from suffice.progress import NoProgress

VOTERS, LINES = 60_000, 7_158  # a hundredth of the lines of Los Angeles 2022


Make = Callable[..., Path]


@pytest.fixture(scope="session")
def size() -> tuple[int, int]:
    return VOTERS, LINES


@pytest.fixture(scope="session")
def make() -> Make:
    def made(out: Path, noise: str = "clerk", kind: str = "county", format: str = "csv", history: bool = False) -> Path:
        out.mkdir()
        make_mock(out, VOTERS, LINES, 7, noise, kind, format, NoProgress(), history=history)
        return out

    return made


@pytest.fixture(scope="session")
def county(make: Make, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("mock") / "county")


@pytest.fixture(scope="session")
def ocr(make: Make, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("mock") / "ocr", noise="ocr")


@pytest.fixture(scope="session")
def tables(county: Path) -> duckdb.DuckDBPyConnection:
    """roll, line and truth of the county, as written; `signed_by` is the day that counts for a line without a date."""
    connection = duckdb.connect()
    for table, name in (("roll", "roll"), ("line", "lines"), ("truth", "truth")):
        connection.execute(
            f"CREATE TABLE {table} AS FROM read_csv('{county / name}.csv', all_varchar = true, header = true)"
        )
    petition = (county / "petition.toml").read_text(encoding="utf-8")
    windows = [
        block.split('"')[1] + "," + block.rsplit("to = ")[1].strip() for block in petition.split("[[section]]")[1:]
    ]
    (county / "windows.txt").write_text("section,last_day\n" + "\n".join(windows), encoding="utf-8")
    connection.execute(f"""
        CREATE TABLE signing AS
        SELECT l.*, t.ground, t.voter_id, coalesce(l.signed_on, w.last_day)::DATE AS signed_by,
          row_number() OVER (ORDER BY l.section::INTEGER, l.line::INTEGER) AS place
        FROM line AS l JOIN truth AS t USING (section, line)
        LEFT JOIN read_csv('{county / "windows.txt"}', all_varchar = true, header = true) AS w USING (section)
    """)
    return connection
