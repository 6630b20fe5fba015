"""What takes the room in a built folder: `python packaging/sizes.py [FOLDER]`, after `make bundle`; the ten largest."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from identity import ROOT, identity

_SYSTEM, _PYTHON = "libraries of the system's that come along", "Python's own modules and library"


def parts(folder: Path) -> Counter[str]:
    """Return the bytes of each part: a package's folder, the program file, what lies beside it."""
    found: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            found[_part(path.relative_to(folder))] += path.stat().st_size
    return found


def _part(path: Path) -> str:
    top, *inner = path.parts
    if top != "_internal":
        return "the program file, with all Python code" if top == identity().command else top
    if inner[0].startswith(("python3", "libpython", "base_library")):
        return _PYTHON
    return inner[0] if len(inner) > 1 else _SYSTEM


if __name__ == "__main__":
    name = identity().command
    place = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "bundle" / "program" / name
    sizes = parts(place)
    for part, size in sizes.most_common(10):
        print(f"{size / 1e6:6.1f} MB  {part}")
    print(f"{sum(sizes.values()) / 1e6:6.1f} MB  in all, {len(sizes)} parts")
