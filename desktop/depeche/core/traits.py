"""What a story is known by in one article: the words of its beginning, its names. Knows texts, no other articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import islice

from depeche.core.words import folded, tokens

_LEAD = 180  # words: news says what it is about at its beginning
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


@dataclass(frozen=True, slots=True)
class Traits:
    """What a story is known by in one article: how often its words stand in its beginning, and which are of names.

    `actors` are the names, folded, that somebody annotated in all of it.
    """

    words: Mapping[str, int]
    names: frozenset[str]
    actors: frozenset[str] = frozenset()


NOTHING = Traits({}, frozenset())
"""What is known of an article that says nothing."""


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
