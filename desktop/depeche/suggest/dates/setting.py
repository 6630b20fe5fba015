"""What a date is reckoned from: the day of publication, the tense, the date named before; and what comes of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from depeche.suggest.dates.calendar import Stretch
from depeche.suggest.dates.moments import Origin, Unit

UNKNOWN = "date de publication inconnue"
COARSE = "date de publication trop peu précise"
NO_ORIGIN = "dépend d’une date que le texte ne donne pas"
EVENT = "dépend d’un événement"
IMPOSSIBLE = "date impossible"

_PUBLISHED = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d-])")
_FINENESS = {Unit.DAY: 0, Unit.WEEK: 0, Unit.WEEKEND: 0, Unit.MONTH: 1, Unit.QUARTER: 2, Unit.HALF: 2}
_COARSEST = 3


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


_MONTH_NAMES = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip
_DAY_NAMES = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def in_words(when: Published) -> str:
    """Return « le 13 juillet 2025 », « juillet 2025 », « 2025 »."""
    month = f"{_MONTH_NAMES[when.day.month - 1]} {when.day.year}"
    if when.unit is Unit.DAY:
        return f"le {'1er' if when.day.day == 1 else when.day.day} {month}"
    return month if when.unit is Unit.MONTH else str(when.day.year)


def other_weekday(day: date) -> str:
    """Return « le 14 juillet 2025 est un lundi »: what to say of a day that the text calls a Sunday."""
    return f"{in_words(Published(day, Unit.DAY, day.isoformat()))} est un {_DAY_NAMES[day.weekday()]}"


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression stands for.

    `text` is EDTF, None where nothing may be said; then `note` says why, in French. With a value, `note` says what
    contradicts it (« le 14 juillet 2025 est un lundi »). `readings` are other values that
    the words allow. `relative` tells that all this hangs on the publication date. `stretch` is the same for reckoning.
    """

    text: str | None
    readings: tuple[str, ...] = ()
    relative: bool = False
    note: str | None = None
    stretch: Stretch | None = None


class Unresolved(Exception):
    """No value can be given; the message says why, in French."""


@dataclass(slots=True)
class Setting:
    """What one expression is reckoned in; remembers whether the publication date was asked for, and other readings.

    `tense` is -1 for the past, 1 for the future, 0 where the verb doesn't say.
    """

    when: Published | None
    tense: int = 0
    named: Value | None = None
    relative: bool = False
    readings: list[str] = field(default_factory=list)
    note: str | None = None

    def now(self, needed: Unit) -> date:
        """Return the day of publication. Raises Unresolved where it isn't known as finely as `needed`."""
        self.relative = True
        if self.when is None:
            raise Unresolved(UNKNOWN)
        if _FINENESS.get(self.when.unit, _COARSEST) > _FINENESS.get(needed, _COARSEST):
            raise Unresolved(COARSE)
        return self.when.day

    def last_named(self, needed: Unit) -> date | None:
        """Return the first day of the date that the text named last, None where it isn't as fine as `needed`."""
        named = self.named
        if named is None or named.stretch is None:
            return None
        if _FINENESS.get(named.stretch.unit, _COARSEST) > _FINENESS.get(needed, _COARSEST):
            return None
        self.relative = self.relative or named.relative
        return named.stretch.first

    def origin(self, origin: Origin, needed: Unit) -> date:
        """Return the day that `origin` stands for. Raises Unresolved where that isn't known."""
        if origin is Origin.EVENT:
            raise Unresolved(EVENT)
        if origin is Origin.NOW:
            return self.now(needed)
        named = self.last_named(needed)
        if named is None:
            raise Unresolved(NO_ORIGIN)
        return named
