"""How long a bulk act takes, in a thousand articles and among a hundred thousand, and the history of many acts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture

from depeche import paths
from depeche.annotate import bulk, everywhere, history, wording
from depeche.annotate.desk import Desk
from depeche.annotate.everywhere import Hit, Sought
from depeche.core.article import Article
from depeche.core.span import Span
from depeche.store import articles
from depeche.store.project import Project
from tests.bench.conftest import long_text
from tests.bench.journal import write_acts, write_articles
from tests.ui.hands import Hands

SOUGHT = Sought("Vorgograd", "ACTOR", "GPE", "Vorgolie")
ARTICLES = 1_000
ACTS = 100_000


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A thousand articles of 3,000 characters, each with the words twice."""
    with Project.create(tmp_path / "p", paths.default_scheme(), "Claire") as made:
        body = long_text(3_000)
        with made.write() as db:
            for n in range(ARTICLES):
                text = f"Titre {n}\n\nSelon Vorgograd, rien. {body}\nÀ Vorgograd, le calme.\n"
                articles.put(db, Article(text, title=f"Titre {n}", name=f"n{n}"), "bench")
        yield made


def found(project: Project) -> list[Hit]:
    return everywhere.places(project, SOUGHT)


def labelled(project: Project, hits: list[Hit]) -> None:
    plan = bulk.label(project, SOUGHT, hits)
    assert (plan.times, plan.articles) == (2 * ARTICLES, ARTICLES)
    title = bulk.title_of(wording.labelled_everywhere, SOUGHT.words, plan)
    bulk.carry_out(Desk(project), title, plan.parts)


def test_two_thousand_places_in_a_thousand_articles_are_found(benchmark: BenchmarkFixture, project: Project) -> None:
    benchmark.extra_info.update(amount=ARTICLES, unit="articles")
    benchmark.pedantic(lambda: found(project), rounds=5, warmup_rounds=1)


def test_two_thousand_places_in_a_thousand_articles_are_labelled_and_stored(
    benchmark: BenchmarkFixture, project: Project
) -> None:
    hits = found(project)
    benchmark.extra_info.update(amount=2 * ARTICLES, unit="places")
    benchmark.pedantic(
        lambda: labelled(project, hits), setup=lambda: Desk(project).undo() and None, rounds=5, warmup_rounds=1
    )


def test_two_thousand_labels_are_undone(benchmark: BenchmarkFixture, project: Project) -> None:
    hits = found(project)

    def again() -> None:
        desk = Desk(project)
        if desk.redo() is None:
            labelled(project, hits)

    benchmark.pedantic(lambda: Desk(project).undo(), setup=again, rounds=5, warmup_rounds=1)


def test_words_are_looked_for_in_a_hundred_thousand_articles(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    with Project.create(tmp_path / "big", paths.default_scheme(), "Claire") as big:
        write_articles(big, 100_000, long_text(3_000))
        benchmark.extra_info.update(amount=100_000, unit="articles")
        hits = benchmark.pedantic(lambda: everywhere.places(big, Sought("99999", "FIGURE")), rounds=3, warmup_rounds=1)
    assert len(hits) == 1


def test_a_history_of_a_hundred_thousand_acts_is_opened(benchmark: BenchmarkFixture, project: Project) -> None:
    write_acts(project, ACTS)

    def opened() -> None:
        wanted, done = history.numbers(project)
        assert (len(wanted), done) == (ACTS, ACTS)
        assert len(history.acts(project, wanted[-100:])) == 100

    benchmark.extra_info.update(amount=ACTS, unit="acts")
    benchmark.pedantic(opened, rounds=5, warmup_rounds=1)


def test_the_window_of_that_history_is_opened_and_painted(
    benchmark: BenchmarkFixture, project: Project, at_window: Callable[[Path], Hands]
) -> None:
    write_acts(project, ACTS)
    project.close()
    window = at_window(project.folder).window

    def opened() -> None:
        window.dialogs.history()
        QApplication.processEvents()

    def closed() -> None:
        for dialog in Hands(window).dialogs:
            dialog.close()
        QApplication.processEvents()

    benchmark.extra_info.update(amount=ACTS, unit="acts")
    benchmark.pedantic(opened, setup=closed, rounds=5, warmup_rounds=1)
    closed()


def test_a_jump_over_a_thousand_acts(benchmark: BenchmarkFixture, project: Project) -> None:
    desk = Desk(project)
    with project.read() as db:
        desk.open(articles.after(db, 0, 1)[0].key)
    for n in range(500):
        desk.mark(2 * n, 2 * n + 1, "QUOTE", by_character=True)
        desk.edit(next(one.key for one in desk.spans if isinstance(one, Span) and one.start == 2 * n), value="x")
    wanted, _done = history.numbers(project)
    benchmark.extra_info.update(amount=len(wanted), unit="acts")
    benchmark.pedantic(
        lambda: history.go_to(project, 0), setup=lambda: history.go_to(project, wanted[-1]) and None,
        rounds=3, warmup_rounds=1,
    )  # fmt: skip
