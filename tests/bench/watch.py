"""A command run to its end, and how much memory it and its children took at most."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass

import psutil

_EVERY = 0.2
"""Seconds between two looks."""


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds, and bytes at the most: of the largest process, and of all together.

    `together` counts what processes share once (the sum of their proportional set sizes; where the system doesn't tell
    these, of their resident sets).
    """

    seconds: float
    largest: int
    together: int


def watch(command: Sequence[str]) -> Run:
    """Run a command; raises CalledProcessError where it fails."""
    began = time.perf_counter()
    largest = together = 0
    with psutil.Popen(command, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            sizes = _sizes(process)
            largest = max([largest, *(rss for rss, _ in sizes)])
            together = max(together, sum(share for _, share in sizes))
            time.sleep(_EVERY)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
    return Run(time.perf_counter() - began, largest, together)


def _sizes(process: psutil.Process) -> list[tuple[int, int]]:
    sizes = []
    try:
        for one in (process, *process.children(recursive=True)):
            memory = one.memory_full_info()
            sizes.append((memory.rss, getattr(memory, "pss", memory.rss)))
    except psutil.NoSuchProcess:  # it ended meanwhile
        pass
    return sizes
