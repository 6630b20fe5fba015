"""Which articles hold a word, a stretch of the project at a time, so that a long search can be told of and stopped."""

from __future__ import annotations

import json

from sqlalchemy import Connection, Text, cast, func, or_, select

from depeche.store.tables import articles, readings, spans, texts


def last_number(db: Connection) -> int:
    """Return the greatest number of an article, 0 where there is none."""
    return db.execute(select(func.max(articles.c.number))).scalar() or 0


def holding(db: Connection, word: str, after: int, upto: int) -> list[str]:
    """Return the keys of the articles numbered above `after` and at most `upto` whose text holds `word` as written."""
    query = (
        select(articles.c.key)
        .join(texts, texts.c.article == articles.c.key)
        .where(articles.c.number > after, articles.c.number <= upto, func.instr(texts.c.text, word) > 0)
    )
    return list(db.scalars(query.order_by(articles.c.number)))


def worth(db: Connection, annotator: str, name: str) -> list[str]:
    """Return the keys of the articles in which a value of the annotator's spans is `name`, or has it among several.

    A few more may be among them, where the name is part of a longer one.
    """
    said = cast(spans.c.value, Text)
    # As it is stored, and escaped as other programs may have stored it.
    forms = {json.dumps(name, ensure_ascii=plain) for plain in (False, True)}
    query = (
        select(articles.c.key)
        .distinct()
        .add_columns(articles.c.number)
        .join(readings, readings.c.article == articles.c.key)
        .join(spans, spans.c.reading == readings.c.key)
        .where(readings.c.annotator == annotator, or_(*(func.instr(said, form) > 0 for form in sorted(forms))))
    )
    return [row.key for row in db.execute(query.order_by(articles.c.number))]
