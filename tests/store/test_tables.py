"""The tables are plain enough for PostgreSQL, and a write that comes too late is refused whole."""

from __future__ import annotations

import threading

import pytest
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from depeche.annotate.desk import Desk
from depeche.core.article import Article, State
from depeche.core.change import Change, Part, Standing
from depeche.core.span import Span
from depeche.store import articles, journal
from depeche.store.check import check
from depeche.store.spans import StaleChange
from depeche.store.tables import metadata
from tests.fixtures import key_of


def test_every_table_can_be_made_in_postgresql():
    for table in metadata.sorted_tables:
        assert "UUID" in str(CreateTable(table).compile(dialect=postgresql.dialect())) or table.name in (
            "facts",
            "sentences",
            "models",
        )
        for index in table.indexes:
            assert str(CreateIndex(index).compile(dialect=postgresql.dialect()))


def test_two_hands_on_one_span_never_overwrite_each_other(desk, project):
    desk.mark(0, 6, "ACTOR")
    other = Desk(project)
    other.open(desk.article.key)
    desk.edit(desk.spans[0].key, value="premier")
    with pytest.raises(StaleChange):
        other.edit(other.spans[0].key, value="second")
    with pytest.raises(StaleChange):
        other.remove(other.spans[0].key)
    other.reload()
    assert other.spans == desk.spans
    assert other.spans[0].value == "premier"
    assert check(project) == []


def test_a_change_that_fails_in_its_second_article_changes_neither(project):
    first, second = key_of(project, "traité"), key_of(project, "crue")
    desk = Desk(project)
    desk.open(first)
    parts = (
        Part(first, (), (Span(0, 6, "ACTOR", key="01890000-0000-7000-8000-000000000001"), Standing(State.DONE))),
        Part(second, (Span(0, 4, "ACTOR", key="01890000-0000-7000-8000-000000000002"),), ()),
    )
    with pytest.raises(StaleChange), project.write() as db:
        journal.do(db, Change("Deux articles", parts), desk.annotator)
    desk.reload()
    assert (desk.spans, desk.state, desk.undoable) == ((), State.TODO, None)


def test_threads_wait_for_each_other_and_all_is_stored(project):
    failed: list[BaseException] = []

    def write(name: str) -> None:
        try:
            for n in range(25):
                with project.write() as db:
                    articles.put(db, Article(f"Texte {name} {n}", name=f"{name}{n}"), "test")
                with project.read() as db:
                    articles.count(db)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    with project.read() as db:
        assert articles.count(db) == 103
