"""Days, months, seasons and feasts by their names, where these are dates and no persons, papers or « été » = been."""

from __future__ import annotations

from dataclasses import replace

from depeche.suggest.dates import parts, periods, stretches
from depeche.suggest.dates.amounts import matches
from depeche.suggest.dates.clock import hour, part_of_day
from depeche.suggest.dates.days import Read, aim_of_name, day_number, days, weekday
from depeche.suggest.dates.moments import (
    Aim,
    Origin,
    Period,
    Point,
    Range,
    Season,
    Several,
    Unit,
)
from depeche.suggest.dates.tense import FUTURE, tense_at
from depeche.suggest.dates.tokens import Tokens
from depeche.suggest.dates.words import NUMBER_WORDS, WEEKDAYS_SHORT


def day(t: Tokens, i: int) -> Read:
    """Read a day with its month, and the clock time that stands with it."""
    read = days(t, i)
    if read is None or (t.key(i) in NUMBER_WORDS and isinstance(read[0], Range | Several)):
        return None
    return read[0], part_of_day(t, read[1])


def _is_name(t: Tokens, i: int) -> bool:
    """Tell whether a word has a capital that it owes to being a name: « Le Journal du Dimanche », « M. Avril »."""
    if not t.capital(i) or t.opens(i):
        return False
    return not (t.word(i).isupper() and len(t.word(i)) > 2)


def bare_weekday(t: Tokens, i: int) -> Read:
    """Read a weekday without a month: « lundi prochain », « jeudi soir », « lundi à 14 h 30 », « lundi 14 »."""
    name = weekday(t, i)
    before = t.key(i - 1)
    if name is None or t.key(i) in WEEKDAYS_SHORT or before in {"chaque", "un", "aucun", "tout"}:
        return None
    point, j = Point(weekday=name[0]), name[1]
    apart = j + (t.key(j) == "," and t.key(j + 1) == "le") + (t.key(j) == "le" or t.key(j + 1) == "le")
    numbered = _numbered(t, point, j, before) or (_numbered(t, point, apart, "") if t.key(apart - 1) == "le" else None)
    if numbered:
        return numbered
    if _is_name(t, i):
        return None
    j = _short_part(t, j)
    aim, j = aim_of_name(t, j)
    if aim:
        return replace(point, aim=aim), part_of_day(t, j)
    if t.key(j) == "en" and t.key(j + 1) in {"huit", "8", "quinze", "15"}:
        return replace(point, aim=Aim.NEXT, weeks=1 if t.key(j + 1) in {"huit", "8"} else 2), j + 2
    for word, side in (("apres", Aim.AFTER), ("avant", Aim.BEFORE)):
        if matches(t, j, ("d", "'", word)):
            return replace(point, aim=side), j + 3
    k = periods.of(t, j) if t.key(j) == "de" else j + 1 if t.key(j) == "la" else j
    week = (periods.near(t, k) if k > j else None) or parts.demonstrative(t, k)
    if week and isinstance(week[0], Period) and week[0].unit is Unit.WEEK:
        return replace(point, within=week[0]), week[1]
    if (
        before == "du"
        or (before == "au" and weekday(t, i - 2))
        or (before == "le" and t.key(i - 2) not in {"depuis", "jusqu"})
    ):
        return None  # « le mercredi », « du lundi au vendredi » come back every week
    return point, part_of_day(t, j)


def _numbered(t: Tokens, point: Point, j: int, before: str) -> Read:
    """Read the day's number after its name, « jeudi 12 », where it counts nothing (« jeudi 12 soldats »)."""
    number = t.key(j)
    if not number.isdecimal() or len(number) > 2 or not 1 <= int(number) <= 31:
        return None
    k = j + 2 if t.key(j + 1) == "er" else j + 1
    closed = not t.key(k)[:1].isalnum() or t.key(k) in {"à", "au", "dans", "vers", "en", "par", "a", "et"}
    decimal = t.key(k) == "," and t.touches(k) and t.key(k + 1).isdecimal()
    if decimal or hour(t, j) is not None or t.key(k) in {"h", ":", "%", "/", "-", "€", "$"}:
        return None
    if before not in {"le", "du", "au", "ce"} and not closed:
        return None
    return replace(point, day=int(number)), part_of_day(t, k)


def _short_part(t: Tokens, i: int) -> int:
    if t.key(i) in {"matin", "soir", "midi"}:
        return i + 1
    return i + 3 if matches(t, i, ("apres", "-", "midi")) else i


def bare_month(t: Tokens, i: int) -> Read:
    """Read a month without a day. In French a month is in lower case; with a capital it may be a name or a planet."""
    read = periods.named_month(t, i)
    numbered = t.key(i - 1).isdecimal() or (t.key(i - 1) == "-" and t.touches(i - 1) and t.touches(i - 2))
    if read is None or (numbered and len(t.key(i - 1)) <= 2):
        return None  # « 32 juillet » is no July
    bare = isinstance(read[0], Point) and read[0] == Point(month=read[0].month)
    if t.key(i) == "avril" and t.key(i - 3) in {"poisson", "poissons"}:
        return None
    if bare and t.capital(i):
        shouted = t.word(i).isupper() and len(t.word(i)) > 2
        introduced = t.key(i - 1) in {"en", "fin", "debut", "depuis"} or t.opens(i)
        if (
            t.key(i) == "mars"
            or t.capital(read[1])
            or not (introduced or shouted)
            or t.key(i - 2) in {"m", "mm", "mme"}
        ):
            return None
    return read


_SEASON_LEADS = {
    "en", "fin", "debut", "dès", "cet", "ce", "depuis", "au", "le", "mi", "cours", "du", "courant", "jusqu",
}  # fmt: skip
_SUMMER_LEADS = {"en", "fin", "debut", "cet", "mi", "courant"}
"""What stands before « été » and not before « été » = been (« ayant depuis été libérés »)."""
_SEASON_PARTS = {"fin", "debut", "milieu", "cours", "lors", "approche", "seuil", "sortie", "arrivee", "retour"}
_AUXILIARIES = {"a", "ont", "avait", "avaient", "ayant", "ai", "as", "avoir", "eu", "aurait", "aura"}
_NO_SEASON = {"arabe", "arabes", "erable", "des", "nucleaire", "demographique", "austral", "de", "du", "republicain"}


def bare_season(t: Tokens, i: int) -> Read:
    """Read a season where it is one: « été » is more often « been », « printemps arabe » an event."""
    read = periods.season(t, i)
    if read is None or not isinstance(read[0], Season):
        return read
    before = t.key(i - 1)
    if before == "'" and t.key(i - 2) == "d":
        return None  # « Jeux d'été », « cours d'été »: which kind, not when
    if read[0].year or read[0].aim:
        return read
    if (t.capital(i) and not t.opens(i)) or t.key(i + 1) in _NO_SEASON:
        return None
    if before == "'":
        part_of = t.key(i - 3) == "de" and t.key(i - 4) in _SEASON_PARTS
        if t.key(i - 2) != "l" or t.key(i - 3) in _AUXILIARIES or (t.key(i - 3) == "de" and not part_of):
            return None
    elif before not in _SEASON_LEADS or (before not in _SUMMER_LEADS and t.key(i) == "ete"):
        return None
    return read


def clock_first(t: Tokens, i: int) -> Read:
    """Read « 14 h 30 lundi », « 4 h mardi », « 14 h le 13 juillet »."""
    after = hour(t, i)
    if after is None:
        return None
    j = after + 1 if t.key(after) == "le" else after
    if t.key(j) == "ce" and weekday(t, j + 1):
        return shown(t, j)  # « 15 h ce jeudi »
    read = days(t, j) or stretches.deictic(t, j) or (bare_weekday(t, j) if j == after else None)
    return (read[0], part_of_day(t, read[1])) if read else None


def to_this_day(t: Tokens, i: int) -> Read:
    """Read « à ce jour », where « à » belongs to the date (but « jusqu'à ce jour »)."""
    if not matches(t, i, ("à", "ce", "jour")) or t.key(i + 3) == "-" or t.key(i - 1) == "'":
        return None
    return Period(Unit.DAY, 0), i + 3


def near_day(t: Tokens, i: int) -> Read:
    """Read « hier soir », « aujourd'hui vendredi », « la veille au soir »."""
    read = stretches.deictic(t, i) or stretches.anaphoric(t, i)
    if read is None or _is_name(t, i):
        return None
    j = part_of_day(t, read[1])
    if isinstance(read[0], Period) and t.key(j) == "," and weekday(t, j + 1):
        inner = days(t, j + 1) or _numbered_day(t, j + 1)  # « hier, jeudi 16 août »
        return (inner[0], part_of_day(t, inner[1])) if inner else (read[0], j)
    if isinstance(read[0], Period) and read[0].origin is Origin.NOW and weekday(t, j):
        inner = days(t, j)
        return (inner[0], part_of_day(t, inner[1])) if inner else (read[0], part_of_day(t, j + 1))
    return read[0], j


def _numbered_day(t: Tokens, i: int) -> Read:
    """Read « jeudi 16 » where a comma or full stop ends it."""
    name = weekday(t, i)
    read = _numbered(t, Point(weekday=name[0]), name[1], "le") if name else None
    return read if read and t.key(read[1]) in _DAY_ENDS else None


def earlier(t: Tokens, i: int) -> Read:
    """Read « plus tôt cette année », « plus tard ce mois-ci », « plus tôt dans la semaine »."""
    if t.key(i) != "plus" or t.key(i + 1) not in {"tot", "tard"}:
        return None
    read = parts.demonstrative(t, i + 2)
    if read is None and t.key(i + 2) == "dans":
        j = i + 4 if t.key(i + 3) in {"la", "le"} else i + 5 if matches(t, i + 3, ("l", "'")) else i
        word = periods.unit_word(t, j) if j > i else None
        read = (Period(word[0], 0), word[1]) if word and word[0] in {Unit.WEEK, Unit.MONTH, Unit.YEAR} else None
    if read is None or not isinstance(read[0], Period) or read[0].unit is Unit.DAY:
        return None
    return read


def shown(t: Tokens, i: int) -> Read:
    """Read what a demonstrative shows, with the clock time that stands with it."""
    named = bare_weekday(t, i + 1) if t.key(i) == "ce" else None
    if named and isinstance(named[0], Point) and named[0].day:
        whole = days(t, i + 1)
        if whole is None:
            return named  # « ce jeudi 26 »
    read = parts.demonstrative(t, i)
    if read and isinstance(read[0], Point) and (read[0].day or read[0].weekday is not None):
        return read[0], part_of_day(t, read[1])
    return read


_DAY_LEADS = {"depuis", "dès", "avant", "apres", "'", "ici", "partir", "jusqu"}
_DAY_ENDS = {",", ".", ";", ")", "\n", "", "»", '"', "?", "!"}


def bare_number(t: Tokens, i: int) -> Read:
    """Read a day of a month that goes without saying: « depuis le 4 », « rouvriront le 8. », « du 22 au 25 »."""
    first = day_number(t, i)
    if first is None or t.touches(i - 1) or t.key(i - 1) not in {"le", "au", "du"}:
        return None
    j = first[1]
    k = periods.of(t, j) if t.key(j) in {"de", "du"} else j
    around = (periods.near(t, k) or parts.demonstrative(t, k)) if k > j else None
    if around and isinstance(around[0], Period) and around[0].unit is Unit.MONTH and around[0].part is None:
        return Point(day=first[0], within=around[0]), part_of_day(t, around[1])  # « le 15 de ce mois »
    between = t.key(i - 1) == "le" and t.key(i - 2) == "entre" and matches(t, j, ("et", "le"))
    if between or (t.key(i - 1) == "du" and t.key(j) == "au"):
        j += between
        last = day_number(t, j + 1) if t.key(j + 1).isdecimal() else None
        if last is None or not first[0] < last[0] or not _day_ends(t, last[1]):
            return None
        return Range(Point(day=first[0]), Point(day=last[0])), last[1]
    if t.key(j) == "au" and (after := part_of_day(t, j)) > j:
        return Point(day=first[0]), after  # « le 3 au soir »
    led = t.key(i - 2) in _DAY_LEADS or (t.key(i - 1) == "le" and tense_at(t, i, j) == FUTURE)
    return (Point(day=first[0]), j) if _day_ends(t, j) and led else None


def _day_ends(t: Tokens, j: int) -> bool:
    decimal = t.touches(j - 1) and t.touches(j) and t.key(j + 1)[:1].isalnum()
    return t.key(j) in _DAY_ENDS and not decimal
