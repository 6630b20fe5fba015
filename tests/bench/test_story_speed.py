"""How long it takes to know an article's like: a sketch, groups of 1,000 and 10,000, what was marked elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from depeche.annotate.desk import Desk
from depeche.core.article import Article, State
from depeche.core.likeness import Sketch, sketch
from depeche.core.stories import Strength, grouped
from depeche.core.traits import Traits, traits
from depeche.store import articles, told
from depeche.store.project import Project
from tests.bench.conftest import corpus_articles
from tests.fixtures import make_project

TEXTS = [one.text for one in corpus_articles()]


def variants(total: int) -> Iterator[tuple[str, str, str]]:
    """Yield articles of the corpus's lengths: every tenth is copy of the one before, the others have own words."""
    for n in range(total):
        own = n - 1 if n % 10 == 9 else n
        text = re.sub(r"\w{5,}", lambda word, own=own: f"{word.group()[:-1]}{own}", TEXTS[own % len(TEXTS)])
        yield str(n), text, f"{2020 + own % 5}-{own % 12 + 1:02}-{own % 28 + 1:02}"


@cache
def known(total: int) -> list[tuple[str, Sketch, Traits | None, str | None]]:
    """Return what those articles are known by."""
    return [(key, sketch(text), traits(text), date) for key, text, date in variants(total)]


def test_a_sketch(benchmark: BenchmarkFixture) -> None:
    benchmark(lambda: [(sketch(text), traits(text)) for text in TEXTS])


@pytest.mark.parametrize("total", [1_000, 10_000])
@pytest.mark.parametrize("strength", list(Strength))
def test_groups(benchmark: BenchmarkFixture, total: int, strength: Strength) -> None:
    known(total)
    found = benchmark.pedantic(lambda: grouped(known(total), strength), rounds=2, iterations=1)
    assert sum(len(one.keys) > 1 for one in found) >= total // 10


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    folder: Path = tmp_path_factory.mktemp("bench")
    with make_project(folder / "p", {}) as made:
        with made.write() as db:
            for key, text, date in variants(2_000):
                articles.put(db, Article(f"{text}\n{key}", title=key, name=key, date=date), "bench")
        yield made


def test_what_was_marked_in_the_same_sentences(benchmark: BenchmarkFixture, project: Project) -> None:
    desk = Desk(project)
    with project.read() as db:
        copied, copy = (articles.get(db, str(articles.by_name(db, name))) for name in ("8", "9"))
    desk.open(copied.key)
    desk.mark(0, 6, "ACTOR")
    desk.set_state(State.DONE)

    def look() -> list[told.Told]:
        with project.read() as db:
            return told.elsewhere(db, copy)

    assert len(benchmark(look)) == 1
