"""Institutions and groups told by a nation: `ministère russe des Affaires étrangères`, `soldats nord-coréens`.

A head (`armée`, `soldats`) is followed by qualifiers, by an adjective of nation before or after a department, or by
`de` and a state. Without a nation only a ministry with its department is named enough to be an actor.
"""

from __future__ import annotations

from collections.abc import Iterator

from depeche.suggest.actors.gazetteer import Demonym, Gazetteer
from depeche.suggest.actors.groups import may_begin, names_people, qualifies
from depeche.suggest.actors.mark import Mark
from depeche.suggest.actors.stops import OPENERS
from depeche.suggest.actors.words import Words

_OF = frozenset(("de", "du", "des", "d"))
_THE = frozenset(("la", "l", "le", "les"))
_BLANKS = frozenset((" ", "'"))
_DEPARTMENT_TAIL = frozenset(
    "etrangeres sociales interieure interieures publique publics publiques superieur superieure nationale "
    "nationales europeennes urgence generale generales civile civiles religieuses religieux locales numerique "
    "numeriques vieillesse internationale internationales territoriale nucleaire agricole rural rurale "
    "professionnelle solidaire".split()
)
DEPARTMENTS = frozenset(
    "defense interieur affaires justice sante economie finances education culture transports energie "
    "agriculture sports travail emploi environnement commerce industrie information communication immigration "
    "logement tourisme jeunesse ecologie recherche enseignement securite situations petrole mines famille "
    "guerre tresor budget armees solidarites peche elevage artisanat hydraulique infrastructures "
    "planification urbanisme".split()
)
_PARTITIVE = frozenset(
    """les des aux ces nos ses leurs de deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente
    quarante cinquante cent tous certains plusieurs quelques nombreux nombreuses""".split()
)
_NUMBERED = _PARTITIVE - {"de", "nos", "ses", "leurs", "tous", "nombreux", "nombreuses"}
_LOCAL = frozenset("police gendarmerie sherif parquet secours appel assises".split())
_CROWDS = frozenset("millions millier milliers centaine centaines dizaine dizaines milliard milliards".split())
_ARMED = frozenset(
    """organisation lutte branche resistance opposition faction rebellion insurrection intervention action escorte
    protection aile agression bande patrouille formation confrontation""".split()
)
_HEADED = frozenset(("chef", "cheffe", "patron", "patronne", "numero", "responsable"))


class Institutions:
    """Finds heads with their nation. `find(words)` yields marks in reading order, in time linear in the text."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def find(self, words: Words) -> Iterator[Mark]:
        """Yield institutions, groups, and peoples named by a noun."""
        index = 0
        while index < len(words):
            mark = self._headed(words, index) or self._people(words, index)
            if mark is not None:
                yield mark
            index = mark.last if mark is not None else index + 1

    def _headed(self, words: Words, first: int) -> Mark | None:
        found = self._gazetteer.head_at(words, first) or self._trade(words, first)
        if found is None or words.link[first] == "-":
            return None
        head_end, kind = found
        chaired = words.at(first - 2) in ("president", "presidente")
        if words.at(first) == "conseil" and chaired and head_end == first + 1:
            return None  # « le président du Conseil italien »
        if words.fold[first] == "armee" and words.fold[first - 1] in _ARMED and words.joined(first):
            return None  # « l'organisation armée basque »
        if kind == "GRP" and self._only_qualifies(words, first):
            return None
        if (words.at(first) == "diplomatie" and words.at(first - 3) in _HEADED | {""}) or (
            words.at(first) == "diplomatie" and words.at(first - 2) in _HEADED
        ):
            return None
        end = self._qualified(words, head_end)
        end = self._department(words, end, strict=words.at(first).startswith("ministere") is False)
        if kind == "GRP":
            end = self._described(words, end)
        named = self._adjective(words, end, plural=kind == "GRP")
        if named is not None and kind == "ORG" and not self._agrees(words, first, end):
            named = None
        if named is not None:
            after = self._qualified(words, named)
            if after > named and not words.joined(after, _BLANKS):
                named = after
            last = self._department(words, named, strict=not words.at(first).startswith("ministere"))
            known = self._gazetteer.name_at(words, first)
            if known is not None and known[0] >= last and known[1].kind:
                return None  # « Frères musulmans » has a name of its own
            reason = "institution + adjectif de pays" if kind == "ORG" else "groupe + adjectif de nation"
            return Mark(first, last, kind, words.surface(first, last), 0.9 if kind == "ORG" else 0.88, reason, 5)
        if kind != "ORG":
            return None
        local = bool(_LOCAL & set(words.fold[first:head_end])) and words.at(first - 1) not in ("de", "d")
        town = self._town(words, end) if local else None
        if town is not None:
            return Mark(first, town, "ORG", words.surface(first, town), 0.75, "institution d'une ville", 5)
        state = self._state(words, end) if words.at(first) not in ("presidence", "delegation", "equipe") else None
        if state is not None:
            return Mark(first, state, "ORG", words.surface(first, state), 0.75, "institution d'un État", 5)
        if end > head_end and words.at(first).startswith("ministere"):
            return Mark(first, end, "ORG", words.surface(first, end), 0.82, "ministère", 5)
        if words.at(first) == "administration" and end == head_end and self._named_after(words, end):
            return Mark(first, end + 1, "ORG", words.surface(first, end + 1), 0.8, "administration d'un dirigeant", 5)
        return None

    def _trade(self, words: Words, first: int) -> tuple[int, str] | None:
        """Return the end and kind of a plural noun for people that no table holds: « éleveurs », « démineurs »."""
        if words.capital[first] or not names_people(words.fold[first]):
            return None
        return (first + 1, "GRP") if words.joined(first) and may_begin(words.fold[first - 1]) else None

    def _only_qualifies(self, words: Words, first: int) -> bool:
        """Tell whether a head that may be an adjective is one: « partis conservateurs », « pays producteurs »."""
        before = words.at(first - 1) if words.joined(first, frozenset(" ")) else ""
        if not before.endswith(("s", "x")) or may_begin(before) or before in OPENERS:
            return False
        return names_people(words.fold[first]) and not words.capital[first - 1]

    def _described(self, words: Words, index: int) -> int:
        """Return the index after what stands between a plural head and the nation it agrees with, or `index`.

        « journalistes économiques français », « producteurs de gaz russes »: an adjective in the plural, or `de` and
        a noun in the singular with which the nation cannot agree.
        """
        blank = frozenset(" ")
        if words.joined(index, blank) and qualifies(words.fold[index]) and not self._nation(words, index):
            return index + 1 if words.joined(index + 1, blank) and self._nation(words, index + 1) else index
        at = index
        if words.at(at) not in _OF or not words.joined(at, _BLANKS):
            return index
        at += 1
        if words.at(at) in _THE and words.joined(at, _BLANKS):
            at += 1
        if not words.joined(at, _BLANKS) or words.capital[at] or words.fold[at].endswith(("s", "x")):
            return index
        nation = self._nation(words, at + 1) if words.joined(at + 1, blank) else None
        return at + 1 if nation is not None and nation.plural and not nation.singular else index

    def _nation(self, words: Words, index: int) -> Demonym | None:
        found = self._gazetteer.adjective_at(words, index)
        return found[1] if found is not None and not words.capital[index] else None

    def _agrees(self, words: Words, first: int, index: int) -> bool:
        """Tell whether the nation at `index` may belong to an institution: a party or a faith may not."""
        nation = self._nation(words, index)
        if nation is None:
            return True
        return not nation.noun and (nation.singular or words.fold[first].endswith(("s", "x")))

    def _named_after(self, words: Words, index: int) -> bool:
        return words.joined(index, frozenset(" ")) and words.is_capital(index) and not words.raw[index].isupper()

    def _qualified(self, words: Words, index: int) -> int:
        while words.joined(index) and words.fold[index] in self._gazetteer.qualifiers:
            index += 1
        return index

    def _adjective(self, words: Words, index: int, *, plural: bool) -> int | None:
        """Return the index after the adjective of nation at `index`, with what « et » joins to it."""
        if not words.joined(index, frozenset(" ")):
            return None
        found = self._gazetteer.adjective_at(words, index)
        if found is None or (words.capital[index] and not words.raw[index].isupper()):
            return None
        end, demonym = found
        if (plural and not demonym.plural) or words.link[end] == "-":
            return None
        if plural and words.at(end) == "et" and words.joined(end) and words.joined(end + 1):
            other = self._gazetteer.adjective_at(words, end + 1)
            if other is not None and other[1].plural and not words.capital[end + 1]:
                return other[0]
        return end

    def _department(self, words: Words, index: int, *, strict: bool) -> int:
        """Return the index after « des Affaires étrangères (et de …) » at `index`, or `index`."""
        end = index
        while words.joined(end, _BLANKS):
            at = end
            if words.fold[at] == "et" and end > index:
                at += 1
            if words.at(at) not in _OF or not words.joined(at, _BLANKS):
                break
            at += 1
            if words.at(at) in _THE and words.joined(at, _BLANKS):
                at += 1
            if not words.joined(at, _BLANKS) or words.fold[at] not in DEPARTMENTS:
                break
            if strict and not words.capital[at]:
                break
            at += 1
            while words.joined(at) and (
                words.fold[at] in _DEPARTMENT_TAIL
                or (words.fold[at] in ("et", "d") and words.at(at + 1) in _DEPARTMENT_TAIL)
            ):
                at += 1
            end = at
        return end

    def _state(self, words: Words, index: int) -> int | None:
        """Return the index after « de la Russie » at `index`."""
        if words.at(index) not in _OF or not words.joined(index, _BLANKS):
            return None
        at = index + 1
        if words.at(at) in _THE and words.joined(at, _BLANKS):
            at += 1
        if not words.joined(at, _BLANKS):
            return None
        found = self._gazetteer.name_at(words, at)
        return found[0] if found is not None and found[1].group == "state" else None

    def _town(self, words: Words, index: int) -> int | None:
        """Return the index after « de Zarville-sur-Mer » at `index`, where no person is named."""
        at = index + 1
        if words.at(index) not in ("de", "d") or not words.joined(index, _BLANKS) or not words.joined(at, _BLANKS):
            return None
        if not words.capital[at] or words.fold[at] in OPENERS:
            return None
        found = self._gazetteer.name_at(words, at)
        if found is not None and found[1].group not in ("place", "capital", "state"):
            return None
        known = words.fold[at] in self._gazetteer.first_names or (words.fold[at],) in self._gazetteer.known_persons
        if found is None and known:
            return None
        end = found[0] if found is not None else at + 1
        while words.joined(end) and (words.link[end] == "-" or (found is None and words.capital[end])):
            if words.link[end] == " " and words.fold[end] in self._gazetteer.first_names:
                break
            end += 1
        return end

    def _people(self, words: Words, index: int) -> Mark | None:
        """Return the mark of « Russes », « les musulmans » at `index`."""
        found = self._gazetteer.adjective_at(words, index)
        if found is None or words.link[index] == "-" or words.link[found[0]] == "-":
            return None
        end, demonym = found
        if not demonym.plural or not self._is_noun(words, index, end, demonym):
            return None
        further = self._adjective(words, end, plural=True)  # « Arabes syriens »
        last = further if further is not None else end
        return Mark(index, last, "GRP", words.surface(index, last), 0.85, "nom de peuple", 2)

    def _is_between(self, words: Words, index: int, end: int) -> bool:
        """Tell whether a faith or party stands in « entre chrétiens et musulmans »."""
        if words.at(index - 1) == "entre":
            return words.at(end) == "et" and self._nation(words, end + 1) is not None
        return (
            words.at(index - 1) == "et"
            and words.at(index - 3) == "entre"
            and self._nation(words, index - 2) is not None
        )

    def _is_marked(self, words: Words, index: int) -> bool:
        """Tell whether only an opening quotation mark parts a name from its article: « les "Russes" »."""
        return words.link[index] == '"' and words.at(index - 1) in ("les", "des", "aux") and words.capital[index]

    def _is_noun(self, words: Words, index: int, end: int, demonym: Demonym) -> bool:
        before = words.at(index - 1) if words.joined(index) or self._is_marked(words, index) else ""
        counted = before in _PARTITIVE or before.isdigit()
        if words.joined(index - 1) and words.at(index - 2) in ("promenade", "rue", "place", "baie", "quai"):
            return False
        if demonym.noun and not words.capital[index]:
            alone = before in _NUMBERED or before.isdigit() or self._is_between(words, index, end)
            return alone and not (words.is_capital(end) and words.joined(end))
        if not words.capital[index] and before == "de" and words.at(index - 2) in _CROWDS and not demonym.singular:
            return not (words.is_capital(end) and words.joined(end))  # « huit millions de colombiens »
        if not words.capital[index] or (words.raw[index].isupper() and len(words.raw[index]) > 1):
            return False
        if words.is_capital(index - 1) and words.joined(index) and not words.opens[index - 1]:
            return False
        if words.is_capital(end) and words.joined(end):
            return False
        return counted or not demonym.singular
