"""Where the projects of work packages lie: what was noted when one was made or opened, and a search for the others.

A note is a small file in the user's data, named after the package's UUID; without it, or where it is wrong, nothing is
lost but the hint. What counts is what a project's own database says it was made from.
"""

from __future__ import annotations

import json
import logging
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from depeche import paths
from depeche.core.package import Manifest
from depeche.errors import DamagedError
from depeche.store import packages
from depeche.store.project import DATABASE, Project

_DEPTH = 4
"""How far below a person's folders projects are looked for."""
_SECONDS = 3.0
"""How long at most: a folder on a slow network must not keep the person waiting."""


@dataclass(frozen=True, slots=True)
class Known:
    """A note: in which folder the project of a package was when it was last opened."""

    package: str
    project: str
    folder: Path


def note(project: Project) -> str | None:
    """Note where an open project lies, if it was made from a package; return that package's key, None for others."""
    with project.read() as db:
        origin, (key, _) = packages.origin(db), packages.identity(db)
    if origin is None:
        return None
    keep(Known(origin.package, key, project.folder))
    return origin.package


def keep(known: Known) -> None:
    """Write a note in place of the one before. Where the user's data can't be written there is none."""
    path = _file(known.package)
    said = {"package": known.package, "project": known.project, "folder": str(known.folder.absolute())}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(f".{os.getpid()}")
        half.write_text(json.dumps(said), encoding="ascii")
        half.replace(path)
    except OSError as error:
        logging.getLogger(__name__).warning("where a package lies can't be noted: %s", error)


def known(manifest: Manifest) -> Known | None:
    """Return the note on a package, None where there is none that can be believed."""
    try:
        said = json.loads(_file(manifest.key).read_text(encoding="ascii"))
        found = Known(said["package"], said["project"], Path(said["folder"]))
    except (OSError, ValueError, LookupError, TypeError):
        return None
    return found if (found.package, found.project) == (manifest.key, manifest.project) else None


def look_for(package: str, places: Iterable[Path]) -> list[Path]:
    """Return the folders of the projects made from a package that lie in these places or some levels below.

    The one that was changed last comes first. Links and hidden folders aren't followed, nor projects looked into.
    """
    until = time.monotonic() + _SECONDS
    found: dict[Path, float] = {}
    seen: set[tuple[int, int]] = set()
    for place in places:
        for folder in _projects(place, _DEPTH, until, seen):
            with suppress(DamagedError, OSError):
                if packages.package_in(folder) == package:
                    found[folder] = (folder / DATABASE).stat().st_mtime
    return sorted(found, key=lambda folder: -found[folder])


def _projects(folder: Path, depth: int, until: float, seen: set[tuple[int, int]]) -> Iterator[Path]:
    """Yield the projects in a folder, nearest first, until the time is over."""
    level = [folder]
    for _ in range(depth + 1):
        below: list[Path] = []
        for one in level:
            if time.monotonic() > until:
                return
            with suppress(OSError):
                at = one.stat()
                if (at.st_dev, at.st_ino) in seen:
                    continue
                seen.add((at.st_dev, at.st_ino))
                if (one / DATABASE).is_file():
                    yield one
                    continue
                with os.scandir(one) as entries:
                    below += sorted(
                        Path(entry.path)
                        for entry in entries
                        if not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False)
                    )
        level = below


def _file(package: str) -> Path:
    return paths.data() / "packages" / f"{package}.json"
