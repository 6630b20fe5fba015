"""What a date expression stands for, as EDTF, once it is known when the text appeared and what it named before."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from depeche.suggest.dates.calendar import (
    DAY,
    Stretch,
    a_century,
    a_day,
    a_decade,
    a_month,
    a_season,
    a_week,
    a_weekend,
    a_year,
    easter,
    shift_months,
    some_days,
    some_months,
)
from depeche.suggest.dates.moments import (
    Aim,
    Amount,
    Block,
    Bound,
    Feast,
    Moment,
    Night,
    Nth,
    Origin,
    Part,
    Period,
    Point,
    Range,
    Season,
    Several,
    Shift,
    Unit,
    Week,
    Window,
)

UNKNOWN = "date de publication inconnue"
COARSE = "date de publication trop peu précise"
NO_ORIGIN = "compté depuis une date que le texte ne donne pas"
EVENT = "compté depuis un événement"
IMPOSSIBLE = "date impossible"

_PUBLISHED = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d-])")
_FINENESS = {Unit.DAY: 0, Unit.WEEK: 0, Unit.WEEKEND: 0, Unit.MONTH: 1, Unit.QUARTER: 2, Unit.HALF: 2, Unit.YEAR: 3}
_NEAR = 60
"""Days within which a day without a year is the nearest one, whatever the tense."""


@dataclass(frozen=True, slots=True)
class Published:
    """When a text appeared: a day that stands for it, and how finely it is known (day, month or year)."""

    day: date
    unit: Unit
    text: str


def published(text: str | None) -> Published | None:
    """Read a publication date (`2025-07-13`, `2025-07`, `2025`, with a time after it or not); None where it is none."""
    found = _PUBLISHED.match(text.strip()) if text else None
    if found is None:
        return None
    try:
        if found[3]:
            return Published(date(int(found[1]), int(found[2]), int(found[3])), Unit.DAY, found[0])
        if found[2]:
            return Published(date(int(found[1]), int(found[2]), 15), Unit.MONTH, found[0])
        return Published(date(int(found[1]), 7, 1), Unit.YEAR, found[0])
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression stands for.

    `text` is EDTF, None where nothing may be said; then `note` says why, in French. `readings` are other values that
    the words allow. `relative` tells that all this hangs on the publication date. `stretch` is the same for reckoning.
    """

    text: str | None
    readings: tuple[str, ...] = ()
    relative: bool = False
    note: str | None = None
    stretch: Stretch | None = None


class _Unresolved(Exception):
    """No value can be given; says why."""


def resolve(moment: Moment, when: Published | None, tense: int = 0, named: Value | None = None) -> Value:
    """Return what `moment` stands for in a text that appeared `when`.

    `tense` is that of the verb it goes with: -1 past, 1 future, 0 not known. `named` is the date the text named last.
    """
    reckoner = _Reckoner(when, tense, named)
    try:
        stretch = reckoner.stretch(moment)
    except _Unresolved as why:
        return Value(None, (), reckoner.relative, str(why))
    except (ValueError, OverflowError):
        return Value(None, (), reckoner.relative, IMPOSSIBLE)
    readings = tuple(dict.fromkeys(text for text in reckoner.readings if text != stretch.text))[:3]
    return Value(stretch.text, readings, reckoner.relative, None, stretch)


class _Reckoner:
    """Works out one expression; remembers whether it looked at the publication date, and what else it might be."""

    def __init__(self, when: Published | None, tense: int, named: Value | None) -> None:
        self._when = when
        self._tense = tense
        self._named = named
        self.relative = False
        self.readings: list[str] = []

    # --- what is counted from

    def _now(self, needed: Unit) -> date:
        self.relative = True
        if self._when is None:
            raise _Unresolved(UNKNOWN)
        if _FINENESS[self._when.unit] > _FINENESS.get(needed, 3):
            raise _Unresolved(COARSE)
        return self._when.day

    def _last_named(self, needed: Unit) -> date | None:
        named = self._named
        if named is None or named.stretch is None or _FINENESS.get(named.stretch.unit, 4) > _FINENESS.get(needed, 3):
            return None
        self.relative = self.relative or named.relative
        return named.stretch.first

    def _origin(self, origin: Origin, needed: Unit) -> date:
        if origin is Origin.EVENT:
            raise _Unresolved(EVENT)
        if origin is Origin.NOW:
            return self._now(needed)
        named = self._last_named(needed)
        if named is None:
            raise _Unresolved(NO_ORIGIN)
        return named

    # --- each kind of moment

    def stretch(self, moment: Moment) -> Stretch:
        match moment:
            case Point():
                return self._point(moment)
            case Season():
                return self._season(moment)
            case Block():
                return self._block(moment)
            case Period():
                return self._period(moment)
            case Shift():
                return self._shift(moment)
            case Window():
                return self._window(moment)
            case Night():
                return self._night(moment)
            case Week():
                day = self.stretch(moment.day).first
                return a_week(day) if moment.unit is Unit.WEEK else a_weekend(day)
            case Nth():
                return self._nth(moment)
            case Feast():
                return self._feast(moment)
            case Range():
                return self._range(moment)
            case Several():
                return self._several(moment)

    def _point(self, point: Point) -> Stretch:
        if point.within is not None:
            around = self.stretch(point.within)
            if point.month is None and point.weekday is not None:
                return a_day(around.first + point.weekday * DAY)
            point = replace(point, within=None, year=around.first.year)
        if point.year is not None:
            if point.month is None:
                return a_year(point.year, point.part)
            if point.day is None:
                return a_month(point.year, point.month, point.part)
            if point.swapped:
                self.readings.append(date(point.year, point.day, point.month).isoformat())
            return a_day(date(point.year, point.month, point.day))
        if point.month is None:
            return self._weekday(point)
        if point.day is None:
            return self._month(point, point.month)
        return self._day_of_year(point, lambda year: self._fitting(year, point))

    @staticmethod
    def _fitting(year: int, point: Point) -> date | None:
        assert point.month is not None and point.day is not None
        try:
            return date(year, point.month, point.day)
        except ValueError:
            return None

    def _weekday(self, point: Point) -> Stretch:
        if point.aim in {Aim.BEFORE, Aim.AFTER, Aim.SAME}:
            named = self._last_named(Unit.DAY)
            if named is not None and point.weekday is not None:
                if point.aim is Aim.SAME and named.weekday() == point.weekday:
                    return a_day(named)
                ahead = (point.weekday - named.weekday() - 1) % 7 + 1
                back = (named.weekday() - point.weekday - 1) % 7 + 1
                return a_day(named - back * DAY if point.aim is Aim.BEFORE else named + ahead * DAY)
        now = self._now(Unit.DAY)
        if point.weekday is None:
            raise _Unresolved(IMPOSSIBLE)
        if point.day is not None:
            return self._numbered(now, point.weekday, point.day)
        back, ahead = (now.weekday() - point.weekday) % 7, (point.weekday - now.weekday()) % 7
        if point.aim is Aim.LAST:
            return a_day(now - (back or 7) * DAY)
        if point.aim is Aim.NEXT:
            self.readings.append((now + ((ahead or 7) + 7) * DAY).isoformat())
            return a_day(now + (ahead or 7) * DAY)
        past, future = now - back * DAY, now + ahead * DAY
        if back == 0:
            return a_day(now)
        self.readings += [past.isoformat(), future.isoformat()]
        return a_day(future if self._tense > 0 else past)

    def _numbered(self, now: date, weekday: int, number: int) -> Stretch:
        """« jeudi 12 »: the nearest such day whose number fits."""
        for distance in range(200):
            for day in (now - distance * DAY, now + distance * DAY):
                if day.weekday() == weekday and day.day == number:
                    return a_day(day)
        raise _Unresolved(IMPOSSIBLE)

    def _month(self, point: Point, month: int) -> Stretch:
        now = self._now(Unit.MONTH)
        if point.aim in {Aim.BEFORE, Aim.AFTER}:
            now = self._last_named(Unit.MONTH) or now
        ago = (now.month - month) % 12
        past = a_month(*_back(now, ago), point.part)
        following = a_month(*_back(now, ago - 12), point.part)
        if point.aim in {Aim.LAST, Aim.BEFORE}:
            return past if ago else a_month(*_back(now, 12), point.part)
        if point.aim in {Aim.NEXT, Aim.AFTER}:
            return following
        if ago == 0:
            return past
        self.readings += [past.text, following.text]
        if self._tense:
            return past if self._tense < 0 else following
        return past if ago <= 6 else following

    def _day_of_year(self, point: Point, day_of: Callable[[int], date | None]) -> Stretch:
        now = self._now(Unit.MONTH)
        if point.aim in {Aim.BEFORE, Aim.AFTER}:
            now = self._last_named(Unit.DAY) or now
        days = [day for year in range(now.year - 6, now.year + 7) if 0 < year < 9999 and (day := day_of(year))]
        if not days:
            raise _Unresolved(IMPOSSIBLE)
        if point.aim in {Aim.LAST, Aim.BEFORE}:
            return a_day(max(day for day in days if day < now))
        if point.aim in {Aim.NEXT, Aim.AFTER}:
            return a_day(min(day for day in days if day > now))
        chosen = self._nearest(now, days)
        if point.weekday is not None and chosen.weekday() != point.weekday:
            # The day's name checks the year, as a check digit does.
            fitting = [day for day in days if day.weekday() == point.weekday]
            if fitting:
                self.readings.append(chosen.isoformat())
                chosen = self._nearest(now, fitting)
        elif point.weekday is None:
            others = [day for day in days if day != chosen and abs((day - now).days) < 366]
            self.readings += [day.isoformat() for day in sorted(others, key=lambda day: abs((day - now).days))[:1]]
            if point.swapped and point.month and point.day:
                other = self._fitting(chosen.year, replace(point, month=point.day, day=point.month))
                self.readings += [other.isoformat()] if other else []
        return a_day(chosen)

    def _nearest(self, now: date, days: list[date]) -> date:
        nearest = min(days, key=lambda day: abs((day - now).days))
        if abs((nearest - now).days) <= _NEAR or self._tense == 0:
            return nearest
        fitting = [day for day in days if (day - now).days * self._tense >= 0]
        return min(fitting or days, key=lambda day: abs((day - now).days))

    def _season(self, season: Season) -> Stretch:
        if season.year is not None:
            if season.season == 24 and not season.crossing:
                self.readings.append(a_season(24, season.year - 1, season.part).text)
            return a_season(season.season, season.year, season.part)
        now = self._now(Unit.MONTH)
        if season.aim in {Aim.BEFORE, Aim.AFTER}:
            now = self._last_named(Unit.MONTH) or now
        known = [a_season(season.season, year, season.part) for year in range(now.year - 2, now.year + 2)]
        # A season is spoken of by its months: summer is over in September, and begins with June.
        begun = [s for s in known if s.first - 20 * DAY <= now]
        over = [s for s in known if s.last - 20 * DAY < now]
        to_come = [s for s in known if s.first - 20 * DAY > now]
        if season.aim in {Aim.LAST, Aim.BEFORE}:
            return over[-1]
        if season.aim in {Aim.NEXT, Aim.AFTER}:
            return to_come[0]
        if begun[-1] not in over:
            return begun[-1]
        self.readings += [begun[-1].text, to_come[0].text]
        if self._tense:
            return begun[-1] if self._tense < 0 else to_come[0]
        return begun[-1] if now - begun[-1].last < to_come[0].first - now else to_come[0]

    def _block(self, block: Block) -> Stretch:
        if block.unit is Unit.DECADE:
            return a_decade(block.index, block.part)
        if block.unit is Unit.CENTURY:
            return a_century(block.index, block.part)
        size = 3 if block.unit is Unit.QUARTER else 6
        first = (block.index - 1) * size + 1
        year = block.year
        if block.within is not None:
            year = self.stretch(block.within).first.year
        if year is None:
            now = self._now(Unit.MONTH)
            year = now.year
            if block.aim is Aim.LAST or (block.aim is None and self._tense < 0 and first > now.month):
                year -= first + size - 1 >= now.month
            elif block.aim is Aim.NEXT or (block.aim is None and self._tense > 0 and first + size <= now.month):
                year += first <= now.month
            elif block.aim is None and self._tense == 0 and first - now.month > 6:
                year -= 1
        if block.part:
            months = {Part.START: 0, Part.MIDDLE: size // 3, Part.END: size * 2 // 3}[block.part]
            first, size = first + months, size // 3
        if size == 1:
            return a_month(year, first)
        return some_months(year, first, first + size - 1, block.unit)

    def _period(self, period: Period) -> Stretch:
        unit, step = period.unit, period.step
        if unit is Unit.DAY and period.origin is Origin.TEXT and self._last_named(Unit.DAY) is None:
            # « la veille » with nothing named before it: the eve of the day the paper speaks of
            return a_day(self._now(Unit.DAY) + step * DAY)
        now = self._origin(period.origin, unit)
        if unit is Unit.DAY:
            return a_day(now + step * DAY)
        if unit is Unit.WEEK:
            return a_week(now + 7 * step * DAY, period.part)
        if unit is Unit.WEEKEND:
            return self._weekend(now, step)
        if unit is Unit.MONTH:
            return a_month(*_back(now, -step), period.part)
        if unit in {Unit.QUARTER, Unit.HALF}:
            size = 3 if unit is Unit.QUARTER else 6
            first = (now.month - 1) // size * size
            year, month = _back(date(now.year, first + 1, 1), -step * size)
            return some_months(year, month, month + size - 1, unit)
        if unit is Unit.DECADE:
            return a_decade(now.year // 10 + step, period.part)
        if unit is Unit.CENTURY:
            return a_century(now.year // 100 + step, period.part)
        found = a_year(now.year + step, period.part)
        if period.part and not step and found.first > now and self._tense < 0:
            self.readings.append(found.text)
            return a_year(now.year - 1, period.part)
        return found

    def _weekend(self, now: date, step: int) -> Stretch:
        this = a_weekend(now)
        inside = now.weekday() >= 5
        if step < 0:
            return a_weekend(now - 7 * DAY)
        if step > 0:
            return a_weekend(now + 7 * DAY) if inside else this
        if not inside and self._tense < 0:
            self.readings.append(this.text)
            return a_weekend(now - 7 * DAY)
        return this

    def _shift(self, shift: Shift) -> Stretch:
        amount = shift.amount
        months, days = _length(amount)
        needed = Unit.DAY if days is not None else Unit.MONTH if months % 12 else Unit.YEAR
        base = self._origin(shift.origin, needed)
        blurred = amount.bound is not Bound.EXACT
        if days is not None:
            day = base + shift.sign * round(days) * DAY
            return _blurred(a_day(day), blurred or amount.unit is Unit.WEEK)
        if months % 12:
            return _blurred(a_month(*_back(base, -shift.sign * months)), blurred)
        return _blurred(a_year(base.year + shift.sign * months // 12), blurred or months >= 600)

    def _window(self, window: Window) -> Stretch:
        amount = window.amount
        months, days = _length(amount)
        now = self._now(Unit.DAY if days is not None else Unit.MONTH if months % 12 else Unit.YEAR)
        assert self._when is not None
        if days is not None:
            far = a_day(now + window.sign * round(days) * DAY)
        elif months % 12:
            far = a_month(*_back(now, -window.sign * months))
        else:
            far = a_year(now.year + window.sign * months // 12)
        exact = amount.bound is Bound.EXACT and amount.unit in {Unit.DAY, Unit.HOUR}
        mark = "" if exact else "~"
        if window.sign < 0:
            return Stretch(f"{far.text}{mark}/{self._when.text}", far.first, now, amount.unit)
        return Stretch(f"{self._when.text}/{far.text}{mark}", now, far.last, amount.unit)

    def _night(self, night: Night) -> Stretch:
        first = self.stretch(night.first)
        if night.both:
            return replace(some_days(first.first, first.first + DAY), unit=Unit.DAY)
        return first

    def _nth(self, nth: Nth) -> Stretch:
        around = self.stretch(nth.within)
        first, last = around.first, around.last
        if nth.unit is Unit.HALF and around.unit is Unit.YEAR:
            return some_months(first.year, 1 if nth.index == 1 else 7, 6 if nth.index == 1 else 12, Unit.HALF)
        if nth.unit in {Unit.HALF, Unit.FORTNIGHT}:
            middle = first + 14 * DAY
            return some_days(first, middle) if nth.index == 1 else some_days(middle + DAY, last)
        weekday = 5 if nth.unit is Unit.WEEKEND else nth.weekday
        if weekday is not None:
            if nth.index < 0:
                day = last - (last.weekday() - weekday) % 7 * DAY
            else:
                day = first + ((weekday - first.weekday()) % 7 + 7 * (nth.index - 1)) * DAY
            return some_days(day, day + DAY) if nth.unit is Unit.WEEKEND else a_day(day)
        if nth.unit is Unit.WEEK:
            if nth.index < 0:
                return some_days(last - 6 * DAY, last, Unit.WEEK)
            start = first + 7 * (nth.index - 1) * DAY
            return some_days(start, start + 6 * DAY, Unit.WEEK)
        return a_day(last if nth.index < 0 else first + (nth.index - 1) * DAY)

    def _feast(self, feast: Feast) -> Stretch:
        def day_of(year: int) -> date:
            if feast.month is None:
                return easter(year) + feast.day * DAY
            return date(year, feast.month, feast.day)

        if feast.year is not None:
            return a_day(day_of(feast.year))
        return self._day_of_year(Point(aim=feast.aim), day_of)

    def _range(self, both: Range) -> Stretch:
        end_moment = both.end
        if (
            isinstance(end_moment, Point)
            and isinstance(both.start, Point)
            and both.start.aim
            and not end_moment.aim
        ):
            end_moment = replace(end_moment, aim=both.start.aim)
        end = self.stretch(end_moment)
        start_moment = both.start
        if isinstance(start_moment, Point) and start_moment.year is None and start_moment.within is None:
            start = self._before(start_moment, end)
        elif isinstance(start_moment, Season) and start_moment.year is None:
            start = a_season(start_moment.season, end.first.year, start_moment.part)
            if start.first > end.first:
                start = a_season(start_moment.season, end.first.year - 1, start_moment.part)
        else:
            start = self.stretch(start_moment)
        self.readings = []
        if start.first > end.last:
            raise _Unresolved(IMPOSSIBLE)
        return Stretch(f"{_opening(start)}/{_closing(end)}", start.first, end.last, end.unit)

    @staticmethod
    def _before(start: Point, end: Stretch) -> Stretch:
        """Return the last such day or month that isn't after the end."""
        if start.month is None:
            if start.weekday is None:
                raise _Unresolved(IMPOSSIBLE)
            return a_day(end.first - (end.first.weekday() - start.weekday) % 7 * DAY)
        year = end.first.year
        for candidate in (year, year - 1):
            if start.day is None:
                found = a_month(candidate, start.month, start.part)
            else:
                found = a_day(date(candidate, start.month, start.day))
            if found.first <= end.first:
                return found
        raise _Unresolved(IMPOSSIBLE)

    def _several(self, several: Several) -> Stretch:
        last = self.stretch(several.members[-1])
        year = last.first.year
        members = [
            self.stretch(replace(m, year=year, aim=None, within=None, swapped=False))
            if isinstance(m, Point) and m.month
            else self.stretch(m)
            for m in several.members[:-1]
        ] + [last]
        self.readings = []
        members.sort(key=lambda stretch: stretch.first)
        joined = all(a.last + DAY == b.first for a, b in zip(members, members[1:], strict=False))
        first, final = members[0], members[-1]
        if joined or any("/" in m.text or "X" in m.text for m in members):
            text = f"{_opening(first)}/{_closing(final)}"
        else:
            text = "{" + ",".join(m.text for m in members) + "}"
        return Stretch(text, first.first, final.last, last.unit)


def _opening(stretch: Stretch) -> str:
    if "X" in stretch.text:
        return f"{stretch.first.year:04d}"
    return stretch.text.split("/")[0]


def _closing(stretch: Stretch) -> str:
    if "X" in stretch.text:
        return f"{stretch.last.year:04d}"
    return stretch.text.split("/")[-1]


def _back(day: date, months: int) -> tuple[int, int]:
    there = shift_months(day.replace(day=1), -months)
    return there.year, there.month


def _length(amount: Amount) -> tuple[int, float | None]:
    """Return an amount in months, or else in days."""
    months = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}
    if amount.unit in months:
        whole = amount.count * months[amount.unit]
        return round(whole), (15 if whole == 0.5 else None)
    return 0, amount.count * {Unit.HOUR: 1 / 24, Unit.DAY: 1, Unit.WEEK: 7}[amount.unit]


def _blurred(stretch: Stretch, blurred: bool) -> Stretch:
    return replace(stretch, text=f"{stretch.text}~") if blurred else stretch
