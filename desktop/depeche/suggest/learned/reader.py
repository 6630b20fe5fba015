"""The rules as training asks them: what they say of an article, alone, with the shipped model, with one of our own."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from depeche import paths
from depeche.core.article import Article
from depeche.core.scheme import Scheme
from depeche.core.span import Span, Stretch
from depeche.core.suggestion import Suggestion
from depeche.models import folder as folders
from depeche.models.decision import Rule
from depeche.models.question import Question, Shift
from depeche.suggest.boilerplate import masked
from depeche.suggest.learned.asking import Asking, shifts
from depeche.suggest.learned.outside import Outside, outside
from depeche.suggest.learned.source import Learned, learned
from depeche.suggest.naming import named, trusted
from depeche.suggest.pipeline import Pipeline, names, rules
from depeche.suggest.reliability import MODEL, measured
from depeche.suggest.source import Source

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.vocab import Vocab

SHIPPED = "names"
"""The source of the shipped model."""


def asking(scheme: Scheme, before: Sequence[Source] | None = None) -> Asking:
    """Return what makes the questions under a scheme; `before` are the sources asked first, the shipped ones else.

    Memory isn't among them: it knows the very articles that are learned from.
    """
    flat = [label.label for label in scheme.active if not label.nests]
    sources = named(rules() if before is None else before, scheme)
    pipeline = Pipeline(sources, scheme.nests, {one.label for one in scheme.active}.__contains__)
    return Asking(flat, trusted(measured().of, scheme), pipeline.answers)


class Reader:
    """What training needs of the rules (`train.reading.Reader`), under a scheme.

    `base` is the folder of the model to begin from, the shipped one by default, None for nothing; without `names` the
    shipped model isn't asked either.
    """

    def __init__(self, scheme: Scheme, *, names: bool = True, base: Path | None = None) -> None:
        self._scheme = scheme
        self._names = names
        self.base = base if base is not None else _shipped() if names else None
        self._asking = asking(scheme, None if names else self._rules)

    @cached_property
    def _rules(self) -> list[Source]:
        return [one for one in rules() if one.name != SHIPPED]

    def ask(self, article: Article, vocab: Vocab, shifts: Sequence[Shift] = ()) -> list[Question]:
        """Return what a model is asked about an article."""
        return self._asking.ask(article, vocab, shifts)

    def shifts(self, article: Article, questions: Sequence[Question], gold: Sequence[Span]) -> Sequence[Shift]:
        """Return how borders of spans that no question is about lie to those that the rules proposed."""
        return shifts(article.text, questions, gold)

    def masked(self, article: Article) -> Sequence[Stretch]:
        """Return what isn't the article's text."""
        return masked(article)

    def rules(self, article: Article) -> Sequence[Suggestion]:
        """Return what the rules propose without any model."""
        return self._pipeline(self._rules).propose(article)

    def shipped(self, article: Article) -> Sequence[Suggestion]:
        """Return what a new project gets: the rules with the shipped model."""
        return self._pipeline(rules()).propose(article)

    def trained(self, article: Article, nlp: Language, rule: Rule) -> Sequence[Suggestion]:
        """Return what the rules and a network propose together."""
        return self._with(Learned("", "", nlp, rule, self._asking, self._scheme)).propose(article)

    def stored(
        self, article: Article, name: str, folder: Path, heard: Collection[str] | None = None
    ) -> Sequence[Suggestion]:
        """Return what the rules and the model of a folder propose together. Raises UserError.

        `heard`: the labels on which a pipeline from elsewhere is heard alone; None for what its folder says.
        """
        source = self._loaded(name, folder)
        if heard is not None and isinstance(source, Outside):
            source = source.heard_on(heard)
        return self._with(source).propose(article)

    def _loaded(self, name: str, folder: Path) -> Source:
        if folder not in self._kept:
            said = folders.check(folder).get("depeche")
            about = said if isinstance(said, dict) else {}
            self._kept[folder] = (
                learned(name, folder, "", self._asking, self._scheme)
                if "rule" in about
                else outside(name, folder, "", about.get("heard"), self._scheme)
            )
        return self._kept[folder]

    @cached_property
    def _kept(self) -> dict[Path, Source]:
        return {}

    def _with(self, one: Source) -> Pipeline:
        *found, quotes = rules() if self._names else self._rules
        return self._pipeline([*found, one, quotes])

    def _pipeline(self, sources: Sequence[Source]) -> Pipeline:
        known = {label.label for label in self._scheme.active}
        ours = [one for one in sources if one.name.startswith(MODEL)]
        trust = trusted(measured().of, self._scheme)
        return Pipeline(named(sources, self._scheme, but=ours), self._scheme.nests, known.__contains__, trust)


def _shipped() -> Path | None:
    return paths.resource("models", SHIPPED) if names() else None
