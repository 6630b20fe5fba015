"""The project's `models` folder: a model written beside and swapped in, registered, taken in from outside, removed."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout

from depeche.core.strict_json import parse_object
from depeche.errors import UserError
from depeche.messages import tr
from depeche.models import folder as folders
from depeche.store import models
from depeche.store.models import Known
from depeche.store.project import Project

if TYPE_CHECKING:
    from spacy.language import Language

FOLDER = models.FOLDER
REPORT, CURVE, PICTURE = "report.json", "curve.json", "curve.svg"
_HALF = ".half-"
_LOCK = ".training.lock"
_NAME = re.compile(r"[^\W_][\w.-]{0,63}")
_RESERVED = re.compile(r"(?:base|con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.I)


def path_of(project: Project, name: str) -> Path:
    """Return the folder of a model."""
    return project.folder / FOLDER / name


def new_name(project: Project, wanted: str | None = None) -> str:
    """Return the name for a new model, `modele-1` and so on by itself. Raises UserError where one can't be had."""
    with project.read() as db:
        taken = {one.name.casefold() for one in models.every(db)}
    taken |= {one.name.casefold() for one in _folder(project).iterdir()}
    if wanted is None:
        return next(name for n in range(1, len(taken) + 2) if (name := f"modele-{n}") not in taken)
    if not _NAME.fullmatch(wanted) or _RESERVED.fullmatch(wanted) or wanted.endswith("."):
        raise UserError(
            tr("« {name} » ne peut pas être le nom d’un modèle.", name=wanted),
            tr("Lettres, chiffres, points et traits d’union, par exemple : avril-2."),
        )
    if wanted.casefold() in taken:
        raise UserError(tr("Il y a déjà un modèle « {name} ».", name=wanted), tr("Choisissez un autre nom."))
    return wanted


@contextmanager
def training(project: Project) -> Iterator[None]:
    """Keep a second training out of this project, and clear away what a killed one left. Raises UserError."""
    folder = _folder(project)
    try:
        with FileLock(folder / _LOCK, timeout=0, thread_local=False):
            for half in folder.glob(f"{_HALF}*"):
                shutil.rmtree(half, ignore_errors=True)
            yield
    except Timeout:
        raise UserError(tr("Un entraînement est déjà en cours dans ce projet.")) from None
    except OSError as error:
        raise UserError(tr("{path} ne peut pas être écrit ({why}).", path=folder, why=error.strerror)) from error


def save(project: Project, name: str, nlp: Language, report: dict[str, Any], picture: str = "") -> Path:
    """Write a model with its report as `models/NAME`; it is there whole or not at all. Call within `training`.

    `picture` is the learning curve as SVG, where there is one.
    """
    from depeche.models.network import LEFT_OUT

    half = _folder(project) / f"{_HALF}{name}"
    try:
        nlp.to_disk(half, exclude=LEFT_OUT)
        _put_json(half / REPORT, report)
        if picture:
            _put_json(half / CURVE, report["curve"])
            (half / PICTURE).write_text(picture, encoding="utf-8", newline="\n")
        return half.rename(path_of(project, name))
    except BaseException:
        shutil.rmtree(half, ignore_errors=True)
        raise


def take_in(project: Project, source: Path, name: str | None = None) -> Known:
    """Copy a model from outside into the project and register it. Raises UserError where it isn't a harmless one.

    Only what is read of a model is copied, and the copy is what is checked and tried.
    """
    folders.check(source)
    name = new_name(project, name or _fitting(source.resolve().name))
    with training(project):
        beside = _folder(project) / f"{_HALF}{name}"
        half = beside / name  # under the name that a refusal then says
        try:
            for part in folders.files(source):
                (half / part).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source / part, half / part, follow_symlinks=False)
            folders.try_out(half)
            half.rename(path_of(project, name))
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    return _register(project, name)


def sync(project: Project) -> list[Known]:
    """Register the models that lie in the folder and aren't known yet, forget those whose folder is gone; return all.

    One that was adopted is never forgotten: it is for a person to put its folder back, or to go back. A training that
    ran while the project was open elsewhere is found so. What isn't a harmless model is passed over.
    """
    with project.read() as db:
        known = {one.name: one for one in models.every(db)}
    for folder in sorted(_folder(project).iterdir()):
        if folder.name not in known and folder.is_dir() and _NAME.fullmatch(folder.name):
            try:
                known[folder.name] = _register(project, folder.name)
            except UserError:
                continue
    gone = [name for name, one in known.items() if one.adopted is None and not path_of(project, name).is_dir()]
    if gone:
        with project.write() as db:
            for name in gone:
                models.remove(db, name)
    return [one for name, one in sorted(known.items()) if name not in gone]


def remove(project: Project, name: str) -> None:
    """Remove a model that isn't in use, with its folder. Raises UserError."""
    with project.read() as db:
        known = {one.name for one in models.every(db)}
        used = models.current(db)
    if name not in known:
        raise unknown(name)
    if used is not None and used.name == name:
        raise UserError(
            tr("« {name} » est en usage.", name=name), tr("Reprenez d’abord le précédent : « depeche model --back ».")
        )
    with project.write() as db:
        models.remove(db, name)
    shutil.rmtree(path_of(project, name), ignore_errors=True)


def report_of(project: Project, name: str) -> dict[str, Any]:
    """Return what was reported when a model was trained, empty where there is nothing readable."""
    try:
        return parse_object((path_of(project, name) / REPORT).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, UserError):
        return {}


def unknown(name: str) -> UserError:
    """Return what to say of a name that no model has."""
    return UserError(tr("Il n’y a pas de modèle « {name} ».", name=name), tr("« depeche model PROJECT » les liste."))


def _register(project: Project, name: str) -> Known:
    folder = path_of(project, name)
    about = folders.check(folder).get("depeche")
    one = Known(name, folders.digest(folder), about if isinstance(about, dict) else {})
    with project.write() as db:
        models.put(db, one)
    _listen(project, report_of(project, name).get("heard"))
    return one


def _listen(project: Project, said: object) -> None:
    """Hear pipelines from elsewhere on the labels that a training found they know best, by name; also in their files.

    So they are heard on the same in a work package. What a model computes with (`folder.digest`) isn't touched.
    """
    heard = said if isinstance(said, dict) else {}
    with project.read() as db:
        others = [one for one in models.every(db) if one.name in heard]
    for one in others:
        if "rule" in one.about or not path_of(project, one.name).is_dir():
            continue
        meta = folders.check(path_of(project, one.name))
        about = {**one.about, "heard": heard[one.name]}
        with project.write() as db:
            models.describe(db, replace(one, about=about))
        with suppress(OSError):  # the row counts here; the file tells who gets the model in a work package
            half = _folder(project) / f"{_HALF}{folders.META}"
            _put_json(half, meta | {"depeche": about})
            half.replace(path_of(project, one.name) / folders.META)


def _folder(project: Project) -> Path:
    folder = project.folder / FOLDER
    folder.mkdir(exist_ok=True)
    return folder


def _fitting(name: str) -> str:
    return re.sub(r"[^\w.-]+", "-", name).strip("-._")[:60] or "modele"


def _put_json(path: Path, said: dict[str, Any]) -> None:
    path.write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
