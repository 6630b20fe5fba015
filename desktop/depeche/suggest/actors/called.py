"""What a text calls its things: `l'émission Quai Sud`, `un bateau appelé Belle Étoile`, `décoré de la Croix du Delta`.

A broadcast, a ship, a song, a medal keeps its name in the whole article. « une ONG appelée Zarvive » is no thing.
"""

from __future__ import annotations

from collections.abc import Iterator

from depeche.suggest.actors.gazetteer import Gazetteer
from depeche.suggest.actors.mark import Mark
from depeche.suggest.actors.stops import OPENERS
from depeche.suggest.actors.words import Words

_BLANK = frozenset(" ")
_BLANKS = frozenset((" ", "'"))
_LINKS = frozenset((" ", "'", "-", "&"))
_SMALL = frozenset("of the and in on for to with from a".split())
_OF = frozenset(("de", "du", "des", "d"))
_ARTICLES = frozenset(("la", "le", "l", "les"))
_PLURAL_OF = frozenset("appele baptise intitule denomme surnomme".split())
_CALLED = frozenset(form + end for form in _PLURAL_OF for end in ("", "e", "s", "es"))
_WORKS = frozenset(
    """livre ouvrage roman album film telefilm documentaire chanson single tube morceau clip serie feuilleton emission
    podcast spectacle opera tableau recueil memoires bande-dessinee""".split()
)
_THINGS = frozenset(
    """talk-show sitcom court-metrage long-metrage bateau navire voilier yacht paquebot ferry cargo casquette hashtag
    medaille initiative programme operation projet plan loi dispositif systeme application logiciel virus maladie
    campagne concours evenement festival manoeuvre exercice mission satellite missile drone fusee produit parfum modele
    technique methode phenomene theorie tendance jeu robot vaccin medicament traitement boisson village quartier rue
    domaine hotel restaurant bar chien cheval chat ours animal tempete ouragan cyclone typhon variant""".split()
)
_BESIDE = _WORKS - {"memoires", "opera", "tableau"} | frozenset(
    "talk-show sitcom court-metrage long-metrage bateau casquette hashtag medaille".split()
)
"""Nouns whose name may stand right behind them, without a sign."""
_AWARDED = frozenset(
    """decore decoree decores recu recus recue recoit recut recevoir remporte remporter decerne decernee decerner obtenu
    obtient titulaire laureat laureate recompense recompensee recompenses""".split()
)
_AWARDS = frozenset(
    "croix medaille etoile ordre legion prix oscar cesar palme ours lion ballon grammy victoire trophee merite".split()
)
_REACH = 6
_LONGEST = 9


class Called:
    """Finds the names of things. `find(words)` yields marks, of no kind where the name is no actor's."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._g = gazetteer
        self._bodies = frozenset(gazetteer.head_words["announcing"]) - {"reseau", "radio", "revue", "formation"}

    def find(self, words: Words) -> Iterator[Mark]:
        """Yield the names where the text says what bears them, then where they stand again."""
        known: dict[str, set[tuple[str, ...]]] = {}
        for index in range(1, len(words)):
            if not words.capital[index] or words.link[index] not in ' ",':
                continue
            mark = self._told(words, index)
            if mark is None:
                continue
            yield mark
            if not mark.kind and self._is_own(words, mark):
                form = tuple(words.raw[mark.first : mark.last])
                known.setdefault(form[0], set()).add(form)
        if known:
            yield from self._again(words, known)

    def _told(self, words: Words, first: int) -> Mark | None:
        if words.fold[first] in _AWARDS:
            return self._award(words, first)
        before = words.fold[first - 1]
        if before in _CALLED:
            return self._participle(words, first)
        if words.link[first] == " ":
            beside = before in _BESIDE and not words.capital[first - 1] and words.fold[first] not in OPENERS
            plain = beside and not self._is_known(words, first)
            return self._thing(words, first, self._run(words, first)) if plain else None
        noun = first - 1
        while noun > first - 4 and words.joined(noun) and self._g.adjective_at(words, noun) is not None:
            noun -= 1
        if words.fold[noun] not in _WORKS or words.capital[noun] or self._is_known(words, first):
            return None
        end = self._run(words, first)
        if words.link[first] == '"':
            return self._thing(words, first, end)
        closed = words.link[end] in ',("' and end - first > 1
        return self._thing(words, first, end) if closed and words.fold[first] not in OPENERS else None

    def _thing(self, words: Words, first: int, end: int) -> Mark:
        return Mark(first, end, "", words.surface(first, end), 0.0, "", 6)

    def _run(self, words: Words, first: int) -> int:
        """Return where a title that begins at `first` ends: capitals, and small English words between them."""
        end = first + 1
        while end < first + _LONGEST and words.joined(end, _LINKS):
            if words.capital[end] or words.link[end] == "-":
                end += 1
                continue
            at = end
            while at < end + 2 and words.joined(at, _BLANK) and words.fold[at] in _SMALL:
                at += 1
            if at == end or not words.joined(at, _BLANK) or not words.capital[at]:
                break
            end = at + 1
        return end

    def _participle(self, words: Words, first: int) -> Mark | None:
        """Return the name behind « appelé » at `first - 1`: of a thing, or of an organisation."""
        if words.link[first] == ",":
            return None
        end = self._run(words, first)
        if words.fold[first - 1].startswith("intitul"):
            return self._thing(words, first, end)
        at = first - 2
        while at > first - 2 - _REACH and words.joined(at + 1, _LINKS):
            word = words.fold[at]
            if word in _THINGS or word in _WORKS:
                return self._thing(words, first, end)
            if word in self._bodies:
                return Mark(first, end, "ORG", words.surface(first, end), 0.75, "nom annoncé comme organisation", 3)
            if word in self._g.functions:
                return None
            at -= 1
        return None

    def _award(self, words: Words, first: int) -> Mark | None:
        """Return « la Croix du Delta » with what belongs to it, where somebody is given it."""
        at = first - 1
        while at > first - _REACH and words.joined(at + 1, _BLANKS) and words.fold[at] not in _AWARDED:
            at -= 1
        if words.at(at) not in _AWARDED or not words.joined(at + 1, _BLANKS):
            return None
        end, groups = first + 1, 0
        while words.joined(end, _LINKS) and groups < 3:
            if words.capital[end] or words.link[end] == "-":
                end += 1
            elif words.fold[end] in _OF:
                after = end + 1 + (words.at(end + 1) in _ARTICLES)
                named = self._g.name_at(words, after) if words.joined(after, _BLANKS) else None
                if not words.joined(after, _BLANKS) or (named is not None and named[1].kind == "ORG"):
                    break  # « le prix du Crédit rural »: who gives it
                end, groups = after + 1, groups + 1
            else:
                break
        return self._thing(words, first, end)

    def _is_known(self, words: Words, first: int) -> bool:
        """Tell whether a table holds the name that begins at `first`, or a person may."""
        word = words.fold[first]
        person = word in self._g.first_names or (word,) in self._g.known_persons
        return person or self._g.name_at(words, first) is not None

    def _is_own(self, words: Words, mark: Mark) -> bool:
        """Tell whether the name is the thing's alone, so that it means the thing wherever it stands."""
        if words.fold[mark.first] in _AWARDS or self._is_known(words, mark.first):
            return False
        return mark.last - mark.first > 1 or words.fold[mark.first] not in OPENERS

    def _again(self, words: Words, known: dict[str, set[tuple[str, ...]]]) -> Iterator[Mark]:
        for index, raw in enumerate(words.raw):
            for form in known.get(raw, ()):
                end = index + len(form)
                if tuple(words.raw[index:end]) == form and words.link[index] != "-":
                    yield self._thing(words, index, end)
