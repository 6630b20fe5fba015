"""Flat tags for tokens, as token classifiers learn them (IOB2): `B-ACTOR`, `I-ACTOR`, `O`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from depeche.core.record import Mark
from depeche.core.scheme import Scheme

OUTSIDE = "O"


class Untagged(StrEnum):
    """Why a mark has no tags."""

    NESTS = "nests"
    """Its label may overlap others, tags are flat."""
    CUTS = "cuts"
    """A border of it lies inside a token, or at a blank."""
    CROWDED = "crowded"
    """A longer one has its tokens."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A tag a token, and the marks that have none."""

    tags: list[str]
    left: list[tuple[Mark, Untagged]]


def tagged(tokens: Sequence[tuple[int, int]], marks: Sequence[Mark], scheme: Scheme) -> Tagged:
    """Return the tags of tokens, given by their code point offsets in order, none blank.

    Of two marks that overlap, the longer one is tagged, of two as long the first; those of labels that nest are not.
    """
    starts = {start: n for n, (start, _) in enumerate(tokens)}
    ends = {end: n for n, (_, end) in enumerate(tokens)}
    tags = [OUTSIDE] * len(tokens)
    left: list[tuple[Mark, Untagged]] = []
    for mark in sorted(marks, key=lambda one: (one.start - one.end, one.start)):
        first, last = starts.get(mark.start), ends.get(mark.end)
        if scheme.nests(mark.label):
            left.append((mark, Untagged.NESTS))
        elif first is None or last is None:
            left.append((mark, Untagged.CUTS))
        elif any(tag != OUTSIDE for tag in tags[first : last + 1]):
            left.append((mark, Untagged.CROWDED))
        else:
            tags[first : last + 1] = [f"B-{mark.label}"] + [f"I-{mark.label}"] * (last - first)
    return Tagged(tags, sorted(left, key=lambda one: (one[0].start, -one[0].end)))


def tag_names(scheme: Scheme) -> list[str]:
    """Return every tag that there can be, `O` first, then those of each flat label in the scheme's order."""
    flat = [one.label for one in scheme.labels if not scheme.nests(one.label)]
    return [OUTSIDE, *(f"{prefix}-{label}" for label in flat for prefix in "BI")]
