"""Keys that lead on: the next mark, five on, the next place that looks like an oversight, the next likely borders."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import accumulate

from depeche.annotate import hand, snap
from depeche.annotate.hand import Grip, One
from depeche.core.article import Article
from depeche.core.scheme import ValueType
from depeche.core.suggestion import Outcome
from depeche.messages import tr
from depeche.suggest import borders
from depeche.suggest.mention import candidates, mentions, names_in
from depeche.ui import following, hints
from depeche.ui.session import Session

Stretch = tuple[int, int]


class Strokes:
    """Acts on where a session's hand is, and on the borders of what it holds."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._looked_at: tuple[Article | None, frozenset[ValueType]] = (None, frozenset())
        self._candidates: list[Stretch] = []
        self._tour: tuple[str, list[Stretch]] = ("", [])

    def step_unmarked(self, step: int) -> None:
        """Select the next (1) or previous (-1) stretch that looks like a mention and carries no mark or refusal."""
        session = self._session
        if session.desk.sheet is not None and not session.desk.sheet.assisted:
            session.said.emit(hints.nothing_left(session.desk.sheet), False)
            return
        found = hand.upcoming(self.unmarked(), session.place, step)
        if found is None:
            session.said.emit(tr("Rien qui ressemble à un oubli dans cet article."), False)
            return
        session.set_grip(Grip(*found, loose=True))

    def step_mark(self, step: int) -> None:
        """Put the hand on the next (1) or previous (-1) mark of any kind, going round at the end."""
        session = self._session
        if session.marks:
            session.set_focus(hand.beside(session.marks, session.focus, session.place, step))

    def step_marks(self, step: int) -> None:
        """Put the hand some marks on, of any kind; it stops at the first and last one."""
        session = self._session
        if session.marks:
            session.set_focus(hand.further(session.marks, session.focus, session.place, step))

    def reach(self) -> None:
        """Give the mark in hand the next likely borders: the whole mention's, then its parts'; then round again."""
        session, one = self._session, self._session.focused
        if one is None:
            return
        key, tour = self._tour
        here = (one.start, one.end)
        if key != one.key or here not in tour:
            tour = [here, *self.alternatives(one)]
        if len(tour) < 2:
            session.said.emit(tr("Aucune autre borne ne s’impose ici."), False)
            return
        start, end = tour[(tour.index(here) + 1) % len(tour)]
        session.follow(session.do(lambda: session.desk.edit(one.key, start=start, end=end)), one.label)
        made = session.focused
        self._tour = (made.key if made else "", tour)

    def alternatives(self, one: One) -> list[Stretch]:
        """Return other borders that a mark may well have, the likeliest first; none that reach into another span."""
        session = self._session
        article, scheme = session.desk.article, session.project.scheme
        if article is None or one.label not in scheme:
            return []
        value = scheme.get(one.label).value
        raw = borders.alternatives(article, one.start, one.end, value, self._words(one.start, one.end))
        found = dict.fromkeys(snap.trim(article.text, *place, value) for place in raw)
        return [
            place
            for place in found
            if place != (one.start, one.end)
            and place[0] < place[1]
            and following.wall(replace(one, start=place[0], end=place[1]), session.desk.spans, scheme.nests) is None
        ]

    def _words(self, start: int, end: int) -> list[Stretch]:
        inside = [token for token in self._session.tokens if start <= token[0] and token[1] <= end]
        return [inside[0], inside[-1], (start, end)] if inside else [(start, end)]

    def unmarked(self) -> list[Stretch]:
        """Return the stretches that look like a mention and carry no mark, no refusal and no grey."""
        session = self._session
        article = session.desk.article
        if article is None:
            return []
        values = frozenset(label.value for label in session.project.scheme.active)
        if self._looked_at[0] is not article or self._looked_at[1] != values:
            self._candidates = candidates(article, values)
            self._looked_at = (article, values)
        return self._free(self._candidates, article.text)

    def unmarked_of(self, value: ValueType, start: int, end: int) -> list[Stretch]:
        """Return what looks like a mention of one type within some lines and carries no mark, refusal or grey."""
        article = self._session.desk.article
        if article is None:
            return []
        lines = Article(article.text[start:end], date=article.date)
        found = [(first + start, last + start) for first, last in mentions(lines, value)]
        return self._free(found, article.text)

    def _free(self, found: Sequence[Stretch], text: str) -> list[Stretch]:
        session = self._session
        said_no = [key for key, verdict in session.desk.verdicts.items() if verdict.outcome is Outcome.REJECTED]
        refused = [session.desk.suggestions[key] for key in said_no if key in session.desk.suggestions]
        taken = [(one.start, one.end) for one in (*session.masked, *session.marks)]
        return apart(found, taken, [(one.start, one.end) for one in refused], text)


def apart(
    found: Sequence[Stretch], taken: Collection[Stretch], refused: Collection[Stretch], text: str
) -> list[Stretch]:
    """Return the stretches that overlap nothing `taken` and don't lie in something `refused`.

    A quotation only must not be, or lie in, something taken. Of a name that is taken in part, the other names that it
    holds are left: « ministre de la Justice Mara Vorga ».
    """
    places, no = sorted(taken), sorted(refused)
    reach = list(accumulate((end for _, end in places), max))
    no_reach = list(accumulate((end for _, end in no), max))
    kept = []
    for start, end in found:
        at = bisect_right(no, (start, len(text)))
        if at > 0 and no_reach[at - 1] >= end:
            continue
        if text[start] in '«“„‹"':
            at = bisect_right(places, (start, len(text)))
            meets = at > 0 and reach[at - 1] >= end
        else:
            at = bisect_left(places, (end,))
            meets = at > 0 and reach[at - 1] > start
        if not meets:
            kept.append((start, end))
        elif text[start].isupper():
            kept += [rest for gap in _gaps(start, end, places) for rest in names_in(text, *gap)]
    return kept


def _gaps(start: int, end: int, places: Sequence[Stretch]) -> list[Stretch]:
    """Return what of a stretch none of the places covers."""
    found, at = [], start
    for first, last in places[: bisect_left(places, (end,))]:
        if last > at:
            if first > at:
                found.append((at, first))
            at = last
    return [*found, (at, end)] if at < end else found
