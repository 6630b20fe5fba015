"""The index of words: kept by SQLite's FTS5, filled in the transaction that stores an article. Texts never change.

The index holds words only (« contentless »): texts aren't stored twice, and places are found again in the text itself.
It is fed with words folded by `core.words`, so its tokenizer has nothing left to do. All that speaks FTS5 stands here.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, text

from depeche.core.progress import Progress, Report, silent
from depeche.core.words import Phrase, folded

TABLES = {
    "search": "CREATE VIRTUAL TABLE search USING fts5(words, content='', tokenize=\"ascii tokenchars '$%'\")",
    "search_words": "CREATE VIRTUAL TABLE search_words USING fts5vocab(search, row)",
}
"""The virtual tables, each with the only statement that may have made it."""

SHADOWS = frozenset({"search_data", "search_idx", "search_docsize", "search_config"})
"""The tables in which FTS5 keeps an index."""

_BATCH = 200
_INSERT = text("insert into search(rowid, words) values (:number, :words)")


def create(db: Connection) -> None:
    """Make an empty index."""
    for statement in TABLES.values():
        db.exec_driver_sql(statement)


def put(db: Connection, number: int, words: str) -> None:
    """Take the text of the article of that number into the index."""
    put_folded(db, [(number, folded(words))])


def put_folded(db: Connection, texts: Sequence[tuple[int, str]]) -> None:
    """Take the folded texts of the articles of these numbers into the index."""
    db.execute(_INSERT, [{"number": number, "words": words} for number, words in texts])


def matching(
    db: Connection,
    phrases: Sequence[Phrase],
    *,
    after: int = 0,
    limit: int = -1,
    among: Collection[int] | None = None,
) -> list[int]:
    """Return the numbers of the indexed articles that hold all of the phrases, in order; at most `limit` of them."""
    query = "select rowid from search where search match :wanted and rowid > :after"
    values = {"wanted": wanted(phrases), "after": after, "limit": limit}
    if among is not None:
        query += " and rowid in (select value from json_each(:among))"
        values["among"] = json.dumps(sorted(among))
    return list(db.scalars(text(f"{query} order by rowid limit :limit"), values))


def count(db: Connection, phrases: Sequence[Phrase]) -> int:
    """Return how many indexed articles hold all of the phrases."""
    query = text("select count(*) from search where search match :wanted")
    return int(db.execute(query, {"wanted": wanted(phrases)}).scalar_one())


def wanted(phrases: Sequence[Phrase]) -> str:
    """Return FTS5's own question. Forms hold no quotation mark."""
    return " AND ".join(f'"{" ".join(phrase.forms)}"{" *" if phrase.open_end else ""}' for phrase in phrases)


def lacking(db: Connection) -> list[int]:
    """Return the numbers of the articles that the index doesn't have yet, in order."""
    counts = "select (select count(*) from articles) - (select count(*) from search_docsize)"
    return [] if db.execute(text(counts)).scalar_one() == 0 else _lacking(db)


def _lacking(db: Connection) -> list[int]:
    query = "select number from articles where number not in (select id from search_docsize) order by number"
    return list(db.scalars(text(query)))


def fill(read: Any, write: Any, report: Report = silent) -> int:
    """Take into the index what it lacks, a few articles at a time; returns how many. `read`, `write`: a project's."""
    with read() as db:
        wanted = lacking(db)
    for done in range(0, len(wanted), _BATCH):
        report(Progress(done, len(wanted)))
        batch = wanted[done : done + _BATCH]
        with write() as db:
            there = _indexed(db, batch)
            for number, words in _texts(db, [number for number in batch if number not in there]):
                put(db, number, words)
    report(Progress(len(wanted), len(wanted)))
    return len(wanted)


def clear(db: Connection) -> None:
    """Forget everything, so that `fill` makes the index anew."""
    db.exec_driver_sql("insert into search(search) values ('delete-all')")


def _indexed(db: Connection, numbers: Collection[int]) -> set[int]:
    query = text("select id from search_docsize where id in :some").bindparams(bindparam("some", expanding=True))
    return set(db.scalars(query, {"some": list(numbers)}))


def _texts(db: Connection, numbers: Collection[int]) -> Iterator[tuple[int, str]]:
    query = text("select a.number, t.text from articles a join texts t on t.article = a.key where a.number in :some")
    rows = db.execute(query.bindparams(bindparam("some", expanding=True)), {"some": list(numbers)})
    yield from ((row.number, row.text) for row in rows)


class Tally:
    """What the index should hold, counted from the texts as they are read, to be compared with what it does hold.

    What it lacks is left out: an index that isn't full yet is no damage.
    """

    def __init__(self, db: Connection) -> None:
        self._articles: Counter[str] = Counter()
        self._words: Counter[str] = Counter()
        self._lacking = frozenset(_lacking(db))
        self._counted = 0

    def count(self, number: int, words: str) -> None:
        """Count the words of the article of that number."""
        if number in self._lacking:
            return
        self._counted += 1
        forms = folded(words).split(" ")
        self._words.update(forms)
        self._articles.update(set(forms))

    def agrees(self, db: Connection, articles: int) -> bool:
        """Tell whether the index holds just the words counted, each in as many articles and places.

        It can't be told, and passes, where not all of the project's `articles` were counted: their texts are damaged.
        """
        if self._counted + len(self._lacking) != articles:
            return True
        if db.execute(text("select count(*) from search_docsize")).scalar_one() != self._counted:
            return False
        rows = db.execute(text("select term, doc, cnt from search_words"))
        left = len(self._words) - ("" in self._words)  # of a text without a word
        for term, holding, places in rows:
            if (self._articles.get(term), self._words.get(term)) != (holding, places):
                return False
            left -= 1
        return left == 0
