"""What can go wrong, said so that the reader knows what to do next."""

from __future__ import annotations

from pathlib import Path


class SufficeError(Exception):
    """A fault of the program or the machine (full disk, lost worker). The command line exits with 1."""

    exit_code = 1


class InputError(SufficeError):
    """Input that cannot be used. The command line exits with 2.

    `str()` gives one paragraph: where (file, row, column), what was found, what was expected, what to do.
    """

    exit_code = 2

    def __init__(
        self,
        message: str,
        *,
        file: Path | str | None = None,
        row: int | None = None,
        column: str | None = None,
        found: str | None = None,
        expected: str | None = None,
        remedy: str | None = None,
    ) -> None:
        self.message = message
        self.file = None if file is None else str(file)
        self.row = row
        self.column = column
        self.found = found
        self.expected = expected
        self.remedy = remedy
        super().__init__(self.paragraph())

    def in_file(self, file: Path | str) -> InputError:
        """The same error, said to be in `file`, where it names no file itself."""
        return InputError(
            self.message, file=self.file or file, row=self.row, column=self.column, found=self.found,
            expected=self.expected, remedy=self.remedy,
        )  # fmt: skip

    def paragraph(self) -> str:
        """The whole message as one paragraph, in the order a reader needs it."""
        where = [part for part in (self.file, self._row(), self._column()) if part]
        said = [f"{', '.join(where)}: {self.message}" if where else self.message]
        if self.found is not None:
            said.append(f"Found: {shortened(self.found) or 'nothing'}")
        if self.expected is not None:
            said.append(f"Expected: {self.expected}")
        if self.remedy is not None:
            said.append(self.remedy)
        return " ".join(sentence if sentence.endswith((".", "?", "!")) else sentence + "." for sentence in said)

    def _row(self) -> str | None:
        return None if self.row is None else f"row {self.row:,}"

    def _column(self) -> str | None:
        return None if self.column is None else f"column {self.column}"


def shortened(text: str, most: int = 120) -> str:
    """`text` on one line, cut to `most` characters: a message must stay readable whatever a file holds."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
