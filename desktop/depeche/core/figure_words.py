"""A figure's value in the words a person reads: « au moins 3 000 personnes », « 25 000 à 30 000 », « jusqu’à 14 »."""

from __future__ import annotations

import re

from depeche.messages import language, number, tr

_SIGNS = {"%": "%", "EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥"}
_ONE = r"-?\d+(?:\.\d+)?(?:/\d+)?"
_VALUE = re.compile(rf"(~)?({_ONE})?(\.\.)?({_ONE})?", re.ASCII)
_GAP = "\u00a0"


def figure_words(value: str, unit: str | None = None) -> str:
    """Return a figure's value (`~600`, `25000..30000`, `3000..`, `..14`, `1/3`) with its unit, as it would be said.

    What isn't written so is returned as it is, with the unit behind it where it doesn't name it itself.
    """
    said = _value_words(value)
    if not unit or unit in value:
        return said
    return f"{said}{_GAP}{_SIGNS.get(unit, unit)}"


def _value_words(value: str) -> str:
    match = _VALUE.fullmatch(value)
    if match is None or not (match[2] or match[4]) or (match[2] and match[4] and not match[3]):
        return value
    low, high = (_digits(one) if one else "" for one in (match[2], match[4]))
    if match[3] is None:
        said = low or high
    elif low and high:
        said = tr("{low} à {high}", low=low, high=high)
    else:
        said = tr("au moins {number}", number=low) if low else tr("jusqu’à {number}", number=high)
    return tr("environ {number}", number=said) if match[1] else said


def _digits(one: str) -> str:
    """Return a number with the separators of the language; a fraction stays one."""
    if "/" in one:
        return one
    whole, _, part = one.partition(".")
    minus, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    mark = "." if language() == "en" else ","
    return f"{minus}{number(int(whole))}" + (f"{mark}{part}" if part else "")
