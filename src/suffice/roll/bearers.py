"""Who bears a name: the voters of a roll by surname, given name and house, and those who fit what a clerk typed best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from string import digits

import numpy as np
import numpy.typing as npt

from suffice.roll.words import NONE, SLIP, Costs, Words, allowed

ENOUGH = 10
"""Voters with more slips than the first fill the list up to so many, and no further."""

_COST = 1 << 50
"""Above how many bear a surname times how many bear a given name: a smaller cost always comes first."""

_COST = 1 << 50
"""Above how many bear a surname times how many bear a given name: a smaller cost always comes first."""

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Reading:
    """One way to understand what was typed: the beginning of a surname, of a given name, a house; "" where not typed.

    Slips in the surname are forgiven if `forgiving`.
    """

    surname: str
    given: str
    house: str
    forgiving: bool = True


class Bearers:
    """The voters of a snapshot, each known by its row there."""

    def __init__(
        self,
        given: Words,
        bear_given: Numbers,
        surname: Words,
        bear_surname: Numbers,
        given_of: npt.NDArray[np.int32],
        house_of: npt.NDArray[np.int32],
    ) -> None:
        """Takes the words of a snapshot (see `sql/word.sql`): how many bear each, and each voter's given name and house."""
        self._given, self._surname = given, surname
        self._bear_given, self._bear_surname = np.append(bear_given, 0), bear_surname
        # Who bears surname n stands in the snapshot from row _first[n] on.
        self._first: Numbers = np.cumsum(bear_surname) - bear_surname
        self._given_of, self._house_of = given_of, house_of

    def __len__(self) -> int:
        return len(self._given_of)

    def best(self, readings: Sequence[Reading], limit: int) -> dict[int, int]:
        """Rows of the voters that fit one of `readings` best, at most `limit`, and the slips forgiven for each.

        The fewest slips first; among as many, names typed whole before names begun, then the commoner name, then by name.
        """
        fits = [self._fit(reading, max(limit, ENOUGH)) for reading in readings]
        keys, rows = (np.concatenate(part) for part in zip(*fits, strict=True))
        best: dict[int, int] = {}
        for place in np.lexsort((rows, keys)).tolist():
            row, slips = int(rows[place]), -(-int(keys[place]) // _COST) // SLIP
            if row in best:
                continue
            if len(best) == limit or (len(best) >= ENOUGH and slips > min(best.values())):
                break
            best[row] = slips
        return best

    def _fit(self, reading: Reading, limit: int) -> tuple[Numbers, Numbers]:
        """The best voters of one reading, at most `limit`: the key they are ordered by, and their rows."""
        costs, rows, bear = self._bearing(reading) if reading.surname else self._living(reading.house)
        if reading.given:
            given = self._given_of[rows]
            costs = costs + self._given.costs(reading.given)[given]
            bear = bear * self._bear_given[given]
        if reading.house:
            costs = costs + house_costs(reading.house, self._house_of[rows])
        fit = np.flatnonzero(costs < NONE)
        keys, rows = costs[fit].astype(np.int64) * _COST - bear[fit], rows[fit]
        if len(keys) > limit:
            best = np.flatnonzero(keys <= np.partition(keys, limit - 1)[limit - 1])
            keys, rows = keys[best], rows[best]
        order = np.argsort(keys, kind="stable")[:limit]
        return keys[order], rows[order]

    def _bearing(self, reading: Reading) -> tuple[Costs, Numbers, Numbers]:
        """The voters whose surname may be meant, in the order of the snapshot: cost, row, how many bear the surname."""
        costs = self._surname.costs(reading.surname, reading.forgiving)[:-1]
        meant = np.flatnonzero(costs < NONE)
        bear = self._bear_surname[meant]
        within = np.arange(bear.sum()) - np.repeat(np.cumsum(bear) - bear, bear)
        return np.repeat(costs[meant], bear), np.repeat(self._first[meant], bear) + within, np.repeat(bear, bear)

    def _living(self, house: str) -> tuple[Costs, Numbers, Numbers]:
        """The voters of all houses of this number, in the order of the snapshot."""
        rows = np.flatnonzero(self._house_of == int(house))
        return np.zeros(len(rows), np.uint8), rows, np.zeros(len(rows), np.int64)


def house_costs(typed: str, houses: npt.NDArray[np.int32]) -> Costs:
    """What it costs to read the number `typed` as each of `houses`: 0, SLIP for a slip in three digits or more, or NONE."""
    costs = np.where(houses == int(typed), 0, NONE).astype(np.uint8)
    if allowed(typed):
        costs[np.isin(houses, [int(number) for number in _one_slip(typed)]) & (costs > 0)] = SLIP
    return costs


def _one_slip(typed: str) -> set[str]:
    """The numbers that differ from `typed` by a digit left out, added, changed or swapped with its neighbour."""
    halves = [(typed[:cut], typed[cut:]) for cut in range(len(typed) + 1)]
    out = {one + two[1:] for one, two in halves if two}
    swapped = {one + two[1] + two[0] + two[2:] for one, two in halves if len(two) > 1}
    changed = {one + digit + two[1:] for one, two in halves if two for digit in digits}
    added = {one + digit + two for one, two in halves for digit in digits}
    return out | swapped | changed | added
