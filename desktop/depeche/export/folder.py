"""Files written aside and swapped in: an export that fails leaves the one before as it was."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from depeche.errors import UserError, reason
from depeche.export.swap import HALF, Swap, carry_out, check_free, digest, is_safe, room, settle
from depeche.messages import tr


class Shelf:
    """The files of one export on their way into `folder`. Use it in a `with` block.

    `file` opens one to write; when the block ends well, all are synced and get their names, the last one opened last.
    When it raises, none does. Raises UserError where the folder can't be written, which then says the `name` of what
    was to be written, if it is one file and no export. Exports to one folder at the same time need a `batch` each.
    With `known`, SHA-256 by name, nothing else that stands in the folder is replaced: no file that somebody changed,
    none of another export.
    """

    def __init__(
        self, folder: Path, name: str = "", *, batch: str = "", known: Mapping[str, str] | None = None
    ) -> None:  # fmt: skip
        self._folder = folder
        self._name = name
        self._known = known
        # Always the same name, so that what a killed export left is taken away; only our own, as another export may be
        # at work in this folder.
        self._half = folder / f"{HALF}{batch or name or 'export'}"
        self._swap = Swap()
        self._names: dict[str, str] = {}

    def __enter__(self) -> Shelf:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            settle(self._folder, self._half)
            self._half.mkdir()
        except FileExistsError as error:
            raise UserError(tr("{path} est un fichier, il faut un dossier.", path=self._folder)) from error
        except OSError as error:
            raise self._refusal(error) from error
        return self

    @contextmanager
    def file(self, name: str, *, over: bool = False) -> Iterator[BinaryIO]:
        """Give a binary file to write, which will be `name`; a `/` in it stands for a folder within the folder.

        Raises UserError where a link is on the way, something else that is no folder, or, but with `over`, a file there
        that isn't `known`.
        """
        if not name or not (name == self._name or is_safe(name)) or name in self._names:
            raise ValueError(f"no name for a new file: {name!r}")
        number = str(len(self._names))
        self._names[name] = number
        path = room(self._folder, name)
        try:
            if self._known is not None and not over:
                check_free(path, self._known.get(name))
            with (self._half / number).open("xb") as file:
                yield file
        except OSError as error:
            raise self._refusal(error) from error
        self._swap.files.append((number, name))

    def digests(self) -> dict[str, dict[str, int | str]]:
        """Return size and SHA-256 of each file so far, by the name it was opened under."""
        return {
            name: {"bytes": (self._half / number).stat().st_size, "sha256": digest(self._half / number)}
            for number, name in self._swap.files
        }

    def drop(self, files: Mapping[str, str]) -> list[str]:
        """Take files of an earlier export away with the swap, if their SHA-256 is still this; returns the other names.

        Files that aren't there any more, or that the new export has as well, aren't spoken of.
        """
        kept = {name.casefold() for name in self._names}
        changed = []
        for name, known in files.items():
            path = self._folder / name
            if name.casefold() in kept or not is_safe(name) or not path.is_file():
                continue
            linked = any((self._folder / above).is_symlink() for above in Path(name).parents) or path.is_symlink()
            if not linked and digest(path) == known:
                self._swap.drops[name] = known
            else:
                changed.append(name)
        return changed

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is not None:
            shutil.rmtree(self._half, ignore_errors=True)  # what couldn't be written: why is being said
            if isinstance(error, OSError):  # where what waits is kept: the disk of temporary files is full
                raise self._refusal(error) from error
            return
        for _, name in self._swap.files:
            room(self._folder, name)
        try:
            carry_out(self._folder, self._half, self._swap)
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
