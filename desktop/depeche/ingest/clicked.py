"""What is meant by a double click, or by a path alone on the command line. Loads nothing slow: it is asked first."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from pathlib import Path

from depeche.core.package import MANIFEST, SUFFIX
from depeche.paths import DATABASE

_NAME_AT = 30
"""Where the first member's name stands in a zip archive."""


def is_package(path: Path) -> bool:
    """Tell whether a path is a work package: by its name, or by its first bytes where a mail or a stick renamed it."""
    if path.suffix.lower() == SUFFIX:
        return True
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return False
        with path.open("rb") as file:
            head = file.read(_NAME_AT + len(MANIFEST))
    except (OSError, ValueError):  # what can't be read is said by whoever opens it
        return False
    return head.startswith(b"PK\x03\x04") and head[_NAME_AT:] == MANIFEST.encode()


def meant(arguments: Sequence[str]) -> list[Path] | None:
    """Return what the window is to open: one path, or none for a plain start. None: it is a command, or a slip."""
    if not arguments:
        return []
    if len(arguments) == 2 and arguments[0] == "open" and not arguments[1].startswith("-"):
        return [Path(arguments[1])]
    if len(arguments) > 1 or arguments[0].startswith("-"):
        return None
    path = Path(arguments[0])
    if path.name == DATABASE and path.is_file():
        return [path.parent]
    return [path] if (path / DATABASE).is_file() or is_package(path) else None
