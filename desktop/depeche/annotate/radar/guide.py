"""Spans where the guide has none, or a shorter one: titles, articles, functions, adjectives, boilerplate."""

from __future__ import annotations

import re
from collections.abc import Iterator

from depeche.annotate.radar.edges import within
from depeche.annotate.radar.finding import Finding, Kind, Mend, about, words_of
from depeche.annotate.radar.lore import Lore
from depeche.annotate.snap import trim
from depeche.annotate.wording import nested
from depeche.core.scheme import Scheme, ValueType
from depeche.core.span import Span
from depeche.core.words import folded
from depeche.messages import tr
from depeche.store.pages import Page

_ARTICLE = re.compile(
    r"(?:les?|la|l['’]|un|une|des|du|aux?|de|d['’])(?:\s+(?:la\s+|l['’])?|(?<=['’])(?=\w))", re.IGNORECASE
)
_IN_FRONT = re.compile(
    r"(?:les?|la|l['’]|du|aux?|depuis|avant|après|dès|en|à|de|d['’])(?:\s+|(?<=['’])(?=\w))", re.IGNORECASE
)
_CLOCK = re.compile(r"\d{1,2}\s*(?:h|heures?|:)(?:\s*\d{2})?(?:\s*GMT)?", re.IGNORECASE)
_VAGUE = frozenset(
    "recemment|bientot|prochainement|a l epoque|dans les plus brefs delais|desormais|auparavant|jadis|autrefois|"
    "actuellement|naguere|dernierement|tot ou tard|depuis longtemps|longtemps|maintenant".split("|")
)
_DETERMINED = re.compile(r"(?:\bles|\bdes|\baux|\bces|\bses|\bleurs|\bdeux|\btrois|\bl['’]un|\d)\s+$", re.IGNORECASE)


def guide(page: Page, scheme: Scheme, lore: Lore) -> Iterator[Finding]:
    """Yield the spans that the guide wouldn't mark, or not so long."""
    aside = lore.masked(page.article)
    for span in page.spans:
        hidden = next((one for one in aside if one.start <= span.start and span.end <= one.end), None)
        if hidden is not None:
            yield _gone(page, span, tr("Dans une ligne qui n’est pas du texte (source, crédit, invitation)."), 0.8)
            continue
        kind = scheme.get(span.label).value if span.label in scheme else ValueType.NONE
        if kind is ValueType.NAME:
            yield from _name(page, span, scheme, lore)
        elif kind is ValueType.DATE:
            yield from _date(page, span, scheme, lore)
        elif kind is ValueType.NUMBER:
            yield from _figure(page, span, scheme, lore)


def _name(page: Page, span: Span, scheme: Scheme, lore: Lore) -> Iterator[Finding]:
    text = page.article.text
    words = text[span.start : span.end]
    person = span.kind in (None, "PER")
    before = text[max(0, span.start - 12) : span.start]
    if person and lore.is_function(words):
        yield _gone(page, span, tr("Une fonction sans nom n’est pas un acteur."), 0.9)
        return
    if lore.is_adjective(words) and not _DETERMINED.search(before):
        yield _gone(page, span, tr("Un adjectif seul n’est pas un acteur."), 0.8)
        return
    if lore.is_bare_group(words):
        yield _gone(page, span, tr("Des gens que rien ne nomme ne sont pas un acteur."), 0.8)
        return
    article = _ARTICLE.match(words)
    led = article.end() if article else 0
    titled = led + lore.title(words[led:]) if person and lore.title(words[led:]) else 0
    if titled and not _is_own(words[:titled], span):
        yield _shorter(page, span, titled, scheme, tr("Le titre reste dehors : « {words} »."))
        return
    if article and words[article.end() :].strip() and not _is_own(article.group(), span):
        yield _shorter(page, span, article.end(), scheme, tr("L’article reste dehors : « {words} »."))


def _date(page: Page, span: Span, scheme: Scheme, lore: Lore) -> Iterator[Finding]:
    words = page.article.text[span.start : span.end]
    if folded(words) in _VAGUE:
        yield _gone(page, span, tr("Une date vague n’est pas marquée."), 0.7)
    elif _CLOCK.fullmatch(words.strip()) and not lore.proposes(page.article, span):
        yield _gone(page, span, tr("Une heure seule n’est pas une date."), 0.7)
    else:
        yield from _led(page, span, scheme, lore)


def _figure(page: Page, span: Span, scheme: Scheme, lore: Lore) -> Iterator[Finding]:
    yield from _led(page, span, scheme, lore)


def _led(page: Page, span: Span, scheme: Scheme, lore: Lore) -> Iterator[Finding]:
    """Yield a date or figure that begins with an article or preposition, unless the rules would mark it so too."""
    words = page.article.text[span.start : span.end]
    led = _IN_FRONT.match(words)
    if led and words[led.end() :].strip() and not lore.proposes(page.article, span):
        shorter = within(page, span, span.start + led.end(), span.end, scheme)
        if lore.proposes(page.article, shorter):
            yield _shorter(page, span, led.end(), scheme, tr("L’article ou la préposition reste dehors : « {words} »."))


def _is_own(part: str, span: Span) -> bool:
    """Tell whether a title or article is part of the name, as the value has it: « La Haye », « Mère Teresa »."""
    value = span.value if isinstance(span.value, str) else ""
    return value[:1].isupper() and f"{folded(value)} ".startswith(f"{folded(part)} ")


def _gone(page: Page, span: Span, sentence: str, weight: float) -> Finding:
    mends = (Mend(page.article.key, span),)
    return about(page, Kind.GUIDE, span, sentence, mends=mends, weight=weight, also="gone")


def _shorter(page: Page, span: Span, by: int, scheme: Scheme, sentence: str) -> Finding:
    text, kind = page.article.text, scheme.get(span.label).value
    start, end = trim(text, span.start + by, span.end, kind)
    new = within(page, span, start, end, scheme)
    said = sentence.format(words=nested(words_of(page, start, end)))
    mends = (Mend(page.article.key, span, new),)
    return about(page, Kind.GUIDE, span, said, mends=mends, weight=0.9, also="shorter")
