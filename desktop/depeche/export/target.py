"""Where things may be written: a package never over anything but an earlier one of its kind, nothing into a project."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from filelock import FileLock, Timeout

from depeche import paths
from depeche.core import package
from depeche.core.package import Kind
from depeche.errors import UserError, reason
from depeche.export.form import Format
from depeche.export.receipt_page import FILE, PAGE, earlier, files_of
from depeche.export.swap import check_free
from depeche.messages import tr
from depeche.store.project import DATABASE


def room_for(target: Path, kind: Kind) -> Path:
    """Return the path to write a package of a kind to: a link's own target. Raises UserError where it may not be."""
    path = target.resolve()
    if path.suffix.lower() != package.SUFFIX:
        raise UserError(
            tr("Le nom d’un lot finit par « {suffix} ».", suffix=package.SUFFIX),
            tr("Par exemple : {name}.", name=f"{target.stem or 'lot'}{package.SUFFIX}"),
        )
    try:
        inside = _project_of(path.parent)
        taken = path.exists() and not _is_one(path, kind)
    except OSError as error:
        raise UserError(tr("{path} ne peut pas être écrit ({why}).", path=path, why=reason(error))) from error
    if inside is not None:
        raise UserError(
            tr("{folder} est le dossier d’un projet.", folder=inside), tr("Écrivez le lot à côté, pas dedans.")
        )
    if taken:
        raise UserError(
            tr("{path} existe déjà et n’est pas un lot de cette sorte : rien n’a été remplacé.", path=path),
            tr("Choisissez un autre nom."),
        )
    return path


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Let nobody else of this person's programs write an export there meanwhile. Raises UserError where one does.

    The lock isn't in the folder, which is handed on: it hangs on the folder's path, and ends with its program.
    """
    name = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:32]
    with ExitStack() as held:
        try:
            locks = paths.state() / "exports"
            locks.mkdir(parents=True, exist_ok=True)
            held.enter_context(FileLock(locks / f"{name}.lock", timeout=0))
        except Timeout:
            raise UserError(
                tr("Un autre export est en cours dans {folder}.", folder=folder),
                tr("Attendez qu’il soit fini, ou choisissez un autre dossier."),
            ) from None
        except OSError:  # nothing can be noted at home: whoever can't is hardly at work twice
            pass
        yield


def outside_projects(folder: Path) -> Path:
    """Return a folder to write an export to, if it isn't a project's or in one. Raises UserError."""
    try:
        inside = _project_of(folder.resolve())
    except OSError as error:
        raise UserError(tr("{path} ne peut pas être écrit ({why}).", path=folder, why=reason(error))) from error
    if inside is not None:
        raise UserError(
            tr("{folder} est le dossier d’un projet.", folder=inside),
            tr("Exportez à côté, pas dedans : ce qui s’y trouve est à Dépêche."),
        )
    return folder


def check_room(folder: Path, format_: Format, names: Collection[str]) -> None:
    """Raise UserError where a file of these names stands in the folder and isn't what that form's export wrote there.

    So does a receipt that isn't one of ours.
    """
    before = earlier(folder)
    known = files_of(before.get(format_.value, {}))
    for name in (*names, *(() if before else (PAGE, FILE))):
        check_free(folder / name, known.get(name))


def _project_of(folder: Path) -> Path | None:
    """Return the project's folder that a folder is or lies in."""
    return next((one for one in (folder, *folder.parents) if (one / DATABASE).is_file()), None)


def _is_one(path: Path, kind: Kind) -> bool:
    if not path.is_file():
        return False
    try:
        with ZipFile(path) as archive, archive.open(package.MANIFEST) as file:
            said = json.loads(file.read(package.DIRECTORY))
    except (BadZipFile, KeyError, ValueError, RuntimeError, NotImplementedError):
        return False
    return isinstance(said, dict) and (said.get("format"), said.get("kind")) == (package.NAME, kind.value)
