"""What a span is: a labelled stretch of an article, with its value."""

from __future__ import annotations

from bisect import insort
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

Value = str | tuple[str, ...] | None
"""What a span stands for: a canonical name, an EDTF date, a number; several names for a quote; None: not said."""


class Stretch(Protocol):
    """Anything with two code point offsets, end exclusive."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Marked(Stretch, Protocol):
    """A stretch with the name of its label and a key of its own: a span, a suggestion."""

    @property
    def label(self) -> str: ...
    @property
    def key(self) -> str: ...


M = TypeVar("M", bound=Marked)

_FEW = 16


@dataclass(frozen=True, slots=True)
class Span:
    """A labelled stretch of an article, as a person left it.

    `start` and `end` are code points into the article's text, end exclusive. `label` is a name of the scheme (`ACTOR`),
    `kind` one of that label's kinds (`PER`). `attrs` holds what else is known, by name: `unit`, `mod`, `relay`,
    `speakers`, and unknown fields of an imported span. `key` is a UUID that stays through relabelling, moving, undo and
    redo. `suggestion` is the key of the suggestion it was made from, None where the annotator found it.
    """

    start: int
    end: int
    label: str
    kind: str | None = None
    value: Value = None
    attrs: Mapping[str, Any] = field(default_factory=dict, hash=False)
    key: str = ""
    suggestion: str | None = None


def overlap(a: Stretch, b: Stretch) -> int:
    """Return how many characters two stretches share."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def reading_order(spans: Iterable[M]) -> list[M]:
    """Return the spans sorted by start, the outer before the inner; those of the same borders by label, then key.

    The order depends on nothing else, so that an article just annotated and the same one opened again say the same.
    """
    return sorted(spans, key=_place)


def put_in_order(spans: list[M], come: Collection[M]) -> list[M]:
    """Return spans that are in reading order with others among them; a few find their place among thousands at once."""
    if len(come) > _FEW:
        return reading_order([*spans, *come])
    found = list(spans)
    for one in come:
        insort(found, one, key=_place)
    return found


def _place(one: Marked) -> tuple[int, int, str, str]:
    return one.start, -one.end, one.label, one.key
