"""Dates that a person drew or typed: their value, and whether a typed value is EDTF."""

from __future__ import annotations

import re
from functools import lru_cache

from depeche.suggest.dates.grammar import expressions
from depeche.suggest.dates.setting import Value, published
from depeche.suggest.dates.source import readings
from depeche.suggest.dates.tokens import Tokens

_SHAPE = re.compile(r"[\dXYESTZ.,:;/~?%+\-{}\[\]u]{3,80}")
_ARTICLES = re.compile(r"(?:(?:le|la|les|au|aux|du|de|en|dès|depuis|à)\s+|[ld]['’])*", re.IGNORECASE)


@lru_cache(maxsize=4096)
def is_edtf(value: str) -> bool:
    """Tell whether `value` is a date in EDTF (ISO 8601-2). Asks the `edtf` package: some 5 ms for a new value."""
    if not _SHAPE.fullmatch(value):
        return False
    from edtf import parse_edtf  # slow to import
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parsed = parse_edtf(value)
        parsed.lower_strict()  # a day that the calendar doesn't have only shows here
    except (EDTFParseException, ValueError, AttributeError, TypeError):
        return False
    return True


def resolve(
    text: str, before: str = "", after: str = "", publication: str | None = None
) -> tuple[str | None, tuple[str, ...]]:
    """Return the value of a date drawn by hand, and its other readings; `(None, ())` where it can't be read.

    `before` and `after` are the text around it, of which a few words will do: they tell the tense and whether a number
    is a year. `publication` is the article's date, None if unknown.
    """
    value = _best(text, before, after, publication)
    return (value.text, value.readings) if value else (None, ())


def _best(text: str, before: str, after: str, publication: str | None) -> Value | None:
    start, end = len(before), len(before) + len(text)
    best: tuple[int, Value] | None = None
    t = Tokens(before + text + after)
    for e, value, _tense in readings(t, published(publication)):
        shared = min(end, t.end[e.after - 1]) - max(start, t.start[e.first])
        if shared > 0 and (best is None or shared > best[0]):
            best = shared, value
    return best[1] if best else None


def parse_typed_date(text: str, publication: str | None = None) -> str | None:
    """Return the EDTF value of what a person typed: « 13/7 », « hier », « fin juin », `2025-07-13`. None if not a date.

    A value that is EDTF already comes back as it is. `publication` as in `resolve`.
    """
    text = text.strip()
    if not text or len(text) > 200:
        return None
    if is_edtf(text):
        return text
    # Words alone say little: « le » makes 13/7 a day, « en » makes 2024 a year, « l' » makes été a season.
    for lead in ("le ", "en ", "l'", "depuis "):
        t = Tokens(lead + text)
        found = list(expressions(t))
        rest = t.text[len(lead) : t.start[found[0].first]] if found else ""
        if len(found) == 1 and t.end[found[0].after - 1] == len(t.text) and _ARTICLES.fullmatch(rest):
            return resolve(text, lead, "", publication)[0]
    return None
