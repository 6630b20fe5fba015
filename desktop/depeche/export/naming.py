"""Where a text names somebody who gets another name: whole names, family names, initials, addresses and handles."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from depeche.core.words import folded
from depeche.export.person import TITLES, WORD, Person, keys_of
from depeche.export.rewriting import Edit

_BLANK = "\\s\u200b-\u200d\u2060\ufeff"
_GAP = re.compile(f"[{_BLANK}’'\u2010\u2011-]{{1,12}}|\\.[{_BLANK}-]{{,12}}")
"""What may stand between two words of one name: blanks, a hyphen, an apostrophe, the full stop of an initial."""
_LINKED = re.compile(f"[{_BLANK}’'\u2010\u2011._+-]{{1,12}}")
"""The same in addresses, and in fields that hold no prose."""
_UNBROKEN = re.compile(r"\S+")
_SIGNS = ("@", "#", "://", "www.")
"""What tells an address, a handle or a hashtag."""
_SHORTEST = 3
"""Letters from which on a family name by itself is found where nobody marked it."""
_WITHIN = 5
"""Letters from which on a name is found within a word of an address: `@gvorga`, `#IlanVorga`."""


_Run = tuple[tuple[str, ...], bool, Person]
"""Words that name somebody, whether there are several, and whom."""


class Naming:
    """All names of some persons, each of whom has another one by now; finds them in texts."""

    def __init__(self, persons: Iterable[Person]) -> None:
        self._runs: dict[str, list[_Run]] = {}
        self._solid: list[tuple[str, Person]] = []
        for person in persons:
            self._add(person)
        self._solid.sort(key=lambda one: (-len(one[0]), one[0]))

    def _add(self, person: Person) -> None:
        for form in sorted({*person.forms, person.name_before}):
            keys = tuple(keys_of(form))
            self._put(keys, person, whole=len(keys) > 1)
        family = tuple(word for word in keys_of(person.name_before) if word not in person.firsts)
        if person.firsts and family:
            self._put(family, person, whole=False)
            self._put(family[-1:], person, whole=False)
        solid = {"".join(keys_of(person.name_before)), "".join(family)}
        self._solid += [(name, person) for name in solid if len(name) >= _WITHIN]

    def edits(
        self, text: str, taken: Collection[tuple[int, int]], here: Collection[Person], *, is_prose: bool = True
    ) -> list[Edit]:
        """Return what names them otherwise wherever a text does.

        Whole names count wherever their words stand; a name of one word, unless it is exactly a place that
        is `taken`, as the name of something else: of those who are `here`, there too, as a slip of the hand would give
        them away. Of several with that name those who are `here` come first. In prose
        a name has a capital, but for addresses, handles and hashtags in it.
        """
        exactly = set(taken)
        words = [(one.start(), one.end(), folded(one.group())) for one in WORD.finditer(text)]
        signed = _signed(text)
        found: list[Edit] = []
        at = 0
        while at < len(words):
            place = bisect_right(signed, (words[at][0], len(text))) - 1
            is_signed = place >= 0 and words[at][0] < signed[place][1]
            run = self._run(text, words, at, here, exactly, is_linked=is_signed or not is_prose)
            if run is None and is_signed and (person := self._within(words[at][2])):
                found.append(Edit(words[at][0], words[at][1], person.last))
            if run is not None:
                first = at
                while first and _is_initial(text, words[first - 1], words[first], run[1]):
                    first -= 1
                found += run[1].edits(text, words[first][0], words[at + run[0] - 1][1])
            at += run[0] if run else 1
        return found

    def _run(
        self, text: str, words: Sequence[tuple[int, int, str]], at: int, here: Collection[Person],
        exactly: Collection[tuple[int, int]], *, is_linked: bool,
    ) -> tuple[int, Person] | None:  # fmt: skip
        """Return how many words from the one at `at` name somebody, and whom; the most words win."""
        best: tuple[int, bool] = (0, False)
        whom: Person | None = None
        for keys, whole, person in self._runs.get(words[at][2], ()):
            here_too = len(keys), person in here
            some = words[at : at + len(keys)]
            if here_too <= best or tuple(key for _, _, key in some) != keys:
                continue
            if not is_linked and all(text[start].islower() for start, _, _ in some):
                continue
            if not all(
                (_LINKED if is_linked else _GAP).fullmatch(text[one[1] : other[0]]) for one, other in pairwise(some)
            ):
                continue
            if whole or person in here or (some[0][0], some[-1][1]) not in exactly:
                best, whom = here_too, person
        return None if whom is None else (best[0], whom)

    def _within(self, word: str) -> Person | None:
        """Return whose name is within a word, the longest first."""
        return next((person for name, person in self._solid if name in word), None)

    def _put(self, keys: tuple[str, ...], person: Person, *, whole: bool) -> None:
        if not keys or (len("".join(keys)) < _SHORTEST and "".join(keys).isascii()):
            return
        known = self._runs.setdefault(keys[0], [])
        if not any(one[0] == keys and one[2] is person for one in known):
            known.append((keys, whole, person))


def _signed(text: str) -> list[tuple[int, int]]:
    """Return where addresses, handles and hashtags stand in a text."""
    if not any(sign in text for sign in _SIGNS):
        return []
    return [one.span() for one in _UNBROKEN.finditer(text) if any(sign in one.group() for sign in _SIGNS)]


def _is_initial(text: str, word: tuple[int, int, str], after: tuple[int, int, str], person: Person) -> bool:
    """Tell whether a word is the initial of somebody's first name: « E. » before « Macron », but not « M. »."""
    start, end, key = word
    gap = text[end : after[0]]
    if end - start != 1 or not gap.startswith(".") or not _GAP.fullmatch(gap) or key in TITLES:
        return False
    return any(one.startswith(key) for one in person.firsts)
