"""Named persons, by what announces them: a civility, a function, a first name, an apposition, an Asian family name.

A *run* is a sequence of capitalised words with the particles between them. What announces it decides how sure it is;
a run that nothing announces is still proposed, with a low score, if it has two words or more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from depeche.suggest.actors.gazetteer import Gazetteer
from depeche.suggest.actors.institutions import DEPARTMENTS
from depeche.suggest.actors.mark import Mark, Taken
from depeche.suggest.actors.namesakes import Namesakes
from depeche.suggest.actors.stops import BEARERS, NOT_NAMES, opens_sentence
from depeche.suggest.actors.words import Words

_LONGEST = 5
"""No known person has more words behind the given name."""
_PARTICLES = frozenset(
    "von van der den ter ten al el ben bin ibn bint ould abou abu abd da do dos das di del della y zu zur e".split()
)
_FRENCH_PARTICLES = frozenset(("de", "du", "des", "d", "la", "le"))
_SHORT_CIVILITIES = frozenset(("m", "mm", "me", "mr", "dr", "pr"))
_BETWEEN = 12
_SURE = 0.7
"""A run with a lower score is told by its capitals alone."""
_BODIES = frozenset(
    "region ville province assemblee chambre commission senat parlement congres republique medias numerique".split()
)
_ARTICLES = frozenset("l le la les du des au aux un une".split())
_TOWNSMAN = re.compile(r"(?:ois|oise|ais|aise|ien|ienne|iens|iennes|ains|ain|aine|esse)$")
_PLACE_WORDS = frozenset(
    "san santa sao deir fort campo puerto port porto mount villa ciudad tel beit khan kafr ain oued el al new".split()
)
_SURNAMES = frozenset("west north day church noel".split())
_SAYS = frozenset(
    """declare affirme indique estime explique ajoute annonce assure precise dit confie souligne rappelle lance raconte
    commente denonce reconnu repondu""".split()
)


class Persons:
    """Finds persons. `find(words, taken)` yields marks over words that no name of a table holds."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._g = gazetteer
        self._namesakes = Namesakes(gazetteer)
        self._announcers = gazetteer.functions | gazetteer.civilities

    def find(self, words: Words, taken: Taken) -> Iterator[Mark]:
        """Yield the persons of a text, in reading order."""
        lower = {raw for raw, capital in zip(words.raw, words.capital, strict=True) if not capital}
        lower |= {fold for fold, capital in zip(words.fold, words.capital, strict=True) if not capital}
        found: list[Mark] = []
        index = 0
        while index < len(words):
            if not words.capital[index] or not self._free(words, taken, index, index):
                index += 1
                continue
            end = self._run(words, taken, index)
            end = self._parted(words, index, end)
            mark = self._judge(words, index, end, lower)
            if mark is not None:
                found.append(mark)
            index = end
        things = {(m.value, "") for m in found if not m.kind and m.last - m.first > 1}
        things |= {(m.value, "ORG") for m in found if m.kind == "ORG"}
        kinds = dict(things)
        for mark in found:
            doubtful = mark.score < _SURE and mark.value in kinds
            yield replace(mark, kind=kinds[mark.value]) if doubtful else mark

    def _free(self, words: Words, taken: Taken, first: int, index: int) -> bool:
        """Tell whether word `index` may belong to the run from `first` on: a city is a surname after a first name."""
        owner = taken.at(index)
        if owner is None:
            return True
        if owner.rank > 2 or owner.last - owner.first > 1 or words.is_acronym(index):
            return False
        if index == first:
            return words.fold[index] in self._g.first_names and words.is_capital(index + 1) and words.joined(index + 1)
        return index == first + 1 and words.fold[first] in self._g.first_names and words.link[index] in " -"

    def _run(self, words: Words, taken: Taken, first: int) -> int:
        """Return the index after the run that begins at `first`."""
        end = first + 1
        while end < len(words):
            between = words.link[end]
            if between == "-":
                if (
                    not words.raw[end][0].isalpha()
                    or words.fold[end] in ("la", "ci", "t")
                    or not self._free(words, taken, first, end)
                ):
                    break
                end += 1
                continue
            if between == "." and not self._is_initial(words, end - 1):
                break
            if between == "'" and not (len(words.raw[end - 1]) == 1 and words.capital[end - 1]):
                break
            if between not in " .'":
                break
            if words.capital[end]:
                if not self._free(words, taken, first, end):
                    break
                end += 1
                continue
            after = self._particles(words, first, end)
            held = taken.at(after - 1) if after is not None else None
            if after is None or (held is not None and (held.kind or words.link[after] != "-")):
                break  # a town, but « Jean de Moulins-Zarve »
            end = after
        return end

    def _is_initial(self, words: Words, index: int) -> bool:
        """Tell whether a full stop behind word `index` is an initial's: « J. Roe », but « la bombe H. La … »."""
        if len(words.raw[index].rstrip(".")) != 1 or not words.capital[index]:
            return False
        gap = words.text[words.end[index] : words.start[index + 1]].strip()
        return gap in (".", "") and not opens_sentence(words.raw[index + 1], words.fold[index + 1])

    def _parted(self, words: Words, first: int, end: int) -> int:
        """Return where the first of two persons ends whom nothing parts: « le ministre de Jean Roe Anne Doe »."""
        for at in range(first + 2, min(end - 1, first + 2 + _LONGEST)):
            two = words.fold[first] in self._g.first_names and words.fold[at] in self._g.first_names
            if two and words.link[at] == " " and tuple(words.fold[first + 1 : at]) in self._g.known_persons:
                return at
        return end

    def _particles(self, words: Words, first: int, index: int) -> int | None:
        """Return the index after particles at `index` and the capitalised word that follows them."""
        at = index
        while first < index - 1 and (words.fold[first] in self._announcers or self._g.adjective_at(words, first)):
            first += 1
        given = (
            all(words.fold[k] in self._g.first_names for k in range(first, index)) or words.fold[index - 1] == "giscard"
        )
        while at < len(words) and at < index + 3 and not words.capital[at]:
            if words.fold[at] not in _PARTICLES and words.fold[at] not in _FRENCH_PARTICLES:
                return None
            given = given or words.fold[at] in _PARTICLES
            at += 1
            if at < len(words) and words.link[at] not in " -'":
                return None
        # « Staffan de Mistura, émissaire … »: without a known first name, « de » needs the function that follows.
        if not given and not (
            index == first + 1 and words.link[at + 1 : at + 2] == [","] and self._apposed(words, at + 1)
        ):
            return None
        return at + 1 if at > index and words.is_capital(at) else None

    def _judge(self, words: Words, first: int, end: int, lower: set[str]) -> Mark | None:
        """Return the mark of a run, stripped of titles and of an opening word, or None."""
        first, announced = self._strip(words, first, end, lower)
        if first >= end or not any(len(words.raw[k]) > 1 for k in range(first, end)):
            return None
        if (
            any(self._is_no_name(words, first, k) for k in range(first, end) if k == first or words.link[k] != "-")
            or words.raw[first][0].isdigit()
        ):
            return None
        if self._namesakes.is_thing(words, first, end):
            return Mark(first, end, "", words.surface(first, end), 0.0, "", 1)
        sure = self._sureness(words, first, end, announced)
        if sure is None:
            return None
        score, reason = sure
        given = words.fold[first] in self._g.first_names
        if (score < _SURE or not given) and self._namesakes.is_branch(words, first, end):
            return Mark(first, end, "ORG", words.surface(first, end), 0.6, "organisation et son pays", 1)
        if score < _SURE and self._namesakes.is_body(words, first, end):
            return Mark(first, end, "ORG", words.surface(first, end), score, "organisation par les siens", 1)
        return Mark(first, end, "PER", words.surface(first, end), score, reason, 1)

    def _is_no_name(self, words: Words, first: int, index: int) -> bool:
        """Tell whether word `index` can't stand in a name; some may be surnames behind a first name (« Mae West »)."""
        word = words.fold[index]
        surname = index == first + 1 and word in _SURNAMES and words.fold[first] in self._g.first_names
        return word in NOT_NAMES and not surname

    def _strip(self, words: Words, first: int, end: int, lower: set[str]) -> tuple[int, bool]:
        """Return where the name itself begins, after titles, nations and openers, and whether those announce it."""
        announced = nation = False
        if end - first > 2 and self._is_seat(words, first):
            return first + 1, True
        if self._namesakes.has_article(words, first, end):
            return first, True
        while first < end and words.link[first] != "-":
            word = words.fold[first]
            if self._civility(words, first) and self._namesakes.is_surname(words, first, end):
                return first, True  # « Mme Le Zarv », « Mme Maréchal »
            adjective = self._g.adjective_at(words, first)
            if adjective is not None and adjective[0] < end:
                first, nation = adjective[0], True
                continue
            if end - first > 2 and words.at(first - 1) in _ARTICLES and _TOWNSMAN.search(word):
                first, nation = first + 1, True
                continue
            title = word in self._announcers or (word in DEPARTMENTS and not words.opens[first])
            opener = opens_sentence(words.raw[first], word) or (
                words.opens[first]
                and word not in self._g.first_names
                and (words.raw[first].lower() in lower or self._is_verb(words, first, end))
            )
            initial = len(word) == 1 and words.link[first + 1] == "." and word != "m"  # « J. K. Roe », no « j' »
            if nation or initial or words.link[first + 1] == "-" or not (title or opener):
                break
            announced = announced or word in self._announcers
            first += 1
        return first, announced or nation

    def _is_verb(self, words: Words, first: int, end: int) -> bool:
        """Tell whether an infinitive or a participle opens the sentence: « Soutenir Jean Dupond », « Né Jean … »."""
        given = end - first > 2 and words.link[first + 1] == " " and words.fold[first + 1] in self._g.first_names
        return given and words.raw[first].endswith(("er", "ir", "re", "é", "ée", "és", "ant"))

    def _is_seat(self, words: Words, first: int) -> bool:
        """Tell whether word `first` says of what the person is head: « le député de Trifouilly Jean Dupond »."""
        word, before = words.fold[first], words.at(first - 1)
        if words.link[first + 1] != " " or words.fold[first + 1] not in self._g.first_names or word in BEARERS:
            return False
        if word in self._g.first_names or word in self._announcers or not words.joined(first):
            return False
        if before in _ARTICLES or before == "des":
            return word in _BODIES
        return before in ("d", "de") and word not in NOT_NAMES

    def _sureness(self, words: Words, first: int, end: int, announced: bool) -> tuple[float, str] | None:
        g = self._g
        parts = sum(1 for k in range(first, end) if k == first or words.link[k] != "-")
        acronyms = all(words.raw[k].isupper() and len(words.raw[k]) > 1 for k in range(first, end))
        if self._civility(words, first):
            return 0.95, "civilité suivie d'un nom"
        given = words.fold[first] in g.first_names
        before = words.at(first - 1) if words.joined(first, frozenset(" ")) else ""
        if acronyms and not given:
            return None
        if given and parts > 1:
            return 0.9, "prénom connu suivi d'un nom"
        if parts < 2 and self._namesakes.is_trained(words, first):
            return 0.7, "titre suivi d'un nom"
        if announced or before in g.functions:
            return (0.9 if parts > 1 else 0.75), "titre suivi d'un nom"
        if words.fold[first] in g.family_names and end - first in (2, 3):
            return 0.85, "nom d'usage asiatique"
        if parts < 2:
            return None
        if self._announced_before(words, first):
            return 0.85, "fonction avant le nom"
        if self._apposed(words, end):
            return 0.85, "nom suivi d'une fonction"
        if any(words.raw[k].isupper() and len(words.raw[k]) > 2 for k in range(first, end)):
            return None
        if words.link[first] == '"' and words.link[end] == '"':
            return None  # a title: « Collateral Damage »
        if (
            before in _ARTICLES
            or (words.at(first - 1) in ("l", "a", "vers") and words.link[first] in " '")
            or (words.fold[first] in _PLACE_WORDS)
            or self._namesakes.is_place(words, first, end)
        ):
            return None
        if self._namesakes.among_towns(words, first, end):
            return None
        return self._spoken(words, first, end)

    def _spoken(self, words: Words, first: int, end: int) -> tuple[float, str] | None:
        after = words.fold[end : end + 3]
        if after and (after[0] in ("a", "avait") and len(after) > 1 and after[1] in _SAYS):
            return 0.8, "nom qui parle"
        if words.at(first - 1) in _SAYS and words.joined(first, frozenset(" ")):
            return 0.8, "nom qui parle"
        if words.link[end] == "," and len(after) > 1 and after[0].isdigit() and after[1] == "ans":
            return 0.85, "nom suivi d'un âge"
        if words.opens[first] and words.fold[first].endswith(("ons", "ez")):
            return None  # « Construisons Demain »
        if words.opens[first] and words.link[first] != "(":
            return 0.5, "mots à majuscule"
        return 0.6, "mots à majuscule"

    def _civility(self, words: Words, first: int) -> bool:
        if first == 0:
            return False
        before, between = words.fold[first - 1], words.link[first]
        if before not in self._g.civilities:
            return False
        if before in _SHORT_CIVILITIES:
            return words.capital[first - 1] and between in ". " and (between == "." or before != "m")
        return between == " "

    def _announced_before(self, words: Words, first: int) -> bool:
        """Tell whether a function stands before the run in the same clause, one comma away at most."""
        commas = 1 if words.link[first] == "," else 0
        if words.link[first] not in " ,":
            return False
        index = first - 1
        while index >= 0 and first - index <= _BETWEEN:
            if words.fold[index] in self._g.functions and not words.capital[index]:
                return True
            if words.link[index] == ",":
                commas += 1
            if words.link[index] not in " ,-'" or commas > 1 or words.fold[index] in ("et", "que", "qui", "a", "ont"):
                return False
            index -= 1
        return False

    def _apposed(self, words: Words, end: int) -> bool:
        """Tell whether « , (le) ministre … » or « (…) » with a function follows."""
        if end >= len(words) or words.link[end] not in ",(":
            return False
        return any(
            words.fold[k] in self._g.functions
            for k in range(end, min(end + 4, len(words)))
            if all(words.link[m] in " '-" for m in range(end + 1, k + 1))
        )
