"""What the rules know, asked word by word: titles, cities, names of the lists, speakers, readings of a place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from depeche import paths
from depeche.core.article import Article
from depeche.core.scheme import Scheme, ValueType
from depeche.core.span import Span, Stretch, Value
from depeche.core.suggestion import Suggestion
from depeche.suggest.actors.gazetteer import Gazetteer
from depeche.suggest.actors.words import Words
from depeche.suggest.boilerplate import masked
from depeche.suggest.pipeline import actors
from depeche.suggest.quotes import Quotes
from depeche.suggest.quotes.pairing import Pair, pair
from depeche.suggest.valuer import make_valuer

_SURE = 0.65
_NEAR = 250
"""So many characters around a quote its speaker must be named."""
_LINE_END = re.compile(r"[\r\n\u2028\u2029]")
_WORD = re.compile(r"[^\s]+")
_LINKING = frozenset("de du des d la le les l en et a au aux adjoint adjointe general generale".split())
_DETERMINERS = frozenset("le la les l un une des ces ses leurs deux trois plusieurs certains quelques".split())
_BARE = frozenset(
    "soldats troupes militaires combattants civils forces autorites dirigeants responsables experts population pays "
    "parties habitants victimes manifestants policiers gouvernements".split()
)
_OTHERS = frozenset("nouveau nouvelle ancien ancienne premier premiere second seconde haut haute vice".split())


class Lore:
    """The lists and rules as the consistency radar asks them; read once, with the first question."""

    def __init__(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self._valuer = make_valuer(scheme)
        self._quotes = Quotes()
        self._asked: tuple[Article | None, Sequence[Span] | None] = (None, None)
        self._proposed: list[Suggestion] = []
        self._gazetteer = Gazetteer(paths.resource("gazetteers"))
        self._titles = self._gazetteer.civilities | self._gazetteer.functions

    def read(self, article: Article, span: Span) -> Span:
        """Return the span with the kind and value its words say in their place."""
        return self._valuer(article, span)

    def masked(self, article: Article) -> Sequence[Stretch]:
        """Return what isn't the article's text."""
        return masked(article)

    def quoted(self, text: str) -> Sequence[Pair]:
        """Return the outermost stretches between quotation marks."""
        return pair(text, self._quotes.verbs)

    def speaker(self, article: Article, spans: Sequence[Span], quote: Span) -> Value:
        """Return who says a quote, of those that the spans name; None where the text doesn't tell for sure."""
        named = [
            Suggestion(one.start, one.end, self._scheme.to_source(one.label), one.kind, one.value, {}, "hand", "1", 1.0)
            for one in spans
            if one.label in self._scheme and self._scheme.get(one.label).value is ValueType.NAME
        ]
        near = {one.value for one in named if one.start - _NEAR < quote.end and quote.start < one.end + _NEAR}
        if self._asked[0] is not article or self._asked[1] is not spans:  # asked for each quote of an article
            self._asked, self._proposed = (article, spans), self._quotes.propose(article, named)
        for one in self._proposed:
            if one.start == quote.start or one.end == quote.end:
                ranked: Sequence[dict[str, float]] = one.attrs.get("speakers") or ()
                sure = len(ranked) > 0 and ranked[0]["score"] >= _SURE
                said = one.value if isinstance(one.value, tuple) else (one.value,)
                return one.value if sure and near.issuperset(said) else None
        return None

    def proposes(self, article: Article, span: Span) -> float:
        """Return how sure the rules, given the line, are of a span of that label in just that place; 0 for none."""
        start = max((end.end() for end in _LINE_END.finditer(article.text, 0, span.start)), default=0)
        after = _LINE_END.search(article.text, span.end)
        line = article.text[start : after.start() if after else len(article.text)]
        place = (span.start - start, span.end - start, self._scheme.to_source(span.label))
        return _found(line, article.date).get(place, 0.0)

    def is_place(self, words: str) -> bool:
        """Tell whether words are a city's name, which may stand for a power."""
        return actors().is_place(words)

    def known(self, name: str) -> tuple[str, str] | None:
        """Return the value and kind that the lists have for a name."""
        return _known(name)

    def title(self, words: str) -> int:
        """Return how many characters of titles stand before the name in words, with the blank; 0 for none."""
        titled = False
        for match in _WORD.finditer(words):
            folded = Words(match.group()).fold
            if folded and folded[-1] in self._titles:
                titled = True
            elif match.group()[:1].isupper() or not titled:
                return match.start() if titled else 0
        return 0

    def is_function(self, words: str) -> bool:
        """Tell whether words are a function without a name: « le ministre russe », « dirigeant nord-coréen »."""
        read = Words(words)
        first = next((n for n, word in enumerate(read.fold) if word not in _DETERMINERS), len(read))
        titled, at = False, first
        while at < len(read):
            word = read.fold[at]
            nation = self._gazetteer.adjective_at(read, at)
            if at > first and read.raw[at][:1].isupper():
                return False
            if word in self._titles:
                titled = True
            elif at + 1 < len(read) and read.link[at + 1] == "-" and nation is None:
                pass  # « porte-parole », « vice-président »: the last part tells
            elif nation is None and word not in _LINKING and word not in _OTHERS:
                return False
            at = nation[0] if nation is not None and word not in self._titles else at + 1
        return titled

    def is_adjective(self, words: str) -> bool:
        """Tell whether a word is an adjective of nation alone, in lower case."""
        read = Words(words)
        met = self._gazetteer.adjective_at(read, 0) if len(read) else None
        return met is not None and met[0] == len(read) and not met[1].noun and words[:1].islower()

    def is_bare_group(self, words: str) -> bool:
        """Tell whether words are people whom nothing names: « soldats », « les deux pays »."""
        bare = [word for word in Words(words).fold if word not in _DETERMINERS]
        return len(bare) == 1 and bare[0] in _BARE and words[-1:].islower()


@lru_cache(maxsize=4096)
def _known(name: str) -> tuple[str, str] | None:
    return actors().canonical(name, ())


@lru_cache(maxsize=512)
def _found(line: str, date: str | None) -> dict[tuple[int, int, str], float]:
    from depeche.suggest.dates import Dates
    from depeche.suggest.figures import Figures

    article = Article(line, date=date)
    found: list[Suggestion] = []
    for source in (Dates(), Figures(), actors()):
        found += source.propose(article, found)
    return {(one.start, one.end, one.label): one.score or 0.0 for one in found}
