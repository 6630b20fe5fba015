"""Sentences that were stored in the other language, as the names of acts are, told in the one in use."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from depeche.messages import LANGUAGES, language, number, translations

_PLACE = re.compile(r"(\{\w+\}|%n)")
_NESTED = frozenset(("{title}", "{where}", "{lost}", "{which}", "{what}"))
"""Places that hold a sentence of ours themselves, unless they stand in quotation marks."""
_QUOTING = re.compile(r"[«“„]\s*$")
_NUMBER = re.compile(r"\d{1,3}(?:[,\u202f]\d{3})+")
_LETTERS = 4
"""Letters of its own that a sentence must have to be known again."""


def retold(words: str) -> str:
    """Return a stored sentence in the language in use; as it is where it isn't one of ours, or is in it already."""
    return _retold(words, language())


@lru_cache(maxsize=4_096)
def _retold(words: str, wanted: str) -> str:
    other = next(one for one in LANGUAGES if one != wanted)
    here, there = _best(words, wanted), _best(words, other)
    if there is None or (here is not None and here[0] >= there[0]):
        return words
    _, form, into, found = there
    said = []
    for n, part in enumerate(_PLACE.split(into)):
        if n % 2 == 0:
            said.append(part)
        elif part == "%n" or _NUMBER.fullmatch(found[part]):
            said.append(number(int(re.sub(r"\D", "", found[part]))))
        else:
            is_ours = part in _NESTED and not _QUOTING.search(form.split(part)[0])
            said.append(_retold(found[part], wanted) if is_ours else found[part])
    return "".join(said)


_Match = tuple[int, str, str, dict[str, str]]
_Form = tuple[int, tuple[str, ...], str, str]
"""Letters of its own that a sentence has, what stands between its places, the sentence, and its other form."""


def _best(words: str, wanted: str) -> _Match | None:
    """Return the sentence of a language that words are an instance of: how much of it is its own, itself, its other
    form, and what stands in its places."""
    forms = _forms(wanted)
    found = [
        (own, form, into)
        for own, pieces, form, into in (*forms.get(words[:1], ()), *forms.get("", ()))
        if all(piece in words for piece in pieces)
    ]
    for own, form, into in sorted(found, reverse=True):
        pattern, places = "", []
        for n, part in enumerate(_PLACE.split(form)):
            pattern += re.escape(part) if n % 2 == 0 else r"(\d[\d,\u202f]*)" if part == "%n" else "(.+?)"
            places += [part] if n % 2 else []
        match = re.fullmatch(pattern, words, re.DOTALL)
        if match is not None:
            return own, form, into, dict(zip(places, match.groups(), strict=True))
    return None


@lru_cache(maxsize=len(LANGUAGES))
def _forms(wanted: str) -> dict[str, list[_Form]]:
    """Return the sentences of a language by their first sign, "" for those that begin with a place."""
    made: defaultdict[str, list[_Form]] = defaultdict(list)
    for french, english in translations().items():
        for form, into in zip(french.split("|"), english.split("|"), strict=False):
            if wanted == "en":
                form, into = into, form
            if sorted(_PLACE.findall(form)) == sorted(_PLACE.findall(into)):
                pieces = tuple(filter(None, _PLACE.split(form)[::2]))
                own = sum(sign.isalpha() for piece in pieces for sign in piece)
                if own >= _LETTERS:
                    made["" if _PLACE.match(form) else form[0]].append((own, pieces, form, into))
    return made
