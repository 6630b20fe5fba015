"""A perfect annotator finishes real articles by keys alone; what the file holds then is the labels, at few keys."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from depeche import paths
from tests.ui.keys import GOAL, SHARED, WAYS, Outcome, counted


def outcome(which: str, way: str, articles: int) -> Outcome:
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(counted, which, way, articles).result()


@pytest.mark.parametrize("way", WAYS[:2])
def test_keys_alone_bring_the_corpus_to_its_labels(way: str) -> None:
    done = outcome(str(paths.corpus() / "labels"), way, 3)
    assert done.wrong == []
    assert done.per_span <= GOAL


def test_without_suggestions_they_do_too_and_it_costs_more() -> None:
    done = outcome(str(paths.corpus() / "labels"), "blind", 1)
    assert done.wrong == []
    assert done.per_span > GOAL


@pytest.mark.skipif(not SHARED.is_dir(), reason="the data sets are not here")
def test_keys_alone_bring_other_projects_articles_to_their_labels() -> None:
    assert outcome("winer", WAYS[0], 4).wrong == []
