"""A pipeline trained elsewhere is heard alone on the labels that it knows best, and only on those."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest
import spacy
from spacy.training import Example
from spacy.util import minibatch

from depeche.core.article import Article
from depeche.core.span import Span
from depeche.core.suggestion import Suggestion
from depeche.models import folder as folders
from depeche.store import articles, models, suggestions
from depeche.suggest.learned.outside import heard_of
from depeche.suggest.learned.reader import Reader
from depeche.suggest.suggest import suggest
from depeche.train import adoption, hearing, shelf
from depeche.train import learn as learning
from depeche.train.examples import Example as Finished
from depeche.train.train import Options, train
from depeche.train.verdict import BETTER, UNSURE
from tests.train import world

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning", "ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A recogniser of spaCy's own, trained as an engineer does: tonnes are figures, trucks aren't."""
    nlp = spacy.blank("fr")
    nlp.add_pipe("ner").add_label("FIGURE")
    ones = []
    for n in range(200, 260):
        text = world.text_of(n)
        weight = re.search(r"\d+ tonnes", text)
        ones.append(Example.from_dict(nlp.make_doc(text), {"entities": [(*weight.span(), "FIGURE")]}))
    nlp.initialize(lambda: ones)
    chance = random.Random(1)
    for _ in range(10):
        chance.shuffle(ones)
        for batch in minibatch(ones, 8):
            nlp.update(batch, drop=0.1)
    folder = tmp_path_factory.mktemp("ailleurs") / "model-best"
    nlp.to_disk(folder)
    return folder


def test_it_is_heard_where_a_training_finds_it_better_and_says_so(pipeline, tmp_path, monkeypatch):
    monkeypatch.setattr(learning, "_STEPS", 20)
    monkeypatch.setattr(hearing, "decided", lambda _articles, _spans, gain: BETTER if gain.low > 0 else UNSURE)  # two
    with world.make(tmp_path / "projet", number=24) as project:
        shelf.take_in(project, pipeline, "venu")
        report = train(project, Reader(project.scheme), Options(name="un"), lambda event: None)
        assert report["heard"] == {"venu": ["FIGURE"]}
        assert report["systems"]["venu"]["FIGURE"]["f"]["value"] > report["systems"]["rules"]["FIGURE"]["f"]["value"]
        before = {one.name: one.digest for one in shelf.sync(project)}
        with project.read() as db:
            (venu,) = (one for one in models.every(db) if one.name == "venu")
        assert venu.about["heard"] == ["FIGURE"]
        folder = shelf.path_of(project, "venu")
        assert json.loads((folder / folders.META).read_text(encoding="utf-8"))["depeche"]["heard"] == ["FIGURE"]
        assert folders.digest(folder) == before["venu"] == venu.digest
        adoption.adopt(project, "venu")
        suggest(project)
        with project.read() as db:
            last = articles.after(db, 23, 1)[0]
            figures = [one for one in suggestions.of(db, last.key) if one.label == "FIGURE"]
            others = {one.source for one in suggestions.of(db, last.key) if one.label == "ACTOR"}
        assert [(last.text[one.start : one.end], one.value, one.source) for one in figures] == [
            ("399 tonnes", "399", "model:venu")
        ]
        assert others
        assert "model:venu" not in others


def test_it_is_heard_on_no_label_on_which_it_is_not_better_for_sure():
    def finished(n: int) -> Finished:
        return Finished(
            Article("un 2 trois 4\n" * 3, key=f"k{n}"), tuple(Span(at, at + 1, "FIGURE") for at in (3, 11, 16))
        )

    def right(article):
        return [Suggestion(at, at + 1, "FIGURE") for at in (3, 11, 16)]

    def mostly(article):
        return right(article)[: 1 + int(article.key[1:]) % 3]

    dev = [finished(n) for n in range(12)]
    assert hearing.heard(mostly, right, dev, ("FIGURE", "DATE")) == ["FIGURE"]
    assert hearing.heard(right, mostly, dev, ("FIGURE", "DATE")) == []
    assert hearing.heard(right, right, dev, ("FIGURE", "DATE")) == []
    assert hearing.heard(mostly, right, dev[:9], ("FIGURE",)) == [], "too few to tell"
    assert hearing.heard(mostly, right, [], ("FIGURE",)) == []


@pytest.mark.parametrize("said", [None, "FIGURE", {"FIGURE": 1}, [1, 2], [["FIGURE"]]])
def test_what_a_folder_says_of_hearing_is_taken_only_as_names(said):
    assert heard_of(said) == ()
    assert heard_of(["DATE", "ACTOR", "DATE"]) == ("ACTOR", "DATE")
