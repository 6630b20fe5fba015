"""What is counted of a project for its statistics, and which part of it somebody wants to see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

MISSED = "missed"
"""The outcome, beside those of a verdict, of a span that a hand added because nothing had been suggested."""


@dataclass(frozen=True, slots=True)
class Finished:
    """An article that an annotator has finished, on `day` (local time), None where no act of the journal says when.

    `source` is who published it. `seconds` of work it took, None where that can't be told. `assisted`: suggestions were
    shown, None where that isn't known. It has so many `spans`; when it was `first` finished it had so many, of which
    those that `stand` are the same today.
    """

    annotator: str
    source: str | None
    day: date | None
    seconds: float | None
    assisted: bool | None = None
    spans: int = 0
    first: int = 0
    stand: int = 0


@dataclass(frozen=True, slots=True)
class Made:
    """So many spans of one label that an annotator has made on `day`, None where they came with an import.

    `source` is who published their articles.

    `by_hand`: nothing had been suggested there; not so in a blind control, where nothing is shown.
    """

    annotator: str
    label: str
    by_hand: bool
    day: date | None
    n: int
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Stated:
    """So many articles of one source that an annotator has brought to one state."""

    annotator: str
    source: str | None
    state: str
    n: int


@dataclass(frozen=True, slots=True)
class Stock:
    """So many articles of one source; `unread` are those that nobody has opened."""

    source: str | None
    articles: int
    unread: int


@dataclass(frozen=True, slots=True)
class Judged:
    """So many suggestions of one source and label with one outcome (`accepted`, `corrected`, `rejected`)."""

    annotator: str
    source: str
    label: str
    outcome: str
    day: date | None
    n: int


@dataclass(frozen=True, slots=True)
class Named:
    """So many spans whose value is that name."""

    annotator: str
    label: str
    name: str
    n: int


@dataclass(frozen=True, slots=True)
class Long:
    """So many spans of that many characters."""

    annotator: str
    label: str
    length: int
    n: int


@dataclass(frozen=True, slots=True)
class Tallies:
    """All counts of a project. `lengths`: how many articles have from so many hundred characters to the next hundred.

    `annotators` are those who have read something, by name.
    """

    annotators: tuple[str, ...] = ()
    finished: tuple[Finished, ...] = ()
    made: tuple[Made, ...] = ()
    judged: tuple[Judged, ...] = ()
    named: tuple[Named, ...] = ()
    long: tuple[Long, ...] = ()
    lengths: tuple[tuple[int, int], ...] = ()
    states: tuple[Stated, ...] = ()
    stock: tuple[Stock, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose and what: None is everybody's, every label and every source of suggestions; days from `first` to `last`."""

    annotator: str | None = None
    label: str | None = None
    source: str | None = None
    first: date | None = None
    last: date | None = None

    def who(self, annotator: str) -> bool:
        """Whether this annotator's work is wanted."""
        return self.annotator is None or self.annotator == annotator

    def what(self, label: str) -> bool:
        """Whether this label is wanted."""
        return self.label is None or self.label == label

    def whence(self, source: str) -> bool:
        """Whether suggestions of this source are wanted."""
        return self.source is None or self.source == source

    def when(self, day: date | None) -> bool:
        """Whether what happened on that day is wanted; what has no day only where no days are asked for."""
        if day is None:
            return self.first is None and self.last is None
        return (self.first is None or day >= self.first) and (self.last is None or day <= self.last)
