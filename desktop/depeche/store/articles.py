"""Articles in a project: put, find, list."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, false, func, or_, select, update

from depeche.core.article import Article, DateOrigin, Heading, State
from depeche.core.ids import new_key
from depeche.core.words import folded as words_of
from depeche.store import codec, likeness, search
from depeche.store.bulk import put_rows
from depeche.store.tables import articles, readings, texts


def put(db: Connection, article: Article, imported_from: str) -> Article:
    """Store a new article and return it with its key and number, new ones where it has none.

    Its key, number, name and text must be new to the project.
    """
    return put_all(db, [(article, imported_from)])[0]


def put_all(db: Connection, new: Sequence[tuple[Article, str]]) -> list[Article]:
    """Store new articles, each with where it is imported from; as `put`, and many at once take half the time."""
    last = db.execute(select(func.max(articles.c.number))).scalar() or 0
    now = datetime.now(UTC).isoformat(timespec="seconds")
    stored, rows = [], []
    for article, imported_from in new:
        last = article.number or last + 1
        one = replace(article, key=article.key or new_key(), number=last)
        stored.append(one)
        row = _row(one) | {"imported_from": imported_from, "imported_at": now}
        rows.append(row | {"digest": codec.article_digest(row)})
    if not stored:
        return []
    words = [words_of(one.text) for one in stored]
    put_rows(db, articles, rows)
    put_rows(db, texts, [{"article": one.key, "text": one.text} for one in stored])
    search.put_folded(db, [(one.number, said) for one, said in zip(stored, words, strict=True)])
    likeness.put_all(db, [(one.key, one.number, one.text, said) for one, said in zip(stored, words, strict=True)])
    return stored


def _row(article: Article) -> dict[str, Any]:
    return {
        "key": article.key,
        "number": article.number,
        "name": article.name,
        "title": article.title,
        "sought": _folded(f"{article.title}\n{article.name}\n{article.source or ''}"),
        "text_hash": article.text_hash,
        "length": len(article.text),
        "date": article.date,
        "date_origin": article.date_origin.value,
        "source": article.source,
        "url": article.url,
        "meta": dict(article.meta),
        "extra": dict(article.extra),
    }


def named(
    db: Connection, names: Collection[str], hashes: Collection[str]
) -> tuple[set[str], dict[str, tuple[str, str]]]:
    """Return which of these names are taken, and by hash keys and names of the articles with a text of these hashes."""
    taken = set(db.scalars(select(articles.c.name).where(articles.c.name.in_(names))))
    known = select(articles.c.text_hash, articles.c.key, articles.c.name).where(articles.c.text_hash.in_(hashes))
    return taken, {row.text_hash: (row.key, row.name) for row in db.execute(known)}


def get(db: Connection, key: str) -> Article:
    """Return one article with its text; raises KeyError."""
    row = db.execute(_with_text().where(articles.c.key == key)).mappings().first()
    if row is None:
        raise KeyError(key)
    return from_row(row)


def exists(db: Connection, key: str) -> bool:
    """Tell whether there is an article of that key."""
    return db.execute(select(articles.c.key).where(articles.c.key == key)).first() is not None


def by_name(db: Connection, name: str) -> str | None:
    """Return the key of the article of this name, None where there is none."""
    return db.execute(select(articles.c.key).where(articles.c.name == name)).scalar()


def count(db: Connection) -> int:
    """Return how many articles the project holds."""
    return db.execute(select(func.count()).select_from(articles)).scalar_one()


def after(db: Connection, number: int, limit: int) -> list[Article]:
    """Return at most `limit` articles with a number above `number`, in order of import."""
    query = _with_text().where(articles.c.number > number)
    rows = db.execute(query.order_by(articles.c.number).limit(limit)).mappings()
    return [from_row(row) for row in rows]


def numbers(db: Connection, annotator: str, states: Collection[State] = (), words: str = "") -> list[int]:
    """Return the numbers, in order of import, of the articles in one of `states` that hold `words`.

    Each of the words must be part of the title, name or source; case and accents don't count.
    """
    query = select(articles.c.number)
    if states:
        query = _joined(query, annotator)
        wanted = readings.c.state.in_([state.value for state in states])
        query = query.where(or_(wanted, readings.c.state.is_(None)) if State.TODO in states else wanted)
    for word in _folded(words).split():
        query = query.where(articles.c.sought.contains(word, autoescape=True))
    return list(db.scalars(query.order_by(articles.c.number)).all())  # at one stroke: of 100,000 a third of the time


def headings(db: Connection, annotator: str, wanted: Sequence[int]) -> list[Heading]:
    """Return the headings of the articles with these numbers, in order of number."""
    query = _joined(
        select(
            articles.c.key,
            articles.c.number,
            articles.c.title,
            articles.c.name,
            articles.c.date,
            articles.c.date_origin,
            articles.c.source,
            articles.c.length,
            func.coalesce(readings.c.state, State.TODO.value).label("state"),
        ),
        annotator,
    )
    rows = db.execute(query.where(articles.c.number.in_(wanted)).order_by(articles.c.number)).mappings()
    return [
        Heading(**(dict(row) | {"state": State(row["state"]), "date_origin": DateOrigin(row["date_origin"])}))
        for row in rows
    ]


def neighbour(db: Connection, annotator: str, number: int, step: int, states: Collection[State] = ()) -> str | None:
    """Return the key of the next (`step` 1) or previous (-1) article in one of `states`, None at the end."""
    query = select(articles.c.key)
    if states:
        query = _joined(query, annotator).where(
            func.coalesce(readings.c.state, State.TODO.value).in_([state.value for state in states])
        )
    if step > 0:
        query = query.where(articles.c.number > number).order_by(articles.c.number)
    else:
        query = query.where(articles.c.number < number).order_by(articles.c.number.desc())
    return db.execute(query.limit(1)).scalar()


def state_counts(db: Connection, annotator: str) -> dict[State, int]:
    """Return how many articles are in each state for one annotator."""
    rows = db.execute(
        select(readings.c.state, func.count()).where(readings.c.annotator == annotator).group_by(readings.c.state)
    )
    counts = {State(state): n for state, n in rows}
    seen = sum(n for state, n in counts.items() if state is not State.TODO)
    return {state: counts.get(state, 0) for state in State} | {State.TODO: count(db) - seen}


def set_date(db: Connection, key: str, date: str | None, origin: DateOrigin) -> None:
    """Set an article's publication date and where it comes from."""
    dated = {"date": date, "date_origin": origin.value}
    row = db.execute(select(articles).where(articles.c.key == key)).mappings().one()
    digest = codec.article_digest({**row, **dated})
    db.execute(update(articles).where(articles.c.key == key).values(**dated, digest=digest))


def set_unmasked(db: Connection, key: str, stretches: tuple[tuple[int, int], ...]) -> None:
    """Note which stretches that look like boilerplate are text."""
    kept = [list(stretch) for stretch in stretches] or None
    db.execute(update(articles).where(articles.c.key == key).values(unmasked=kept))


def set_suggested_by(db: Connection, key: str, pipeline: str) -> None:
    """Note which sources, in which versions, have proposed for this article."""
    db.execute(update(articles).where(articles.c.key == key).values(suggested_by=pipeline))


def set_recalled(db: Connection, key: str, known: str) -> None:
    """Note what memory knew of an article's words when its suggestions were made: a hash."""
    db.execute(update(articles).where(articles.c.key == key).values(recalled=known))


def recalled(db: Connection, key: str) -> str | None:
    """Return what memory knew of an article's words when suggestions were last made, None where they never were."""
    return db.execute(select(articles.c.recalled).where(articles.c.key == key)).scalar()


def holding(db: Connection, words: Collection[str]) -> list[str]:
    """Return the keys of the articles whose text holds one of these words, as it is written."""
    found = (func.instr(texts.c.text, word) > 0 for word in words)
    query = select(articles.c.key).join(texts, texts.c.article == articles.c.key).where(or_(false(), *found))
    return list(db.scalars(query.order_by(articles.c.number)))


def without_suggestions(db: Connection) -> bool:
    """Tell whether there is an article for which no source has proposed anything yet."""
    return db.execute(select(articles.c.key).where(articles.c.suggested_by.is_(None)).limit(1)).first() is not None


def not_suggested_by(db: Connection, pipeline: str) -> list[str]:
    """Return the keys of the articles for which these sources, in these versions, haven't proposed yet."""
    fresh = or_(articles.c.suggested_by.is_(None), articles.c.suggested_by != pipeline)
    return list(db.scalars(select(articles.c.key).where(fresh).order_by(articles.c.number)))


def suggested_saying(db: Connection, words: Collection[str]) -> list[str]:
    """Return the keys of the articles whose suggestions' makers are named with any of these words."""
    said = (articles.c.suggested_by.contains(one, autoescape=True) for one in words)
    return list(db.scalars(select(articles.c.key).where(or_(false(), *said)).order_by(articles.c.number)))


def batches(size: int, read: Any) -> Iterator[list[Article]]:
    """Yield all articles in order of import, `size` at a time, each batch from a short read of its own.

    `read` opens a transaction (a project's `read`): a long one would keep the annotator's writes waiting.
    """
    number = 0
    while True:
        with read() as db:
            batch = after(db, number, size)
        if not batch:
            return
        yield batch
        number = batch[-1].number


def _folded(words: str) -> str:
    """Return the form in which titles are searched: no case, no accents, straight apostrophes."""
    bare = (char for char in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(char))
    return "".join(bare).replace("’", "'")


def _joined(query: Select[Any], annotator: str) -> Select[Any]:
    mine = and_(readings.c.article == articles.c.key, readings.c.annotator == annotator)
    return query.select_from(articles.outerjoin(readings, mine))


def _with_text() -> Select[Any]:
    return select(articles, texts.c.text).select_from(articles.join(texts, texts.c.article == articles.c.key))


def from_row(row: Mapping[Any, Any]) -> Article:
    """Return an article from its columns and its text."""
    return Article(
        text=row["text"],
        title=row["title"],
        name=row["name"],
        date=row["date"],
        date_origin=DateOrigin(row["date_origin"]),
        source=row["source"],
        url=row["url"],
        meta=row["meta"],
        extra=row["extra"],
        unmasked=codec.stretches_from_json(row["unmasked"]),
        key=row["key"],
        number=row["number"],
    )
