"""The members of a package on their way into its zip archive: the same members give the same bytes."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from depeche.core import package
from depeche.core.package import Manifest, Member
from depeche.errors import UserError
from depeche.messages import number, tr

_AT_ONCE = 1 << 20
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that zip knows: a package says nothing of when it was made."""


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    member: Member


class Parcel:
    """Members, kept in `spool` (a file open for writing and reading) until their hashes are known.

    Raises UserError as soon as they are more than a package may hold.
    """

    def __init__(self, spool: BinaryIO) -> None:
        self._spool = spool
        self._places: dict[str, _Place] = {}

    def add(self, name: str, pieces: Iterable[bytes]) -> None:
        """Take in a member, in pieces."""
        start, digest = self._spool.tell(), hashlib.sha256()
        for piece in pieces:
            self._spool.write(piece)
            digest.update(piece)
            if self._spool.tell() > package.LIMIT:
                raise UserError(
                    tr("Un lot ne peut pas dépasser {limit} Mo.", limit=number(package.LIMIT // 1_000_000)),
                    tr("Choisissez moins d’articles, ou laissez le modèle de côté."),
                )
        self._places[name] = _Place(start, Member(self._spool.tell() - start, digest.hexdigest()))

    def add_lines(self, name: str, lines: Iterable[str]) -> None:
        """Take in a member of lines."""
        self.add(name, (_checked(line) for line in lines))

    @property
    def members(self) -> dict[str, Member]:
        """Size and hash of each member so far."""
        return {name: place.member for name, place in self._places.items()}

    def write(self, file: BinaryIO, manifest: Manifest) -> None:
        """Write the archive, the manifest first, into an empty file that can be sought in."""
        packed = self._zip(file, manifest, frozenset())
        # What compresses too well looks like a bomb to who receives it; it is written again as it is.
        dense = frozenset(one.filename for one in packed if one.file_size > package.RATIO * one.compress_size)
        if dense:
            file.seek(0)
            file.truncate()
            self._zip(file, manifest, dense)

    def _zip(self, file: BinaryIO, manifest: Manifest, dense: frozenset[str]) -> list[ZipInfo]:
        data = package.to_line(manifest).encode("utf-8")
        if len(data) > package.DIRECTORY or len(self._places) >= package.MEMBERS:
            raise UserError(tr("Un lot ne peut pas contenir autant de fichiers."))
        with ZipFile(file, "w") as archive:
            with archive.open(_info(package.MANIFEST, ZIP_STORED), "w") as out:
                out.write(data)
            for name, place in self._places.items():
                with archive.open(_info(name, ZIP_STORED if name in dense else ZIP_DEFLATED), "w") as out:
                    self._spool.seek(place.start)
                    left = place.member.bytes
                    while left:
                        piece = self._spool.read(min(left, _AT_ONCE))
                        out.write(piece)
                        left -= len(piece)
            return archive.infolist()


def _info(name: str, compression: int) -> ZipInfo:
    info = ZipInfo(name, _EPOCH)
    info.compress_type = compression
    info.create_system = 3  # else the system that wrote it would show in the bytes
    info.external_attr = (stat.S_IFREG | 0o644) << 16
    return info


def _checked(line: str) -> bytes:
    data = line.encode("utf-8") + b"\n"
    if len(data) > package.LINE:
        raise UserError(tr("Un article dépasse {limit} Mo avec son travail.", limit=package.LINE // 1_000_000))
    return data
