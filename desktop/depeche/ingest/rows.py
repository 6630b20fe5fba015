"""The rows of a table in text, with quoted line ends, bounded in memory whatever the file holds."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import TextIO

from depeche.errors import InputError
from depeche.ingest.text_file import LIMIT
from depeche.messages import tr

_BLANK = ("\n", "\r\n", "\r")


def parsed(lines: Iterator[str] | TextIO, separator: str, strict: bool = False) -> Iterator[list[str]]:
    """Return the cells of each row; raises `csv.Error` on the way."""
    csv.field_size_limit(LIMIT)
    return csv.reader(lines, delimiter=separator, strict=strict)


def rows_of(file: TextIO, separator: str) -> Iterator[tuple[int, list[str] | InputError]]:
    """Yield each row that isn't blank with the line it begins on, from 1; nothing after one that can't be read."""
    lines = _Lines(file)
    read = parsed(lines, separator, strict=True)
    while True:
        lines.taken = 0
        try:
            row = next(read, None)
        except csv.Error as error:
            is_open = str(error) == "unexpected end of data"
            wrong = (
                tr("un guillemet ouvert n’y est pas refermé")
                if is_open
                else tr("les guillemets ou les cellules n’y sont pas comme il faut")
            )
            yield lines.begun, InputError(tr("{why} ; la suite n’est pas lue", why=wrong))
            return
        except (UnicodeError, InputError) as error:
            why = str(error) if isinstance(error, InputError) else tr("ce n’est pas du texte dans cet encodage")
            yield lines.begun, InputError(tr("{why} ; la suite n’est pas lue", why=why))
            return
        if row is None:
            return
        if any(cell.strip() for cell in row):
            yield lines.begun, row


class _Lines:
    """A file's lines, their ends kept, never more than a row's limit of them: `taken` counts since it was set to 0.

    Blank ones between rows are passed over. `begun` is the line on which the row begins.
    """

    def __init__(self, file: TextIO) -> None:
        self.number = 0
        self.begun = 1
        self.taken = 0
        self._file = file

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._file.readline(LIMIT + 1)
        if not self.taken:
            while line in _BLANK:
                self.number += 1
                line = self._file.readline(LIMIT + 1)
            self.begun = self.number + 1
        if not line:
            raise StopIteration
        self.number += 1
        self.taken += len(line)
        if self.taken > LIMIT:
            raise InputError(tr("elle dépasse {limit} Mo", limit=LIMIT // 1_000_000))
        return line.removeprefix("\ufeff") if self.number == 1 else line
