"""What an annotator writes of a place that the guide doesn't settle: a borderline case, « cas limite »."""

from __future__ import annotations

from dataclasses import dataclass

from depeche.core.span import Span
from depeche.core.suggestion import Suggestion

LONGEST = 2_000
"""Characters that a note may have."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note on a stretch of an article, and on the mark that stood there, if any.

    `start` and `end` are code points, end exclusive, `words` what stood between them: the text never changes, so they
    always will. `mark` is the key of the span or suggestion that the hand was on, `label` its label then; None for
    words without a mark. `number` is its place in the project's order of notes, from 1. `key` is a UUID.
    """

    start: int
    end: int
    words: str
    text: str
    label: str | None = None
    mark: str | None = None
    key: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note with whose it is and where: what a list of all notes shows. `annotator` and `article` are keys."""

    note: Note
    annotator: str
    name: str
    article: str
    article_number: int
    title: str
    date: str | None


def is_about(note: Note, one: Span | Suggestion) -> bool:
    """Tell whether a note is about a mark: the one it was written on, what became of it, or one at the very place."""
    came_from = one.suggestion if isinstance(one, Span) else None
    if note.mark is not None and note.mark in (one.key, came_from):
        return True
    return (note.start, note.end) == (one.start, one.end)
