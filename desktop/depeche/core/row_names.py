"""What a row of the contradiction board is called: « soldats arméniens tués », in the words of an article itself."""

from __future__ import annotations

from depeche.core.comparable import LITTLE, REACH, WORD, clause, fate_of, number_of, stem_of
from depeche.core.words import folded

_SIGNS = {"EUR": "euros", "USD": "dollars", "GBP": "livres", "JPY": "yens", "RUB": "roubles", "CNY": "yuans"}
_REACH = 8
"""Words behind what is counted in which it is said what happened to it."""
_OF = ("de", "du", "des", "d")
_ARTICLES = ("la", "les", "le", "l")


def counted_name(text: str, start: int, end: int, unit: str | None) -> str:
    """Return the noun that the figure at these code points counts, with what tells it apart and what happened to it.

    Empty where the text around says neither.
    """
    before, after = clause(text, start, end)
    words = [match.group() for match in WORD.finditer(after)]
    noun = stem_of(folded(unit).split(" ")[0]) if unit and folded(unit) else number_of(before)
    stems = [stem_of(folded(word)) for word in words]
    if noun in stems[:3]:
        at = stems.index(noun)
        head, rest = words[at], words[at + 1 :]
    elif noun and noun in (ahead := [stem_of(folded(match.group())) for match in WORD.finditer(before)]):
        earlier = WORD.findall(before)
        at = len(ahead) - 1 - ahead[::-1].index(noun)
        head, rest = earlier[at], [*earlier[at + 1 :], *words]
    elif unit:
        head, rest = _SIGNS.get(unit, unit), words
        if folded(unit) not in _SIGNS and rest and folded(rest[0]) in _OF:
            return " ".join([head, *_complement(rest)])
    else:
        head, rest = "", words
    said = [*_adjectives(head, rest), *_fates(head, rest)] if head else _fates("", rest)
    if head and not said:
        said = _complement(rest)
    return " ".join(filter(None, [head, *dict.fromkeys(said)])).replace("d' ", "d’").replace("l' ", "l’")


def around(text: str, start: int, end: int) -> str:
    """Return the words around a date by which its event is known, without those of the date itself."""
    return f"{text[max(0, start - REACH) : start]} {text[end : end + REACH]}"


def shared_words(words: str, stems: frozenset[str], most: int = 3) -> str:
    """Return the first of these words that have one of these stems, separated by commas."""
    found: dict[str, str] = {}
    for word in WORD.findall(words):
        stem = stem_of(folded(word))[:6]
        if stem in stems and stem not in found:
            found[stem] = word
    return ", ".join(list(found.values())[:most])


def _adjectives(head: str, rest: list[str]) -> list[str]:
    """Return the adjectives behind a noun, in its number."""
    found = []
    for word in rest[:2]:
        plain = folded(word)
        if not word[0].islower() or plain in LITTLE or len(plain) < 4 or fate_of(word):
            break
        if head.endswith(("s", "x")) and not word.endswith(("s", "x")):
            break
        if word.endswith(("é", "és", "ée", "ées")) or plain.endswith(("ont", "ent", "ant")):
            break
        found.append(word)
    return found


def _fates(head: str, rest: list[str]) -> list[str]:
    """Return what happened, as it is said first: « tués », « tués ou blessés », « qui ont péri »."""
    for at, word in enumerate(rest[:_REACH]):
        if fate_of(word):
            both = rest[at : at + 3]
            joined = len(both) == 3 and folded(both[1]) in ("ou", "et") and fate_of(both[2])
            said = both if joined else [word]
            return said if not head.endswith("s") or word.endswith("s") else ["qui ont", *said]
    return []


def _complement(rest: list[str]) -> list[str]:
    """Return « de sacs », « d’aide », « des voix » where the next words are such."""
    if not rest or folded(rest[0]) not in _OF:
        return []
    kept = [rest[0]]
    for word in rest[1:3]:
        kept.append(word)
        if folded(word) not in _ARTICLES:
            break
    return kept if folded(kept[-1]) not in (*_OF, *_ARTICLES) else []
