"""What the radar asks of those who know French: a protocol, so that no source of suggestions is imported here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from depeche.core.article import Article
from depeche.core.span import Span, Stretch, Value


class Quoted(Stretch, Protocol):
    """A stretch between quotation marks, these included. `closed`: whether the closing one is there."""

    @property
    def closed(self) -> bool: ...


class Lore(Protocol):
    """Knows words, lists and readings."""

    def read(self, article: Article, span: Span) -> Span:
        """Return the span with the kind and value its words say in their place."""

    def masked(self, article: Article) -> Sequence[Stretch]:
        """Return what isn't the article's text."""

    def quoted(self, text: str) -> Sequence[Quoted]:
        """Return the outermost stretches between quotation marks."""

    def speaker(self, article: Article, spans: Sequence[Span], quote: Span) -> Value:
        """Return who says a quote, of those that the spans name; None where the text doesn't tell."""

    def proposes(self, article: Article, span: Span) -> float:
        """Return how sure the rules are of a span of that label in just that place, 0 where they find none."""

    def is_place(self, words: str) -> bool:
        """Tell whether words are a city's name, which may stand for a power."""

    def known(self, name: str) -> tuple[str, str] | None:
        """Return the value and kind that the lists have for a name."""

    def title(self, words: str) -> int:
        """Return how many characters of titles, with the blank, stand before the name in words; 0 for none."""

    def is_function(self, words: str) -> bool:
        """Tell whether words are a function without a name."""

    def is_adjective(self, words: str) -> bool:
        """Tell whether a word is an adjective of nation alone."""

    def is_bare_group(self, words: str) -> bool:
        """Tell whether words are people whom nothing names: « soldats », « les deux pays »."""
