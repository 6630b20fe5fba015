"""Two doors: with a command the command line, without one the window."""

from __future__ import annotations

import sys
from pathlib import Path


def main(arguments: list[str] | None = None) -> int:
    """Run Dépêche with these arguments (those of the process if None) and return its exit status."""
    from depeche.cli.main import run

    return run(sys.argv[1:] if arguments is None else arguments, window=_window, demonstrate=_demonstrate)


def _window(project: Path | None) -> int:
    from depeche.ui.app import run

    return run(project)


def _demonstrate(folder: Path | None) -> int:
    from depeche.ui.demo import demonstrate

    return demonstrate(folder)


if __name__ == "__main__":
    sys.exit(main())
