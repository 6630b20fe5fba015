"""A label renamed, or merged, in a large project: 100,000 spans and as many suggestions, one act, one undo."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from depeche.annotate import labelling
from depeche.annotate.desk import Desk
from depeche.core.article import Article
from depeche.core.scheme import Label
from depeche.core.scheme_diff import Renames
from depeche.core.span import Span
from depeche.core.suggestion import Suggestion
from depeche.store import articles, codec, suggestions
from depeche.store.project import Project
from depeche.store.tables import readings, spans
from tests.fixtures import make_project

pytestmark = pytest.mark.bench
ARTICLES, EACH = 1_000, 100
TEXT = "Ilan Vorga a parlé à Tarsis. " * EACH


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A project of 1,000 articles with 100 spans ACTOR and 100 suggestions each."""
    folder: Path = tmp_path_factory.mktemp("large") / "p"
    with make_project(folder, {}) as project:
        with project.write() as db:
            for n in range(ARTICLES):
                article = articles.put(db, Article(f"{n}. {TEXT}", title=str(n), name=str(n)), "bench")
                key = article if isinstance(article, str) else articles.by_name(db, str(n))
                assert key is not None
                where = [(k * 29 + 8, k * 29 + 18) for k in range(EACH)]
                made = [Suggestion(*at, "ACTOR", "PER", "Ilan Vorga", source="b", version="1") for at in where]
                stored = suggestions.put(db, key, made)
                reading = f"{n:032x}"
                row = {"key": reading, "article": key, "annotator": project.annotator, "state": "started"}
                db.execute(insert(readings).values(**row))
                rows = [
                    Span(*at, "ACTOR", "PER", "Ilan Vorga", key=one.key) for at, one in zip(where, stored, strict=True)
                ]
                db.execute(insert(spans), [codec.span_to_row(one) | {"reading": reading} for one in rows])
        yield project


def test_a_label_of_100_000_spans_is_renamed_and_renamed_back(large: Project) -> None:
    desk = Desk(large)
    first, *others = large.scheme.labels
    wanted = replace(large.scheme, labels=(replace(first, label="ACTEUR"), *others))
    planned, worked_out = timed(lambda: labelling.plan(large, wanted, Renames({"ACTOR": "ACTEUR"})))
    assert planned.spans == ARTICLES * EACH
    _, renamed = timed(lambda: labelling.carry_out(desk, planned))
    _, undone = timed(desk.undo)
    assert large.scheme.labels[0].label == "ACTOR"
    with large.read() as db:
        size = db.exec_driver_sql("SELECT max(length(parts)) FROM changes").scalar()
    print(
        f"\n100,000 spans and 100,000 suggestions renamed: counted in {worked_out:.2f} s, done in {renamed:.1f} s, "
        f"undone in {undone:.1f} s; the journal's line has {size:,} characters"
    )
    assert renamed < 60


def test_a_label_of_100_000_spans_goes_into_another_and_is_parted_again(large: Project) -> None:
    desk = Desk(large)
    other = Label("CAMP", "Camp", "y", "#445566")
    labels = (*large.scheme.labels, other)
    labelling.carry_out(desk, labelling.plan(large, replace(large.scheme, labels=labels)))
    wanted = replace(large.scheme, labels=labels[1:])
    planned, worked_out = timed(lambda: labelling.plan(large, wanted, Renames(merges={"ACTOR": "CAMP"})))
    assert planned.spans == ARTICLES * EACH
    _, merged = timed(lambda: labelling.carry_out(desk, planned))
    _, asked = timed(lambda: labelling.is_next(large, "undo"))
    _, undone = timed(desk.undo)
    assert large.scheme.labels[0].label == "ACTOR"
    with large.read() as db:
        size = db.exec_driver_sql("SELECT max(length(parts)) FROM changes").scalar()
    print(
        f"\n100,000 spans and 100,000 suggestions merged: counted in {worked_out:.2f} s, done in {merged:.1f} s, "
        f"undone in {undone:.1f} s; the journal's line has {size:,} characters, asked about in {asked * 1000:.0f} ms"
    )
    assert merged < 60


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """Return what a piece of work returns, and the seconds that it took."""
    began = time.perf_counter()
    return work(), time.perf_counter() - began
