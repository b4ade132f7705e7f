"""Circulators: shrinkage, and signs that are reasons to look."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from scipy import stats

from suffice.errors import InputError
from suffice.outlook.circulators import Tally, _as_few, circulator_outlooks, tallies_of
from suffice.outlook.forecast import outlook
from suffice.outlook.people import Circulator, Section, read_circulators, read_money, read_sections, read_timeline
from suffice.outlook.records import Check, Counts, Interval
from suffice.outlook.result import Outlook
from suffice.outlook.signs import alphabetical_run, read_verified
from suffice.outlook.situation import Situation

BEGINS = date(2024, 1, 1)
AIM = Situation("Mock", "mock", 7_000, BEGINS, BEGINS + timedelta(days=100), 70_000)


@pytest.fixture(scope="module")
def said() -> Outlook:
    counts = Counts((Interval("paid", BEGINS - timedelta(days=1), BEGINS + timedelta(days=59), 6_000),))
    checks = tuple(Check(str(n), BEGINS + timedelta(days=n), "paid", 200, 200, 156, 0, f"C{n % 10}") for n in range(30))
    return outlook(AIM, counts, checks)


def test_few_lines_say_little(said: Outlook) -> None:
    tallies = {"few": Tally(4, 0, 0), "many": Tally(400, 120, 0), "usual": Tally(400, 312, 0)}
    found = {one.name: one for one in circulator_outlooks(said, [Circulator("many", "paid", "paid", 7.0)], [], tallies)}
    assert found["few"].share_valid.middle > 0.6
    assert not found["few"].signs
    assert found["many"].share_valid.middle < 0.6
    assert [sign.kind for sign in found["many"].signs] == ["low validity"]
    assert found["many"].pay_a_valid_line == pytest.approx(7.0 / found["many"].share_valid.middle, abs=0.01)
    assert not found["usual"].signs
    assert found["usual"].kind == "not listed"


def test_one_line_is_no_reason(said: Outlook) -> None:
    (one,) = circulator_outlooks(said, [], [], {"one": Tally(1, 0, 0)})
    assert not one.signs
    assert 0.6 < one.share_valid.middle < 0.85


def test_many_copies(said: Outlook) -> None:
    tallies = {f"C{n}": Tally(300, 234, 1) for n in range(20)} | {"X": Tally(100, 80, 9)}
    found = {one.name: one for one in circulator_outlooks(said, [], [], tallies)}
    assert [sign.kind for sign in found["X"].signs] == ["many copies"]
    assert not found["C1"].signs


def test_pace_and_sections_that_stay_out(said: Outlook) -> None:
    sections = [
        Section("1", "Lee", BEGINS, BEGINS + timedelta(days=1), 900),
        Section("2", "Lee", BEGINS + timedelta(days=3), None, 0),
        Section("3", "Ortiz", BEGINS, BEGINS + timedelta(days=9), 900),
        Section("4", "Ortiz", BEGINS + timedelta(days=59), None, 0),
        Section("5", "Ortiz", BEGINS + timedelta(days=70), None, 0),
    ]
    lee, ortiz = circulator_outlooks(said, [], sections, {})
    assert [(sign.kind, sign.where) for sign in lee.signs] == [("impossible pace", "1")]
    assert (lee.sections_out, lee.sections_back, lee.sections_late) == (2, 1, 1)
    assert (ortiz.sections_out, ortiz.sections_back, ortiz.sections_late, len(ortiz.signs)) == (2, 1, 0, 0)


def test_checks_that_name_circulators() -> None:
    checks = [Check(str(n), BEGINS, "paid", 50, 50, 40, 2, name) for n, name in enumerate(("Lee", "Lee", ""))]
    assert tallies_of(checks) == {"Lee": Tally(100, 84, 4)}


def verified(folder: Path, lines: list[tuple[str, str, int, str, str, str]]) -> Path:
    """A folder of `suffice verify`: circulator, section, line, name, address, ground."""
    names = ("circulator", "section", "line", "printed_name", "residence_address", "ground")
    columns = {name: [str(line[at]) for line in lines] for at, name in enumerate(names)}
    blank = pa.nulls(len(lines), pa.string())
    pq.write_table(
        pa.table(
            {name: columns[name] for name in names[:5]}
            | dict.fromkeys(("first_name", "middle_name", "last_name"), blank)
            | {"signed_on": pa.nulls(len(lines), pa.date32())}
        ),
        folder / "lines.parquet",
    )
    kinds = ["valid" if ground == "valid" else "invalid" for ground in columns["ground"]]
    pq.write_table(
        pa.table({name: columns[name] for name in ("section", "line", "ground")} | {"disposition": kinds}),
        folder / "dispositions.parquet",
    )
    return folder


def test_same_hand_signs(tmp_path: Path) -> None:
    # 80/7! = 0.016 is rare enough, 80/6! = 0.11 is not; 1,431,666/11! = 0.036 is, /10! = 0.39 is not.
    assert alphabetical_run(40) == 7
    assert alphabetical_run(715_833) == 11
    mixed = ["MOORE", "ABBOT", "ZELLER", "KIM", "FRANK", "YOUNG", "BAKER"]
    climbing = ["ADAMS", "BELL", "CRUZ", "DIAZ", "EVANS", "FOX", "GRAY", "ABEL"]
    rows = [("Fair", "1", n, f"PAT {name}", f"{n} ELM ST", "valid") for n, name in enumerate(mixed, start=1)]
    rows += [("List", "2", n, f"PAT {name}", f"{n} OAK ST", "valid") for n, name in enumerate(climbing, start=1)]
    rows += [("Copy", "3", n, f"JON SMITH{'E' * (n % 2)}", "12 MAIN ST", "duplicate") for n in range(1, 5)]
    rows += [
        ("Home", str(10 + n), 1, f"{name} ROSS", "7 COLLEGE AVE", "valid") for n, name in enumerate([*mixed, "JO"])
    ]
    tallies, signs = read_verified(verified(tmp_path, rows))
    assert {name: [(sign.kind, sign.where) for sign in some] for name, some in signs.items()} == {
        "List": [("alphabetical run", "2")],
        "Copy": [("near-identical lines", "3")],
        "Home": [("one household", "10")],
    }
    assert signs["List"][0].words.startswith("lines 1 to 7:")
    assert tallies["Copy"] == Tally(4, 4, 4)
    assert tallies["Fair"] == Tally(7, 7, 0)


def test_folders_that_cannot_tell(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no verification"):
        read_verified(tmp_path)


@pytest.mark.parametrize(
    ("read", "text", "said"),
    [
        (read_circulators, "circulator,kind\nLee,payed\n", "not known here"),
        (read_circulators, "circulator,kind\nLee,paid\nLee,paid\n", "stands twice"),
        (
            read_sections,
            "section,circulator,handed_out,returned,lines\n1,Lee,2024-02-02,2024-02-01,5\n",
            "before it was handed out",
        ),
        (read_sections, "section,circulator\n1,Lee\n1,Lee\n", "stands twice"),
        (read_sections, "section,circulator,handed_out,returned,lines\n1,Lee,2024-02-02,,5\n", "has no lines"),
        (read_money, "date,channel,amount\n2024-02-02,paid,-5\n", "no amount of money"),
        (read_money, "date,channel,amount\n2024-02-02,paid,nan\n", "no amount of money"),
        (read_timeline, "date,kind,what,source\n2024-02-02,endorsement,City of X,\n", "is empty"),
        (
            read_timeline,
            "date,kind,what,withdrawn_on,source\n2024-02-02,endorsement,X,2024-01-02,s\n",
            "before it was given",
        ),
    ],
)
def test_tables_that_cannot_be_used(tmp_path: Path, read: object, text: str, said: str) -> None:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        read(path)  # type: ignore[operator]


def test_as_few_is_the_beta_binomial() -> None:
    for valid, checked, good, bad in ((3, 20, 15.0, 5.0), (19, 20, 15.0, 5.0), (20, 20, 2.0, 9.0), (0, 1, 3.0, 4.0)):
        assert _as_few(valid, checked, good, bad) == pytest.approx(
            float(stats.betabinom.cdf(valid, checked, good, bad))
        )
