"""What it would mean that labels go into another: which rows follow, what can't stand beside what is there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, func, select

from depeche.core.actor import Actor
from depeche.core.article import State
from depeche.core.change import Aside, Joined, Moved
from depeche.core.progress import Progress, Report, silent
from depeche.core.scheme_diff import Renames
from depeche.core.span import Span
from depeche.core.suggestion import Outcome, Verdict
from depeche.store import actors as registry
from depeche.store import codec
from depeche.store.labels import FOLLOWERS, finding_under
from depeche.store.meeting import Crossing, Meeting, Rule, meet
from depeche.store.tables import articles, asides, readings, spans, suggestions, texts, verdicts

_AT_ONCE = 200
NAMED = 200
"""So many places where spans cross are named; all are counted."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where two flat spans cross: in which article (its title), the words that would go and those that would stay.

    The words are empty in the reading of a blind control that isn't finished.
    """

    title: str
    gone: str = ""
    stays: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What a merge would do: the item, how many spans double another, how many suggestions do, what crosses."""

    joined: Joined
    doubled: int = 0
    twins: int = 0
    crossings: int = 0
    places: tuple[Place, ...] = ()


def collect(db: Connection, joins: Renames, rule: Rule, report: Report = silent) -> Found:
    """Return what it means that labels go into others; `joins` has names of before alone, `rule` says what may overlap.

    Of spans that double one another one stays, the one with a value first; of those that cross the longest.
    """
    meeting = _meetings(db, joins, rule, report)
    gone = {*meeting.doubled, *(one.gone for one in meeting.crossings)}
    before: list[tuple[str, Span | Verdict | Actor | Aside]] = []
    after: list[tuple[str, Span | Verdict | Actor | Aside]] = []
    for (whose, item), fresh in [
        *_gone_spans(db, gone), *_no_longer_relabelled(db, joins, gone), *_actors(db, joins), *_asides(db, joins)
    ]:  # fmt: skip
        before.append((whose, item))
        if fresh is not None:
            after.append((whose, fresh))
    twins = _twins(db, joins)
    joined = Joined(tuple(_moved(db, joins, gone, before)), twins, tuple(before), tuple(after))
    places = tuple(_places(db, meeting.crossings[:NAMED]))
    return Found(joined, len(meeting.doubled), len(twins), len(meeting.crossings), places)


def _moved(db: Connection, joins: Renames, gone: Collection[str], before: Iterable[Any]) -> Iterator[Moved]:
    gone = {*gone, *(one.key for _, one in before if isinstance(one, Actor))}
    for table in FOLLOWERS:
        kind = table.c.kind if "kind" in table.c else None
        rows = select(table.c.label, table.c.key) if kind is None else select(table.c.label, table.c.key, kind)
        groups: defaultdict[tuple[str, str | None], list[str]] = defaultdict(list)
        for label, key, *said in db.execute(rows.where(table.c.label.in_(joins.merges)).order_by(table.c.key)):
            if key not in gone:
                groups[label, said[0] if said else None].append(key)
        for (label, was), keys in sorted(groups.items(), key=lambda group: (group[0][0], group[0][1] or "")):
            yield Moved(table.name, label, was, joins.label(label), joins.kind(label, was) if was else was, tuple(keys))


def _meetings(db: Connection, joins: Renames, rule: Rule, report: Report) -> Meeting:
    found = Meeting()
    keys = list(db.scalars(select(spans.c.reading).where(spans.c.label.in_(joins.merges)).distinct()))
    columns = (spans.c.reading, spans.c.key, spans.c.start, spans.c.end, spans.c.label, spans.c.value,
               spans.c.suggestion)  # fmt: skip
    for at in range(0, len(keys), _AT_ONCE):
        report(Progress(at, len(keys)))
        by_reading: defaultdict[str, list[Any]] = defaultdict(list)
        wanted = select(*columns).where(spans.c.reading.in_(keys[at : at + _AT_ONCE]))
        for row in db.execute(wanted.order_by(spans.c.reading, spans.c.start, spans.c.key)):
            by_reading[row.reading].append(row)
        for rows in by_reading.values():
            meet(rows, joins, rule, found)
    return found


_Pair = tuple[tuple[str, Span | Verdict | Actor | Aside], Span | Verdict | Actor | Aside | None]
"""Whose an item is, the item, and what comes in its place."""


def _gone_spans(db: Connection, gone: Collection[str]) -> Iterator[_Pair]:
    for some in _runs(sorted(gone)):
        made: dict[str, str] = {}
        whose: set[str] = set()
        for row in db.execute(select(spans).where(spans.c.key.in_(some))).mappings():
            yield (row["reading"], codec.span_from_row(row)), None
            whose.add(row["reading"])
            if row["suggestion"]:
                made[row["key"]] = row["suggestion"]
        said = select(verdicts).where(verdicts.c.reading.in_(whose), verdicts.c.suggestion.in_(made.values()))
        for row in db.execute(said).mappings():
            if row["span"] in made:
                verdict = codec.verdict_from_row(row)
                yield (row["reading"], verdict), Verdict(verdict.suggestion, Outcome.REJECTED)


def _no_longer_relabelled(db: Connection, joins: Renames, gone: Collection[str]) -> Iterator[_Pair]:
    """Yield verdicts that said « another label » of two that are now the same."""
    names = _names(joins)
    query = (
        select(verdicts, suggestions.c.label, suggestions.c.kind, spans.c.label.label("now"), spans.c.kind.label("is"))
        .join(suggestions, suggestions.c.key == verdicts.c.suggestion)
        .join(spans, spans.c.key == verdicts.c.span)
        .where(verdicts.c.relabelled, suggestions.c.label.in_(names), spans.c.label.in_(names))
        .order_by(verdicts.c.suggestion, verdicts.c.reading)
    )
    for row in db.execute(query).mappings():
        was, now = _under(joins, row["label"], row["kind"]), _under(joins, row["now"], row["is"])
        if was == now and row["span"] not in gone:
            said = codec.verdict_from_row(row)
            corrected = said.moved or said.revalued
            outcome = Outcome.CORRECTED if corrected else Outcome.ACCEPTED
            yield (row["reading"], said), replace(said, relabelled=False, outcome=outcome)


def _twins(db: Connection, joins: Renames) -> tuple[str, ...]:
    """Return suggestions that would stand twice and that nobody has judged.

    What somebody has judged stays, as nothing is proposed anew where a suggestion has an answer; else what was there.
    """
    one = suggestions.c
    waiting = (one.label.in_(_names(joins)), one.retired.is_(False))
    several = (
        select(one.article, one.start, one.end).where(*waiting).group_by(one.article, one.start, one.end)
        .having(func.count() > 1).subquery()
    )  # fmt: skip
    judged = select(verdicts.c.suggestion).where(verdicts.c.suggestion == one.key).exists()
    at = (several.c.article == one.article) & (several.c.start == one.start) & (several.c.end == one.end)
    rows = db.execute(
        select(one.key, one.article, one.start, one.end, one.label, one.score, judged.label("judged"))
        .join(several, at).where(*waiting)
    )  # fmt: skip
    places: defaultdict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for row in rows:
        places[row.article, row.start, row.end, joins.label(row.label)].append(row)
    found = []
    for same in places.values():
        stays = min(same, key=lambda row: (not row.judged, row.label in joins.merges, -(row.score or 0.0), row.key))
        found += [row.key for row in same if row is not stays and row.label in joins.merges and not row.judged]
    return tuple(sorted(found))


def _actors(db: Connection, joins: Renames) -> Iterator[_Pair]:
    """Yield the actors whose names would stand twice, and the one of them that stays, with everybody's aliases."""
    named: defaultdict[tuple[str, str], list[Actor]] = defaultdict(list)
    for one in registry.every(db):
        named[joins.label(one.label), one.name].append(one)
    for same in named.values():
        if len(same) == 1 or not any(one.label in joins.merges for one in same):
            continue
        stays, *others = sorted(same, key=lambda one: (one.label in joins.merges, one.key))
        kinds = [one.kind and joins.kind(one.label, one.kind) for one in (stays, *others)]
        state = stays.state or next((one.state for one in others if one.state), None)
        aliases = tuple(dict.fromkeys(alias for one in (stays, *others) for alias in one.aliases))
        kind, label = next(filter(None, kinds), None), joins.label(stays.label)
        yield ("", stays), replace(stays, label=label, kind=kind, state=state, aliases=aliases)
        for one in others:
            yield ("", one), None


def _asides(db: Connection, joins: Renames) -> Iterator[_Pair]:
    rows = db.execute(select(asides).order_by(asides.c.annotator, asides.c.finding)).all()
    known = {(row.annotator, row.finding) for row in rows}
    for row in rows:
        name = finding_under(row.finding, joins)
        if name != row.finding:
            fresh = (row.annotator, name) not in known
            known.add((row.annotator, name))
            yield (row.annotator, Aside(row.finding)), Aside(name) if fresh else None


def _places(db: Connection, crossings: Sequence[Crossing]) -> Iterator[Place]:
    for one in crossings:
        row = db.execute(
            select(articles.c.title, texts.c.text, readings.c.assisted, readings.c.state)
            .select_from(readings)
            .join(articles, articles.c.key == readings.c.article)
            .join(texts, texts.c.article == readings.c.article)
            .where(readings.c.key == one.reading)
        ).one()
        if row.assisted is False and row.state != State.DONE.value:
            yield Place(row.title)
        else:
            gone, stays = (" ".join(row.text[start:end].split()) for start, end in (one.where, one.other))
            yield Place(row.title, gone, stays)


def _names(joins: Renames) -> set[str]:
    return {*joins.merges, *joins.merges.values()}


def _under(joins: Renames, label: str, kind: str | None) -> tuple[str, str | None]:
    return joins.label(label), joins.kind(label, kind) if kind else kind


def _runs(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    for at in range(0, len(keys), _AT_ONCE):
        yield keys[at : at + _AT_ONCE]
