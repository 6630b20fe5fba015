"""When two values mean the same: names, numbers, days; ours are written by the guide, other sets' in their own ways."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction

Days = tuple[date, date]
Bounds = tuple[Fraction | None, Fraction | None]

_NUMBER = re.compile(r"([-+]?)(\d+(?:[.,]\d+)?(?:E[-+]?\d+)?)(?:/(\d+))?")
_MULTIPLE = re.compile(r"\s*(mille|million|milliard|billion)s?\b")
_MULTIPLES = {"mille": 10**3, "million": 10**6, "milliard": 10**9, "billion": 10**12}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T([\d:]+))?")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_SEASONS = {"SP": "21", "SU": "22", "AU": "23", "FA": "23", "WI": "24"}


def folded(name: str) -> str:
    """Return a name without case, accents, hyphens, and the article before it."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    words = re.sub(r"[\s’'-]+", " ", plain).strip()
    return re.sub(r"^(?:le|la|les|l) ", "", words)


def same_name(ours: str, gold: str) -> bool:
    """Tell whether two names or units are the same but for case, accents, hyphens and a leading article."""
    return folded(ours) == folded(gold)


def within(ours: str, gold: str) -> bool:
    """Tell whether a name stands in a longer description (« Nuria Alvarez, analyste chez … »)."""
    words = re.sub(r"\W+", " ", folded(gold))
    return f" {folded(ours)} " in f" {words} "


def same_figure(ours: str, gold: str) -> bool:
    """Compare two figures by the guide: the same bounds, and « about » in both or in neither."""
    return ours.startswith("~") == gold.startswith("~") and _known(bounds(ours)) == _known(bounds(gold))


def same_text(ours: str, gold: str) -> bool:
    """Compare two EDTF values by the guide: letter for letter."""
    return ours == gold


def same_amount(ours: str, gold: str) -> bool:
    """Compare a figure with another project's: the bounds only, whatever the unit and however written."""
    return _known(bounds(ours)) == _known(bounds(gold))


def same_days(ours: str, gold: str) -> bool:
    """Compare an EDTF value with days, months, years or stretches of them: the same first and last day."""
    return ours == gold or (days(ours) is not None and days(ours) == days(gold))


def same_timex(ours: str, gold: str) -> bool:
    """Compare an EDTF value with a TIMEX3 one (French TimeBank).

    A time of day is left aside, as our dates have none. « début octobre » is 2002-10 there, with its part elsewhere:
    any stretch within that month fits. An unnamed year (XXXX-SU) fits any.
    """
    gold = re.sub(r"(?<=\d)T\S*$", "", gold)
    if week := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", gold):
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        first = monday + timedelta(days=5) if week[3] else monday
        return days(ours) == (first, monday + timedelta(days=6))
    if season := re.fullmatch(r"(\d{4}|XXXX)-(SP|SU|AU|FA|WI)", gold):
        return re.fullmatch(season[1].replace("X", ".") + "-" + _SEASONS[season[2]], ours) is not None
    if gold.startswith("XXXX-"):
        return ours.endswith(gold[4:])
    mine, theirs = days(ours), days(gold)
    if mine is None or theirs is None:
        return ours == gold
    part = bool(_MONTH.fullmatch(gold)) and theirs[0] <= mine[0] and mine[1] <= theirs[1] and mine[0] != mine[1]
    return mine == theirs or part or (gold[-3:-2] == "-" and ours.startswith(f"{gold}/"))


def bounds(value: str) -> Bounds | None:
    """Return the least and the greatest number that a figure allows, None where it holds no number.

    Reads `600`, `~600`, `1/4`, `25000..30000`, `..90`, `0,3 %`, `2 millions de dollars`, `(20,35]`.
    """
    value = value.strip().lstrip("~").replace("\u00a0", " ")
    if interval := re.fullmatch(r"[(\[]([^,]*),([^,]*)[)\]]", value):
        return _one(interval[1]), _one(interval[2])
    if ".." in value:
        low, _, high = value.partition("..")
        return _one(low), _one(high)
    only = _one(value)
    return None if only is None else (only, only)


def days(value: str) -> Days | None:
    """Return the first and the last day of a date, None where it isn't bounded (an open stretch, a season)."""
    value = re.sub(r"[~?%]", "", value)
    first, slash, last = value.partition("/")
    if slash:
        begin, end = days(first), days(last)
        return (begin[0], end[1]) if begin and end else None
    try:
        if day := _DAY.fullmatch(value):
            only = date(int(day[1]), int(day[2]), int(day[3]))
            return only, only
        if month := _MONTH.fullmatch(value):
            year, number = int(month[1]), int(month[2])
            return date(year, number, 1), date(year, number, monthrange(year, number)[1])
        if re.fullmatch(r"\d{4}|\d{3}X|\d{2}XX", value):
            return date(int(value.replace("X", "0")), 1, 1), date(int(value.replace("X", "9")), 12, 31)
    except ValueError:  # « 2016-02-30 », a season (2024-22)
        return None
    return None


def closed(value: str) -> str | None:
    """Return another project's stretch, whose end is the first day or instant not in it, as one that holds its end.

    None where it is open on one side: by the guide « après 2018 » is a preposition and the date 2018.
    """
    first, slash, last = value.partition("/")
    if not slash:
        return value
    if ".." in (first, last):
        return None
    end = days(last)
    if end is None:
        return value
    midnight = not (day := _DAY.fullmatch(last)) or not day[4] or set(day[4]) <= set("0:")
    until = end[0] - timedelta(days=1) if midnight else end[0]
    begin = days(first)
    return until.isoformat() if begin and begin[0] == until else f"{first}/{until.isoformat()}"


def _known(value: Bounds | None) -> Bounds | str:
    return "none" if value is None else value


def _one(text: str) -> Fraction | None:
    number = _NUMBER.search(text)
    if not number:
        return None
    found = Fraction(number[2].replace(",", ".")) / int(number[3] or 1)
    if multiple := _MULTIPLE.match(text, number.end()):
        found *= _MULTIPLES[multiple[1]]
    return -found if number[1] == "-" else found
