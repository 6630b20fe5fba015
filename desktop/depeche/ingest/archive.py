"""A package's zip archive, opened as if an enemy had written it: only what Dépêche itself writes is let in.

Nothing is ever extracted by name. Before a member is read, the archive must be members without gaps in the order of its
list, unencrypted regular files with safe names, each once, within the limits of `core/package.py`; then the manifest's
own list must be the same, and what comes out of each member have the size and hash noted there.
"""

from __future__ import annotations

import hashlib
import io
import stat
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from depeche.core import package
from depeche.core.package import MANIFEST, Kind, Manifest
from depeche.errors import InputError, NewerError, reason
from depeche.ingest.text_file import open_file
from depeche.messages import number, tr

_END = struct.Struct("<4s4H2LH")
_LOCAL = struct.Struct("<4s5H3L2H")
_LOCATOR_OF_ZIP64 = b"PK\x06\x07"
_LOCAL_HEADER = 30
_SMALL = 1_000_000
_UTF8_NAME = 0x800
_BROKEN = (BadZipFile, LargeZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, zlib.error, struct.error)
"""What Python's reader raises on an archive that isn't one; RuntimeError for an encrypted member."""


class Archive:
    """An open package. Use it in a `with` block. Raises InputError for all that isn't as it must be."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: BinaryIO | None = None
        self._infos: dict[str, ZipInfo] = {}
        self.manifest: Manifest

    def __enter__(self) -> Archive:
        try:
            self._file = open_file(self.path)
        except OSError as error:
            raise self.refusal(tr("il ne peut pas être lu ({why})", why=reason(error))) from error
        except InputError as error:
            raise self.refusal(str(error)) from None
        try:
            self._open(self._file)
        except BaseException:
            self._file.close()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._file is not None:
            self._file.close()

    def _open(self, file: BinaryIO) -> None:
        with self._explained():
            package.check_version(_head(file), self.path.name)
            directory = _check_end(file)
            self._zip = ZipFile(file)
            infos = self._zip.infolist()
            _check_members(infos, directory)
            self._infos = {info.filename: info for info in infos}
            data = self._zip.read(MANIFEST)
            self.manifest = package.from_line(_decoded(data))
            sizes = {info.filename: info.file_size for info in infos if info.filename != MANIFEST}
            _check_noted(self.manifest, sizes)

    def verify(self) -> None:
        """Read every member once and hold it to its hash, before any of it is taken for what it says."""
        for name in self.manifest.members:
            for _ in self.pieces(name):
                pass

    def read(self, name: str) -> str:
        """Return a small member's text."""
        with self._stream(name) as stream:
            return _decoded(stream.read())

    def lines(self, name: str) -> Iterator[tuple[int, str]]:
        """Yield a member's lines without their ends, each with its number from 1; never more than one in memory."""
        with self._stream(name) as stream:
            n = 0
            while line := stream.readline(package.LINE + 1):
                n += 1
                if len(line) > package.LINE or not line.endswith(b"\n"):
                    raise InputError(tr("« {name} », ligne {line} : elle est trop longue ou coupée", name=name, line=n))
                try:
                    yield n, line[:-1].decode("utf-8")
                except UnicodeDecodeError:
                    raise InputError(
                        tr("« {name} », ligne {line} : ce n’est pas de l’UTF-8", name=name, line=n)
                    ) from None

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield what a member holds, a piece at a time."""
        with self._stream(name) as stream:
            while piece := stream.read(1 << 18):
                yield piece

    @contextmanager
    def _stream(self, name: str) -> Iterator[BinaryIO]:
        """Give a member to read; when the block ends well, all of it has been read and was what the manifest says."""
        if name not in self._infos:
            raise self.refusal(tr("« {name} » n’y est pas", name=name))
        with self._explained(), self._zip.open(self._infos[name]) as packed:
            hashed = _Hashed(packed)
            with io.BufferedReader(hashed, 1 << 18) as stream:  # type: ignore[type-var]
                yield stream
                while stream.read(1 << 18):
                    pass
                if hashed.digest.hexdigest() != self.manifest.members[name].sha256:
                    raise InputError(
                        tr("« {name} » a été abîmé : son empreinte n’est pas celle qui est notée", name=name)
                    )

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except NewerError:
            raise
        except InputError as error:
            raise self.refusal(str(error)) from None
        except UnicodeError:
            raise self.refusal(tr("l’archive est abîmée")) from None
        except _BROKEN as error:
            raise self.refusal(tr("l’archive est abîmée")) from error
        except OSError as error:
            raise self.refusal(tr("il ne peut pas être lu ({why})", why=reason(error))) from error

    def refusal(self, why: str) -> InputError:
        """Return the error that says why this file is refused."""
        return InputError(
            tr("{path} est refusé : {why}.", path=self.path.name, why=why),
            tr("Demandez-le de nouveau à la personne qui l’a envoyé ; rien n’a été changé."),
        )


class _Hashed(io.RawIOBase):
    """A stream that hashes what is read from it."""

    def __init__(self, source: IO[bytes]) -> None:
        super().__init__()
        self._source = source
        self.digest = hashlib.sha256()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        data = self._source.read(len(buffer))
        buffer[: len(data)] = data
        self.digest.update(data)
        return len(data)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise InputError(tr("ce n’est pas de l’UTF-8")) from None


def _head(file: BinaryIO) -> bytes:
    """Return how the manifest begins, if it is the archive's first member and not compressed; else nothing."""
    head = file.read(_LOCAL_HEADER + len(MANIFEST) + 200)
    if len(head) < _LOCAL_HEADER or not head.startswith(b"PK\x03\x04"):
        return b""
    _, _, _, compression, *_, length, extra = _LOCAL.unpack(head[:_LOCAL_HEADER])
    name = head[_LOCAL_HEADER : _LOCAL_HEADER + length]
    return head[_LOCAL_HEADER + length + extra :] if (name, compression) == (MANIFEST.encode(), ZIP_STORED) else b""


def _check_end(file: BinaryIO) -> int:
    """Check the archive's last record, which Python would believe, and return where its list of members begins."""
    size = file.seek(0, io.SEEK_END)
    if size > package.LIMIT:
        raise InputError(tr("il dépasse {limit} Mo", limit=number(package.LIMIT // 1_000_000)))
    foreign = InputError(tr("ce n’est pas un lot de travail de Dépêche, ou il a été coupé en route"))
    if size < _END.size:
        raise foreign
    file.seek(0)
    if file.read(4) != b"PK\x03\x04":
        raise foreign
    file.seek(size - _END.size)
    mark, disk, first, here, total, length, start, comment = _END.unpack(file.read(_END.size))
    if mark != b"PK\x05\x06" or start + length + _END.size != size or disk or first or comment or here != total:
        raise foreign
    if length > package.DIRECTORY or total > package.MEMBERS:
        raise InputError(tr("il contient trop de fichiers"))
    file.seek(max(0, size - _END.size - 20))
    if file.read(4) == _LOCATOR_OF_ZIP64:
        raise foreign
    file.seek(0)
    return int(start)


def _check_members(infos: list[ZipInfo], directory: int) -> None:
    if not infos or infos[0].orig_filename != MANIFEST or infos[0].compress_type != ZIP_STORED:
        raise InputError(tr("ce n’est pas un lot de travail de Dépêche"))
    seen: set[str] = set()
    total, at = 0, 0
    for info in infos:
        name = info.orig_filename
        if not package.is_safe(name):
            raise InputError(tr("le nom « {name} » mène hors du dossier ou n’est pas admis", name=_shown(name)))
        if name.casefold() in seen:
            raise InputError(tr("« {name} » y figure deux fois", name=_shown(name)))
        seen.add(name.casefold())
        if info.flag_bits & 1:
            raise InputError(tr("« {name} » est chiffré", name=name))
        if stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG) or info.external_attr & 0x10:
            raise InputError(tr("« {name} » n’est pas un fichier ordinaire (lien, dossier ou périphérique)", name=name))
        total += info.file_size
        if total > package.LIMIT or (name == MANIFEST and info.file_size > package.DIRECTORY):
            raise InputError(tr("il dépasse {limit} Mo une fois ouvert", limit=number(package.LIMIT // 1_000_000)))
        if info.file_size > max(_SMALL, package.RATIO * info.compress_size):
            raise InputError(tr("« {name} » enflerait plus de {ratio} fois", name=name, ratio=package.RATIO))
        if info.header_offset != at or info.flag_bits & ~_UTF8_NAME or info.extra or info.comment:
            raise InputError(tr("l’archive n’est pas telle que Dépêche l’écrit"))
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise InputError(tr("l’archive n’est pas telle que Dépêche l’écrit"))
        coded = name.encode("utf-8" if info.flag_bits & _UTF8_NAME else "cp437")
        at += _LOCAL_HEADER + len(coded) + info.compress_size
    if at != directory:
        raise InputError(tr("l’archive n’est pas telle que Dépêche l’écrit"))


def _check_noted(manifest: Manifest, sizes: dict[str, int]) -> None:
    """Check that the members there are those that the manifest names, and those that a package has."""
    if sizes != {name: member.bytes for name, member in manifest.members.items()}:
        raise InputError(tr("ce qu’il contient n’est pas ce qu’il annonce"))
    wanted = {package.SCHEME, package.ACTORS, package.ARTICLES}
    wanted.add(package.GUIDE if manifest.kind is Kind.WORK else package.JOURNAL)
    model = {name for name in sizes if manifest.model and name.startswith(f"{package.MODELS}{manifest.model}/")}
    if set(sizes) - model != wanted or (manifest.model and manifest.kind is not Kind.WORK):
        raise InputError(tr("ce qu’il contient n’est pas ce qu’il annonce"))
    for name in wanted & {package.SCHEME, package.GUIDE}:
        if sizes[name] > package.DIRECTORY:
            raise InputError(tr("« {name} » y est démesuré", name=name))


def _shown(name: str) -> str:
    return "".join(char if char.isprintable() else "�" for char in name[:80])
