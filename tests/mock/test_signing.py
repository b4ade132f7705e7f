"""Who signs, before anything is written: nobody's truth hangs on chance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from suffice.mock.draw import stream
from suffice.mock.history import move
from suffice.mock.names import Names, read_names
from suffice.mock.places import Addresses, Places
from suffice.mock.sections import Sections, bind
from suffice.mock.signers import Signers
from suffice.mock.signing import sign
from suffice.mock.variants import Variants, read_variants
from suffice.mock.voters import Voters, settle


@dataclass
class Scene:
    names: Names
    variants: Variants
    roll: Voters
    places: Places
    homes: Addresses
    sections: Sections
    signers: Signers


def scene(kind: str) -> Scene:
    names = read_names()
    variants = read_variants(names)
    roll, places, homes = settle(stream(3, "voters"), names, 40_000)
    sections = bind(stream(3, "sections"), 6_000)
    signers = sign(stream(3, "signers"), names, variants, places, homes, roll, sections, kind)
    return Scene(names, variants, roll, places, homes, sections, signers)


@pytest.fixture(scope="module")
def county() -> Scene:
    return scene("county")


@pytest.fixture(scope="module")
def households() -> Scene:
    return scene("households")


def registered_at(made: Scene) -> dict[tuple[int, int], list[int]]:
    """Rows of the roll by street and house number."""
    at: dict[tuple[int, int], list[int]] = {}
    for row, home in enumerate(made.roll.household.tolist()):
        at.setdefault((int(made.homes.street[home]), int(made.homes.number[home])), []).append(row)
    return at


def test_every_unregistered_signer_of_households_lives_with_registered_relatives(households: Scene) -> None:
    at, signers = registered_at(households), households.signers
    unregistered = signers.lines("not_registered").tolist()
    assert len(unregistered) == 1_800
    for line in unregistered:
        here = at[int(signers.address.street[line]), int(signers.address.number[line])]
        assert int(signers.surname[line]) in households.roll.surname[here].tolist()


@pytest.mark.parametrize("kind", ["county", "households"])
def test_nobody_unregistered_bears_a_form_of_a_registered_name_there(
    kind: str, county: Scene, households: Scene
) -> None:
    made = county if kind == "county" else households
    at, signers = registered_at(made), made.signers
    for line in signers.lines("not_registered").tolist():
        place = int(signers.address.street[line]), int(signers.address.number[line])
        family = [row for row in at.get(place, []) if made.roll.surname[row] == signers.surname[line]]
        forms = [int(made.roll.given[row]) for row in family] + [int(made.roll.middle[row]) for row in family]
        forms += [int(part) for row in family for part in made.names.given_parts[made.roll.given[row]]]
        others = np.array([form for form in forms if form >= 0], dtype=np.int32)
        assert not made.variants.one(np.full(len(others), signers.given[line]), others).any()
        assert made.names.given_parts[signers.given[line], 0] < 0


def test_all_kinds_of_unregistered_people(county: Scene) -> None:
    at, signers = registered_at(county), county.signers
    lines = signers.lines("not_registered").tolist()
    here = [at.get((int(signers.address.street[line]), int(signers.address.number[line])), []) for line in lines]
    relatives = sum(signers.surname[line] in county.roll.surname[rows] for line, rows in zip(lines, here, strict=True))
    nowhere = sum(not rows for rows in here)
    assert 0.30 < relatives / len(lines) < 0.42
    assert 0.25 < nowhere / len(lines) < 0.45


def test_those_who_moved_wrote_another_street_or_number(county: Scene) -> None:
    lines = county.signers.lines("different_address")
    home = county.homes.take(county.roll.household[county.signers.voter[lines]])
    written = county.signers.address.take(lines)
    assert len(lines) > 200
    assert not ((home.street == written.street) & (home.number == written.number)).any()
    at = registered_at(county)
    for line in lines.tolist():
        here = at.get((int(county.signers.address.street[line]), int(county.signers.address.number[line])), [])
        namesakes = {(int(county.roll.surname[row]), int(county.roll.given[row])) for row in here}
        assert (int(county.signers.surname[line]), int(county.signers.given[line])) not in namesakes


def test_all_others_wrote_the_address_of_the_roll(county: Scene) -> None:
    signers = county.signers
    moved = np.isin(np.arange(len(signers.voter)), signers.lines("different_address"))
    lines = np.flatnonzero((signers.voter >= 0) & ~moved)
    home = county.homes.take(county.roll.household[signers.voter[lines]])
    for part in ("street", "number", "unit", "city", "zip"):
        assert (getattr(home, part) == getattr(signers.address.take(lines), part)).all()


def test_other_counties_share_no_city_and_no_zip_with_the_roll(county: Scene) -> None:
    lines = county.signers.lines("out_of_jurisdiction")
    away = county.signers.address.take(lines)
    assert len(lines) > 30
    cities, zips = county.places.city.to_pylist(), county.places.zip.to_pylist()
    assert not {cities[code] for code in away.city} & {cities[code] for code in county.homes.city}
    assert not {zips[code] for code in away.zip} & {zips[code] for code in county.homes.zip}


def test_former_addresses(county: Scene) -> None:
    made = scene("county")
    history = move(stream(3, "history"), made.places, made.roll, made.signers)
    of_voter = {int(voter): row for row, voter in enumerate(history.voter)}
    assert len(of_voter) == len(history.voter)
    assert (history.from_on < history.to_on).all()
    valid = made.signers.lines("")
    changed = valid[made.signers.address.number[valid] != county.signers.address.number[valid]]
    assert 20 < len(changed) < 80
    for line in changed.tolist():  # the address written was the voter's when he signed
        row = of_voter[int(made.signers.voter[line])]
        assert history.from_on[row] <= made.signers.signed_on[line] <= history.to_on[row]
        assert history.address.number[row] == made.signers.address.number[line]
    for line in made.signers.lines("different_address").tolist():  # theirs, if ever, not while it circulated
        row = of_voter.get(int(made.signers.voter[line]))
        if row is not None and line not in changed:
            assert history.to_on[row] < made.signers.signed_on[line]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("SARAH", "SARA", True),
        ("JON", "JOHN", True),
        ("CATHERINE", "KATHERINE", True),
        ("WILLIAM", "BILL", True),
        ("PATRICK", "PATRICIA", True),  # both are PAT
        ("ROBERT", "ROBERT", True),
        ("MARIA", "MARIO", False),
        ("JOHN", "JAMES", False),
        ("MARY", "MARK", False),
    ],
)
def test_forms_of_a_name(county: Scene, one: str, other: str, same: bool) -> None:
    given = county.names.given.to_pylist()
    pair = [np.array([given.index(name)]) for name in (one, other)]
    assert county.variants.one(*pair).tolist() == [same]
    assert county.variants.one(*reversed(pair)).tolist() == [same]
