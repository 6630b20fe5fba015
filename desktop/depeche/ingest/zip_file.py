"""A zip file from anybody: what is in it, and each member as a stream, within limits and never extracted."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import IO, Any, BinaryIO
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from depeche.core.package import MANIFEST, SUFFIX
from depeche.errors import InputError
from depeche.ingest.source import Source
from depeche.messages import number, tr

MAGIC = b"PK\x03\x04", b"PK\x05\x06"
TOTAL = 2_000_000_000
"""Bytes of all members together, unpacked."""
MEMBERS = 10_000
RATIO = 100
"""How often its compressed size a member of a megabyte or more may have."""
_SMALL = 1_000_000
_DIRECTORY = 10_000_000
"""Bytes of the archive's own list, which is read at once."""

_END = struct.Struct("<4s4H2LH")
_LOCATOR = struct.Struct("<4sLQL")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_UTF8_NAME = 0x800
_BROKEN = (
    *(BadZipFile, LargeZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, IndexError, struct.error),
    *(zlib.error, OSError, OverflowError),
)
"""What Python's reader raises on an archive that isn't one. RuntimeError: encrypted; OSError: bzip2 or lzma damaged."""

_OFFICE = (("word/", "word"), ("xl/", "excel"), ("ppt/", "powerpoint"))
_DAMAGED = {".docx": "word", ".odt": "odt"}
"""What an archive that can't be opened is by its suffix."""
_SAID = (
    (b"application/epub", "epub"),
    (b"application/vnd.oasis.opendocument.text", "odt"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "excel"),
    (b"application/vnd.oasis.opendocument.presentation", "powerpoint"),
)


class Zip:
    """An open zip file. Use it in a `with` block. Raises InputError for what isn't one, or goes beyond the limits.

    `infos` are its members, folders left out.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._file: BinaryIO | None = None
        self._zip: ZipFile
        self.infos: list[ZipInfo] = []

    def __enter__(self) -> Zip:
        self._file = self._source.open()
        try:
            _check_end(self._file)
            self._zip = ZipFile(self._file)
            infos = self._zip.infolist()
            for info in infos:
                info.filename = name_of(info)
        except _BROKEN as error:
            self._file.close()
            raise InputError(tr("l’archive est abîmée")) from error
        except BaseException:
            self._file.close()
            raise
        self.infos = [info for info in infos if not info.is_dir()]
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._file is not None:
            self._zip.close()
            self._file.close()
            self._file = None

    def check_total(self, total: int = TOTAL) -> None:
        """Raise InputError where the members hold more than `total` bytes together."""
        if sum(info.file_size for info in self.infos) > total:
            raise InputError(tr("décompressée, l’archive dépasse {limit} Mo", limit=number(total // 1_000_000)))

    def open(self, info: ZipInfo) -> BinaryIO:
        """Open a member; reading raises InputError where it is damaged. Works after the block too, at more cost."""
        if self._file is None:
            again = Zip(self._source).__enter__()
            try:
                return io.BufferedReader(_Member(again._packed(info), again))
            except BaseException:
                again.__exit__(None, None, None)
                raise
        return io.BufferedReader(_Member(self._packed(info)))

    def _packed(self, info: ZipInfo) -> IO[bytes]:
        try:
            return self._zip.open(info)
        except _BROKEN as error:
            raise InputError(tr("« {name} » ne peut pas être décompressé", name=info.filename)) from error

    def read(self, info: ZipInfo) -> bytes:
        """Return what a member holds."""
        check_member(info)
        with self.open(info) as stream:
            return stream.read()


def kind_of(source: Source, head: bytes) -> str:
    """Return what a zip file is: word, excel, powerpoint, odt, epub, package, or zip; empty for what isn't one."""
    if not head.startswith(MAGIC):
        return ""
    try:
        with Zip(source) as opened:
            names = [info.filename for info in opened.infos]
            first = opened.infos[0] if opened.infos else None
            said = opened.read(first) if first and first.filename == "mimetype" and first.file_size < 100 else b""
    except InputError:  # whoever reads it says what is wrong
        return _DAMAGED.get(source.suffix, "zip")
    known = set(names)
    if MANIFEST in known and (source.suffix == SUFFIX or b'{"format": "depeche-package"' in head[:200]):
        return "package"
    if "[Content_Types].xml" in known:
        return next((kind for folder, kind in _OFFICE if any(name.startswith(folder) for name in names)), "zip")
    return next((kind for begins, kind in _SAID if said.startswith(begins)), "zip")


def check_member(info: ZipInfo) -> None:
    """Raise InputError for a member that is encrypted, or unpacks to too much."""
    if info.flag_bits & 1:
        raise InputError(tr("« {name} » est chiffré", name=info.filename))
    if info.file_size > _SMALL and info.file_size > RATIO * info.compress_size:
        raise InputError(
            tr("« {name} » se décompresse à plus de {ratio} fois sa taille", name=info.filename, ratio=RATIO)
        )


def name_of(info: ZipInfo) -> str:
    """Return a member's name as it was meant, with the separators that zip has where Windows's were written."""
    return _decoded(info).replace("\\", "/")


def _decoded(info: ZipInfo) -> str:
    """Return a member's name in its own encoding.

    Without the mark for UTF-8, programs write UTF-8 all the same, or the code page of Western Windows, for which zip
    says 437: where that gives box drawings it was 850, which has the accented capitals there.
    """
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    try:
        data = info.filename.encode("cp437")
    except UnicodeEncodeError:  # Python has put it right already
        return info.filename
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        drawn = any("\u2500" <= char <= "\u259f" for char in info.filename)
        return data.decode("cp850") if drawn else info.filename


class _Member(io.RawIOBase):
    """A member's bytes; what goes wrong with them is an InputError. Closes the archive that was opened for it alone."""

    def __init__(self, packed: IO[bytes], own: Zip | None = None) -> None:
        self._packed = packed
        self._own = own

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        with _explained():
            data = self._packed.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def seek(self, to: int, whence: int = 0) -> int:
        with _explained():
            return self._packed.seek(to, whence)

    def tell(self) -> int:
        return self._packed.tell()

    def close(self) -> None:
        if not self.closed:
            self._packed.close()
            if self._own is not None:
                self._own.__exit__(None, None, None)
        super().close()


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except _BROKEN as error:
        raise InputError(tr("l’archive est abîmée")) from error


def _check_end(file: BinaryIO) -> None:
    """Raise InputError where the archive's own list is too long to be read at once, BadZipFile where there is none."""
    size = file.seek(0, io.SEEK_END)
    start = max(0, size - 65_536 - _END.size)
    file.seek(start)
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END.size:
        raise BadZipFile
    _, _, _, _, count, directory, _, _ = _END.unpack_from(tail, at)
    if at >= _LOCATOR.size and tail[at - _LOCATOR.size : at].startswith(b"PK\x06\x07"):
        file.seek(_LOCATOR.unpack_from(tail, at - _LOCATOR.size)[2])
        _, _, _, _, _, _, _, count, directory, _ = _END_64.unpack(file.read(_END_64.size))
    if count > MEMBERS:
        raise InputError(tr("l’archive contient plus de {limit} fichiers", limit=number(MEMBERS)))
    if directory > _DIRECTORY:
        raise InputError(tr("la liste de ce que contient l’archive est trop longue"))
    file.seek(0)
