"""Parts of a day, and the days beside it, with « de »: « nuit de samedi », « soir de Noël », « lendemain du 3 mai »."""

from __future__ import annotations

from dataclasses import replace

from depeche.suggest.dates import periods
from depeche.suggest.dates.amounts import matches
from depeche.suggest.dates.clock import part_of_day
from depeche.suggest.dates.days import Read, aim_of_name, day_number, days, weekday, year
from depeche.suggest.dates.feasts import feast_aim, feast_end
from depeche.suggest.dates.moments import Amount, Feast, Night, Origin, Period, Point, Range, Shift, Unit
from depeche.suggest.dates.tokens import Tokens
from depeche.suggest.dates.words import AIMS, FEASTS

_STEPS_AROUND = {"veille": -1, "lendemain": 1, "surlendemain": 2}


def of_the_day(t: Tokens, i: int) -> Read:
    """Read « nuit de samedi à dimanche », « nuit du 12 au 13 juillet », « matinée de lundi », « soir de Noël »."""
    key, j = t.key(i), i + 1
    if key == "apres":
        if not matches(t, i, ("apres", "-", "midi")):
            return None
        j = i + 3
    if key == "nuit" and t.key(j) in {"derniere", "passee", "precedente", "suivante"}:
        step, origin = periods.STEPS[AIMS[t.key(j)]]
        return Night(Period(Unit.DAY, min(step, 0), origin), both=True), j + 1
    if t.key(j) not in {"de", "du", "d"}:
        return None
    k = periods.of(t, j)
    for keys, (month, number) in FEASTS.items():
        at = feast_end(t, k, keys)
        if at is not None and key in {"soir", "nuit", "jour", "veille", "lendemain", "matin"}:
            named = year(t, at)
            found, at = (Feast(month, number, named[0]), named[1]) if named else feast_aim(t, at, Feast(month, number))
            return replace(found, offset=_STEPS_AROUND.get(key, 0)), at
    if key in _STEPS_AROUND and t.key(j) == "du":
        base = days(t, k)
        if base and isinstance(base[0], Point):
            step = _STEPS_AROUND[key]
            return Shift(Amount(abs(step), Unit.DAY), 1 if step > 0 else -1, Origin.TEXT, base[0]), base[1]
    if key in {"jour", *_STEPS_AROUND}:
        return None
    if key == "journee" and t.key(i - 2) not in {"dans", "durant", "pendant", "cours", "long"}:
        return None  # « la journée du 9 décembre », what happened then
    read = _dayish(t, k, key)
    return (read[0], part_of_day(t, read[1])) if read else None


def _between_days(t: Tokens, k: int) -> Read:
    """Read the two days of a night without their month: « du 12 au 13 », « du lundi 4 au mardi 5 »."""
    name = weekday(t, k)
    first = day_number(t, name[1] if name else k)
    if first is None or t.key(first[1]) not in {"au", "à", "-"}:
        return None
    other = weekday(t, first[1] + 1)
    second = day_number(t, other[1] if other else first[1] + 1)
    if second is None or second[0] not in {first[0] + 1, 1}:
        return None
    return Night(Point(day=first[0], weekday=name[0] if name else None), both=True), second[1]


def _dayish(t: Tokens, k: int, key: str) -> Read:
    night = key == "nuit"
    inner = days(t, k) or (_between_days(t, k) if night else None)
    if inner:
        moment, after = inner
        return (Night(moment.start, both=True) if night and isinstance(moment, Range) else moment), after
    name = weekday(t, k)
    if name:
        joint = name[1]
        if night and t.key(joint) in {"à", "au", "-"} and weekday(t, joint + 1):
            end = days(t, joint + 1)
            if end and isinstance(end[0], Point):
                return Range(Point(weekday=name[0]), end[0]), end[1]  # « nuit de jeudi à vendredi 31 mars »
            return Night(Point(weekday=name[0]), both=True), joint + 2
        if t.key(k - 1) == "du" and t.key(joint) == "au":
            return None
        aim, after = aim_of_name(t, joint)
        first = Point(weekday=name[0], aim=aim)
        return (Night(first, both=False) if night else first), after
    if t.key(k) in {"hier", "demain"}:
        return Period(Unit.DAY, -1 if t.key(k) == "hier" else 1), k + 1
    return None
