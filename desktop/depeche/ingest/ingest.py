"""The verb: files to articles in a project."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from depeche.core.article import DateOrigin
from depeche.core.progress import Progress, Report, silent
from depeche.core.record import Record
from depeche.errors import InputError, reason
from depeche.ingest.arrival import Arrival, As
from depeche.ingest.jsonl_file import read_jsonl
from depeche.ingest.text_file import read_text
from depeche.messages import tr
from depeche.store.project import Project

SUFFIXES = (".txt", ".text", ".jsonl", ".ndjson")

_AT_ONCE = 50


@dataclass
class Ingested:
    """What became of what was read: `read` = `new` + `known` + the refusals. All sentences name file and line.

    `inferred` counts the publication dates read off a file's name or first lines, to be confirmed; `left_out` the
    rejected marks of articles ingested as suggestions.
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


@dataclass(frozen=True, slots=True)
class _Item:
    where: str
    record: Record | InputError
    note: str = ""
    is_file: bool = False


def ingest(
    project: Project,
    paths: Sequence[Path],
    report: Report = silent,
    *,
    as_: As | None = None,
    titled: bool = True,
) -> Ingested:
    """Store the articles in these files and folders (searched for .txt and .jsonl) and say what became of each.

    `as_` decides what marks without a status become (suggestions, if None) and overrides those with one. The same text
    twice is skipped. Each article is stored whole with its marks, or not at all; what is refused has one sentence with
    file, line and reason, and the rest goes in. `Cancelled` out of `report` keeps what was stored so far.
    """
    done = Ingested()
    files = list(_files(paths, done))
    for n, (path, name) in enumerate(files):
        report(Progress(n, len(files), path.name))
        batch: list[_Item] = []
        for item in _items(project, path, name, titled):
            batch.append(item)
            if len(batch) >= _AT_ONCE:
                _store(project, batch, as_, done)
                batch = []
                report(Progress(n, len(files), f"{path.name} ({done.read})"))
        _store(project, batch, as_, done)
    report(Progress(len(files), len(files)))
    return done


def _files(paths: Iterable[Path], done: Ingested) -> Iterator[tuple[Path, str]]:
    """Yield each file with the name its article gets: the path below the folder that was given, without suffix."""
    for path in paths:
        try:
            is_folder, is_other = path.is_dir(), path.exists() and path.suffix.lower() not in SUFFIXES
        except OSError:  # a place that may not be looked into: reading says so
            is_folder = is_other = False
        if is_folder:
            found = list(_in_folder(path, done))
            if not found:
                done.notes.append(tr("{path} : aucun fichier .txt ou .jsonl dans ce dossier.", path=path))
            yield from ((one, one.relative_to(path).with_suffix("").as_posix()) for one in found)
        elif is_other:
            _refuse(done, tr("{path} : ce type de fichier n’est pas lu (.txt ou .jsonl seulement).", path=path))
        else:
            yield path, path.stem


def _in_folder(folder: Path, done: Ingested) -> Iterator[Path]:
    """Yield the files to read below a folder, in order of name; says which folders and files are passed over.

    Hidden ones aren't looked at. Links to folders aren't followed: they may lead round in a circle.
    """

    def unreadable(error: OSError) -> None:
        why = tr("il ne peut pas être lu ({why})", why=reason(error))
        _refuse(done, tr("{where} : {why}.", where=error.filename, why=why))

    others = 0
    for place, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            if Path(name).suffix.lower() in SUFFIXES:
                yield Path(place, name)
            else:
                others += 1
    if others:
        done.notes.append(
            tr(
                "{path} : %n autre fichier n’est pas lu.|{path} : %n autres fichiers ne sont pas lus.",
                others,
                path=folder,
            )
        )


def _items(project: Project, path: Path, name: str, titled: bool) -> Iterator[_Item]:
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        for line, record in read_jsonl(path, project.scheme):
            yield _Item(tr("{path}, ligne {line}", path=path, line=line) if line else str(path), record)
        return
    try:
        article, encoding = read_text(path, titled=titled)
    except InputError as error:
        yield _Item(str(path), error)
        return
    note = "" if encoding == "utf-8" else tr("{path} : lu comme {encoding}.", path=path, encoding=encoding)
    yield _Item(str(path), Record(replace(article, name=name)), note, is_file=True)


def _store(project: Project, batch: Sequence[_Item], as_: As | None, done: Ingested) -> None:
    """Store a batch in one transaction; the counts change only once it is in."""
    if not batch:
        return
    so_far = Ingested()
    with project.write() as db:
        arrival = Arrival(db, project.annotator, as_)
        for item in batch:
            so_far.read += 1
            if isinstance(item.record, InputError):
                so_far.refused.append(tr("{where} : {why}.", where=item.where, why=item.record))
                continue
            try:
                known = arrival.put(item.record, item.where, renamed=item.is_file)
            except InputError as error:
                so_far.refused.append(tr("{where} : {why}.", where=item.where, why=error))
                continue
            if known is not None:
                so_far.known += 1
                so_far.skipped.append(_skipped(item.where, known, len(item.record.marks)))
                continue
            so_far.new += 1
            so_far.inferred += item.record.article.date_origin is DateOrigin.INFERRED
            if item.note:
                so_far.notes.append(item.note)
        so_far.spans, so_far.suggestions, so_far.left_out = arrival.spans, arrival.suggestions, arrival.left_out
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
