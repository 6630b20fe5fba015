"""The verb that opens a work package: a file in, a project out, or the one that was made from it before."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from unicodedata import category

from filelock import FileLock, Timeout

from depeche import paths
from depeche.core import package as form
from depeche.core.ids import new_key
from depeche.core.package import Kind, Manifest
from depeche.core.progress import Progress, Report, silent
from depeche.errors import DamagedError, InputError, ProjectError, UserError, reason
from depeche.ingest import opened
from depeche.ingest.archive import Archive
from depeche.ingest.inspection import Seen, read_actors, read_articles, read_scheme
from depeche.messages import tr
from depeche.models import folder as folders
from depeche.store import models, packages
from depeche.store.project import DATABASE, Project

HALF = ".depeche-half"
"""How the folders end in which a project is being made; hidden until it is whole."""

_UNFIT = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_UNSEEN = ("Cf", "Cs", "Co", "Zl", "Zp")
_LOCK, _GONE, _PROJECT = "lock", "-gone", "project"


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The project's folder, and whether it was made now or was there already; `other` is another with its own work."""

    folder: Path
    made: bool
    manifest: Manifest
    other: Path | None = None


class WhichError(ProjectError):
    """A package was opened before, and a person has to say where: among `folders`, or none of them is there."""

    def __init__(self, message: str, hint: str, folders: Sequence[Path] = ()) -> None:
        super().__init__(message, hint)
        self.folders = tuple(folders)


def unpack(path: Path, folder: Path, report: Report = silent) -> Unpacked:
    """Make the project of a work package in a folder that is absent or empty.

    Where the folder holds the project of this very package, nothing is done. Raises InputError for a package that isn't
    as it must be, ProjectError for a folder that can't be used; then there is no project, nor half of one.
    """
    with Archive(path) as archive:
        manifest = _must_be_work(archive)
        done = _unpack(archive, folder, report)
    before = opened.known(manifest)
    if before is not None and before.folder != done.folder.absolute():
        with suppress(DamagedError):
            if packages.package_in(before.folder) == manifest.key:
                return replace(done, other=before.folder)
    return _noted(done)


def receive(
    path: Path,
    parent: Path,
    known: Iterable[Path] = (),
    report: Report = silent,
    *,
    elsewhere: Iterable[Path] = (),
    chosen: Path | None = None,
    anew: bool = False,
) -> Unpacked:
    """Find the project of a work package, else make it below `parent`.

    It is looked for where it was noted to be, among the `known` folders, then below `parent`, below `elsewhere` and
    beside where it was. `chosen` is where a person says that it is; with `anew` they want another one. A new one's
    folder is called after the project and the annotator. Raises as `unpack` does; ProjectError where the folder of that
    name holds a project that can't be read: it may be the one; WhichError where only the person knows.
    """
    with Archive(path) as archive:
        manifest = _must_be_work(archive)
        wanted = parent / _folder_name(manifest)
        found = None if anew else chosen or _find(manifest, wanted, known, [parent, *elsewhere], path.name)
        if chosen is not None and _package_in(chosen) != manifest.key:
            raise WhichError(
                tr("{folder} n’est pas le projet de ce lot.", folder=chosen),
                tr("Choisissez le dossier qui contient {name}.", name=DATABASE),
            )
        if found is not None:
            return _noted(Unpacked(found, False, manifest))
        n, folder = 1, wanted
        while _is_taken(folder) and (anew or _package_in(folder) != manifest.key):
            n += 1
            folder = wanted.with_name(f"{wanted.name} ({n})")
        return _noted(_unpack(archive, folder, report))


def _find(manifest: Manifest, wanted: Path, known: Iterable[Path], places: Sequence[Path], name: str) -> Path | None:
    """Return the folder of the project of a package, None if it was never opened here."""
    before = opened.known(manifest)
    for one in ([before.folder] if before else []) + [wanted]:
        if _is_taken(one) and _package_in(one) == manifest.key:
            return one
    for one in known:
        with suppress(DamagedError):
            if packages.package_in(one) == manifest.key:
                return one
    found = opened.look_for(manifest.key, [*places, before.folder.parent] if before else places)
    if len(found) > 1:
        raise WhichError(
            tr("{name} est ouvert dans plusieurs dossiers : il y en a eu une copie.", name=name),
            tr("Choisissez celui où vous travaillez ; le premier a changé en dernier."),
            found,
        )
    if not found and before is not None:
        raise WhichError(
            tr("{name} a déjà été ouvert dans {folder}, qui n’y est plus.", name=name, folder=before.folder),
            tr("Si vous l’avez déplacé ou renommé, montrez où il est ; recommencé, le lot est vide de votre travail."),
        )
    return found[0] if found else None


def _noted(done: Unpacked) -> Unpacked:
    opened.keep(opened.Known(done.manifest.key, done.manifest.project, done.folder))
    return done


def _is_taken(folder: Path) -> bool:
    try:
        return folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError:  # it may not be looked into
        return True


def _must_be_work(archive: Archive) -> Manifest:
    if archive.manifest.kind is not Kind.WORK:
        raise InputError(
            tr("{path} est un travail rendu, pas un lot à ouvrir.", path=archive.path.name),
            tr("« depeche inspect » dit ce qu’il contient."),
        )
    return archive.manifest


def _folder_name(manifest: Manifest) -> str:
    # A file system counts bytes, 255 of them, and what it doesn't show must not tell two folders apart.
    title, name = (
        "".join(char for char in words if category(char) not in _UNSEEN).encode()[:most].decode(errors="ignore")
        for words, most in ((manifest.title[:60], 120), (manifest.annotator.name[:40], 80))
    )
    return _UNFIT.sub("-", f"{title} - {name}").strip(" .-") or "Dépêche"


def _package_in(folder: Path) -> str | None:
    try:
        return packages.package_in(folder)
    except DamagedError as error:
        raise ProjectError(
            tr("Le projet {folder} est endommagé ou illisible ({why}).", folder=folder, why=error.message),
            tr("Reprenez la dernière copie de son dossier backups, ou déplacez-le, puis rouvrez le lot."),
        ) from error


def _unpack(archive: Archive, folder: Path, report: Report) -> Unpacked:
    manifest = archive.manifest
    if _is_taken(folder):
        if _package_in(folder) == manifest.key:
            return Unpacked(folder, False, manifest)
        raise ProjectError(
            tr("Le dossier {folder} existe déjà et n’est pas vide.", folder=folder), tr("Choisissez un autre nom.")
        )
    half = folder.parent / f".{new_key()}{HALF}"
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _sweep(folder.parent)
        half.mkdir()
        try:
            with FileLock(half / _LOCK, timeout=0):  # for `_sweep`: this one isn't what a killed program left
                _fill(archive, half / _PROJECT, report)
                if folder.exists():
                    folder.rmdir()  # it is empty, and Windows moves nothing onto it
                (half / _PROJECT).rename(folder)  # fails where another program has put something there meanwhile
        except ProjectError as error:  # a full disk; the person knows the folder only by the name that it gets
            message = error.message.replace(str(half / _PROJECT), str(folder))
            raise ProjectError(message, error.hint) from error
        finally:
            shutil.rmtree(half, ignore_errors=True)
        paths.sync_folder(folder.parent)
    except OSError as error:
        if _package_in(folder) == manifest.key:  # a second double click was faster
            return Unpacked(folder, False, manifest)
        raise ProjectError(
            tr("Impossible de créer le projet dans {folder} : {why}.", folder=folder, why=reason(error)),
            tr("Choisissez un dossier où vous pouvez écrire."),
        ) from error
    return Unpacked(folder, True, manifest)


def _fill(archive: Archive, folder: Path, report: Report) -> None:
    manifest = archive.manifest
    archive.verify()
    toml, scheme, retired = read_scheme(archive)
    with Project.create(folder, toml, manifest.annotator.name) as project:
        seen = Seen(manifest)
        with project.write() as db:
            packages.take_over(db, manifest, retired)
            packages.put_actors(db, read_actors(archive, scheme))
            for n, one in enumerate(read_articles(archive, scheme, seen)):
                if n % 20 == 0:
                    report(Progress(n, manifest.articles, one.article.title))
                packages.put(db, one, manifest.key)
        for name in manifest.members:
            if name == form.GUIDE or name.startswith(form.MODELS):
                _write(folder / name, archive.pieces(name))
        if manifest.model is not None:
            _adopt(archive, project, manifest.model)
    report(Progress(manifest.articles, manifest.articles))


def _adopt(archive: Archive, project: Project, name: str) -> None:
    """Let the model that came along propose in its new project, if it is a harmless one that works: else InputError."""
    folder = project.folder / form.MODELS / name
    try:
        about = folders.check(folder).get("depeche")
        folders.try_out(folder)
    except UserError as error:
        raise archive.refusal(error.message.rstrip(".")) from error
    with project.write() as db:
        models.put(db, models.Known(name, folders.digest(folder), about if isinstance(about, dict) else {}))
        models.adopt(db, name)


def _write(path: Path, pieces: Iterable[bytes]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        for piece in pieces:
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())


def _sweep(parent: Path) -> None:
    """Take away what a killed program left half made: its lock isn't held any more."""
    for half in parent.glob(f".*{HALF}"):
        with suppress(OSError):
            half.rmdir()  # it was only begun
        if (half / _LOCK).is_file():
            with suppress(OSError, Timeout):
                FileLock(half / _LOCK, timeout=0).acquire().lock.release()
                half.rename(half.with_name(f"{half.name}{_GONE}"))  # all at once
    for gone in parent.glob(f".*{HALF}{_GONE}"):
        shutil.rmtree(gone, ignore_errors=True)
