"""The verb: files to articles in a project."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path

from depeche.core.article import DateOrigin
from depeche.core.progress import Progress, Report, silent
from depeche.errors import InputError, reason
from depeche.ingest.arrival import Arrival, As
from depeche.ingest.kinds import recognise
from depeche.ingest.mapping import LabelMap
from depeche.ingest.reader import AS_IT_IS, Asked, Found
from depeche.ingest.source import Source, file_source
from depeche.messages import tr
from depeche.store.project import Project

_AT_ONCE = 50


@dataclass
class Ingested:
    """What became of what was read: `read` = `new` + `known` + the refusals. All sentences name file and line.

    `inferred` counts the publication dates read off a file's name or first lines, to be confirmed; `left_out` the
    rejected marks of articles ingested as suggestions, and those whose label is mapped to nothing.
    """

    read: int = 0
    new: int = 0
    known: int = 0
    spans: int = 0
    suggestions: int = 0
    inferred: int = 0
    left_out: int = 0
    skipped: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def ingest(
    project: Project,
    paths: Sequence[Path],
    report: Report = silent,
    *,
    as_: As | None = None,
    asked: Asked = AS_IT_IS,
    labels: Mapping[str, str | None] | None = None,
) -> Ingested:
    """Store the articles in these files and folders, of whatever kind they are, and say what became of each.

    `as_` decides what marks without a status become (suggestions, if None) and overrides those with one; `labels` maps
    theirs to the project's (`LabelMap`). The same text twice is skipped. Each article is stored whole with its marks,
    or not at all; what is refused has one sentence with file, line and reason, and the rest goes in. `Cancelled` out of
    `report` keeps what was stored so far.
    """
    done = Ingested()
    files = list(_files(paths, done))
    for n, source in enumerate(files):
        report(Progress(n, len(files), source.name))
        batch: list[_Item] = []
        for item in _items(source, asked):
            batch.append(item)
            if len(batch) >= _AT_ONCE:
                _store(project, batch, as_, labels or {}, done)
                batch = []
                report(Progress(n, len(files), f"{source.name} ({done.read})"))
        _store(project, batch, as_, labels or {}, done)
    report(Progress(len(files), len(files)))
    return done


@dataclass(frozen=True, slots=True)
class _Item:
    """Something found, and where in words for a person."""

    where: str
    found: Found


def _items(source: Source, asked: Asked, depth: int = 0) -> Iterator[_Item]:
    """Yield what a file holds. An archive is looked into, one inside another isn't."""
    try:
        reader = recognise(source)
        if reader.members is not None:
            if depth:
                raise InputError(tr("c’est une archive dans une archive"))
            for one in reader.members(source):
                if isinstance(one, Source):
                    yield from _items(one, asked, depth + 1)
                else:
                    yield _Item(_where(source, one), one)
        elif reader.read is not None:
            for found in reader.read(source, asked):
                yield _Item(_where(source, found), found)
    except InputError as error:
        yield _Item(source.where, Found(error))
    except OSError as error:
        yield _Item(source.where, Found(InputError(tr("il ne peut pas être lu ({why})", why=reason(error)))))


def _where(source: Source, found: Found) -> str:
    return tr("{path}, {place}", path=source.where, place=found.place) if found.place else source.where


def _files(paths: Iterable[Path], done: Ingested) -> Iterator[Source]:
    """Yield each file; those in a folder are labelled by their path below it."""
    for path in paths:
        try:
            is_folder = path.is_dir()
        except OSError:  # a place that may not be looked into: reading says so
            is_folder = False
        if not is_folder:
            yield file_source(path)
            continue
        found = list(_in_folder(path, done))
        if not found:
            done.notes.append(tr("{path} : aucun fichier dans ce dossier.", path=path))
        yield from (file_source(one, one.relative_to(path).with_suffix("").as_posix()) for one in found)


def _in_folder(folder: Path, done: Ingested) -> Iterator[Path]:
    """Yield the files below a folder, in order of name; says which folders can't be read.

    Hidden ones aren't looked at. Links to folders aren't followed: they may lead round in a circle.
    """

    def unreadable(error: OSError) -> None:
        why = tr("il ne peut pas être lu ({why})", why=reason(error))
        _refuse(done, tr("{where} : {why}.", where=error.filename, why=why))

    for place, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place, name) for name in sorted(names) if not name.startswith("."))


def _store(
    project: Project, batch: Sequence[_Item], as_: As | None, labels: Mapping[str, str | None], done: Ingested
) -> None:
    """Store a batch in one transaction; the counts change only once it is in."""
    if not batch:
        return
    so_far = Ingested()
    with project.write() as db:
        arrival = Arrival(db, project.annotator, as_)
        mapping = LabelMap(project.scheme, labels)
        for item in batch:
            so_far.read += 1
            record = item.found.record
            if isinstance(record, InputError):
                so_far.refused.append(tr("{where} : {why}.", where=item.where, why=record))
                continue
            try:
                known = arrival.put(mapping.mapped(record), item.where, renamed=not item.found.named)
            except InputError as error:
                so_far.refused.append(tr("{where} : {why}.", where=item.where, why=error))
                continue
            if known is not None:
                so_far.known += 1
                so_far.skipped.append(_skipped(item.where, known, len(record.marks)))
                continue
            so_far.new += 1
            so_far.inferred += record.article.date_origin is DateOrigin.INFERRED
            if item.found.note:
                so_far.notes.append(tr("{where} : {why}.", where=item.where, why=item.found.note))
        so_far.spans, so_far.suggestions = arrival.spans, arrival.suggestions
        so_far.left_out = arrival.left_out + mapping.left_out
    for part in fields(Ingested):
        setattr(done, part.name, getattr(done, part.name) + getattr(so_far, part.name))


def _skipped(where: str, known: str, marks: int) -> str:
    if marks:
        return tr(
            "{where} : même texte que « {name} », ignoré avec son passage."
            "|{where} : même texte que « {name} », ignoré avec ses %n passages.",
            marks,
            where=where,
            name=known,
        )
    return tr("{where} : même texte que « {name} », ignoré.", where=where, name=known)


def _refuse(done: Ingested, sentence: str) -> None:
    done.read += 1
    done.refused.append(sentence)
