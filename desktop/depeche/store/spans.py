"""What annotators did: readings, spans, verdicts, and the change that puts them there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select, update

from depeche.core.actor import Actor
from depeche.core.article import State
from depeche.core.change import Aside, Change, Joined, LabelSet, Part, Published, Standing, Unmasked
from depeche.core.ids import new_key
from depeche.core.note import Note
from depeche.core.progress import Report, silent
from depeche.core.span import Span, reading_order
from depeche.core.suggestion import Verdict
from depeche.store import actors, articles, asides, blind, codec, joining, labels, notes
from depeche.store.bulk import put_rows
from depeche.store.stale import StaleChange as StaleChange
from depeche.store.tables import annotators, readings, spans, verdicts
from depeche.store.work_rows import replace_spans, replace_verdicts


@dataclass(frozen=True, slots=True)
class Reading:
    """One annotator's work on one article. `annotator` is a name here; `assisted`: suggestions were shown, if known."""

    key: str
    annotator: str
    state: State
    spans: tuple[Span, ...]
    verdicts: tuple[Verdict, ...]
    assisted: bool | None = None


@dataclass(frozen=True, slots=True)
class Brought:
    """What an import brings of one annotator (a key) on one article. `title` names it in the journal."""

    article: str
    annotator: str
    title: str
    spans: tuple[Span, ...]
    verdicts: tuple[Verdict, ...]
    state: State
    assisted: bool | None


def put_new(db: Connection, brought: Sequence[Brought]) -> None:
    """Store readings, with their spans and verdicts, of annotators who have none of these articles yet."""
    rows: list[dict[str, Any]] = []
    made: list[dict[str, Any]] = []
    said: list[dict[str, Any]] = []
    for one in brought:
        key = new_key()
        who = {"article": one.article, "annotator": one.annotator}
        rows.append({"key": key, "state": one.state.value, "assisted": one.assisted} | who)
        made += [codec.span_to_row(span) | {"reading": key} for span in one.spans]
        said += [codec.verdict_to_row(verdict) | {"reading": key} for verdict in one.verdicts]
    put_rows(db, readings, rows)
    put_rows(db, spans, made)
    put_rows(db, verdicts, said)


def put_annotator(db: Connection, name: str) -> str:
    """Return the key of the annotator of that name, made if new."""
    key = db.execute(select(annotators.c.key).where(annotators.c.name == name)).scalar()
    if key is None:
        key = new_key()
        db.execute(insert(annotators).values(key=key, name=name))
    return key


def annotator_name(db: Connection, key: str) -> str:
    """Return an annotator's name; raises KeyError."""
    name = db.execute(select(annotators.c.name).where(annotators.c.key == key)).scalar()
    if name is None:
        raise KeyError(key)
    return str(name)


def readings_of(db: Connection, article: str) -> list[Reading]:
    """Return every annotator's reading of an article, by name."""
    rows = db.execute(
        select(readings.c.key, annotators.c.name, readings.c.state, readings.c.assisted)
        .join(annotators, annotators.c.key == readings.c.annotator)
        .where(readings.c.article == article)
        .order_by(annotators.c.name)
    ).all()
    return [Reading(key, name, State(state), *work_of(db, key), assisted) for key, name, state, assisted in rows]


def readers(db: Connection, article: str) -> set[str]:
    """Return the names of the annotators who have a reading of an article."""
    query = select(annotators.c.name).join(readings, readings.c.annotator == annotators.c.key)
    return set(db.scalars(query.where(readings.c.article == article)))


def reading(db: Connection, article: str, annotator: str) -> Reading:
    """Return one annotator's reading of an article; an untouched one, without key, where there is none yet."""
    name = annotator_name(db, annotator)
    row = db.execute(
        select(readings.c.key, readings.c.state).where(readings.c.article == article, readings.c.annotator == annotator)
    ).first()
    if row is None:
        return Reading("", name, State.TODO, (), ())
    return Reading(row.key, name, State(row.state), *work_of(db, row.key))


def work_of(db: Connection, key: str) -> tuple[tuple[Span, ...], tuple[Verdict, ...]]:
    """Return the spans, in reading order, and the verdicts of the reading of that key."""
    found = codec.plain_rows(db.execute(select(spans).where(spans.c.reading == key)))
    said = codec.plain_rows(
        db.execute(select(verdicts).where(verdicts.c.reading == key).order_by(verdicts.c.suggestion))
    )
    return (
        tuple(reading_order(codec.span_from_row(row) for row in found)),
        tuple(codec.verdict_from_row(row) for row in said),
    )


def apply(db: Connection, change: Change, annotator: str, report: Report = silent) -> None:
    """Carry out a change in the rows: what it took away goes, what it put there comes.

    Raises StaleChange, for all to be rolled back, when what it takes away isn't there as it says, or what it puts there
    is already. `report` hears how far rows have followed a renamed label; `Cancelled` out of it does the same.
    """
    for part in change.parts:
        _apply_part(db, part, annotator, report)


def _apply_part(db: Connection, part: Part, annotator: str, report: Report) -> None:
    if part.article is None:
        for item in part.after:
            if isinstance(item, Joined):
                joining.join(db, item, report)
        for item in part.after:
            if isinstance(item, LabelSet):
                labels.put(db, item, report)
        for item in part.before:
            if isinstance(item, Joined):
                joining.part(db, item, report)
        actors.replace(
            db,
            {item.key: item for item in part.before if isinstance(item, Actor)},
            {item.key: item for item in part.after if isinstance(item, Actor)},
        )
        asides.replace(
            db,
            annotator,
            [item.finding for item in part.before if isinstance(item, Aside)],
            [item.finding for item in part.after if isinstance(item, Aside)],
        )
        return
    key = blind.begin(db, part.article, annotator)
    replace_spans(
        db,
        key,
        {item.key: item for item in part.before if isinstance(item, Span)},
        {item.key: item for item in part.after if isinstance(item, Span)},
    )
    replace_verdicts(
        db,
        key,
        {item.suggestion: item for item in part.before if isinstance(item, Verdict)},
        {item.suggestion: item for item in part.after if isinstance(item, Verdict)},
    )
    notes.replace(
        db,
        part.article,
        annotator,
        {item.key: item for item in part.before if isinstance(item, Note)},
        {item.key: item for item in part.after if isinstance(item, Note)},
    )
    for item in part.after:
        if isinstance(item, Standing):
            db.execute(update(readings).where(readings.c.key == key).values(state=item.state.value))
        elif isinstance(item, Published):
            articles.set_date(db, part.article, item.date, item.origin)
        elif isinstance(item, Unmasked):
            articles.set_unmasked(db, part.article, item.stretches)
