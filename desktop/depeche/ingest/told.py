"""What an import tells of single articles and files, and many such sentences gathered where they say the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from depeche.messages import number, tr

FEW = 3
"""So many sentences of one kind are told one by one; of more, the first places are named."""
_VARIES = re.compile(r"«[^«»]*»|\d+(?:[\u202f\u00a0,.]\d+)*")


class Told(str):
    """A sentence about one place, on one line, which knows the place (`where`) and what is said of it (`why`)."""

    where: str
    why: str
    __slots__ = ("where", "why")

    def __new__(cls, where: str, why: object) -> Told:
        """Make the sentence, whatever line ends a file's name or words from it have."""
        one = super().__new__(cls, _line(tr("{where} : {why}.", where=where, why=why)))
        one.where, one.why = _line(where), _line(str(why))
        return one


def gathered(sentences: Iterable[str]) -> list[str]:
    """Return the sentences, those that say the same of many places as one with their number and the first places.

    The same are those that differ in numbers and in quoted words only, which are then left open (« … »). In the order
    in which each kind came first; nothing is lost but places behind the first.
    """
    kinds: dict[str, list[str]] = {}
    for one in sentences:
        kinds.setdefault(_VARIES.sub(_open, one.why) if isinstance(one, Told) else one, []).append(one)
    found: list[str] = []
    for kind, same in kinds.items():
        told = [one for one in same if isinstance(one, Told)]
        if len(told) <= FEW:
            found += same
            continue
        why = told[0].why if len({one.why for one in told}) == 1 else kind
        found.append(
            tr("{why} : {times} fois ; {places}, …", why=why, times=number(len(told)), places=_places(told[:FEW]))
        )
    return found


def _places(told: Sequence[Told]) -> str:
    """Return the places, with a file that they share named once: « a.jsonl, ligne 3, ligne 5 »."""
    named, file = [], ""
    for one in told:
        of, sign, place = one.where.rpartition(", ")
        named.append(place if sign and of == file else one.where)
        file = of if sign else ""
    return ", ".join(named)


def _open(found: re.Match[str]) -> str:
    return "«\u202f…\u202f»" if found[0][0] == "«" else "…"


def _line(words: str) -> str:
    return " ".join(words.splitlines())
