"""Numbers that wait on the disk until they are asked for, so that memory doesn't grow with the articles they are of."""

from __future__ import annotations

import weakref
from array import array
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import Any

from depeche.errors import UserError, reason
from depeche.messages import tr

_BUCKETS = 64  # a million articles have a million signs in each
_AT_ONCE = 1024  # signs of a bucket that are written together


class NoRoomError(UserError):
    """What waits finds no room on the disk of temporary files, or there is no such place."""


@contextmanager
def room_needed() -> Iterator[None]:
    """Raise NoRoomError where what waits finds no room."""
    try:
        yield
    except BrokenPipeError:  # that was no file
        raise
    except OSError as error:
        raise NoRoomError(
            tr("Les articles n’ont pas pu être comparés : {why}.", why=reason(error)),
            tr("Il faut de la place dans le dossier temporaire du système (variable TMPDIR, ou TEMP)."),
        ) from error


class Rows:
    """Rows of numbers of one kind (`array`'s type code), one after the other; each is got by its place, from 0."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._size = array(kind).itemsize
        self._ends = array("Q", [0])
        self._file = TemporaryFile()  # noqa: SIM115  closed with the last who knows these rows
        weakref.finalize(self, self._file.close)

    def __len__(self) -> int:
        return len(self._ends) - 1

    def append(self, row: array[Any]) -> None:
        """Take in a row."""
        self._file.seek(self._ends[-1])
        self._file.write(row)
        self._ends.append(self._ends[-1] + len(row) * self._size)

    def __getitem__(self, place: int) -> array[Any]:
        self._file.seek(self._ends[place])
        return array(self._kind, self._file.read(self._ends[place + 1] - self._ends[place]))

    def __iter__(self) -> Iterator[array[Any]]:
        return (self[place] for place in range(len(self)))

    def length(self, place: int) -> int:
        """Return how many numbers a row has."""
        return (self._ends[place + 1] - self._ends[place]) // self._size


class Buckets:
    """Signs (64-bit integers) apart by their value, so that one part of them is looked at after the other."""

    def __init__(self, signs: Iterable[Iterable[int]] = ()) -> None:
        self._rows = Rows("q")
        self._places: list[list[int]] = [[] for _ in range(_BUCKETS)]
        self._fresh = [array("q") for _ in range(_BUCKETS)]
        for some in signs:
            self.put(some)

    def put(self, signs: Iterable[int]) -> None:
        """Take in signs."""
        for sign in signs:
            which = sign % _BUCKETS
            fresh = self._fresh[which]
            fresh.append(sign)
            if len(fresh) == _AT_ONCE:
                self._places[which].append(len(self._rows))
                self._rows.append(fresh)
                self._fresh[which] = array("q")

    def __iter__(self) -> Iterator[array[int]]:
        """Yield every bucket’s signs, always in the same order; equal ones are in the same bucket."""
        for places, fresh in zip(self._places, self._fresh, strict=True):
            signs = array("q")
            for place in places:
                signs += self._rows[place]
            yield signs + fresh
