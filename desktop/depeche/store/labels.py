"""The label scheme as a project keeps it: put in place with all rows that follow its renames, and counted."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, and_, bindparam, delete, func, insert, or_, select, union, update

from depeche.core.change import LabelSet
from depeche.core.progress import Progress, Report, silent
from depeche.core.scheme import ValueType
from depeche.core.scheme_diff import Renames
from depeche.core.span import Value
from depeche.store import codec
from depeche.store.stale import StaleChange
from depeche.store.tables import actors, asides, facts, notes, readings, spans, suggestions

CHANGED = "labels changed"
"""Under this name a connection remembers, until its transaction ends, that the scheme is another."""
WAS = "scheme_was"
"""The fact that holds what `scheme.toml` said before, until the file follows: by it a crash between is noticed."""

_BATCH = 2_000

FOLLOWERS: dict[Table, Callable[[Any], str]] = {
    actors: codec.actor_digest,
    notes: codec.note_digest,
    suggestions: codec.suggestion_digest,
    spans: codec.span_digest,
}
"""The tables whose rows follow their label, each with what its digest is made by."""

Row = RowMapping


def put(db: Connection, wanted: LabelSet, report: Report = silent) -> None:
    """Give the project this scheme; spans, suggestions, the registry, notes and findings set aside follow.

    What is merged isn't followed here: `joining.py` did that before. Raises StaleChange where a label has meanwhile
    got spans under a name that another is to have, or again spans though it was merged.
    """
    known = {row.name: row.value for row in db.execute(select(facts))}
    renames = wanted.renames.alone
    if renames:
        _must_be_free(db, renames)
        _follow(db, renames, report)
        _follow_asides(db, renames)
    _must_be_gone(db, wanted.renames.merges)
    said = {"scheme": wanted.toml, "retired": json.loads(wanted.kept), WAS: known.get(WAS, known["scheme"])}
    db.execute(delete(facts).where(facts.c.name.in_(said)))
    db.execute(insert(facts), [{"name": name, "value": value} for name, value in said.items()])
    db.info[CHANGED] = True


def set_followed(db: Connection) -> None:
    """Note that `scheme.toml` says what the project says."""
    db.execute(delete(facts).where(facts.c.name == WAS))


def stored(db: Connection) -> LabelSet:
    """Return the scheme that the project has, without renames."""
    known = {row.name: row.value for row in db.execute(select(facts).where(facts.c.name.in_(("scheme", "retired"))))}
    return LabelSet(known["scheme"], json.dumps(known["retired"], ensure_ascii=False))


def used(db: Connection) -> set[str]:
    """Return the labels that spans, suggestions or actors have."""
    return {label for table in (spans, suggestions, actors) for label in db.scalars(select(table.c.label).distinct())}


@dataclass
class Tally:
    """How often a label, or one kind of it, was used: spans, suggestions that stand, and articles with either."""

    spans: int = 0
    suggestions: int = 0
    articles: int = 0


@dataclass
class Tallies:
    """The use of all labels by name, and of their kinds by label and kind."""

    labels: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    kinds: defaultdict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))


def count(db: Connection) -> Tallies:
    """Count what labels and kinds are used for, everybody's spans together."""
    found = Tallies()
    for table, name in ((spans, "spans"), (suggestions, "suggestions")):
        rows = select(table.c.label, table.c.kind, func.count()).group_by(table.c.label, table.c.kind)
        if table is suggestions:
            rows = rows.where(suggestions.c.retired.is_(False))
        for label, kind, n in db.execute(rows):
            for tally in (found.labels[label], found.kinds[label, kind or ""]):
                setattr(tally, name, getattr(tally, name) + n)
    met = union(
        select(readings.c.article, spans.c.label, spans.c.kind).join(readings, readings.c.key == spans.c.reading),
        select(suggestions.c.article, suggestions.c.label, suggestions.c.kind).where(suggestions.c.retired.is_(False)),
    ).subquery()
    for label, n in db.execute(select(met.c.label, func.count(met.c.article.distinct())).group_by(met.c.label)):
        found.labels[label].articles = n
    by_kind = select(met.c.label, met.c.kind, func.count()).group_by(met.c.label, met.c.kind)
    for label, kind, n in db.execute(by_kind):
        found.kinds[label, kind or ""].articles = n
    return found


def misfits(db: Connection, label: str, fits: Callable[[Value, ValueType], bool], wanted: ValueType) -> int:
    """Count the spans of a label whose value isn't one of a type, by what `fits` says."""
    rows = select(spans.c.value, func.count()).where(spans.c.label == label).group_by(spans.c.value)
    return sum(n for value, n in db.execute(rows) if not fits(codec.value_from_json(value), wanted))


def _must_be_free(db: Connection, renames: Renames) -> None:
    taken = used(db)
    for new in renames.labels.values():
        if new in taken and new not in renames.labels:
            raise StaleChange(new)
    for (label, _), new in renames.kinds.items():
        if (label, new) in renames.kinds:
            continue
        for table in (spans, suggestions, actors):
            if db.execute(select(table.c.key).where(table.c.label == label, table.c.kind == new).limit(1)).first():
                raise StaleChange(new)


def _must_be_gone(db: Connection, merged: Collection[str]) -> None:
    if merged:
        for table in FOLLOWERS:
            if db.execute(select(table.c.key).where(table.c.label.in_(merged)).limit(1)).first():
                raise StaleChange


def _follow(db: Connection, renames: Renames, report: Report) -> None:
    keys = {table: list(db.scalars(select(table.c.key).where(_concerned(table, renames)))) for table in FOLLOWERS}
    total, done = sum(map(len, keys.values())), 0
    for table, digest in FOLLOWERS.items():
        there = update(table).where(table.c.key == bindparam("row"))
        for rows in batches(db, table, keys[table]):
            report(Progress(done, total))
            db.execute(there, [_renamed(row, renames, digest) for row in rows])
            done += len(rows)
    report(Progress(total, total))


def _concerned(table: Table, renames: Renames) -> Any:
    named = table.c.label.in_(list(renames.labels))
    if table is notes:
        return named
    return or_(named, *(and_(table.c.label == label, table.c.kind == kind) for label, kind in renames.kinds))


def batches(db: Connection, table: Table, keys: Sequence[str]) -> Iterator[list[Row]]:
    """Yield the rows of these keys, some thousands at a time, to be written to."""
    # Not one query read while its rows are written: what a reader sees then, SQLite leaves open.
    for at in range(0, len(keys), _BATCH):
        rows = db.execute(select(table).where(table.c.key.in_(keys[at : at + _BATCH]))).mappings()
        yield list(rows)


def _renamed(row: Row, renames: Renames, digest: Callable[[Any], str]) -> dict[str, Any]:
    said = {"label": renames.label(row["label"])}
    if "kind" in row:
        said["kind"] = renames.kind(row["label"], row["kind"]) if row["kind"] else row["kind"]
    return {"row": row["key"], **said, "digest": digest({**row, **said})}


def _follow_asides(db: Connection, renames: Renames) -> None:
    """Give findings set aside the names that they have from now on: these are made of label and kind, among others."""
    for row in db.execute(select(asides)).all():
        fresh = finding_under(row.finding, renames)
        if fresh != row.finding:
            there = (asides.c.annotator == row.annotator, asides.c.finding == row.finding)
            db.execute(update(asides).where(*there).values(finding=fresh))


def finding_under(finding: str, renames: Renames) -> str:
    """Return the name that a finding has once labels and kinds have others."""
    parts = finding.split("/")
    fresh = list(parts)
    if len(parts) > 4:
        fresh[3], fresh[4] = renames.label(parts[3]), renames.kind(parts[3], parts[4])
    fresh[-1] = renames.label(parts[-1])
    return "/".join(fresh)
