"""Two doors: with a command the command line, without one the window."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from depeche.ingest.clicked import meant


def main(arguments: list[str] | None = None) -> int:
    """Run Dépêche with these arguments (those of the process if None) and return its exit status."""
    said = sys.argv[1:] if arguments is None else arguments
    clicked = meant(said)
    if clicked is not None:  # none of the commands is loaded for the window
        return _window(clicked[0] if clicked else None)
    with _loading():
        from depeche.cli.main import run

    return run(said, window=_window, demonstrate=_demonstrate)


def _window(project: Path | None) -> int:
    with _loading():
        from depeche.ui.app import run

    return run(project)


def _demonstrate(folder: Path | None) -> int:
    with _loading():
        from depeche.ui.demo import demonstrate

    return demonstrate(folder)


@contextmanager
def _loading() -> Iterator[None]:
    """Keep the collector of garbage from going through modules while they load: a tenth of the time to the window."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()  # what modules hold stays to the end, and need not be looked through later either
        if collects:
            gc.enable()


if __name__ == "__main__":
    sys.exit(main())
