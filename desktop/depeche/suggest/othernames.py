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
_TAIL = re.compile(r"\s(?:de|du|des|d['’]|à|aux?|pour)\b")


def other_names(*known: str) -> list[str]:
    """Return the other names of what these names stand for in the tables, the canonical ones first, each once.

    A city that is a seat of power gives the state whose capital it is. At most four; none for a name not in a table.
    """
    table = _table()
    found = dict.fromkeys(name for form in known for name in table.get(folded(form), ()))
    return [name for name in found if name not in known][:_MOST]


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
    return list(found)


def is_first_name(word: str) -> bool:
    """Tell whether a word is a person's first name by the shipped table."""
    return word[:1].isupper() and folded(word) in _first_names()


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
