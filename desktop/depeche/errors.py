"""What a person can put right. All else is a bug and shows itself as one."""

from __future__ import annotations

import errno

from depeche.messages import tr


class UserError(Exception):
    """Something cannot be done as asked, and the person can mend it.

    `message` is one sentence that names the thing (which file, which line); `hint` says what to do. Raised deep, caught
    at a door (command line or window), shown without a traceback.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class ProjectError(UserError):
    """A project can't be opened or written: absent, damaged, of a newer version, in use elsewhere, read-only."""


class DamagedError(ProjectError):
    """What lies where a project should be isn't what Dépêche wrote there."""


class InputError(UserError):
    """Something read from outside isn't what it should be."""


class NewerError(InputError):
    """Something was written by a program newer than this one, which can say no more about it."""


class SchemeError(InputError):
    """A label scheme says something that can't hold."""


def reason(error: OSError) -> str:
    """Return in a person's words why the system refused something; in the system's own where there are none here.

    Python gives the C library's words, which are English unless a locale is set, as is never done here.
    """
    said = {
        errno.ENOENT: tr("fichier ou dossier introuvable"),
        errno.EACCES: tr("accès refusé"),
        errno.EPERM: tr("opération non permise"),
        errno.EEXIST: tr("cela existe déjà"),
        errno.ENOTDIR: tr("ce n’est pas un dossier"),
        errno.EISDIR: tr("c’est un dossier"),
        errno.ENOTEMPTY: tr("le dossier n’est pas vide"),
        errno.ENOSPC: tr("plus de place sur le disque"),
        errno.EROFS: tr("disque en lecture seule"),
        errno.ENAMETOOLONG: tr("nom trop long"),
        errno.EFBIG: tr("fichier trop gros"),
        errno.EBUSY: tr("un autre programme s’en sert"),
        errno.EIO: tr("erreur de lecture ou d’écriture du disque"),
        errno.EMFILE: tr("trop de fichiers ouverts"),
        errno.ENFILE: tr("trop de fichiers ouverts"),
        errno.ELOOP: tr("lien symbolique qui tourne en rond"),
        errno.EXDEV: tr("sur un autre disque"),
        errno.EINVAL: tr("refusé par le système"),
        errno.EPIPE: tr("plus personne ne lit"),
        errno.ETIMEDOUT: tr("délai dépassé"),
    }
    return said.get(error.errno or 0) or error.strerror or str(error) or type(error).__name__
