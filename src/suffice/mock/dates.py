"""Dates that make the grounds true: of signing, of registration, of cancellation, of birth."""

from __future__ import annotations

import numpy as np

from suffice.mock.signers import Signers
from suffice.mock.voters import ACTIVE, APPROVED, CANCELED, FILED, NEVER, PENDING, YEAR, Voters, day

REGISTERED_LATE = 0.7  # of those too late: after signing; the others' registration was received after filing
REGISTERED_JUST_BEFORE, CANCELED_AFTER = 0.008, 0.004  # of valid signers


def date_all(rng: np.random.Generator, voters: Voters, signers: Signers) -> None:
    """Changes dates and status of voters, and dates of signing, so that every line's ground is true of them."""
    _outside_circulation(rng, signers)
    _canceled(rng, voters, signers)
    _too_late(rng, voters, signers)
    _under_age(rng, voters, signers)
    _narrowly_valid(rng, voters, signers)


def _outside_circulation(rng: np.random.Generator, signers: Signers) -> None:
    """Signing before approval or after filing."""
    rows = signers.lines("outside_circulation")
    before = day(APPROVED) - rng.integers(1, 30, len(rows))
    after = day(FILED) + rng.integers(1, 15, len(rows))
    signers.signed_on[rows] = np.where(rng.random(len(rows)) < 0.6, before, after)


def _canceled(rng: np.random.Generator, voters: Voters, signers: Signers) -> None:
    """Cancellation after registration and before signing, mostly not long before."""
    rows = signers.lines("canceled")
    voter = signers.voter[rows]
    longest = np.maximum(2, signers.signed_on[rows] - voters.registered_on[voter])
    before = 1 + (rng.beta(1, 2.5, len(rows)) * (longest - 1)).astype(np.int32)
    voters.status[voter], voters.status_on[voter] = CANCELED, signers.signed_on[rows] - before


def _too_late(rng: np.random.Generator, voters: Voters, signers: Signers) -> None:
    """Registration after signing, or received only after filing."""
    rows = signers.lines("registered_too_late")
    voter, count = signers.voter[rows], len(rows)
    after = rng.random(count) < REGISTERED_LATE
    registered = signers.signed_on[rows] + np.where(after, rng.integers(1, 40, count), 0)
    received = np.where(after, registered + rng.integers(0, 10, count), day(FILED) + rng.integers(1, 20, count))
    voters.registered_on[voter], voters.received_on[voter] = registered, received
    voters.status[voter], voters.status_on[voter] = ACTIVE, NEVER


def _under_age(rng: np.random.Generator, voters: Voters, signers: Signers) -> None:
    """People of 16 and 17 who are registered for the time when they will be of age."""
    rows = signers.lines("under_age")
    voter = signers.voter[rows]
    voters.status[voter], voters.status_on[voter] = PENDING, NEVER
    voters.born[voter] = signers.signed_on[rows] - int(16.2 * YEAR) - rng.integers(0, 600, len(rows))


def _narrowly_valid(rng: np.random.Generator, voters: Voters, signers: Signers) -> None:
    """Some valid signers registered on the day they signed or shortly before; some were canceled after they signed."""
    rows = signers.lines("")
    times = np.bincount(signers.voter[signers.voter >= 0], minlength=len(voters))
    rows = rows[times[signers.voter[rows]] == 1]
    how = rng.random(len(rows))
    fresh = rows[how < REGISTERED_JUST_BEFORE]
    voter = signers.voter[fresh]
    registered = signers.signed_on[fresh] - rng.integers(0, 8, len(fresh))
    voters.registered_on[voter] = registered
    voters.received_on[voter] = np.minimum(registered + rng.integers(0, 6, len(fresh)), day(FILED))
    voters.status[voter], voters.status_on[voter] = ACTIVE, NEVER
    gone = rows[(how >= REGISTERED_JUST_BEFORE) & (how < REGISTERED_JUST_BEFORE + CANCELED_AFTER)]
    voter = signers.voter[gone]
    voters.status[voter] = CANCELED
    voters.status_on[voter] = signers.signed_on[gone] + rng.integers(1, 60, len(gone))
