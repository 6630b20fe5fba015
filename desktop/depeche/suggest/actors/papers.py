"""Foreign papers that no table names, told by a citation: `selon le Zarville Examiner`, `rapporte la Zarna Gazeta`."""

from __future__ import annotations

from depeche.suggest.actors.mark import Mark
from depeche.suggest.actors.stops import OPENERS
from depeche.suggest.actors.words import Words

_BLANK = frozenset(" ")
_BLANKS = frozenset((" ", "'"))
_BEFORE = frozenset(("la", "l", "le", "les", "du", "des", "de"))
_PAPERS = frozenset(
    """gazette examiner herald tribune times post telegraph observer chronicle inquirer courier bulletin dispatch
    gazeta standard mirror sentinel advertiser zeitung nachrichten daily""".split()
)
_CITING = frozenset("selon d apres par rapporte rapportait revele colonnes relate ecrit ecrivait".split())


def cited_paper(words: Words, first: int) -> Mark | None:
    """Return the paper that begins at `first`, if somebody cites it and its last word is a paper's."""
    if not words.capital[first] or words.fold[first] in OPENERS or words.link[first] not in " '":
        return None
    at = first - 1
    while words.at(at) in _BEFORE and not words.capital[at] and words.joined(at, _BLANKS):
        at -= 1
    if words.at(at) not in _CITING or (words.at(at) == "apres" and words.at(at - 1) != "d"):
        return None
    end = first + 1
    while end < first + 4 and words.joined(end, _BLANK) and words.capital[end]:
        end += 1
    if end - first < 2 or words.fold[end - 1] not in _PAPERS:
        return None
    return Mark(first, end, "ORG", words.surface(first, end), 0.7, "titre de presse", 1)
