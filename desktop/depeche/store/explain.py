"""A database error in one sentence that a person can act on. Carries no parameters: they hold article text."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from depeche.errors import DamagedError, ProjectError, reason
from depeche.messages import number, tr


def explain(error: DBAPIError, folder: Path) -> Exception:
    """Return the ProjectError that says what happened, or `error` itself where it is a bug of ours."""
    name = getattr(error.orig, "sqlite_errorname", "") if isinstance(error.orig, sqlite3.Error) else ""
    if name.startswith("SQLITE_FULL") or name == "SQLITE_IOERR_WRITE":
        return ProjectError(
            tr(
                "Disque plein : la dernière action n’est pas enregistrée dans {folder} ({free} Mo libres).",
                folder=folder,
                free=_free_megabytes(folder),
            ),
            tr("Libérez de la place, puis recommencez."),
        )
    if name == "SQLITE_READONLY_DBMOVED":
        return ProjectError(
            tr(
                "Le projet {folder} a été déplacé ou supprimé : la dernière action n’est pas enregistrée.",
                folder=folder,
            ),
            tr("Remettez-le à sa place ou rouvrez-le là où il est."),
        )
    if name.startswith("SQLITE_READONLY") or name == "SQLITE_CANTOPEN":
        return ProjectError(
            tr("Impossible d’écrire dans {folder} : la dernière action n’est pas enregistrée.", folder=folder),
            tr("Vérifiez que le dossier existe et que vous pouvez y écrire."),
        )
    if name.startswith("SQLITE_BUSY") or name.startswith("SQLITE_LOCKED"):
        return ProjectError(
            tr("Le projet {folder} est occupé par un autre programme.", folder=folder),
            tr("Attendez qu’il ait fini, puis recommencez."),
        )
    # sqlite3 itself, not SQLite, notices a text that is no UTF-8 any more, and gives the error no name.
    undecodable = str(error.orig).startswith("Could not decode to UTF-8")
    if undecodable or name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR")):
        return DamagedError(
            tr("Le fichier du projet {folder} est endommagé ou illisible ({why}).", folder=folder, why=name or "UTF-8"),
            tr("Reprenez la dernière copie du dossier backups."),
        )
    return error


def _free_megabytes(folder: Path) -> str:
    try:
        return number(shutil.disk_usage(folder).free // 1_000_000)
    except OSError:
        return "?"


def not_created(folder: Path, error: OSError) -> ProjectError:
    """Return what to say where a project's folder can't be made."""
    return ProjectError(
        tr("Impossible de créer le projet dans {folder} : {why}.", folder=folder, why=reason(error)),
        tr("Choisissez un dossier où vous pouvez écrire."),
    )
