"""What a person looks for in a project, and what is found: lines with the sought in the middle."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from depeche.core.article import State
from depeche.core.words import Phrase, folded
from depeche.core.worth import Worth

CONTEXT = 80
"""Characters shown on either side of what is found."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for: words, and what else must be so. What is empty or None doesn't matter.

    With `labels`, `source` or `worth`, marks are looked for: spans of the annotator and suggestions that wait for
    their verdict, whose own words hold all of `words`. Without, places in the texts. `source` is who proposed a mark,
    `papers` where an article is from (any of these). `since` and `until` are publication dates (an ISO day, month or
    year). `annotator` is the key of whose states and spans count.
    """

    annotator: str
    words: tuple[Phrase, ...] = ()
    labels: tuple[str, ...] = ()
    states: tuple[State, ...] = ()
    source: str | None = None
    since: str | None = None
    until: str | None = None
    worth: Worth | None = None
    papers: tuple[str, ...] = ()

    @property
    def is_of_marks(self) -> bool:
        """Whether marks are looked for, not words of the texts."""
        return bool(self.labels or self.source or self.worth)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is looked for."""
        return not (self.words or self.is_of_marks)


class Standing(StrEnum):
    """What stands where something was found."""

    FREE = "free"
    SUGGESTED = "suggested"
    MARKED = "marked"


@dataclass(frozen=True, slots=True)
class Line:
    """One place where something was found; `start` and `end` are code points, end exclusive.

    `mark` is the key of the span or suggestion that stands there, or touches it, `label` its label; both empty for
    none. `before`, `words` and `after` are one line of the text.
    """

    article: str
    number: int
    name: str
    title: str
    date: str | None
    start: int
    end: int
    before: str
    words: str
    after: str
    standing: Standing = Standing.FREE
    mark: str = ""
    label: str = ""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Lines of whole articles, in order; `upto` is the number of the last article looked at, None after the last."""

    lines: tuple[Line, ...]
    upto: int | None = None


def on_one_line(text: str) -> str:
    """Return a stretch of a text with each of its blanks as one space: lengths stay."""
    return "".join(" " if char.isspace() else char for char in text)


class Side(StrEnum):
    """By which words lines are sorted: those beside what is found, of which the nearest counts first, or its own."""

    LEFT = "left"
    RIGHT = "right"
    WORDS = "words"
    NONE = "none"


def in_order(lines: Iterable[Line], side: Side) -> list[Line]:
    """Return lines sorted by what stands beside them, or by what was found; else as they stand in the project."""

    def context(line: Line) -> tuple[list[str], int, int]:
        beside = {Side.LEFT: line.before, Side.RIGHT: line.after, Side.WORDS: line.words, Side.NONE: ""}[side]
        words = folded(beside).split()
        if side is Side.LEFT:
            words.reverse()
        return words, line.number, line.start

    return sorted(lines, key=context)
