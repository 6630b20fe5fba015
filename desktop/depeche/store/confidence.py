"""What became of suggestions in finished articles, and what scores mean in a project by that: a fact of the project."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection, and_, delete, func, insert, or_, select

from depeche.core.article import State
from depeche.core.calibration import Calibration, Judged, from_json
from depeche.core.progress import Progress, Report, silent
from depeche.core.suggestion import JUDGED_ELSEWHERE, Outcome
from depeche.store import finished
from depeche.store.in_use import out_of_use
from depeche.store.project import Project
from depeche.store.tables import articles, facts, readings, spans, suggestions, verdicts

FACT = "confidence"
MOST = 2_000
"""So many of the finished articles, the last ones, are counted: sources change, and it mustn't take ever longer."""

_AT_ONCE = 100


def get(db: Connection) -> Calibration:
    """Return what scores mean in the project, and what is hidden there."""
    said = db.execute(select(facts.c.value).where(facts.c.name == FACT)).scalar()
    return from_json(said) if said is not None else Calibration()


def put(db: Connection, one: Calibration) -> None:
    """Go on with other scores or another threshold."""
    db.execute(delete(facts).where(facts.c.name == FACT))
    db.execute(insert(facts).values(name=FACT, value=one.to_json()))


@dataclass(frozen=True, slots=True)
class Told:
    """What finished articles tell of suggestions: those `judged`; of how many there is nothing to say (`unread`)."""

    judged: list[Judged] = field(default_factory=list)
    unread: int = 0


def told(project: Project, report: Report = silent) -> Told:
    """Return the suggestions of finished articles with whether they were right, of the last `MOST` articles.

    One that has no answer is right if a span stands there as it says, and wrong if none does: whoever went through the
    article passed it over. Where most of what was shown has no answer (finished too early, or spans taken in with the
    article), nobody went through it, and those say nothing either way. Of what nobody saw (of an earlier run, under a
    label out of use, in a blind control), only those answered count. What came in already judged, from no source, was
    nobody's suggestion.
    """
    with project.read() as db:
        keys, meaning = finished.keys(db)[-MOST:], get(db)
    found: list[Judged] = []
    unread = 0
    for at in range(0, len(keys), _AT_ONCE):
        report(Progress(at, len(keys)))
        with project.read() as db:  # a short look each time: a hand at work waits for no long one
            for each in _by_reading(db, keys[at : at + _AT_ONCE]):
                counted = each if _gone_through(each, meaning) else [one for one in each if one.answered]
                found += counted
                unread += len(each) - len(counted)
    return Told(found, unread)


def _gone_through(each: list[Judged], meaning: Calibration) -> bool:
    """Tell whether at least half of what a reading showed has an answer, or a span that says the same."""
    shown = [one for one in each if one.answered or not meaning.hides(meaning.share(*_place(one)))]
    settled = sum(one.answered or one.right for one in shown)
    return any(one.answered for one in shown) and 2 * settled >= len(shown)


def _place(one: Judged) -> tuple[str, str, str | None, float | None]:
    return one.source, one.label, one.kind, one.score


def waiting(project: Project, report: Report = silent) -> Counter[tuple[str, str, str | None, float | None]]:
    """Return by source, label, kind and score how many suggestions wait in articles that aren't done."""
    said = select(verdicts.c.suggestion).where(verdicts.c.suggestion == suggestions.c.key)
    done = select(readings.c.key).where(readings.c.article == articles.c.key, readings.c.state == State.DONE.value)
    what = (suggestions.c.source, suggestions.c.label, suggestions.c.kind, suggestions.c.score)
    found: Counter[tuple[str, str, str | None, float | None]] = Counter()
    with project.read() as db:
        last = db.execute(select(func.max(articles.c.number))).scalar() or 0
    for at in range(0, last, _AT_ONCE):
        report(Progress(at, last))
        with project.read() as db:
            rows = db.execute(
                select(*what, func.count())
                .join(articles, articles.c.key == suggestions.c.article)
                .where(articles.c.number > at, articles.c.number <= at + _AT_ONCE)
                .where(suggestions.c.retired.is_(False), ~said.exists(), ~done.exists())
                .where(suggestions.c.label.not_in(out_of_use(db)))
                .group_by(*what)
            )
            for source, label, kind, score, n in rows:
                found[source, label, kind, score] += n
    return found


def _by_reading(db: Connection, keys: list[str]) -> Iterable[list[Judged]]:
    done = and_(readings.c.article.in_(keys), readings.c.state == State.DONE.value)
    marked = {
        tuple(row)
        for row in db.execute(
            select(spans.c.reading, spans.c.start, spans.c.end, spans.c.label, spans.c.kind)
            .join(readings, readings.c.key == spans.c.reading)
            .where(done)
        )
    }
    one = suggestions.c
    shown = (one.retired.is_(False), one.label.not_in(out_of_use(db)), readings.c.assisted.is_not(False))
    rows = db.execute(
        select(
            readings.c.key, readings.c.article, one.source, one.label, one.kind, one.score, one.start, one.end,
            verdicts.c.outcome, verdicts.c.moved, verdicts.c.relabelled,
        )
        .select_from(readings)
        .join(suggestions, one.article == readings.c.article)
        .outerjoin(verdicts, and_(verdicts.c.reading == readings.c.key, verdicts.c.suggestion == one.key))
        .where(done, or_(verdicts.c.outcome.is_not(None), and_(*shown)), one.source != JUDGED_ELSEWHERE)
        .order_by(one.key)
    )  # fmt: skip
    found: defaultdict[str, list[Judged]] = defaultdict(list)
    for reading, article, source, label, kind, score, start, end, outcome, moved, relabelled in rows:
        stood = outcome in (Outcome.ACCEPTED.value, Outcome.CORRECTED.value) and not moved and not relabelled
        right = stood if outcome is not None else (reading, start, end, label, kind) in marked
        found[reading].append(Judged(source, label, kind, score, right, article, outcome is not None))
    return found.values()
