"""One program at a time writes to a project. Knows the folder, not what is in the database."""

from __future__ import annotations

import json
import os
import socket
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from depeche.errors import ProjectError
from depeche.messages import tr


class ProjectLock:
    """The lock beside a project's database. The system lets go of it when its owner dies, however it dies."""

    def __init__(self, folder: Path) -> None:
        self._lock = FileLock(folder / "project.lock", timeout=0, thread_local=False)
        self._owner = folder / "project.owner"
        self._folder = folder

    def take(self, program: str) -> None:
        """Take the lock for `program`; raises ProjectError naming who holds it."""
        try:
            self._lock.acquire()
        except Timeout:
            raise ProjectError(
                tr("Le projet {folder} est déjà ouvert ({owner}).", folder=self._folder, owner=self._holder()),
                tr("Fermez-le là-bas, puis recommencez."),
            ) from None
        owner = {"program": program, "pid": os.getpid(), "host": socket.gethostname()}
        with suppress(OSError):  # a courtesy to whom the lock refuses; on a full disk a project opens all the same
            self._owner.write_text(json.dumps(owner), encoding="utf-8")

    def release(self) -> None:
        """Let go of the lock, if it is held."""
        if self._lock.is_locked:
            self._owner.unlink(missing_ok=True)
            self._lock.release()

    def _holder(self) -> str:
        try:
            owner = json.loads(self._owner.read_text(encoding="utf-8"))
            return tr("{program}, processus {pid} sur {host}", **{k: owner[k] for k in ("program", "pid", "host")})
        except (OSError, ValueError, KeyError, TypeError):
            return tr("par un autre programme")
