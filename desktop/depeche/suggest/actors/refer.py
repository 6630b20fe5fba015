"""Short names of institutions take the value of the longer one in the article: `la Chambre`, `le ministère …`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from depeche.suggest.actors.gazetteer import Gazetteer
from depeche.suggest.actors.mark import Mark
from depeche.suggest.actors.words import Words

_SMALL = frozenset("de du des d la le l les et en pour a au aux".split())
_KNOWN = frozenset(("organisation connue", "parti connu", "entreprise connue"))
Key = tuple[str, ...]


class Institutes:
    """The institutions of one article. `named(mark)` returns a mark with the one longer name that it may mean."""

    def __init__(self, words: Words, marks: Iterable[Mark], gazetteer: Gazetteer) -> None:
        self._words = words
        self._g = gazetteer
        self._values: dict[Key, set[str]] = {}
        marks = list(marks)
        self._briefs = self._bracketed(marks)
        self._initials: dict[str, set[str]] = {}
        for mark in marks:
            if mark.kind == "ORG" and mark.last - mark.first > 1:
                letters = "".join(w[0] for w in words.fold[mark.first : mark.last] if w not in _SMALL)
                self._initials.setdefault(letters, set()).add(mark.value)
                bare, nation = self._bare(mark)
                if nation:
                    self._values.setdefault(bare, set()).add(mark.value)
                for end in {words.fold[mark.first], words.fold[mark.last - 1]}:
                    self._values.setdefault((end,), set()).add(mark.value)

    def _bracketed(self, marks: list[Mark]) -> dict[int, str]:
        """Return the values of the known short names in brackets, by the first word of the long name before them."""
        known = {m.first: m for m in marks if m.reason in _KNOWN}
        briefs: dict[int, str] = {}
        for mark in marks:
            short = known.get(mark.last)
            if (
                short is None
                or mark.kind != "ORG"
                or mark.last - mark.first < 2
                or mark.reason == "organisation connue"
            ):
                continue
            if self._words.link[short.first] == "(" and self._words.link[short.last] == ")":
                briefs[mark.first] = short.value
        return briefs

    def _bare(self, mark: Mark) -> tuple[Key, bool]:
        """Return the folded words of a mark without its adjective of nation, and whether it has one."""
        kept: list[str] = []
        index, nation = mark.first, False
        while index < mark.last:
            found = self._g.adjective_at(self._words, index)
            if found is not None and index > mark.first and found[0] <= mark.last:
                index, nation = found[0], True
                continue
            kept.append(self._words.fold[index])
            index += 1
        return tuple(kept), nation

    def named(self, mark: Mark) -> Mark:
        """Return `mark` with the value of its longer name, where the article gives exactly one."""
        if mark.first in self._briefs:
            return replace(mark, value=self._briefs[mark.first])
        if mark.reason == "sigle" and mark.last - mark.first == 1:
            long = self._initials.get(self._words.fold[mark.first], set())
            return replace(mark, value=next(iter(long))) if len(long) == 1 else mark
        if mark.kind != "ORG" or mark.reason not in ("institution", "ministère", "organisation connue"):
            return mark
        if mark.value != self._words.surface(mark.first, mark.last):
            return mark
        if mark.last - mark.first == 1 and mark.reason != "institution":
            return mark
        values = self._values.get(tuple(self._words.fold[mark.first : mark.last]), set())
        return replace(mark, value=next(iter(values))) if len(values) == 1 else mark
