"""What makes real rolls and petitions hard is in the mock."""

from __future__ import annotations

import duckdb
import pytest

ROLL_FEATURES = {
    "hyphenated surname": ("last_name LIKE '%-%'", 0.008, 0.025),
    "surname of two words": ("last_name LIKE '% %'", 0.006, 0.03),
    "apostrophe": ("contains(last_name, '''')", 0.0005, 0.01),
    "accent": ("last_name <> strip_accents(last_name)", 0.001, 0.03),
    "two given names": ("first_name LIKE '% %' OR first_name LIKE '%-%'", 0.005, 0.02),
    "middle name": ("length(middle_name) > 1", 0.5, 0.65),
    "middle initial": ("length(middle_name) = 1", 0.15, 0.25),
    "suffix": ("name_suffix IN ('JR', 'SR', 'II', 'III')", 0.001, 0.008),
    "unit": ("unit IS NOT NULL", 0.25, 0.4),
    "fraction": ("house_fraction IS NOT NULL", 0.0005, 0.01),
    "direction": ("pre_direction IS NOT NULL", 0.1, 0.3),
    "direction after": ("post_direction IS NOT NULL", 0.0005, 0.03),
    "numbered street": ("regexp_matches(street_name, '^[0-9]+(ST|ND|RD|TH)$')", 0.01, 0.12),
    "no street type": ("street_type IS NULL", 0.002, 0.08),
    "inactive": ("status = 'inactive'", 0.01, 0.04),
    "canceled": ("status = 'canceled'", 0.01, 0.04),
    "pending": ("status = 'pending'", 0.001, 0.01),
    "registered while circulating": ("registered_on > '2022-01-27'", 0.002, 0.02),
    # Census Bureau, surnames and first names of 2020: SMITH 792.79 and MICHAEL 1151.12 in 100,000.
    "SMITH": ("last_name = 'SMITH'", 0.0063, 0.0095),
    "MICHAEL": ("first_name = 'MICHAEL'", 0.0092, 0.0138),
}


@pytest.mark.parametrize("feature", ROLL_FEATURES)
def test_roll(tables: duckdb.DuckDBPyConnection, feature: str) -> None:
    condition, least, most = ROLL_FEATURES[feature]
    share = tables.sql(f"SELECT avg(coalesce({condition}, false)::INTEGER) FROM roll").fetchall()[0][0]
    assert least < share < most


ADDRESS = "house_number, coalesce(house_fraction, ''), street_name, coalesce(street_type, ''), coalesce(pre_direction, ''), city"

ROLL_GROUPS = {
    "households of several": (f"SELECT {ADDRESS}, unit FROM roll GROUP BY ALL HAVING count(*) > 1", 10_000),
    "sharing a surname": (f"SELECT {ADDRESS}, unit, last_name FROM roll GROUP BY ALL HAVING count(*) > 1", 8_000),
    "fathers and sons of one name": (
        f"SELECT {ADDRESS}, unit, last_name, first_name FROM roll GROUP BY ALL HAVING count(*) = 2",
        60,
    ),
    "Jr and Sr": (
        f"SELECT {ADDRESS}, unit, last_name, first_name FROM roll GROUP BY ALL "
        "HAVING bool_or(name_suffix = 'JR') AND bool_or(name_suffix = 'SR')",
        30,
    ),
    "apartment houses": (f"SELECT {ADDRESS} FROM roll GROUP BY ALL HAVING count(DISTINCT unit) > 50", 10),
    "a street in several cities": ("SELECT street_name FROM roll GROUP BY ALL HAVING count(DISTINCT city) > 1", 20),
}


@pytest.mark.parametrize("feature", ROLL_GROUPS)
def test_roll_groups(tables: duckdb.DuckDBPyConnection, feature: str) -> None:
    groups, least = ROLL_GROUPS[feature]
    assert tables.sql(f"SELECT count(*) FROM ({groups})").fetchall()[0][0] >= least


def test_apartment_houses_have_up_to_200_units(tables: duckdb.DuckDBPyConnection) -> None:
    units = tables.sql(
        f"SELECT max(units) FROM (SELECT count(DISTINCT unit) AS units FROM roll GROUP BY {ADDRESS})"
    ).fetchall()
    assert 60 < units[0][0] <= 200


VALID = "signing JOIN roll USING (voter_id) WHERE ground IS NULL"
LINE_FEATURES = {
    "city left out": ("signing.city IS NULL", 0.04, 0.09),
    "zip left out": ("signing.zip IS NULL", 0.05, 0.1),
    "type left out": (
        "street_type IS NOT NULL AND regexp_full_match(upper(residence_address), '[0-9]+ ' || street_name)",
        0.02,
        0.12,
    ),
    "direction left out": (
        "pre_direction IS NOT NULL AND NOT regexp_matches(upper(residence_address), ' [NSEW]')",
        0.003,
        0.05,
    ),
    "unit left out": ("unit IS NOT NULL AND NOT regexp_matches(upper(residence_address), 'APT|UNIT|#')", 0.05, 0.15),
    "initial for the given name": ("regexp_matches(printed_name, '^[A-Z] [A-Za-z]{2}')", 0.01, 0.05),
    "surname first": ("contains(printed_name, ',')", 0.02, 0.05),
    "other surname": (
        "jaro_winkler_similarity(upper(split_part(printed_name, ' ', -1)), last_name) < 0.5 AND NOT contains(printed_name, ',')",
        0.001,
        0.06,
    ),
    "as on the roll": (
        "upper(split_part(printed_name, ' ', 1)) = first_name AND upper(split_part(printed_name, ' ', -1)) = last_name",
        0.7,
        0.9,
    ),
    "ROBERT, WILLIAM, RICHARD by a familiar form": (
        "first_name IN ('ROBERT', 'WILLIAM', 'RICHARD') "
        "AND regexp_matches(upper(printed_name), '^(BOB|ROB|BILL|WILL|DICK|RICK) ')",
        0.0005,
        0.01,
    ),
}


@pytest.mark.parametrize("feature", LINE_FEATURES)
def test_lines(tables: duckdb.DuckDBPyConnection, feature: str) -> None:
    condition, least, most = LINE_FEATURES[feature]
    share = tables.sql(f"SELECT avg(coalesce({condition}, false)::INTEGER) FROM {VALID}").fetchall()[0][0]
    assert least < share < most
