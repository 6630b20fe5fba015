"""What one layer holds of spans that cross, and flat tags for tokens, as classifiers learn them (IOB2): `B-X`, `O`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from depeche.core.record import Mark
from depeche.core.scheme import Scheme

OUTSIDE = "O"
Thing = TypeVar("Thing")


class Untagged(StrEnum):
    """Why a mark has no tags."""

    NESTS = "nests"
    """Its label may overlap others, tags are flat."""
    CUTS = "cuts"
    """A border of it lies inside a token, or at a blank."""
    CROWDED = "crowded"
    """A longer one, or one before it, has some of its words."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A tag a token, and the marks that have none."""

    tags: list[str]
    left: list[tuple[Mark, Untagged]]


def tagged(tokens: Sequence[tuple[int, int]], marks: Sequence[Mark], scheme: Scheme) -> Tagged:
    """Return the tags of tokens, given by their code point offsets in order, none blank.

    Marks of labels that nest have none, and of those that cross only what `apart` keeps.
    """
    starts = {start: n for n, (start, _) in enumerate(tokens)}
    ends = {end: n for n, (_, end) in enumerate(tokens)}
    tags = [OUTSIDE] * len(tokens)
    left: list[tuple[Mark, Untagged]] = []
    whole: list[Mark] = []
    for mark in marks:
        if scheme.nests(mark.label):
            left.append((mark, Untagged.NESTS))
        elif mark.start not in starts or mark.end not in ends:
            left.append((mark, Untagged.CUTS))
        else:
            whole.append(mark)
    kept, crowded = apart(whole, lambda mark: mark)
    for mark in kept:
        first, last = starts[mark.start], ends[mark.end]
        tags[first : last + 1] = [f"B-{mark.label}"] + [f"I-{mark.label}"] * (last - first)
    left += [(mark, Untagged.CROWDED) for mark in crowded]
    return Tagged(tags, sorted(left, key=lambda one: (one[0].start, -one[0].end)))


def apart(things: Iterable[Thing], mark_of: Callable[[Thing], Mark]) -> tuple[list[Thing], list[Thing]]:
    """Return which of things that have a mark one layer holds, in order of their places, and the others as they came.

    Of two that cross, the one with more characters stays, of two as long the one that begins first, then the first
    given. This is the one place where that is decided, for every form.
    """
    kept: list[tuple[int, int, Thing]] = []
    left: list[tuple[int, Thing]] = []
    ordered = sorted(enumerate(things), key=lambda one: _longest_first(mark_of(one[1])))
    for n, thing in ordered:
        mark = mark_of(thing)
        place = bisect_left(kept, mark.end, key=lambda one: one[0])  # all before begin before this one's end
        if place and kept[place - 1][1] > mark.start:
            left.append((n, thing))
        else:
            kept.insert(place, (mark.start, mark.end, thing))
    return [thing for _, _, thing in kept], [thing for _, thing in sorted(left, key=lambda one: one[0])]


def _longest_first(mark: Mark) -> tuple[int, int]:
    return mark.start - mark.end, mark.start


def tag_names(scheme: Scheme) -> list[str]:
    """Return every tag that there can be, `O` first, then those of each flat label in the scheme's order."""
    flat = [one.label for one in scheme.labels if not scheme.nests(one.label)]
    return [OUTSIDE, *(f"{prefix}-{label}" for label in flat for prefix in "BI")]
