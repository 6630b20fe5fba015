"""The verb: files to articles in a project."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from depeche.core.article import Article, DateOrigin
from depeche.core.progress import Cancelled, Progress, Report, silent
from depeche.core.record import Record
from depeche.core.waiting import NoRoomError
from depeche.errors import InputError
from depeche.ingest.arrival import Arrival, As
from depeche.ingest.copies import copies
from depeche.ingest.ingested import Ingested as Ingested
from depeche.ingest.items import Item, Leaf, files, items, leaves, named_kind
from depeche.ingest.mapping import LabelMap, check
from depeche.ingest.patience import patience
from depeche.ingest.reader import AS_IT_IS, Asked
from depeche.ingest.readers import companion
from depeche.ingest.settled import Settled, asked_for
from depeche.ingest.source import Source, readable
from depeche.ingest.told import Told
from depeche.messages import number, tr
from depeche.store import label_map, likeness, spans
from depeche.store.project import Project

_AT_ONCE = 50
_SECONDS = 1.0
_PLENTY, _DENSE = 1_000, 10  # marks that any article may have, and as many more for each character
_MARK = 100  # characters that a mark weighs
_HEAVY = 4_000_000  # characters of text at once: the longest articles come four at a time


@dataclass(frozen=True, slots=True)
class Stated:
    """What holds for all articles that don't say it themselves: the licence of the texts, and where they are from."""

    licence: str = ""
    source: str = ""

    def on(self, article: Article) -> Article:
        """Return the article with what it lacks."""
        if self.licence and not article.meta.get("licence"):
            article = replace(article, meta={**article.meta, "licence": self.licence})
        return replace(article, source=self.source) if self.source and not article.source else article


@dataclass(frozen=True, slots=True)
class _Terms:
    as_: As | None
    labels: Mapping[str, str | None]
    stated: Stated
    by: str


def ingest(
    project: Project,
    paths: Sequence[Path],
    report: Report = silent,
    *,
    as_: As | None = None,
    asked: Asked = AS_IT_IS,
    settled: Sequence[Settled] = (),
    kind: str | None = None,
    labels: Mapping[str, str | None] | None = None,
    stated: Stated = Stated(),  # it is frozen
    by: str = "",
    into: Ingested | None = None,
) -> Ingested:
    """Store the articles in these files and folders, of whatever kind they are, and say what became of each.

    `as_` decides what marks without a status become (suggestions, if None) and overrides those with one; `labels` maps
    theirs to the project's (`LabelMap`), beside what was remembered of earlier ones, and is remembered. `settled` says
    of some of the files how they are read, `asked` of all others; `kind` is the name of the reader of all that aren't
    archives; `by` names whose the marks are that name nobody, the project's annotator if empty. A text that is there
    already stays as it is; the work of annotators who haven't read it yet is added, and what new sources propose for
    it. Each article is stored whole with its marks, or not at all; what is refused has one sentence with file, line and
    reason, and the rest goes in. `Cancelled` out of `report`, which is called before each article, keeps what was read
    so far; whoever stops it finds that counted in `into`, where all is counted. Raises UserError for a kind that there
    isn't, and for a label that the project doesn't have.
    """
    reader = named_kind(kind) if kind else None
    check(project.scheme, labels or {})
    with project.read() as db:
        remembered = label_map.get(db, project.scheme)
        before = likeness.last(db)
    if labels:
        with project.write() as db:
            label_map.put(db, project.scheme, labels)
    done = Ingested() if into is None else into
    batch = _Batch(project, _Terms(as_, remembered | dict(labels or {}), stated, by), done)
    try:
        found = _listed(paths, done, report)
        for n, (path, source) in enumerate(found):
            report(Progress(n, len(found), source.name))
            for one in leaves(source, reader):
                go_on = patience(partial(report, Progress(n, len(found), source.name)))
                mine = (
                    [one]
                    if isinstance(one, Item)
                    else items(one, replace(asked_for(one, path, settled, asked), go_on=go_on))
                )
                some = False
                for item in mine:
                    some = True
                    batch.put(item)
                    report(Progress(n, len(found) if len(found) > 1 else None, f"{source.name} ({batch.read})"))
                if not some and isinstance(one, Leaf) and (one.reader is not companion.READER or len(found) == 1):
                    done.notes.append(Told(one.source.where, tr("aucun article dans ce fichier")))
        batch.store()
        if done.new:
            what = partial(report, Progress(len(found), len(found), tr("Textes semblables")))
            what()
            try:
                for copy in copies(project, before, patience(what)):
                    done.alike.append(copy.sentence())
            except NoRoomError as error:  # all is stored by then
                done.notes.append(Told(tr("Textes semblables"), error.message.rstrip(".")))
    except (Cancelled, KeyboardInterrupt):
        done.stopped = True
        raise
    finally:  # also what was read when somebody stopped
        batch.store()
    report(Progress(len(found), len(found)))
    return done


def _listed(paths: Sequence[Path], done: Ingested, report: Report) -> list[tuple[Path, Source]]:
    """Return all files; of a folder of many it takes a while to know them."""
    go_on, found = patience(partial(report, Progress(0, None, tr("Recherche des fichiers")))), []
    for one in _sources(paths, done):
        found.append(one)
        go_on()
    return found


def _sources(paths: Sequence[Path], done: Ingested) -> Iterator[tuple[Path, Source]]:
    """Yield each file with the path that was chosen."""

    def refuse(where: str, why: InputError) -> None:
        done.read += 1
        done.refused.append(Told(where, why))

    for path in paths:
        some = False
        for source in files(path, refuse):
            some = True
            yield path, source
        if not some:
            done.notes.append(Told(readable(str(path)), tr("aucun fichier dans ce dossier")))


class _Batch:
    """What was read and is to be stored together, whichever files it is from: a transaction costs as much as articles.

    But nothing waits for more than a second or so, in case somebody stops.
    """

    def __init__(self, project: Project, terms: _Terms, done: Ingested) -> None:
        self._project = project
        self._terms = terms
        self._done = done
        self._items: list[Item] = []
        self._weight = 0
        self._began = 0.0

    @property
    def read(self) -> int:
        """How much was read, stored or not."""
        return self._done.read + len(self._items)

    def put(self, item: Item) -> None:
        """Take an item; it is stored soon, with others."""
        now = time.monotonic()
        if not self._items:
            self._began = now
        self._items.append(item)
        record = item.found.record
        self._weight += 0 if isinstance(record, InputError) else len(record.article.text) + _MARK * len(record.marks)
        if len(self._items) >= _AT_ONCE or self._weight >= _HEAVY or now - self._began >= _SECONDS:
            self.store()

    def store(self) -> None:
        """Store what waits."""
        some, self._items, self._weight = self._items, [], 0
        _store(self._project, some, self._terms, self._done)


def _store(project: Project, batch: Sequence[Item], terms: _Terms, done: Ingested) -> None:
    """Store a batch in one transaction; the counts change only once it is in."""
    if not batch:
        return
    so_far = Ingested()
    with project.write() as db:
        coming = [item.found.record.article for item in batch if not isinstance(item.found.record, InputError)]
        whose = spans.put_annotator(db, terms.by) if terms.by else project.annotator
        arrival = Arrival(db, whose, terms.as_, coming)
        mapping = LabelMap(project.scheme, terms.labels)
        for item in batch:
            so_far.read += 1
            record = item.found.record
            try:
                if isinstance(record, InputError):
                    raise record
                _check_number(record)
                record = replace(record, article=terms.stated.on(record.article))
                known = arrival.put(mapping.mapped(record), item.where, renamed=not item.found.named)
            except InputError as error:
                so_far.refused.append(Told(item.where, error))
                continue
            if known is not None:
                so_far.known += 1
                so_far.skipped.append(Told(item.where, known.words()))
                so_far.joined += bool(known.added or known.suggested)
            else:
                _count(so_far, item, record, arrival)
        arrival.flush()
        so_far.spans, so_far.suggestions, so_far.left_out = arrival.spans, arrival.suggestions, arrival.left_out
        so_far.unmapped, so_far.unknown, so_far.kinds = mapping.left_out, mapping.unknown, mapping.kinds
    done.add(so_far)


def _check_number(record: Record) -> None:
    """Raise InputError for so many marks on so little text that nobody has made them: each would take a minute."""
    most = _PLENTY + _DENSE * len(record.article.text)
    if len(record.marks) > most:
        raise InputError(
            tr("il a {marks} passages pour {length} caractères", marks=number(len(record.marks)),
               length=number(len(record.article.text)))
        )  # fmt: skip


def _count(so_far: Ingested, item: Item, record: Record, arrival: Arrival) -> None:
    so_far.new += 1
    so_far.inferred += record.article.date_origin is DateOrigin.INFERRED
    if item.found.note:
        so_far.notes.append(Told(item.where, item.found.note))
    if arrival.name != record.article.name and record.article.name:
        words = tr("un autre article s’appelle « {name} », celui-ci s’appelle « {new} »",
                   name=record.article.name[:80], new=arrival.name[:100])  # fmt: skip
        so_far.notes.append(Told(item.where, words))
