"""The verb of the data lead: a project's articles, with all that an annotator needs, as one file."""

from __future__ import annotations

import os
import re
import stat
import tempfile
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

import depeche
from depeche.core import guide, packed
from depeche.core import package as form
from depeche.core.package import Kind, Manifest, Person
from depeche.core.progress import Progress, Report, silent
from depeche.core.scheme import Scheme, label_to_json, parse_scheme
from depeche.errors import UserError, reason
from depeche.export.folder import Shelf
from depeche.export.parcel import Parcel
from depeche.export.target import alone_in, room_for
from depeche.messages import tr
from depeche.models.folder import check
from depeche.store import actors, blind, confidence, packages
from depeche.store.migrations import VERSION
from depeche.store.project import Connection, Project

_RANGE = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?", re.ASCII)


def package(
    project: Project,
    target: Path,
    annotator: str,
    report: Report = silent,
    *,
    keys: Collection[str] | None = None,
    model: str | None = None,
) -> Manifest:
    """Write the articles of these keys (all, if None) into the file `target` for an annotator; return its manifest.

    The file holds the articles with the suggestions that stand, the label scheme, the guide, the registry of actors
    and, with `model`, that folder of the project's `models/`; `form.SHIPPED` lies with its
    reader already. Nobody's readings are in it, but everybody's notes; the share of the blind control, and below which
    score suggestions are hidden, go along.
    Nothing in the project changes; a project that can only be read will do. The same project gives the same bytes.
    Raises UserError.
    """
    name = " ".join(annotator.split())
    if not name:
        raise UserError(tr("Le nom de l’annotateur est vide."), tr("Donnez un nom, par exemple vos initiales."))
    with project.read() as db:
        chosen_ones = None if keys is None else frozenset(keys)
        wanted = [key for key, _, _ in packages.in_order(db) if chosen_ones is None or key in chosen_ones]
        owner, toml = packages.identity(db)
        registry = [one for one in actors.every(db) if one.label in project.scheme]
        person = next((one for one in packages.people(db) if one.name == name), None)
        writers = packages.note_writers(db, set(wanted))
        share, known = blind.share(db), confidence.get(db)
    if not wanted:
        raise UserError(tr("Aucun article ne correspond : le lot serait vide."))
    person = person or Person(form.annotator_key(owner, name), name)
    model = None if model == form.SHIPPED else model
    folder = None if model is None else _model(project, model)
    count = _Count()
    path = room_for(target, form.Kind.WORK)
    with (
        alone_in(path),
        Shelf(path.parent, path.name) as shelf,
        shelf.file(path.name) as file,
        tempfile.TemporaryFile(dir=path.parent) as spool,
    ):
        parcel = Parcel(spool)
        parcel.add(form.SCHEME, [toml.encode("utf-8")])
        parcel.add(form.GUIDE, [_guide(project).encode("utf-8")])
        parcel.add_lines(form.ACTORS, map(packed.actor_to_line, registry))
        parcel.add_lines(form.ARTICLES, _articles(project, wanted, count, report))
        for member, source in _files(folder, f"{form.MODELS}{model}"):
            parcel.add(member, _pieces(source))
        manifest = Manifest(
            Kind.WORK,
            owner,
            project.title,
            person,
            depeche.__version__,
            VERSION,
            project.scheme.name,
            project.scheme.version,
            len(wanted),
            count.suggestions,
            model=model,
            annotators=tuple(writers),
            retired=retired(project.scheme, toml),
            members=parcel.members,
            notes=count.notes,
            blind=share,
            confidence=known.sent() if known.cells or known.hide_below else None,
        ).sealed()
        parcel.write(file, manifest)
    report(Progress(len(wanted), len(wanted)))
    return manifest


class _Count:
    suggestions = notes = 0


def _articles(project: Project, wanted: list[str], count: _Count, report: Report) -> Iterator[str]:
    for n, key in enumerate(wanted):
        if n % 20 == 0:
            report(Progress(n, len(wanted)))
        with project.read() as db:  # short, so that an annotator can go on writing meanwhile
            one = packages.work(db, key)
        count.suggestions += len(one.suggestions)
        count.notes += len(one.notes)
        if max(count.suggestions, count.notes) > form.ITEMS:
            raise UserError(tr("Trop de suggestions pour un seul lot."), tr("Choisissez moins d’articles."))
        yield packed.to_line(one)


def retired(scheme: Scheme, toml: str) -> tuple[dict[str, object], ...]:
    """Return the labels of a project's scheme that its file lacks, as JSON."""
    filed = parse_scheme(toml, form.SCHEME)
    return tuple(label_to_json(label) for label in scheme.labels if label.label not in filed)


def _guide(project: Project) -> str:
    """Return the project's own guide, else what the scheme says of each label."""
    own = project.folder / form.GUIDE
    try:
        if own.is_file():
            text = own.read_text(encoding="utf-8")
            if own.stat().st_size <= form.DIRECTORY:
                return text
            raise UserError(tr("{path} dépasse {limit} Mo.", path=own, limit=form.DIRECTORY // 1_000_000))
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(tr("{path} ne peut pas être lu.", path=own)) from error
    return guide.to_markdown(project.scheme, project.scheme.name or project.title)


def _model(project: Project, name: str) -> Path:
    folder = project.folder / "models" / name
    if "/" in name or not form.is_safe(name) or not folder.is_dir() or folder.is_symlink():
        raise UserError(
            tr("« {name} » n’est pas un modèle de ce projet.", name=name),
            tr("Connus : {allowed}.", allowed=", ".join(_known(project))),
        )
    check(folder)  # what the other side would refuse
    return folder


def _known(project: Project) -> list[str]:
    """Return the names of the models that may be asked for."""
    folder = project.folder / "models"
    own = sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    return [form.SHIPPED, *(name for name in own if not name.startswith("."))]


def _files(folder: Path | None, prefix: str) -> Iterator[tuple[str, Path]]:
    """Yield the files below a model's folder with the names they get, in order of name; refuses links and the like."""
    if folder is None:
        return
    found: list[tuple[str, Path]] = []
    for place, folders, names in os.walk(folder):
        for name in (*folders, *names):
            path = Path(place, name)
            mode, member = path.lstat().st_mode, f"{prefix}/{path.relative_to(folder).as_posix()}"
            if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)) or not form.is_safe(member):
                raise UserError(tr("{path} ne peut pas faire partie d’un lot.", path=path))
            if stat.S_ISREG(mode):
                found.append((member, path))
    yield from sorted(found)


def _pieces(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while piece := file.read(1 << 20):
                yield piece
    except OSError as error:
        raise UserError(tr("{path} ne peut pas être lu ({why}).", path=path, why=reason(error))) from error


def chosen(db: Connection, *, names: Iterable[str] = (), numbers: str = "") -> list[str]:
    """Return the keys of the articles of these identifiers, or of these numbers (« 1-40,57 »).

    Raises UserError naming what isn't there.
    """
    there = packages.in_order(db)
    if numbers:
        wanted = _ranges(numbers)
        return [key for key, number, _ in there if any(first <= number <= last for first, last in wanted)]
    named = {name: key for key, _, name in there} | {key: key for key, _, _ in there}
    unknown = [name for name in names if name not in named]
    if unknown:
        raise UserError(tr("Aucun article « {name} » dans ce projet.", name=unknown[0][:80]))
    return [named[name] for name in names]


def _ranges(words: str) -> list[tuple[int, int]]:
    found = []
    for part in words.split(","):
        match = _RANGE.fullmatch(part.strip())
        if not match or int(match[2] or match[1]) < int(match[1]):
            raise UserError(
                tr("« {words} » ne désigne pas des numéros d’articles.", words=words[:60]),
                tr("Écrivez par exemple 1-40,57."),
            )
        found.append((int(match[1]), int(match[2] or match[1])))
    return found
