"""A column of texts as one run of characters, so that slips in millions of them are array operations."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Characters = npt.NDArray[np.uint32]
Positions = npt.NDArray[np.int64]


@dataclass
class Text:
    """Texts one after the other; text i is `characters[start[i] : start[i + 1]]`, none where `absent[i]`."""

    characters: Characters
    start: Positions
    absent: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, column: pa.StringArray) -> Text:
        """The texts of an Arrow column."""
        filled = pc.fill_null(column, "")
        length = pc.utf8_length(filled).to_numpy(zero_copy_only=False).astype(np.int64)
        joined = "".join(filled.to_pylist())
        characters = np.frombuffer(joined.encode("utf-32-le"), dtype=np.uint32).copy()
        return cls(
            characters, np.concatenate([[0], np.cumsum(length)]), column.is_null().to_numpy(zero_copy_only=False)
        )

    def column(self) -> pa.StringArray:
        """The texts as an Arrow column."""
        bytes_of = 1 + (self.characters > 0x7F).astype(np.int64) + (self.characters > 0x7FF)
        end = np.concatenate([[0], np.cumsum(bytes_of)])
        data = self.characters.tobytes().decode("utf-32-le").encode("utf-8")
        offsets = end[self.start].astype(np.int32)
        known = pa.array(~self.absent)
        plain = pa.StringArray.from_buffers(len(self.absent), pa.py_buffer(offsets.tobytes()), pa.py_buffer(data))
        return pc.if_else(known, plain, pa.scalar(None, pa.string()))

    @property
    def length(self) -> Positions:
        """Characters in each text."""
        return np.diff(self.start)

    def repeated(self, times: npt.NDArray[np.int8]) -> Positions:
        """Writes each character `times` times (0 leaves it out); gives where each written one stood before."""
        before = np.repeat(np.arange(len(times), dtype=np.int64), times)
        written = np.concatenate([[0], np.cumsum(times, dtype=np.int64)])
        self.characters = self.characters[before]
        self.start = written[self.start]
        return before

    def titled(self, rows: npt.NDArray[np.bool_]) -> None:
        """Makes capital letters small in `rows`, except the first of each word: "5TH" becomes "5th"."""
        small = np.repeat(rows, self.length)
        letter = self._letters()
        digit = (self.characters >= ord("0")) & (self.characters <= ord("9"))
        small[1:] &= (letter | digit)[:-1]
        small[self.start[:-1][self.length > 0]] = False
        self.characters[small & letter] |= 32

    def _letters(self) -> npt.NDArray[np.bool_]:
        code = self.characters
        plain = (code >= ord("A")) & (code <= ord("Z")) | (code >= ord("a")) & (code <= ord("z"))
        return np.asarray(plain | (code >= 0xC0) & (code <= 0xFF) & (code != 0xD7) & (code != 0xF7))
