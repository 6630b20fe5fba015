"""What files hold, one thing after the other: the files below folders, what is in archives, the articles in each."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from depeche.errors import InputError, UserError, reason
from depeche.ingest.kinds import READERS, reader_named, recognise
from depeche.ingest.reader import Asked, Found, Reader
from depeche.ingest.source import Source, file_source, readable
from depeche.messages import tr
from depeche.paths import DATABASE

Refuse = Callable[[str, InputError], None]
"""Told of what can't be looked into: where it is, and why."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something found, and where in words for a person."""

    where: str
    found: Found


@dataclass(frozen=True, slots=True)
class Leaf:
    """A file that holds articles and no other files, and who reads it."""

    source: Source
    reader: Reader


def files(path: Path, refuse: Refuse) -> Iterator[Source]:
    """Yield the file that was chosen or, for a folder, each below it in order of name, labelled by its path there.

    Hidden ones aren't looked at, nor is what lies in a project's folder. Links in a folder aren't followed: they may
    lead round in a circle, or to a file that the person who chose the folder never saw.
    """
    try:
        is_folder = path.is_dir()
    except OSError:  # a place that may not be looked into: reading says so
        is_folder = False
    if is_folder:
        yield from (file_source(one, one.relative_to(path).with_suffix("").as_posix()) for one in _below(path, refuse))
    else:
        yield file_source(path)


def _below(folder: Path, refuse: Refuse) -> Iterator[Path]:
    def unreadable(error: OSError) -> None:
        refuse(readable(str(error.filename)), _unreadable(error))

    for place, folders, names in os.walk(folder, onerror=unreadable):
        if DATABASE in names:
            refuse(readable(place), InputError(tr("c’est le dossier d’un projet, rien n’en est lu")))
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(place, name) for name in sorted(names) if not name.startswith(".")):
            if path.is_symlink():
                refuse(readable(str(path)), InputError(tr("c’est un lien, qui n’est pas suivi")))
            else:
                yield path


def named_kind(name: str) -> Reader:
    """Return the reader that a person named. Raises UserError."""
    try:
        return reader_named(name)
    except KeyError:
        known = ", ".join(reader.name for reader in READERS)
        raise UserError(
            tr("Le genre de fichier « {name} » n’est pas connu.", name=name), tr("Connus : {known}.", known=known)
        ) from None


def leaves(source: Source, kind: Reader | None = None, depth: int = 0) -> Iterator[Leaf | Item]:
    """Yield the files with articles in a file: itself, or an archive's members; or what can't be read, and why.

    An archive inside another isn't looked into. `kind` reads what isn't an archive, whatever it looks like.
    """
    try:
        reader = recognise(source)
        if kind is not None and (reader.members is None or kind.members is not None):
            reader = kind
        if reader.members is None:
            yield Leaf(source, reader)
            return
        if depth:
            raise InputError(tr("c’est une archive dans une archive"))
        for one in reader.members(source):
            if isinstance(one, Source):
                yield from leaves(one, kind, depth + 1)
            else:
                yield Item(_where(source, one), one)
    except InputError as error:
        yield Item(source.where, Found(error))
    except OSError as error:
        yield Item(source.where, Found(_unreadable(error)))


def items(leaf: Leaf, asked: Asked) -> Iterator[Item]:
    """Yield what a file holds, and at the end what keeps the rest from being read, if anything does."""
    source, read = leaf.source, leaf.reader.read
    try:
        if read is not None:
            for found in read(source, asked):
                yield Item(_where(source, found), found)
    except InputError as error:
        yield Item(source.where, Found(error))
    except OSError as error:
        yield Item(source.where, Found(_unreadable(error)))


def _where(source: Source, found: Found) -> str:
    return tr("{path}, {place}", path=source.where, place=found.place) if found.place else source.where


def _unreadable(error: OSError) -> InputError:
    return InputError(tr("il ne peut pas être lu ({why})", why=reason(error)))
