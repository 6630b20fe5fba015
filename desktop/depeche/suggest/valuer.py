"""The value of a span that a hand drew or typed: dates, numbers and names read as the sources read them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any

from depeche.core.article import Article
from depeche.core.scheme import Scheme, ValueType
from depeche.core.span import Span, Value
from depeche.core.suggestion import Suggestion
from depeche.errors import UserError
from depeche.messages import tr
from depeche.suggest.othernames import is_first_name, is_title, other_names, with_nation
from depeche.suggest.pipeline import actors, quotes

_CONTEXT = 200
"""Characters on either side that a date's tense and a figure's unit are read from."""

_AROUND_QUOTE = 1_500
"""Characters on either side, to the ends of their paragraphs, that a quote's speaker is sought in."""

_PERSON, _BODY = "PER", "ORG"


def make_valuer(scheme: Scheme, speech: bool = False) -> Callable[[Article, Span], Span]:
    """Return what gives a freshly drawn span the value its words say, under this scheme.

    With `speech` a quote gets the kind and the speakers that the rules read around it, where it has none yet.
    """

    def valued(article: Article, span: Span) -> Span:
        kind = scheme.get(span.label).value if span.label in scheme else ValueType.NONE
        words = article.text[span.start : span.end]
        if kind is ValueType.DATE:
            return _dated(article, span, words)
        if kind is ValueType.NUMBER:
            return _counted(article, span, words)
        if kind is ValueType.NAME:
            named = _named(article, span, words)
            kinds = {one.kind for one in scheme.get(span.label).kinds}
            return named if named.kind in kinds else replace(named, kind=span.kind)
        if speech and kind is ValueType.SPEAKER and span.kind is None and span.value is None:
            spoken = _spoken(article, span)
            kinds = {one.kind for one in scheme.get(span.label).kinds}
            return spoken if spoken.kind in kinds else replace(spoken, kind=None)
        return span

    return valued


def _dated(article: Article, span: Span, words: str) -> Span:
    from depeche.suggest.dates import resolve

    before = article.text[max(0, span.start - _CONTEXT) : span.start]
    after = article.text[span.end : span.end + _CONTEXT]
    value, others = resolve(words, before, after, article.date)
    kept = {name: said for name, said in span.attrs.items() if name not in ("readings", "note")}
    return replace(span, value=value, attrs=kept | ({"readings": list(others)} if others else {}))


def _named(article: Article, span: Span, words: str) -> Span:
    read = actors().canonical(words, _proposed(article.text))
    before = article.text[max(0, span.start - 30) : span.start]
    if read is None:
        return replace(span, value=" ".join(words.split()), kind=span.kind or _likely_kind(words, before))
    value, kind = read
    return replace(span, value=value, kind=kind)


def _spoken(article: Article, span: Span) -> Span:
    """Return a quote with the kind, the speaker and the other possible ones that the paragraphs around it tell."""
    first = article.text.rfind("\n", 0, max(span.start - _AROUND_QUOTE, 0)) + 1
    line_end = article.text.find("\n", span.end + _AROUND_QUOTE)
    around = article.text[first : line_end if line_end >= 0 else len(article.text)]
    read = quotes().read(Article(around), _proposed(around), span.start - first, span.end - first)
    return span if read is None else replace(span, kind=read.kind, value=read.value, attrs={**read.attrs, **span.attrs})


def _likely_kind(words: str, before: str) -> str:
    """Return the kind of a name that no table has: a person's behind a first name or a title, else a body's.

    A span drawn over it has to have some kind; the hand sees which, and G gives it another.
    """
    first = words.split()[0].split("-")[0]
    title = before.split()[-1:] if before[-1:].isspace() else []
    return _PERSON if is_first_name(first) or any(map(is_title, title)) else _BODY


def prepare() -> None:
    """Load the lists of names ahead of the first span that needs them; takes a tenth of a second."""
    actors()
    with_nation("ministère", "", other_names("ministère"))
    is_first_name("Jean")
    is_title("Mme")


@lru_cache(maxsize=4)
def _proposed(text: str) -> tuple[Suggestion, ...]:
    """Return the actors of a text; kept for the article at hand and what is in sight of it: borders move on and on."""
    return tuple(actors().propose(Article(text), ()))


def _counted(article: Article, span: Span, words: str) -> Span:
    from depeche.suggest.figures import parse_figure

    line_end = article.text.find("\n", span.end)
    counted = article.text[span.start : min(span.end + 40, line_end if line_end >= 0 else len(article.text))]
    read = _read_in_place(article, span) or parse_figure(words)
    if read is None:
        return span
    value, unit, mod = read
    unit = unit or span.attrs.get("unit") or _unit_after(counted, value)
    kept = {name: said for name, said in span.attrs.items() if name not in ("unit", "mod")}
    found = {"unit": unit, "mod": mod}
    return replace(span, value=value, attrs=kept | {name: said for name, said in found.items() if said})


def _read_in_place(article: Article, span: Span) -> tuple[str, str | None, str | None] | None:
    """Return value, unit and mod of the figure that the words are where they stand; None where rules see none there.

    The sentence before says what « contre 37 » counts, the word before that « un » is a number.
    """
    from depeche.suggest.figures import Figures

    start = max(article.text.rfind("\n", 0, span.start) + 1, span.start - _CONTEXT)
    end = article.text.find("\n", span.end)
    around = article.text[start : min(span.end + _CONTEXT, end if end >= 0 else len(article.text))]
    for one in Figures().propose(Article(around), ()):
        if (one.start + start, one.end + start) == (span.start, span.end) and isinstance(one.value, str):
            return one.value, one.attrs.get("unit"), one.attrs.get("mod")
    return None


def _unit_after(words: str, value: str) -> str | None:
    """Return the noun counted, read from the words that follow the figure, if they still give the same value."""
    from depeche.suggest.figures import parse_figure

    for end in (i for i, char in enumerate(words) if char.isspace() or char in ",.;:!?»"):
        read = parse_figure(words[:end])
        if read is not None and read[0] == value and read[1]:
            return read[1]
    return None


def parse_typed(kind: ValueType, typed: str, article: Article) -> tuple[Value, dict[str, Any]]:
    """Return the value that a person typed for a span, and the attributes it brings; an empty text is no value.

    Raises UserError where it can't be read as a date or a number.
    """
    words = typed.strip()
    if not words:
        return None, {}
    if kind is ValueType.DATE:
        from depeche.suggest.dates import parse_typed_date

        date = parse_typed_date(words, article.date)
        if date is None:
            raise UserError(
                tr("« {words} » n’est pas une date.", words=words), tr("Par exemple : 13/7/2025, fin juin, 2025-07.")
            )
        return date, {}
    if kind is ValueType.NUMBER:
        from depeche.suggest.figures import parse_figure

        read = parse_figure(words)
        if read is None:
            raise UserError(
                tr("« {words} » n’est pas un nombre.", words=words), tr("Par exemple : 25.000 à 30.000, jusqu’à 600.")
            )
        value, unit, mod = read
        return value, {name: said for name, said in (("unit", unit), ("mod", mod)) if said}
    if kind is ValueType.SPEAKER and ";" in words:
        return tuple(name for part in words.split(";") if (name := part.strip())), {}
    return words, {}
