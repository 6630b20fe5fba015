"""What a package needs of a project, and a project made from a package: identities, whole articles, the journal."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.exc import DBAPIError

from depeche.core.actor import Actor
from depeche.core.article import Article, State
from depeche.core.package import Manifest, Person
from depeche.core.packed import Packed, PackedNote, PackedReading
from depeche.core.scheme import Label, label_to_json
from depeche.core.step import Step
from depeche.core.suggestion import Suggestion
from depeche.errors import DamagedError, reason
from depeche.store import actors, articles, blind, confidence, notes, spans, suggestions
from depeche.store.engine import Mode, check_header, make_engine
from depeche.store.project import DATABASE
from depeche.store.tables import annotators, changes, facts, readings
from depeche.store.tables import articles as articles_table

FACT = "package"
"""The fact that says which package a project was made from."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Which package a project was made from, and for whom."""

    package: str
    annotator: Person


def identity(db: Connection) -> tuple[str, str]:
    """Return a project's own UUID and its scheme's TOML."""
    known = {row.name: row.value for row in db.execute(select(facts).where(facts.c.name.in_(["project", "scheme"])))}
    return str(known["project"]), str(known["scheme"])


def origin(db: Connection) -> Origin | None:
    """Return which package a project was made from, None where it wasn't."""
    said = db.execute(select(facts.c.value).where(facts.c.name == FACT)).scalar()
    if not isinstance(said, dict):
        return None
    return Origin(str(said["key"]), Person(str(said["annotator"]), str(said["name"])))


def package_in(folder: Path) -> str | None:
    """Return the key of the package that the project in a folder was made from; None: no project, or no package.

    Raises DamagedError where there is a project that can't be read. It may be open elsewhere; nothing is changed.
    """
    path = folder / DATABASE
    try:
        if not path.is_file():
            return None
        check_header(path)
    except OSError as error:
        raise DamagedError(reason(error)) from error
    writable = os.access(folder, os.W_OK) and os.access(path, os.W_OK)
    engine = make_engine(path, Mode.WRITE if writable else Mode.READ, query_only=True)
    try:
        with engine.begin() as db:
            found = origin(db)
    except (DBAPIError, ValueError, LookupError, TypeError) as error:
        raise DamagedError(type(error).__name__) from error
    finally:
        engine.dispose()
    return found.package if found else None


def people(db: Connection) -> list[Person]:
    """Return a project's annotators by name."""
    rows = db.execute(select(annotators).order_by(annotators.c.name))
    return [Person(row.key, row.name) for row in rows]


def note_writers(db: Connection, keys: Collection[str]) -> list[Person]:
    """Return who wrote a note in one of these articles, by name."""
    return [Person(key, name) for key, name in notes.authors(db, keys)]


def in_order(db: Connection) -> list[tuple[str, int, str]]:
    """Return key, number and name of every article, in order of import."""
    query = select(articles_table.c.key, articles_table.c.number, articles_table.c.name)
    return [(row.key, row.number, row.name) for row in db.execute(query.order_by(articles_table.c.number))]


def work(db: Connection, key: str) -> Packed:
    """Return an article with the suggestions that stand, as it goes out."""
    return _packed(db, articles.get(db, key), tuple(suggestions.of(db, key, unused=True)), ())


def done(db: Connection, key: str, package: str) -> Packed:
    """Return an article with everybody's readings, as it comes back: without its text if it came with the package."""
    article = articles.get(db, key)
    query = select(readings).where(readings.c.article == key)
    found = []
    for row in db.execute(query.order_by(readings.c.annotator)).all():
        made, judged = spans.work_of(db, row.key)
        found.append(PackedReading(row.key, row.annotator, State(row.state), made, judged, row.assisted))
    meant = {verdict.suggestion for one in found for verdict in one.verdicts}
    meant |= {span.suggestion for one in found for span in one.spans if span.suggestion}
    guesses = tuple(guess for guess in suggestions.of(db, key, retired=True) if guess.key in meant)
    packed = _packed(db, article, guesses, tuple(found))
    came_from = db.execute(select(articles_table.c.imported_from).where(articles_table.c.key == key)).scalar()
    return replace(packed, article=replace(article, text="")) if came_from == _whence(package) else packed


def _packed(
    db: Connection, article: Article, guesses: tuple[Suggestion, ...], found: tuple[PackedReading, ...]
) -> Packed:
    query = select(articles_table.c.suggested_by, articles_table.c.recalled)
    row = db.execute(query.where(articles_table.c.key == article.key)).one()
    hashed, length = article.text_hash, len(article.text)
    written = tuple(PackedNote(whose, note) for whose, note in notes.in_article(db, article.key))
    return Packed(article, hashed, length, row.suggested_by, row.recalled, guesses, found, written)


def steps(db: Connection, after: int, limit: int) -> Iterator[Step]:
    """Yield at most `limit` steps of the journal with a number above `after`, in order."""
    query = select(changes).where(changes.c.number > after).order_by(changes.c.number).limit(limit)
    for row in db.execute(query).mappings():
        said = {name: row[name] for name in Step.__dataclass_fields__ if name != "parts"}
        yield Step(**said, parts=tuple(row["parts"]))


def last_step(db: Connection) -> int:
    """Return the number of the journal's last step, 0 where there is none."""
    return db.execute(select(func.max(changes.c.number))).scalar() or 0


# --- a project made from a package


def take_over(db: Connection, manifest: Manifest, retired: Collection[Label]) -> None:
    """Make a new project the one that a package is of: its UUID, title and annotator are the package's."""
    said: dict[str, Any] = {
        "project": manifest.project,
        "title": manifest.title,
        "annotator": manifest.annotator.key,
        "retired": [label_to_json(label) for label in retired],
        FACT: {"key": manifest.key, "annotator": manifest.annotator.key, "name": manifest.annotator.name},
        blind.FACT: manifest.blind or 0.0,
    }
    if manifest.confidence is not None:
        said[confidence.FACT] = manifest.confidence.to_json()
    db.execute(update(annotators).values(key=manifest.annotator.key))
    db.execute(delete(facts).where(facts.c.name.in_(said)))
    db.execute(insert(facts), [{"name": name, "value": value} for name, value in said.items()])
    others = [{"key": one.key, "name": one.name} for one in manifest.annotators if one.key != manifest.annotator.key]
    if others:  # whose notes it brings
        db.execute(insert(annotators), others)


def put(db: Connection, packed: Packed, package: str) -> None:
    """Store an article of a package with its suggestions, under the keys and the number that it has there."""
    one = articles.put(db, packed.article, _whence(package))
    if one.unmasked:
        articles.set_unmasked(db, one.key, one.unmasked)
    if packed.suggested_by is not None:
        articles.set_suggested_by(db, one.key, packed.suggested_by)
    if packed.recalled is not None:
        articles.set_recalled(db, one.key, packed.recalled)
    suggestions.put(db, one.key, packed.suggestions)
    notes.put(db, one.key, ((written.annotator, written.note) for written in packed.notes))


def put_actors(db: Connection, given: Collection[Actor]) -> None:
    """Store a package's registry in a new project."""
    actors.replace(db, {}, {actor.key: actor for actor in given})


def _whence(package: str) -> str:
    return f"package:{package}"
