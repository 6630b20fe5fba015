"""Hours with their minutes and seconds: « en 2 h 47 min », « pendant 1 heure 2 minutes 3 secondes »."""

from __future__ import annotations

from fractions import Fraction

from depeche.suggest.figures.numbers import read_digits
from depeche.suggest.figures.tokens import Kind, Tokens
from depeche.suggest.figures.units import Family, Unit, unit_at

Length = tuple[int, Fraction, Unit]
"""The position after it, how long, in which unit."""

_CLOCK = frozenset("à vers dès avant après jusqu entre il".split())
_SIXTY = 60


def with_minutes(tokens: Tokens, start: int, index: int, hours: Fraction) -> Length | None:
    """Return the length that the hours from `start` to `index` begin, in minutes or, if there are any, in seconds.

    None where no minutes follow, or where the hours may be those of a clock.
    """
    lasts = tokens[start - 1].text not in _CLOCK or tokens[index - 1].text.startswith("heure")
    minutes = _sixtieth(tokens, index, "minutes")
    if minutes is None or not lasts:
        return None
    end, number, unit = minutes
    seconds = _sixtieth(tokens, end + (tokens[end].text == "et"), "secondes")
    if seconds is None:
        return end, hours * _SIXTY + number, unit
    return seconds[0], (hours * _SIXTY + number) * _SIXTY + seconds[1], seconds[2]


def _sixtieth(tokens: Tokens, index: int, code: str) -> Length | None:
    token = tokens[index]
    number = read_digits(token.text) if token.kind is Kind.NUMBER and token.text.isdigit() else None
    if number is None or number >= _SIXTY or not tokens.follows(index):
        return None
    if code == "secondes" and tokens[index + 1].text == "s":
        return index + 2, number, Unit(code, Family.TIME)
    unit = unit_at(tokens, index + 1, True)
    return (unit[0], number, unit[1]) if unit is not None and unit[1].code == code else None
