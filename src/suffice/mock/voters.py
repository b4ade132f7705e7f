"""The voters of the mock roll: households, families, ages, dates of registration."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from suffice.mock.draw import Flags, Integers, apportioned, cumulated, weighted
from suffice.mock.names import Names
from suffice.mock.places import Addresses, Places, lay_out

Days = npt.NDArray[np.int32]  # days since 1970-01-01, NEVER for none
NEVER = np.iinfo(np.int32).min
YEAR = 365.25

APPROVED, FILED = date(2022, 1, 27), date(2022, 7, 6)
REPORT = date(2022, 1, 4)  # the last report of registration before approval
STATUSES = ("active", "inactive", "canceled", "pending")
ACTIVE, INACTIVE, CANCELED, PENDING = range(4)
SUFFIXES = ("JR", "SR", "II", "III", "IV")
JR, SR, SECOND, THIRD = range(4)

HOUSEHOLD_SIZES = {1: 0.36, 2: 0.34, 3: 0.15, 4: 0.095, 5: 0.035, 6: 0.015, 7: 0.005}
SAME_SURNAME = 0.78
FATHER_AND_SON = 0.002  # pairs of one name at one address, a voter: 4 voters in a thousand
MIDDLE_NAME, MIDDLE_INITIAL = 0.58, 0.20


def day(of: date) -> int:
    """`of` as days since 1970-01-01."""
    return of.toordinal() - date(1970, 1, 1).toordinal()


@dataclass
class Voters:
    """One voter a row, in the order of the roll; codes into `Names`, addresses one a household."""

    number: npt.NDArray[np.int64]  # the voter_id
    household: Integers
    surname: Integers
    given: Integers
    middle: Integers  # a given name; -1 none; below -1 an initial: -2 is A, -3 is B
    suffix: Integers
    female: Flags
    group: npt.NDArray[np.int8]
    born: Days
    status: npt.NDArray[np.int8]
    status_on: Days
    registered_on: Days
    received_on: Days

    def __len__(self) -> int:
        return len(self.household)


def settle(rng: np.random.Generator, names: Names, count: int) -> tuple[Voters, Places, Addresses]:
    """`count` voters in households, and the address of each household."""
    sizes = _household_sizes(rng, count)
    household = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
    first = np.repeat(np.cumsum(sizes) - sizes, sizes)
    member = np.arange(count) - first
    surname, group = names.draw_surnames(rng, count)
    related = (member > 0) & (rng.random(count) < SAME_SURNAME)
    surname[related], group[related] = surname[first[related]], group[first[related]]
    female, born = _sexes_and_ages(rng, first, member)
    given = names.draw_given(rng, female, group)
    middle = _middle_names(rng, names, female, group)
    suffix = np.full(count, -1, dtype=np.int32)
    son = _fathers_and_sons(rng, np.flatnonzero(related & (member == 1)), surname, given, middle, suffix, female, born)
    _part_namesakes(rng, names, household, surname, given, son, female, group)
    places, addresses = lay_out(rng, names, len(sizes))
    registered_on, received_on = _registrations(rng, born)
    status, status_on = _statuses(rng, registered_on)
    young = np.flatnonzero(rng.random(count) < 0.003)
    status[young] = PENDING
    born[young] = day(date(2004, 9, 1)) + rng.integers(0, 600, len(young), dtype=np.int32)
    registered_on[young] = day(date(2021, 6, 1)) + rng.integers(0, 150, len(young), dtype=np.int32)
    received_on[young], status_on[young] = registered_on[young] + 5, NEVER
    rows = rng.permutation(count)  # the roll is in the order of voter_id, which says nothing about households
    number = 100_000_000 + np.cumsum(rng.integers(1, 40, count))
    voters = Voters(
        number, household[rows], surname[rows], given[rows], middle[rows], suffix[rows], female[rows], group[rows],
        born[rows], status[rows], status_on[rows], registered_on[rows], received_on[rows],
    )  # fmt: skip
    return voters, places, addresses


def _household_sizes(rng: np.random.Generator, count: int) -> Integers:
    """Voters in each household; together exactly `count`."""
    sizes = 1 + weighted(rng, cumulated(list(HOUSEHOLD_SIZES.values())), count)
    end = int(np.searchsorted(np.cumsum(sizes), count)) + 1
    sizes = sizes[:end]
    sizes[-1] -= int(sizes.sum()) - count
    return sizes


def _sexes_and_ages(rng: np.random.Generator, first: Integers, member: Integers) -> tuple[Flags, Days]:
    """Heads of households from 20 to 95, then mostly a spouse, then mostly grown-up children."""
    count = len(first)
    female = rng.random(count) < 0.52
    spouse = (member == 1) & (rng.random(count) < 0.75)
    female[spouse] = ~female[first[spouse]]
    age = 20 + 75 * rng.beta(1.6, 2.0, count)
    age[spouse] = age[first[spouse]] + rng.normal(0, 4, int(spouse.sum()))
    child = (member > 0) & ~spouse
    age[child] = age[first[child]] - rng.uniform(18, 40, int(child.sum()))
    age = np.where(age < 18.6, 18.6 + 14 * rng.random(count), np.minimum(age, 101))
    return female, (day(APPROVED) - age * YEAR).astype(np.int32)


def _middle_names(rng: np.random.Generator, names: Names, female: Flags, group: npt.NDArray[np.int8]) -> Integers:
    middle = names.draw_given(rng, female, group)
    how = rng.random(len(female))
    initial = -2 - weighted(rng, cumulated([8, 5, 7, 7, 9, 4, 5, 2, 1, 11, 3, 8, 11, 2, 1, 5, 0.2, 8, 7, 4, 0.3, 2, 2, 0.1, 1, 0.4]), len(female))  # fmt: skip  # noqa: E501
    return np.where(how < MIDDLE_NAME, middle, np.where(how < MIDDLE_NAME + MIDDLE_INITIAL, initial, -1)).astype(
        np.int32
    )


def _fathers_and_sons(
    rng: np.random.Generator, seconds: Integers, surname: Integers, given: Integers, middle: Integers,
    suffix: Integers, female: Flags, born: Days,
) -> Integers:  # fmt: skip
    """Makes some second members of households bear the name of the first, a generation on; gives the sons' rows."""
    pairs = int(apportioned(len(surname), [FATHER_AND_SON, 1 - FATHER_AND_SON])[0])
    son = rng.permutation(seconds)[:pairs]
    father = son - 1
    female[son] = female[father] = False
    given[son], surname[son] = given[father], surname[father]
    middle[son] = np.where(rng.random(len(son)) < 0.85, middle[father], middle[son])
    born[father] = np.minimum(born[father], int(day(APPROVED) - 45 * YEAR))
    born[son] = born[father] + (rng.uniform(20, 26, len(son)) * YEAR).astype(np.int32)
    third = rng.random(len(son)) < 0.06
    told = rng.random((len(son), 2))
    suffix[son] = np.where(third, THIRD, np.where(told[:, 0] < 0.9, JR, -1))
    suffix[father] = np.where(third, SECOND, np.where(told[:, 1] < 0.6, SR, -1))
    return np.asarray(son, dtype=np.int32)


def _part_namesakes(
    rng: np.random.Generator, names: Names, household: Integers, surname: Integers, given: Integers, son: Integers,
    female: Flags, group: npt.NDArray[np.int8],
) -> None:  # fmt: skip
    """Draws given names anew until no two of a household have one name, fathers and sons excepted."""
    intended = np.zeros(len(household), dtype=np.bool_)
    intended[son] = intended[son - 1] = True
    while True:
        key = (household.astype(np.int64) << 18 | surname) << 16 | given
        order = np.argsort(key, kind="stable")
        alike = np.flatnonzero(key[order][1:] == key[order][:-1])
        later = order[alike + 1]
        later = later[~intended[later]]
        if not len(later):
            return
        given[later] = names.draw_given(rng, female[later], group[later])


def _registrations(rng: np.random.Generator, born: Days) -> tuple[Days, Days]:
    """Dates of registration, most of them recent, none before the eighteenth birthday, and of their receipt."""
    of_age = born + int(18 * YEAR) + 1
    until = day(date(2021, 12, 15))
    span = np.maximum(1, until - of_age)
    registered = until - (span * rng.beta(1.0, 3.0, len(born))).astype(np.int32)
    fresh = np.flatnonzero(rng.random(len(born)) < 0.006)
    registered[fresh] = rng.integers(day(APPROVED), day(FILED) + 25, len(fresh), dtype=np.int32)
    return registered, registered + rng.integers(0, 15, len(born), dtype=np.int32)


def _statuses(rng: np.random.Generator, registered: Days) -> tuple[npt.NDArray[np.int8], Days]:
    """Status and, for those not active, its date: after registration, before or while the petition circulated."""
    status = weighted(rng, cumulated([96.4, 2.0, 1.6]), len(registered)).astype(np.int8)
    until = np.where(status == CANCELED, day(FILED), day(REPORT))
    on = registered + 30 + ((until - registered - 30) * rng.beta(3, 1, len(registered))).astype(np.int32)
    status[on <= registered] = ACTIVE
    return status, np.where(status == ACTIVE, NEVER, on).astype(np.int32)
