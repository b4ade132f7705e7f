"""The files of a mock petition: the same every time, with the published mix, and with a truth the roll bears out."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from suffice.errors import InputError
from suffice.mock.files import write_csv
from suffice.mock.petition import make_mock
from suffice.progress import NoProgress

Make = Callable[..., Path]
VOTERS, LINES = 60_000, 7_158

# Registrar-Recorder/County Clerk of Los Angeles, 15 August 2022; "Other" and mismatched signatures together 18,821.
PUBLISHED = {
    None: 520_050,
    "not_registered": 88_464,
    "duplicate": 43_593,
    "different_address": 32_187,
    "canceled": 7_344,
    "out_of_jurisdiction": 5_374,
}
OTHERS = {
    "registered_too_late",
    "no_signature",
    "no_address",
    "struck",
    "withdrawn",
    "not_identifiable",
    "outside_circulation",
    "under_age",
}


def one(tables: duckdb.DuckDBPyConnection, select: str) -> int:
    return int(tables.sql(select).fetchall()[0][0])


def test_same_seed_same_bytes(make: Make, county: Path, tmp_path: Path) -> None:
    again = make(tmp_path / "again")
    for name in ("petition.toml", "roll.csv", "lines.csv", "truth.csv"):
        assert (again / name).read_bytes() == (county / name).read_bytes(), name


def test_another_seed_is_another_petition(county: Path, size: tuple[int, int], tmp_path: Path) -> None:
    make_mock(tmp_path, *size, 8, "clerk", "county", "csv", NoProgress())
    for name in ("roll.csv", "lines.csv", "truth.csv"):
        assert (tmp_path / name).read_bytes() != (county / name).read_bytes(), name


def test_noise_changes_the_lines_only(county: Path, ocr: Path) -> None:
    for name in ("petition.toml", "roll.csv", "truth.csv"):
        assert (ocr / name).read_bytes() == (county / name).read_bytes(), name
    assert (ocr / "lines.csv").read_bytes() != (county / "lines.csv").read_bytes()


def test_rows_stay_in_order_whatever_the_threads(tmp_path: Path) -> None:
    schema = pa.schema([("number", pa.int64())])
    for threads in (1, 4):
        pieces = (
            pa.RecordBatch.from_arrays([pa.array(range(at, at + 100_000))], schema=schema)
            for at in range(0, 900_000, 100_000)
        )
        write_csv(pieces, schema, tmp_path / f"{threads}.csv", threads=threads)
    assert (tmp_path / "1.csv").read_bytes() == (tmp_path / "4.csv").read_bytes()
    assert (tmp_path / "4.csv").read_text(encoding="utf-8").split() == ["number", *map(str, range(900_000))]


def test_parquet_holds_what_csv_holds(make: Make, county: Path, tmp_path: Path) -> None:
    parquet = make(tmp_path / "parquet", format="parquet")
    connection = duckdb.connect()
    for name in ("roll", "lines"):
        types = connection.sql(f"DESCRIBE FROM '{parquet / name}.parquet'").fetchall()
        columns = {column: kind for column, kind, *_ in types}
        csv = f"read_csv('{county / name}.csv', header = true, columns = {columns})"
        for one_side, other in ((csv, f"'{parquet / name}.parquet'"), (f"'{parquet / name}.parquet'", csv)):
            rest = connection.sql(f"SELECT count(*) FROM (FROM {one_side} EXCEPT ALL FROM {other})").fetchall()
            assert rest == [(0,)], name


def test_mix_of_grounds_is_the_published_one(tables: duckdb.DuckDBPyConnection) -> None:
    counts = dict(tables.sql("SELECT ground, count(*) FROM truth GROUP BY ground").fetchall())
    assert sum(counts.values()) == LINES
    assert set(counts) == set(PUBLISHED) | OTHERS
    for ground, count in PUBLISHED.items():
        assert abs(counts[ground] - count / 100) <= 1, ground
    assert abs(sum(counts[ground] for ground in OTHERS) - 188.21) <= 5


def test_every_line_has_one_truth(tables: duckdb.DuckDBPyConnection) -> None:
    assert one(tables, "SELECT count(*) FROM signing") == LINES
    assert one(tables, "SELECT count(DISTINCT (section, line)) FROM line") == LINES
    assert one(tables, "SELECT count(DISTINCT voter_id) FROM roll") == VOTERS
    on_nobodys_roll = "ground IS NOT NULL AND ground IN ('not_registered', 'out_of_jurisdiction')"
    assert one(tables, f"SELECT count(*) FROM signing WHERE ({on_nobodys_roll}) <> (voter_id IS NULL)") == 0
    assert (
        one(
            tables,
            "SELECT count(*) FROM truth WHERE voter_id IS NOT NULL AND voter_id NOT IN (FROM roll SELECT voter_id)",
        )
        == 0
    )


# For each ground, what must be true of the line and its voter. All others must be free of it.
FLAGS = {"no_signature": "signature = 'false'", "struck": "struck = 'true'", "withdrawn": "withdrawn = 'true'"}
FLAGS["no_address"] = "residence_address IS NULL"
FLAGS["not_identifiable"] = "length(regexp_replace(coalesce(printed_name, ''), '[^A-Za-z]', '', 'g')) < 2"
FLAGS["outside_circulation"] = "signed_on IS NOT NULL AND signed_by NOT BETWEEN '2022-01-27' AND '2022-07-06'"
FLAGS["canceled"] = "status = 'canceled' AND status_on::DATE <= signed_by"
FLAGS["registered_too_late"] = "registered_on::DATE > signed_by OR received_on > '2022-07-06'"
FLAGS["under_age"] = "birth_date::DATE + INTERVAL 18 YEAR > signed_by"


@pytest.mark.parametrize("ground", FLAGS)
def test_a_ground_is_true_of_its_lines_and_of_no_valid_line(tables: duckdb.DuckDBPyConnection, ground: str) -> None:
    signing = "signing LEFT JOIN roll USING (voter_id)"
    false = f"SELECT count(*) FROM {signing} WHERE ground = '{ground}' AND NOT coalesce({FLAGS[ground]}, false)"
    assert one(tables, false) == 0
    assert one(tables, f"SELECT count(*) FROM {signing} WHERE ground IS NULL AND ({FLAGS[ground]})") == 0


def test_the_first_good_line_of_a_voter_counts(tables: duckdb.DuckDBPyConnection) -> None:
    wrong = """
        SELECT count(*) FROM signing AS repeated
        WHERE ground = 'duplicate' AND NOT EXISTS (
          FROM signing AS first
          WHERE first.voter_id = repeated.voter_id AND first.ground IS NULL AND first.place < repeated.place
            AND first.section <> repeated.section)
    """
    assert one(tables, wrong) == 0
    assert one(tables, "SELECT count(*) - count(DISTINCT voter_id) FROM signing WHERE ground IS NULL") == 0
    most = "SELECT max(lines) FROM (SELECT count(*) AS lines FROM signing WHERE voter_id IS NOT NULL GROUP BY voter_id)"
    assert one(tables, most) == 5
    also = """
        SELECT count(*) FROM signing AS faulty JOIN signing AS good USING (voter_id)
        WHERE faulty.ground IN ('struck', 'different_address', 'no_signature') AND good.ground IS NULL
    """
    assert one(tables, also) > 0


def test_petition_file_agrees_with_the_roll(county: Path, tables: duckdb.DuckDBPyConnection) -> None:
    petition = tomllib.loads((county / "petition.toml").read_text(encoding="utf-8"))
    assert petition["profile"] == "us-ca-local-recall"
    assert (str(petition["approved_on"]), str(petition["filed_on"])) == ("2022-01-27", "2022-07-06")
    active = """
        SELECT count(*) FROM roll
        WHERE registered_on <= '2022-01-04' AND (status = 'active' OR status <> 'pending' AND status_on > '2022-01-04')
    """
    assert petition["registered_voters"] == one(tables, active)
    assert one(tables, "SELECT count(DISTINCT jurisdiction) FROM roll") == 1
    undated = {row[0] for row in tables.sql("SELECT DISTINCT section FROM line WHERE signed_on IS NULL").fetchall()}
    assert {section["section"] for section in petition["section"]} >= undated


def test_sections_have_ten_to_fifty_lines(tables: duckdb.DuckDBPyConnection) -> None:
    sizes = tables.sql("SELECT count(*), max(line::INTEGER) FROM line GROUP BY section ORDER BY section").fetchall()
    assert all(count == last for count, last in sizes)
    assert all(10 <= count <= 50 for count, _ in sizes[:-1])


def test_circulators_differ(tables: duckdb.DuckDBPyConnection) -> None:
    rates = tables.sql(
        "SELECT avg((ground IS NULL)::INTEGER) FROM signing GROUP BY circulator HAVING count(*) > 150"
    ).fetchall()
    assert max(rates)[0] - min(rates)[0] > 0.1


def test_too_few_voters_for_the_lines(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Ask for more voters or fewer lines"):
        make_mock(tmp_path, 100, 5_000, 1, "clerk", "county", "csv", NoProgress())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("voters", "lines"), [(60, 1), (200, 30), (1_000, 300)])
def test_small_petitions_too(tmp_path: Path, voters: int, lines: int) -> None:
    make_mock(tmp_path, voters, lines, 1, "ocr", "county", "csv", NoProgress(), history=True)
    assert len((tmp_path / "lines.csv").read_text(encoding="utf-8").splitlines()) == lines + 1
    assert len((tmp_path / "truth.csv").read_text(encoding="utf-8").splitlines()) == lines + 1
    assert len((tmp_path / "roll.csv").read_text(encoding="utf-8").splitlines()) == voters + 1
