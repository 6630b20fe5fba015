"""Sources in a project that calls their labels otherwise: what they call ACTOR may be ACTEUR there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from depeche.core.article import Article
from depeche.core.scheme import Scheme
from depeche.core.suggestion import Suggestion
from depeche.suggest.merge import Trust
from depeche.suggest.source import Source


class Named:
    """A source that is shown the names it knows, and whose answers get those of the project."""

    def __init__(self, source: Source, scheme: Scheme) -> None:
        self._source, self._scheme = source, scheme
        self.name, self.version = source.name, source.version

    def propose(self, article: Article, found: Sequence[Suggestion]) -> list[Suggestion]:
        """Return what the source proposes."""
        scheme = self._scheme
        met = [replace(one, label=scheme.to_source(one.label)) for one in found]
        return [replace(one, label=scheme.from_source(one.label)) for one in self._source.propose(article, met)]


def named(sources: Sequence[Source], scheme: Scheme, but: Collection[Source] = ()) -> list[Source]:
    """Return sources as they are asked in a project of that scheme; those in `but` know its names themselves."""
    if not any(label.base for label in scheme.labels):
        return list(sources)
    return [one if any(one is other for other in but) else Named(one, scheme) for one in sources]


def trusted(trust: Trust, scheme: Scheme) -> Trust:
    """Return how far suggestions under a project's names are trusted, where `trust` knows those of the sources."""
    if not any(label.base for label in scheme.labels):
        return trust
    return lambda one: trust(replace(one, label=scheme.to_source(one.label)))
