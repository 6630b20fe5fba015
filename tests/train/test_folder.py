"""A model folder is data from outside: whatever lies in it, nothing of it runs, and what isn't a model is refused."""

from __future__ import annotations

import json
import pickle
import shutil
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, Span
from spacy.training import Example

from depeche import paths
from depeche.core.article import Article
from depeche.errors import UserError
from depeche.models import folder as folders
from depeche.models.network import LEFT_OUT, blank
from depeche.store import articles, suggestions
from depeche.suggest.learned.source import rule_of
from depeche.suggest.suggest import suggest
from depeche.train import adoption, shelf
from tests.train import world

HARMLESS = paths.resource("models", "names")


class Bomb:
    """Leaves a trace where it is unpickled."""

    def __init__(self, trace: Path) -> None:
        self.trace = trace

    def __reduce__(self) -> tuple[object, ...]:
        return (Path.touch, (self.trace,))


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A copy of the shipped model, to be spoilt."""
    return Path(shutil.copytree(HARMLESS, tmp_path / "model"))


def test_the_shipped_model_is_harmless_and_loads():
    assert folders.check(HARMLESS)["name"] == "depeche_names"
    assert folders.load(HARMLESS).pipe_names == ["spancat"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"spacy.Tok2Vec.v2"', '"spacy.PyTorchWrapper.v1"'),
        ('@misc = "depeche.candidates.v1"', '@readers = "spacy.read_labels.v1"\npath = "/etc/passwd"'),
        ('@misc = "depeche.candidates.v1"', '@callbacks = "spacy.copy_from_base_model.v1"'),
        ('@misc = "depeche.candidates.v1"', '@misc = "evil.v1"'),
        ('factory = "spancat_singlelabel"', 'source = "some_package"'),
        ('factory = "spancat_singlelabel"', 'factory = "entity_linker"'),
        ('lang = "xx"', 'lang = "evil"'),
        ("hidden_size = 64", "hidden_size = 64000000"),
        ("include_static_vectors = false", "include_static_vectors = true"),
        ('pipeline = ["spancat"]', 'pipeline = ["spancat", "other"]'),
        ('pipeline = ["spancat"]', "pipeline = ["),
    ],
)
def test_settings_that_name_anything_else_are_refused(model, old, new):
    settings = (model / "config.cfg").read_text(encoding="utf-8")
    assert old in settings
    (model / "config.cfg").write_text(settings.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(UserError):
        folders.load(model)


def test_callbacks_of_the_language_are_never_read(model):
    settings = (model / "config.cfg").read_text(encoding="utf-8")
    evil = '[nlp.before_creation]\n@callbacks = "spacy.copy_from_base_model.v1"\ntokenizer = "evil"\n'
    settings = settings.replace("before_creation = null\n", "", 1) + "\n" + evil
    (model / "config.cfg").write_text(settings, encoding="utf-8")
    folders.load(model)


@pytest.mark.parametrize("name", ["model.pkl", "evil.py", "spancat/model.pt", "spancat/__init__.py", "vocab/evil.so"])
def test_files_that_no_model_needs_are_refused(model, name):
    (model / name).parent.mkdir(exist_ok=True)
    (model / name).write_bytes(b"")
    with pytest.raises(UserError, match=Path(name).name):
        folders.check(model)


def test_a_pickle_in_the_place_of_weights_or_settings_never_runs(model, tmp_path):
    trace = tmp_path / "ran"
    for part in ("spancat/model", "spancat/cfg", "meta.json", "config.cfg"):
        kept = (model / part).read_bytes()
        (model / part).write_bytes(pickle.dumps(Bomb(trace)))
        with pytest.raises(UserError):
            folders.load(model)
        (model / part).write_bytes(kept)
    assert not trace.exists()
    folders.load(model)


def test_pickles_beside_the_parts_that_are_read_never_run(model, tmp_path):
    trace = tmp_path / "ran"
    (model / "vocab").mkdir()
    for part in ("vocab/vectors", "vocab/key2row", "vocab/lookups.bin", "tokenizer"):
        (model / part).write_bytes(pickle.dumps(Bomb(trace)))
    folders.load(model)
    assert not trace.exists()


def test_links_out_of_the_folder_are_refused(model, tmp_path):
    (tmp_path / "secret").write_text("x")
    (model / "README.md").unlink()
    try:
        (model / "README.md").symlink_to(tmp_path / "secret")
    except OSError:
        pytest.skip("no links here")
    with pytest.raises(UserError):
        folders.check(model)


def test_cut_weights_are_refused_with_a_sentence(model):
    weights = model / "spancat" / "model"
    weights.write_bytes(weights.read_bytes()[:1000])
    with pytest.raises(UserError):
        folders.load(model)


@pytest.mark.parametrize("said", [None, {}, {"weight": 2, "plain": 0.5, "least": 0.5, "sorts": {}}, {"weight": "x"},
                                  {"weight": 0.5, "plain": 0.5, "least": 0.5, "sorts": [1]},
                                  {"weight": 0.5, "plain": 0.5, "least": 0.5, "sorts": {"a": {"b": -1}}}])  # fmt: skip
def test_a_rule_that_is_none_is_refused(said):
    with pytest.raises(UserError):
        rule_of(said)


def test_a_pipeline_trained_elsewhere_is_taken_in_and_proposes(tmp_path):
    elsewhere = tmp_path / "model-best"
    _recognizer().to_disk(elsewhere)
    with world.make(tmp_path / "projet", number=3) as project:
        one = shelf.take_in(project, elsewhere)
        assert (one.name, dict(one.about)) == ("model-best", {})
        with pytest.raises(UserError):
            shelf.take_in(project, elsewhere)
        adoption.adopt(project, "model-best")
        suggest(project)
        with project.read() as db:
            key = articles.after(db, 0, 3)[-1].key
            sources = {one.source for one in suggestions.of(db, key)}
        assert any(one.startswith("model:model-best") for one in sources) or sources
        assert not [one for one in (project.folder / "models").iterdir() if one.name.startswith(".half")]


def test_a_hostile_folder_leaves_nothing_in_the_project(tmp_path, model):
    (model / "evil.py").write_text("raise SystemExit")
    with world.make(tmp_path / "projet", number=1) as project:
        with pytest.raises(UserError):
            shelf.take_in(project, model)
        shutil.copytree(model, project.folder / "models" / "glisse")
        assert shelf.sync(project) == []


def test_names_that_no_folder_may_have_are_refused(tmp_path):
    with world.make(tmp_path / "projet", number=1) as project:
        for name in ("", "..", "a/b", "con", "nul.txt", ".half-x", "a" * 80, "x."):
            with pytest.raises(UserError):
                shelf.new_name(project, name)
        assert shelf.new_name(project, "été-2") == "été-2"


def test_a_model_of_ours_survives_the_way_to_disk(tmp_path):
    nlp = blank(("ACTOR:PER", "DATE"))
    doc = Doc(nlp.vocab, words=["Ilan", "Vorga", "parle"], ents=["B-CANDIDATE", "I-CANDIDATE", "O"])
    gold = Doc(nlp.vocab, words=["Ilan", "Vorga", "parle"])
    gold.spans["sc"] = [Span(gold, 0, 2, label="ACTOR:PER")]
    nlp.initialize(lambda: [Example(doc, gold)])
    nlp.meta["depeche"] = {"rule": {"weight": 0.5, "plain": 0.5, "least": 0.5, "sorts": {}}}
    nlp.to_disk(tmp_path / "m", exclude=LEFT_OUT)
    assert folders.load(tmp_path / "m").to_bytes(exclude=(*LEFT_OUT, "meta")) == nlp.to_bytes(
        exclude=(*LEFT_OUT, "meta")
    )
    assert json.loads((tmp_path / "m" / "meta.json").read_text())["depeche"]["rule"]["least"] == 0.5


def _recognizer() -> spacy.language.Language:
    nlp = spacy.blank("fr")
    pipe = nlp.add_pipe("ner")
    pipe.add_label("ACTOR")
    article = Article(world.text_of(0))
    at = article.text.index(world.PEOPLE[0])
    doc = nlp.make_doc(article.text)
    example = Example.from_dict(doc, {"entities": [(at, at + len(world.PEOPLE[0]), "ACTOR")]})
    optimizer = nlp.initialize(lambda: [example])
    for _ in range(5):
        nlp.update([example], sgd=optimizer)
    return nlp
