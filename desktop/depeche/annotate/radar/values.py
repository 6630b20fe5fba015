"""Values that are missing, or that contradict the words: figures, dates, the day of the week of a date."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from depeche.annotate.radar.finding import Finding, Kind, Mend, about
from depeche.annotate.radar.lore import Lore
from depeche.core.scheme import Scheme, ValueType
from depeche.core.span import Span
from depeche.messages import tr
from depeche.store.pages import Page

DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS = ("janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre",
           "decembre")  # fmt: skip
_DAY = re.compile(rf"\b({'|'.join(DAYS)})\b", re.IGNORECASE)
_FULL = re.compile(rf"\b(\d{{1,2}})(?:er)?\s+({'|'.join(_MONTHS)})\s+(\d{{4}})\b", re.IGNORECASE)
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})[~?%]?")


def missing(page: Page, scheme: Scheme, lore: Lore) -> Iterator[Finding]:
    """Yield the figures without value, and the dates without one in an article whose day is known."""
    for span in page.spans:
        kind = scheme.get(span.label).value if span.label in scheme else ValueType.NONE
        if span.value is not None or kind not in (ValueType.NUMBER, ValueType.DATE):
            continue
        if kind is ValueType.DATE and page.article.date is None:
            continue
        what = Kind.FIGURE if kind is ValueType.NUMBER else Kind.DATE
        read = lore.read(page.article, span)
        if read.value is None:
            said = tr("Chiffre sans valeur, que les règles ne lisent pas.") if what is Kind.FIGURE else tr(
                "Date sans valeur, que les règles ne lisent pas."
            )  # fmt: skip
            yield about(page, what, span, said, weight=0.3)
            continue
        said = tr("Sans valeur ; les mots disent {value}.", value=read.value)
        yield about(page, what, span, said, mends=(Mend(page.article.key, span, read),), weight=0.9)


def weekdays(page: Page, scheme: Scheme, lore: Lore) -> Iterator[Finding]:
    """Yield the dates whose day of the week isn't that of the date they write, or that they stand for."""
    for span in page.spans:
        if span.label not in scheme or scheme.get(span.label).value is not ValueType.DATE:
            continue
        words = _plain(page.article.text[span.start : span.end])
        named = _DAY.findall(words)
        if len(named) != 1:
            continue
        said = DAYS.index(named[0].lower())
        written = _written(words)
        if written is not None and written.weekday() != said:
            sentence = tr("Cette date est un {day} ({date}).", day=_day_word(written), date=written.isoformat())
            yield about(page, Kind.WEEKDAY, span, sentence, weight=0.9)
            continue
        meant = _day_of(span)
        if meant is not None and meant.weekday() != said:
            sentence = tr("La valeur {value} est un {day}.", value=span.value, day=_day_word(meant))
            yield about(page, Kind.WEEKDAY, span, sentence, mends=_reread(page, span, said, lore), weight=0.8)


def _reread(page: Page, span: Span, said: int, lore: Lore) -> tuple[Mend, ...]:
    """Return the value that the words have in their place, if it is of that day of the week."""
    bare = {name: known for name, known in span.attrs.items() if name not in ("readings", "note")}
    read = lore.read(page.article, replace(span, value=None, attrs=bare))
    fits = _day_of(read)
    return (Mend(page.article.key, span, read),) if fits is not None and fits.weekday() == said else ()


def _written(words: str) -> date | None:
    """Return the date that words write out in full: day, month and year."""
    met = _FULL.search(words)
    if met is None:
        return None
    return _date(int(met[3]), _MONTHS.index(met[2].lower()) + 1, int(met[1]))


def _day_of(span: Span) -> date | None:
    met = _ISO_DAY.fullmatch(span.value) if isinstance(span.value, str) else None
    return _date(int(met[1]), int(met[2]), int(met[3])) if met else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _plain(words: str) -> str:
    bare = unicodedata.normalize("NFD", words)
    return "".join(char for char in bare if not unicodedata.combining(char))


def _day_word(day: date) -> str:
    words = (tr("lundi"), tr("mardi"), tr("mercredi"), tr("jeudi"), tr("vendredi"), tr("samedi"), tr("dimanche"))
    return words[day.weekday()]
