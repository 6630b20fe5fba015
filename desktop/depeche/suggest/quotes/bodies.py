"""Which organisation a common noun stands for: « le quotidien Le Matin » teaches who « le quotidien » is."""

from __future__ import annotations

import csv
import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from depeche import paths
from depeche.core.suggestion import Suggestion
from depeche.suggest.quotes.grammar import CONTRACTED, LEADING, PREPOSITIONS, STOP, VERBAL
from depeche.suggest.quotes.roles import BODIES, MEDIA

_NOUN = "|".join(sorted(BODIES | MEDIA))
_SMALL = r"(?:[a-zà-öø-ÿœ-]+(?:\s|['’])\s?)"
_THE = r"(?:\b(?:[Ll][ea]|du|au|[Uu]ne?|[Cc]e|[Cc]ette)\s|\b[Ll]['’])"
_BEFORE = re.compile(rf"{_THE}(?:[a-zà-öø-ÿœ]+\s)?({_NOUN})\s({_SMALL}{{0,5}})$")
_AFTER = re.compile(
    rf"\s?[,(]\s?(?:une?\s|la\s|le\s|l['’]|)(?:[a-zà-öø-ÿœ]+\s)?({_NOUN})\b((?:\s|['’])[^,.;:()\n]{{0,60}})?[,.)]"
)
_NAMED = re.compile(rf"{_THE}({_NOUN})\s([^,.;:()\n]{{3,40}}),\s([^\W\d_][\w'’-]+(?:\s[A-ZÀ-Ý][\w'’-]+)?)(?=[,.])")
_PASSED = re.compile(r"(?:\bselon|\bd['’]après|\bpar|\bà|\bau|\bpour)\s(?:l['’]|la\s|le\s)?$", re.IGNORECASE)
_REACH = 70
_ARTICLES = frozenset(("le", "la", "l", "les"))
_WORD = re.compile(r"[^\W\d_]+")


_CLASSES = {
    **dict.fromkeys("association ong collectif fondation fédération institution".split(), "organisation bloc"),
    **dict.fromkeys("entreprise société compagnie constructeur firme banque".split(), "company"),
    **dict.fromkeys("parti".split(), "party"),
    **dict.fromkeys("organisation syndicat mouvement institut".split(), "organisation bloc armed party"),
}
"""Of which classes of the gazetteer a body may be that is called so."""


@cache
def _classes() -> dict[str, str]:
    with paths.resource("gazetteers", "organisations.tsv").open(encoding="utf-8", newline="") as file:
        return {row["name"]: row["class"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}


def fits(noun: str, name: str) -> bool:
    """Tell whether nothing in the gazetteer speaks against `noun` being said of the body `name`."""
    known = _classes().get(name)
    return not known or noun not in _CLASSES or known in _CLASSES[noun].split()


def media() -> frozenset[str]:
    """Return the names of the media of the gazetteer."""
    return frozenset(name for name, known in _classes().items() if known == "media")


class Bodies:
    """What an article calls its organisations, learnt once from the nouns beside their names."""

    def __init__(self, told: str, actors: Sequence[Suggestion], names: Sequence[str]) -> None:
        """Learn from `actors`, in reading order, whose canonical names are `names`."""
        self._known: dict[str, list[tuple[int, str]]] = {}
        others = {a.start for a in actors if a.kind != "ORG"}
        canonical = {a.start: name for a, name in zip(actors, names, strict=True)}
        for actor, name in zip(actors, names, strict=True):
            if actor.kind != "ORG" or not name:
                continue
            window = told[max(0, actor.start - _REACH) : actor.start]
            before = _BEFORE.search(window)
            if before and _ties(before.group(2)):
                self._learn(before.group(1), actor.start, name)
            after = None if _PASSED.search(window) else _AFTER.match(told, actor.end, actor.end + _REACH + 20)
            if after and not _is_clause(after.group(2) or ""):
                self._learn(after.group(1), actor.start, name)
        for found in _NAMED.finditer(told):
            name = found.group(3)
            free = name[0].isupper() and found.start(3) not in others and name.lower() not in LEADING
            if free and not _is_clause(found.group(2)):
                self._learn(found.group(1), found.start(3), canonical.get(found.start(3)) or name)
        for known in self._known.values():
            known.sort()

    def _learn(self, noun: str, at: int, name: str) -> None:
        self._known.setdefault(noun.lower(), []).append((at, name))

    def called(self, noun: str, at: int) -> str | None:
        """Return the organisation that was called `noun` last before `at`, None if there is none."""
        known = self._known.get(noun, [])
        i = bisect_left(known, (at, ""))
        return known[i - 1][1] if i else None


def _ties(words: str) -> bool:
    """Tell whether `words` between a noun and a name leave the name that of the noun (« groupe pétrolier X »)."""
    between = [w.lower() for w in _WORD.findall(words)]
    while between and between[-1] in _ARTICLES:
        between.pop()
    return not _is_clause(words) and (not between or between[-1] not in (*PREPOSITIONS, *CONTRACTED, "d", "comme"))


def _is_clause(words: str) -> bool:
    return any(w.lower() in STOP or w.lower() in VERBAL for w in _WORD.findall(words))
