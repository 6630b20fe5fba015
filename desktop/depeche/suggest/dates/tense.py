"""The tense of the verb that a date goes with, read off the endings of the words around it."""

from __future__ import annotations

import re

from depeche.suggest.dates.tokens import Tokens
from depeche.suggest.dates.words import SEASONS, WEEKDAYS

PAST, UNSAID, FUTURE = -1, 0, 1

_FUTURE = re.compile(r"([a-zà-ÿœ]{1,20}r)(?:a|ont|ai|ons|ez)")
_WOULD_OR_DID = re.compile(r"([a-zà-ÿœ]{1,20}r)(?:ait|aient)")
_IMPERFECT = re.compile(r"[a-zà-ÿœ]{2,20}(?:ait|aient)$")
_FUTURE_STEMS = (
    "er", "ir", "dr", "ttr", "îtr", "aitr", "devr", "cevr", "euvr", "suivr", "vivr", "courr", "pourr", "verr", "mourr",
    "querr", "clur", "ompr",
)  # fmt: skip
"""How the stems of the future and the conditional end."""
_OTHER_STEMS = {
    "aspir", "conspir", "expir", "inspir", "respir", "transpir", "soupir", "désir", "admir", "tir", "retir", "attir",
    "étir", "soutir", "vir", "chavir", "mir", "cir", "empir", "délir", "déchir", "engendr", "cadr", "encadr", "effondr",
    "saupoudr",
}  # fmt: skip
"""Stems of verbs in « -rer », which end alike: « soupirait » is no « finirait »."""
_PARTICIPLE = re.compile(
    r"[a-zà-ÿ]{2,20}(?:é|ée|és|ées)$|(?:concl|él|(?:ob|ré|main)?ten|rend|(?:dis|com)?par|(?:inter|sur|re)?ven|reç|vend|perd"
    r"|bat|entend)ue?s?$|(?:re|dé)?(?:couv|ouv)erte?s?$|(?:com|pro|re|trans)?mise?s?$|(?:entre|re|sur)?prise?s?$"
    r"|(?:dé|con|cons|intro|pro)(?:t?ruit|duit)e?s?$|sortie?s?$|morte?s?$"
)
_SIMPLE_PAST = re.compile(r"[a-zà-ÿ]{2,20}(?:èrent|irent|urent)$")
_FUTURE_WORDS = {
    "ira", "iront", "doit", "doivent", "devrait", "devraient", "pourrait", "pourraient", "prévu", "prévue", "prévus",
    "prévues", "attendu", "attendue", "attendus", "attendues", "programmé", "programmée", "programmés", "programmées",
    "va", "vont", "allons", "allez", "vais", "prochain", "prochaine", "prochains", "prochaines", "peut", "peuvent",
    "apprête", "apprêtent", "expire", "fixé", "fixée", "fixés", "fixées", "agendé", "agendée",
    "compter", "attend", "attendent", "prévoit", "prévoient", "espère", "espèrent", "envisage", "envisagent",
    "planifié", "planifiée", "planifiés", "planifiées",
}  # fmt: skip
_HAS = {"a", "ont", "ai", "avons", "avez", "as"}
_AWAITED = {"attendu", "attendue", "attendus", "attendues"}
_HAVING = {"a", "ont", "avait", "avaient", "avons", "ai", "eu", "ayant", "avoir"}
_PAST_WORDS = {
    "a", "ont", "avait", "avaient", "eut", "fut", "furent", "était", "étaient", "depuis", "dernier", "dernière",
    "derniers", "dernières", "mort", "morte", "né", "née", "lors", "fit", "dit", "prit", "mit",
}  # fmt: skip
_HELD = set(
    "lieu cours besoin rendez place droit peur raison tort hâte intention envie honte faim soif affaire confiance "
    "connaissance conscience tendance vocation coutume cure trait prise".split()
)
"""Nouns without an article that « avoir » makes a verb with: « a lieu » is the present."""
_ADVERBS = {"toujours", "encore", "finalement", "habituellement", "normalement", "bel", "lui", "elle", "souvent"}
_NOT_FUTURE = {"environs", "avirons", "escadrons", "éperons", "vignerons", "forgerons", "camera"}
_SUMMONED = re.compile(
    r"(?:convoqu|convi|invit|appel|organis|annonc|envisag|inaugur|examin|jug)ée?s?|(?:reç|attend|entend)ue?s?|soumise?s?"
)
"""Who « est convoqué » on a day is to come; who « a été convoqué » came."""
_INTENDS = {"compte", "comptent", "entend", "entendent", "veut", "veulent", "souhaite", "souhaitent"}
_OPENS = {
    "ouvre", "ouvrent", "tient", "tiennent", "réunit", "réunissent", "retrouve", "retrouvent", "rend", "rendent",
    "apprête", "achève", "achèvent",
}  # fmt: skip
"""What stands in the agenda in the present, behind « se » : « le Parlement se réunit jeudi »."""
_MADE = re.compile(r"[a-zà-ÿ]{1,20}(?:ée?s?|ie?s?|ue?s?|its?|ites?|erte?s?|orte?s?)$")
"""How past participles end."""
_WITH_BE = re.compile(
    r"(?:(?:\w{0,5}ven|descend|(?:ap|dis|com)par)u|(?:all|arriv|(?:r?en)tr|mont|(?:re)?tomb|rest|pass|retourn|demeur|décéd"
    r"|n)é|(?:re)?(?:part|sort)i|mort|éteint)e?s?"
)
"""Participles that make their past with « être » : « il est arrivé »."""
_BETWEEN = {"pas", "déjà", "également", "aussi", "ainsi", "donc", "alors", "désormais", "plus", "jamais", "bien"}
_IMPERFECT_NOT = {"fait", "lait", "trait", "parfait", "portrait", "retrait", "plait", "sait", "souhait", "extrait"}
_AUXILIARIES = {"est", "sont", "aurait", "auraient", "serait", "seraient"}
_ENDS = {".", "!", "?", ";", "\n", "…"}
_PAUSES = {",", "«", "»", '"', "“", "”", "(", ")", ":", "-"}
_CLAUSES = {"et", "mais", "puis", "qui", "que", "qu", "dont"}
_REACH = 30

_ARRANGED = re.compile(
    r"(?:promi[st]|convoqu|programm|planifi|propos|prév|invit|convi|appell?)(?:e?|ée?s?|er|ent|ue?s?|es?)"
)
_INTENDED = re.compile(r"(?:promi[st]|menac|jur|propos|engag|appell?)(?:e?|ée?s?|er|ent|es?)")
_PUT_OFF = re.compile(r"(?:report|repouss|ajourn|renvoy|fix|avanc|décal)(?:e|ée?s?|er|ent)")
_EVENTS = set(
    "débat débats réunion réunions sommet session séance élection élections scrutin vote référendum conférence "
    "rencontre entretien pourparlers négociations audience congrès assemblée manifestation manifestations "
    "rassemblement rassemblements grève mobilisation mobilisations consultations rapport réponse verdict décision "
    "bilan point résultats".split()
)
"""What is convened, or promised, for a day to come."""
_INFINITIVE = re.compile(r"[a-zà-ÿœ]{2,20}(?:er|ir|re)")
_PERFECT = {"avoir", "être"}
_ARTICLES = {"le", "la", "l", "'", "les", "au", "aux", "du", "de"}
_NEARBY = 14


def tense_at(t: Tokens, first: int, after: int) -> int:
    """Return the tense of the verb nearest to the tokens `first` to `after` - 1: -1 past, 1 future, 0 unsaid."""
    lead = first - 1
    while first - lead < 4 and t.key(lead) in _ARTICLES:
        lead -= 1
    dated = t.key(first + (t.key(first) == "ce")) in WEEKDAYS or t.key(first).isdecimal()
    word = t.key(lead)
    if any(t.key(i) == "jusqu" or (t.key(i) == "ici" and t.key(i - 2) == "d") for i in range(first - 4, first)):
        return FUTURE
    if (word == "pour" and first - lead < 3 and dated) or word == "approche" or _arranged(t, first):
        return FUTURE  # « un préavis de grève pour jeudi »
    if word == "avant" and t.key(first) in SEASONS:
        return FUTURE
    left = _look(t, first - 1, -1)
    right = _look(t, after, 1)
    _, tense, sure = min(left, (right[0] + 3, *right[1:]))
    if tense == PAST and not sure and t.key(first) == "ce":
        return UNSAID  # « les personnes interdites de séjour ce samedi »
    if dated and word in {"dès", "partir", "avant"} and (tense == UNSAID or _to_do(t, lead)):
        return FUTURE  # « le texte s'applique dès lundi », « il dit vouloir voter dès lundi »
    return tense


def _to_do(t: Tokens, lead: int) -> bool:
    """Tell whether an infinitive stands nearest before « dès » at `lead`, and no verb that says when."""
    for i in range(lead - 1, lead - _NEARBY, -1):
        word = t.word(i)
        if word in _ENDS or (word[:1].isalpha() and _tense(t, i)[0]):
            return False
        if _INFINITIVE.fullmatch(word) and t.word(i - 1) not in {"le", "un", "du", "au"}:
            return True
    return False


def _arranged(t: Tokens, first: int) -> bool:
    """Tell whether the date at `first` is that of what a verb before it arranges: « a convoqué un débat jeudi »,
    « a promis un rapport dimanche », « menace d'attaquer dès lundi », « reporté à mardi » (but « a promis jeudi… »)."""
    if t.key(first - 1) in {"à", "au"} and (_PUT_OFF.fullmatch(t.word(first - 2)) or t.key(first - 2) == "vous"):
        return True
    event = infinitive = False
    for i in range(first - 1, first - _NEARBY, -1):
        word = t.word(i)
        if not word[:1].isalpha() and word not in {"'", "’", "-"}:
            return False
        if word == "rendez" and t.key(i + 2) == "vous":
            return first - i < 9
        if (event and _ARRANGED.fullmatch(word)) or (infinitive and _INTENDED.fullmatch(word)):
            return True
        if word in _EVENTS:
            event = True
        elif word in _PERFECT or (not infinitive and _tense(t, i)[1]):
            return False
        elif _INFINITIVE.fullmatch(word) and t.key(i - 1) in {"de", "'", "à"}:
            infinitive = True
    return False


def _look(t: Tokens, i: int, step: int) -> tuple[int, int, bool]:
    """Return how far off the nearest word with a tense is, the tense, and whether the word surely shows it."""
    cost = 0
    weak: tuple[int, int, bool] | None = None
    for _ in range(_REACH):
        key = t.key(i)
        if key == "" or (key in _ENDS and not (key == "." and _abbreviates(t, i))):
            break
        cost += 5 if key in _PAUSES else 3 if key in _CLAUSES else 1
        if weak and cost > weak[0]:
            break
        tense, strong = _tense(t, i)
        if tense and strong:
            return cost, tense, True
        if tense and weak is None:
            weak = cost + 3, tense, False
        i += step
    return weak or (1000, UNSAID, False)


def _abbreviates(t: Tokens, i: int) -> bool:
    return (len(t.key(i - 1)) == 1 and t.key(i - 1).isalpha()) or t.key(i - 1) in {"mm", "mme", "dr"}


def _tense(t: Tokens, i: int) -> tuple[int, bool]:
    """Return the tense a word shows, and whether it surely does."""
    word = t.word(i)
    if not word[:1].isalpha() or (word[0].isupper() and not t.opens(i)):
        return UNSAID, False
    word = word.casefold()
    if word in _AWAITED and t.word(i - 1).casefold() in _HAVING:
        return PAST, True  # « ils avaient attendu » (but « il est attendu »)
    if word.startswith("prévu") and t.word(i - 1) in {"non", "pas", "comme", "initialement", "abord", "auparavant"}:
        return UNSAID, False
    if word in _FUTURE_WORDS:
        return FUTURE, True
    if word in _HAS and _holds(t, i + 1):
        return FUTURE, True
    if word in _PAST_WORDS:
        return PAST, True
    if word in _AUXILIARIES:
        made = t.word(i + 2 if t.word(i + 1) in _BETWEEN else i + 1)
        if made in _FUTURE_WORDS or (_SUMMONED.fullmatch(made) and word in {"est", "sont"}):
            return FUTURE, True
        if _states(t, i, made):
            return UNSAID, False
        return (PAST, True) if len(made) > 2 and _MADE.match(made) else (UNSAID, False)
    if word in _OPENS and t.key(i - 1) in {"se", "'"}:
        return FUTURE, False
    if word in {"entre", "entrent"} and t.key(i + 1) == "en" and t.key(i + 2) == "vigueur":
        return FUTURE, False
    if word in _INTENDS and _INFINITIVE.fullmatch(t.word(i + (2 if t.key(i + 1) in {"se", "le", "la", "les"} else 1))):
        return FUTURE, False
    if word in _NOT_FUTURE:
        return UNSAID, False
    if (_FUTURE.fullmatch(word) or _WOULD_OR_DID.fullmatch(word)) and _of_the_future(word):
        return FUTURE, True
    if word not in _IMPERFECT_NOT and (_IMPERFECT.match(word) or _SIMPLE_PAST.match(word)):
        return PAST, True
    auxiliary = i - 2 if t.word(i - 1) in _BETWEEN else i - 1
    return (PAST, False) if _PARTICIPLE.match(word) and not _states(t, auxiliary, word) else (UNSAID, False)


def _holds(t: Tokens, i: int) -> bool:
    """Tell whether the noun of « a lieu », « a besoin » stands at `i`, « pas » or the like before it."""
    while t.word(i) in _BETWEEN or t.word(i) in _ADVERBS:
        i += 1
    return t.word(i) in _HELD


def _states(t: Tokens, i: int, made: str) -> bool:
    """Tell whether « est », « sont » at `i` with a participle say what is, or is to be: « le pont est fermé jeudi »."""
    if t.key(i) not in {"est", "sont"} or t.key(i - 1) in {"'", "se", "me", "nous"}:
        return False
    return not _WITH_BE.fullmatch(made)


def _of_the_future(word: str) -> bool:
    """Tell a future or conditional, in the news what somebody said would happen, from other forms in « -ra, -rait »."""
    stem = word[: word.rindex("r") + 1]
    return stem in {"aur", "saur"} or (stem not in _OTHER_STEMS and stem.endswith(_FUTURE_STEMS))
