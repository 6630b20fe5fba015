"""Files written beside and swapped in: an export that fails leaves the one before as it was."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from depeche.errors import UserError, reason
from depeche.messages import tr

_HALF = ".depeche-half"


class Shelf:
    """The files of one export on their way into `folder`. Use it in a `with` block.

    `file` opens one to write; when the block ends well, all are synced and get their names, the last one opened last.
    When it raises, none does. Raises UserError where the folder can't be written, which then says the `name` of what
    was to be written, if it is one file and no export.
    """

    def __init__(self, folder: Path, name: str = "") -> None:
        self._folder = folder
        self._name = name
        self._made: list[tuple[Path, Path]] = []
        self._begun: list[Path] = []

    def __enter__(self) -> Shelf:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except FileExistsError as error:
            raise UserError(tr("{path} est un fichier, il faut un dossier.", path=self._folder)) from error
        except OSError as error:
            raise self._refusal(error) from error
        return self

    @contextmanager
    def file(self, name: str) -> Iterator[BinaryIO]:
        """Give a binary file to write, which will be `name`; a `/` in it stands for a folder within the folder."""
        # Always the same name, so that what a killed export left is written over; only our own, as another export may
        # be at work in this folder.
        half = self._folder / f"{name}{_HALF}"
        self._begun.append(half)
        try:
            half.parent.mkdir(parents=True, exist_ok=True)
            with half.open("wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise self._refusal(error) from error
        self._made.append((half, self._folder / name))

    def digests(self) -> dict[str, dict[str, int | str]]:
        """Return size and SHA-256 of each file so far, by the name it was opened under."""
        found: dict[str, dict[str, int | str]] = {}
        for half, path in self._made:
            with half.open("rb") as file:
                found[path.relative_to(self._folder).as_posix()] = {
                    "bytes": half.stat().st_size,
                    "sha256": hashlib.file_digest(file, "sha256").hexdigest(),
                }
        return found

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is not None:
            for half in self._begun:
                with suppress(OSError):  # what couldn't be written can't be removed either; why is being said
                    half.unlink(missing_ok=True)
            return
        try:
            for half, path in self._made:
                half.replace(path)
            for folder in dict.fromkeys(path.parent for _, path in self._made):
                _sync_folder(folder)
        except OSError as problem:
            raise self._refusal(problem) from problem

    def _refusal(self, error: OSError) -> UserError:
        if self._name:
            return UserError(
                tr("{path} n’a pas pu être écrit : {why}.", path=self._folder / self._name, why=reason(error)),
                tr("Le fichier précédent, s’il y en avait un, est intact."),
            )
        return UserError(
            tr("L’export dans {folder} n’a pas pu être écrit : {why}.", folder=self._folder, why=reason(error)),
            tr("L’export précédent, s’il y en avait un, est intact."),
        )


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return  # Windows syncs a rename by itself and opens no folder
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
