"""Whether time grows as the work does, told by processor time, so that a busy machine changes nothing."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_SLACK = 4.0
_LEAST = 0.005
"""Seconds: below, the clock's own grain would be compared."""


@contextmanager
def soon(seconds: float = 60) -> Iterator[None]:
    """Fail where what is done within takes that much processor time: many times what it takes a quick machine."""
    began = time.process_time()
    yield
    assert time.process_time() - began < seconds


def in_proportion(run: Callable[[int], object], small: int, large: int) -> bool:
    """Tell whether `run(large)` takes no more than its share of `run(small)`, four times over; five times asked.

    The two should differ tenfold at least: what grows with the square then takes a hundred times as long.
    """

    def spent(size: int) -> float:
        began = time.process_time()
        run(size)
        return time.process_time() - began

    run(small)  # what is read once is read now
    return any(spent(large) < _SLACK * large / small * max(spent(small), _LEAST) for _ in range(5))
