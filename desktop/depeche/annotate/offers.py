"""The values that a mark in hand may have instead, ranked for the digits 1 to 9. Pure values, no widget, no store."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from functools import lru_cache
from heapq import nsmallest

from depeche.annotate import hand
from depeche.annotate.hand import One
from depeche.core.memory import form_of
from depeche.core.span import Span
from depeche.core.suggestion import Suggestion
from depeche.core.words import folded
from depeche.messages import tr

MOST = 9
"""As many as there are digits."""

_NUMBER = re.compile(r"(?:~|\.\.)?(?P<number>\d+(?:\.\d+)?)(?P<share>\s?%)?(?:\.\.)?")
_WEEK = timedelta(days=7)

Offer = tuple[str, str]
"""A value, and a word on why."""


def corrections(spans: Iterable[Span], suggestions: Mapping[str, Suggestion]) -> dict[str, str]:
    """Return which name became which other one by this hand in the article: « OMM » was corrected to its full name."""
    found: dict[str, str] = {}
    for span in spans:
        guess = suggestions.get(span.suggestion or "")
        if guess is None or (guess.start, guess.end, guess.label) != (span.start, span.end, span.label):
            continue
        if isinstance(guess.value, str) and isinstance(span.value, str) and guess.value != span.value:
            found[guess.value] = span.value
    return found


def for_name(
    one: One,
    words: str,
    marks: Sequence[One],
    corrected: Mapping[str, str],
    other_names: Iterable[str],
    lately: Sequence[str],
    nations: Iterable[str] = (),
    spellings: Callable[[str], list[str]] = lambda _: [],
) -> list[Offer]:
    """Return the names that a mark over `words` may stand for instead of the one it has.

    In this order: its readings; what the same name was corrected to in this article; names of the article that share
    a word with it; other names of the same in the tables; the words as they stand, and with the nation that they leave
    out (`nations`); of the names given `lately`, in whichever article, those that share a word with it; the names of
    the article that are of the same kind. `marks` are those of the article that are worth names.
    """
    value = one.value if isinstance(one.value, str) else ""
    found = hand.choices(one)
    if value in corrected:
        found.append((corrected[value], tr("corrigé ainsi plus haut")))
    spelled = [(name, tr("autre graphie")) for name in spellings(value)]
    own = _words(words) | _words(value)
    met = Counter(name for mark in marks if mark.key != one.key for name in _names(mark))
    alike = sorted((name for name in met if own & _words(name)), key=lambda name: (-met[name], name))
    found += [(name, tr("dans l’article")) for name in alike]
    found += spelled
    found += [(name, tr("autre nom")) for name in other_names]
    found.append((form_of(words), tr("tel quel")))
    found += [(name, tr("avec la nation")) for name in nations]
    found += [(name, tr("donné récemment")) for name in reversed(lately) if own & _words(name)]
    kin = Counter(name for mark in marks if mark.kind == one.kind for name in _names(mark))
    found += [(name, tr("dans l’article")) for name in sorted(kin, key=lambda name: (-kin[name], name))]
    return _apart(found, but=value)


def for_speech(
    one: One,
    names: Sequence[tuple[int, str]],
    corrected: Mapping[str, str],
    lately: Sequence[str] = (),
    together: Iterable[str] = (),
    spellings: Callable[[str], list[str]] = lambda _: [],
) -> list[Offer]:
    """Return who may have said a quote: those the rules rank, by the names they have now, then the nearest others.

    `names` are the actors of the article, by where they stand. One behind the quote counts as a little further away.
    Behind the first two ranked come those who are named `together` beside the quote, and the first two under other
    names: spelled otherwise, or as names given `lately` that end alike.
    """
    ranked = [(corrected.get(name, name), why) for name, why in hand.choices(one)]
    found = ranked[:2] + [(both, tr("ensemble")) for both in together]
    for name, _ in ranked[:2]:
        found += [(other, tr("autre graphie")) for other in spellings(name)]
        kin = [other for other in reversed(lately) if other.split()[-1:] == name.split()[-1:]]
        found += [(other, tr("donné récemment")) for other in kin[:2]]
    found += ranked[2:]

    def away(place: int) -> int:
        return one.start - place if place < one.start else 2 * max(place - one.end, 0)

    nearest: dict[str, int] = {}
    for place, name in names:
        distance = away(place)
        if distance < nearest.get(name, distance + 1):
            nearest[name] = distance
    found += [(name, tr("dans l’article")) for name in nsmallest(2 * MOST, nearest, key=lambda name: nearest[name])]
    return _apart(found)


def for_figure(one: One) -> list[Offer]:
    """Return the same number taken otherwise: exactly, about, at most, at least; and a share as a bare number."""
    found = hand.choices(one)
    match = _NUMBER.fullmatch(one.value) if isinstance(one.value, str) else None
    if match is None:
        return found
    number, share = match["number"], match["share"] or ""
    bound = one.value.replace(share, "") if share and isinstance(one.value, str) else ""
    ways = (("{}", tr("juste")), ("~{}", tr("environ")), ("..{}", tr("au plus")), ("{}..", tr("au moins")))
    found += [(bound, tr("sans « % »"))] if bound else []
    found += [(way.format(f"{number}{share}"), why) for way, why in ways]
    return _apart(found, but=one.value if isinstance(one.value, str) else "")


def for_date(one: One) -> list[Offer]:
    """Return its readings; then for a day the same a week away, the other way round for what is only about."""
    found = hand.choices(one)
    if not isinstance(one.value, str):
        return found
    if "~" in one.value:
        found.append((one.value.replace("~", ""), tr("juste")))
    with suppress(ValueError):
        day = date.fromisoformat(one.value)
        found += [((day - _WEEK).isoformat(), tr("une semaine avant")), ((day + _WEEK).isoformat(), tr("après"))]
    return _apart(found, but=one.value)


def _apart(found: Iterable[Offer], but: str = "") -> list[Offer]:
    """Return each value once, with the first reason, the given one left out, as many as there are digits."""
    kept: dict[str, str] = {}
    for name, why in found:
        if name and name != but:
            kept.setdefault(name, why)
    return list(kept.items())[:MOST]


def _names(mark: One) -> tuple[str, ...]:
    return (mark.value,) if isinstance(mark.value, str) else mark.value or ()


@lru_cache(maxsize=8_192)
def _words(name: str) -> frozenset[str]:
    return frozenset(word for word in folded(name).split() if len(word) > 2)
