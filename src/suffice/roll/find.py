"""Finding a voter by a few letters, as a clerk types them: 704smi, smith 704, smith john."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from suffice.engine.delimited import quoted
from suffice.engine.duck import connect
from suffice.engine.parquet import parquet_columns
from suffice.errors import InputError
from suffice.roll.snapshot import houses_of

SHOWN = (
    "voter_id, last_name, first_name, middle_name, name_suffix, house_number, pre_direction, street_name, street_type, "
    "unit, address, city, zip, status, registered_on, birth_date, surname, given, house"
)


@dataclass(frozen=True)
class Found:
    """A voter that fits what was typed. `slips` letters had to be forgiven."""

    voter_id: str
    name: str
    address: str
    city: str
    zip: str
    status: str
    registered_on: str
    slips: int


class Finder:
    """An opened snapshot, ready to be asked. Opening it once makes every question quick."""

    def __init__(self, snapshot: Path) -> None:
        """Opens `snapshot`, as made by `suffice roll import`.

        Raises InputError where it, or the index beside it, is missing.
        """
        self._connection = connect(threads=2)
        try:
            for path in (snapshot, houses_of(snapshot)):
                parquet_columns(
                    self._connection, path, "`suffice roll import`", ("surname", "given", "house", "voter_id")
                )
        except InputError:
            self._connection.close()
            raise
        self._voters = f"read_parquet({quoted(snapshot)})"
        if "former_to" in self._connection.sql(f"SELECT * FROM {self._voters} LIMIT 0").columns:
            # A clerk looks for where voters are registered now.
            self._voters = f"(SELECT * FROM {self._voters} WHERE former_to IS NULL)"
        self._houses = f"read_parquet({quoted(houses_of(snapshot))})"
        rows = self._connection.sql(f"SELECT DISTINCT surname FROM {self._voters} ORDER BY surname").fetchall()
        self._surnames = [str(row[0]) for row in rows]

    def find(self, text: str, limit: int = 20) -> list[Found]:
        """The voters that fit `text` best, at most `limit`, the fewest slips first, then by name and number.

        A number is a house number and must be right to the digit; words are the beginnings of a surname and of a given
        name, in either order, with a slip forgiven in three letters and two in six. Raises InputError for no letters.
        """
        numbers = re.findall(r"\d+", text)
        words = re.findall(r"[A-Z]+", self._plain(re.sub("['’`]", "", text)))
        if not words and not numbers:
            raise InputError(
                "Nothing to look for", found=text, expected="a house number and letters of the surname, such as 704smi"
            )
        rows = self._in_house(int(numbers[0][:9]), words, limit) if numbers else self._by_name(words, limit)
        return [_found(row, slips) for slips, row in rows]

    def _plain(self, text: str) -> str:
        return str(self._connection.execute("SELECT plain($text)", {"text": text}).fetchall()[0][0])

    def _in_house(self, house: int, words: list[str], limit: int) -> list[tuple[int, dict[str, object]]]:
        there = self._connection.execute(
            f"SELECT surname, given, voter_id FROM {self._houses} WHERE house = $house", {"house": house}
        ).fetchall()
        scored = sorted(
            (slips, str(surname), str(given), str(voter))
            for surname, given, voter in there
            if (slips := _slips(words, str(surname), str(given))) is not None
        )[:limit]
        return self._shown([(slips, surname, voter) for slips, surname, _, voter in scored])

    def _by_name(self, words: list[str], limit: int) -> list[tuple[int, dict[str, object]]]:
        if len(words) > 1 and (exact := self._begun(words, limit)):
            return self._shown([(0, surname, voter) for surname, voter in exact])
        near = sorted({surname for word in words for surname in self._surnames_like(word)})
        if not near:
            return []
        # Some sixty thousand bear the commonest surname: letters of the given name narrow that down before slips are counted.
        initials = ", ".join(sorted({quoted(word[0]) for word in words}))
        narrow = f" AND left(given, 1) IN ({initials})" if len(words) > 1 else ""
        there = self._connection.execute(
            f"SELECT DISTINCT surname, given FROM {self._voters} WHERE surname IN ({', '.join(map(quoted, near))}){narrow}"
        ).fetchall()
        names = sorted(
            (slips, str(surname), str(given))
            for surname, given in there
            if (slips := _slips(words, str(surname), str(given))) is not None
        )[:limit]
        if not names:
            return []
        wanted = {(surname, given): slips for slips, surname, given in names}
        bearers = self._connection.execute(
            f"SELECT surname, given, voter_id FROM {self._voters} "
            f"WHERE surname IN ({', '.join(sorted({quoted(surname) for surname, _ in wanted}))}) "
            f"AND given IN ({', '.join(sorted({quoted(given) for _, given in wanted}))})"
        ).fetchall()
        ranked = sorted(
            (wanted[surname, given], str(surname), str(given), str(voter))
            for surname, given, voter in bearers
            if (surname, given) in wanted
        )
        return self._shown([(slips, surname, voter) for slips, surname, _, voter in ranked[:limit]])

    def _begun(self, words: list[str], limit: int) -> list[tuple[str, str]]:
        """Voters whose surname is one word to the letter and whose given name begins with the other."""
        rows = self._connection.execute(
            f"SELECT surname, voter_id FROM {self._voters} WHERE (surname = $one AND starts_with(given, $two)) "
            f"OR (surname = $two AND starts_with(given, $one)) ORDER BY given, surname, voter_id LIMIT {limit:d}",
            {"one": words[0], "two": words[1]},
        ).fetchall()
        return [(str(surname), str(voter)) for surname, voter in rows]

    def _surnames_like(self, word: str, most: int = 12) -> list[str]:
        exact = [name for name in self._surnames if name == word]
        if exact or len(word) < 3:
            return exact or [name for name in self._surnames if name.startswith(word)][:most]
        cut = _allowed(word)
        near = process.extract(word, self._surnames, scorer=OSA.distance, score_cutoff=cut, limit=most)
        begun = [name for name in self._surnames if name.startswith(word)][:most]
        return begun + [name for name, _, _ in near if name not in begun]

    def _shown(self, scored: list[tuple[int, str, str]]) -> list[tuple[int, dict[str, object]]]:
        if not scored:
            return []
        surnames = ", ".join(sorted({quoted(surname) for _, surname, _ in scored}))
        voters = ", ".join(quoted(voter) for _, _, voter in scored)
        answer = self._connection.execute(
            f"SELECT {SHOWN} FROM {self._voters} WHERE surname IN ({surnames}) AND voter_id IN ({voters})"
        )
        names = [column[0] for column in answer.description or []]
        rows = {str(row[0]): dict(zip(names, row, strict=True)) for row in answer.fetchall()}
        return [(slips, rows[voter]) for slips, _, voter in scored if voter in rows]

    def close(self) -> None:
        """Gives the snapshot free."""
        self._connection.close()


def _allowed(word: str) -> int:
    return 0 if len(word) < 3 else 1 if len(word) < 6 else 2


def _begins(word: str, name: str) -> int | None:
    """Slips in `word` as the beginning of `name`; None where there are more than are forgiven."""
    lengths = range(max(1, len(word) - 1), len(word) + 2)
    best = min(OSA.distance(word, name[:length]) for length in lengths)
    return best if best <= _allowed(word) else None


def _slips(words: list[str], surname: str, given: str) -> int | None:
    if not words:
        return 0
    straight = _begins(words[0], surname)
    if len(words) == 1:
        return straight
    ways = [
        one + two
        for first, second in ((words[0], words[1]), (words[1], words[0]))
        if (one := _begins(first, surname)) is not None and (two := _begins(second, given)) is not None
    ]
    return min(ways) if ways else None


def _found(row: dict[str, object], slips: int) -> Found:
    def said(*names: str) -> str:
        return " ".join(str(row[name]) for name in names if row[name] is not None and row[name] != "")

    return Found(
        voter_id=said("voter_id"),
        name=f"{said('last_name')}, {said('first_name', 'middle_name', 'name_suffix')}",
        address=said("address") or said("house_number", "pre_direction", "street_name", "street_type", "unit"),
        city=said("city"),
        zip=said("zip"),
        status=said("status"),
        registered_on=said("registered_on"),
        slips=slips,
    )
