"""Words for those who speak: functions, nameless sources, media. Knows no article."""

from __future__ import annotations

import re
import unicodedata

from depeche.suggest.quotes.grammar import CONTRACTED, DETERMINERS

_HEAD_OF_STATE = (
    "dirigeant leader président présidente roi reine monarque émir sultan souverain numéro homme maître dictateur "
    "dirigeante pdg dg patron patronne directeur-général président-directeur"
)
ROLES = {
    **dict.fromkeys(_HEAD_OF_STATE.split(), "head"),
    **dict.fromkeys("ministre secrétaire diplomate".split(), "minister"),
    **dict.fromkeys("premier-ministre première-ministre chancelier chancelière".split(), "government"),
    **dict.fromkeys("porte-parole porte-paroles".split(), "spokesman"),
}
_OTHER_ROLES = (
    "chef cheffe directeur directrice député députée sénateur sénatrice maire général colonel amiral "
    "commandant capitaine procureur procureure juge avocat avocate professeur professeure chercheur chercheuse "
    "expert experte "
    "analyste politologue historien historienne économiste ambassadeur ambassadrice émissaire envoyé envoyée "
    "conseiller "
    "conseillère négociateur négociatrice candidat candidate gouverneur gouverneure préfet préfète pape cardinal "
    "évêque "
    "archevêque rapporteur rapporteuse coordinateur coordinatrice responsable cofondateur fondateur fondatrice "
    "homologue "
    "représentant représentante opposant opposante militant militante journaliste écrivain philosophe prince "
    "princesse "
    "commissaire inspecteur vice-président vice-présidente vice-ministre ex-président commentateur acteur actrice "
    "chanteur "
    "chanteuse entraîneur sélectionneur joueur joueuse médecin docteur dissident élu élue cinéaste réalisateur "
    "réalisatrice "
    "milliardaire magnat sociologue géographe spécialiste haut-commissaire médiateur médiatrice magistrat "
    "magistrate parlementaire "
    "eurodéputé eurodéputée cosmonaute astronaute scientifique physicien auteur autrice "
    "romancier héritier"
)
ROLES |= {word: word for word in _OTHER_ROLES.split()}
_NAMELESS = frozenset(
    "cour commission comité mairie direction préfecture collectif boxeur chambre membre membres élève élèves pompiers "
    "source sources témoin témoins habitant habitants responsable responsables expert experts spécialistes "
    "analystes observateurs "
    "porte-parole officiel officiels diplomate diplomates partie parties groupe organisme organisation média "
    "médias article rapport "
    "communiqué étude texte loi résolution traité accord policier policiers police famille proche proches "
    "enquêteur enquêteurs "
    "manifestant manifestants opposants députés sénateurs élus dirigeants ministres pays capitale capitales "
    "association "
    "ong syndicat parti gouvernement opposition justice tribunal parquet armée ministère chancellerie présidence "
    "site journal "
    "quotidien magazine chaîne agence presse texte document lettre entourage équipe victime victimes militants "
    "avocats entreprise "
    "société compagnie compagnies homme femme passant passante étudiant étudiante retraité hommes femmes jeune "
    "jeunes "
    "chercheurs scientifiques auteurs conservateurs états etats nations alliés voisins gouvernements "
    "puissances radio hebdomadaire mensuel".split()
)
TWO = {
    **dict.fromkeys("pays états etats capitales nations alliés voisins gouvernements".split(), "GPE"),
    **dict.fromkeys("hommes dirigeants présidents ministres responsables chefs diplomates".split(), "PER"),
}
FUNCTION = re.compile(
    r"\b(premier ministre|première ministre|chefs? de l['’]é?e?tat|chef(?:fe)? de la diplomatie|"
    r"chef(?:fe)? du gouvernement|numéro un|homme fort|[^\W\d_]+(?:-[^\W\d_]+)?)\b",
    re.IGNORECASE,
)
FEMININE = re.compile(
    r"\b(?:Mme|Mmes|Mlle|Madame|présidente|ministre\s+\w+\s+déléguée|cheffe|directrice|conseillère|chancelière|"
    r"députée|sénatrice|"
    r"ambassadrice|dirigeante|homologue \w+enne|la (?:ministre|porte-parole|maire|juge|procureure?|journaliste|"
    r"responsable|"
    r"première ministre|secrétaire|candidate|cheffe|vice-présidente|commissaire))\b",
    re.IGNORECASE,
)
BODIES = frozenset(
    "groupe organisation entreprise société compagnie agence ong association parti fédération syndicat institution "
    "mouvement banque institut fondation collectif constructeur firme".split()
)
"""Nouns that stand for the organisation named last (« assure l'entreprise »)."""
MEDIA = frozenset("quotidien journal hebdomadaire magazine mensuel chaîne radio site média revue".split())
"""Nouns that stand for the medium so called (« indique le quotidien »)."""
_PERSON = re.compile(
    r"[^\W\d_]+(?:eur|euse|trice|iste|ienne?|ière|ier|ante?|onne?|aise?|oise?|taire|naire|logue|kate?)"
)
RANKS = frozenset("général colonel commandant capitaine amiral maréchal prince princesse comte duc".split())
"""Titles that stand before a name with a particle: « le général de X »."""
_THINGS = frozenset(
    "papier dossier courrier calendrier document inventaire questionnaire catalogue dialogue auteur instant "
    "commentaire éditorialiste quotidien hebdomadaire commissaire station raison version décision".split()
)


def personal(word: str) -> bool:
    """Tell whether a noun's ending is that of persons (« nageur », « infirmière »)."""
    return word not in _THINGS and not speaks(word) and _PERSON.fullmatch(word) is not None


HER = re.compile(
    r"\b(?!(?:l['’])?(?:armée|journée|année|soirée|assemblée|idée|durée|rentrée|pensée|lycée|musée|date)\b)"
    r"(?:la\s|une\s|l['’])?[^\W\d_]+(?:[iéd]enne|trice|euse|ière|esse|ée|ante|cate|rate|eure)\b",
    re.IGNORECASE,
)
"""Nouns and participles that are feminine by their ending: « historienne », « autrice », « exilée »."""
_IRREGULAR = {
    "etats": "amer",
    "unis": "amer",
    "royaume": "brit",
    "uni": "brit",
    "bas": "neer",
    "pays": "neer",
    "moscou": "russ",
}
_EMPTY = frozenset("pour dans avec cette leur leurs ancien ancienne nouveau nouvelle adjoint adjointe".split())


Role = tuple[str, frozenset[str]]
"""A function's family (`head`, `minister`, …) and the word stems that are part of its meaning."""


def speaks(word: str) -> bool:
    """Tell whether a lower case noun is one of persons and bodies that can say something."""
    return word in _NAMELESS or word in ROLES or word in BODIES


def stem(word: str) -> str:
    """Return the first four letters without accents: « russe » and « Russie », « coréen » and « Corée » meet "
    "there."""
    bare = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))
    return _IRREGULAR.get(bare, bare[:4])


def stems(phrase: str) -> frozenset[str]:
    words = re.findall(r"[^\W\d_]{3,}", phrase)
    return frozenset(
        stem(w)
        for w in words
        if w.lower() not in _EMPTY and w.lower() not in CONTRACTED and w.lower() not in DETERMINERS
    )


def role_of(phrase: str) -> Role | None:
    low = " ".join(phrase.lower().replace("’", "'").split())
    if low in ("premier ministre", "première ministre", "chef du gouvernement", "cheffe du gouvernement"):
        return "government", frozenset()
    if (low.startswith("chef") and low.endswith("état")) or low.endswith("etat"):
        return "head", frozenset()
    if low.endswith("diplomatie"):
        return "minister", frozenset({"affa", "etra"})
    if low in ("numéro un", "homme fort"):
        return "head", frozenset()
    if low in ("numéro", "homme"):
        return None
    role = ROLES.get(low) or ROLES.get(low.removeprefix("ex-"))
    return (role, frozenset()) if role else None
