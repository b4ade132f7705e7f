"""People who sign and are on nobody's roll: relatives and lodgers of registered people, and strangers."""

from __future__ import annotations

import numpy as np

from suffice.mock.draw import Flags, Integers
from suffice.mock.names import Names
from suffice.mock.places import Addresses
from suffice.mock.signers import PLACE, Signers
from suffice.mock.text import Positions
from suffice.mock.variants import Variants
from suffice.mock.voters import Voters

RELATIVE, LODGER = 0.35, 0.30  # among those not registered; the rest live where nobody is registered


def name_unregistered(
    rng: np.random.Generator, names: Names, variants: Variants, homes: Addresses, voters: Voters, signers: Signers,
    relatives: float,
) -> None:  # fmt: skip
    """Names and addresses of those on nobody's roll. None has a form of a name that is registered at the address."""
    rows = np.flatnonzero(signers.voter < 0)
    count = len(rows)
    surname, group = names.draw_surnames(rng, count)
    how = rng.random(count)
    local = signers.ground[rows] == PLACE["not_registered"]
    related = local & (how < relatives)
    lodging = local & ~related & (how < relatives + LODGER)
    relative = rng.integers(0, len(voters), count)
    surname[related], group[related] = voters.surname[relative[related]], voters.group[relative[related]]
    female = np.where(related & (rng.random(count) < 0.7), ~voters.female[relative], rng.random(count) < 0.5)
    given = names.draw_given(rng, female, group)
    at_home = np.flatnonzero(related | lodging)
    again, neighbours = np.flatnonzero(local), Neighbours(homes, voters)
    while len(again):
        given[again] = names.draw_given(rng, female[again], group[again])
        home = related[again] | lodging[again]
        row, neighbour = neighbours.of(again[home], relative)
        family = voters.household[neighbour] == voters.household[relative[row]]
        near = family | (voters.surname[neighbour] == surname[row])
        taken = row[near & may_be_one(names, variants, given[row], voters, neighbour)]
        # Who has two given names might write one of them only, and that one might be somebody's there.
        double = again[names.given_parts[given[again], 0] >= 0]
        again = np.unique(np.concatenate([taken, double]))
    signers.surname[rows], signers.given[rows], signers.female[rows] = surname, given, female
    initial = -2 - rng.integers(0, 26, count, dtype=np.int32)
    signers.middle[rows] = np.where(rng.random(count) < 0.4, initial, -1)
    signers.address = signers.address.put(rows[at_home], homes.take(voters.household[relative[at_home]]))


class Neighbours:
    """Everybody registered at one street and house number, whatever the unit: the unit never matters."""

    def __init__(self, homes: Addresses, voters: Voters) -> None:
        place = (homes.street.astype(np.int64) << 20 | homes.number)[voters.household]
        self.order = np.argsort(place, kind="stable")
        ordered = place[self.order]
        self.start = np.empty(len(place), dtype=np.int64)
        self.end = np.empty(len(place), dtype=np.int64)
        self.start[self.order] = np.searchsorted(ordered, ordered, side="left")
        self.end[self.order] = np.searchsorted(ordered, ordered, side="right")

    def of(self, rows: Positions, voter: Positions) -> tuple[Positions, Positions]:
        """For each of `rows`, all voters at the address of `voter[row]`: pairs of row and voter."""
        start = self.start[voter[rows]]
        count = self.end[voter[rows]] - start
        row = np.repeat(rows, count)
        within = np.arange(len(row)) - np.repeat(np.cumsum(count) - count, count)
        return row, self.order[np.repeat(start, count) + within]


def may_be_one(names: Names, variants: Variants, given: Integers, voters: Voters, voter: Integers) -> Flags:
    """True where a given name may be that of the voter beside it: the given name, one of two, or the middle name."""
    registered = voters.given[voter]
    one = variants.one(given, registered)
    for other in (names.given_parts[registered, 0], names.given_parts[registered, 1], voters.middle[voter]):
        one |= (other >= 0) & variants.one(given, np.maximum(other, 0))
    return one
