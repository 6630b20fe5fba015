"""Notes on borderline cases: each an annotator's, in an article, in the order in which they were written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, delete, func, insert, select, update

from depeche.core.note import Note, PlacedNote
from depeche.store import codec
from depeche.store.stale import exactly_one
from depeche.store.tables import annotators, articles, notes


def of(db: Connection, article: str, annotator: str | None = None) -> tuple[Note, ...]:
    """Return the notes in an article (a key), an annotator's or everybody's, in order."""
    return tuple(note for _whose, note in in_article(db, article, annotator))


def in_article(db: Connection, article: str, annotator: str | None = None) -> list[tuple[str, Note]]:
    """Return the notes in an article with the key of whose each is, in order."""
    query = select(notes).where(notes.c.article == article).order_by(notes.c.number, notes.c.key)
    if annotator is not None:
        query = query.where(notes.c.annotator == annotator)
    return [(row["annotator"], codec.note_from_row(row)) for row in db.execute(query).mappings()]


def every(db: Connection) -> list[PlacedNote]:
    """Return all notes of the project, in the order in which they were written."""
    query = (
        select(
            notes,
            annotators.c.name.label("who"),
            articles.c.number.label("article_number"),
            articles.c.title,
            articles.c.date,
        )
        .join(annotators, annotators.c.key == notes.c.annotator)
        .join(articles, articles.c.key == notes.c.article)
        .order_by(notes.c.number, notes.c.key)
    )
    return [
        PlacedNote(
            codec.note_from_row(row),
            row["annotator"],
            row["who"],
            row["article"],
            row["article_number"],
            row["title"],
            row["date"],
        )
        for row in db.execute(query).mappings()
    ]


def authors(db: Connection, among: Collection[str]) -> list[tuple[str, str]]:
    """Return key and name of all who wrote a note in one of these articles, by name."""
    rows = db.execute(
        select(annotators.c.key, annotators.c.name, notes.c.article)
        .join(notes, notes.c.annotator == annotators.c.key)
        .distinct()
        .order_by(annotators.c.name)
    )
    return list(dict.fromkeys((row.key, row.name) for row in rows if row.article in among))


def next_number(db: Connection) -> int:
    """Return the place in the order that the next note gets."""
    return (db.execute(select(func.max(notes.c.number))).scalar() or 0) + 1


def replace(
    db: Connection, article: str, annotator: str, before: Mapping[str, Note], after: Mapping[str, Note]
) -> None:
    """Take back and put an annotator's notes, by key; raises StaleChange where one to be taken back isn't as it was."""
    for key, note in before.items():
        digest = codec.note_to_row(note)["digest"]
        mine = (notes.c.article == article, notes.c.annotator == annotator)
        there = (notes.c.key == key, *mine, notes.c.digest == digest)
        if key in after:
            exactly_one(db.execute(update(notes).where(*there).values(**codec.note_to_row(after[key]))).rowcount)
        else:
            exactly_one(db.execute(delete(notes).where(*there)).rowcount)
    put(db, article, [(annotator, note) for key, note in after.items() if key not in before])


def put(db: Connection, article: str, given: Iterable[tuple[str, Note]]) -> None:
    """Store new notes in an article, each with the key of whose it is."""
    rows = [codec.note_to_row(note) | {"article": article, "annotator": whose} for whose, note in given]
    if rows:
        db.execute(insert(notes), rows)
