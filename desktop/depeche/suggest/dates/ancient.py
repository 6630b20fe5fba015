"""Years, centuries and millennia that are counted to or from our era: « 44 av. J.-C. », « IIe siècle de notre ère »."""

from __future__ import annotations

from depeche.suggest.dates.amounts import matches
from depeche.suggest.dates.days import Read, day_number, month
from depeche.suggest.dates.eras import ordinal
from depeche.suggest.dates.moments import Ancient, Block, Moment, Point, Range, Several, Unit
from depeche.suggest.dates.tokens import Tokens

_CHRIST: tuple[tuple[str, ...], ...] = (
    ("j", ".", "-", "c", "."), ("j", ".", "c", "."), ("j", "-", "c", "."), ("j", "-", "c"), ("jc",),
    ("jesus", "-", "christ"), ("jesus", "christ"), ("le", "christ"),
)  # fmt: skip
_ERA: tuple[tuple[str, ...], ...] = (("notre", "ere"), ("l", "'", "ere", "chretienne"), ("l", "'", "ere", "commune"))
_SIDES = {"av": -1, "avant": -1, "ap": 1, "apr": 1, "apres": 1, "de": 1}


def era(t: Tokens, i: int) -> tuple[int, int] | None:
    """Read « av. J.-C. », « avant notre ère », « après Jésus-Christ »: -1 or 1, and the next token."""
    sign = _SIDES.get(t.key(i), 0)
    j = i + 2 if t.key(i) in {"av", "ap", "apr"} and t.key(i + 1) == "." else i + 1
    for keys in (*_CHRIST, *_ERA) if sign else ():
        if matches(t, j, keys) and (t.key(i) != "de" or keys in _ERA):
            return sign, j + len(keys)
    return None


def year(t: Tokens, i: int) -> Read:
    """Read a year, or two joined, with its era: « 44 av. J.-C. », « 58-52 av. J.-C. », « 15 mars 44 av. J.-C. »."""
    day = day_number(t, i)
    named = month(t, day[1]) if day else month(t, i)
    j = named[1] if named else i
    first = _number(t, j)
    if first is None:
        return None
    years, j = [first], j + 1
    joined = t.key(j) in {"-", "à", "et"}
    if not named and joined and _number(t, j + 1 + (t.key(j + 1) == "en")):
        j += 1 + (t.key(j + 1) == "en")
        years, j = [first, int(t.key(j))], j + 1
    side = era(t, j)
    if side is None or (t.touches(i - 1) and t.key(i - 1)[:1] not in {"(", "'", "«", '"', "-"}):
        return None
    counted = [value if side[0] > 0 else 1 - value for value in years]
    if counted[0] > counted[-1]:
        return None
    return Ancient(counted[0], counted[-1], named[0] if named else None, day[0] if named and day else None), side[1]


def _number(t: Tokens, i: int) -> int | None:
    key = t.key(i)
    return int(key) if key.isdecimal() and len(key) <= 4 and int(key) else None


def millennium(t: Tokens, i: int) -> Read:
    """Read « IIIe millénaire av. J.-C. »."""
    read = ordinal(t, i)
    if read is None or t.key(read[1]) not in {"millenaire", "millenaires"} or not 1 <= read[0] <= 9:
        return None
    side = era(t, read[1] + 1)
    if side is None:
        return None
    count = read[0]
    if side[0] < 0:
        return Ancient(1 - 1000 * count, 1000 - 1000 * count), side[1]
    return Ancient(1000 * count - 999, 1000 * count), side[1]


def of_its_era(t: Tokens, moment: Moment, after: int) -> tuple[Moment, int]:
    """Read the era behind what was read: « fin du IIe siècle av. J.-C. », « 1200 av. J.-C. »; as it is without one."""
    side = era(t, after)
    if side is None or isinstance(moment, Ancient):
        return moment, after
    counted = _years(moment)
    if not counted:
        return moment, after
    if side[0] > 0:
        return moment, side[1]
    part = moment.part if isinstance(moment, Block) else None
    return Ancient(1 - max(counted), 1 - min(counted), part=part), side[1]


def _years(moment: Moment) -> list[int]:
    """Return the first and last year that centuries or years are counted by, nothing for another moment."""
    if isinstance(moment, Block) and moment.unit is Unit.CENTURY:
        return [moment.index * 100 + 1, moment.index * 100 + 100]
    if isinstance(moment, Point) and moment.year and not (moment.month or moment.part):
        return [moment.year]
    if isinstance(moment, Several | Range):
        ends = [_years(one) for one in (moment.members if isinstance(moment, Several) else (moment.start, moment.end))]
        return [year for end in ends for year in end] if all(ends) else []
    return []
