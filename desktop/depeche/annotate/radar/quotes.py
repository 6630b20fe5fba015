"""Quotes: without a speaker, off their quotation marks, or marks that open in vain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from depeche.annotate.radar.finding import Finding, Kind, Mend, about, words_of
from depeche.annotate.radar.lore import Lore, Quoted
from depeche.core.article import State
from depeche.core.scheme import Scheme, ValueType
from depeche.core.span import Span, overlap
from depeche.messages import tr
from depeche.store.pages import Page

_OPENING = "«“„‟\"‹‘'"
_CLOSING = "»”“\"›’'"
_REPEATED = re.compile(r"[\r\n]\s*[«“\"]")
_MARKS = frozenset('«»“”„‟"‹›')


def speakers(page: Page, scheme: Scheme, lore: Lore) -> Iterator[Finding]:
    """Yield the quotes without speaker: with the one whom the text names for sure, or as a remark that it doesn't."""
    for span in _quotes(page, scheme):
        if span.value:
            continue
        name = lore.speaker(page.article, page.spans, span)
        if name:
            shown = name if isinstance(name, str) else ", ".join(name)
            sentence = tr("Sans locuteur ; le texte nomme {name}.", name=shown)
            mends = (Mend(page.article.key, span, replace(span, value=name)),)
            yield about(page, Kind.SPEAKER, span, sentence, mends=mends, weight=0.7)
        else:
            sentence = tr("Sans locuteur : le texte n’en nomme aucun avec certitude.")
            yield about(page, Kind.UNSPOKEN, span, sentence, weight=0.2)


def marks(page: Page, scheme: Scheme, lore: Lore) -> Iterator[Finding]:
    """Yield the quotes that don't end with the marks that hold them, and marks without quote that are never closed."""
    quotes = _quotes(page, scheme)
    if not quotes and page.state is not State.DONE:
        return
    pairs = lore.quoted(page.article.text)
    for span in quotes:
        off = list(_off_marks(page, span, pairs))
        yield from off or _unclosed(page, span)
    if page.state is not State.DONE or not any(label.value is ValueType.SPEAKER for label in scheme.active):
        return
    for one in pairs:
        if not one.closed and not any(overlap(one, span) for span in page.spans if span in quotes):
            words = words_of(page, one.start, min(one.end, one.start + 80))
            name = f"{Kind.OPEN}/{page.article.key}/{one.start}"
            sentence = tr("Ce guillemet ne se ferme pas, et aucune citation n’est marquée.")
            article = page.article
            yield Finding(Kind.OPEN, name, article.key, article.number, one.start, one.end, words, sentence)


def _quotes(page: Page, scheme: Scheme) -> list[Span]:
    return [one for one in page.spans if one.label in scheme and scheme.get(one.label).value is ValueType.SPEAKER]


def _off_marks(page: Page, span: Span, pairs: Sequence[Quoted]) -> Iterator[Finding]:
    text = page.article.text
    around = max(pairs, key=lambda one: overlap(one, span), default=None)
    if around is None or not overlap(around, span):
        if not _MARKS & set(text[span.start : span.end]):
            sentence = tr("Une citation sans guillemets n’est pas marquée.")
            yield about(page, Kind.GUIDE, span, sentence, mends=(Mend(page.article.key, span),), weight=0.6)
        return
    if (around.start, around.end) == (span.start, span.end) or not around.closed or _is_whole(text, span):
        return
    new = replace(span, start=around.start, end=around.end)
    sentence = tr("Les guillemets qui l’entourent vont de {first}… à …{last}",
                  first=words_of(page, around.start, min(around.start + 24, around.end)),
                  last=words_of(page, max(around.end - 24, around.start), around.end))  # fmt: skip
    yield about(page, Kind.MARKS, span, sentence, mends=(Mend(page.article.key, span, new),), weight=0.9)


def _unclosed(page: Page, span: Span) -> Iterator[Finding]:
    """Yield a quote in which a mark opens or closes in vain; one repeated at the head of a paragraph goes on."""
    words = _REPEATED.sub("\n", page.article.text[span.start : span.end])
    pairs = (("«", "»"), ("“", "”"), ("‹", "›"))
    opened, closed = (any(words.count(one[n]) > words.count(one[1 - n]) for one in pairs) for n in (0, 1))
    if words.count('"') % 2:
        opened, closed = opened or words[-1] != '"', closed or words[-1] == '"'
    if opened or closed:
        sentence = tr("Un guillemet s’y ouvre et ne s’y ferme pas.")
        if not opened:
            sentence = tr("Un guillemet s’y ferme sans s’y être ouvert.")
        yield about(page, Kind.UNCLOSED, span, sentence, weight=0.3)


def _is_whole(text: str, span: Span) -> bool:
    """Tell whether a span begins and ends with marks of its own, and holds as many that open as that close."""
    words = text[span.start : span.end]
    balanced = all(words.count(a) == words.count(b) for a, b in ("«»", "‹›")) and words.count('"') % 2 == 0
    return len(words) > 2 and words[0] in _OPENING and words[-1] in _CLOSING and balanced
