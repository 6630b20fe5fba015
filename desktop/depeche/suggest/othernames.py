"""What else a name may stand for: by the shipped tables, or with the nation that a text leaves out."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from depeche import paths
from depeche.core.words import folded

_MOST = 4
_MASCULINE = re.compile(r"\b(?:le|du|au|un|ce|son|leur|notre)\s+$", re.I)
_FEMININE = re.compile(r"\b(?:la|une|cette|sa)\s+$", re.I)
_ARTICLE = re.compile(r"(?<=\s)([Aa]l|[Ee]l|[Ee]z|[Aa]s|[Aa]sh|[Aa]r)[- ](?=[A-ZÀ-ÖØ-Þ])")
_SHARED = {"bruxelles": "Belgique"}
"""Capitals that another power has its seat in: the tables name only that one."""
_PLURAL = re.compile(r"(?:Pays-|États-|Émirats|Îles|Bahamas$|Comores$|Maldives$|Palaos$|Philippines$|Seychelles$)")
_VOWEL = re.compile(r"[AEÉÈIÎOU]")
_BARE = frozenset(
    "Bahreïn Chypre Cuba Djibouti Haïti Kiribati Madagascar Malte Maurice Monaco Singapour Taïwan".split()
)
"""States without an article; those that begin with a vowel need none of their own here."""
_HIS = frozenset("Belize Cambodge Mexique Mozambique Suriname Zimbabwe".split())
"""States that end with an e and are masculine."""
_TAIL = re.compile(r"\s(?:de|du|des|d['’]|à|aux?|pour)\b")


def other_names(*known: str) -> list[str]:
    """Return the other names of what these names stand for in the tables, the canonical ones first, each once.

    A city that is a seat of power gives the state whose capital it is. At most four; none for a name not in a table.
    """
    table, forms = _table(), [folded(form) for form in known]
    found = dict.fromkeys(name for form in forms for name in table.get(form, ())[:1])
    found |= dict.fromkeys(state for form in forms if (state := _SHARED.get(form)))
    found |= dict.fromkeys(name for form in forms for name in table.get(form, ()))
    return [name for name in found if name not in known][:_MOST]


def spellings(name: str) -> list[str]:
    """Return other spellings of a person's name that the press has: « Yahya Al-Chami », « al-Chami »; « Jean-Marc »."""
    found = []
    lower = _ARTICLE.sub(lambda match: match[1].lower() + "-", name)
    upper = _ARTICLE.sub(lambda match: match[1].title() + "-", name)
    found += [lower, upper]
    first = name.split(" ")
    if len(first) > 2 and is_first_name(first[0]) and is_first_name(first[1]):
        found.append(f"{first[0]}-{' '.join(first[1:])}")
    return [one for one in dict.fromkeys(found) if one != name]


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    """Return the names of each name's row, by its folded form."""
    folder = paths.resource("gazetteers")
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for file in ("organisations.tsv", "states.tsv"):
        with (folder / file).open(encoding="utf-8", newline="") as opened:
            for row in csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE):
                aliases = [name for name in (row["aliases"] or "").split("|") if name]
                for form in (row["name"], *aliases):
                    found[folded(form)] |= dict.fromkeys((row["name"], *aliases))
                for capital in (row.get("capitals") or "").split("|"):
                    if capital:
                        found[folded(capital)][row["name"]] = None
    return {form: tuple(names) for form, names in found.items()}


def with_nation(name: str, before: str, states: Iterable[str]) -> list[str]:
    """Return an institution's name with the adjective of each of these states, where it names none yet.

    « ministère de la Défense » of an article on China is the « ministère chinois de la Défense »: the adjective stands
    before what the name is of, else at its end. The words `before` it tell the gender, or else both forms come.
    """
    adjectives = _adjectives()
    if not name or {folded(word) for word in name.split()} & _nations():
        return []
    tail = _TAIL.search(name)
    at = tail.start() if tail else len(name)
    found: dict[str, None] = {}
    for state in states:
        forms = adjectives.get(state)
        if forms is None:
            continue
        chosen = forms[:1] if _MASCULINE.search(before) else forms[1:] if _FEMININE.search(before) else forms
        found |= dict.fromkeys(f"{name[:at]} {form}{name[at:]}" for form in chosen)
        found[f"{name} {_of(state)}"] = None
    return list(found)


def _of(state: str) -> str:
    """Return a state as what belongs to it says: « de Belgique », « du Malawi », « d'Iran », « des Pays-Bas »."""
    if _PLURAL.match(state):
        return f"des {state}"
    if _VOWEL.match(state):
        return f"d'{state}"
    feminine = state.split()[0].endswith("e") and state not in _HIS
    return f"de {state}" if feminine or state in _BARE else f"du {state}"


def is_first_name(word: str) -> bool:
    """Tell whether a word is a person's first name by the shipped table."""
    return word[:1].isupper() and folded(word) in _first_names()


def is_title(word: str) -> bool:
    """Tell whether a word is a civility or a function that stands before a person's name: « Mme », « général »."""
    return word.casefold() in _titles()


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    with (paths.resource("gazetteers") / "titles.tsv").open(encoding="utf-8", newline="") as opened:
        rows = csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE)
        return frozenset(row["title"].casefold() for row in rows)


@lru_cache(maxsize=1)
def _first_names() -> frozenset[str]:
    with (paths.resource("gazetteers") / "names.tsv").open(encoding="utf-8", newline="") as opened:
        rows = csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE)
        return frozenset(folded(row["name"]) for row in rows if row["order"] == "first")


@lru_cache(maxsize=1)
def _adjectives() -> dict[str, tuple[str, str]]:
    """Return the adjective of each state, masculine and feminine."""
    with (paths.resource("gazetteers") / "states.tsv").open(encoding="utf-8", newline="") as opened:
        rows = csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["name"]: (row["m"].split("|")[0], row["f"].split("|")[0]) for row in rows if row["m"] and row["f"]}


@lru_cache(maxsize=1)
def _nations() -> frozenset[str]:
    return frozenset(folded(form) for forms in _adjectives().values() for form in forms)
