"""Reads a JSONL file, one article a line, without ever holding more than one line of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from depeche.core.record import Record
from depeche.core.record_reader import from_line
from depeche.core.scheme import Scheme
from depeche.errors import InputError
from depeche.ingest.text_file import LIMIT
from depeche.messages import tr


def read_lines(file: BinaryIO, scheme: Scheme | None) -> Iterator[tuple[int, Record | InputError]]:
    """Yield, for each line that isn't blank, its number from 1 and the article it holds or what is wrong with it."""
    number = 0
    while line := file.readline(LIMIT + 1):
        number += 1
        if len(line) > LIMIT and not line.endswith(b"\n"):
            _skip_rest(file)
            yield number, InputError(tr("elle dépasse {limit} Mo", limit=LIMIT // 1_000_000))
            continue
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if not line.strip():
            continue
        try:
            yield number, from_line(line.decode("utf-8"), scheme)
        except UnicodeDecodeError:
            yield number, InputError(tr("ce n’est pas de l’UTF-8"))
        except InputError as error:
            yield number, error


def _skip_rest(file: BinaryIO) -> None:
    while rest := file.readline(LIMIT):
        if rest.endswith(b"\n"):
            return
