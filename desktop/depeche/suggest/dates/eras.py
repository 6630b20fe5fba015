"""Decades and centuries: « années 1990 », « XXe siècle »."""

from __future__ import annotations

import re

from depeche.suggest.dates.amounts import number
from depeche.suggest.dates.days import Read, year
from depeche.suggest.dates.moments import Block, Moment, Point, Range, Several, Unit
from depeche.suggest.dates.tokens import Tokens

_ROMAN = re.compile(r"(x{0,2}(?:ix|iv|v?i{0,3}))(?:e|eme|er)?$")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}


def decade(t: Tokens, i: int) -> Read:
    """Read « années 1990 », « années 90 », « années quatre-vingt », « années 2023 et 2024 », « années 1990-2000 »."""
    if t.key(i) not in {"annees", "decennie", "decennies"}:
        return None
    plain = year(t, i + 1)
    if plain:
        first, j = plain
        other = year(t, j + 1) if t.key(j) in {"-", "et", "à", "/"} else None
        if first % 10:
            if other is None:
                return None
            ends = Point(year=first), Point(year=other[0])
            return (Several(ends) if t.key(j) == "et" else Range(*ends)), other[1]
        start = Block(Unit.DECADE, first // 10)
        if other and other[0] % 10 == 0:
            end = Block(Unit.DECADE, other[0] // 10)
            return (Several((start, end)) if t.key(j) == "et" else Range(start, end)), other[1]
        return start, j
    read = number(t, i + 1)
    if read and read[0] in {10, 20, 30, 40, 50, 60, 70, 80, 90} and t.key(read[1]) not in {"%", "ans"}:
        j = read[1]
        if t.key(j - 1) == "vingts":
            j += 1
        return Block(Unit.DECADE, (1900 + int(read[0])) // 10), j
    if t.key(i + 1) == "quatre" and t.key(i + 2) == "-" and t.key(i + 3) == "vingts":
        return Block(Unit.DECADE, 198), i + 4
    return None


def _roman(key: str) -> int | None:
    found = _ROMAN.match(key)
    if not found or not found[1]:
        return None
    values = [_ROMAN_VALUES[c] for c in found[1]]
    return sum(-v if n + 1 < len(values) and v < values[n + 1] else v for n, v in enumerate(values))


def ordinal(t: Tokens, i: int) -> tuple[int, int] | None:
    """Read « IIIe », « 3e », as centuries are counted; return the number and the next token."""
    key = t.key(i)
    if key.isdecimal() and len(key) <= 2 and t.key(i + 1) in {"e", "eme", "er"}:
        return int(key), i + 2
    value = _roman(key) if t.capital(i) else None
    return (value, i + 1 + (t.key(i + 1) in {"e", "eme", "er"})) if value else None


def _goes_without_saying(t: Tokens, i: int, j: int) -> bool:
    """Tell whether « siècle » isn't said again: « à la fin du XIXe siècle et au début du XXe »."""
    said = "et" in t.keys[max(0, i - 4) : i] and "siecle" in t.keys[max(0, i - 8) : i]
    return said and t.key(i - 1) == "du" and t.key(j) not in {"siecle", "siecles"}


def century(t: Tokens, i: int) -> Read:
    """Read « XXe siècle », « 19e siècle », « XIXe et XXe siècles »."""
    members: list[Moment] = []
    j = i
    while len(members) < 4:
        key = t.key(j)
        if key.isdecimal() and len(key) <= 2 and t.key(j + 1) in {"e", "eme", "er"}:
            value: int | None = int(key)
            j += 2
        else:
            small = t.key(j + 1) in {"siecle", "siecles"}
            value = _roman(key) if t.capital(j) or small else None
            j += 1
            if t.key(j) in {"e", "eme", "er"}:
                j += 1
        if not value or value > 22:
            return None
        members.append(Block(Unit.CENTURY, value - 1))
        if len(members) == 1 and t.key(j - 1).endswith("e") and _goes_without_saying(t, i, j):
            return members[0], j
        if t.key(j) in {"siecle", "siecles"}:
            return (members[0] if len(members) == 1 else Several(tuple(members))), j + 1
        if t.key(j) not in {"et", "-", ",", "au"}:
            return None
        j += 1
    return None
