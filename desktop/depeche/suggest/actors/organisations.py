"""Organisations that no table names: by head (`Institut d'études …`), by English words."""

from __future__ import annotations

from collections.abc import Iterator

from depeche.suggest.actors.gazetteer import Gazetteer
from depeche.suggest.actors.mark import Mark, Taken
from depeche.suggest.actors.papers import cited_paper
from depeche.suggest.actors.sigles import Sigles, in_brackets
from depeche.suggest.actors.stops import BEARERS, OPENERS, RUBRICS
from depeche.suggest.actors.words import Words, looks_adjective

_OF = frozenset(("de", "du", "des", "d", "pour", "aux", "contre"))
_THE = frozenset(("la", "l", "le", "les"))
_BLANK = frozenset(" ")
_BLANKS = frozenset((" ", "'", "-", "&"))
_LONGEST = 10
_THINGS = frozenset("award awards prize cup open telescope tour trophy act agreement building tower".split())
_ENGLISH = frozenset(("of", "for", "the", "and", "on", "in"))
_BEFORE_NOUN = frozenset("petit petits petite petites grand grands grande grandes jeunes anciens hautes".split())
_HIGH = frozenset(("haut", "haute", "grand", "grande"))
_BUREAUS = frozenset(("agence", "office", "institut", "bureau", "centre", "service", "observatoire", "commission"))
_HOUSES = frozenset(("hopital", "commissariat", "mairie", "musee", "academie", "club", "prefecture"))
_HEADS_OF_GOVERNMENT = frozenset(("president", "presidente", "vice-president", "presidence"))
_CHARGED = frozenset(("agence", "office", "autorite", "commission", "bureau", "administration", "service"))
_TASKS = frozenset(
    """prevention gestion protection controle surveillance securite surete lutte cooperation developpement promotion
    regulation reglementation sante meteorologie immigration migration""".split()
)
"""« l'agence de prévention des catastrophes »: a task with its object names an office."""
_QUALIFYING = frozenset("sacree unie unis libre armee armees rapide mutuelle souveraine".split())
_MONTHS = frozenset("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split())
_GROUNDS = frozenset("glace gazon roulettes piste route neige".split())
_PREFIXES = frozenset("inter trans pan euro afro sud nord ouest est".split())


class Organisations:
    """Finds organisations by form. `find(words, taken)` yields marks in reading order."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._g = gazetteer
        self._words = gazetteer.head_words
        self._capital = gazetteer.head_words["capital"]
        self._sigles = Sigles(gazetteer)

    def find(self, words: Words, taken: Taken) -> Iterator[Mark]:
        """Yield organisations, with the acronym that follows a long name in parentheses as a second mark."""
        acronyms: dict[str, str] = {}
        heads: dict[str, str] = {}
        for known in sorted(taken.marks, key=lambda mark: mark.first):
            if known.kind == "ORG" and known.last - known.first > 1:
                heads.setdefault(words.fold[known.first], known.value)
        index = 0
        while index < len(words):
            mark = self._headed(words, taken, index, heads) or self._english(words, taken, index)
            if mark is None and words.capital[index]:
                mark = cited_paper(words, index)
            if mark is None:
                index += 1
                continue
            yield mark
            if mark.last - mark.first > 1:
                heads.setdefault(words.fold[mark.first], mark.value)
            index = mark.last
            if in_brackets(words, index):
                acronyms.setdefault(words.raw[index], mark.value)
        yield from self._sigles.find(words, taken, acronyms)

    def _headed(self, words: Words, taken: Taken, first: int, heads: dict[str, str]) -> Mark | None:
        """Return the mark of a name that begins with « Institut », « université » or the like at `first`."""
        word = words.fold[first]
        if words.link[first] == "-" or words.link[first + 1] == "-":
            return None
        if word == "union" and words.joined(first, frozenset(" ")) and words.is_capital(first - 1):
            return None  # the end of an English name
        owner = taken.at(first)
        if not words.capital[first]:
            if words.at(first - 1) in ("un", "une") and words.joined(first):
                return None
            if word in self._words["national"] and self._is_national(words, first + 1):
                end = self._extent(words, first + 1, capitals=False, deep=True)
                return Mark(first, end, "ORG", words.surface(first, end), 0.75, "institution + adjectif de pays", 4)
            if word in _BUREAUS and words.at(first + 1) in ("national", "nationale") and words.at(first + 2) in _OF:
                end = self._extent(words, first + 1, capitals=False, deep=True)
                if end > first + 3 and words.at(first - 1) in ("l", "le", "la", "du", "de", "au"):
                    return Mark(first, end, "ORG", words.surface(first, end), 0.7, "institution nationale", 4)
            if word in _CHARGED and words.at(first + 2) in _TASKS and words.at(first - 1) in _THE:
                end = self._extent(words, first + 1, capitals=False, deep=True)
                if end > first + 3 and words.at(first + 1) in _OF:
                    return Mark(first, end, "ORG", words.surface(first, end), 0.65, "institution et sa tâche", 4)
            if word not in self._words["seated"] or (word in _HOUSES and self._is_there(words, first)):
                return None
            end = self._extent(words, first + 1, capitals=True, deep=word in self._words["deep"])
            if not any(words.capital[first + 1 : end]) or (owner is not None and owner.last >= end):
                return None
            return Mark(first, end, "ORG", words.surface(first, end), 0.55, "organisation et son lieu", 4)
        if word == "marine" and self._is_navy(words, first):
            return Mark(first, first + 1, "ORG", words.surface(first, first + 1), 0.7, "institution", 1)
        if word not in self._capital or (words.raw[first].isupper() and len(word) > 1):
            return None
        if word == "eglise" and words.at(first + 1) in ("saint", "sainte", "notre"):
            return None  # a building
        if word == "haut" and words.at(first + 1) in self._g.functions:  # « le Haut Représentant »
            return None
        known = owner is not None and owner.first == first
        end = self._extent(
            words, owner.last if owner is not None and known else first + 1, capitals=known, deep=not known
        )
        if owner is not None and (owner.last >= end or (known and self._is_whole(words, owner.last, end))):
            return None
        if word == "conseil" and words.at(first - 1) == "du" and words.at(first - 2) in _HEADS_OF_GOVERNMENT:
            cabinet = words.at(end - 1) == "ministres" or self._g.adjective_at(words, first + 1) is not None
            if cabinet or end == first + 1:
                return None  # « le président du Conseil »
        if words.opens[first] and not any(words.capital[first + 1 : end]):
            return None
        if end == first + 1:
            return self._alone(words, first, heads)
        if end == first + 2 and len(words.raw[first + 1]) == 1:
            return None
        if words.at(first - 1) in _HIGH and words.is_capital(first - 1) and words.joined(first, frozenset(" -")):
            first -= 1
        return Mark(first, end, "ORG", words.surface(first, end), 0.7, "nom d'organisation", 4)

    def _is_navy(self, words: Words, first: int) -> bool:
        """Tell whether « la Marine » is the navy, not the merchant navy and nobody's first name."""
        if words.at(first - 1) not in ("la", "notre", "sa", "leur") or not words.joined(first, _BLANK):
            return False
        followed = words.joined(first + 1, frozenset(" -"))
        return not followed or not (
            words.capital[first + 1] or words.fold[first + 1] == "marchande" or self._is_adjective(words, first + 1)
        )

    def _is_there(self, words: Words, first: int) -> bool:
        """Tell whether a house is where something happens: « à l'hôpital de … », « au commissariat de … »."""
        at = first - 1
        if words.at(at) in _THE and words.joined(first, _BLANKS):
            at -= 1
        return words.at(at) in ("a", "au", "vers", "devant", "dans") and words.joined(at + 1, _BLANKS)

    def _is_whole(self, words: Words, last: int, end: int) -> bool:
        """Tell whether a known name with its nation needs no place behind: « Commission européenne de Bruxelles »."""
        nation = self._g.adjective_at(words, last - 1)
        return nation is not None and nation[0] == last and words.at(last) in _OF and words.is_capital(end - 1)

    def _is_national(self, words: Words, index: int) -> bool:
        """Tell whether an adjective of nation follows, at once or after another adjective."""
        for at in (index, index + 1):
            if not words.joined(at, frozenset(" ")) or words.capital[at]:
                return False
            if self._g.adjective_at(words, at) is not None:
                return True
            if not self._is_adjective(words, at):
                return False
        return False

    def _alone(self, words: Words, first: int, heads: dict[str, str]) -> Mark | None:
        """Return the mark of a capitalised head without more: « le Parlement », « l'Observatoire » named before."""
        if (
            not words.joined(first)
            or words.is_capital(first - 1)
            or (
                words.joined(first + 1)
                and words.is_capital(first + 1)
                and words.fold[first + 1] not in self._g.first_names
            )
        ):
            return None
        word = words.fold[first]
        if (
            word in heads
            and word in self._words["short"]
            and words.at(first - 1) in ("l", "la", "le", "du", "au", "de")
        ):
            return Mark(first, first + 1, "ORG", heads[word], 0.65, "nom repris du texte", 0)
        if word in self._words["alone"]:
            return Mark(first, first + 1, "ORG", words.surface(first, first + 1), 0.65, "institution", 0)
        return None

    def _extent(self, words: Words, index: int, *, capitals: bool, deep: bool) -> int:
        """Return where the name goes on to: adjectives, « de » groups, capitalised words, names of the tables.

        With `capitals` a « de » group must hold a capitalised name (« université de Kyungnam »), with `deep` that name
        may stand in a group inside the group (« université d'État de l'Arizona »).
        """
        end = index
        groups = 0
        while words.joined(end, _BLANKS):
            after: int | None = None
            if words.link[end] == "-" or (words.capital[end] and words.link[end] != "'"):
                lone = words.link[end] == " " and end > 0 and not words.capital[end - 1]
                person = words.fold[end] in self._g.first_names and words.is_capital(end + 1)
                after = None if lone or person or words.fold[end] in OPENERS else end + 1
            elif self._is_adjective(words, end):
                after = end + 1
            elif words.link[end + 1] == "-" and words.fold[end] in _PREFIXES and self._is_adjective(words, end + 1):
                after = end + 2
            elif words.fold[end] in _OF and groups < 5 and (words.fold[end] != "contre" or not groups):
                after = self._group(words, end, capitals, deep)
                groups += 1
            elif words.fold[end] == "et" and groups and not capitals and words.at(end + 1) in _OF:
                after = self._group(words, end + 1, capitals, deep)
                groups += 1
            elif (
                words.fold[end] == "et"
                and not capitals
                and self._is_adjective(words, end - 1)
                and (words.joined(end + 1) and self._is_adjective(words, end + 1))
            ):
                after = end + 2
            elif (
                words.fold[end] == "et"
                and words.at(end + 1) in _THE
                and "pour" in words.fold[max(index, end - 3) : end]
                and words.joined(end + 2, _BLANKS)
                and not words.capital[end + 2]
            ):
                after = end + 3  # « pour la justice et la démocratie »
            elif groups == 1 and words.raw[end] == "à" and words.at(end - 2) in _THE and words.at(end - 3) == "pour":
                after = self._group(words, end, capitals, deep)  # « pour le retour à l'ordre »
                groups += 1
            elif groups and words.fold[end] in ("a", "sur") and words.at(end + 1) in _GROUNDS:
                after = end + 2  # « Fédération française de hockey sur glace »
            elif groups and words.fold[end] in ("en", "au", "aux"):
                found = self._g.name_at(words, end + 1) if words.joined(end + 1, _BLANKS) else None
                after = found[0] if found is not None and found[1].group == "state" and not capitals else None
            if after is None:
                break
            end = after
        while end > index and not words.capital[end - 1] and capitals and not self._g.adjective_at(words, end - 1):
            end -= 1
        return end

    def _group(self, words: Words, index: int, capitals: bool, deep: bool) -> int | None:
        """Return the index after « de la sécurité » at `index`."""
        at = index + 1
        if words.at(at) in _THE and words.joined(at, _BLANKS):
            at += 1
        if words.at(at + 1) in _MONTHS and words.raw[at].isdigit():
            return at + 2  # « Mouvement du 7 avril »
        if not words.joined(at, _BLANKS) or words.raw[at][0].isdigit():
            return None
        if words.capital[at]:
            if words.fold[index] == "de" and at == index + 1 and self._is_person(words, at):
                return None  # « Parti du progrès de Jeanne Untel »
            named = self._g.name_at(words, at)
            if named is not None:
                abroad = words.fold[index] == "aux" and named[1].group == "state"  # where, not what
                return None if abroad else named[0]
        if words.fold[at] in OPENERS - RUBRICS or words.fold[at] in _THE or len(words.fold[at]) < 3:
            return None
        if words.fold[at] in ("pays", "gouvernement") and words.fold[index] == "du" and not words.capital[at]:
            return None  # « l'agence de gestion des catastrophes du pays »
        if capitals and not words.capital[at]:
            below = deep and words.at(at + 1) in _OF and words.joined(at + 1)
            return self._group(words, at + 1, capitals, False) if below else None
        infinitive = len(words.raw[at]) > 5 and words.fold[at].endswith("er") and not words.fold[at].endswith("ier")
        if infinitive and at == index + 1 and words.fold[index] in ("de", "d") and not words.capital[at]:
            return None  # « il prie l'Ordre de coopérer »
        if words.fold[at] in BEARERS and not words.capital[at] and words.is_capital(at + 1):
            return at + 2 if words.link[at + 1] == " " else at + 1  # « Société de la tour Zarek »
        if words.fold[at] in _BEFORE_NOUN and words.joined(at + 1, frozenset(" ")):
            return at + 2
        return at + 1

    def _is_person(self, words: Words, index: int) -> bool:
        given = words.fold[index] in self._g.first_names and self._g.name_at(words, index) is None
        return given and words.joined(index + 1, frozenset(" ")) and words.capital[index + 1]

    def _is_adjective(self, words: Words, index: int) -> bool:
        if words.link[index] not in " -":
            return False
        if self._g.adjective_at(words, index) is not None or words.fold[index] in _QUALIFYING:
            return True
        if words.fold[index] in self._g.power["form"]:
            return False  # « la Confédération paysanne appelle … »
        return looks_adjective(words.fold[index])

    def _english(self, words: Words, taken: Taken, first: int) -> Mark | None:
        """Return the mark of an English name: capitals around a word such as « Foundation » or « University »."""
        if not words.capital[first] or words.link[first] == "-" or words.fold[first] in OPENERS:
            return None
        if words.joined(first) and words.is_capital(first - 1) and words.fold[first - 1] not in OPENERS:
            return None
        end = first
        while (
            end < min(len(words), first + _LONGEST)
            and taken.at(end) is None
            and (end == first or words.joined(end, _BLANKS))
        ):
            if (
                words.capital[end]
                or words.link[end] == "-"
                or (
                    words.fold[end] in _ENGLISH
                    and words.joined(end + 1, _BLANKS)
                    and (words.capital[end + 1] or words.fold[end + 1] == "the")
                )
            ):
                end += 1
            else:
                break
        said = {
            words.fold[k] for k in range(first, end) if words.link[k] != "-" or k == first
        }  # not « Seine-Maritime »
        if end - first < 2 or not words.capital[end - 1] or not self._words["english"] & said:
            return None
        if words.fold[end - 1] in _THINGS:
            return None
        return Mark(first, end, "ORG", words.surface(first, end), 0.65, "nom anglais d'organisation", 3)
