"""A file that is read, wherever it lies: on the disk, or a member of an archive."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from depeche.errors import InputError, reason
from depeche.ingest.text_file import LIMIT, open_file
from depeche.messages import tr

HEAD = 65_536
"""Bytes from a file's beginning by which its kind is told."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where bytes come from.

    `name` is the file's own name with its suffix; `label` the path below the folder or archive that was given, without
    suffix, which an article is named by that brings no identifier; `where` what a person is told. `opened` opens it
    anew each time and raises OSError or InputError. `beside` returns a file of that name in the same folder, or None.
    `packed`: it is an archive's member.
    """

    name: str
    label: str
    where: str
    opened: Callable[[], BinaryIO]
    beside: Callable[[str], Source | None] = lambda name: None
    packed: bool = False

    @property
    def suffix(self) -> str:
        """The suffix in small letters, with its dot; empty if there is none."""
        return Path(self.name).suffix.lower()

    def open(self) -> BinaryIO:
        """Open it to read; the caller closes it. Raises InputError where it can't be read."""
        try:
            return self.opened()
        except OSError as error:
            raise InputError(tr("il ne peut pas être lu ({why})", why=reason(error))) from error

    def head(self, size: int = HEAD) -> bytes:
        """Return its first bytes. Raises InputError where it can't be read."""
        return self._read(size)

    def data(self, limit: int = LIMIT) -> bytes:
        """Return all its bytes. Raises InputError where it can't be read, or holds more than `limit` bytes."""
        data = self._read(limit + 1)
        if len(data) > limit:
            raise InputError(tr("il dépasse {limit} Mo", limit=limit // 1_000_000))
        return data

    def _read(self, size: int) -> bytes:
        try:
            with self.open() as file:
                return file.read(size)
        except OSError as error:
            raise InputError(tr("il ne peut pas être lu ({why})", why=reason(error))) from error


def file_source(path: Path, label: str = "") -> Source:
    """Return a file on the disk as a source; only regular files are ever opened."""

    def beside(name: str) -> Source | None:
        other = path.with_name(name)
        return file_source(other) if Path(name).name == name and other.is_file() and not other.is_symlink() else None

    return Source(
        readable(path.name), readable(label or path.stem), readable(str(path)), lambda: open_file(path), beside
    )


def readable(name: str) -> str:
    """Return a file's name with U+FFFD for its bytes that aren't UTF-8: such a name can be neither stored nor told."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
