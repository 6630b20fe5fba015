"""One person, one name: short forms are found again in the article and given the fullest form as value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from depeche.suggest.actors.gazetteer import Gazetteer
from depeche.suggest.actors.mark import Mark, Taken
from depeche.suggest.actors.stops import BEARERS, OPENERS
from depeche.suggest.actors.words import Words

_PARTICLES = frozenset("de du des d la le l von van der den al el ben bin da di del".split())
_NAMED_AFTER = frozenset("boson maladie syndrome theoreme echelle constante cocktail".split())
_LONGEST = 8
"""A name of more words isn't looked for again."""
Form = tuple[str, ...]


class People:
    """The persons of one article, by all the forms their names take in it.

    Built from the marks found by cue; `canonical(form)` gives the fullest, most frequent, earliest form of the person
    that a form may mean, `spread(taken)` finds the places where a known person stands by one name only.
    """

    def __init__(self, words: Words, marks: Iterable[Mark], gazetteer: Gazetteer) -> None:
        self._words = words
        self._g = gazetteer
        self._surfaces: dict[Form, Counter[str]] = {}
        self._first: dict[Form, int] = {}
        self._score: dict[Form, float] = {}
        for mark in sorted(marks, key=lambda m: m.first):
            form = tuple(words.fold[mark.first : mark.last])
            self._surfaces.setdefault(form, Counter())[" ".join(words.surface(mark.first, mark.last).split())] += 1
            self._first.setdefault(form, mark.first)
            self._score[form] = max(self._score.get(form, 0.0), mark.score)
        self._full = [form for form in self._surfaces if len(form) > 1]
        self._by_word: dict[str, list[Form]] = {}
        for form in self._full:
            for word in set(form):
                self._by_word.setdefault(word, []).append(form)
        self._short = self._short_forms()
        self._meant: dict[Form, Form | None] = {}
        self._slips: dict[str, set[str]] | None = None
        present = set(words.fold)
        for form in gazetteer.known_persons:
            if form[-1] in present:
                self._admit(form)

    def _admit(self, form: Form) -> None:
        """Count a person of the table among those of the article."""
        if form not in self._short:
            full, name = self._g.known_persons[form]
            if full not in self._surfaces:
                self._surfaces[full] = Counter({name: 0})
                self._first[full] = len(self._words)
            self._short[form] = full

    def _short_forms(self) -> dict[Form, Form]:
        """Return the short forms that stand for a person, with the full form they mean."""
        short: dict[Form, Form] = {}
        for form in self._full:
            for tail in self._tails(form):
                if len(tail) == 1 and (len(tail[0]) < 2 or not tail[0].isalpha() or tail[0] in OPENERS):
                    continue
                held = short.get(tail)
                if held is None or self._weight(form) > self._weight(held):
                    short[tail] = form
        return short

    def _tails(self, form: Form) -> Iterator[Form]:
        """Yield the parts of a full name that the press uses alone."""
        if form[0] in self._g.family_names and form[0] not in self._g.first_names:
            yield form[:1]
            return
        given = 1
        while given < len(form) - 1 and form[given] in self._g.first_names:
            given += 1
        while given < len(form) - 1 and form[given] in ("de", "du", "d", "des"):
            given += 1
        yield form[given:]
        if form[-1] not in _PARTICLES and len(form[-1]) > 2:
            yield form[-1:]
        if form[0] in self._g.family_names:
            yield form[:1]

    def _weight(self, form: Form) -> tuple[int, int, int]:
        return sum(self._surfaces[form].values()), len(form), -self._first[form]

    def canonical(self, form: Form) -> str:
        """Return the name of the person that `form` (folded words) means; the form's own spelling if unknown."""
        best = self._fullest(form)
        if best is None:
            return ""
        counts = self._surfaces[best]
        mixed = [name for name in counts if not name.isupper()] or list(counts)
        return max(mixed, key=lambda name: counts[name])

    def _fullest(self, form: Form) -> Form | None:
        if form not in self._meant:
            self._meant[form] = self._sought(form)
        return self._meant[form]

    def _sought(self, form: Form) -> Form | None:
        if len(form) > 1 and form in self._surfaces:
            rarest = min((self._by_word.get(word, []) for word in form), key=len)
            longer = [f for f in rarest if len(f) > len(form) and self._contains(f, form)]
            if len(form[0]) == 1 and not longer:
                longer = self._spelt(form)
            return max(longer, key=self._weight) if longer else form
        if form in self._short:
            full = self._short[form]
            return form if full == form else self._fullest(full)  # « Madonna » is all there is
        near = self._near(form)
        if near is not None:
            return self._fullest(near)
        begun = {f for f in self._by_word.get(form[0], ()) if f[0] == form[0]} if len(form) == 1 else set()
        if len(begun) == 1 and form[0] not in self._g.first_names:
            return begun.pop()  # « M. Joko » for « Joko Widodo »
        return form if form in self._surfaces else None

    def _spelt(self, form: Form) -> list[Form]:
        """Return the persons that a surname with an initial may mean: « J. Roe » for « Jane Roe »."""
        known = self._short.get(form[-1:])
        alike = {*self._by_word.get(form[-1], ()), *([known] if known is not None else ())}
        return sorted(f for f in alike if f[-1] == form[-1] and len(f[0]) > 1 and f[0][0] == form[0])

    @staticmethod
    def _contains(longer: Form, shorter: Form) -> bool:
        return longer[-1] == shorter[-1] and set(shorter) <= set(longer)

    def _near(self, form: Form) -> Form | None:
        """Return the one full form whose short form differs from a long single name by a letter (a slip)."""
        if len(form) != 1 or len(form[0]) < 6:
            return None
        if self._slips is None:
            self._slips = {}
            for tail in {**self._short, **self._g.known_persons}:
                if len(tail) == 1 and len(tail[0]) > 5:
                    for shorter in _less_a_letter(tail[0]):
                        self._slips.setdefault(shorter, set()).add(tail[0])
        alike = {name for shorter in _less_a_letter(form[0]) for name in self._slips.get(shorter, ())}
        alike = {name for name in alike if Levenshtein.distance(name, form[0], score_cutoff=1) <= 1}
        for name in alike:
            if (name,) in self._g.known_persons:
                self._admit((name,))
        near = {self._short[name,] for name in alike}
        return near.pop() if len(near) == 1 else None

    def named(self, mark: Mark) -> Mark:
        """Return a person's mark with the canonical name as its value."""
        if mark.value and mark.value != self._words.surface(mark.first, mark.last):
            return mark  # a first name whose person is known
        name = self.canonical(tuple(self._words.fold[mark.first : mark.last]))
        return replace(mark, value=name or mark.value)

    def spread(self, taken: Taken) -> Iterator[Mark]:
        """Yield the places where a known person stands by a short form."""
        words = self._words
        forms = {form for form in (*self._short, *self._full) if len(form) <= _LONGEST}
        lengths: dict[str, set[int]] = {}
        for form in forms:
            lengths.setdefault(form[0], set()).add(len(form))
        index = 0
        while index < len(words):
            step = 1
            for length in sorted(lengths.get(words.fold[index], ()), reverse=True):
                end = index + length
                form = tuple(words.fold[index:end])
                if end > len(words) or form not in forms or not self._stands(taken, index, end, form):
                    continue
                score = max(0.6, min(0.85, self._score.get(self._short.get(form, form), 0.7)))
                yield Mark(index, end, "PER", "", score, "nom repris du texte", 1)
                step = len(form)
                break
            index += step

    def _stands(self, taken: Taken, first: int, last: int, form: Form) -> bool:
        words = self._words
        if not taken.is_free(first, last):
            return False
        if not words.capital[last - 1] and "-" not in words.link[first + 1 : last]:
            return False
        if not words.capital[first] and form[0] not in _PARTICLES:
            return False
        if any(not words.joined(k) for k in range(first + 1, last)):
            return False
        if words.joined(first) and words.fold[first - 1] in BEARERS:
            return False
        if words.at(first - 1) in ("de", "d") and words.joined(first) and words.at(first - 2) in _NAMED_AFTER:
            return False  # « le boson de Higgs »
        before = words.fold[first - 1] if words.link[first] == "-" and first else ""
        if before and before not in ("anti", "pro", "ex"):
            return False
        return not (
            words.joined(last)
            and words.link[last] in "- "
            and words.is_capital(last)
            and taken.at(last) is None
            and len(form) == 1
        )


def _less_a_letter(name: str) -> Iterator[str]:
    """Yield a name and what is left of it without one letter: two names with a slip between them share one of these."""
    yield name
    for n in range(len(name)):
        yield name[:n] + name[n + 1 :]
