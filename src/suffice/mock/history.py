"""Former addresses of voters: of some who wrote one on the petition, and of others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from suffice.mock.draw import Integers
from suffice.mock.places import Addresses, Places, unlisted
from suffice.mock.signers import PLACE, Signers
from suffice.mock.voters import APPROVED, FILED, Days, Voters, day

MOVED_WHILE_CIRCULATING = 0.01  # of valid lines: registered at the address written when they signed, elsewhere since
TOLD = 0.5  # of those who wrote an address that is not theirs: it once was
OTHERS = 0.02  # of all other voters


@dataclass(frozen=True)
class History:
    """One former address a row, in the order of the roll: the voter's row, and the days between which it was valid."""

    voter: Integers
    address: Addresses
    from_on: Days
    to_on: Days


def move(rng: np.random.Generator, places: Places, voters: Voters, signers: Signers) -> History:
    """Former addresses; some valid signers now write one at which they were registered when they signed.

    Those who wrote an address that was theirs only before the petition circulated stay what they are: their lines do
    not count, with or without a history.
    """
    times = np.bincount(signers.voter[signers.voter >= 0], minlength=len(voters))
    valid = np.flatnonzero(signers.ground == PLACE[""])
    valid = valid[(times[signers.voter[valid]] == 1) & (rng.random(len(valid)) < MOVED_WHILE_CIRCULATING)]
    valid = valid[voters.registered_on[signers.voter[valid]] < day(APPROVED)]
    signers.address = signers.address.put(valid, unlisted(rng, places, len(valid)))
    until = signers.signed_on[valid] + rng.integers(1, 15, len(valid))
    former = np.flatnonzero((signers.ground == PLACE["different_address"]) & (rng.random(len(signers.voter)) < TOLD))
    others = np.flatnonzero((times == 0) & (rng.random(len(voters)) < OTHERS))
    elsewhere = unlisted(rng, places, len(others))
    written = signers.address.take(np.concatenate([valid, former]))
    address = Addresses(
        *(np.concatenate([getattr(written, part), getattr(elsewhere, part)]) for part in Addresses.__dataclass_fields__)
    )
    voter = np.concatenate([signers.voter[valid], signers.voter[former], others]).astype(np.int32)
    before = day(APPROVED) - rng.integers(1, 2_000, len(former) + len(others))
    to_on = np.concatenate([np.minimum(until, day(FILED)), before]).astype(np.int32)
    from_on = (to_on - rng.integers(200, 4_000, len(to_on))).astype(np.int32)
    order = np.argsort(voter, kind="stable")
    return History(voter[order], address.take(order), from_on[order], to_on[order])
