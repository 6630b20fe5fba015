"""What an article states: its figures and dates with what they count and who says them. Knows one page at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from depeche.core.article import Article
from depeche.core.board import Statement
from depeche.core.comparable import context, counted
from depeche.core.row_names import around, counted_name
from depeche.core.scheme import Scheme, ValueType
from depeche.core.span import Span, Value
from depeche.core.suggestion import Suggestion

One = Span | Suggestion

_LOOSE = re.compile(r"(?:\s+(?:\w{1,3}|\w+['’]|dans|pour|avec|sous|vers|entre|contre|comme|dont))+$")
_LONGEST = 300  # characters of a sentence that are looked through for who says it
_STOP = re.compile(r"[.!?\n](?=\s|$)")
_ACCORDING = re.compile(
    r"\b(?:selon|d['’]après|de source|suivant|à en croire|aux dires de)\s+(?:[^.,;:\n«»]{0,50}\s|[ldLD]['’])?$",
    re.IGNORECASE,
)
_VERBS = (
    "affirm|annonc|assur|avanc|confirm|déclar|démenti|dit|écri|estim|évalu|évoqu|expliqu|fait état|fait savoir|indiqu|"
    "jug|précis|reconnu|recens|rapport|rappel|révél|soulign|soutien|chiffr|compt"
)
_SAYS = re.compile(
    rf"\s*(?:,[^,.\n]{{0,60}},)?\s*(?:n['’]|l['’]|en |s['’])?(?:a|ont|avait|avaient)?\s*(?:{_VERBS})", re.IGNORECASE
)
_SAID_BY = re.compile(rf"\b(?:{_VERBS})[\w-]*\s+(?:[^.,;:\n«»]{{0,40}}\s|[ldLD]['’])?$", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(?:selon|d['’]après)\s+((?:l['’]|la |le |les |des |de |un |une )?[^,.;:()\n«»]{2,60})", re.IGNORECASE
)


def statements(article: Article, marks: Sequence[One], scheme: Scheme) -> Iterator[Statement]:
    """Yield the figures and dates of an article that have a value, in the order of the text.

    `marks` are a person's spans and, where wanted, suggestions; names and quotes among them say who speaks.
    """
    kinds = {label.label: label.value for label in scheme.labels}
    speeches = [one for one in marks if kinds.get(one.label) is ValueType.SPEAKER]
    names = [one for one in marks if kinds.get(one.label) is ValueType.NAME]
    for one in marks:
        kind = kinds.get(one.label)
        if kind not in (ValueType.NUMBER, ValueType.DATE) or not isinstance(one.value, str):
            continue
        unit = one.attrs.get("unit")
        unit = unit if isinstance(unit, str) else None
        words = _one_line(article.text[one.start : one.end])
        what = counted(article.text, one.start, one.end, unit) if kind is ValueType.NUMBER else None
        if kind is ValueType.NUMBER and what is None:
            continue
        who, quoted = _speaker(article.text, one, speeches, names)
        yield Statement(
            article.key, one.key, one.start, one.end, words, _phrase(article.text, one), one.value, unit, who, quoted,
            isinstance(one, Suggestion), what,
            context(article.text, one.start, one.end) if kind is ValueType.DATE else frozenset(),
            around(article.text, one.start, one.end) if kind is ValueType.DATE
            else counted_name(article.text, one.start, one.end, unit),
        )  # fmt: skip


def _speaker(text: str, one: One, speeches: Sequence[One], names: Sequence[One]) -> tuple[str | None, bool]:
    """Return who says it, and whether in quotation marks: the speaker of the quote around it, else « selon … »."""
    around = next((each for each in speeches if each.start <= one.start and one.end <= each.end), None)
    if around is not None and around.value:
        return _names(around.value), True
    start, end = _sentence(text, one)
    for name in names:
        if not start <= name.start < name.end <= end or (name.start < one.end and one.start < name.end):
            continue
        before, after = text[start : name.start], text[name.end : end]
        if _ACCORDING.search(before) or _SAYS.match(after) or _SAID_BY.search(before):
            return _names(name.value) or _one_line(text[name.start : name.end]), around is not None
    said = _NAMED.search(text, start, end)
    return (_one_line(said[1]) if said else None), around is not None


def _names(value: Value) -> str | None:
    return ", ".join(value) if isinstance(value, tuple) else value


def _sentence(text: str, one: One) -> tuple[int, int]:
    first = max(0, one.start - _LONGEST)
    start = max((match.end() for match in _STOP.finditer(text, first, one.start)), default=first)
    stop = _STOP.search(text, one.end, one.end + _LONGEST)
    return start, stop.start() if stop else min(len(text), one.end + _LONGEST)


def _phrase(text: str, one: One) -> str:
    """Return the words with the few behind them, which say what is counted or what happened then."""
    end = one.end
    for match in re.finditer(r"[ \u00a0\u202f][^\s.,;:!?«»()\"]+", text[one.end : one.end + 60]):
        if match.start() + one.end != end or end - one.end > 36:
            break
        end = match.end() + one.end
    said = _one_line(text[one.start : end])
    words = _one_line(text[one.start : one.end])
    return words + _LOOSE.sub("", said[len(words) :])


def _one_line(words: str) -> str:
    return " ".join(words.split())
