"""Spans whose borders don't hold: blanks or punctuation at the edge, spans that cross, spans in the same place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from depeche.annotate.radar.finding import Finding, Kind, Mend, about, words_of
from depeche.annotate.radar.lore import Lore
from depeche.annotate.snap import trim
from depeche.annotate.wording import nested
from depeche.core.memory import form_of
from depeche.core.scheme import Scheme, ValueType
from depeche.core.span import Span, overlap
from depeche.messages import tr
from depeche.store.pages import Page

_MARKS = '«»“”„‟"‹›'


def edges(page: Page, scheme: Scheme) -> Iterator[Finding]:
    """Yield the spans whose edges the guide wouldn't have, with those it would."""
    text = page.article.text
    for span in page.spans:
        start, end = _meant(text, span, scheme)
        if (start, end) == (span.start, span.end):
            continue
        if start >= end:
            sentence = tr("Rien que des blancs ou de la ponctuation : à supprimer.")
            yield about(page, Kind.EDGE, span, sentence, mends=(Mend(page.article.key, span),), weight=1.0)
            continue
        new = within(page, span, start, end, scheme)
        sentence = tr("Les bords devraient donner « {words} ».", words=nested(words_of(page, start, end)))
        yield about(page, Kind.EDGE, span, sentence, mends=(Mend(page.article.key, span, new),), weight=0.9)


def within(page: Page, span: Span, start: int, end: int, scheme: Scheme) -> Span:
    """Return a span with other borders; a name that was only its words, blanks and all, is its new words."""
    text = page.article.text
    value = span.value
    named = span.label in scheme and scheme.get(span.label).value is ValueType.NAME
    if named and isinstance(value, str) and form_of(value) == form_of(text[span.start : span.end]):
        value = form_of(text[start:end]).replace("'", "’" if "’" in text[start:end] else "'")
    return replace(span, start=start, end=end, value=value)


def _meant(text: str, span: Span, scheme: Scheme) -> tuple[int, int]:
    """Return where a span should begin and end: trimmed as the guide says, no word cut in two."""
    kind = scheme.get(span.label).value if span.label in scheme else ValueType.NONE
    start, end = trim(text, span.start, span.end, kind)
    if start < end and kind is not ValueType.SPEAKER:
        while start > 0 and text[start].isalpha() and text[start - 1].isalpha():
            start -= 1
        while end < len(text) and text[end - 1].isalpha() and text[end].isalpha():
            end += 1
    return start, end


def doubled(page: Page) -> Iterator[Finding]:
    """Yield the spans that stand just where another does; the one that says more stays."""
    seen: dict[tuple[int, int], list[Span]] = {}
    for span in page.spans:
        seen.setdefault((span.start, span.end), []).append(span)
    for same in seen.values():
        if len(same) < 2:
            continue
        best = max(same, key=lambda one: (one.value is not None, one.kind is not None, one.suggestion is not None))
        sentence = tr("%n passages au même endroit ; un seul peut rester.|%n passages au même endroit ; un seul peut "
                      "rester.", n=len(same))  # fmt: skip
        labels = {one.label for one in same}
        mends = tuple(Mend(page.article.key, one) for one in same if one is not best)
        keys = tuple(one.key for one in same)
        one = about(page, Kind.DOUBLED, best, sentence, mends=mends, also="/".join(sorted(keys)))
        yield replace(one, spans=keys, weight=1.0 if len(labels) == 1 else 0.7)


def crossing(page: Page, scheme: Scheme, lore: Lore) -> Iterator[Finding]:
    """Yield pairs of spans that overlap and may not: two flat ones, or one that runs over the edge of another."""
    spans = page.spans
    for n, first in enumerate(spans):
        for second in spans[n + 1 :]:
            if second.start >= first.end:
                break
            if (first.start, first.end) == (second.start, second.end):
                continue
            over = second.end > first.end
            flat = not scheme.nests(first.label) and not scheme.nests(second.label)
            if flat or over:
                yield _crossed(page, first, second, scheme, lore, flat=flat)


def _crossed(page: Page, first: Span, second: Span, scheme: Scheme, lore: Lore, *, flat: bool) -> Finding:
    """Return what to do about two spans that cross.

    Of two flat ones the longer stays, as the guide has it, but where neither holds the other, that which the rules find
    too. What runs over a quotation mark is cut there.
    """
    held = first.end >= second.end or first.start == second.start

    def worth(one: Span) -> tuple[bool, int, str]:
        return not held and lore.proposes(page.article, one) > 0, one.end - one.start, one.key

    shorter, longer = sorted((first, second), key=worth)
    if not flat and scheme.nests(shorter.label) is not scheme.nests(longer.label):
        cut, around = (first, second) if scheme.nests(second.label) else (second, first)
        mend = _cut(page, cut, around, scheme)
    else:
        mend = Mend(page.article.key, shorter)
    words = words_of(page, longer.start, longer.end)
    sentence = tr(
        "Se croise avec « {words} » ({label}).",
        words=nested(words[:80]),
        label=scheme.get(longer.label).name if longer.label in scheme else longer.label,
    )
    one = about(page, Kind.CROSSING, shorter, sentence, mends=(mend,), also=f"{longer.key}/{longer.start}-{longer.end}")
    share = overlap(first, second) / (shorter.end - shorter.start)
    return replace(one, spans=(shorter.key, longer.key), weight=share)


def _cut(page: Page, cut: Span, around: Span, scheme: Scheme) -> Mend:
    text = page.article.text
    pieces = [
        (max(cut.start, around.start), min(cut.end, around.end)),
        (cut.start, around.start) if cut.start < around.start else (around.end, cut.end),
    ]
    kind = scheme.get(cut.label).value
    trimmed = [trim(text, *piece, kind) for piece in pieces]
    start, end = max(trimmed, key=lambda piece: piece[1] - piece[0])
    return Mend(page.article.key, cut, within(page, cut, start, end, scheme) if start < end else None)
