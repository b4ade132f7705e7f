"""Finding a voter by a few letters, as a clerk types them: 704smi, smith 704, smith john."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import numpy.typing as npt

from suffice.engine.delimited import quoted
from suffice.engine.parquet import parquet_columns
from suffice.errors import InputError
from suffice.roll.bearers import Bearers, Reading
from suffice.roll.words import Words, words_of

SHOWN = (
    "voter_id, last_name, first_name, middle_name, name_suffix, house_number, pre_direction, street_name, street_type, "
    "unit, address, city, zip, status, registered_on"
)
_MAKER = "`suffice roll import`"
_MOST_WORDS = 6
"""Words looked at: more are no name, and each adds ways to read the others."""


@dataclass(frozen=True)
class Found:
    """A voter that fits what was typed. `slips` letters or digits had to be forgiven."""

    voter_id: str
    name: str
    address: str
    city: str
    zip: str
    status: str
    registered_on: str
    slips: int


class Finder:
    """An opened snapshot, ready to be asked, also by several threads at once. Opening it once makes every question quick.

    It keeps in memory the words of the roll's names, and for every voter the number of the given name and the house; the
    rows shown are read from the snapshot.
    """

    def __init__(self, snapshot: Path) -> None:
        """Opens `snapshot`, as made by `suffice roll import`.

        Raises InputError where it, or the words beside it, are missing, and where the two do not belong together.
        """
        words = words_of(snapshot)
        # The words are read as they stand, in their order; what a file holds is remembered from one question to the next.
        self._connection = duckdb.connect(config={"threads": 2})
        self._connection.execute("SET parquet_metadata_cache = true")
        try:
            parquet_columns(self._connection, snapshot, _MAKER, ("surname", "given", "house", "voter_id"))
            parquet_columns(self._connection, words, _MAKER, ("part", "word", "voters", "givens", "houses"))
            self._bearers = self._read(words)
            self._refuse_strangers(snapshot)
        except InputError:
            self._connection.close()
            raise
        self._voters = f"read_parquet({quoted(snapshot)}, file_row_number = true)"

    def find(self, text: str, limit: int = 20) -> list[Found]:
        """The voters that fit `text` best, at most `limit`: the fewest slips first, then the commoner name, then by name.

        A number is a house number; words are the beginnings of a surname and of a given name, in either order. A slip is
        forgiven in three letters or digits (four where a name is only begun), two in seven letters; voters with more
        slips than the first fill the list up to ten, and no further. Raises InputError where there is no letter and no
        digit.
        """
        numbers = re.findall(r"\d+", text)
        words = re.findall(r"[A-Z]+", self._plain(re.sub("['’`]", "", text)))
        if not words and not numbers:
            raise InputError(
                "Nothing to look for", found=text, expected="a house number and letters of the surname, such as 704smi"
            )
        readings = _readings(words[:_MOST_WORDS], numbers[0][:9] if numbers else "")
        return self._shown(self._bearers.best(readings, limit))

    def _read(self, words: Path) -> Bearers:
        def columns(what: str, part: str) -> dict[str, npt.NDArray[Any]]:
            read = f"SELECT {what} FROM read_parquet({quoted(words)}) WHERE part = {quoted(part)}"
            return self._connection.sql(read).fetchnumpy()

        given, surname = columns("word, voters", "given"), columns("word, voters", "surname")
        bearer = columns("unnest(givens) AS given, unnest(houses) AS house", "surname")
        return Bearers(
            Words(given["word"].tolist()), given["voters"], Words(surname["word"].tolist()), surname["voters"],
            bearer["given"], bearer["house"],
        )  # fmt: skip

    def _refuse_strangers(self, snapshot: Path) -> None:
        rows = self._connection.sql(f"SELECT count(*) FROM read_parquet({quoted(snapshot)})").fetchall()[0][0]
        if len(self._bearers) != rows:
            raise InputError(
                "These are the words of another roll", file=words_of(snapshot), expected=f"those of {snapshot.name}",
                remedy=f"Make both anew with {_MAKER}.",
            )  # fmt: skip

    def _plain(self, text: str) -> str:
        answer = self._connection.cursor().execute("SELECT upper(strip_accents($text))", {"text": text}).fetchall()
        return str(answer[0][0])

    def _shown(self, best: dict[int, int]) -> list[Found]:
        if not best:
            return []
        answer = self._connection.cursor().execute(
            f"SELECT file_row_number, {SHOWN} FROM {self._voters} WHERE file_row_number IN ({', '.join(map(str, best))})"
        )
        names = [column[0] for column in answer.description or []]
        rows = {int(row[0]): dict(zip(names, row, strict=True)) for row in answer.fetchall()}
        return [_found(rows[row], slips) for row, slips in best.items()]

    def close(self) -> None:
        """Gives the snapshot free."""
        self._connection.close()


def _readings(words: list[str], house: str) -> list[Reading]:
    """Every way to part `words` into a surname and a given name, either first; a surname may be several words.

    Several words that are one surname and nothing else are read to the letter: a slip would make them many a name.
    """
    if not words:
        return [Reading("", "", house)]
    whole = [Reading("".join(words), "", house, forgiving=len(words) == 1)]
    last = [Reading("".join(words[:cut]), words[cut], house) for cut in range(1, len(words))]
    first = [Reading("".join(words[cut:]), words[0], house) for cut in range(1, len(words))]
    return whole + last + first


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
