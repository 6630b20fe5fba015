"""How fast the verbs work on the sample corpus: ingest, suggest, export."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from depeche import nlp, paths
from depeche.export.export import export
from depeche.export.form import Format
from depeche.ingest.arrival import As
from depeche.ingest.ingest import ingest
from depeche.store.project import Project
from depeche.suggest.suggest import pipeline_for
from tests.bench.conftest import corpus_articles


def labelled(folder: Path) -> Project:
    """Return a project of the labelled corpus."""
    project = Project.create(folder, paths.default_scheme(), "Claire")
    ingest(project, [paths.corpus() / "labels"], as_=As.SPANS)
    return project


def test_suggestions_for_the_corpus(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    with Project.create(tmp_path / "p", paths.default_scheme(), "Claire") as project:
        pipeline = pipeline_for(project)
    articles = corpus_articles()
    benchmark.extra_info.update(amount=sum(len(one.text) for one in articles), unit="characters")
    benchmark.pedantic(lambda: [pipeline.propose(one) for one in articles], rounds=5, warmup_rounds=1)


def test_ingest_of_the_labelled_corpus(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    numbers = itertools.count()
    benchmark.extra_info.update(amount=len(corpus_articles()), unit="articles")
    benchmark.pedantic(lambda: labelled(tmp_path / str(next(numbers))).close(), rounds=5, warmup_rounds=1)


@pytest.mark.parametrize("format_", [Format.JSONL, Format.SPACY])
def test_export_of_the_labelled_corpus(benchmark: BenchmarkFixture, tmp_path: Path, format_: Format) -> None:
    nlp.french()
    numbers = itertools.count()
    with labelled(tmp_path / "p") as project:
        benchmark.extra_info.update(amount=len(corpus_articles()), unit="articles")
        benchmark.pedantic(
            lambda: export(project, tmp_path / f"out{next(numbers)}", format_), rounds=5, warmup_rounds=1
        )
