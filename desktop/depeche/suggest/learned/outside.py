"""A pipeline that was trained elsewhere and taken into a project, as a source beside the others, or in their place.

It brings no word on how far it is to be trusted. Where it showed on finished articles that it knows a label better than
all the others together (`train.hearing`), it alone is heard on that label.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from depeche.core.article import Article
from depeche.core.scheme import Scheme
from depeche.core.span import Span, reading_order
from depeche.core.suggestion import Suggestion
from depeche.suggest.spacy_source import SpacySource, from_elsewhere
from depeche.suggest.valuer import make_valuer


class Outside:
    """Proposes what a spaCy pipeline finds, with the values that its words say; on `heard` labels it alone."""

    def __init__(self, source: SpacySource, heard: Collection[str], scheme: Scheme) -> None:
        self._source = source
        self._heard = frozenset(heard)
        self._scheme = scheme
        self._valued = make_valuer(scheme)
        self.name = source.name
        self.version = "+".join((source.version, *sorted(self._heard)))

    def heard_on(self, labels: Collection[str]) -> Outside:
        """Return the same pipeline, heard alone on other labels."""
        return Outside(self._source, labels, self._scheme)

    def propose(self, article: Article, found: Sequence[Suggestion]) -> list[Suggestion]:
        """Return what the pipeline finds, in reading order."""
        return [self._with_value(article, one) for one in self._source.propose(article, found)]

    def revise(self, article: Article, found: Sequence[Suggestion]) -> list[Suggestion]:
        """Return what stays of what was found, and what the pipeline finds."""
        kept = [one for one in found if one.label not in self._heard]
        return reading_order([*kept, *self.propose(article, found)])

    def _with_value(self, article: Article, one: Suggestion) -> Suggestion:
        read = self._valued(article, Span(one.start, one.end, one.label, one.kind))
        return replace(one, version=self.version, value=read.value, attrs=read.attrs)


def outside(name: str, folder: Path, version: str, heard: object, scheme: Scheme) -> Outside:
    """Return a project's model that was trained elsewhere, heard as `heard_of` reads it. Raises UserError."""
    return Outside(from_elsewhere(name, folder, version, scheme), heard_of(heard), scheme)


def heard_of(said: object) -> tuple[str, ...]:
    """Return the labels that a model's `meta.json` says it is heard on; none where that isn't a list of names."""
    if not isinstance(said, list | tuple) or not all(isinstance(one, str) for one in said):
        return ()
    return tuple(sorted(set(said)))
