"""Whether a first name is a woman's or a man's, as far as names tell. Knows no article."""

from __future__ import annotations

import csv
from functools import cache

from depeche import paths

_ENDINGS = ("ie", "ine", "elle", "ette", "anne")
"""Endings of women's first names, with -a for those that are known; the table lists the others, the men's names that
end so, and with a hyphen those that both bear."""


def gender(first: str) -> str:
    """Return `f` or `m` for a first name as it is written, "" where it does not tell."""
    known, names = _table()
    for name in (first, first.split("-")[0]):
        if name in known:
            return known[name].strip("-")
        if name in names:
            return "f" if name.endswith((*_ENDINGS, "a")) else "m"
    return "f" if first.endswith((*_ENDINGS, "a")) else ""


def is_first_name(word: str) -> bool:
    """Tell whether a word is a known first name, or two with a hyphen."""
    known, names = _table()
    return all(part in names or part in known for part in word.split("-"))


@cache
def _table() -> tuple[dict[str, str], frozenset[str]]:
    with paths.resource("gazetteers", "first_names.tsv").open(encoding="utf-8", newline="") as file:
        known = {row["name"]: row["gender"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}
    with paths.resource("gazetteers", "names.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return known, frozenset(row["name"] for row in rows if row["order"] == "first")
