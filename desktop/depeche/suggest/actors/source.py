"""The source of actors: asks its parts in turn and says what they agree on.

Order: names of the tables, institutions, organisations by form and by what announces them, persons by cue, persons
carried through the article; then cities are weighed (power or place), and what is left is handed over in reading order.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from depeche.core.article import Article
from depeche.core.suggestion import Suggestion
from depeche.suggest.actors.acronyms import Brackets
from depeche.suggest.actors.announced import Announced
from depeche.suggest.actors.called import Called
from depeche.suggest.actors.camps import Camps
from depeche.suggest.actors.carry import People
from depeche.suggest.actors.credit import is_credit
from depeche.suggest.actors.elsewhere import Elsewhere
from depeche.suggest.actors.gazetteer import Entry, Gazetteer
from depeche.suggest.actors.halves import halves
from depeche.suggest.actors.institutions import Institutions
from depeche.suggest.actors.mark import Mark, Taken
from depeche.suggest.actors.organisations import Organisations
from depeche.suggest.actors.persons import Persons
from depeche.suggest.actors.places import Powers
from depeche.suggest.actors.refer import Institutes
from depeche.suggest.actors.siblings import Siblings
from depeche.suggest.actors.singles import Singles
from depeche.suggest.actors.stops import NOT_NAMES, OPENERS
from depeche.suggest.actors.tails import Tails
from depeche.suggest.actors.unlikely import likely
from depeche.suggest.actors.websites import websites
from depeche.suggest.actors.words import Words

LABEL = "ACTOR"

_REASONS = {
    "state": (0.97, "État"),
    "seat": (0.93, "siège pour son État"),
    "capital": (0.8, "capitale pour son État"),
    "bloc": (0.95, "organisation connue"),
    "organisation": (0.92, "organisation connue"),
    "media": (0.9, "média connu"),
    "armed": (0.93, "groupe connu"),
    "party": (0.88, "parti connu"),
    "company": (0.85, "entreprise connue"),
    "club": (0.85, "club connu"),
    "network": (0.8, "réseau qui agit"),
}
_MEDIA = frozenset(("média connu", "média par son indicatif", "site nommé par son adresse"))
_HYPHENED_AWAY = frozenset(("media", "company", "party", "club"))
_WAYS = frozenset("rue avenue boulevard stade quai aeroport point carrefour square pont".split())
_GIVEN = frozenset(("dominique", "virginie"))
"""States whose name without an article is a person's."""
_ANY = frozenset("un une chaque toute aucune quelle de d des".split())
_WORN = frozenset("vetus vetues vetu vetue couverts port affiches posters drapeaux distribution vente prix".split())
_MAKES = frozenset(
    """Ferrari Mercedes Peugeot Renault Citroën Toyota Audi BMW Volkswagen Fiat Porsche Ford Nissan Opel Honda Hyundai
    Tesla McLaren Lamborghini Maserati Mazda Suzuki Škoda Volvo Dacia Lada""".split()
)
_SPONSORS = frozenset(("company", "media", "network"))
_CUPS = frozenset("coupe trophee tournoi prix open championnat masters rallye arena trophees".split())
_DRIVEN = frozenset("la une sa cette leur ma votre".split())
_CITY_STATES = frozenset(("Singapour", "Monaco", "Hong Kong", "Macao", "Luxembourg", "Djibouti", "Panama", "Koweït"))


class Actors:
    """Suggests ACTOR spans by rules and tables.

    `folder` holds the gazetteers (`resources/gazetteers`); they are read once, at construction, which raises `OSError`
    where a table is missing. `propose` takes time linear in the text and never raises.
    """

    name = "actors"
    version = "2"

    def __init__(self, folder: Path) -> None:
        self._gazetteer = Gazetteer(folder)
        self._tails = Tails(self._gazetteer)
        self._institutions = Institutions(self._gazetteer)
        self._organisations = Organisations(self._gazetteer)
        self._camps = Camps(self._gazetteer)
        self._called = Called(self._gazetteer)
        self._announced = Announced(self._gazetteer)
        self._siblings = Siblings(self._gazetteer)
        self._singles = Singles(self._gazetteer)
        self._brackets = Brackets(self._gazetteer)
        self._persons = Persons(self._gazetteer)
        self._powers = Powers(self._gazetteer)
        self._elsewhere = Elsewhere(self._gazetteer, self._powers)

    def propose(self, article: Article, found: Sequence[Suggestion]) -> list[Suggestion]:
        """Return the actors of the article's text in reading order; none overlaps another."""
        words = Words(article.text)
        taken = Taken(len(words))
        taken.add_all(self._names(words))
        taken.add_all(self._called.find(words))
        taken.add_all(halves(words))
        taken.add_all(websites(words))
        taken.add_all(self._institutions.find(words))
        taken.add_all(list(self._camps.find(words, taken)))
        for mark in list(self._organisations.find(words, taken)):
            taken.add(mark)
        for mark in list(self._announced.find(words, taken)):
            taken.add(mark)
        taken.add_all(list(self._brackets.find(words, taken)))
        taken.add_all(list(self._persons.find(words, taken)))
        taken.add_all(list(self._siblings.find(words, taken)))
        taken.add_all(list(self._singles.find(words, taken)))
        people = People(words, [mark for mark in taken.marks if mark.kind == "PER"], self._gazetteer)
        taken.add_all(list(people.spread(taken)))
        institutes = Institutes(words, taken.marks, self._gazetteer)
        marks = [
            people.named(mark) if mark.kind == "PER" else institutes.named(mark)
            for mark in likely(words, taken.marks, _MEDIA)
            if mark.kind and not is_credit(words, mark.first, mark.last)
        ]
        return [self._suggestion(words, mark) for mark in sorted(marks, key=lambda m: m.first)]

    def is_place(self, surface: str) -> bool:
        """Tell whether words are a city's name, which stands for a power here and for a place there."""
        words = Words(surface)
        entry = self._gazetteer.name_at(words, 0) if len(words) else None
        return entry is not None and entry[0] == len(words) and entry[1].group in ("capital", "place")

    def canonical(self, surface: str, found_in_article: Sequence[Suggestion]) -> tuple[str, str] | None:
        """Return the value and kind for a span that a person draws over `surface`, or None where nothing is known.

        A name of the tables comes first, then an institution, then an actor among `found_in_article` whose name ends in
        `surface` (or begins with it, where the family name stands first); of several, the one met most often.
        """
        words = Words(surface)
        if not len(words):
            return None
        entry = self._gazetteer.name_at(words, 0)
        if entry is not None and entry[0] == len(words) and entry[1].group != "place":
            return entry[1].value, entry[1].kind
        wanted = tuple(words.fold)
        met: Counter[tuple[str, str]] = Counter()
        for one in found_in_article:
            if one.label == LABEL and isinstance(one.value, str) and self._may_mean(wanted, one):
                met[one.value, one.kind or ""] += 1
        if met:
            return met.most_common(1)[0][0]
        for mark in self._institutions.find(words):
            if (mark.first, mark.last) == (0, len(words)):
                return mark.value, mark.kind
        return None

    def _may_mean(self, wanted: tuple[str, ...], one: Suggestion) -> bool:
        full = tuple(Words(str(one.value)).fold)
        if wanted == full:
            return True
        if one.kind != "PER":
            return False
        return full[-len(wanted) :] == wanted or (wanted == full[:1] and full[0] in self._gazetteer.family_names)

    def _names(self, words: Words) -> Iterator[Mark]:
        """Yield the names of the tables, cities already weighed."""
        index = 0
        while index < len(words):
            found = self._gazetteer.name_at(words, index)
            if found is None and words.capital[index]:
                found = self._gazetteer.contracted_at(words, index)
            if found is None or self._is_given_name(words, index, *found):
                index += 1
                continue
            last, entry = found
            if self._is_worn(words, index, last):
                index = last
                continue
            if self._is_surname(words, index, last, entry):
                index += 1
                continue
            if entry.group in _HYPHENED_AWAY and words.link[last] == "-" and words.is_capital(last):
                index += 1  # « La Croix-Rouge » is not « La Croix »
                continue
            branch = self._tails.branch(words, last, entry)
            if branch > last:
                name = words.surface(index, branch)
                yield Mark(index, branch, "ORG", name, 0.85, "section d'une organisation", 2)
                index = branch
                continue
            end = self._tails.end(words, last, entry) if words.link[index] != "-" else last
            if end is None and self._tails.is_carrier(words, last):
                name = words.surface(index, last + 1)
                yield Mark(index, last + 1, "ORG", name, 0.85, "entreprise d'un État", 4)
                index = last + 1
                continue
            if end is None:
                if not self._gazetteer.head_words["english"] & set(words.fold[last : last + 3]):
                    yield Mark(index, last + 1, "", entry.value, 0.0, "", 2)
            elif end > last:
                yield replace(self._weighed(words, index, last, entry), last=end, value=words.surface(index, end))
            else:
                yield self._weighed(words, index, last, entry)
            index = max(last, end or 0)

    def _is_surname(self, words: Words, first: int, last: int, entry: Entry) -> bool:
        """Tell whether a company's name is the end of a person's: « Kirsten Nielsen »."""
        lone = last - first == 1 and not words.is_acronym(first)
        if entry.group not in _HYPHENED_AWAY | {"organisation"} or not lone:
            return False
        if not words.joined(first, frozenset(" ")) or not words.capital[first - 1] or words.is_acronym(first - 1):
            return False
        before = words.fold[first - 1]
        if before in OPENERS or before in NOT_NAMES or before in self._gazetteer.functions or words.opens[first - 1]:
            return False
        return self._gazetteer.name_at(words, first - 1) is None

    def _is_worn(self, words: Words, first: int, last: int) -> bool:
        """Tell whether « gilets jaunes » are clothes: « vêtus de gilets jaunes », « des photos de gilets jaunes »."""
        before = words.at(first - 1)
        if words.fold[first] != "gilets" or words.capital[first] or before not in ("de", "des", "leurs", "en"):
            return False
        return before == "leurs" or words.at(first - 2) in _WORN

    def _is_given_name(self, words: Words, first: int, last: int, entry: Entry) -> bool:
        """Tell whether a state's name is a person's here: « Dominique », but « la Dominique », « en Dominique »."""
        if last - first > 1 or words.fold[first] not in self._gazetteer.first_names:
            return False
        if entry.group not in ("state", "place", "capital"):
            named = words.joined(last, frozenset(" ")) and words.is_capital(last) and not words.raw[first].isupper()
            return named and self._gazetteer.name_at(words, last) is None  # « Alena Marek », but the « Alena »
        if entry.group != "state" or (words.joined(first) and words.at(first - 1) in ("la", "en", "le", "l", "au")):
            return False
        followed = words.joined(last, frozenset(" ")) and words.is_capital(last) and not words.is_acronym(last)
        return words.fold[first] in _GIVEN or (followed and not words.raw[first].isupper())

    def _weighed(self, words: Words, first: int, last: int, entry: Entry) -> Mark:
        place = Mark(first, last, "", entry.value, 0.0, "", 0)
        if entry.value == "Amérique" and self._elsewhere.means_state(words, first, last):
            return Mark(first, last, "GPE", "États-Unis", 0.75, "continent pour son État", 2)
        if entry.group == "place" or self._is_carried_by_place(words, first):
            return place
        if entry.group in _SPONSORS and words.at(first - 1) in _CUPS and words.joined(first, frozenset(" ")):
            return place  # « la coupe Zarnex » is named after who pays
        common = entry.kind == "ORG" and entry.shape[0].islower() and len(entry.shape) > 1
        if common and words.at(first - 1) in _ANY and words.raw[first].islower():
            return place  # « une commission électorale », « une voiture de police municipale »
        if entry.group == "network" and not self._elsewhere.network_acts(words, first, last):
            return place
        if entry.value in _MAKES and words.at(first - 1) in _DRIVEN and words.joined(first, frozenset(" ")):
            return place  # « la Ferrari », « une Peugeot » are cars
        if entry.group == "seat" and self._powers.only_houses(words, first):
            return place
        if entry.group == "capital" and not self._powers.stands_for_power(words, first, last):
            return place
        if words.is_acronym(first) and last - first == 1 and words.at(first - 1).isdigit() and words.joined(first):
            return place  # « 0,3 UA » is a measure
        if entry.value == "BP" and words.at(last).isdigit() and words.joined(last, frozenset(" ")):
            return place  # « BP 120, Bamako » is a letter box
        if entry.value == "Suisse" and words.at(first - 1) == "un" and words.joined(first):
            return place
        if entry.value in _CITY_STATES and words.at(first - 1) == "a" and words.joined(first):
            return place
        if entry.group == "state" and words.at(first - 2) == "guerre" and words.at(first - 1) in ("de", "du", "d"):
            return place  # « guerre de Corée » is an event
        if entry.group == "bloc" and self._is_summit(words, first, last):
            return place
        score, reason = _REASONS[entry.group]
        rank = 0 if entry.group == "capital" else 2
        value = entry.value
        if common and words.capital[first]:
            value = value[0].upper() + value[1:]  # « la Commission électorale »
        return Mark(first, last, entry.kind, value, score, reason, rank)

    def _is_summit(self, words: Words, first: int, last: int) -> bool:
        """Tell whether « G20 » is a meeting here: « lors du G20 », « où se tenait le G7 », « le G20 de Hambourg »."""
        if not words.fold[first].startswith("g") or not words.is_acronym(first):
            return False
        at = first - 2 if words.at(first - 1) in ("le", "du", "au") else first - 1
        if words.at(at) in ("lors", "tenait", "tient", "tiendra", "tenu", "accueille", "accueillera", "marge"):
            return True
        if words.at(at) == "sommet":
            return False
        found = self._gazetteer.name_at(words, last + 1) if words.at(last) in ("de", "d", "a") else None
        return found is not None and found[1].group in ("place", "capital") and words.joined(last)

    def _is_carried_by_place(self, words: Words, first: int) -> bool:
        """Tell whether the name only says which street or square it is: « rue de France », « place de Corée »."""
        back = first - 1
        while (
            back > first - 4 and words.joined(back + 1) and words.at(back) in ("de", "du", "la", "l", "des", "d", "le")
        ):
            back -= 1
        return words.joined(back + 1) and words.at(back) in _WAYS

    def _suggestion(self, words: Words, mark: Mark) -> Suggestion:
        end, value = words.end[mark.last - 1], mark.value
        abbreviated = mark.kind == "PER" and mark.last - mark.first > 1 and len(words.raw[mark.last - 1]) == 1
        if abbreviated and words.text[end : end + 1] == "." and words.text[end + 1 : end + 2] not in ("\n", ""):
            end += 1  # « Nolan L. a parlé »
            value += "." if value.endswith(words.raw[mark.last - 1]) else ""
        return Suggestion(
            start=words.start[mark.first],
            end=end,
            label=LABEL,
            kind=mark.kind,
            value=unicodedata.normalize("NFC", " ".join(value.split())),
            source=self.name,
            version=self.version,
            score=mark.score,
            reason=mark.reason,
        )
