"""Names of things in the words a person reads: sources of suggestions, values of marks."""

from __future__ import annotations

import re

from depeche.annotate.hand import One
from depeche.core.scheme import Label
from depeche.core.source_names import source_words as source_words
from depeche.core.suggestion import Suggestion
from depeche.messages import language, number, tr
from depeche.suggest.figures.numbers import is_figure_value

_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_YEAR = re.compile(r"\d{4}")
"""May be the value of a date as well."""


def score_words(score: float | None) -> str:
    """Return a score between 0 and 1 as a percentage; a dash for one that isn't known."""
    return "—" if score is None else tr("{share} %", share=f"{100 * score:.0f}")


def value_words(one: One) -> str:
    """Return a mark's value: a number in words (« 25 000 à 30 000 ») with its unit, several names joined."""
    value = " ; ".join(one.value) if isinstance(one.value, tuple) else one.value or ""
    unit = one.attrs.get("unit")
    if not _YEAR.fullmatch(value) or isinstance(unit, str):
        value = figure_words(value)
    if value and isinstance(unit, str) and unit not in value:
        return f"{value} {unit}"
    return value


def figure_words(value: str) -> str:
    """Return a figure's value as one says it: `25000..30000` is « 25 000 à 30 000 », `~600` « environ 600 ».

    All that isn't written as a figure comes back as it is.
    """
    if not is_figure_value(value):
        return value
    low, to, high = (_DIGITS.sub(_in_groups, part) for part in value.removeprefix("~").partition(".."))
    if value.startswith("~"):
        return tr("environ {low}", low=low)
    if not to:
        return low
    if low and high:
        return tr("{low} à {high}", low=low, high=high)
    return tr("au moins {low}", low=low) if low else tr("au plus {high}", high=high)


def _in_groups(match: re.Match[str]) -> str:
    whole, point, rest = match[0].partition(".")
    mark = point if language() == "en" or not point else ","
    return f"{number(int(whole))}{mark}{rest}"


def attribute_words(one: One, label: Label) -> str:
    """Return what is said of a mark beside its value, of what its label lets one say."""
    said = []
    for each in label.attributes:
        value = one.attrs.get(each.attribute)
        if value not in (None, False, ""):
            said.append(each.name if value is True else tr("{name} : {value}", name=each.name, value=value))
    return " · ".join(said) or ("—" if label.attributes else "")


def second_line(one: One, kind: str) -> str:
    """Return what stands below a mark's words in the list: value, the name of its kind, and a suggestion's score."""
    parts = [value_words(one) or "—"]
    if kind:
        parts.append(kind)
    if isinstance(one, Suggestion):
        parts.append(score_words(one.score))
    return " · ".join(parts)
