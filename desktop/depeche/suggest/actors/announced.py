"""Organisations that a noun announces: `l'ONG Terravive`, `la formation nationaliste Patrie debout`.

The name is the run of capitalised words behind the noun. Where it begins with a common noun (`Maison`, `Terre`,
`Front`) the lower case words that belong to it follow: `Maison des libertés`, `Terre et Liberté`, `Pays d'abord`.
What was announced once is known in the whole article.
"""

from __future__ import annotations

from collections.abc import Iterator

from depeche.suggest.actors.again import again
from depeche.suggest.actors.gazetteer import Gazetteer
from depeche.suggest.actors.mark import Mark, Taken
from depeche.suggest.actors.stops import BEARERS, OPENERS, RUBRICS
from depeche.suggest.actors.words import Words

_BLANK = frozenset(" ")
_LINKS = frozenset((" ", "'", "-", "&"))
_OF = frozenset(("de", "du", "des", "d"))
_INTO = _OF | {"pour", "sans", "contre", "en"}
_THE = frozenset(("la", "l", "le", "les"))
_TAILS = frozenset("debout ensemble uni unie unis unies libre libres solidaire solidaires vivant vivante".split())
_MODIFIERS = frozenset(
    """politique locale local nouvelle nouveau petite petit jeune principal principale grand grande ancien ancienne
    chinoise presse anti pro ultra extreme droite gauche centre centriste ecologiste liberal conservateur
    conservatrice interdit interdite minoritaire majoritaire arme armee rebelle allie alliee rival rivale
    paysan paysanne citoyen citoyenne ouvrier ouvriere etudiant
    etudiante clandestin clandestine syndical fondamentaliste
    independant independante prive privee public publique specialise specialisee""".split()
)
_ENGLISH = frozenset(("of", "and", "for", "the"))
_VAGUE = frozenset("groupe alliance radio revue liste geant formation site portail reseau gang ligue chaine".split())
"""Nouns that explain too much: a band, a place or a sport may be one."""
_PERIODICALS = frozenset("magazine hebdomadaire quotidien mensuel".split())
_ANONYMOUS = frozenset(("agence",))
"""Nouns that often stand without a name: what follows them may be the person just announced."""
_WITH_NOUN = frozenset(("institut", "fondation", "universite"))
"""Nouns that are part of the name they announce: « institut Meridian »."""
_HEADED = frozenset(("patron", "patronne", "pdg"))
_PREPOSITIONED = frozenset(("file", "liste"))  # « chef de file du … », « tête de liste de … »
_REACH = 7


class Announced:
    """Finds organisations behind the nouns that announce them, and again wherever they stand afterwards."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._g = gazetteer
        words = gazetteer.head_words
        self._cues = frozenset(words["announcing"])
        self._nouns = frozenset(words["noun"] | words["capital"] | words["press"])
        self._press = frozenset(words["press"])
        self._explaining = self._cues - _VAGUE
        self._verbs = frozenset(gazetteer.power["form"])
        self._camps = gazetteer.functions - self._verbs

    def find(self, words: Words, taken: Taken) -> Iterator[Mark]:
        """Yield announced names in reading order, then the places where they stand again."""
        known: dict[tuple[str, ...], str] = {}
        index = 0
        while index < len(words):
            mark = self._cue_before(words, taken, index) if index else None
            mark = mark or self._explained(words, taken, index)
            if mark is None:
                index += 1
                continue
            yield mark
            known.setdefault(tuple(words.raw[mark.first : mark.last]), mark.value)
            index = mark.last
        yield from again(words, known)

    def _cue_before(self, words: Words, taken: Taken, index: int) -> Mark | None:
        return self._quoted(words, index) or self._plain(words, taken, index) or self._paper(words, index)

    def _plain(self, words: Words, taken: Taken, first: int) -> Mark | None:
        """Return the name at `first` if a noun announces it: at once, over modifiers, behind a comma, or a head."""
        if not words.capital[first] or len(words.raw[first]) < 2 or self._opens(words, first):
            return self._article(words, first)
        nominal = words.fold[first] in self._nouns
        if words.link[first] == " ":
            cued = self._cued(words, first - 1) or (self._led(words, first - 1) and not self._is_known(words, first))
        else:
            cued = words.link[first] == "," and nominal and self._introduced(words, first - 1)
        if not cued and words.link[first] == "'":
            cued = words.at(first - 1) in ("d", "l") and self._led(words, first - 1)
        return self._named(words, taken, first) if cued else None

    def _opens(self, words: Words, first: int) -> bool:
        """Tell whether a word is one that opens sentences: « Le », but not in « le mouvement Dernière Vague »."""
        titled = words.is_capital(first + 1) and words.joined(first + 1, _BLANK) and words.joined(first, _BLANK)
        return words.fold[first] in OPENERS and (words.fold[first] in _THE or not titled)

    def _article(self, words: Words, first: int) -> Mark | None:
        """Return a name that begins with its article: « le parti La Patrie », « le quotidien Le Matin »."""
        if words.fold[first] not in _THE or not words.capital[first] or words.link[first] != " ":
            return None
        if not words.is_capital(first + 1) or not words.joined(first + 1) or not self._cued(words, first - 1):
            return None
        end = self._end(words, first + 1, nominal=True)
        return Mark(first, end, "ORG", words.surface(first, end), 0.8, "nom annoncé comme organisation", 3)

    def _named(self, words: Words, taken: Taken, first: int) -> Mark | None:
        end = self._end(words, first, nominal=words.fold[first] in self._nouns)
        given = next((k for k in range(first + 1, end - 1) if words.fold[k] in self._g.first_names), end)
        if given < end and words.link[given] == " " and self._led(words, first - 1):
            end = given  # « la patronne des Bâtisseurs Jane Roe »
        held = taken.at(first)
        if held is not None and (held.last >= end or held.first < first):
            return None
        if words.fold[first] in self._g.first_names and end - first > 1 and words.fold[first] not in self._nouns:
            return None
        if end - first > 1 and self._is_spokesman(words, first):
            return None
        if end - first == 1 and words.fold[first - 1] in _PERIODICALS and words.link[first] == " ":
            return Mark(first, end, "ORG", words.surface(first, end), 0.75, "nom annoncé comme organisation", 3)
        if end - first == 1 and (
            words.fold[first] in self._g.first_names or tuple(words.fold[first:end]) in self._g.known_persons
        ):
            return None
        if words.link[first] == " " and words.fold[first - 1] in _WITH_NOUN:
            first -= 1
        return Mark(first, end, "ORG", words.surface(first, end), 0.75, "nom annoncé comme organisation", 3)

    def _is_spokesman(self, words: Words, first: int) -> bool:
        """Tell whether the name is a person's behind body and function: « le porte-parole de l'agence Jane Roe »."""
        at = first - 2
        while at > first - 5 and words.at(at) in _OF | _THE and words.joined(at + 1, _LINKS):
            at -= 1
        return at < first - 2 and words.fold[at] in self._g.functions and words.at(first - 1) in _ANONYMOUS

    def _is_known(self, words: Words, first: int) -> bool:
        """Tell whether a table or a list of persons knows the word: « le patron de Renault », « de Mbappé »."""
        word = words.fold[first]
        known = self._g.name_at(words, first) is not None or (word,) in self._g.known_persons
        return known or word in self._g.first_names or word in self._g.family_names

    def _cued(self, words: Words, index: int) -> bool:
        """Tell whether an announcing noun stands at `index` or before the modifiers that end there.

        Modifiers are adjectives, « de presse », « d'extrême droite », « anti-immigration »; a verb ends the search.
        """
        far = index - _REACH
        complement = False  # inside « d'extrême droite », which must still find its « de »
        if words.fold[index] in _OF | _THE:
            return False
        while index >= 0 and index > far:
            word = words.fold[index]
            inner = words.at(index - 1) in ("de", "d") and words.joined(index, _LINKS)  # « émission de télévision »
            if word in self._cues and not inner and (not words.capital[index] or words.raw[index] == "ONG"):
                alone = word != "geant" or words.at(index - 1) in ("le", "un", "du", "au")
                return alone and not complement and words.at(index - 1) != "en"
            if words.capital[index] or not words.joined(index, _LINKS) or word == "ethnique":
                return False
            if word in self._g.functions and words.fold[index - 1] in _OF | _THE | {"un", "une", "son", "sa"}:
                return False  # « le parti du démocrate … », but « le parti démocrate … »
            if word in _OF and complement:
                complement = False
            elif (
                word in _MODIFIERS
                or word in self._camps
                or self._is_adjective(words, index)
                or words.link[index] == "-"
            ):
                complement = complement or inner
            elif (inner or words.at(index - 1) == "des") and not complement and word not in self._verbs:
                complement = True  # « de sondages », « d'opposition »
            elif words.link[index + 1] != "-":
                return False
            index -= 1
        return False

    def _is_adjective(self, words: Words, index: int) -> bool:
        word = words.fold[index]
        if word in self._verbs:
            return False
        if word.startswith(("pro", "anti", "ultra")) and len(word) > 6:
            return True
        return self._g.adjective_at(words, index) is not None or word.endswith(
            ("iste", "ique", "al", "ale", "ien", "ienne", "aire", "if", "ive", "ais", "aise", "ois", "oise", "aine")
        )

    def _introduced(self, words: Words, index: int) -> bool:
        """Tell whether « un troisième parti » ends at `index`, and no head of one."""
        while (
            index > 0 and words.joined(index) and (words.fold[index] in _MODIFIERS or self._is_adjective(words, index))
        ):
            index -= 1
        if words.at(index) not in self._cues:
            return False
        at = index - 1
        while at > index - 3 and words.at(at) not in ("un", "une") and words.joined(at + 1):
            at -= 1
        return words.at(at) in ("un", "une") and words.at(at - 1) not in ("d", "de", "chez", "par")

    def _led(self, words: Words, index: int) -> bool:
        """Tell whether « le patron de », « la cheffe de file du » ends at `index`."""
        while words.at(index) in _THE and words.joined(index, _LINKS):
            index -= 1
        if words.at(index) not in _OF or not words.joined(index, _BLANK):
            return False
        head = words.fold[index - 1]
        return head in _HEADED or (head in _PREPOSITIONED and words.at(index - 2) == "de")

    def _end(self, words: Words, first: int, *, nominal: bool) -> int:
        """Return where the name that begins at `first` ends."""
        end = first + 1
        groups = 0
        while words.joined(end, _LINKS):
            word = words.fold[end]
            if words.capital[end] or words.link[end] == "-":
                person = word in self._g.first_names and words.is_capital(end + 1) and not words.capital[end - 1]
                if person or (words.link[end] == " " and not words.capital[end - 1]):
                    break
                end += 1
            elif word in _ENGLISH and words.joined(end + 1, _BLANK) and words.capital[end + 1]:
                end += 2
            elif not nominal:
                break
            elif word in _TAILS:
                return end + 1
            elif word == "d" and words.at(end + 1) == "abord":
                return end + 2
            elif word == "et" and words.joined(end + 1) and words.capital[end + 1] and words.capital[end - 1]:
                if words.fold[end + 1] not in self._nouns:
                    break
                end += 2
            elif word in _INTO or (word in ("a", "au", "aux") and groups and words.raw[end] != "a"):
                after = self._group(words, end) if groups < 3 else None
                if after is None:
                    break
                groups += 1
                end = after
            elif self._is_adjective(words, end) and words.link[end] == " ":
                end += 1
            else:
                break
        return end

    def _group(self, words: Words, index: int) -> int | None:
        """Return the index after « des libertés », « du Grand Sud », « pour le retour » at `index`."""
        at = index + 1
        if words.at(at) in _THE and words.joined(at, _LINKS):
            at += 1
        if not words.joined(at, _LINKS) or words.raw[at][0].isdigit():
            return None
        word = words.fold[at]
        if word in OPENERS - RUBRICS or word in _THE or len(word) < 3 or word in self._g.functions:
            return None
        if words.capital[at]:
            if word in self._g.first_names or (word,) in self._g.known_persons:
                return None
            while words.joined(at + 1, _LINKS) and words.capital[at + 1]:
                at += 1
            return at + 1
        return None if words.at(index) == "en" else at + 1

    def _quoted(self, words: Words, first: int) -> Mark | None:
        """Return the name in quotation marks behind its noun: « le mouvement « Terre et Liberté » »."""
        if words.link[first] != '"' or not words.capital[first] or not self._cued(words, first - 1):
            return None
        end = first + 1
        while words.joined(end, _LINKS) and end < first + _REACH:
            end += 1
        if words.link[end] != '"' or any(words.fold[k] in self._verbs for k in range(first + 1, end)):
            return None
        return Mark(first, end, "ORG", words.surface(first, end), 0.75, "nom annoncé comme organisation", 3)

    def _explained(self, words: Words, taken: Taken, first: int) -> Mark | None:
        """Return the name that a noun explains behind it: « Zarnex, une entreprise de … », « Zarnex est une ONG »."""
        if not words.capital[first] or words.fold[first] in OPENERS or words.fold[first] in self._g.first_names:
            return None
        beside = words.is_capital(first - 1) and words.fold[first - 1] not in OPENERS
        if words.joined(first) and (words.link[first] == "-" or beside):
            return None
        end = first + 1
        while end < first + 4 and words.joined(end, _LINKS) and words.capital[end] and words.link[end] != "'":
            end += 1
        at = end + 1 if words.at(end) == "est" and words.joined(end, _BLANK) else end
        owned = words.at(at) == "la" and (
            words.at(at + 1) == "filiale" or (words.at(at + 1) == "federation" and end - first > 1)
        )
        if not (owned or words.at(at) in ("un", "une")) or (at == end and words.link[end] != ","):
            return None
        if any(taken.at(k) is not None for k in range(first, end)) or len(words.raw[first]) < 3:
            return None
        if words.fold[first] in self._g.head_words["not_acronym"]:
            return None
        for noun in range(at + 1, min(at + 4, len(words))):
            if not words.joined(noun, _LINKS) or (words.capital[noun] and words.raw[noun] != "ONG"):
                return None
            if words.fold[noun] in self._explaining:
                return Mark(first, end, "ORG", words.surface(first, end), 0.7, "nom annoncé comme organisation", 3)
            if noun > at + 1 and not self._is_adjective(words, noun) and words.link[noun] != "-":
                return None
        return None

    def _paper(self, words: Words, first: int) -> Mark | None:
        """Return the name of a newspaper told by its article: « interrogé par La Gazette du port »."""
        if words.fold[first] not in _THE or not words.capital[first] or words.opens[first]:
            return None
        if not words.joined(first) or words.capital[first - 1] or words.at(first - 1) in BEARERS:
            return None
        if not words.joined(first + 1, frozenset(" '")) or not words.is_capital(first + 1):
            return None
        if words.fold[first + 1] not in self._press:
            return None
        end = self._end(words, first + 1, nominal=True)
        return Mark(first, end, "ORG", words.surface(first, end), 0.75, "titre de presse", 3)
