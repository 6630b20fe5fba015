"""How long statistics take in a project of 100,000 articles, 10,000 of them finished with twelve spans each."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from sqlalchemy import insert

from depeche import paths
from depeche.core.article import State
from depeche.core.change import Part, Standing
from depeche.core.ids import new_key
from depeche.core.stat_charts import charts
from depeche.core.suggestion import Suggestion, judge
from depeche.core.tallies import Tallies, Wanted
from depeche.store import articles, codec, tables, tallies
from depeche.store.project import Project
from tests.bench.journal import write_articles

ARTICLES, FINISHED, SPANS = 100_000, 10_000, 12
LABELS = {"ACTOR": "Acteur", "FIGURE": "Chiffre", "DATE": "Date", "QUOTE": "Citation"}


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with half a year's work in it, written straight into the tables."""
    folder = tmp_path_factory.mktemp("statistics") / "p"
    with Project.create(folder, paths.default_scheme(), "Claire") as project:
        write_articles(project, ARTICLES, "Les secours de la vallée ont compté des sinistrés mardi.")
        with project.read() as db:
            keys = [one.key for one in articles.after(db, 0, FINISHED)]
        _work(project, keys)
    return folder


def _work(project: Project, keys: list[str]) -> None:
    rows: dict[str, list[dict[str, object]]] = {"readings": [], "suggestions": [], "spans": [], "verdicts": []}
    acts: list[dict[str, object]] = []
    at = datetime(2025, 1, 6, 8, tzinfo=UTC)

    def note(part: Part) -> None:
        row = {"key": new_key(), "number": len(acts) + 1, "annotator": project.annotator, "kind": "act", "of": None}
        row |= {"standing": "done", "title": "Accepté", "machine": "banc", "parts": [codec.part_to_json(part)]}
        acts.append(row | {"at": at.isoformat(timespec="milliseconds")})

    for n, key in enumerate(keys):
        reading = new_key()
        rows["readings"].append({"key": reading, "article": key, "annotator": project.annotator, "state": "done"})
        for place in range(SPANS):
            at += timedelta(seconds=9)
            label = list(LABELS)[place % len(LABELS)]
            guess = Suggestion(place, place + 4, label, value=f"Acteur {n % 500}", source="actors", version="1",
                               score=0.8, key=new_key())  # fmt: skip
            span = guess.to_span(new_key())
            said = judge(guess, span)
            row = codec.content_to_row(guess) | {"article": key, "source": "actors", "version": "1", "score": 0.8}
            row |= {"reason": "", "retired": False, "digest": "", "sought": "", "low": None, "high": None}
            rows["suggestions"].append(row)
            rows["spans"].append(codec.span_to_row(span) | {"reading": reading})
            rows["verdicts"].append(codec.verdict_to_row(said) | {"reading": reading})
            note(Part(key, (), (span, said)))
        note(Part(key, (Standing(State.STARTED),), (Standing(State.DONE),)))
        if n % 40 == 39:
            at += timedelta(hours=20)
    with project.write() as db:
        for name, found in rows.items():
            db.execute(insert(tables.metadata.tables[name]), found)
        db.execute(insert(tables.changes), acts)


def counted(project: Project) -> Tallies:
    return tallies.count(project.read, ["ACTOR"])


def test_counting_for_statistics(benchmark: BenchmarkFixture, busy: Path) -> None:
    with Project.open(busy, read_only=True) as project:
        found = benchmark.pedantic(counted, (project,), rounds=3)
        assert len(found.finished) == FINISHED
        assert sum(one.n for one in found.made) == FINISHED * SPANS


def test_all_charts_of_statistics(benchmark: BenchmarkFixture, busy: Path) -> None:
    with Project.open(busy, read_only=True) as project:
        found = counted(project)
    benchmark.extra_info["told"] = "the charts of one choice of filters are made on the window's thread, one at a time"
    assert len(benchmark(charts, found, LABELS, Wanted())) == 12
