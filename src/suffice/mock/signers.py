"""Who signed which line, and why it does or does not count."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from suffice.errors import InputError
from suffice.mock.draw import Flags, Integers, apportioned, cumulated, weighted
from suffice.mock.names import Names
from suffice.mock.places import Addresses, Places, elsewhere, unlisted
from suffice.mock.sections import Sections
from suffice.mock.variants import Variants
from suffice.mock.voters import (
    ACTIVE, APPROVED, CANCELED, FILED, INACTIVE, NEVER, PENDING, YEAR, Voters, day,
)  # fmt: skip

# Lines by ground at the count of 15 August 2022 in Los Angeles County (Registrar-Recorder/County Clerk, certificate of
# insufficiency): 715,833 lines, 520,050 valid. A mock has no signatures to compare, so its 9,490 mismatched signatures
# are spread, together with the 9,331 lines of "Other", over the grounds from registered_too_late on.
COUNTY = {
    "": 520_050,
    "not_registered": 88_464,
    "duplicate": 43_593,
    "different_address": 32_187,
    "canceled": 7_344,
    "out_of_jurisdiction": 5_374,
    "registered_too_late": 4_421,
    "no_signature": 3_600,
    "no_address": 3_200,
    "struck": 2_900,
    "withdrawn": 1_500,
    "not_identifiable": 1_400,
    "outside_circulation": 1_100,
    "under_age": 700,
}
# Only relatives of registered people, and registered people.
HOUSEHOLDS = {"": 0.7, "not_registered": 0.3}
GROUNDS = tuple(COUNTY)
PLACE = {ground: code for code, ground in enumerate(GROUNDS)}

# How often a voter who signs more than once does so 2, 3, 4, 5 times.
REPEATS = (86, 9, 3, 2)
RELATIVE, STRANGER_AT_HOME = 0.35, 0.30  # among those not registered; the rest live where nobody is registered
ALSO_VALID = 0.05  # of lines with a fault of their own: the signer also signed a good line further on
ON_NOBODYS_ROLL = ("not_registered", "out_of_jurisdiction")


@dataclass
class Signers:
    """One line a row, in the order of `Sections`; the person is as registered (voter >= 0) or as drawn (-1)."""

    ground: npt.NDArray[np.int8]
    voter: Integers
    surname: Integers
    given: Integers
    middle: Integers
    suffix: Integers
    female: Flags
    address: Addresses
    signed_on: Integers


def sign(
    rng: np.random.Generator, names: Names, variants: Variants, places: Places, homes: Addresses, voters: Voters,
    sections: Sections, kind: str,
) -> Signers:  # fmt: skip
    """Signers for every line; changes status and dates of the voters whose ground needs it.

    Raises InputError if the roll has too few voters for so many lines.
    """
    shares = COUNTY if kind == "county" else HOUSEHOLDS
    lines = len(sections.section)
    ground = _grounds(rng, sections, dict(zip(shares, apportioned(lines, list(shares.values())).tolist(), strict=True)))
    voter = _voters(rng, voters, ground, sections)
    registered = np.flatnonzero(voter >= 0)
    person = voter[registered]
    signers = Signers(
        ground,
        voter,
        *(np.full(lines, -1, dtype=np.int32) for _ in range(4)),
        female=rng.random(lines) < 0.5,
        address=unlisted(rng, places, lines),
        signed_on=sections.signed_on.copy(),
    )
    for part in ("surname", "given", "middle", "suffix", "female"):
        getattr(signers, part)[registered] = getattr(voters, part)[person]
    signers.address = signers.address.put(registered, homes.take(voters.household[person]))
    _unregistered(rng, names, variants, homes, voters, signers, 1.0 if kind == "households" else RELATIVE)
    away = np.flatnonzero(ground == PLACE["out_of_jurisdiction"])
    signers.address = signers.address.put(away, elsewhere(rng, places, len(away)))
    _moved(rng, places, homes, signers)
    _dated(rng, voters, signers)
    return signers


def _grounds(rng: np.random.Generator, sections: Sections, counts: dict[str, int]) -> npt.NDArray[np.int8]:
    """A ground for every line, those of careless circulators more often; as many of each as `counts` says."""
    lines = len(sections.section)
    invalid = np.array([PLACE[ground] for ground, count in counts.items() if ground for _ in range(count)], dtype=np.int8)
    ground = np.zeros(lines, dtype=np.int8)
    waiting = rng.exponential(1.0, lines) / sections.carelessness
    ground[np.argsort(waiting, kind="stable")[: len(invalid)]] = rng.permutation(invalid)
    return ground


def _voters(
    rng: np.random.Generator, voters: Voters, ground: npt.NDArray[np.int8], sections: Sections
) -> Integers:
    """The row of the voter who signed each line, -1 for people on nobody's roll; marks which copies are duplicates."""
    voter = np.full(len(ground), -1, dtype=np.int32)
    first, copies, owner = _repeats(rng, ground, sections)
    abroad = np.isin(ground, [PLACE[name] for name in ON_NOBODYS_ROLL])
    under_age = ground == PLACE["under_age"]
    alone = np.flatnonzero(~abroad & ~under_age & (ground != PLACE["duplicate"]))
    plain = np.flatnonzero(
        ((voters.status == ACTIVE) | (voters.status == INACTIVE)) & (voters.registered_on < day(APPROVED))
    )
    young = rng.permutation(np.flatnonzero(voters.status == PENDING))[: int(under_age.sum())]
    grown = int(under_age.sum()) - len(young)  # where the roll has too few of them, others are made young
    if len(plain) < len(alone) + grown:
        raise InputError(
            "a mock petition needs more voters than its lines have signers",
            found=f"{len(voters):,} voters and {len(ground):,} lines",
            expected=f"at least {len(alone) + grown:,} voters registered in time",
            remedy="Ask for more voters or fewer lines.",
        )
    drawn = rng.permutation(plain)[: len(alone) + grown]
    voter[alone] = drawn[: len(alone)]
    voter[under_age] = np.concatenate([young, drawn[len(alone) :]])
    # The earliest line of one who signed often is the valid one, whichever that is.
    voter[copies] = voter[first[owner]]
    slot = np.concatenate([first, copies])
    group = np.concatenate([np.arange(len(first)), owner])
    order = np.lexsort((slot, group))
    starts = np.concatenate([[True], group[order][1:] != group[order][:-1]])[: len(order)]
    ground[slot[order]] = np.where(starts, PLACE[""], PLACE["duplicate"])
    _also_valid(rng, ground, voter, sections, np.setdiff1d(alone, first))
    return voter


def _repeats(
    rng: np.random.Generator, ground: npt.NDArray[np.int8], sections: Sections
) -> tuple[Integers, Integers, Integers]:
    """Valid lines whose signers sign again, the lines of their copies, and which of the former each copy repeats."""
    copies = rng.permutation(np.flatnonzero(ground == PLACE["duplicate"]))
    valid = rng.permutation(np.flatnonzero(ground == PLACE[""]))
    again = 1 + weighted(rng, cumulated(REPEATS), len(copies))
    owner = np.repeat(np.arange(len(copies), dtype=np.int32), again)[: len(copies)]
    owner = owner if len(valid) else owner[:0]
    owner = owner % max(1, len(valid))
    first = valid[: int(owner.max(initial=-1)) + 1]
    for _ in range(50):  # a voter's lines stand in different sections, where there are sections enough
        slot = np.concatenate([first, copies])
        group = np.concatenate([np.arange(len(first)), owner])
        key = group.astype(np.int64) << 32 | sections.section[slot]
        order = np.argsort(key, kind="stable")
        same = order[1:][key[order][1:] == key[order][:-1]] - len(first)
        if not len(same):
            break
        swap = np.unique(np.concatenate([same, rng.integers(0, len(copies), 2 * len(same) + 2)]))
        copies[swap] = rng.permutation(copies[swap])
    return first, copies, owner


def _also_valid(
    rng: np.random.Generator, ground: npt.NDArray[np.int8], voter: Integers, sections: Sections, alone: Integers
) -> None:
    """Lets some signers of faulty lines be those of a valid line further on: the later line is judged on its own."""
    faults = [PLACE[name] for name in ("different_address", "no_signature", "no_address", "struck")]
    faulty = alone[np.isin(ground[alone], faults) & (rng.random(len(alone)) < ALSO_VALID)]
    valid = rng.permutation(alone[ground[alone] == PLACE[""]])[: len(faulty)]
    faulty = faulty[: len(valid)]
    later = sections.section[faulty] < sections.section[valid]
    voter[faulty[later]] = voter[valid[later]]


def _unregistered(
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
    lodging = local & ~related & (how < relatives + STRANGER_AT_HOME)
    relative = rng.integers(0, len(voters), count)
    surname[related], group[related] = voters.surname[relative[related]], voters.group[relative[related]]
    female = np.where(related & (rng.random(count) < 0.7), ~voters.female[relative], rng.random(count) < 0.5)
    given = names.draw_given(rng, female, group)
    at_home = np.flatnonzero(related | lodging)
    order = np.argsort(voters.household, kind="stable")
    start = np.searchsorted(voters.household[order], np.arange(len(homes.street) + 1))
    again = at_home
    while len(again):
        household = voters.household[relative[again]]
        members = (start[household + 1] - start[household]).astype(np.int64)
        row = np.repeat(again, members)
        within = np.arange(len(row)) - np.repeat(np.cumsum(members) - members, members)
        member = order[np.repeat(start[household], members) + within]
        again = np.unique(row[variants.one(given[row], voters.given[member])])
        given[again] = names.draw_given(rng, female[again], group[again])
    signers.surname[rows], signers.given[rows], signers.female[rows] = surname, given, female
    initial = -2 - rng.integers(0, 26, count, dtype=np.int32)
    signers.middle[rows] = np.where(rng.random(count) < 0.4, initial, -1)
    signers.address = signers.address.put(rows[at_home], homes.take(voters.household[relative[at_home]]))


def _moved(rng: np.random.Generator, places: Places, homes: Addresses, signers: Signers) -> None:
    """Gives those who wrote another address than the roll's one that differs in street or house number."""
    rows = np.flatnonzero(signers.ground == PLACE["different_address"])
    old = signers.address.take(rows)
    new = unlisted(rng, places, len(rows))
    known = np.flatnonzero(rng.random(len(rows)) < 0.6)
    new = new.put(known, homes.take(rng.integers(0, len(homes.street), len(known))))
    same = np.flatnonzero((new.street == old.street) & (new.number == old.number))
    new = new.put(same, unlisted(rng, places, len(same)))
    signers.address = signers.address.put(rows, new)


def _dated(rng: np.random.Generator, voters: Voters, signers: Signers) -> None:
    """Dates that make the grounds true: of signing, of registration, of cancellation, of birth."""

    def lines(ground: str) -> tuple[npt.NDArray[np.int64], Integers]:
        rows = np.flatnonzero(signers.ground == PLACE[ground])
        return rows, signers.voter[rows]

    rows, _ = lines("outside_circulation")
    early = rng.random(len(rows)) < 0.6
    signers.signed_on[rows] = np.where(
        early, day(APPROVED) - rng.integers(1, 30, len(rows)), day(FILED) + rng.integers(1, 15, len(rows))
    )
    rows, voter = lines("canceled")
    voters.status[voter] = CANCELED
    longest = np.maximum(2, signers.signed_on[rows] - voters.registered_on[voter])
    voters.status_on[voter] = signers.signed_on[rows] - 1 - (rng.beta(1, 2.5, len(rows)) * (longest - 1)).astype(np.int32)
    rows, voter = lines("registered_too_late")
    signed, how = signers.signed_on[rows], rng.random(len(rows))
    voters.registered_on[voter] = signed + np.where(how < 0.7, rng.integers(1, 40, len(rows)), 0)
    received = np.where(
        how < 0.7, voters.registered_on[voter] + rng.integers(0, 10, len(rows)), day(FILED) + rng.integers(1, 20, len(rows))
    )
    voters.received_on[voter] = np.maximum(received, voters.registered_on[voter])
    voters.status[voter], voters.status_on[voter] = ACTIVE, NEVER
    rows, voter = lines("under_age")
    voters.status[voter], voters.status_on[voter] = PENDING, NEVER
    youth = int(16.2 * YEAR) + rng.integers(0, 600, len(rows), dtype=np.int32)
    voters.born[voter] = signers.signed_on[rows] - youth
    # Some valid signers registered on the day they signed or shortly before; some were canceled after they signed.
    rows, voter = lines("")
    unique = np.flatnonzero(np.bincount(signers.voter[signers.voter >= 0], minlength=len(voters))[voter] == 1)
    rows, voter = rows[unique], voter[unique]
    fresh = rng.random(len(rows)) < 0.008
    voters.registered_on[voter[fresh]] = signers.signed_on[rows[fresh]] - rng.integers(0, 8, int(fresh.sum()))
    voters.received_on[voter[fresh]] = np.minimum(
        voters.registered_on[voter[fresh]] + rng.integers(0, 6, int(fresh.sum())), day(FILED)
    )
    voters.status[voter[fresh]], voters.status_on[voter[fresh]] = ACTIVE, NEVER
    gone = ~fresh & (rng.random(len(rows)) < 0.004)
    voters.status[voter[gone]] = CANCELED
    voters.status_on[voter[gone]] = signers.signed_on[rows[gone]] + rng.integers(1, 60, int(gone.sum()))
