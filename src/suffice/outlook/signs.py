"""Same-hand warning signs in verified lines: reasons to look at a circulator's sections, never verdicts.

How long a run must be is set so that chance makes about one in a petition of twenty, whatever its size: of n lines in random
order about 2n/k! stand at the head of an alphabetical run of k.
"""

from __future__ import annotations

from math import factorial
from pathlib import Path

from suffice.engine import step
from suffice.errors import InputError
from suffice.outlook.circulators import LINES_A_DAY, Sign, Tally
from suffice.outlook.verified import opened

ALIKE_RUN = 3
HOUSEHOLD = 8
RARE = 0.05


def alphabetical_run(lines: int) -> int:
    """The shortest alphabetical run that chance makes less than once in twenty petitions of `lines` lines."""
    run = 3
    while 2 * lines / factorial(run) > RARE:
        run += 1
    return run


def read_verified(folder: Path) -> tuple[dict[str, Tally], dict[str, tuple[Sign, ...]]]:
    """Of each circulator in a folder of `suffice verify`: the tally of lines, and the signs.

    Raises InputError where the folder holds no verification, or its lines name no circulator.
    """
    with opened(folder) as database:
        tallies = {
            str(row[0]): Tally(int(row[1]), int(row[2]), int(row[3]))
            for row in database.sql(step("outlook", "circulator_lines")).fetchall()
        }
        if not tallies:
            raise InputError("The verified lines name no circulator", file=folder, column="circulator")
        database.execute(f"CREATE TABLE sign_line AS {step('outlook', 'sign_line')}")
        ((counted,),) = database.sql("SELECT count(*) FROM sign_line").fetchall()
        settings = {
            "alike_run": ALIKE_RUN, "household": HOUSEHOLD, "lines_a_day": LINES_A_DAY,
            "alphabetical_run": alphabetical_run(int(counted)),
        }  # fmt: skip
        found: dict[str, list[Sign]] = {}
        for kind, name in (
            ("near-identical lines", "sign_alike"),
            ("alphabetical run", "sign_alphabetical"),
            ("one household", "sign_household"),
            ("impossible pace", "sign_pace"),
        ):
            for row in database.sql(step("outlook", name, settings)).fetchall():
                mine = found.setdefault(str(row[0]), [])
                if all(sign.kind != kind for sign in mine):
                    mine.append(Sign(kind, _words(name, row), str(row[1])))
        return tallies, {name: tuple(signs) for name, signs in found.items()}


def _words(name: str, row: tuple[object, ...]) -> str:
    if name == "sign_pace":
        return f"{row[3]:,} lines signed on {row[2]}"
    if name == "sign_household":
        return f"{row[4]} signers of one address"
    what = "nearly the same name and address" if name == "sign_alike" else "surnames in the order of the alphabet"
    return f"lines {row[2]} to {row[3]}: {what}"
