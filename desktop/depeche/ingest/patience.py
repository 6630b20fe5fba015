"""How long a reader may be at one file while somebody waits for it, and how it hears that they don't any more."""

from __future__ import annotations

import time
from collections.abc import Callable

from depeche.errors import InputError
from depeche.messages import tr

_OFTEN = 0.1
"""Seconds between two reports."""


class Late(InputError):
    """There is no time left to read a file now; nothing is wrong with it."""


def patience(report: Callable[[], None], end: float | None = None) -> Callable[[], None]:
    """Return what a reader calls as often as it likes (`Asked.go_on`).

    It calls `report`, which may raise Cancelled, now and then, and raises Late after `end` on the monotonic clock.
    """
    last = time.monotonic()

    def go_on() -> None:
        nonlocal last
        now = time.monotonic()
        if end is not None and now > end:
            raise Late(tr("sa lecture demande plus de temps que n’en a un aperçu"))
        if now - last > _OFTEN:
            last = now
            report()

    return go_on
