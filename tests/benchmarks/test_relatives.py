"""Unregistered relatives are told apart from other unregistered signers, by hand-made files."""

from pathlib import Path

import duckdb
from benchmarks.county import relatives

ROLL = """\
voter_id,last_name,first_name,middle_name,house_number,street_name,zip
1,SMITH,ANN,,12,MAIN,90001
2,LOPEZ,ROSA,,7,38TH,90002
"""
LINES = """\
section,line,printed_name,residence_address,zip
1,1,Bob Smith,12 Main St,90001
1,2,Bob Smyth,12 N Mian Street Apt 4,90001
1,3,Bob Jones,12 Main St,90001
1,4,Bob Smith,13 Main St,90001
1,5,"Lopez, Juan",7 38 Ave,90002
1,6,Ann Smith,12 Main St,90001
"""
TRUTH = """\
section,line,voter_id,ground
1,1,,not_registered
1,2,,not_registered
1,3,,not_registered
1,4,,not_registered
1,5,,not_registered
1,6,1,
"""


def test_relatives_are_those_of_a_registered_surname_at_a_registered_address(tmp_path: Path) -> None:
    for name, text in (("roll", ROLL), ("lines", LINES), ("truth", TRUTH)):
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    with duckdb.connect() as connection:
        # Lines 2 (a relative) and 3 (a lodger) were accepted by mistake; line 6 is no mistake.
        connection.sql(
            "SELECT '1' AS section, unnest(range(1, 7)) AS line, line IN (2, 3, 6) AS good,"
            " CASE WHEN line IN (2, 3, 6) THEN 'valid' ELSE 'invalid' END AS disposition"
        ).write_parquet(str(tmp_path / "dispositions.parquet"))
    # 1, 2 (slips, a unit) and 5 (surname first, 38 for 38TH) are relatives; 3 has another surname, 4 another house.
    assert relatives(tmp_path, tmp_path) == (3, 1)
