"""Chooses a signer for every line, and makes roll and lines agree with the ground of each."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from suffice.errors import InputError
from suffice.mock.dates import date_all
from suffice.mock.draw import Integers, apportioned, cumulated, weighted
from suffice.mock.names import Names
from suffice.mock.places import Addresses, Places, elsewhere, unlisted
from suffice.mock.sections import Sections
from suffice.mock.signers import COUNTY, HOUSEHOLDS, PLACE, Signers
from suffice.mock.unregistered import RELATIVE, Neighbours, may_be_one, name_unregistered
from suffice.mock.variants import Variants
from suffice.mock.voters import ACTIVE, APPROVED, INACTIVE, PENDING, Voters, day

# How often a voter who signs more than once does so 2, 3, 4, 5 times.
REPEATS = (86, 9, 3, 2)
ALSO_VALID = 0.05  # of lines with a fault of their own: the signer also signed a good line further on
AT_A_HOME = 0.6  # of those who wrote another address: others are registered there
ON_NOBODYS_ROLL = ("not_registered", "out_of_jurisdiction")


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
    none = np.full(lines, -1, dtype=np.int32)
    signers = Signers(
        ground=ground,
        voter=voter,
        surname=none.copy(),
        given=none.copy(),
        middle=none.copy(),
        suffix=none.copy(),
        female=rng.random(lines) < 0.5,
        address=unlisted(rng, places, lines),
        signed_on=sections.signed_on.copy(),
        dated=sections.dated | (ground == PLACE["outside_circulation"]),
    )
    for part in ("surname", "given", "middle", "suffix", "female"):
        getattr(signers, part)[registered] = getattr(voters, part)[person]
    signers.address = signers.address.put(registered, homes.take(voters.household[person]))
    name_unregistered(rng, names, variants, homes, voters, signers, 1.0 if kind == "households" else RELATIVE)
    away = np.flatnonzero(ground == PLACE["out_of_jurisdiction"])
    signers.address = signers.address.put(away, elsewhere(rng, places, len(away)))
    _moved(rng, names, variants, places, homes, voters, signers)
    date_all(rng, voters, signers)
    return signers


def _grounds(rng: np.random.Generator, sections: Sections, counts: dict[str, int]) -> npt.NDArray[np.int8]:
    """A ground for every line, those of careless circulators more often; as many of each as `counts` says."""
    lines = len(sections.section)
    invalid = np.array(
        [PLACE[ground] for ground, count in counts.items() if ground for _ in range(count)], dtype=np.int8
    )
    ground = np.zeros(lines, dtype=np.int8)
    waiting = rng.exponential(1.0, lines) / sections.carelessness
    ground[np.argsort(waiting, kind="stable")[: len(invalid)]] = rng.permutation(invalid)
    return ground


def _voters(rng: np.random.Generator, voters: Voters, ground: npt.NDArray[np.int8], sections: Sections) -> Integers:
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
            "A mock petition needs more voters than its lines have signers",
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


def _moved(
    rng: np.random.Generator, names: Names, variants: Variants, places: Places, homes: Addresses, voters: Voters,
    signers: Signers,
) -> None:  # fmt: skip
    """Gives those who wrote another address than the roll's one that differs in street or house number.

    Nobody of that name is registered there: otherwise the line would be the other's as far as paper can tell.
    """
    rows = signers.lines("different_address")
    old = signers.address.take(rows)
    new = unlisted(rng, places, len(rows))
    known = np.flatnonzero(rng.random(len(rows)) < AT_A_HOME)
    resident = rng.integers(0, len(voters), len(rows))
    new = new.put(known, homes.take(voters.household[resident[known]]))
    row, neighbour = Neighbours(homes, voters).of(known, resident)
    near = voters.surname[neighbour] == signers.surname[rows[row]]
    namesake = row[near & may_be_one(names, variants, signers.given[rows[row]], voters, neighbour)]
    same = np.flatnonzero((new.street == old.street) & (new.number == old.number))
    again = np.union1d(namesake, same)
    new = new.put(again, unlisted(rng, places, len(again)))
    signers.address = signers.address.put(rows, new)
