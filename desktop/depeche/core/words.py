"""The words of a text as they are searched: no case, no accents, no apostrophes. Words sought are found in any text.

Index, text and question go through the same `tokens`, so that what the index finds is what stands in the text, at known
places. SQLite's own folding (`remove_diacritics 2`) does less: it leaves « œ », no-break thousands and soft hyphens
apart, and cannot say where in the text a word stood.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

LONGEST = 128
"""Characters of a word that count; what follows in a longer one is neither kept nor compared."""

SHORTEST = 3
"""Letters from which on a word may be left open: of all words that begin with one letter there are too many."""

_MARKS = "\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_WITHIN = f"{_MARKS}\u00ad\u200b-\u200d\u2060"  # accents apart from their letter, and signs that only break lines
_LETTER = "[^\\W_\u02bc]"  # the letter apostrophe is an apostrophe
_SIGNS = "$%°§€£¥\u20a0-\u20bf\u2190-\u21ff\u2300-\u23ff\u2460-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
_REST = f"[^\\W_\u02bc]*(?:[{_WITHIN}]+[^\\W_\u02bc]*)*"
_TOKEN = re.compile(
    f"[^\\W\\d_\u02bc]{_REST}"  # most words; tried first, as it is found at once
    f"|(?<![\\w{_MARKS}])[0-9]{{1,3}}(?:[ .\u00a0\u2009\u202f][0-9]{{3}})+(?![\\w{_MARKS}])"  # 25 000 is one word
    f"|{_LETTER}{_REST}|[{_SIGNS}]"
)
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})


class Word(NamedTuple):
    """A word in a text: its folded form, and its code points there (end exclusive)."""

    form: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that are sought one after the other. With `open_end` the last one only begins so."""

    forms: tuple[str, ...]
    open_end: bool = False


def tokens(text: str) -> Iterator[Word]:
    """Yield the words of a text, and those of its signs that can be searched (%, €, emoji), in order."""
    for match in _TOKEN.finditer(text):
        form = _form(match.group())
        if form:
            yield Word(form, match.start(), match.end())


def folded(text: str) -> str:
    """Return the words of a text as they are compared, with one blank between."""
    return " ".join(filter(None, map(_form, _TOKEN.findall(text))))


@lru_cache(maxsize=1 << 17)
def _form(word: str) -> str:
    if not word.isascii():
        lowered = unicodedata.normalize("NFKD", word).casefold().translate(_LIGATURES)
        word = unicodedata.normalize("NFKD", lowered)
    if len(word) == 1 and not word.isalnum():
        return word
    return "".join(filter(str.isalnum, word.casefold()))[:LONGEST]


def sought(question: str, *, unfinished: bool = False) -> tuple[Phrase, ...]:
    """Return what a person who types `question` seeks; any string will do, and none is an error.

    Words apart are sought each by itself, words between quotation marks or without a blank between (« l’Otan »,
    « Jong-un ») one after the other; `sold*` is any word that begins so, from the third letter on. With `unfinished`
    somebody is still typing: the last word need only begin so.
    """
    found: list[Phrase] = []
    pieces = re.split('["«»“”]', question)
    for rank, piece in enumerate(pieces):
        words = list(tokens(piece))
        quoted = rank % 2 == 1 and rank < len(pieces) - 1
        group: list[Word] = []
        for n, word in enumerate(words):
            group.append(word)
            following = words[n + 1] if n + 1 < len(words) else None
            glued = following is not None and not any(map(str.isspace, piece[word.end : following.start]))
            starred = piece[word.end : word.end + 1] == "*"
            if following is not None and ((glued and not starred) or quoted):
                continue
            typing = unfinished and rank == len(pieces) - 1 and word.end == len(piece)
            opens = (starred or typing) and len(word.form) >= SHORTEST
            found.append(Phrase(tuple(one.form for one in group), opens))
            group = []
    return tuple(dict.fromkeys(found))


def occurrences(text: str, phrases: Iterable[Phrase]) -> list[tuple[int, int]]:
    """Return where in a text the phrases stand, as stretches of code points in order; none unless all of them do."""
    words = _TOKEN.findall(text)  # without match objects, which would take as long again
    forms = list(map(_form, words))
    if "" in forms:
        words = [word for word, form in zip(words, forms, strict=True) if form]
        forms = [form for form in forms if form]
    found: list[tuple[int, int]] = []
    for phrase in phrases:
        places = _places(forms, phrase)
        if not places:
            return []
        found += ((at, at + len(phrase.forms) - 1) for at in places)
    return _apart(_located(text, words, sorted(found)))


def _located(text: str, words: Sequence[str], runs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return where runs of words (first and last) stand. Between two words is nothing that one could begin with."""
    wanted = {at for run in runs for at in run}
    last, starts, end = max(wanted, default=-1), dict[int, int](), 0
    for at, word in enumerate(words[: last + 1]):
        start = text.index(word, end)
        end = start + len(word)
        if at in wanted:
            starts[at] = start
    places = {(starts[first], starts[final] + len(words[final])) for first, final in runs}
    return sorted(places, key=lambda place: (place[0], -place[1]))


def _places(forms: Sequence[str], phrase: Phrase) -> list[int]:
    first, length = phrase.forms[0], len(phrase.forms)
    if phrase.open_end and length == 1:
        return [at for at, form in enumerate(forms) if form.startswith(first)]
    starts = [at for at, form in enumerate(forms) if form == first]
    if length == 1:
        return starts
    *body, last = phrase.forms
    return [
        at
        for at in starts
        if list(forms[at : at + length - 1]) == body
        and at + length <= len(forms)
        and (forms[at + length - 1].startswith(last) if phrase.open_end else forms[at + length - 1] == last)
    ]


def _apart(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the places without those that lie in another."""
    kept: list[tuple[int, int]] = []
    for place in places:
        if not kept or place[1] > kept[-1][1]:
            kept.append(place)
    return kept
