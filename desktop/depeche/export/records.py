"""An article and everybody's work on it, out of the store, as a record to write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from depeche.core.article import FURTHEST, Article, State
from depeche.core.blind import is_drawn
from depeche.core.record import Mark, Record, mark_of
from depeche.core.span import Span
from depeche.core.suggestion import Outcome, Suggestion, Verdict
from depeche.errors import DamagedError
from depeche.export.choice import TRUE, Why
from depeche.messages import tr
from depeche.store import articles, blind, spans, suggestions
from depeche.store.codec import value_to_json
from depeche.store.project import Connection, Project
from depeche.store.spans import Reading

_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Found:
    """An article as it may go out, and the marks on it that may not.

    `others` are those of annotators who weren't asked for, `unseen` the suggestions that nobody was to see: those of a
    blind control, also of one not begun.
    """

    record: Record
    others: tuple[Mark, ...] = ()
    unseen: tuple[Mark, ...] = ()


def records(project: Project) -> Iterator[Record]:
    """Yield the project's articles in order of import with all marks on them; see `found`."""
    return (one.record for one in found(project))


def found(project: Project, annotators: Collection[str] = (), assisted: bool | None = None) -> Iterator[Found]:
    """Yield the project's articles in order of import with the marks on them, of these annotators only if any is named.

    If `assisted` is said, of an article only readings with suggestions in sight (True) or without (False), unless it
    has no such one. The state is that of the reading which is furthest; of several, the first annotator's by name. Read
    in short transactions, so that an annotator can go on writing meanwhile.
    """
    for batch in _batches(project):
        try:
            with project.read() as db:
                share = blind.share(db)
                read = [_unhelped(*_read(db, article, annotators, assisted), share) for article in batch]
        except (ValueError, LookupError) as error:  # a row says what no row of ours says
            raise _damaged(project) from error
        yield from read


def every_article(project: Project) -> Iterator[Article]:
    """Yield the project's articles in order of import."""
    return (one for batch in _batches(project) for one in batch)


def _unhelped(one: Record, others: tuple[Mark, ...], share: float) -> Found:
    drawn = not one.states and one.annotator is None and is_drawn(one.article.text_hash, share)
    if one.assisted is not False and not drawn:
        return Found(one, others)
    unseen = tuple(mark for mark in one.marks if mark.status == "suggested")
    return Found(replace(one, marks=tuple(mark for mark in one.marks if mark.status != "suggested")), others, unseen)


def _batches(project: Project) -> Iterator[list[Article]]:
    try:
        yield from articles.batches(_AT_ONCE, project.read)
    except ValueError as error:
        raise _damaged(project) from error


def _damaged(project: Project) -> DamagedError:
    return DamagedError(tr("Le projet {folder} est endommagé.", folder=project.folder), tr("« depeche check » dit où."))


def record(db: Connection, article: Article) -> Record:
    """Return one article with the marks of every annotator and the suggestions that nobody has judged."""
    return _read(db, article, (), None)[0]


def _read(
    db: Connection, article: Article, annotators: Collection[str], assisted: bool | None
) -> tuple[Record, tuple[Mark, ...]]:
    """Return an article with the marks of the readings that are meant (see `found`), and the others' marks."""
    begun = [one for one in spans.readings_of(db, article.key) if _is_begun(one)]
    readings = [one for one in begun if not annotators or one.annotator in annotators]
    if assisted is not None:
        readings = [one for one in readings if one.assisted is assisted] or readings
    proposed = {one.key: one for one in suggestions.of(db, article.key, retired=True)}
    waiting = {one.key for one in suggestions.of(db, article.key)}
    marks = [mark for reading in readings for mark in _marks_of(reading, proposed)]
    waiting -= {verdict.suggestion for reading in readings for verdict in reading.verdicts}
    others = tuple(mark for reading in begun if reading not in readings for mark in _marks_of(reading, proposed))
    marks += [mark_of(proposed[key]) for key in waiting]
    furthest = min(readings, key=lambda one: (FURTHEST.index(one.state), one.annotator), default=None)
    state, whose = (furthest.state, furthest.annotator) if furthest else (State.TODO, None)
    states = {one.annotator: one.state for one in readings} if len(readings) > 1 else {}
    helped = {one.annotator: one.assisted for one in readings}
    each = {name: one for name, one in helped.items() if one is not None} if len(set(helped.values())) > 1 else {}
    seen = furthest.assisted if furthest else None
    return Record(article, tuple(sorted(marks, key=_order)), state, whose, states, seen, each), others


def _marks_of(reading: Reading, proposed: Mapping[str, Suggestion]) -> list[Mark]:
    said = {verdict.span: verdict for verdict in reading.verdicts}
    kept = [
        _span_mark(span, proposed.get(span.suggestion or ""), said.get(span.key), reading.annotator)
        for span in reading.spans
    ]
    return kept + [_rejected(proposed[v.suggestion], reading.annotator) for v in reading.verdicts if _is_no(v)]


def reading_to_train_on(one: Record, own: str) -> tuple[Record, list[tuple[Mark, Why]]]:
    """Return the record with only what one annotator holds true, and all other marks with why they aren't in it.

    No suggestions, nothing rejected. Of those who are furthest, one with spans comes first, then the one named `own`,
    then the one with most spans.
    """
    true = [mark for mark in one.marks if mark.status in TRUE]
    number = Counter(mark.by for mark in true)
    furthest: list[str | None] = [name for name, state in one.states.items() if state is one.state]
    furthest = furthest or [one.annotator]
    whose = min(furthest, key=lambda name: (not number[name], name != own, -number[name], name or ""))
    kept = tuple(mark for mark in true if mark.by == whose)
    said = {_said(mark) for mark in kept}
    others = [(mark, Why.NOT_TRUE) for mark in one.marks if mark.status not in TRUE]
    others += [(mark, Why.SAME if _said(mark) in said else Why.OTHERS) for mark in true if mark.by != whose]
    return Record(one.article, kept, one.state, whose, assisted=one.assisted_of(whose or "")), others


def _said(mark: Mark) -> tuple[object, ...]:
    return mark.start, mark.end, mark.label, mark.kind, mark.value


def _is_begun(reading: Reading) -> bool:
    return reading.state is not State.TODO or bool(reading.spans or reading.verdicts)


def _is_no(verdict: Verdict) -> bool:
    return verdict.outcome is Outcome.REJECTED


def _span_mark(span: Span, guess: Suggestion | None, verdict: Verdict | None, by: str) -> Mark:
    mark = Mark(span.start, span.end, span.label, span.kind, span.value, span.attrs, "added", by)
    if guess is None or verdict is None:
        return mark
    was = _was(span, guess)
    return replace(
        mark,
        status=verdict.outcome.value,
        score=guess.score,
        source=guess.source,
        version=guess.version or None,
        reason=guess.reason or None,
        was=was or None,
    )


def _rejected(guess: Suggestion, by: str) -> Mark:
    return replace(mark_of(guess, "rejected"), by=by)


def _was(span: Span, guess: Suggestion) -> dict[str, Any]:
    """Return what of the suggestion the annotator changed."""
    was: dict[str, Any] = {}
    for name in ("start", "end", "label", "kind", "value"):
        if getattr(span, name) != getattr(guess, name):
            was[name] = getattr(guess, name)
    if "value" in was:
        was["value"] = value_to_json(was["value"])
    if dict(span.attrs) != dict(guess.attrs):
        was["attrs"] = dict(guess.attrs)
    return was


def _order(mark: Mark) -> tuple[object, ...]:
    return (
        mark.start,
        -mark.end,
        mark.label,
        mark.status or "",
        mark.by or "",
        mark.source or "",
        mark.score is None,
        -(mark.score or 0.0),
        mark.kind or "",
        repr(mark),
    )
