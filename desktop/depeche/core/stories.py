"""Which articles tell one story. Knows texts, days and, where they are given, actors; no project.

A story is made as news comes in (single-pass clustering with incremental tf-idf: Allan, Papka, Lavrenko 1998, « On-line
new event detection and tracking »): an article is compared with those before it and joins the story of the one that is
most like it, or begins a story of its own, which then goes by that first article. What comes later changes no earlier
decision, so stories keep their name and only grow, or grow together where an article shares copy with two of them.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date as calendar
from enum import Enum

from depeche.core.likeness import Sketch, copies, sketch
from depeche.core.words import folded, tokens

DAYS = 4
"""Days between the publication of two articles up to which they may tell one story."""
MONTH = 31
"""Days up to which shared copy makes one story: the same phrases a year later are a habit, not a story."""
LIKE = 0.30
"""Cosine of two articles from which on they tell one story."""
LIKE_UNDATED = 0.45
"""The same where both have no date; one without and one with tell one story only if they share copy."""
NAMES = 2
"""So many different names they must have in common."""

_LEAD = 180  # words: news says what it is about at its beginning
_TERMS = 32  # of an article, the heaviest
_PROBES = 16  # of these, those by which others are looked for
_MOST = 60  # articles of some days looked at for one term; what more of them have tells nothing apart
_START = 60  # articles that are taken to have been seen before the first one, each without the words of the next
_SPOKEN = frozenset(
    "afin ainsi alors apres assez aucun aucune aujourd aupres aussi autre autres avaient avait avant avec avoir "
    "beaucoup bien cela celle celles celui cependant certains cette ceux chaque chez comme comment contre dans "
    "declare declarer depuis dernier derniere derniers deux devant doit donc dont durant elle elles encore enfin "
    "entre environ etaient etait etant etre faire fait faut font grande grand hier hors jamais jour jours jusqu "
    "juste leur leurs lors lorsque mais malgre meme memes mieux mois moins nombre notamment notre nous nouveau "
    "nouvelle parce pendant personne personnes peut peuvent plus plusieurs pour pourrait pourtant premier "
    "premiere pres presque puis quand quatre quel quelle quelque quelques quoi sans sauf selon sera serait seront "
    "seul seule sont sous suite suivant tandis tant telle toujours tous tout toute toutefois toutes tres trois "
    "vers voir vont votre vous article page source janvier fevrier mars avril juin juillet aout septembre octobre "
    "novembre decembre lundi mardi mercredi jeudi vendredi samedi dimanche heure heures annee annees".split()
)
_OPENS = re.compile(r"[.!?\n:«“\"]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Strength(Enum):
    """What makes a group: shared copy; one story, with the copies of `MONTH` days; or either, as a split needs it."""

    COPIES = "copies"
    STORIES = "stories"
    EITHER = "either"


Item = tuple[str, str, str | None]
"""An article: a key of its own, its text with its title, the day it was published (ISO) where that is known."""


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that belong together, in the order given. `name` is the key of the first: it stays when others come."""

    name: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Traits:
    """What a story is known by in one article: how often its words stand in its beginning, and which are of names."""

    words: Mapping[str, int]
    names: frozenset[str]


def groups(
    items: Iterable[Item], strength: Strength = Strength.COPIES, *, actors: Mapping[str, Collection[str]] | None = None
) -> list[Group]:
    """Return the groups of articles, in the order of their first; an article alone is a group of one.

    Articles are taken in the order given: with more of them behind, no group loses one. `actors` are names that are
    known to be actors, by the article's key; without, words with a capital count. Deterministic. Takes time linear in
    the words; for many articles keep their `sketch` and `traits` and use `grouped`.
    """
    named = actors or {}
    known = [(key, sketch(text), traits(text, named.get(key, ())), date) for key, text, date in items]
    return grouped(known, strength)


def grouped(known: Iterable[tuple[str, Sketch, Traits | None, str | None]], strength: Strength) -> list[Group]:
    """Return the groups of articles of which key, sketch, traits and day are known. Copies need no traits."""
    keys: list[str] = []
    sketches: list[Sketch] = []
    days: list[int | None] = []
    told: list[int | None] = []
    teller = _Teller()
    for key, drawn, known_by, date in known:
        keys.append(key)
        sketches.append(drawn)
        days.append(_day(date))
        if strength is not Strength.COPIES:
            told.append(teller.add(known_by or _NOTHING, days[-1]))

    def may(one: int, other: int) -> bool:
        return strength is not Strength.STORIES or _is_near(days[one], days[other], MONTH)

    roots = copies(sketches, may)
    for number, other in enumerate(told):
        if other is not None:
            roots.join(number, other)
    members: dict[int, list[str]] = {}
    for number, key in enumerate(keys):
        members.setdefault(roots.root(number), []).append(key)
    return [Group(same[0], tuple(same)) for same in members.values()]


def traits(text: str, actors: Collection[str] = ()) -> Traits:
    """Return what a story is known by in a text; `actors` are names that are known to be actors there."""
    words: Counter[str] = Counter()
    names: set[str] = set()
    opens = True
    for at, word in enumerate(tokens(text)):
        if at >= _LEAD:
            break
        after = text[word.end : word.end + 3]
        if len(word.form) > 3 and not word.form.isdigit() and word.form not in _SPOKEN:
            words[word.form] += 1
            if not opens and text[word.start].isupper():
                names.add(word.form)
        elif word.form.isdigit() and len(word.form) > 2 and not word.form.startswith(("19", "20")):
            words[word.form] += 1
        opens = _OPENS.search(after) is not None
    for actor in actors:
        for form in folded(actor).split(" "):
            if len(form) > 2 and form not in _SPOKEN:
                names.add(form)
                words[form] += 1
    return Traits(dict(words), frozenset(names & words.keys()))


_NOTHING = Traits({}, frozenset())


class _Teller:
    """Says of one article after the other with which of those before it it tells a story."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()
        self._known: list[dict[str, float]] = []
        self._names: list[frozenset[str]] = []
        self._days: list[int | None] = []
        self._places: defaultdict[tuple[str, int | None], list[int]] = defaultdict(list)

    def add(self, one: Traits, day: int | None) -> int | None:
        """Take an article in; returns the number (from 0) of the one that is most like it, None for a new story."""
        number = len(self._known)
        mine = _vector(one, self._seen, number)
        names = one.names & mine.keys()
        probes = list(mine)[:_PROBES]
        met = Counter(
            other for term in probes for when in _around(day) for other in self._places.get((term, when), ())[-_MOST:]
        )
        best, like = None, LIKE_UNDATED if day is None else LIKE
        for other, times in sorted(met.items()):
            if times < 2 or not _is_near(day, self._days[other], DAYS) or len(names & self._names[other]) < NAMES:
                continue
            theirs = self._known[other]
            found = sum(weight * theirs[term] for term, weight in mine.items() if term in theirs)
            if found > like:
                best, like = other, found
        for term in probes:
            self._places[term, None if day is None else day // DAYS].append(number)
        self._known.append(mine)
        self._names.append(names)
        self._days.append(day)
        self._seen.update(one.words.keys())
        return best


def _vector(one: Traits, seen: Mapping[str, int], number: int) -> dict[str, float]:
    """Return the heaviest terms of an article, the heaviest first, as a vector of length 1; names weigh double."""
    total = math.log(number + _START)
    heavy = []
    for term, times in one.words.items():
        rare = max(0.0, total - math.log(seen.get(term, 0) + 1))
        heavy.append((-(1 + math.log(times)) * rare * (2 if term in one.names else 1), term))
    heavy.sort()
    kept = heavy[:_TERMS]
    length = math.sqrt(sum(weight * weight for weight, _ in kept)) or 1.0
    return {term: -weight / length for weight, term in kept if weight}


def _around(day: int | None) -> tuple[int | None, ...]:
    """Return the stretches of `DAYS` days in which an article near a day may be; undated ones are near each other."""
    return (None,) if day is None else (day // DAYS - 1, day // DAYS, day // DAYS + 1)


def _is_near(day: int | None, other: int | None, days: int) -> bool:
    return day is None or other is None or abs(day - other) <= days


def _day(date: str | None) -> int | None:
    try:
        return calendar.fromisoformat(date).toordinal() if date and _DAY.fullmatch(date) else None
    except ValueError:  # a 31st of June
        return None
