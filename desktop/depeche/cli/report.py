"""Progress on standard error: one line rewritten on a terminal, nothing elsewhere."""

from __future__ import annotations

import sys
import time

from depeche.core.progress import Progress
from depeche.core.shown import shown

_EVERY = 0.1


class Terminal:
    """A `Report` that shows how far a verb is. `clear` takes the line away at the end."""

    def __init__(self) -> None:
        self._shown = 0.0
        self._live = sys.stderr is not None and sys.stderr.isatty()

    def __call__(self, progress: Progress) -> None:
        """Show the progress, at most ten times a second."""
        if not self._live or time.monotonic() - self._shown < _EVERY:
            return
        self._shown = time.monotonic()
        share = f"{100 * progress.done // progress.total:3d} % " if progress.total else ""
        sys.stderr.write(f"\r\x1b[K{share}{shown(progress.what, 60)}")
        sys.stderr.flush()

    def clear(self) -> None:
        """Take the progress line away."""
        if self._live and self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
