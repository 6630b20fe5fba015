"""What a source of suggestions is. Knows no source in particular."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from depeche.core.article import Article
from depeche.core.suggestion import Suggestion


class Source(Protocol):
    """Something that proposes spans for an article: rules, a list of names, what was accepted before, a model."""

    name: str
    version: str

    def propose(self, article: Article, found: Sequence[Suggestion]) -> list[Suggestion]:
        """Return suggestions in reading order, without `key`.

        `found` is what the sources asked before this one proposed for the same article: figures leave the numbers in
        dates alone, quotes look for their speaker among the actors. Must not raise on any text.
        """
        ...


@runtime_checkable
class Weighing(Protocol):
    """A source that also weighs what those before it found: memory, a model of the project's own."""

    def revise(self, article: Article, found: Sequence[Suggestion]) -> list[Suggestion]:
        """Return what stays of `found`, changed or not, and what is new, in reading order. Must not raise."""
        ...
