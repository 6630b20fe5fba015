"""Every form with train, dev and test puts a story on one side, the side that the project's own trainings give it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy
from spacy.tokens import DocBin

from depeche.annotate.desk import Desk
from depeche.core.article import Article, State
from depeche.export.choice import Choice
from depeche.export.export import export
from depeche.export.form import Format, Plan
from depeche.store import articles
from depeche.store.project import Project
from depeche.train.parting import parting
from depeche.train.split import split
from tests.fixtures import make_project


def text(n: int) -> str:
    """Return an article's text; three that follow one another share all sentences but the last."""
    shared = " ".join(" ".join(f"mot{n - n % 3}k{k}x{m}" for k in range(12)).capitalize() + "." for m in range(6))
    return f"{shared} Fin de l’article numéro {n}."


@pytest.fixture
def stories(tmp_path):
    with make_project(tmp_path / "p", {}) as project:
        add(project, range(45))
        yield project


def add(project: Project, numbers: range) -> None:
    desk = Desk(project)
    for n in numbers:
        with project.write() as db:
            key = articles.put(db, Article(text(n), title=f"Titre {n}", name=str(n)), "test").key
        desk.open(key)
        if n % 5:
            desk.set_state(State.DONE)


def sides(project: Project, folder: Path, **choice: object) -> dict[str, str]:
    export(project, folder, Format.SPACY, choice=Choice(**choice), parting=parting(project))  # type: ignore[arg-type]
    nlp = spacy.blank("fr")
    return {
        json.loads(doc.user_data["depeche"])["id"]: part
        for part in ("train", "dev", "test")
        for doc in DocBin().from_disk(folder / f"{part}.spacy").get_docs(nlp.vocab)
    }


def test_articles_taken_one_by_one_get_the_sides_of_a_training(stories):
    with stories.read() as db:
        every = articles.after(db, 0, 100)
    parted, known = parting(stories)(iter(every)), split(every)
    assert parted.sides == known.sides
    assert list(parted.sides) == [one.key for one in every]
    assert parted.groups == known.groups < 45
    assert parted.crossing(parted.sides) == (0.0, 0.0)
    assert parted.crossing([]) == (0.0, 0.0)


def test_copies_are_on_one_side_and_an_article_keeps_its_side(stories, tmp_path):
    first = sides(stories, tmp_path / "a")
    assert len(first) == 36
    assert set(first.values()) == {"train", "dev", "test"}
    for n in range(45):
        there = {first[str(one)] for one in range(n - n % 3, n - n % 3 + 3) if str(one) in first}
        assert len(there) <= 1
    add(stories, range(45, 60))
    later = sides(stories, tmp_path / "b")
    assert {name: later[name] for name in first} == first
    some = sides(stories, tmp_path / "c", states=(State.DONE, State.STARTED, State.TODO), labels=("ACTOR",))
    assert len(some) == 60
    assert {name: some[name] for name in later} == later, "what else goes out changes no side"


def test_the_receipt_says_how_it_was_split_and_what_crosses(stories, tmp_path):
    receipt = export(stories, tmp_path, Format.SPACY, parting=parting(stories))
    assert receipt.split_by.startswith("by story, ")
    assert "0.0 % are also in train or dev" in receipt.split_by
    assert sum(receipt.parts.values()) == receipt.articles == 36
    assert receipt.split_by in (tmp_path / "RECEIPT.md").read_text(encoding="utf-8")
    bare = export(stories, tmp_path / "bare", Format.SPACY)
    assert bare.split_by == "by a hash of each text"
    assert sum(bare.parts.values()) == 36


def test_copy_that_crosses_is_counted(stories):
    with stories.read() as db:
        every = articles.after(db, 0, 6)
    apart = {one.key: ("train" if n % 2 else "test") for n, one in enumerate(every)}
    parted = parting(stories)(every, apart)
    assert parted.sides == apart
    shared, shared_test = parted.crossing(parted.sides)
    assert shared == shared_test > 0.5


def test_an_article_that_nobody_parted_goes_by_its_text(stories):
    one = Article("Un texte que personne n’a vu.", key="k")
    assert Plan(stories.scheme, parting(stories)(())).side(one) == Plan(stories.scheme).side(one)
