"""Clock times and parts of the day, which belong to the date they stand with. Read, not valued: a value is a day."""

from __future__ import annotations

from depeche.suggest.dates.amounts import matches, number
from depeche.suggest.dates.tokens import Tokens
from depeche.suggest.dates.words import MONTHS

_CLOCK_LEADS: tuple[tuple[str, ...], ...] = (
    ("à",), ("vers",), ("dès",), ("avant",), ("apres",), ("peu", "apres"), ("peu", "avant"), ("a",),
    ("aux", "environs", "de"), ("autour", "de"), ("à", "partir", "de"), ("jusqu", "'", "à"), ("juste", "apres"),
    ("juste", "avant"),
)  # fmt: skip
_ZONES: tuple[tuple[str, ...], ...] = (
    ("heure", "locale"), ("heures", "locales"), ("locale",), ("locales",),
    ("heure", "de", "paris"), ("gmt",), ("utc",), ("hl",),
    ("heure", "de", "moscou"), ("heure", "de", "kiev"), ("heure", "de", "kyiv"),
)  # fmt: skip


def hour(t: Tokens, i: int) -> int | None:
    """Read a clock time (14 h 30, 14:30, midi) and return the next token."""
    if t.key(i) in {"midi", "minuit"}:
        return i + 1
    read = number(t, i) if len(t.key(i)) <= 2 or not t.key(i).isdecimal() else None
    if read is None or not 0 <= read[0] <= 24 or read[0] % 1:
        return None
    j = read[1]
    if t.key(j) in {"h", "heure", "heures"}:
        j += 1
        if t.key(j).isdecimal() and len(t.key(j)) == 2 and int(t.key(j)) < 60 and t.key(j + 1) not in MONTHS:
            j += 1
            j += t.key(j) in {"min", "mn", "m"}
        if t.key(j) == "du" and t.key(j + 1) in {"matin", "soir"}:
            j += 2
        elif matches(t, j, ("de", "l", "'", "apres", "-", "midi")):
            j += 6
    elif t.key(j) == ":" and t.touches(j - 1) and t.touches(j) and len(t.key(j + 1)) == 2 and t.key(j + 1).isdecimal():
        j += 2
    else:
        return None
    for zone in _ZONES:
        if matches(t, j, zone):
            j += len(zone)
            offset = t.key(j) in {"+", "-"} and t.touches(j - 1) and t.touches(j) and len(t.key(j + 1)) <= 2
            return j + 2 if offset and t.key(j + 1).isdecimal() else j
    return j


def _clock(t: Tokens, i: int) -> int | None:
    for low, high in (("de", "à"), ("entre", "et")):
        if t.key(i) == low:
            first = hour(t, i + 1)
            second = hour(t, first + 1) if first and t.key(first) == high else None
            if second:
                return second
    for lead in _CLOCK_LEADS:
        if matches(t, i, lead):
            return hour(t, i + len(lead))
    return hour(t, i)


_PARTS_OF_DAY: tuple[tuple[str, ...], ...] = tuple(
    tuple(words.split())
    for words in (
        "matin", "soir", "midi", "minuit", "apres - midi", "nuit", "au matin", "au soir", "au petit matin",
        "à l ' aube", "à l ' aurore", "le matin", "le soir", "l ' apres - midi",
        "dans la matinee", "dans la soiree", "dans la nuit", "dans la journee", "dans l ' apres - midi", "en soiree",
        "en matinee", "en journee", "dans le courant de la journee", "à la mi - journee", "à la mi - journee",
        "tot le matin", "tres tot le matin", "tard le soir", "tot", "tot dans la matinee", "en milieu de journee",
        "en milieu de matinee", "en milieu d ' apres - midi",
        "en debut de matinee", "en debut de soiree", "en debut de journee", "en debut d ' apres - midi",
        "en fin de matinee", "en fin de soiree", "en fin de journee", "en fin d ' apres - midi",
    )
)  # fmt: skip
_PARTS_BY_WORD: dict[str, list[tuple[str, ...]]] = {}
for _words in sorted(_PARTS_OF_DAY, key=len, reverse=True):
    _PARTS_BY_WORD.setdefault(_words[0], []).append(_words)


def part_of_day(t: Tokens, i: int) -> int:
    """Read « matin », « en fin d'après-midi » and clock times after a day; return the next token, `i` if none."""
    j = _apart(t, i)
    for _ in range(3):
        for words in _PARTS_BY_WORD.get(t.key(j), ()):
            if matches(t, j, words):
                j += len(words)
                break
        else:
            after = _clock(t, j)
            if after is None:
                return j
            j = after
    return j


def _apart(t: Tokens, i: int) -> int:
    """Read a part of the day or a clock time behind a comma: « mardi, tôt le matin », « demain, à 15 heures »."""
    if t.key(i) != ",":
        return i
    for words in _PARTS_BY_WORD.get(t.key(i + 1), ()):
        after = i + 1 + len(words)
        if len(words) > 1 and matches(t, i + 1, words) and t.key(after) not in {"de", "du", "d"}:
            return after
    return _clock(t, i + 1) or i
