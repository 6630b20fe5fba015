"""The source that proposes dates."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from typing import Any

from depeche.core.article import Article
from depeche.core.suggestion import Suggestion
from depeche.suggest.dates.grammar import Expression, Kind, expressions
from depeche.suggest.dates.moments import Ancient, Origin, Period, Point, Shift, Unit
from depeche.suggest.dates.setting import Published, Value, in_words, published
from depeche.suggest.dates.tense import FUTURE, PAST, tense_at
from depeche.suggest.dates.tokens import Tokens
from depeche.suggest.dates.values import resolve

LABEL = "DATE"
_REASONS = {
    Kind.FULL: "date complète", Kind.PARTIAL: "date sans année", Kind.WEEKDAY: "jour de semaine", Kind.YEAR: "année",
    Kind.MONTH: "mois", Kind.SEASON: "saison ou jour d’un mois", Kind.PART: "partie d’un mois ou d’une année",
    Kind.ERA: "décennie ou siècle", Kind.BLOCK: "trimestre ou semestre", Kind.DEICTIC: "jour relatif",
    Kind.NEAR: "période relative", Kind.AGO: "durée comptée depuis la publication", Kind.ANCHORED: "durée ancrée",
    Kind.ANAPHORIC: "jour compté depuis une date du texte", Kind.FEAST: "fête", Kind.RANGE: "intervalle",
}  # fmt: skip
_MASCULINE = {Kind.WEEKDAY, Kind.MONTH, Kind.BLOCK, Kind.DEICTIC, Kind.ANAPHORIC, Kind.RANGE}
_SCORES = {
    Kind.FULL: 0.99, Kind.PARTIAL: 0.97, Kind.WEEKDAY: 0.93, Kind.YEAR: 0.93, Kind.MONTH: 0.92, Kind.SEASON: 0.85,
    Kind.PART: 0.95, Kind.ERA: 0.95, Kind.BLOCK: 0.92, Kind.DEICTIC: 0.96, Kind.NEAR: 0.95, Kind.AGO: 0.93,
    Kind.ANCHORED: 0.8, Kind.ANAPHORIC: 0.75, Kind.FEAST: 0.7, Kind.RANGE: 0.9,
}  # fmt: skip
_STORY = 3
"""Days before the publication that an article is still about."""
_UNSURE = 0.75
"""What the score of a reading is multiplied by whose words could also mean something else."""


class Dates:
    """Proposes date expressions with their EDTF value, by rules."""

    name = "dates"
    version = "2"

    def propose(self, article: Article, found: Sequence[Suggestion]) -> list[Suggestion]:
        """Return the dates of an article in reading order; what the other sources found is not looked at."""
        when = published(article.date)
        tokens = Tokens(article.text)
        return [self._suggestion(tokens, e, value, tense, when) for e, value, tense in readings(tokens, when)]

    def _suggestion(self, t: Tokens, e: Expression, value: Value, tense: int, when: Published | None) -> Suggestion:
        attrs: dict[str, Any] = {}
        if value.readings:
            attrs["readings"] = list(value.readings)
        if value.relative:
            attrs["relative"] = True
        if value.note:
            attrs["note"] = value.note
        doubtful = not e.sure or (value.text is not None and value.note is not None)
        score = _SCORES[e.kind] * (_UNSURE if doubtful else 1)
        return Suggestion(
            t.start[e.first],
            t.end[e.after - 1],
            LABEL,
            value=value.text,
            attrs=attrs,
            source=self.name,
            version=self.version,
            score=round(score, 3),
            reason=_reason(e.kind, value, tense, when),
        )


def readings(t: Tokens, when: Published | None) -> Iterator[tuple[Expression, Value, int]]:
    """Yield each date expression of a text with its value and the tense it was read in."""
    named: Value | None = None
    story: Value | None = None
    named_at = 0
    lines = [i for i, key in enumerate(t.keys) if key == "\n"]
    before: tuple[Expression, int] | None = None
    for e, following in pairwise(chain(expressions(t), (None,))):
        assert e is not None
        tense = tense_at(t, e.first, e.after)
        if before and _goes_on(t, before[0], e):
            tense = before[1]
        before = e, tense
        apart = bisect_left(lines, named_at) != bisect_left(lines, e.first)
        eve = _eve(e)
        told = story if eve and _looks_past(eve, named, when, apart) else named
        said = following.moment if following and _apposed(t, e, following) else e.moment
        value = _with_named_year(e, resolve(said, when, tense, told), when, named)
        if isinstance(e.moment, Ancient):
            named = None  # nothing that the calendar could count from
        elif _names(e, value):
            named, named_at = value, e.first
            story = story if _looks_past(Unit.DAY, value, when, True) else value
        yield e, value, tense


def _goes_on(t: Tokens, before: Expression, e: Expression) -> bool:
    """Tell whether a weekday is named in one breath with the one before, « lundi et mardi »: they look the same way."""
    weekdays = before.kind is Kind.WEEKDAY and e.kind is Kind.WEEKDAY
    return weekdays and e.first == before.after + 1 and t.key(before.after) in {"et", "ou", ",", "puis"}


def _eve(e: Expression) -> Unit | None:
    """Return the unit of « la veille », « le mois précédent », None for what doesn't look back at a date named."""
    moment = e.moment
    if isinstance(moment, Period) and moment.origin is Origin.TEXT and moment.step < 0:
        return moment.unit
    return None


def _looks_past(unit: Unit, named: Value | None, when: Published | None, apart: bool) -> bool:
    """Tell whether « la veille » looks past the date named last, at a day that the article is about, if it named one.

    A day or week does past a month or year, and in another paragraph past a day long before the article appeared."""
    if named is None or named.stretch is None or when is None:
        return False
    if named.stretch.unit is not Unit.DAY:
        return unit in {Unit.DAY, Unit.WEEK}
    return apart and not 0 <= (when.day - named.stretch.first).days <= _STORY


def _with_named_year(e: Expression, value: Value, when: Published | None, named: Value | None) -> Value:
    """Add the reading in the year that the text named last: « en 2016, il avait été élu en mai »."""
    if named is None or named.relative or named.stretch is None or e.kind not in {Kind.PARTIAL, Kind.MONTH}:
        return value
    if not isinstance(e.moment, Point) or e.moment.year or e.moment.aim or e.moment.within or e.moment.month is None:
        return value
    other = resolve(replace(e.moment, year=named.stretch.first.year), when).text
    if other is None or other == value.text:
        return value
    return replace(value, readings=tuple(dict.fromkeys((other, *value.readings)))[:3])


def _names(e: Expression, value: Value) -> bool:
    """Tell whether « la veille » and « trois jours plus tard » may be counted from this date, no look back itself."""
    stretch = value.stretch
    back = e.kind is Kind.AGO or (isinstance(e.moment, Shift) and e.moment.sign < 0 and e.moment.base is None)
    return not back and stretch is not None and stretch.unit in {Unit.DAY, Unit.MONTH, Unit.YEAR}


def _apposed(t: Tokens, e: Expression, following: Expression | None) -> bool:
    """Tell whether the day that follows says which one is meant: « le lendemain, samedi 8 avril »."""
    if following is None or not isinstance(e.moment, Period) or e.moment.unit is not Unit.DAY:
        return False
    comma = t.key(e.after) == "," and following.first - e.after in ({1, 2} if t.key(e.after + 1) == "le" else {1})
    return comma and isinstance(following.moment, Point) and bool(following.moment.day)


def _reason(kind: Kind, value: Value, tense: int, when: Published | None) -> str:
    reason = _REASONS[kind]
    if kind is Kind.WEEKDAY and value.readings:
        reason += {PAST: ", temps passé", FUTURE: ", temps futur"}.get(tense, ", passé par défaut")
    if value.text is None:
        return f"{reason}, {value.note}"
    if value.relative and when is not None:
        reason += f", {'résolu' if kind in _MASCULINE else 'résolue'} sur {in_words(when)}"
    if value.note:
        reason += f", mais {value.note}"
    return reason
