"""One file packed by gzip: what is in it is read as if it lay there."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO

from depeche.errors import InputError
from depeche.ingest.reader import Found, Reader
from depeche.ingest.source import Source
from depeche.ingest.zip_file import RATIO, TOTAL
from depeche.messages import tr

_MAGIC = b"\x1f\x8b\x08"
_SMALL = 1_000_000
_BROKEN = OSError, EOFError, zlib.error


def _recognises(source: Source, head: bytes) -> bool:
    return head.startswith(_MAGIC)  # web archives, which are packed like this, are asked for before


def _members(source: Source) -> Iterator[Source | Found]:
    name = source.name.removesuffix(".gz").removesuffix(".GZ")
    yield Source(name, name.rsplit(".", 1)[0], source.where, partial(_open, source), packed=True)


def _open(source: Source) -> BinaryIO:
    return io.BufferedReader(_Unpacked(source.open()))


class _Unpacked(io.RawIOBase):
    """The bytes that a packed file unpacks to. Raises InputError where it is damaged or unpacks to too much."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._limit = min(TOTAL, max(_SMALL, RATIO * file.seek(0, io.SEEK_END)))
        file.seek(0)
        self._inner = gzip.GzipFile(fileobj=file)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._explained(self._inner.read, len(buffer))
        if self._inner.tell() > self._limit:
            raise InputError(tr("il se décompresse à plus de {ratio} fois sa taille", ratio=RATIO))
        buffer[: len(data)] = data
        return len(data)

    def seek(self, to: int, whence: int = 0) -> int:
        if whence == io.SEEK_END:  # gzip doesn't know the end before it has read there, however far that is
            while self.read(1 << 18):
                pass
            to, whence = self._inner.tell() + to, io.SEEK_SET
        return int(self._explained(self._inner.seek, to, whence))

    def tell(self) -> int:
        return self._inner.tell()

    def close(self) -> None:
        if not self.closed:
            self._inner.close()
            self._file.close()
        super().close()

    def _explained(self, deed: Any, *values: int) -> Any:
        try:
            return deed(*values)
        except _BROKEN as error:
            raise InputError(tr("le fichier compressé est abîmé")) from error


READER = Reader("gzip", lambda: tr("Fichier compressé (gzip)"), _recognises, members=_members)
