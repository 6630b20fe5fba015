"""A command run to its end: how long it and its children worked, how much memory they took at most."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass

import psutil

_EVERY = 1.0
"""Seconds between two looks, each of which holds a process up."""


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds on the clock and of all processors, and bytes at the most: of the largest process, and of all together.

    `together` counts what processes share once (the sum of their proportional set sizes; where the system doesn't tell
    these, of their resident sets).
    """

    seconds: float
    worked: float
    largest: int
    together: int


def watch(command: Sequence[str]) -> Run:
    """Run a command; raises CalledProcessError where it fails."""
    began = time.perf_counter()
    largest = together = 0
    worked: dict[int, float] = {}
    with psutil.Popen(command, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            looks = _looks(process)
            largest = max([largest, *(one.resident for one in looks)])
            together = max(together, sum(one.share for one in looks))
            worked |= {one.process: one.worked for one in looks}
            time.sleep(_EVERY)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
    return Run(time.perf_counter() - began, sum(worked.values()), largest, together)


@dataclass(frozen=True, slots=True)
class _Look:
    process: int
    worked: float
    resident: int
    share: int


def _looks(process: psutil.Process) -> list[_Look]:
    looks = []
    try:
        for one in (process, *process.children(recursive=True)):
            memory, times = one.memory_full_info(), one.cpu_times()
            share = getattr(memory, "pss", memory.rss)
            looks.append(_Look(one.pid, times.user + times.system, memory.rss, share))
    except psutil.NoSuchProcess:  # it ended meanwhile
        pass
    return looks
