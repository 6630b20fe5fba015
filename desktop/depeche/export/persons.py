"""Who is named in an export, by all the names they go by, and which words of a text are these names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from depeche.core.words import folded
from depeche.export.rewriting import Edit
from depeche.export.surrogates import Surrogates

_WORD = re.compile("[^\\W\\d_\u02bc](?:[^\\W_\u02bc]|[\u0300-\u036f\u00ad])*")
_JOINED = re.compile(f"{_WORD.pattern}(?:[-\u2010\u2011]{_WORD.pattern})*")
_BLANK = "\\s\u200b-\u200d\u2060\ufeff"
_GAP = re.compile(f"[{_BLANK}’'\u2010\u2011-]{{1,12}}|\\.[{_BLANK}-]{{,12}}")
"""What may stand between two words of one name: blanks, a hyphen, an apostrophe, the full stop of an initial."""
_LINKED = re.compile(f"[{_BLANK}’'\u2010\u2011._+-]{{1,12}}")
"""The same in addresses, and in fields that hold no prose."""
_UNBROKEN = re.compile(r"\S+")
_SIGNS = ("@", "#", "://", "www.")
"""What tells an address, a handle or a hashtag."""
_TITLES = frozenset("m mm mme mmes mlle mlles me dr pr mgr sir lord lady saint sainte".split())
_SHORTEST = 3
"""Letters from which on a family name by itself is found where nobody marked it."""
_WITHIN = 5
"""Letters from which on a name is found within a word of an address: `@gvorga`, `#IlanVorga`."""


@dataclass(slots=True, eq=False)
class Person:
    """Somebody (or, where not `is_person`, an organisation, a state…), with the names that were seen."""

    name_before: str
    is_person: bool
    forms: set[str] = field(default_factory=set)
    first: str = ""
    last: str = ""
    firsts: frozenset[str] = frozenset()
    is_family_first: bool = False

    @property
    def name(self) -> str:
        """The other name in full."""
        return " ".join(filter(None, (self.last, self.first) if self.is_family_first else (self.first, self.last)))

    def edits(self, text: str, start: int, end: int) -> list[Edit]:
        """Return what makes a stretch of a text that names them name them otherwise, word by word.

        Words of a person's name are taken one after the other: first names for the first name, all else for the family
        name, but for titles and words without capitals at the edges.
        """
        words = [(one.start() + start, one.end() + start) for one in _WORD.finditer(text[start:end])]
        while words and self._is_outside(text, *words[0]):
            del words[0]
        while words and not text[words[-1][0]].isupper() and len(words) > 1 and not self._has(text, *words[-1]):
            del words[-1]
        if not words:  # a name in a script without words or capitals, or nothing but small ones
            return [Edit(start, end, self.last)]
        if not self.is_person:
            return [Edit(words[0][0], words[-1][1], _as(text[words[0][0] : words[-1][1]], self.last))]
        found: list[tuple[bool, int, int]] = []
        for at, to in words:
            is_first = bool(self.first) and folded(text[at:to]) in self.firsts
            if self.first and to - at == 1 and text[to : to + 1] == "." and (at, to) != words[-1]:
                is_first = True  # « E. Macron »
            if found and found[-1][0] == is_first:
                found[-1] = (is_first, found[-1][1], to)
            else:
                found.append((is_first, at, to))
        return [self._edit(text, *one) for one in found]

    def _edit(self, text: str, is_first: bool, start: int, end: int) -> Edit:
        words = self.first if is_first else self.last
        is_initial = is_first and all(len(one.group()) == 1 for one in _WORD.finditer(text, start, end))  # « A.-S. »
        return Edit(start, end, words[0] if is_initial else _as(text[start:end], words))

    def _is_outside(self, text: str, start: int, end: int) -> bool:
        """Tell whether a first word is no name: « président », « M. »."""
        if self._has(text, start, end):
            return False
        return not text[start].isupper() or folded(text[start:end]) in _TITLES

    def _has(self, text: str, start: int, end: int) -> bool:
        return folded(text[start:end]) in folded(self.name_before).split(" ") or folded(text[start:end]) in self.firsts


class Persons:
    """All who get another name. `learn`, `hear` and `know_other` first, then `settle`, then the rest."""

    def __init__(self, secret: str) -> None:
        self._secret = secret
        self._by_name: dict[str, Person] = {}
        self._others: set[str] = set()
        self._heard: dict[str, str] = {}
        self._settled = False
        self._runs: dict[str, list[_Run]] = {}
        self._solid: list[tuple[str, Person]] = []
        self._surrogates = Surrogates(secret, ())

    @property
    def count(self) -> int:
        """How many there are."""
        return len({id(one) for one in self._by_name.values()})

    def learn(self, name: str, forms: Iterable[str], *, is_person: bool) -> None:
        """Take in somebody by their canonical name, and names they go by."""
        key = folded(name) or name
        person = self._by_name.setdefault(key, Person(name, is_person))
        for form in forms:
            if form not in person.forms:
                person.forms.add(form)
                self._by_name.setdefault(folded(form) or form, person)

    def know_other(self, name: str) -> None:
        """Take in the name of somebody who keeps it."""
        self._others.add(folded(name))

    def hear(self, name: str) -> None:
        """Take in the name of a speaker of whom nothing is known yet."""
        self._heard.setdefault(folded(name), name)

    def settle(self) -> None:
        """Give everybody another name; those who only spoke count as persons, unless they are known to be none."""
        if self._settled:
            return
        self._settled = True
        for key, name in self._heard.items():
            if key and key not in self._others and key not in self._by_name:
                self.learn(name, (name,), is_person=True)
        self._unite()
        everybody = list({id(one): one for one in self._by_name.values()}.values())
        taken = {
            word for one in everybody for form in (*one.forms, one.name_before) for word in folded(form).split(" ")
        }
        self._surrogates = Surrogates(self._secret, taken)
        for person in everybody:
            self._name(person)
        for person in everybody:
            for form in sorted({*person.forms, person.name_before}):
                keys = tuple(_keys(form))
                self._put(keys, person, whole=len(keys) > 1)
            family = tuple(word for word in _keys(person.name_before) if word not in person.firsts)
            if person.firsts and family:
                self._put(family, person, whole=False)
                self._put(family[-1:], person, whole=False)
            solid = {"".join(_keys(person.name_before)), "".join(family)}
            self._solid += [(name, person) for name in solid if len(name) >= _WITHIN]
        self._solid.sort(key=lambda one: (-len(one[0]), one[0]))

    def of(self, name: str) -> Person:
        """Return who goes by a name; somebody new who was never learned of gets one too."""
        known = self.known(name)
        if known is None:
            known = Person(name, is_person=True, forms={name})
            self._name(known)
            self._by_name[folded(name) or name] = known
        return known

    def known(self, name: str) -> Person | None:
        """Return who goes by a name, None where nobody does."""
        return self._by_name.get(folded(name) or name)

    def code(self, name: str) -> str:
        """Return a code for an article's name."""
        return self._surrogates.code("article", name)

    def edits(
        self, text: str, taken: Collection[tuple[int, int]], here: Collection[Person], *, is_prose: bool = True
    ) -> list[Edit]:
        """Return what names them otherwise wherever a text does.

        Whole names count wherever their words stand; a name of one word, unless it is exactly a place that
        is `taken`, as the name of something else. Of several with that name those who are `here` come first. In prose
        a name has a capital, but for addresses, handles and hashtags in it.
        """
        exactly = set(taken)
        words = [(one.start(), one.end(), folded(one.group())) for one in _WORD.finditer(text)]
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
            if whole or (some[0][0], some[-1][1]) not in exactly:
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

    def _unite(self) -> None:
        """Make one of those whose canonical name is only the family name of one other."""
        by_last: dict[str, set[int]] = {}
        for key, person in self._by_name.items():
            if person.is_person and " " in key:
                by_last.setdefault(key.rsplit(" ", 1)[1], set()).add(id(person))
        all_ = {id(one): one for one in self._by_name.values()}
        for key, person in list(self._by_name.items()):
            longer = by_last.get(key, set()) - {id(person)}
            if person.is_person and " " not in key and folded(person.name_before) == key and len(longer) == 1:
                other = all_[longer.pop()]
                other.forms |= person.forms
                for name in [name for name, one in self._by_name.items() if one is person]:
                    self._by_name[name] = other

    def _name(self, person: Person) -> None:
        key = folded(person.name_before) or person.name_before
        words = [one.group() for one in _JOINED.finditer(person.name_before)] or [key]
        alone = {folded(form) for form in person.forms}
        if person.is_person and len(words) > 1:  # « Kim » for Kim Jong-un: the family's name comes first
            person.is_family_first = folded(words[0]) in alone and folded(words[-1]) not in alone
            firsts = words[1:] if person.is_family_first else words[:1]
            person.firsts = frozenset(word for one in firsts for word in _keys(one))
            own = {word for form in (*person.forms, person.name_before) for word in _keys(form)}
            person.first = self._surrogates.given(key, firsts[0], own)
            words = words[:1] if person.is_family_first else words[1:]
        person.last = self._surrogates.family(key, words[0])


_Run = tuple[tuple[str, ...], bool, Person]
"""Words that name somebody, whether there are several, and whom."""


def _keys(name: str) -> Iterator[str]:
    """Yield the words of a name as they are compared, those with a hyphen between apart."""
    return (folded(one.group()) for one in _WORD.finditer(name))


def _signed(text: str) -> list[tuple[int, int]]:
    """Return where addresses, handles and hashtags stand in a text."""
    if not any(sign in text for sign in _SIGNS):
        return []
    return [one.span() for one in _UNBROKEN.finditer(text) if any(sign in one.group() for sign in _SIGNS)]


def _is_initial(text: str, word: tuple[int, int, str], after: tuple[int, int, str], person: Person) -> bool:
    """Tell whether a word is the initial of somebody's first name: « E. » before « Macron », but not « M. »."""
    start, end, key = word
    gap = text[end : after[0]]
    if end - start != 1 or not gap.startswith(".") or not _GAP.fullmatch(gap) or key in _TITLES:
        return False
    return any(one.startswith(key) for one in person.firsts)


def _as(before: str, words: str) -> str:
    return words.upper() if len(before) > 1 and before.isupper() else words
