"""Many files that get their names at one stroke, also where the stroke is interrupted: then it is finished later.

What is to be done stands in a list beside the new files before the first of them gets its name. Who comes after a kill
finds the list and carries it out to its end; without a list nothing had begun, and the new files are only waste.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from depeche import paths
from depeche.errors import UserError, reason
from depeche.messages import tr

HALF = ".depeche-half-"
"""How the folder begins in which an export's new files wait, within the folder that they are for."""

_LIST = "swap.json"
_NUMBER = re.compile(r"\d{1,9}")
_UNSAFE = re.compile(r'[\x00-\x1f\\:*?"<>|]')
_FEW = 32
"""Files that are synced one by one; more go to the disk together with all that waits for it, which is faster."""


@dataclass(slots=True)
class Swap:
    """What is to be done in a folder: new files (their number where they wait, their name), and files to take away."""

    files: list[tuple[str, str]] = field(default_factory=list)
    drops: dict[str, str] = field(default_factory=dict)


def is_safe(name: str) -> bool:
    """Tell whether a name with `/` stays within its folder, on every system, and is none of ours."""
    parts = name.split("/")
    return not _UNSAFE.search(name) and all(part not in ("", ".", "..") for part in parts) and parts[0][:14] != HALF


def room(folder: Path, name: str) -> Path:
    """Return where a file of a name goes. Raises UserError where a folder, or a link or file on the way, is there."""
    path = folder / name
    for above in list(path.relative_to(folder).parents)[:-1]:
        if (folder / above).is_symlink():
            raise UserError(tr("{path} est un lien : rien n’y est écrit.", path=folder / above))
        if (folder / above).exists() and not (folder / above).is_dir():
            raise UserError(tr("{path} est un fichier, il faut un dossier.", path=folder / above))
    if path.is_dir() and not path.is_symlink():
        raise UserError(tr("{path} est un dossier, il faut un fichier.", path=path))
    return path


def check_free(path: Path, known: str | None) -> None:
    """Raise UserError where something stands at a path that isn't a file with this SHA-256."""
    if not path.is_symlink() and not path.exists():
        return
    if known is None or path.is_symlink() or not path.is_file() or digest(path) != known:
        raise UserError(
            tr("{path} existe déjà et n’est pas ce qu’un export y a écrit : rien n’a été remplacé.", path=path),
            tr("Choisissez un autre dossier."),
        )


def carry_out(folder: Path, half: Path, swap: Swap) -> None:
    """Give the new files their names and take the others away, last what waits. Raises UserError where it can't be."""
    sync((half / number for number, _ in swap.files), len(swap.files))
    try:
        if len(swap.files) + len(swap.drops) > 1:
            _note(half, swap)
        _do(folder, half, swap)
    except OSError as error:
        raise _halfway(folder, error) from error


def settle(folder: Path, half: Path | None = None) -> None:
    """Finish what a killed export had begun to put in place, of all exports to a folder or of one; what waits goes.

    Of the others only what they had begun: they may be at work. Raises UserError where it can't be done.
    """
    try:
        halves = [half] if half else sorted(path for path in folder.glob(f"{HALF}*") if (path / _LIST).is_file())
        for one in halves:
            if one.is_symlink():
                one.unlink()
            elif one.is_dir():
                if known := _noted(one / _LIST):
                    _do(folder, one, known)
                shutil.rmtree(one, ignore_errors=half is None)
    except OSError as error:
        raise _halfway(folder, error) from error


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync(paths: Iterable[Path], number: int) -> None:
    """Have files on the disk before this returns."""
    if number > _FEW and hasattr(os, "sync"):
        os.sync()
        return
    for path in paths:
        with path.open("r+b") as file:
            os.fsync(file.fileno())


def _do(folder: Path, half: Path, swap: Swap) -> None:
    folders = {folder}
    for name, known in swap.drops.items():
        path = folder / name
        if not path.is_symlink() and path.is_file() and digest(path) == known:
            path.unlink()
        for above in list(path.relative_to(folder).parents)[:-1]:
            with suppress(OSError):  # something else is in it
                (folder / above).rmdir()
    for number, name in swap.files:
        path = room(folder, name)
        if path.parent not in folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            folders.add(path.parent)
        with suppress(FileNotFoundError):  # got its name before the kill
            (half / number).replace(path)
    for one in folders:
        paths.sync_folder(one)
    (half / _LIST).unlink(missing_ok=True)
    shutil.rmtree(half, ignore_errors=True)


def _note(half: Path, swap: Swap) -> None:
    fresh = half / f"{_LIST}.new"
    with fresh.open("wb") as file:
        file.write(json.dumps({"files": swap.files, "drops": swap.drops}).encode("utf-8"))
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(half / _LIST)
    paths.sync_folder(half)


def _noted(path: Path) -> Swap | None:
    """Return what a list says; None where there is none, or one that no program of ours wrote."""
    try:
        said = json.loads(path.read_bytes())
        swap = Swap([(str(number), str(name)) for number, name in said["files"]], dict(said["drops"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    names = [*(name for _, name in swap.files), *swap.drops]
    known = all(isinstance(name, str) and is_safe(name) for name in names)
    return swap if known and all(_NUMBER.fullmatch(number) for number, _ in swap.files) else None


def _halfway(folder: Path, error: OSError) -> UserError:
    return UserError(
        tr("L’export dans {folder} n’a été mis en place qu’en partie : {why}.", folder=folder, why=reason(error)),
        tr("Le prochain export dans ce dossier le finira."),
    )
