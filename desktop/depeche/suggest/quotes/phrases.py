"""Noun phrases that tell of somebody without a name: where they stand, and what kind of noun leads them.

« le jeune homme », « un responsable américain », « le PDG de la banque », « le communiqué ». Knows no names.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from depeche import paths
from depeche.suggest.quotes.grammar import CONTRACTED, DAYS, PHRASE, PREPOSITIONS, STOP, VERBAL
from depeche.suggest.quotes.reading import MASK, Token
from depeche.suggest.quotes.roles import HER, ROLES, personal

_DEFINITE = frozenset("le la l' ce cet cette".split())
_BEFORE_NOUN = frozenset(
    "ancien ancienne nouveau nouvelle actuel actuelle futur future jeune vieux vieille vieil premier première second "
    "seconde deuxième double triple quadruple quintuple petit petite grand grande haut haute principal principale "
    "seul seule même autre célèbre puissant puissante ex très plus numéro deux trois quatre cinq".split()
)
_TIMES = DAYS | frozenset(
    "jour jours an ans année années mois heure heures minute minutes week-end moment instant fois suite cours veille "
    "époque début fin temps reste plupart part côté ensemble fait après-midi midi nuit soirée matinée journée "
    "occasion siècle".split()
)
_CLAUSE = frozenset(
    ", ; : ( ) – — que qu' qui mais car lorsque lorsqu' quand si dont où puisque puisqu' tandis alors comme".split()
)
_OPENING = frozenset(
    "ainsi alors hier aujourd'hui puis et enfin ensuite aussi lundi mardi mercredi jeudi vendredi samedi "
    "dimanche".split()
)
OFFICIALS = frozenset(
    "porte-parole responsable pdg dg directeur directrice direction chef cheffe patron patronne président présidente "
    "présidence ministre dirigeant dirigeante représentant représentante fonctionnaire diplomate officier "
    "officiel officielle ambassadeur ambassadrice ambassade secrétaire conseiller conseillère commandant général "
    "colonel gouverneur délégué déléguée délégation émissaire envoyé négociateur négociatrice vice-président "
    "vice-présidente vice-ministre ministère police gouvernement armée mairie municipalité préfecture service services "
    "agence bureau section branche cellule comité conseil commission mission parlement état-major cabinet rédaction "
    "équipe autorités responsables dirigeants coordinateur coordinatrice rapporteur juriste".split()
)
"""Nouns of those whose words are those of what they belong to: « un responsable de l'Otan », « la direction de X »."""
PAPERS = frozenset(
    "communiqué rapport lettre texte déclaration message tweet tribune étude note document courriel discours éditorial "
    "article billet compte site blog publication post mémo circulaire manifeste appel pétition "
    "compte-rendu projet résolution arrêt jugement verdict ordonnance".split()
)
"""Nouns of what is written: the words are those of whose it is."""
BEARERS = frozenset(
    "champion championne lauréat lauréate vainqueur gagnant gagnante tenant tenante détenteur détentrice recordman "
    "recordwoman médaillé médaillée star vedette icône natif native homme femme joueur joueuse attaquant attaquante "
    "gardien gardienne défenseur pilote chanteur chanteuse acteur actrice finaliste numéro enfant figure ténor".split()
)
"""Nouns of persons that stay somebody named before with a complement: « le champion du monde »."""
_PERSONS = frozenset(
    "homme femme garçon fille fillette adolescent adolescente trentenaire quadragénaire quinquagénaire sexagénaire "
    "septuagénaire octogénaire star vedette icône intéressé intéressée suspect suspecte accusé accusée détenu détenue "
    "prévenu prévenue médaillé médaillée champion championne lauréat lauréate artiste chef cheffe athlète pilote "
    "capitaine étoile joueur joueuse natif native malheureux malheureuse jeune prélat pontife religieux "
    "monarque souverain souveraine édile tribun baron ténor trublion".split()
)
_MANY = frozenset("peuple public foule population monde opinion humanité jeunesse majorité communauté".split())


_ELSEWHERE = frozenset(
    "sur dans lors devant après avant pendant depuis vers chez contre par durant via selon dès lundi mardi mercredi "
    "jeudi vendredi samedi dimanche hier".split()
)
_AT_HAND = frozenset(
    "issue presse cours terme propos sujet lendemain micro quotidien journal sortie occasion marge conférence direct "
    "ligne journaliste journalistes agence chaîne radio télévision antenne afp reuters".split()
)
"""Words after « à », « au », « en » with which a group of the verb begins: « à l'issue de », « en marge de »."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase from token `start`, led by the noun at token `head`."""

    start: int
    head: int
    word: str
    definite: bool
    plural: bool
    feminine: bool


def phrase_at(tokens: Sequence[Token], i: int, end: int) -> Phrase | None:
    """Return the phrase whose determiner is token `i` and that ends before token `end`, None where it is a time."""
    head = i + 1
    while head < end and (tokens[head].word in _BEFORE_NOUN and head + 1 < end and tokens[head + 1].word[0].isalpha()):
        if tokens[head + 1].word in CONTRACTED | PREPOSITIONS | VERBAL:
            break  # « le jeune a dit »
        head += 1
    if head >= end or not tokens[head].word[0].isalpha() or tokens[head].word in _TIMES:
        return None
    word, article = tokens[head].word, tokens[i].word
    feminine = article in ("la", "une", "cette") or (article in ("l'", "son") and HER.fullmatch(word) is not None)
    plural = word[-1] in "sx" and article in ("les", "des", "ces", "ses", "leurs", "plusieurs", "certains", "deux")
    return Phrase(i, head, word, article in _DEFINITE, plural, feminine)


def clause(tokens: Sequence[Token], k: int) -> int:
    """Return the token with which the clause begins that ends before the verb at token `k`."""
    i = k
    while i and not (tokens[i - 1].word in _CLAUSE or tokens[i - 1].word in VERBAL or MASK in tokens[i - 1].word):
        i -= 1
    return i


def first_phrase(tokens: Sequence[Token], start: int, k: int) -> Phrase | None:
    """Return the first phrase from token `start` to `k` that no preposition governs: the subject, in French."""
    opening = tokens[start].word
    if opening not in PHRASE | PREPOSITIONS | CONTRACTED | _OPENING and not opening.endswith("ment"):
        return None  # « X, porte-parole de la banque affirme »: said of the name before
    for i in range(start, k):
        governed = i > start and (tokens[i - 1].word in PREPOSITIONS or tokens[i].word == "des")
        if tokens[i].word in PHRASE and not governed and (found := phrase_at(tokens, i, k)):
            return found
    return None


def noun_from(tokens: Sequence[Token], k: int, end: int) -> int | None:
    """Return where a phrase with a determiner begins that no preposition governs and that is no date."""
    for i in range(k, min(k + 12, len(tokens))):
        t = tokens[i]
        if t.start >= end or t.word in (",", "."):
            return None
        free = t.word in PHRASE and (i == k or tokens[i - 1].word not in PREPOSITIONS)
        if free and phrase_at(tokens, i, len(tokens)):
            return t.start
    return None


def is_official(word: str) -> bool:
    """Tell whether a lower case noun is one of those who speak for what they belong to."""
    return word in OFFICIALS or word.removesuffix("s") in OFFICIALS


def is_person(word: str) -> bool:
    """Tell whether a lower case noun is one of persons: « champion », « nageuse », « suspect »."""
    return word not in _MANY and (word in _PERSONS or word in ROLES or word in _groups() or personal(word))


def completes(tokens: list[Token], j: int) -> bool:
    """Tell whether token `j` may belong to the complement of a function (« de la région », not « sur Twitter »)."""
    word = tokens[j].word
    if not word[0].isalpha() or word in STOP | VERBAL | _ELSEWHERE:
        return False
    return word not in ("à", "au", "aux", "en") or not any(t.word in _AT_HAND for t in tokens[j + 1 : j + 3])


@cache
def _groups() -> frozenset[str]:
    """Return the singular of the nouns that groups of people are named by."""
    with paths.resource("gazetteers", "heads.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return frozenset(row["head"].removesuffix("s") for row in rows if row["kind"] == "GRP" and " " not in row["head"])
