"""Labelled here and not there: words that are marked somewhere stand unmarked elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from depeche.annotate.radar.finding import Finding, Kind, Mend, words_of
from depeche.annotate.radar.index import Index
from depeche.annotate.radar.lore import Lore
from depeche.core.article import State
from depeche.core.occurrences import is_part
from depeche.core.scheme import Scheme, ValueType
from depeche.core.span import Span, Stretch, overlap
from depeche.messages import tr
from depeche.store.pages import Page

_TOKEN = re.compile(r"\w+")
_SPACES = re.compile(r"\s")
_BEFORE = re.compile(r"([^\W\d_]+)\s(?:(?:de|du|des)\s(?:la\s|l')?|d')?$")
_AFTER = re.compile(r"\s[^\W\d_]")
_SENTENCE = re.compile(r"[.!?…:«»\"“”(\n\r\u2028-]\s*$")
_USUAL = 2 / 3
_SEEN = 3
"""So many marks weigh as much as the doubt whether the words are always to be marked."""
_SURE = 0.9
"""So sure the rules must be of a date in one word: « veille » and « été » are other words as well."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is marked under a form: its label, kind and value in most spans, how often, and in which articles."""

    form: str
    label: str
    kind: str | None
    value: str | tuple[str, ...] | None
    times: int
    articles: frozenset[str]


Vocabulary = Mapping[str, Collection[Known]]
"""Forms by their first word."""


def known(form: str, index: Index, scheme: Scheme) -> Known | None:
    """Return what a form is marked as, None where it isn't, or by no label in more than two thirds of the spans."""
    spans = [
        (page, span)
        for page, span in index.spans_of(form)
        if span.label in scheme and not scheme.nests(span.label) and not scheme.get(span.label).retired
    ]
    if not spans or not _TOKEN.match(form):
        return None
    label, times = Counter(span.label for _, span in spans).most_common(1)[0]
    if times <= _USUAL * len(spans):
        return None
    spans = [(page, span) for page, span in spans if span.label == label]
    met: dict[tuple[str | None, object], list[Span]] = {}
    for _, span in spans:
        met.setdefault((span.kind, span.value), []).append(span)
    most = max(met.values(), key=len)[0]
    articles = frozenset(page.article.key for page, _ in spans)
    return Known(form, most.label, most.kind, most.value, len(spans), articles)


def vocabulary(ones: Collection[Known]) -> Vocabulary:
    """Return forms by their first word, the longest first."""
    found: dict[str, list[Known]] = {}
    for one in sorted(ones, key=lambda one: -len(one.form)):
        match = _TOKEN.match(one.form)
        if match:
            found.setdefault(match.group(), []).append(one)
    return found


def unlabelled(page: Page, words: Vocabulary, index: Index, scheme: Scheme, lore: Lore) -> Iterator[Finding]:
    """Yield where a page has words, marked elsewhere, that nobody has marked or refused."""
    text = _SPACES.sub(" ", page.article.text).replace("’", "'")
    flat = [span for span in page.spans if not scheme.nests(span.label)]
    reached = len(text) if page.state in (State.DONE, State.FLAGGED) else max((s.end for s in page.spans), default=0)
    starts = {span.start: span for span in flat}
    aside: list[Stretch] | None = None
    at = n = 0
    for match in _TOKEN.finditer(text):
        start = match.start()
        if start >= reached:
            return
        while n < len(flat) and flat[n].start <= start:
            at = max(at, flat[n].end)
            n += 1
        if start < at or match.group() not in words or start in starts:
            continue
        one = _longest(text, start, words[match.group()])
        if one is None:
            continue
        end = start + len(one.form)
        place = Span(start, end, one.label)
        if (n < len(flat) and flat[n].start < end) or (start, end) in page.waiting or _refused(page, start, end):
            continue
        if is_part(text, (start, end)) or not _holds(page, text, place, one, index, scheme, lore):
            continue
        aside = [*lore.masked(page.article), *_set_apart(page, scheme, lore)] if aside is None else aside
        if any(overlap(hidden, place) for hidden in aside):
            continue
        at = end
        yield _finding(page, place, one, lore, scheme)


def _set_apart(page: Page, scheme: Scheme, lore: Lore) -> Iterator[Stretch]:
    """Yield words between quotation marks that nobody says: titles, nicknames."""
    quotes = [one for one in page.spans if one.label in scheme and scheme.get(one.label).value is ValueType.SPEAKER]
    for one in lore.quoted(page.article.text):
        if not any(overlap(one, quote) for quote in quotes):
            yield one


def _longest(text: str, start: int, ones: Collection[Known]) -> Known | None:
    for one in ones:
        end = start + len(one.form)
        if text.startswith(one.form, start) and not (text[end : end + 1].isalnum() and text[end - 1].isalnum()):
            return one
    return None


def _refused(page: Page, start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in page.refused)


def _holds(page: Page, text: str, place: Span, one: Known, index: Index, scheme: Scheme, lore: Lore) -> bool:
    """Tell whether the words mean here what they are marked as elsewhere."""
    kind = scheme.get(one.label).value
    if kind is not ValueType.NAME:
        least = _SURE if kind is ValueType.DATE and one.form.isalpha() else 0.0
        return kind not in (ValueType.DATE, ValueType.NUMBER) or lore.proposes(page.article, place) > least
    single = " " not in one.form
    if lore.is_place(one.form):
        return False  # a power or a place: only the sentence tells
    if lore.known(one.form) is not None or (one.form.islower() and single):
        return lore.proposes(page.article, place) > 0
    if single and one.kind == "PER" and page.article.key not in one.articles:
        return any(span.value == one.value for span in page.spans)
    return not (single and _is_in_a_name(text, place))


def _is_in_a_name(text: str, place: Span) -> bool:
    """Tell whether a single word is part of a longer name: « Stade de France », « France Inter »."""
    after = text[place.end : place.end + 2]
    if len(after) == 2 and _AFTER.match(after) and after[1].isupper():
        return True
    line = text[max(0, place.start - 40) : place.start]
    before = _BEFORE.search(line)
    if before is None or not before.group(1)[:1].isupper():
        return False
    opens = not line[: before.start()].strip() or _SENTENCE.search(line[: before.start()]) is not None
    return not opens


def _finding(page: Page, place: Span, one: Known, lore: Lore, scheme: Scheme) -> Finding:
    article = page.article
    label = scheme.get(one.label)
    if label.value in (ValueType.DATE, ValueType.NUMBER):
        new = lore.read(article, place)
    else:
        new = Span(place.start, place.end, one.label, one.kind, one.value)
    sentence = tr(
        "Étiqueté {label} %n fois ailleurs, pas ici.|Étiqueté {label} %n fois ailleurs, pas ici.",
        label=label.name,
        n=one.times,
    )
    return Finding(
        Kind.UNLABELLED,
        f"{Kind.UNLABELLED}/{article.key}/{place.start}-{place.end}/{one.label}",
        article.key,
        article.number,
        place.start,
        place.end,
        words_of(page, place.start, place.end),
        sentence,
        (),
        (Mend(article.key, None, new),),
        one.times / (one.times + _SEEN),
    )
