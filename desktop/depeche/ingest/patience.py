"""How long a reader may be at one file while somebody waits for it, and how it hears that they don't any more."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextvars import copy_context
from typing import TypeVar

from depeche.errors import InputError
from depeche.messages import tr

_OFTEN = 0.1
"""Seconds between two reports."""
_AT_ONCE = 0.05
T = TypeVar("T")


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


def apart(work: Callable[[Callable[[], None]], T], go_on: Callable[[], None]) -> T:
    """Do work in a thread of its own, for a library that can't be interrupted, and return what it returns or raises.

    `go_on` is called meanwhile; what it raises comes out at once. The thread is then left behind: it ends by itself,
    with the program at the latest, and sooner where `work` calls now and then what it is given, which raises Late.
    """
    ended, left = threading.Event(), threading.Event()
    done: list[T] = []
    wrong: list[BaseException] = []

    def told() -> None:
        if left.is_set():
            raise Late(tr("sa lecture a été abandonnée"))

    def run() -> None:
        try:
            done.append(work(told))
        except BaseException as error:  # raised where somebody waits
            wrong.append(error)
        finally:
            ended.set()

    threading.Thread(target=copy_context().run, args=(run,), name="reading", daemon=True).start()
    try:
        while not ended.wait(_AT_ONCE):
            go_on()
    finally:
        left.set()
    if wrong:
        raise wrong[0]
    return done[0]
