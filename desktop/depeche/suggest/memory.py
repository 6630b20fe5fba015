"""What this project accepted and refused, and the actors of its registry, as a source: at once, with no training.

Runs after the sources that find names and before the quotes, whose speakers they are. It weighs what those found by
what people said of the same words, and proposes words that people marked where nobody found them.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any

from depeche.core.actor import Actor
from depeche.core.article import Article
from depeche.core.memory import LONGEST, Memory, Tally, form_of
from depeche.core.occurrences import is_part
from depeche.core.span import reading_order
from depeche.core.suggestion import Suggestion
from depeche.messages import tr

SURE = 0.5
"""What is more likely wrong than right isn't proposed."""

CONFIRMED = 0.97
"""The score of a name of the registry."""

_WORD = re.compile(r"\w+|[^\w\s]")
_STEPS = (1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000)

Place = Callable[[str], bool]
"""Whether words are a city's name, which stands for a power in one sentence and for a place in the next."""


class Remembered:
    """Proposes and weighs by a project's memory. Takes time linear in the text; never raises on any text."""

    name = "memory"
    version = "1"

    def __init__(self, memory: Memory, is_place: Place) -> None:
        self._memory = memory
        self._is_place = is_place
        self._by_words: defaultdict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
        self._longest: dict[str, int] = {}
        for label, form in memory.known:
            words = tuple(_WORD.findall(form))
            if words:
                self._by_words[words].append((label, form))
                self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))

    def propose(self, article: Article, found: Sequence[Suggestion]) -> list[Suggestion]:
        """Return the words of the article that people marked elsewhere and that nothing found under a label overlaps.

        What was found inside of them doesn't count: people have marked more.
        """
        proposed = []
        taken = _Places(found)
        for start, end, label, form in self._hits(article.text):
            if self._is_place(form) or not self._memory.is_positive(label, form) or taken.meets(start, end, label):
                continue
            guess = self._named(Suggestion(start, end, label, source=self.name, version=self.version, score=None), form)
            if guess is not None and not _is_part(article.text, start, end):
                proposed.append(guess)
        return proposed

    def revise(self, article: Article, found: Sequence[Suggestion]) -> list[Suggestion]:
        """Return what was found, weighed by what people said of the same words, and what only memory knows.

        What people refused more than they marked is left out.
        """
        kept = []
        for one in found:
            words = article.text[one.start : one.end] if one.end - one.start <= LONGEST else ""
            weighed = self._named(one, form_of(words)) if words else one
            if weighed is not None:
                kept.append(weighed)
        proposed = self.propose(article, kept)
        larger = _Places(proposed)
        kept = [one for one in kept if not larger.holds(one.start, one.end, one.label)]
        return reading_order([*kept, *proposed])

    def fingerprint(self, text: str) -> str:
        """Return a hash of what memory knows of a text's words: while it stays, so do the suggestions.

        Counts are rounded down to steps, so that the hundredth « Moscou » doesn't renew every article.
        """
        known = {repr((label, form, self._said(label, form))) for _, _, label, form in self._hits(text)}
        return hashlib.sha256("\n".join(sorted(known)).encode("utf-8", "replace")).hexdigest()

    def _said(self, label: str, form: str) -> tuple[object, ...]:
        tally = self._memory.tally(label, form)
        actors = self._memory.actors(label, form)
        return _step(tally.times), _step(tally.rejected), tally.kind, tally.value, actors

    def _named(self, one: Suggestion, form: str) -> Suggestion | None:
        """Return a suggestion as memory has it, None where it should not be made."""
        tally = self._memory.tally(one.label, form)
        actors = self._memory.actors(one.label, form)
        if not actors and isinstance(one.value, str):
            actors = self._memory.actors(one.label, form_of(one.value))
        if actors:
            return self._registered(one, form, actors, tally)
        if not tally.times and not tally.rejected:
            return one
        score = tally.weighed(one.score)
        if score <= SURE:
            if not self._is_place(form):
                return None
            score = one.score or SURE  # refused as a place; where it speaks for its state it may be right
        kind = tally.kind or one.kind
        value = one.value
        if one.value is None or form_of(str(one.value)) == form or (tally.times > 1 and not _met(tally, one)):
            value = tally.value or one.value
        if value is None and any(isinstance(given, str) for _kind, given in tally.accepted):
            value = form
        return replace(one, kind=kind, value=value, score=round(score, 3), reason=_reason(one, tally))

    def _registered(self, one: Suggestion, form: str, actors: Sequence[Actor], tally: Tally) -> Suggestion | None:
        score = tally.weighed(max(CONFIRMED, one.score or 0.0))
        if score <= SURE:
            return None
        actor = next((actor for actor in actors if one.value in actor.forms), actors[0])
        attrs: Mapping[str, Any] = one.attrs
        others = [other.name for other in actors if other.name != actor.name]
        if others:
            attrs = {**attrs, "readings": others}
        reason = tr("acteur du registre")
        if tally.times:
            reason = f"{reason}, {_counted(tally)}"
        kind = actor.kind or one.kind
        return replace(one, kind=kind, value=actor.name, attrs=attrs, score=round(score, 3), reason=reason)

    def _hits(self, text: str) -> Iterator[tuple[int, int, str, str]]:
        """Yield the known forms in a text with their borders and label, the longest at each place."""
        words = [(word.group(), word.start(), word.end()) for word in _WORD.finditer(text.replace("’", "'"))]
        at = 0
        while at < len(words):
            first = words[at][0]
            length = 0
            for n in range(min(self._longest.get(first, 0), len(words) - at), 0, -1):
                found = self._by_words.get(tuple(word for word, _, _ in words[at : at + n]))
                start, end = words[at][1], words[at + n - 1][2]
                same = [one for one in found or () if one[1] == form_of(text[start:end])]
                if same:
                    yield from ((start, end, label, form) for label, form in same)
                    length = n
                    break
            at += max(1, length)


class _Places:
    """Where suggestions stand, by label; those of one label don't overlap much, so a look around is enough."""

    def __init__(self, found: Sequence[Suggestion]) -> None:
        self._spans: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for one in found:
            self._spans[one.label].append((one.start, one.end))
        self._reach: dict[str, list[int]] = {}
        for label, spans in self._spans.items():
            spans.sort()
            self._reach[label] = list(accumulate((end for _, end in spans), max))

    def meets(self, start: int, end: int, label: str) -> bool:
        """Tell whether one of that label overlaps a stretch and isn't a part of it."""
        return any(one == (start, end) or not _holds((start, end), one) for one in self._at(start, end, label))

    def holds(self, start: int, end: int, label: str) -> bool:
        """Tell whether a stretch is a part of one of that label."""
        return any(_holds(one, (start, end)) for one in self._at(start, end, label))

    def _at(self, start: int, end: int, label: str) -> Iterator[tuple[int, int]]:
        spans, reach = self._spans.get(label, []), self._reach.get(label, [])
        at = bisect_left(spans, (end,))
        while at > 0 and reach[at - 1] > start:
            at -= 1
            if spans[at][1] > start:
                yield spans[at]


def _holds(outer: tuple[int, int], inner: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1] and outer != inner


def _is_part(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch is only part of a name: a hyphen or a capitalised word goes on with it."""
    before, after = text[max(0, start - 40) : start], text[end : end + 2]
    if is_part(text, (start, end)):
        return True
    if not text[start].isupper():
        return False
    goes_on = len(after) == 2 and after[0] in " \u00a0\u202f" and after[1].isupper()
    word = re.search(r"(\w+)[ \u00a0\u202f]$", before)
    # A capitalised word before it belongs to it, but for the one that opens a sentence: « Mais Vorga ».
    opens = word is not None and not re.search(r"[\w,;:)][^\w\n.!?…«“\"–—]*$", before[: word.start()])
    return goes_on or (word is not None and word.group()[0].isupper() and not opens)


def _met(tally: Tally, one: Suggestion) -> bool:
    return any(value == one.value for _kind, value in tally.accepted)


def _reason(one: Suggestion, tally: Tally) -> str:
    said = _counted(tally)
    return f"{one.reason}\u202f; {said}" if one.reason else said


def _counted(tally: Tally) -> str:
    words = []
    if tally.times:
        words.append(tr("déjà accepté %n fois|déjà accepté %n fois", n=_step(tally.times)))
    if tally.rejected:
        words.append(tr("rejeté %n fois|rejeté %n fois", n=_step(tally.rejected)))
    return ", ".join(words)


def _step(n: int) -> int:
    return max((step for step in _STEPS if step <= n), default=0)
