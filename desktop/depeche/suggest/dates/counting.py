"""Points and stretches that are counted in units of time, from the publication or from a date of the text."""

from __future__ import annotations

from datetime import date

from depeche.suggest.dates.calendar import DAY, Stretch, a_day, a_month, a_year, blurred, months_back
from depeche.suggest.dates.moments import Amount, Bound, Origin, Shift, Unit, Window
from depeche.suggest.dates.setting import NO_ORIGIN, Setting, Unresolved


def shifted(at: Setting, shift: Shift, anchor: date | None) -> Stretch:
    """Return the point so many units from its origin, or from `anchor`, the date that it is said to be counted from."""
    amount = shift.amount
    months, days = _length(amount)
    needed = Unit.DAY if days is not None else Unit.MONTH if months % 12 else Unit.YEAR
    base = anchor or at.origin(shift.origin, needed)
    rough = amount.bound is not Bound.EXACT
    found = _shifted(shift, base, months, days, rough)
    if anchor is None:
        check_past(at, shift.origin, base, found)
    return found


def check_past(at: Setting, origin: Origin, base: date, found: Stretch) -> None:
    """Raise Unresolved where something told of in the past would fall behind the publication: « deux mois plus tard »,
    « le lendemain » were counted from another day than the one named last."""
    if origin is not Origin.TEXT or at.when is None or at.when.unit is not Unit.DAY or at.tense > 0:
        return
    if base <= at.when.day < found.first:
        raise Unresolved(NO_ORIGIN)


def _shifted(shift: Shift, base: date, months: int, days: float | None, rough: bool) -> Stretch:
    if days is not None:
        day = base + shift.sign * round(days) * DAY
        return blurred(a_day(day), rough)
    if months % 12:
        return blurred(a_month(*months_back(base, -shift.sign * months)), rough)
    return blurred(a_year(base.year + shift.sign * months // 12), rough or months >= 600)


def window(at: Setting, what: Window) -> Stretch:
    """Return the units that end or begin with the publication."""
    amount = what.amount
    sign = 1 if what.either and at.tense > 0 else what.sign
    months, days = _length(amount)
    now = at.now(Unit.DAY if days is not None else Unit.MONTH if months % 12 else Unit.YEAR)
    assert at.when is not None
    if days is not None:
        far = a_day(now + sign * round(days) * DAY)
    elif months % 12:
        far = a_month(*months_back(now, -sign * months))
    else:
        far = a_year(now.year + sign * months // 12)
    exact = amount.bound is Bound.EXACT and amount.unit in {Unit.DAY, Unit.HOUR}
    mark = "" if exact else "~"
    if amount.vague:  # how long « quelques semaines » are is a guess
        at.readings.append(f"../{at.when.text}" if sign < 0 else f"{at.when.text}/..")
    if sign < 0:
        return Stretch(f"{far.text}{mark}/{at.when.text}", far.first, now, amount.unit)
    return Stretch(f"{at.when.text}/{far.text}{mark}", now, far.last, amount.unit)


def _length(amount: Amount) -> tuple[int, float | None]:
    """Return an amount in months, or else in days."""
    months = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}
    if amount.unit in months:
        whole = amount.count * months[amount.unit]
        return round(whole), (15 if whole == 0.5 else None)
    return 0, amount.count * {Unit.HOUR: 1 / 24, Unit.DAY: 1, Unit.WEEK: 7}[amount.unit]
