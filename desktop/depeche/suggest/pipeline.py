"""All sources in their order, as one."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Collection, Sequence
from functools import cache
from typing import TYPE_CHECKING

from depeche import paths
from depeche.core.article import Article
from depeche.core.suggestion import Suggestion
from depeche.suggest.boilerplate import masked
from depeche.suggest.elsewhere import Elsewhere
from depeche.suggest.ground import Ground
from depeche.suggest.memory import Remembered
from depeche.suggest.merge import Trust, merge
from depeche.suggest.reliability import measured
from depeche.suggest.source import Source, Weighing

if TYPE_CHECKING:
    from depeche.suggest.actors import Actors
    from depeche.suggest.quotes import Quotes

_log = logging.getLogger(__name__)


class Pipeline:
    """Sources asked in turn, each seeing what those before it found; their answers merged, boilerplate left out.

    `nests` says which labels may overlap others; labels that `knows` refuses are dropped. `trust` says which of two
    that may not overlap stays: by default the measured reliability of their sources. `memory` is the one among the
    sources that weighs what those before it found, `elsewhere` the one that knows what people settled elsewhere.
    `without`: labels that are dropped for now, and are asked for once they are in use again.
    """

    def __init__(
        self,
        sources: Sequence[Source],
        nests: Callable[[str], bool],
        knows: Callable[[str], bool] = lambda _: True,
        trust: Trust | None = None,
        memory: Remembered | None = None,
        elsewhere: Elsewhere | None = None,
        *,
        without: Collection[str] = (),
    ) -> None:
        self.sources = tuple(sources)
        self._nests = nests
        self._knows = knows
        self._trust = trust or measured().of
        self._memory = memory
        self._elsewhere = elsewhere
        self._without = frozenset(without)

    @property
    def name(self) -> str:
        """Names every source with its version, and each label left out: what an article's suggestions were made by."""
        named = "+".join(f"{source.name}/{source.version}" for source in self.sources)
        return named + "".join(left_out(label) for label in sorted(self._without))

    def propose(self, article: Article) -> list[Suggestion]:
        """Return an article's suggestions in reading order, without keys."""
        return merge(self.answers(article), self._nests, self._trust)

    def answers(self, article: Article) -> list[Suggestion]:
        """Return all that the sources propose, source by source, before it is merged."""
        text = Ground(len(article.text))
        for one in masked(article):
            text.take(one)
        found: list[Suggestion] = []
        for source in self.sources:
            if isinstance(source, Weighing):
                found, proposed = [], source.revise(article, found)
            else:
                proposed = source.propose(article, found)
            found += [one for one in proposed if self._is_wanted(one.label) and text.is_free(one)]
            if self._elsewhere is not None and source in (self._elsewhere, self.sources[-1]):
                found = self._elsewhere.settle(article, found)
        return found

    def _is_wanted(self, label: str) -> bool:
        return label not in self._without and self._knows(label)

    def remembers(self, article: Article) -> str:
        """Return a hash of what people said of an article's words and sentences in others; without any, of nothing."""
        words = self._memory.fingerprint(article.text) if self._memory else ""
        sentences = self._elsewhere.fingerprint(article) if self._elsewhere else ""
        return hashlib.sha256(f"{words}{sentences}".encode()).hexdigest() if sentences else words


def left_out(label: str) -> str:
    """Return how the name of a pipeline says that it leaves a label out."""
    return f"!{label}!"


@cache
def actors() -> Actors:
    """Return the source of actors by the shipped lists of names; reading these takes a tenth of a second, once."""
    from depeche.suggest.actors import Actors

    return Actors(paths.resource("gazetteers"))


@cache
def quotes() -> Quotes:
    """Return the source of quotes, which reads its cue verbs when it is made."""
    from depeche.suggest.quotes import Quotes

    return Quotes()


@cache
def names() -> tuple[Source, ...]:
    """Return the shipped model of names; nothing where it isn't there, as rules do without it.

    Only what the model says of itself is read here; spaCy and the weights are loaded with the first article.
    """
    from depeche.suggest.model.names import Names

    try:
        return (Names(paths.resource("models", "names"), paths.resource("gazetteers"), actors().canonical),)
    except (OSError, ValueError, KeyError) as error:
        _log.warning("No model of names, suggestions come from rules alone: %s", error)
        return ()


def rules(others: Sequence[Source] = ()) -> list[Source]:
    """Return the shipped sources, and `others` among them, in the order in which they are asked.

    Dates before figures, which leave the numbers in dates alone; the model of names after the actors, as it is asked
    about what they leave open; all of them before quotes, whose speakers they are.
    """
    from depeche.suggest.dates import Dates
    from depeche.suggest.figures import Figures
    from depeche.suggest.quotes import Quotes

    return [Dates(), Figures(), actors(), *names(), *others, Quotes()]
