"""How a long piece of work says how far it is, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a piece of work is: `done` of `total` (None where that isn't known), and a word for the person."""

    done: int
    total: int | None = None
    what: str = ""


Report = Callable[[Progress], None]
"""Called by a verb as it goes. A door stops the verb by raising `Cancelled` out of this call."""


class Cancelled(Exception):
    """The person asked to stop. What was stored before stays; nothing is half done."""


def silent(progress: Progress) -> None:
    """Report nothing."""
