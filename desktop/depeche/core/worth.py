"""What a span is worth, in a form that can be compared: a name, a unit, a figure's bounds. And what of it is sought.

A figure's value is what the guide says: `600`, `~600`, `25000..30000`, `..25000`, `2000..`, `1/3`; its unit is apart.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from depeche.core.span import Value
from depeche.core.words import folded

BETWEEN = " | "
"""Stands between several names."""

_NUMBER = r"-?\d+(?:\.\d+)?(?:/\d+)?"
_VALUE = re.compile(rf"~?({_NUMBER})?(\.\.)?({_NUMBER})?(?: ?[^\W\d_].*| ?%)?", re.ASCII)
_TYPED = r"\d{1,3}(?:[ .\u00a0\u2009\u202f]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_SIGNS = {
    ">": "over", "<": "under", ">=": "from", "≥": "from", "<=": "to", "≤": "to", "=": "is", "": "is",
    "plus de": "over", "moins de": "under", "au moins": "from", "au plus": "to", "jusqu'à": "to",
    "more than": "over", "over": "over", "less than": "under", "under": "under", "at least": "from", "at most": "to",
}  # fmt: skip
_SIGN = "|".join(sorted(map(re.escape, _SIGNS), key=len, reverse=True))
_COMPARED = re.compile(rf"({_SIGN})\s*({_TYPED})(?![\d/-])\s*(.*)", re.IGNORECASE)
_RANGE = re.compile(
    rf"(?:entre |de |between |from )?({_TYPED}) ?(?:\.\.|…|à|et|to|and) ?({_TYPED})(?![\d/-]) ?(.*)", re.IGNORECASE
)
_MULTIPLES = {"mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9, "billion": 1e9}
_DAY = re.compile(r"\d{4}-[\d-]*|\d{4}", re.ASCII)


def sought_columns(value: Value, attrs: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a value is found by: its folded unit or names (`sought`), and a figure's bounds (`low`, `high`)."""
    unit = attrs.get("unit")
    names = BETWEEN.join(map(_kept, value)) if isinstance(value, tuple) else _kept(value or "")
    low, high = bounds(value) if isinstance(value, str) else (None, None)
    return {"sought": _kept(unit) if isinstance(unit, str) and unit else names or None, "low": low, "high": high}


def _kept(name: str) -> str:
    return name if _DAY.fullmatch(name) else folded(name) or name


def bounds(value: str) -> tuple[float | None, float | None]:
    """Return the least and the greatest number that a figure names; (None, None) for what is no figure.

    What is open to one side goes on just beyond its number: « au moins 14 » is more than 14, but nobody who looks for
    more than 100 means it.
    """
    match = _VALUE.fullmatch(value)
    if match is None or not (match[1] or match[3]) or (match[1] and match[3] and not match[2]):
        return None, None
    low, high = (_number(digits) if digits else None for digits in (match[1], match[3]))
    if (match[1] and low is None) or (match[3] and high is None):
        return None, None
    if not match[2]:
        return low, low
    if high is None and low is not None:
        return low, math.nextafter(low, math.inf)
    if low is None and high is not None:
        return math.nextafter(high, -math.inf), high
    return low, high


def _number(digits: str) -> float | None:
    above, _, below = digits.partition("/")
    try:
        number = float(above) / float(below) if below else float(above)
    except ZeroDivisionError:
        return None
    return number if math.isfinite(number) else None


@dataclass(frozen=True, slots=True)
class Worth:
    """A value that is sought. With bounds: a figure that may lie within them, of a unit that begins with `start`.

    Without: names that are `names`, once folded, or begin with `start`.
    """

    names: tuple[str, ...] = ()
    start: str = ""
    low: float | None = None
    high: float | None = None

    @property
    def is_figure(self) -> bool:
        """Whether a number is sought."""
        return self.low is not None


def parse_worth(question: str, also: Callable[[str], tuple[str, ...]] = lambda _: ()) -> Worth | None:
    """Return what a person means who types « plus de 10 000 soldats », « 25..30 km », « Kim Jong-un », « 2025-07 ».

    Any string will do; None for nothing. `also` gives the canonical names of the registered actors that go by a name,
    folded. `Kim*` is any name that begins so; a day, month or year any date within it.
    """
    asked = " ".join(question.replace("’", "'").split())
    if not asked:
        return None
    if _DAY.fullmatch(asked):
        return Worth(start=asked) if "-" in asked else Worth((asked,), f"{asked}-")
    figure = _figure(asked)
    if figure is not None:
        return figure
    name = folded(asked) or asked
    return Worth(start=name) if asked.endswith("*") else Worth(tuple(dict.fromkeys((name, *also(name)))))


def _figure(asked: str) -> Worth | None:
    match = _RANGE.fullmatch(asked)
    if match:
        scale, unit = _scaled(match[3])
        low, high = sorted((_typed(match[1]) * scale, _typed(match[2]) * scale))
        return Worth(start=unit, low=low, high=high)
    match = _COMPARED.fullmatch(asked)
    if not match:
        return None
    scale, unit = _scaled(match[3])
    number = _typed(match[2]) * scale
    low, high = {
        "over": (math.nextafter(number, math.inf), math.inf),
        "under": (-math.inf, math.nextafter(number, -math.inf)),
        "from": (number, math.inf),
        "to": (-math.inf, number),
        "is": (number, number),
    }[_SIGNS[match[1].lower()]]
    return Worth(start=unit, low=low, high=high)


def _typed(digits: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:[ .\u00a0\u2009\u202f]\d{3})+(?:,\d+)?", digits):
        digits = re.sub(r"[ .\u00a0\u2009\u202f]", "", digits)
    return float(digits.replace(",", "."))


def _scaled(words: str) -> tuple[float, str]:
    """Return the multiple that the words after a number begin with, and their unit without its plural."""
    first, _, rest = words.partition(" ")
    scale = _MULTIPLES.get(first.lower())
    if scale is not None:
        words = re.sub(r"^(?:de |d')", "", rest)
    unit = folded(words) or words
    return scale or 1.0, unit[:-1] if len(unit) > 3 and unit.endswith("s") else unit
