"""The tense of the verb that a date goes with, read off the endings of the words around it."""

from __future__ import annotations

import re

from depeche.suggest.dates.tokens import Tokens
from depeche.suggest.dates.words import WEEKDAYS

PAST, UNSAID, FUTURE = -1, 0, 1

_FUTURE = re.compile(r"[a-zà-ÿ]{0,20}(?:er|ir|dr|ur|vr|rr|tr|ser)(?:a|ont|ai|ons|ez)$")
_IMPERFECT = re.compile(r"[a-zà-ÿ]{1,20}[^r\W\d_](?:ait|aient)$")
_PARTICIPLE = re.compile(r"[a-zà-ÿ]{2,20}(?:é|ée|és|ées)$")
_SIMPLE_PAST = re.compile(r"[a-zà-ÿ]{2,20}(?:èrent|irent|urent)$")
_FUTURE_WORDS = {
    "ira", "iront", "doit", "doivent", "devrait", "devraient", "pourrait", "pourraient", "prévu", "prévue", "prévus",
    "prévues", "attendu", "attendue", "attendus", "attendues", "programmé", "programmée", "programmés", "programmées",
    "va", "vont", "prochain", "prochaine", "prochains", "prochaines", "peut", "peuvent", "jusqu", "ici", "apprête",
    "apprêtent", "expire", "fixé", "fixée", "fixés", "fixées", "agendé", "agendée", "compter",
}  # fmt: skip
_PAST_WORDS = {
    "a", "ont", "avait", "avaient", "eut", "fut", "furent", "était", "étaient", "depuis", "dernier", "dernière",
    "derniers", "dernières", "mort", "morte", "né", "née", "lors", "fit", "dit", "prit", "mit",
}  # fmt: skip
_NOT_FUTURE = {
    "opéra", "caméra", "sahara", "contra", "extra", "ultra", "infra", "tiara", "entra", "montra", "rencontra", "rentra",
    "admira", "tira", "retira", "attira", "inspira", "respira", "jura", "dura", "mesura", "assura", "figura", "pénétra",
    "front", "affront", "parmesan", "vrai", "mai", "entrez", "barra",
}  # fmt: skip
_MADE = re.compile(r"[a-zà-ÿ]{1,20}(?:ée?s?|ie?s?|ue?s?|its?|ites?|erte?s?|orte?s?)$")
"""How past participles end."""
_BETWEEN = {"pas", "déjà", "également", "aussi", "ainsi", "donc", "alors", "désormais", "plus", "jamais", "bien"}
_IMPERFECT_NOT = {"fait", "lait", "trait", "parfait", "portrait", "retrait", "plait", "sait", "souhait", "extrait"}
_AUXILIARIES = {"est", "sont", "aurait", "auraient", "serait", "seraient"}
_CONDITIONAL = re.compile(r"[a-zà-ÿ]{0,20}(?:er|ir|dr|rr|ttr|evr)ai(?:t|ent)$")
"""In the news what somebody said would happen; « aurait été tué », what is said to have happened, has an auxiliary."""
_NO_CONDITIONAL = {
    verb + ending
    for verb in ("tir", "retir", "attir", "inspir", "aspir", "respir", "admir", "vir")
    for ending in ("ait", "aient")
}
_ENDS = {".", "!", "?", ";", "\n", "…"}
_PAUSES = {",", "«", "»", '"', "“", "”", "(", ")", ":", "-"}
_REACH = 30


def tense_at(t: Tokens, first: int, after: int) -> int:
    """Return the tense of the verb nearest to the tokens `first` to `after` - 1: -1 past, 1 future, 0 unsaid."""
    lead = first - 2 if t.key(first - 1) == "le" else first - 1
    if t.key(lead) == "pour" and (t.key(first) in WEEKDAYS or t.key(first).isdecimal()):
        return FUTURE  # « un préavis de grève pour jeudi »
    left = _look(t, first - 1, -1)
    right = _look(t, after, 1)
    return min(left, (right[0] + 3, right[1]))[1]


def _look(t: Tokens, i: int, step: int) -> tuple[int, int]:
    cost = 0
    weak: tuple[int, int] | None = None
    for _ in range(_REACH):
        key = t.key(i)
        if key == "" or (key in _ENDS and not (key == "." and _abbreviates(t, i))):
            break
        cost += 5 if key in _PAUSES else 1
        if weak and cost > weak[0]:
            break
        tense, strong = _tense(t, i)
        if tense and strong:
            return cost, tense
        if tense and weak is None:
            weak = cost + 3, tense
        i += step
    return weak or (1000, UNSAID)


def _abbreviates(t: Tokens, i: int) -> bool:
    return len(t.key(i - 1)) == 1 or t.key(i - 1) in {"mm", "mme", "dr"}


def _tense(t: Tokens, i: int) -> tuple[int, bool]:
    """Return the tense a word shows, and whether it surely does."""
    word = t.word(i)
    if not word[:1].isalpha() or (word[0].isupper() and not t.opens(i)):
        return UNSAID, False
    word = word.casefold()
    if word in _FUTURE_WORDS:
        return FUTURE, True
    if word in _PAST_WORDS:
        return PAST, True
    if word in _AUXILIARIES:
        made = t.word(i + 2 if t.word(i + 1) in _BETWEEN else i + 1)
        if made in _FUTURE_WORDS:
            return FUTURE, True
        return (PAST, True) if len(made) > 2 and _MADE.match(made) else (UNSAID, False)
    if word in _NOT_FUTURE:
        return UNSAID, False
    if (_FUTURE.match(word) and len(word) > 3) or (_CONDITIONAL.match(word) and word not in _NO_CONDITIONAL):
        return FUTURE, True
    if word not in _IMPERFECT_NOT and (_IMPERFECT.match(word) or _SIMPLE_PAST.match(word)):
        return PAST, True
    return (PAST, False) if _PARTICIPLE.match(word) else (UNSAID, False)
