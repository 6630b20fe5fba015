"""Which articles tell one story. Knows texts, days and, where they are given, actors; no project.

A story is made as news comes in (single-pass clustering with incremental tf-idf: Allan, Papka, Lavrenko 1998, « On-line
new event detection and tracking »): an article is compared with those before it and joins the story of the one that is
most like it, or begins a story of its own, which then goes by that first article. What comes later changes no earlier
decision, so stories keep their name and only grow, or grow together where an article belongs to two of them.

Some days apart, words in common are enough. Some weeks apart it takes names that few articles have: who goes on about
the same rare names goes on about the same matter. Actors that somebody annotated count for more than capitals.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date as calendar
from enum import Enum
from itertools import islice

from depeche.core.likeness import Sketch, copies, sketch
from depeche.core.words import folded, tokens

DAYS = 4
"""Days between the publication of two articles up to which they may tell one story."""
WEEKS = 21
"""Days up to which rare names make one story, as an affair goes on."""
MONTH = 31
"""Days up to which shared copy makes one story: the same phrases a year later are a habit, not a story."""
LIKE = 0.30
"""Cosine of two articles from which on they tell one story."""
LIKE_UNDATED = 0.45
"""The same where both have no date; one without and one with tell one story only if they share copy."""
NAMES = 2
"""So many different names they must have in common."""

RARE_NAMES, LIKE_FAR = 3, 0.20
"""So many rare names two articles up to `WEEKS` apart must have in common, and so like each other must they be."""
RARE_ACTORS, LIKE_SAME = 3, 0.12
"""The same for rare actors that were annotated in both."""
RARE, RARE_IN = 8, 500
"""A name is rare that stands in no more than so many of the articles so far, or in one of so many."""

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
_OPENING = frozenset('.!?\n:«“"')
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Strength(Enum):
    """What makes a group: shared copy; one story, with the copies of `MONTH` days; or either, as a split needs it."""

    COPIES = "copies"
    STORIES = "stories"
    EITHER = "either"


class Rule(Enum):
    """What brought articles together: shared copy, the words of some days, names of some weeks."""

    COPY = "copy"
    WORDS = "words"
    NAMES = "names"

    @property
    def days(self) -> int:
        """The days apart up to which it makes one story."""
        return {Rule.COPY: MONTH, Rule.WORDS: DAYS, Rule.NAMES: WEEKS}[self]


Item = tuple[str, str, str | None]
"""An article: a key of its own, its text with its title, the day it was published (ISO) where that is known."""


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that belong together, in the order given. `name` is the key of the first: it stays when others come.

    `rules` are those that brought one of them at least to the others.
    """

    name: str
    keys: tuple[str, ...]
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Traits:
    """What a story is known by in one article: how often its words stand in its beginning, and which are of names.

    `actors` are the names, folded, that somebody annotated in all of it.
    """

    words: Mapping[str, int]
    names: frozenset[str]
    actors: frozenset[str] = frozenset()


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
    told: list[tuple[Rule, int, int]] = []
    teller = _Teller(goes_far=strength is Strength.STORIES)
    for key, drawn, known_by, date in known:
        keys.append(key)
        sketches.append(drawn)
        days.append(_day(date))
        if strength is not Strength.COPIES:
            number = len(keys) - 1
            told += [(rule, number, other) for rule, other in teller.add(known_by or _NOTHING, days[-1])]

    def may(one: int, other: int) -> bool:
        return strength is not Strength.STORIES or _is_near(days[one], days[other], MONTH)

    roots = copies(sketches, may)
    by = [(Rule.COPY, number) for number in range(len(keys)) if roots.root(number) != number]
    for rule, number, other in told:
        if roots.root(number) != roots.root(other):
            roots.join(number, other)
            by.append((rule, number))
    members: dict[int, list[str]] = {}
    for number, key in enumerate(keys):
        members.setdefault(roots.root(number), []).append(key)
    rules: dict[int, set[Rule]] = {}
    for rule, number in by:
        rules.setdefault(roots.root(number), set()).add(rule)
    return [
        Group(same[0], tuple(same), tuple(rule for rule in Rule if rule in rules.get(root, ())))
        for root, same in members.items()
    ]


def traits(text: str, actors: Collection[str] = ()) -> Traits:
    """Return what a story is known by in a text; `actors` are names that are known to be actors there."""
    said: list[str] = []
    names: set[str] = set()
    last = -1
    for form, start, end in islice(tokens(text), _LEAD):
        if len(form) < 3:
            pass
        elif form.isdigit():
            if not form.startswith(("19", "20")):
                said.append(form)
        elif len(form) > 3 and form not in _SPOKEN:
            said.append(form)
            if last >= 0 and text[start].isupper() and _OPENING.isdisjoint(text[last : last + 3]):
                names.add(form)
        last = end
    words = Counter(said)
    for actor in actors:
        for form in folded(actor).split(" "):
            if len(form) > 2 and form not in _SPOKEN:
                names.add(form)
                words[form] += 1
    return Traits(dict(words), frozenset(names & words.keys()), frozenset(map(folded, actors)))


_NOTHING = Traits({}, frozenset())


class _Teller:
    """Says of one article after the other with which of those before it it tells a story.

    `goes_far`: rare names count too, for articles up to `WEEKS` apart.
    """

    def __init__(self, *, goes_far: bool) -> None:
        self._goes_far = goes_far
        self._seen: Counter[str] = Counter()
        self._known: list[dict[str, float]] = []
        self._names: list[frozenset[str]] = []
        self._days: list[int | None] = []
        self._places: defaultdict[tuple[str, int | None], list[int]] = defaultdict(list)
        self._named: defaultdict[str, list[int]] = defaultdict(list)
        self._acted: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, one: Traits, day: int | None) -> list[tuple[Rule, int]]:
        """Take an article in; returns the numbers (from 0) of those it is most like, by what; none for a new story."""
        number = len(self._known)
        mine = _vector(one, self._seen, number)
        names = one.names & mine.keys()
        probes = list(mine)[:_PROBES]
        found = [(Rule.WORDS, self._near(mine, probes, names, day))]
        if self._goes_far and day is not None:
            found.append((Rule.NAMES, self._far(mine, names, one.actors, day)))
            for name in names:
                self._named[name].append(number)
            for actor in one.actors:
                self._acted[actor].append(number)
        for term in probes:
            self._places[term, None if day is None else day // DAYS].append(number)
        self._known.append(mine)
        self._names.append(names)
        self._days.append(day)
        self._seen.update(one.words.keys())
        return [(rule, other) for rule, other in found if other is not None]

    def _near(
        self, mine: Mapping[str, float], probes: list[str], names: frozenset[str], day: int | None
    ) -> int | None:  # fmt: skip
        """Return the article of some days before or after that is most like this one, or None."""
        met = Counter(
            other for term in probes for when in _around(day) for other in self._places.get((term, when), ())[-_MOST:]
        )
        wanted = (
            other
            for other, times in sorted(met.items())
            if times > 1 and _is_near(day, self._days[other], DAYS) and len(names & self._names[other]) >= NAMES
        )
        return self._most_like(mine, dict.fromkeys(wanted, LIKE_UNDATED if day is None else LIKE))

    def _far(
        self, mine: Mapping[str, float], names: frozenset[str], actors: frozenset[str], day: int
    ) -> int | None:  # fmt: skip
        """Return the article of some weeks before or after that has rare names of this one and is most like it."""
        most = max(RARE, len(self._known) // RARE_IN)
        rare = (self._named[name] for name in names if self._seen[name] < most)
        acting = (self._acted[actor] for actor in actors if len(self._acted[actor]) < most)
        wanted = {other: LIKE_FAR for other, n in _met(rare).items() if n >= RARE_NAMES}
        wanted |= {other: LIKE_SAME for other, n in _met(acting).items() if n >= RARE_ACTORS}
        near = (other for other in sorted(wanted) if _is_near(day, self._days[other], WEEKS))
        return self._most_like(mine, {other: wanted[other] for other in near})

    def _most_like(self, mine: Mapping[str, float], wanted: Mapping[int, float]) -> int | None:
        """Return the article most like this one, of those more like it than each must be; the first of equals."""
        best, like = None, 0.0
        for other, least in wanted.items():
            theirs = self._known[other]
            found = sum(weight * theirs[term] for term, weight in mine.items() if term in theirs)
            if found > max(like, least):
                best, like = other, found
        return best


def _met(places: Iterable[list[int]]) -> Counter[int]:
    return Counter(other for numbers in places for other in numbers)


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
