"""Which functions an article gives its persons, and whom a function without a name stands for.

« le dirigeant nord-coréen Kim Jong-un » teaches that « le dirigeant nord-coréen » is Kim Jong-un.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from depeche.core.suggestion import Suggestion
from depeche.suggest.quotes.bodies import Bodies, fits, media
from depeche.suggest.quotes.genders import gender
from depeche.suggest.quotes.grammar import STOP
from depeche.suggest.quotes.reading import MASK, Reading
from depeche.suggest.quotes.roles import BODIES, FEMININE, FUNCTION, HER, MEDIA, RANKS, TWO, Role, role_of, stems

_ARTICLE = r"(?:le|la|les|un|une|son|sa|du|au|des|aux|notre|ce|cette)"
_LEAD = re.compile(rf"(?:\b{_ARTICLE}\s|\bl['’])(?:(?!{_ARTICLE}\s)[^\W\d_]+\s){{0,2}}$", re.IGNORECASE)
_BREAK = re.compile(rf"[,.;:!?()\n\r{MASK}]")
_BESIDE = re.compile(rf"\s?,\s(?:l['’]|la\s|le\s)?([^,.;:()\n{MASK}]{{3,80}})")
_FORMER = re.compile(r"^(?:(?:ancien|ancienne|nouveau|nouvelle|actuel|actuelle)\s)+")
_ACRONYM = re.compile(r"\s\([A-ZÀ-Ý]{2,10}\)")
_WORD = re.compile(r"[^\W\d_]+['’]?")
_TIES = frozenset(("de", "d'", "d’", "du", "des", "à", "par", "pour", "avec", "chez"))
_SIR = re.compile(r"\b(?:M\.|monsieur|Monsieur)\s$")
_TITLE_REACH = 110
_SEVERAL = 60
_PAIR = 24


class Functions:
    """What an article's persons are, learnt once from the words beside their names."""

    def __init__(self, reading: Reading, actors: Sequence[Suggestion]) -> None:
        self._told = reading.told
        self._actors = actors
        self._starts = [a.start for a in actors]
        self._known: dict[str, dict[tuple[str, frozenset[str]], int]] = {}
        self._named: set[str] = set()
        self._women: set[str] = set()
        self._men: set[str] = set()
        self._bodies = Bodies(self._told, actors, [name_of(a) for a in actors])
        self._people = frozenset(name_of(a) for a in actors if a.kind == "PER")
        self._others = frozenset(name_of(a) for a in actors if a.kind != "PER")
        self.leading = frozenset(_head(name_of(a)) for a in actors if a.kind == "ORG" and " " in name_of(a))
        for actor in actors:
            if actor.kind == "PER":
                self._learn(actor)

    def is_woman(self, name: str) -> bool:
        """Tell whether a title or the form of the first name shows a woman; no answer is a proof."""
        return name in self._women

    def is_man(self, name: str) -> bool:
        """Tell whether « M. » or the first name shows a man; no answer is a proof."""
        return name in self._men and name not in self._women

    def may_be(self, name: str, family: str, feminine: bool) -> bool:
        """Tell whether `name` is a person's not known by functions of other families, nor by the other gender."""
        families = {f for f, known in self._known.items() if any(person == name for person, _ in known)}
        person = name in self._people or (" " in name and name not in self._others)
        return person and (not families or family in families) and (feminine or not self.is_woman(name))

    def _learn(self, actor: Suggestion) -> None:
        name = name_of(actor)
        title = self.title(actor.start)
        if title:
            self._note(title[1], name, actor.start)
        beside = _BESIDE.match(self._told, actor.end, actor.end + 100)
        if beside:
            phrase = _FORMER.sub("", beside.group(1))
            function = FUNCTION.match(phrase)
            if function and (role := role_of(function.group())):
                words = stems(phrase[function.end() :].split(" a ")[0])
                self._note((role[0], words | role[1]), name, actor.start)
        first = name.split()[0] if " " in name else ""
        start = title[0] if title else actor.start
        known = gender(first)
        woman = FEMININE.search(self._told, max(0, start - 5), actor.end)
        woman = woman or HER.search(self._told, max(0, start - 5), actor.start)
        apposed = bool(beside and HER.match(beside.group(1)))
        if known == "f" or (known != "m" and (woman or apposed)):
            self._women.add(name)
        elif known == "m" or _SIR.search(self._told, max(0, start - 10), actor.start):
            self._men.add(name)

    def _note(self, role: Role, name: str, at: int) -> None:
        self._known.setdefault(role[0], {}).setdefault((name, role[1]), at)
        self._named.add(name)

    def title(self, start: int) -> tuple[int, Role] | None:
        """Return where the phrase that gives a function to the name at `start` begins, and that function."""
        floor = max(0, start - _TITLE_REACH)
        window = self._told[floor:start]
        for match in reversed(list(FUNCTION.finditer(window))):
            role = role_of(match.group())
            if role is None:
                continue
            inner = _ACRONYM.sub("", window[match.end() :]).rstrip().removesuffix(",")
            words = [w.lower() for w in _WORD.findall(inner)]
            if _BREAK.search(inner) or any(w in STOP for w in words):
                return None
            if words and words[-1] in _TIES and match.group().lower() not in RANKS:
                return None  # « le porte-parole de X »
            lead = _LEAD.search(window, 0, match.start())
            begin = lead.start() if lead else match.start()
            return floor + begin, (role[0], stems(inner) | role[1])
        return None

    def resolve(self, role: Role, at: int) -> str | None:
        """Return the person whose function fits `role` best, the last named before `at` among equals."""
        family, words = role
        best: tuple[int, bool, int] | None = None
        name = None
        for (person, known), since in self._known.get(family, {}).items():
            if not words and since > at:
                continue  # a bare function is nobody's who is named only later
            shared = len(words & known)
            missing = len(words - known)
            if (words and known and not shared) or (missing > 1 and shared < missing):
                continue
            near = (-missing, since < at, since if since < at else -since)
            if best is None or near > best:
                best, name = near, person
        return name

    def likely(self, role: Role, at: int) -> str | None:
        """Return the person named most before `at` of whom the article gives no function, for a power's leader."""
        if role[0] != "head":
            return None
        names = Counter(n for n in self._before(at, "PER", _SEVERAL) if n not in self._named)
        return names.most_common(1)[0][0] if names else None

    def body(self, word: str, at: int) -> tuple[str | None, bool]:
        """Return the organisation that « la police », « l'entreprise » stand for, and whether that is sure."""
        called = self._bodies.called(word, at)
        if called is not None:
            return called, True
        if word in MEDIA:
            titles = media()
            return next((n for n in self._before(at, "ORG", _PAIR)[::-1] if n in titles), None), True
        near = self._before(at, "ORG", _PAIR)[::-1] if word in BODIES or word in self.leading else []
        same = next((n for n in near if _head(n) == word), None)
        if same is not None or word not in BODIES:
            return same, True
        return next((n for n in near if fits(word, n)), None), False

    def group(self, word: str, at: int) -> str | None:
        """Return the group named last before `at` that « les autorités » stands for."""
        return next((n for n in self._before(at, "GRP", _PAIR)[::-1] if _head(n) == word and " " in n), None)

    def two(self, word: str, at: int) -> tuple[str, ...]:
        """Return the two that « les deux pays », « les deux hommes » stand for: those last named most, () if unsure."""
        kind = TWO.get(word)
        names = Counter(self._before(at, kind, _PAIR)) if kind else Counter[str]()
        return tuple(name for name, _ in names.most_common(2)) if len(names) > 1 else ()

    def _before(self, at: int, kind: str, most: int) -> list[str]:
        i = bisect_left(self._starts, at)
        return [name_of(a) for a in self._actors[max(0, i - most) : i] if a.kind == kind]


def _head(name: str) -> str:
    """Return the noun a body's name begins with, lower case: « Autorité de sûreté nucléaire » → « autorité »."""
    return name.split(maxsplit=1)[0].lower() if name else ""


def name_of(actor: Suggestion) -> str:
    """Return the canonical name of an actor; several are joined by commas."""
    return ", ".join(actor.value) if isinstance(actor.value, tuple) else actor.value or ""
