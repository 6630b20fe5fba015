"""Days, months and years as they are written, in figures or words, with clock times beside them."""

from __future__ import annotations

import re
from dataclasses import replace

from depeche.suggest.dates.amounts import matches, number
from depeche.suggest.dates.moments import Aim, Moment, Origin, Period, Point, Range, Several, Unit
from depeche.suggest.dates.tokens import Tokens
from depeche.suggest.dates.words import AIMS, MONTHS, MONTHS_SHORT, NUMBER_WORDS, WEEKDAYS, WEEKDAYS_SHORT

Read = tuple[Moment, int] | None
"""What was read and the next token, or nothing."""

_ISO = re.compile(r"(\d{4})([-‐‑/.])(\d{1,2})\2(\d{1,2})(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?(?![\d/])")
_DMY = re.compile(r"(\d{1,2})([-‐‑/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d/])")
_YM = re.compile(r"(\d{4})-(\d{2})(?![\d/-])")
_MY = re.compile(r"(\d{2})/(\d{4})(?![\d/])")
_DM = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/])")
_LEADS = {"le", "du", "au", "ce", "depuis", "jusqu", "des", "les", "dès"}
_HOLIDAYS = {(1, 5), (8, 5), (14, 7), (11, 11)}
"""Days and months of the days that are written « le 14-Juillet » and come back every year."""
_YEAR_OF = {
    ("l", "'", "an", "dernier"): Period(Unit.YEAR, -1),
    ("l", "'", "an", "passe"): Period(Unit.YEAR, -1),
    ("l", "'", "an", "prochain"): Period(Unit.YEAR, 1),
    ("l", "'", "annee", "derniere"): Period(Unit.YEAR, -1),
    ("l", "'", "annee", "passee"): Period(Unit.YEAR, -1),
    ("l", "'", "annee", "prochaine"): Period(Unit.YEAR, 1),
    ("l", "'", "annee", "suivante"): Period(Unit.YEAR, 1, Origin.TEXT),
    ("l", "'", "annee", "precedente"): Period(Unit.YEAR, -1, Origin.TEXT),
    ("cette", "annee"): Period(Unit.YEAR, 0),
    ("la", "meme", "annee"): Period(Unit.YEAR, 0, Origin.TEXT),
    ("cette", "meme", "annee"): Period(Unit.YEAR, 0, Origin.TEXT),
}


def year(t: Tokens, i: int) -> tuple[int, int] | None:
    """Read a year of four digits, 1000 to 2199."""
    key = t.key(i)
    if len(key) != 4 or not key.isdecimal() or not 1000 <= int(key) <= 2199:
        return None
    if t.touches(i) and t.key(i + 1) in {",", "."} and t.touches(i + 1) and t.key(i + 2).isdecimal():
        return None
    return int(key), i + 1


def _short_year(t: Tokens, i: int) -> tuple[int, int] | None:
    quoted = t.key(i) == "'" and t.touches(i)
    j = i + 1 if quoted else i
    key = t.key(j)
    if len(key) != 2 or not key.isdecimal() or t.key(j + 1) in {"h", ":", "%", "heures"} or t.key(j + 1) in MONTHS:
        return None
    value = int(key)
    if value >= 40 or quoted:
        return (1900 if value >= 40 else 2000) + value, j + 1
    return None


def day_number(t: Tokens, i: int) -> tuple[int, int] | None:
    """Read a day of the month: « 13 », « 1er », « premier », « quatorze »."""
    key = t.key(i)
    if key == "premier":
        return 1, i + 1
    if key in NUMBER_WORDS and key not in {"un", "une"}:
        read = number(t, i)
        return (int(read[0]), read[1]) if read and 1 <= read[0] <= 31 else None
    if not key.isdecimal() or len(key) > 2 or not 1 <= int(key) <= 31:
        return None
    if t.key(i + 1) in {"er", "ᵉʳ", "e"}:
        return int(key), i + 2
    return int(key), i + 1


def month(t: Tokens, i: int) -> tuple[int, int] | None:
    """Read the name of a month, or its abbreviation."""
    key = t.key(i)
    if key in MONTHS:
        return MONTHS[key], i + 1
    if key in MONTHS_SHORT:
        return MONTHS_SHORT[key], i + 2 if t.key(i + 1) == "." and t.touches(i) else i + 1
    return None


def weekday(t: Tokens, i: int) -> tuple[int, int] | None:
    """Read the name of a day of the week, or its abbreviation before a figure."""
    key = t.key(i)
    if key in WEEKDAYS:
        return WEEKDAYS[key], i + 1
    if key in WEEKDAYS_SHORT:
        j = i + 2 if t.key(i + 1) == "." else i + 1
        read = day_number(t, j) if t.key(j).isdecimal() else None
        if read and month(t, read[1]):
            return WEEKDAYS_SHORT[key], j
    return None


def year_of(t: Tokens, i: int) -> tuple[Moment, int] | None:
    """Read « de l'an dernier », « de la même année », « l'an prochain » after a day or month."""
    j = i + 1 if t.key(i) == "de" else i
    for keys, moment in _YEAR_OF.items():
        if matches(t, j, keys):
            return moment, j + len(keys)
    return None


def tail(t: Tokens, i: int, point: Point) -> tuple[Point, int]:
    """Read what follows a month: its year, or which one it is."""
    j = i + 1 if t.key(i) == "de" and year(t, i + 1) else i
    read = year(t, j) or _short_year(t, i)
    if read:
        return replace(point, year=read[0]), read[1]
    if t.key(i) in AIMS and not t.key(i).startswith("precedent"):
        return replace(point, aim=AIMS[t.key(i)]), i + 1
    inner = year_of(t, i)
    if inner:
        return replace(point, within=inner[0]), inner[1]
    return point, i


def numeric(t: Tokens, i: int) -> Read:
    """Read 13/07/2025, 13.07.2025, 2025-07-13, 07/2025, and after « le » 13/7."""
    if not t.key(i).isdecimal() or (t.touches(i - 1) and (t.key(i - 1) in {".", "/", "-", ",", ":"})):
        return None
    text, at = t.text, t.start[i]
    lead = t.key(i - 1) in _LEADS or t.key(i - 1) in WEEKDAYS
    found = _ISO.match(text, at)
    if found:
        y, m, d = int(found[1]), int(found[3]), int(found[4])
        if 1000 <= y <= 2199 and 1 <= m <= 12 and 1 <= d <= 31:
            return Point(y, m, d), _after(t, i, found.end())
    found = _DMY.match(text, at)
    if found:
        d, m, y = int(found[1]), int(found[3]), int(found[4])
        if len(found[4]) == 2:
            if found[2] != "/" and not lead:
                return None
            y += 1900 if y >= 60 else 2000
        if 1000 <= y <= 2199:
            if 1 <= m <= 12 and 1 <= d <= 31:
                return Point(y, m, d, swapped=d <= 12 and d != m), _after(t, i, found.end())
            if 1 <= d <= 12 and 1 <= m <= 31:
                return Point(y, d, m), _after(t, i, found.end())
        return None
    found = _YM.match(text, at)
    if found and 1 <= int(found[2]) <= 12 and 1900 <= int(found[1]) <= 2199:
        season = int(found[2]) == (int(found[1]) + 1) % 100
        if not season:
            return Point(int(found[1]), int(found[2])), _after(t, i, found.end())
    found = _MY.match(text, at)
    if found and 1 <= int(found[1]) <= 12 and 1900 <= int(found[2]) <= 2199:
        return Point(int(found[2]), int(found[1])), _after(t, i, found.end())
    found = _DM.match(text, at) if lead else None
    if found and 1 <= int(found[2]) <= 12 and 1 <= int(found[1]) <= 31:
        d, m = int(found[1]), int(found[2])
        if (d, m) == (24, 7):
            return None  # round the clock
        return Point(month=m, day=d, swapped=d <= 12 and d != m), _after(t, i, found.end())
    return None


def _after(t: Tokens, i: int, end: int) -> int:
    while i < len(t) and t.end[i] < end:
        i += 1
    return i + 1


def days(t: Tokens, i: int, *, depth: int = 0) -> Read:
    """Read « 13 juillet 2025 », « samedi 12 et dimanche 13 juillet », « 28 juin au 3 juillet »."""
    members: list[Point] = []
    joints: list[str] = []
    j = i
    while len(members) < 8:
        name = weekday(t, j)
        at = name[1] if name else j
        if name and t.key(at) == ",":
            at += 1
        if name and t.key(at) == "le":
            at += 1
        read = numeric(t, at) if not members else None
        if read and isinstance(read[0], Point) and (read[0].day or not name):
            return replace(read[0], weekday=name[0] if name else None), read[1]
        day = day_number(t, at)
        if day is None:
            return None
        point = Point(day=day[0], weekday=name[0] if name else None)
        at = day[1]
        if t.key(at) == "-" and t.touches(at - 1) and t.touches(at) and t.key(at + 1) in MONTHS:
            at += 1
            if t.capital(at) and (day[0], MONTHS[t.key(at)]) not in _HOLIDAYS:
                return None  # « le 11-Septembre », what happened then
        named = month(t, at)
        if named and (day[0], named[0]) == (11, 9) and t.capital(at) and not year(t, at + 1):
            return None  # « depuis le 11 Septembre »
        if named:
            last, j = tail(t, named[1], replace(point, month=named[0]))
            members.append(last)
            break
        members.append(point)
        joint = t.key(at)
        if joint in {",", "et", "ou", "/", "-", "au", "à"}:
            j = at + 1
        elif joint == "jusqu" and t.key(at + 1) == "'" and t.key(at + 2) == "au":
            joint, j = "au", at + 3
        else:
            return None
        if t.key(j) in {"le", "au", "du"}:
            j += 1
        joints.append(joint)
    else:
        return None
    last = members[-1]
    if len(members) == 1:
        return _onward(t, i, j, last, depth)
    full: tuple[Moment, ...] = tuple(
        replace(p, year=last.year, month=last.month, aim=last.aim, within=last.within) for p in members
    )
    if len(full) == 2 and (joints[0] in {"au", "à", "-"} or (joints[0] == "et" and _between(t, i))):
        return Range(full[0], full[1]), j
    if any(joint in {"au", "à", "-"} for joint in joints):
        return None
    return Several(full), j


def _between(t: Tokens, i: int) -> bool:
    return "entre" in {t.key(i - 1), t.key(i - 2)}


def _onward(t: Tokens, i: int, j: int, first: Point, depth: int) -> Read:
    """Read on from a whole day to the end of a range, if there is one."""
    if depth:
        return first, j
    joint = t.key(j)
    k = j + 1
    if joint == "jusqu" and t.key(j + 1) == "'" and t.key(j + 2) == "au":
        joint, k = "au", j + 3
    named = joint == "à" and t.key(i - 1) == "de" and weekday(t, k)  # « de mercredi 31 août à jeudi 1er septembre »
    if joint in {"au", "-"} or (joint == "et" and _between(t, i)) or named:
        if t.key(k) == "le":
            k += 1
        end = days(t, k, depth=1)
        if end and isinstance(end[0], Point):
            return Range(first, end[0]), end[1]
    return first, j


def aim_of_name(t: Tokens, i: int) -> tuple[Aim | None, int]:
    """Read « dernier », « prochain », « suivant » after a day's or month's name."""
    key = t.key(i)
    return (AIMS[key], i + 1) if key in AIMS else (None, i)
