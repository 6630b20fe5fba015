"""The verb of the annotator: the work done on a package, as one file for the data lead."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import depeche
from depeche.core import package as form
from depeche.core import packed, step
from depeche.core.article import State
from depeche.core.package import Kind, Manifest, Person
from depeche.core.progress import Progress, Report, silent
from depeche.errors import UserError
from depeche.export.folder import Shelf
from depeche.export.package import retired
from depeche.export.parcel import Parcel
from depeche.export.target import alone_in, room_for
from depeche.messages import tr
from depeche.store import actors, packages
from depeche.store.migrations import VERSION
from depeche.store.packages import Origin
from depeche.store.project import Project

_AT_ONCE = 200
_TRIES = 5


def give_back(project: Project, target: Path, report: Report = silent) -> Manifest:
    """Write everybody's work in a project made from a package into the file `target`; return its manifest.

    That is every reading with its state, spans and verdicts, the suggestions they refer to, the journal, the registry,
    the scheme as it is now, and whole the articles that weren't in the package. Nothing in the project changes; who
    annotates meanwhile isn't kept waiting, and their act is in the file whole or not at all. Raises UserError.
    """
    origin = origin_of(project)
    path = room_for(target, form.Kind.RETURN)
    with (
        alone_in(path),
        Shelf(path.parent, path.name) as shelf,
        shelf.file(path.name) as file,
        tempfile.TemporaryFile(dir=path.parent) as spool,
    ):
        for _ in range(_TRIES):
            manifest, parcel, last = _collected(project, origin, spool, report)
            with project.read() as db:
                if packages.last_step(db) == last:
                    break
        else:
            raise UserError(tr("Le projet change sans cesse."), tr("Attendez un instant, puis recommencez."))
        parcel.write(file, manifest)
    report(Progress(manifest.articles, manifest.articles))
    return manifest


def origin_of(project: Project) -> Origin:
    """Return which package a project was made from; raises UserError where it was made otherwise."""
    with project.read() as db:
        origin = packages.origin(db)
    if origin is None:
        raise UserError(
            tr("Ce projet ne vient pas d’un lot de travail : il n’y a rien à rendre."),
            tr("« Exporter… » en écrit le jeu de données."),
        )
    return origin


def _collected(project: Project, origin: Origin, spool: BinaryIO, report: Report) -> tuple[Manifest, Parcel, int]:
    """Return the members as they are now, and the number of the journal's last step when that was begun."""
    spool.seek(0)
    spool.truncate()
    with project.read() as db:
        last = packages.last_step(db)
        owner, toml = packages.identity(db)
        everybody = packages.people(db)
        registry = [one for one in actors.every(db) if one.label in project.scheme]
        keys = [key for key, _, _ in packages.in_order(db)]
    person = next((one for one in everybody if one.key == project.annotator), origin.annotator)
    count = _Count(person)
    parcel = Parcel(spool)
    parcel.add(form.SCHEME, [toml.encode("utf-8")])
    parcel.add_lines(form.ACTORS, map(packed.actor_to_line, registry))
    parcel.add_lines(form.ARTICLES, _articles(project, origin.package, keys, count, report))
    parcel.add_lines(form.JOURNAL, _steps(project))
    manifest = Manifest(
        Kind.RETURN,
        owner,
        project.title,
        person,
        depeche.__version__,
        VERSION,
        project.scheme.name,
        project.scheme.version,
        len(keys),
        count.suggestions,
        count.spans,
        count.verdicts,
        package=origin.package,
        annotators=tuple(everybody),
        retired=retired(project.scheme, toml),
        states=count.states,
        members=parcel.members,
        notes=count.notes,
    )
    return manifest.sealed(), parcel, last


class _Count:
    """What goes into the file; `states` are the annotator's own."""

    def __init__(self, person: Person) -> None:
        self.suggestions = self.spans = self.verdicts = self.notes = 0
        self.states: Counter[State] = Counter()
        self._person = person

    def add(self, one: packed.Packed) -> None:
        """Count an article."""
        self.suggestions += len(one.suggestions)
        self.spans += sum(len(reading.spans) for reading in one.readings)
        self.verdicts += sum(len(reading.verdicts) for reading in one.readings)
        self.notes += len(one.notes)
        mine = (reading.state for reading in one.readings if reading.annotator == self._person.key)
        self.states[next(mine, State.TODO)] += 1


def _articles(project: Project, package: str, keys: list[str], count: _Count, report: Report) -> Iterator[str]:
    for n, key in enumerate(keys):
        if n % 20 == 0:
            report(Progress(n, len(keys)))
        with project.read() as db:
            one = packages.done(db, key, package)
        count.add(one)
        if max(count.suggestions, count.spans, count.verdicts, count.notes) > form.ITEMS:
            raise UserError(tr("Trop de passages pour un seul fichier."))
        yield packed.to_line(one)


def _steps(project: Project) -> Iterator[str]:
    number = 0
    while True:
        with project.read() as db:
            found = list(packages.steps(db, number, _AT_ONCE))
        if not found:
            return
        yield from map(step.to_line, found)
        number = found[-1].number
