"""The order of the articles: by what is asked, and by what a minute teaches, with a line that says why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from depeche.annotate.desk import Desk
from depeche.annotate.queue import Queue, Why, why_words
from depeche.core.article import Article, State
from depeche.core.order import Order
from depeche.core.pace import Pace, Worked, pace_of
from depeche.core.suggestion import Suggestion
from depeche.store import articles, blind, suggestions
from depeche.store.project import Project
from depeche.ui.library import Library
from tests.fixtures import make_project

LINES = "Le ministre Ilan Vorga a rencontré la délégation de Tarsis au bord du lac, près du vieux phare. "


@pytest.fixture
def pool(tmp_path: Path):
    """Four articles of equal length: sure suggestions, unsure ones, unsure ones with new names, and none yet."""
    with make_project(tmp_path / "projet", {}) as project, project.write() as db:
        for n, (name, date, source) in enumerate(
            [("sûr", "2025-07-01", "b"), ("flou", "2025-07-03", "a"), ("neuf", "2025-07-02", None), ("nu", None, "A")]
        ):
            text = f"{name} {n} " + "".join(f"{word}{n} " for word in LINES.split())
            stored = articles.put(db, Article(text, title=name, name=name, date=date, source=source), "test")
            if name == "nu":
                continue
            score = 0.99 if name == "sûr" else 0.5
            names = {
                "sûr": ["Vorga", "Elm", "Ost", "Ruhn"],
                "flou": ["Vorga"] * 4,
                "neuf": ["Vorga", "Elm", "Ost", "Ruhn"],
            }[name]
            suggestions.put(db, stored.key, [
                Suggestion(at, at + 4, "ACTOR", "PER", value, {}, "rules", "1", score)
                for at, value in zip(range(0, 40, 10), names, strict=True)
            ])  # fmt: skip
            articles.set_suggested_by(db, stored.key, "test")
    yield project
    project.close()


def names(project: Project, ranked) -> list[str]:
    with project.read() as db:
        found = {one.number: one.name for one in articles.headings(db, project.annotator, ranked.numbers)}
    return [found[number] for number in ranked.numbers]


@pytest.fixture
def project(pool: Project) -> Project:
    pool.close()
    return Project.open(pool.folder)


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        (Order.NUMBER, ["sûr", "flou", "neuf", "nu"]),
        (Order.DATE, ["flou", "neuf", "sûr", "nu"]),
        (Order.SOURCE, ["flou", "nu", "sûr", "neuf"]),
        (Order.LENGTH, ["nu", "sûr", "flou", "neuf"]),
    ],
)
def test_articles_come_by_what_is_asked(project: Project, order: Order, wanted: list[str]):
    with project:
        assert names(project, Queue(project).ranked(order)) == wanted


def test_what_is_unsure_and_new_comes_before_what_is_sure(project: Project):
    with project:
        ranked = Queue(project).ranked(Order.VALUE)
        assert names(project, ranked)[:2] == ["neuf", "flou"]
        assert names(project, ranked)[-1] == "sûr"
        why = ranked.why[3]
        assert (why.unsure, why.names, why.told) == (4, 4, True)
        assert not ranked.why[4].told
        assert "pas encore de suggestions" in why_words(ranked.why[4])


def test_what_is_finished_comes_last_and_its_names_are_new_no_more(project: Project):
    with project:
        queue = Queue(project)
        before = queue.ranked(Order.VALUE)
        desk = Desk(project)
        with project.read() as db:
            desk.open(articles.by_name(db, "flou"))
        for one in desk.pending:
            desk.accept(one.key)
        desk.set_state(State.DONE)
        after = queue.ranked(Order.VALUE)
        assert names(project, after)[-1] == "flou"
        assert (before.why[3].names, after.why[3].names) == (4, 3)
        assert 2 not in after.why


def test_a_new_name_counts_by_how_many_articles_have_it(project: Project):
    def gain() -> float:
        return Queue(project).ranked(Order.VALUE).why[5].gain

    with project:
        with project.write() as db:
            for name in ("seul", "ami"):
                stored = articles.put(db, Article(f"{name} se tait.", title=name, name=name), "test")
                articles.set_suggested_by(db, stored.key, "test")
                if name == "seul":
                    key = stored.key
                    suggestions.put(db, key, [Suggestion(0, 4, "ACTOR", "PER", "Zed", {}, "rules", "1", 1.0)])
        alone = gain()
        with project.write() as db:
            other = articles.by_name(db, "ami")
            suggestions.put(db, other, [Suggestion(0, 3, "ACTOR", "PER", "Zed", {}, "rules", "1", 1.0)])
        assert (alone, gain()) == (0.0, pytest.approx(0.5))


def test_a_near_copy_of_what_is_finished_teaches_little(project: Project):
    story = "\n".join(f"La commission {n} a publié {n} rapports sur les ports de la côte du nord." for n in range(40))
    with project:
        with project.write() as db:
            for name in ("premier", "copie"):
                stored = articles.put(db, Article(f"{story}\n{name}", title=name, name=name), "test")
                suggestions.put(db, stored.key, [Suggestion(3, 13, "ACTOR", "ORG", "X", {}, "rules", "1", 0.5)])
                articles.set_suggested_by(db, stored.key, "test")
        queue = Queue(project)
        fresh = queue.ranked(Order.VALUE).why[6]
        desk = Desk(project)
        with project.read() as db:
            desk.open(articles.by_name(db, "premier"))
        desk.set_state(State.DONE)
        stale = queue.ranked(Order.VALUE).why[6]
        assert stale.fresh < 0.1 < fresh.fresh
        assert stale.gain < fresh.gain / 3
        assert "copie" in why_words(stale)


def test_of_a_blind_article_nothing_is_told(project: Project):
    with project:
        with project.write() as db:
            blind.set_share(db, 1.0)
        ranked = Queue(project).ranked(Order.VALUE)
        assert all(not why.told and not why.unsure and not why.names for why in ranked.why.values())
        assert all("témoin" in why_words(why) and "pas encore" not in why_words(why) for why in ranked.why.values())


def test_the_reason_is_one_line():
    said = " ".join(why_words(Why(9.0, 6.2, unsure=18, names=4)).split())
    assert said == "18 suggestions peu sûres, 4 acteurs nouveaux ; environ 6 min"


def test_what_was_read_is_kept_until_an_article_is_written_to(project: Project, monkeypatch: pytest.MonkeyPatch):
    from depeche.store import queue as store

    read: list[list[int]] = []
    real = store.features

    def spy(db, numbers, named, flat):
        read.append(list(numbers))
        return real(db, numbers, named, flat)

    monkeypatch.setattr(store, "features", spy)
    with project:
        queue = Queue(project)
        queue.ranked(Order.VALUE)
        queue.ranked(Order.VALUE)
        with project.read() as db:
            key = articles.by_name(db, "neuf")
        Desk(project).open(key)
        desk = Desk(project)
        desk.open(key)
        desk.set_state(State.STARTED)
        queue.ranked(Order.VALUE)
    assert read == [[1, 2, 3, 4], [3]]


def test_list_and_next_article_follow_the_order(project: Project):
    with project:
        library = Library(project)
        library.put_order(Queue(project).ranked(Order.DATE))
        assert library.numbers() == [2, 3, 1, 4]
        assert [one.name for one in library.headings(library.numbers())] == ["flou", "neuf", "sûr", "nu"]

        def name(key: str | None) -> str | None:
            with project.read() as db:
                return articles.get(db, key).name if key else None

        assert [name(library.neighbour(n, 1)) for n in (2, 3, 1, 4)] == ["neuf", "sûr", "nu", None]
        assert [name(library.neighbour(n, -1)) for n in (2, 3, 1, 4)] == [None, "flou", "neuf", "sûr"]
        library.put_order(Queue(project).ranked(Order.VALUE))
        assert name(library.next_waiting(1)) == "neuf"
        assert name(library.next_waiting(3)) == "flou"


def test_a_pace_is_what_is_known_before_anything_is_finished_and_then_this_person_s():
    assert pace_of([]) == Pace()
    true = Pace(2.0, 1.5, 0.2)
    worked = [Worked(length, n, true.minutes(length, n)) for length in range(500, 6_000, 500) for n in (5, 20, 50)]
    found = pace_of(worked)
    assert found.minutes(3_000, 20) == pytest.approx(true.minutes(3_000, 20), rel=0.05)
    assert found.articles == len(worked)


def test_one_lunch_at_an_open_article_hardly_changes_a_pace():
    worked = [Worked(length, n, Pace().minutes(length, n)) for length in range(500, 6_000, 250) for n in (5, 30)]
    calm, odd = pace_of(worked), pace_of([*worked, Worked(1_000, 5, 90.0)])
    assert odd.minutes(3_000, 20) == pytest.approx(calm.minutes(3_000, 20), rel=0.1)


def test_no_part_of_a_pace_is_negative():
    found = pace_of([Worked(6_000, 0, 0.1), Worked(100, 60, 0.1), Worked(300, 1, 9.0)])
    assert min(found.article, found.thousand, found.suggestion) > 0


def test_the_command_lists_and_says_why(project: Project, capsys: pytest.CaptureFixture[str]):
    from depeche.cli.main import run

    def no_window(_folder: Path | None) -> int:
        return 1

    project.close()
    asked = ["queue", str(project.folder), "--order", "value", "--json", "--limit", "2"]
    assert run(asked, window=no_window, demonstrate=no_window) == 0
    said = json.loads(capsys.readouterr().out)
    assert [one["id"] for one in said] == ["neuf", "flou"]
    assert said[0]["new_actors"] == 4
    assert said[0]["why"].startswith("4 suggestions peu sûres")


def test_time_spent_comes_from_the_journal(project: Project, monkeypatch: pytest.MonkeyPatch):
    from depeche.store import queue as store
    from tests.clock import Clock

    clock = Clock(monkeypatch)
    with project:
        desk = Desk(project)
        with project.read() as db:
            desk.open(articles.by_name(db, "flou"))
        clock.wait(seconds=10)
        for one in desk.pending:
            clock.wait(seconds=30)
            desk.accept(one.key)
        clock.wait(seconds=30)
        desk.set_state(State.DONE)
        with project.read() as db:
            (worked,) = store.worked(db, project.annotator)
    assert worked.answered == 4
    assert worked.minutes == pytest.approx(2.0)
