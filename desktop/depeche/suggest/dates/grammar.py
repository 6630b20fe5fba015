"""Where the dates of a text stand and what they mean. Knows neither the publication date nor EDTF.

The grammar is made of readers, one a class of expression, that take a token's number and return what is meant and
the token after. A word decides which readers are asked, the longest answer wins. Each reader looks at a bounded number
of tokens, so that the time taken is linear in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from depeche.suggest.dates import ancient, eras, feasts, names, nights, parts, periods, stretches, years
from depeche.suggest.dates.clock import part_of_day
from depeche.suggest.dates.days import Read, days, weekday, year
from depeche.suggest.dates.moments import (
    Ancient,
    Block,
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
from depeche.suggest.dates.tokens import Tokens
from depeche.suggest.dates.words import (
    FEASTS,
    MONTHS,
    MONTHS_SHORT,
    NUMBER_WORDS,
    PARTS,
    SEASONS,
    WEEKDAYS,
    WEEKDAYS_SHORT,
)


class Kind(StrEnum):
    """What sort of expression it is; reasons and scores go by it."""

    FULL = "full"
    PARTIAL = "partial"
    WEEKDAY = "weekday"
    YEAR = "year"
    MONTH = "month"
    SEASON = "season"
    PART = "part"
    ERA = "era"
    BLOCK = "block"
    DEICTIC = "deictic"
    NEAR = "near"
    AGO = "ago"
    ANCHORED = "anchored"
    ANAPHORIC = "anaphoric"
    FEAST = "feast"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Expression:
    """A date expression: the tokens from `first` to before `after`, what it means, of which sort it is."""

    first: int
    after: int
    moment: Moment
    kind: Kind
    sure: bool = True


Reader = Callable[[Tokens, int], Read]


def expressions(t: Tokens) -> Iterator[Expression]:
    """Yield the date expressions of a text in reading order; they don't overlap."""
    i = 0
    while i < len(t):
        found = expression(t, i)
        if found is None:
            i += 1
            continue
        yield found
        i = max(found.after, i + 1)


def expression(t: Tokens, i: int) -> Expression | None:
    """Return the longest date expression that begins with the token `i`."""
    key = t.key(i)
    readers = _BY_WORD.get(key) or (_DIGITS if key.isdecimal() else _ROMANS if _may_be_roman(t, i) else ())
    best: tuple[Moment, int, bool] | None = None
    for reader, sure in readers:
        read = reader(t, i)
        if read and (best is None or read[1] > best[1]):
            best = read[0], read[1], sure
    if best is None:
        return None
    moment, after, sure = best
    moment, after = ancient.of_its_era(t, *_ranged(t, i, moment, after))
    sure = sure and not (isinstance(moment, Shift) and moment.origin is Origin.EVENT)
    return Expression(i, after, moment, _kind(moment), sure)


def _may_be_roman(t: Tokens, i: int) -> bool:
    return len(t.key(i)) <= 6 and (t.capital(i) or t.key(i + 1) in {"siecle", "siecles"})


def _kind(moment: Moment) -> Kind:
    match moment:
        case Ancient():
            return Kind.FULL if moment.day else Kind.YEAR if moment.first == moment.last else Kind.ERA
        case Point(part=Part()):
            return Kind.PART
        case Point(day=int(), year=int()):
            return Kind.FULL
        case Point(day=int()):
            return Kind.PARTIAL
        case Point(weekday=int()):
            return Kind.WEEKDAY
        case Point(month=int()):
            return Kind.MONTH
        case Point():
            return Kind.YEAR
        case Season() | Nth():
            return Kind.SEASON
        case Block(unit=Unit.DECADE | Unit.CENTURY):
            return Kind.ERA
        case Block():
            return Kind.BLOCK
        case Period(origin=Origin.TEXT):
            return Kind.ANAPHORIC
        case Period(unit=Unit.DAY):
            return Kind.DEICTIC
        case Period():
            return Kind.NEAR
        case Night() | Week():
            return _kind(moment.first if isinstance(moment, Night) else moment.day)
        case Shift(origin=Origin.NOW):
            return Kind.AGO
        case Shift() | Window():
            return Kind.ANCHORED
        case Feast():
            return Kind.FEAST
        case Range():
            return Kind.RANGE
        case Several():
            return _kind(moment.members[-1])


def _ranged(t: Tokens, i: int, first: Moment, after: int) -> tuple[Moment, int]:
    """Join « de juin à septembre », « de 2014 à 2016 », « de lundi à vendredi », « entre 2014 et 2016 »."""
    lead = t.key(i - 1)
    if lead in {"le", "la", "les", "'"}:
        lead = t.key(i - 2)
    joint = t.key(after)
    tight = joint == "-" and isinstance(first, Point) and first.day is None and first.weekday is None
    if not (
        (lead in {"de", "d", "du", "depuis"} and joint in {"à", "au", "jusqu"})
        or (lead == "entre" and joint == "et")
        or tight
    ):
        return first, after
    if not isinstance(first, Point | Season | Block):
        return first, after
    k = after + 1
    if joint == "jusqu":
        k += 1
        if t.key(k) not in {"à", "en", "au"}:
            return first, after
        k += 1
    if t.key(k) in {"le", "la", "en"}:
        k += 1
    elif t.key(k) == "l" and t.key(k + 1) == "'":
        k += 2
    second: Read = days(t, k) or parts.part(t, k) or periods.named_month(t, k) or periods.season(t, k)
    plain = year(t, k)
    if second is None and plain and not years.counts(t, plain[1]):
        second = Point(year=plain[0]), plain[1]
    name = weekday(t, k)
    if second is None and name and isinstance(first, Point) and first.weekday is not None:
        second = Point(weekday=name[0]), part_of_day(t, name[1])
    if second is None and isinstance(first, Point) and first.month is not None:
        second = stretches.deictic(t, k)  # « entre le 22 janvier et hier »
        return (Range(first, second[0]), second[1]) if second else (first, after)
    if second is None or type(second[0]) is not type(first):
        return first, after
    return Range(first, second[0]), second[1]


def _table() -> dict[str, tuple[tuple[Reader, bool], ...]]:
    table: dict[str, list[tuple[Reader, bool]]] = {}

    def put(words: Iterable[str], *readers: Reader) -> None:
        for word in words:
            table.setdefault(word, []).extend((reader, True) for reader in readers)

    put(WEEKDAYS, names.day, names.bare_weekday)
    put(WEEKDAYS_SHORT, names.day)
    put(MONTHS, names.bare_month, ancient.year)
    put(MONTHS_SHORT, names.bare_month)
    put(SEASONS, names.bare_season)
    put([word for word in PARTS if word], parts.part)
    put(["ce", "cet", "cette", "ces"], names.shown, stretches.recent)
    put(["semaine", "mois", "an", "annee", "week", "weekend", "trimestre", "semestre", "decennie", "siecle", "jour"],
        periods.near)  # fmt: skip
    put(["annees", "decennie", "decennies"], eras.decade)
    put(["jours", "semaines", "mois", "annees", "decennies", "heures"], stretches.recent)
    put(["derniers", "dernieres", "prochains", "prochaines", "plus", "pres", "environ", "quelque", "toutes", "tous"],
        stretches.recent)  # fmt: skip
    put(["dernier", "derniere", "prochain", "prochaine"], stretches.last_stretch)
    put(["premier", "premiere", "second", "seconde", "deuxieme", "troisieme", "quatrieme", "dernier", "derniere"],
        parts.counted)  # fmt: skip
    put(["plus"], names.earlier)
    put(["premiers", "premieres", "derniers", "dernieres"], parts.ends_of)
    put(["t", "s"], parts.short_quarter)
    put(["premier"], names.day)
    put(["nuit", "matinee", "soiree", "journee", "matin", "soir", "apres", "jour", "veille", "lendemain",
         "surlendemain"], nights.of_the_day)  # fmt: skip
    put(["hier", "demain", "aujourd", "avant", "apres", "veille", "lendemain", "surlendemain", "meme"], names.near_day)
    put(["à"], names.to_this_day)
    put(["il"], stretches.ago)
    put(NUMBER_WORDS, stretches.measured, stretches.recent, stretches.months_of, names.day)
    put(["plus", "moins", "pres", "environ", "presque", "quelque", "quelques", "plusieurs", "au", "à", "bientot", "des",
         "pratiquement", "demi"], stretches.measured)  # fmt: skip
    put(["midi", "minuit"], names.clock_first)
    put({keys[0] for keys in FEASTS}, feasts.feast)
    return {word: tuple(readers) for word, readers in table.items()}


_BY_WORD = _table()
_DIGITS: tuple[tuple[Reader, bool], ...] = (
    (names.day, True), (names.bare_number, False), (names.clock_first, True), (years.sure_year, True),
    (years.likely_year, False), (stretches.measured, True),
    (stretches.recent, True), (stretches.months_of, True), (parts.counted, True), (eras.century, True),
    (ancient.year, True), (ancient.millennium, True),
)  # fmt: skip
_ROMANS: tuple[tuple[Reader, bool], ...] = ((eras.century, True), (ancient.millennium, True))
