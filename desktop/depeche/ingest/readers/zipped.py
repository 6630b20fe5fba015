"""Zip archives: their members are read as files are, in memory, and never written anywhere."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath
from zipfile import ZipInfo

from depeche.errors import InputError
from depeche.ingest.reader import Found, Reader
from depeche.ingest.source import Source
from depeche.ingest.zip_file import Zip, check_member, kind_of
from depeche.messages import tr

_DRIVE = re.compile(r"[a-zA-Z]:")
_OF_THE_SYSTEM = frozenset({"__macosx", "thumbs.db", "desktop.ini"})


def _recognises(source: Source, head: bytes) -> bool:
    return kind_of(source, head) in ("zip", "package")


def _members(source: Source) -> Iterator[Source | Found]:
    """Yield each member as a file, in the archive's order, or why it isn't read.

    What systems and programs leave beside files (hidden ones, `__MACOSX`) is passed over, as it is in folders.
    """
    if kind_of(source, source.head()) == "package":
        raise InputError(tr("c’est un lot de travail : ouvrez-le par « Ouvrir un lot de travail… »"))
    with Zip(source) as archive:
        archive.check_total()
        if not archive.infos:
            raise InputError(tr("l’archive est vide"))
        members: dict[str, Source] = {}
        wrong: dict[int, InputError] = {}
        seen: set[str] = set()
        for n, info in enumerate(archive.infos):
            try:
                _check(info, seen)
            except InputError as error:
                wrong[n] = error
            else:
                members[info.filename] = _member(source, archive, info, members)
            seen.add(info.filename)
        passed_over = 0
        for n, info in enumerate(archive.infos):
            if n in wrong:
                yield Found(wrong[n])
            elif _is_passed_over(info.filename):
                passed_over += 1
            else:
                yield members[info.filename]
        if passed_over == len(archive.infos):
            raise InputError(tr("l’archive ne contient que des fichiers cachés"))


def _member(source: Source, archive: Zip, info: ZipInfo, members: dict[str, Source]) -> Source:
    path = PurePosixPath(info.filename)

    def beside(name: str) -> Source | None:
        return members.get(str(path.with_name(name))) if PurePosixPath(name).name == name else None

    where = tr("{archive} › {name}", archive=source.where, name=info.filename)
    return Source(path.name, str(path.with_suffix("")), where, partial(archive.open, info), beside, packed=True)


def _is_passed_over(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return any(part.startswith(".") or part.lower() in _OF_THE_SYSTEM for part in parts)


def _check(info: ZipInfo, seen: set[str]) -> None:
    """Raise InputError for a member that a file in a folder couldn't be, with its name."""
    name = info.filename
    parts = name.split("/")
    if (
        name.startswith("/") or _DRIVE.match(name) or ".." in parts or "." in parts or "" in parts
    ) or not PurePosixPath(name).name:
        raise InputError(tr("« {name} » : ce nom mène hors de l’archive", name=name))
    if not name.isprintable():
        raise InputError(tr("« {name} » : ce nom contient des caractères invisibles", name=ascii(name)[1:-1]))
    if name in seen:
        raise InputError(tr("« {name} » y figure deux fois", name=name))
    kind = stat.S_IFMT(info.external_attr >> 16)
    if stat.S_ISLNK(kind):
        raise InputError(tr("« {name} » est un lien", name=name))
    if kind and not stat.S_ISREG(kind):
        raise InputError(tr("« {name} » n’est pas un fichier ordinaire", name=name))
    check_member(info)


READER = Reader("zip", lambda: tr("Archive zip"), _recognises, members=_members)
