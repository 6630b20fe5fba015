"""The model that a project has adopted, as a source; none where there is none or its folder is damaged."""

from __future__ import annotations

import logging
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from depeche.core.scheme import Scheme
from depeche.errors import UserError
from depeche.messages import tr
from depeche.store import models
from depeche.store.models import Known
from depeche.store.project import Project

if TYPE_CHECKING:
    from depeche.suggest.source import Source

_log = logging.getLogger(__name__)


def adopted(project: Project) -> list[Source]:
    """Return the project's model in use as the one source of a list. Loading it takes a second, once a process."""
    with project.read() as db:
        one = models.current(db)
    if one is None:
        return []
    folder = project.folder / "models" / one.name
    try:
        return [_loaded(one.name, folder, one.digest, project.scheme, "rule" in one.about, _heard(one))]
    except UserError as error:
        _log.warning("The project's model is left out: %s", error)
        return []


def trouble(project: Project) -> str:
    """Return why the model in use proposes nothing, in words for the person; empty where it does or there is none."""
    with project.read() as db:
        one = models.current(db)
    if one is None:
        return ""
    folder = project.folder / models.FOLDER / one.name
    if not folder.is_dir():
        return models.missing(one.name)
    try:
        source = _loaded(one.name, folder, one.digest, project.scheme, "rule" in one.about, _heard(one))
    except UserError as error:
        return tr("Le modèle en usage, « {name} », ne propose rien : {why}", name=one.name, why=error)
    gone = sorted(getattr(source, "learned", frozenset()) - {label.label for label in project.scheme.active})
    if gone:
        return tr(
            "Le modèle en usage, « {name} », a appris des étiquettes que le projet n’a plus sous ce nom : {labels}. "
            "Entraînez-en un autre.",
            name=one.name, labels=", ".join(gone),
        )  # fmt: skip
    return ""


def _heard(one: Known) -> tuple[str, ...]:
    from depeche.suggest.learned.outside import heard_of

    return heard_of(one.about.get("heard"))


@lru_cache(maxsize=2)
def _loaded(name: str, folder: Path, digest: str, scheme: Scheme, ours: bool, heard: tuple[str, ...]) -> Source:
    from depeche.suggest.learned.outside import outside
    from depeche.suggest.learned.reader import asking
    from depeche.suggest.learned.source import learned

    if ours:
        return learned(name, folder, digest[:12], asking(scheme), scheme)
    return outside(name, folder, digest[:12], heard, scheme)
