"""The share of articles that are a blind control, and which readings were begun without suggestions."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, and_, bindparam, case, delete, func, insert, or_, select

from depeche.core.article import State
from depeche.core.blind import DIGITS, Drawn, bound, is_drawn
from depeche.core.ids import new_key
from depeche.store.tables import articles, facts, readings

FACT = "blind"

_MINE = select(readings.c.key).where(
    readings.c.article == bindparam("what"), readings.c.annotator == bindparam("who")
)  # made once: every act begins with it


def share(db: Connection) -> float:
    """Return which share of the articles is shown without suggestions: 0 where a project was never given any."""
    said = db.execute(select(facts.c.value).where(facts.c.name == FACT)).scalar()
    return float(said) if isinstance(said, int | float) else 0.0


def set_share(db: Connection, wanted: float) -> None:
    """Set that share (0 to 1). What somebody has opened stays what it was."""
    db.execute(delete(facts).where(facts.c.name == FACT))
    db.execute(insert(facts).values(name=FACT, value=wanted))


def is_assisted(db: Connection, article: str, annotator: str) -> bool:
    """Tell whether an annotator (a key) sees the suggestions for an article.

    As when they first opened it; before that, by its text and the share. Work from outside counts as assisted unless it
    says otherwise.
    """
    mine = and_(readings.c.article == articles.c.key, readings.c.annotator == annotator)
    row = db.execute(
        select(articles.c.text_hash, readings.c.key, readings.c.assisted)
        .select_from(articles.outerjoin(readings, mine))
        .where(articles.c.key == article)
    ).one()
    return not is_drawn(row.text_hash, share(db)) if row.key is None else row.assisted is not False


def begin(db: Connection, article: str, annotator: str, *, assisted: bool | None = None) -> str:
    """Return the key of an annotator's reading of an article, made if there is none yet.

    A new one keeps whether it is `assisted`: as given, else as the article is drawn now.
    """
    key = db.execute(_MINE, {"what": article, "who": annotator}).scalar()
    if key is None:
        key = new_key()
        seen = is_assisted(db, article, annotator) if assisted is None else assisted
        row = {"key": key, "article": article, "annotator": annotator, "state": State.TODO.value, "assisted": seen}
        db.execute(insert(readings).values(row))
    return key


def is_shown(db: Connection) -> ColumnElement[bool]:
    """Return the condition that suggestions are shown, on an article and, joined to it or missing, its reading."""
    fresh = func.substr(articles.c.text_hash, 65 - DIGITS) >= bound(share(db))
    return case((readings.c.key.is_(None), fresh), else_=readings.c.assisted.is_not(False))


def is_open(assisted: ColumnElement[bool | None], state: ColumnElement[str]) -> ColumnElement[bool]:
    """Return the condition that a reading may be spoken of from elsewhere: it was assisted, or is finished."""
    return or_(assisted.is_not(False), state == State.DONE.value)


def count(db: Connection, annotator: str) -> Drawn:
    """Return how many articles the control of an annotator (a key) has."""
    last = func.substr(articles.c.text_hash, 65 - DIGITS)
    total = db.execute(select(func.count()).select_from(articles)).scalar_one()
    drawn = db.execute(select(func.count()).select_from(articles).where(last < bound(share(db)))).scalar_one()
    mine = select(func.count()).where(readings.c.annotator == annotator, readings.c.assisted.is_(False))
    begun = db.execute(mine).scalar_one()
    return Drawn(total, drawn, begun, db.execute(mine.where(readings.c.state == State.DONE.value)).scalar_one())
