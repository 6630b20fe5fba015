"""What training asks of the rules, which are another room's: a door hands in who answers (`suggest.learned.reader`)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from depeche.core.article import Article
from depeche.core.span import Span, Stretch
from depeche.core.suggestion import Suggestion
from depeche.models.decision import Rule
from depeche.models.question import Question, Shift

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.vocab import Vocab


class Reader(Protocol):
    """Reads articles as the program does. `base` is the folder of the model to begin from, None for nothing."""

    base: Path | None

    def ask(self, article: Article, vocab: Vocab, shifts: Sequence[Shift] = ()) -> list[Question]:
        """Return what a model is asked about an article."""
        ...

    def shifts(self, article: Article, questions: Sequence[Question], gold: Sequence[Span]) -> Sequence[Shift]:
        """Return how borders of spans that no question is about lie to those that the rules proposed."""
        ...

    def masked(self, article: Article) -> Sequence[Stretch]:
        """Return what isn't the article's text."""
        ...

    def rules(self, article: Article) -> Sequence[Suggestion]:
        """Return what the rules propose without any model."""
        ...

    def shipped(self, article: Article) -> Sequence[Suggestion]:
        """Return what the rules propose with the shipped model."""
        ...

    def trained(self, article: Article, nlp: Language, rule: Rule) -> Sequence[Suggestion]:
        """Return what the rules propose with a network just trained."""
        ...

    def stored(
        self, article: Article, name: str, folder: Path, heard: Collection[str] | None = None
    ) -> Sequence[Suggestion]:
        """Return what the rules propose with the model of a folder. Raises UserError.

        `heard`: the labels on which a pipeline from elsewhere is heard alone; None for what its folder says.
        """
        ...
