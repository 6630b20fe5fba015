"""Which model a project uses: adopted by a person, put back by a person. The suggestions follow with `suggest`."""

from __future__ import annotations

from depeche.errors import UserError
from depeche.messages import tr
from depeche.models import folder as folders
from depeche.store import models
from depeche.store.models import Known
from depeche.store.project import Project
from depeche.train import shelf


def adopt(project: Project, name: str) -> Known:
    """Use a model from now on. Raises UserError where there is none of that name, or its folder was changed since."""
    known = next((one for one in shelf.sync(project) if one.name == name), None)
    if known is None:
        raise shelf.unknown(name)
    folder = shelf.path_of(project, name)
    folders.check(folder)
    if folders.digest(folder) != known.digest:
        raise changed(name)
    with project.write() as db:
        models.adopt(db, name)
    return known


def back(project: Project) -> Known | None:
    """Use again what was used before the model in use; returns it, None for the shipped sources alone.

    Raises UserError where no model is in use.
    """
    with project.write() as db:
        if models.current(db) is None:
            raise none_used()
        return models.back(db)


def current(project: Project) -> Known | None:
    """Return the model in use, None for the shipped sources alone."""
    with project.read() as db:
        return models.current(db)


def unsound(project: Project) -> str:
    """Return what is wrong with the files of the model in use, in a sentence; empty for nothing, or for no model."""
    one = current(project)
    if one is None:
        return ""
    folder = shelf.path_of(project, one.name)
    if not folder.is_dir():
        return models.missing(one.name)
    try:
        folders.check(folder)
    except UserError as error:
        return str(error)
    return "" if folders.digest(folder) == one.digest else str(changed(one.name))


def changed(name: str) -> UserError:
    """Return what to say of a model whose files aren't those that were registered."""
    return UserError(
        tr("Le dossier du modèle « {name} » a changé depuis qu’il est connu.", name=name),
        tr("Retirez-le, puis ajoutez-le de nouveau avec « depeche model add »."),
    )


def none_used() -> UserError:
    """Return what to say where no model is in use."""
    return UserError(tr("Aucun modèle n’est en usage dans ce projet."))
