"""The actors of an article with their whole names: « Alena » is « Alena Radkevitch » where that stands beside it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from depeche.core.suggestion import Suggestion
from depeche.suggest.quotes.grammar import DAYS, LEADING, PREPOSITIONS
from depeche.suggest.quotes.roles import ROLES, speaks

_WORD = r"[^\W\d_](?:[\w\u0300-\u036f'’-]*[\w\u0300-\u036f])?"
_RIGHT = re.compile(rf"[ \u00a0]({_WORD})")
_REACH = 40
_CIVIL = frozenset("m mm mme mmes mlle mlles dr pr me mgr sir lord lady maître monsieur madame mister saint".split())
_ROLE = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)?)(?:\s[^\W\d_]+[a-zé])?\s$")


def whole(told: str, actors: Sequence[Suggestion]) -> list[Suggestion]:
    """Return `actors`, in reading order, with composed names.

    A first name is extended over the capitalised word after it, a family name alone becomes the full name.
    """
    starts = [a.start for a in actors]
    grown = [_grow(told, one, starts) for one in actors]
    renamed = {
        str(old.value): str(new.value)
        for old, new in zip(actors, grown, strict=True)
        if old is not new and isinstance(old.value, str)
    }
    full: dict[str, list[str]] = {}
    for one in grown:
        if one.kind == "PER" and isinstance(one.value, str) and " " in told[one.start : one.end]:
            known = full.setdefault(one.value.split()[-1], [])
            if one.value not in known:
                known.append(one.value)
    return [_named(told, one, renamed, full) for one in grown]


def _named(told: str, one: Suggestion, renamed: dict[str, str], full: dict[str, list[str]]) -> Suggestion:
    if not isinstance(one.value, str):
        return one
    name = renamed.get(one.value, one.value) if one.kind == "PER" else one.value
    known = full.get(told[one.start : one.end], full.get(name, [])) if one.kind == "PER" else []
    # A family name alone is its bearer's; among several of one family, that of whom the article names first.
    name = unicodedata.normalize("NFC", known[0] if known else name)
    return one if name == one.value else replace(one, value=name)


def _grow(told: str, one: Suggestion, starts: Sequence[int]) -> Suggestion:
    words = told[one.start : one.end]
    single = not re.search(r"\s", words)
    if one.kind != "PER" and not (one.kind == "ORG" and single and words[1:].islower() and _is_titled(told, one.start)):
        return one
    end = one.end
    following = bisect_left(starts, end)
    ceiling = starts[following] if following < len(starts) else len(told)
    if single and (right := _RIGHT.match(told, end, min(ceiling, end + _REACH))) and _is_name(right.group(1)):
        end = right.end(1)
    if end == one.end:
        return one
    name = f"{one.value if one.kind == 'PER' else words}{told[one.end : end]}"
    return replace(one, end=end, kind="PER", value=" ".join(name.split()))


def _is_name(word: str) -> bool:
    low = word.lower()
    if not word[0].isupper() or (len(word) > 1 and word.isupper()) or low in _CIVIL or low in ROLES or speaks(low):
        return False
    bare = low.split("'")[0].split("’")[0]
    return bare not in LEADING and bare not in PREPOSITIONS and low not in DAYS and not low.endswith("ment")


def _is_titled(told: str, start: int) -> bool:
    """Tell whether a function stands before `start`: « l'économiste X », « la diplomate estonienne X »."""
    before = told[max(0, start - 50) : start]
    found = _ROLE.search(before)
    return found is not None and found.group(1).lower() in ROLES
