"""What a model is asked about one article: stretches that may be a span, each with what is known of it before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc

NOTHING = ""
"""The label of a stretch that is no span."""

FRESH = ""
"""The topic of stretches that no source proposed."""


@dataclass(frozen=True, slots=True)
class Question:
    """A stretch of code points, the window that the model sees, and how likely each label is by the sources before.

    Labels are written as `joined` does. `before` sums, with `NOTHING`, to 1 at most; the rest is for any label. `alike`
    is the same for stretches that one article uses one way, None for one that stands for itself. `known` says in a word
    what sources say of it: questions with the same word are of one sort. `about` is the topic where no source proposes
    the stretch itself: `FRESH`, or the label whose borders lie there in the project (`Shift.topic`).
    """

    start: int
    end: int
    window: Doc
    before: Mapping[str, float]
    alike: str | None = None
    known: str = ""
    about: str = FRESH


class Shift(NamedTuple):
    """How a project's borders of a label lie to the sources': so many words further in at the start and at the end.

    Below 0 it is further out. « ce mardi 3 mai » for a source, « mardi 3 mai » in the project: (DATE, 1, 0).
    """

    label: str
    start: int
    end: int

    @property
    def topic(self) -> str:
        """What a question about such a place is about: on it a model has a say of its own."""
        return f"~{self.label}"


def joined(label: str, kind: str | None) -> str:
    """Return label and kind as the one label that a model tells apart: `ACTOR:PER`, `DATE`."""
    return f"{label}:{kind}" if kind else label


def parted(name: str) -> tuple[str, str | None]:
    """Return label and kind of a name that `joined` made."""
    label, _, kind = name.partition(":")
    return label, kind or None
