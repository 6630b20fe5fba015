"""A model folder is data from outside: whatever lies in it, nothing of it runs, and what isn't a model is refused."""

from __future__ import annotations

import json
import pickle
import shutil
from collections.abc import Iterator
from pathlib import Path

import catalogue
import pytest
import spacy
import srsly
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
        ("rows = [4000, ", "rows = [" + "1, " * 999),
        ('pipeline = ["spancat"]', 'pipeline = ["spancat", "other"]'),
        ('pipeline = ["spancat"]', "pipeline = ["),
        ("hidden_size = 64", "hidden_size = NaN"),
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


@pytest.mark.parametrize(
    ("old", "new"), [("seed = ${system.seed}", "seed = ${system.seed"), ("dropout = 0.1", "dropout = NaN")]
)
def test_settings_of_its_training_are_never_read(model, old, new):
    settings = (model / "config.cfg").read_text(encoding="utf-8")
    assert old in settings
    (model / "config.cfg").write_text(settings.replace(old, new, 1), encoding="utf-8")
    folders.try_out(model)


def test_what_is_wrong_is_told_in_our_words_and_short(model):
    weights = model / "spancat" / "model"
    weights.write_bytes(weights.read_bytes()[:1000])
    with pytest.raises(UserError, match="ses poids sont abîmés"):
        folders.try_out(model)
    weights.unlink()
    with pytest.raises(UserError, match="il y manque «\u202fspancat/model\u202f»"):
        folders.try_out(model)
    settings = (model / "config.cfg").read_text(encoding="utf-8")
    (model / "config.cfg").write_text(settings.replace('lang = "xx"', f'lang = "{"[" * 9999}"'), encoding="utf-8")
    with pytest.raises(UserError) as caught:
        folders.check(model)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(
    "facts",
    [{"labels": ["A"] * 4}, {"labels": ["A", "B", "C"]}, {"labels": "abcd"}, {"labels": [1, 2, 3, 4]},
     {"labels": ["A", "B", "C", "D"], "threshold": {"a": 1}}, []],
)  # fmt: skip
def test_labels_that_the_weights_do_not_have_are_refused(model, facts):
    (model / "spancat" / "cfg").write_text(json.dumps(facts), encoding="utf-8")
    with pytest.raises(UserError):
        folders.try_out(model)


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
    left_out = (*LEFT_OUT, "meta", "config")  # how it was trained isn't read
    assert folders.load(tmp_path / "m").to_bytes(exclude=left_out) == nlp.to_bytes(exclude=left_out)
    assert json.loads((tmp_path / "m" / "meta.json").read_text())["depeche"]["rule"]["least"] == 0.5


# --- a pipeline as spaCy leaves it, made hostile: tried by the way it comes in


@pytest.fixture(scope="module")
def recognizer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A recognizer that spaCy trained and stored, with its tokenizer and vocabulary."""
    folder = tmp_path_factory.mktemp("recognizer") / "model-best"
    _recognizer().to_disk(folder)
    return folder


@pytest.fixture
def hostile(recognizer: Path, tmp_path: Path) -> Path:
    """A copy of it, to be spoilt."""
    return Path(shutil.copytree(recognizer, tmp_path / "hostile"))


@pytest.fixture
def canary(tmp_path: Path) -> Iterator[Path]:
    """A file that a function leaves, which is registered under every name that settings can call it by."""
    trace = tmp_path / "ran"

    def sing(*args: object, **kwargs: object) -> object:
        trace.touch()
        return sing

    kinds = ("callbacks", "misc", "readers", "architectures", "layers", "tokenizers", "loggers", "scorers", "vectors")
    registries = [getattr(spacy.registry, kind) for kind in kinds]
    for each in registries:
        each.register("canary.v1", func=sing)
    yield trace
    for each in registries:
        catalogue._remove((*each.namespace, "canary.v1"))


def take_in(folder: Path, project: Path) -> None:
    with world.make(project, number=1) as made:
        one = shelf.take_in(made, folder, "venu")
        adoption.adopt(made, one.name)
        suggest(made)


SECTIONS = {
    "before creation": ('[nlp.before_creation]\n@callbacks = "canary.v1"\n', "before_creation = null"),
    "after creation": ('[nlp.after_creation]\n@callbacks = "canary.v1"\n', "after_creation = null"),
    "after the pipeline": (
        '[nlp.after_pipeline_creation]\n@callbacks = "canary.v1"\n',
        "after_pipeline_creation = null",
    ),
    "before init": ('[initialize.before_init]\n@callbacks = "canary.v1"\n', "before_init = null"),
    "after init": ('[initialize.after_init]\n@callbacks = "canary.v1"\n', "after_init = null"),
    "lookups": ('[initialize.lookups]\n@misc = "canary.v1"\n', "lookups = null"),
    "a tokenizer": (
        '[nlp.tokenizer]\n@tokenizers = "canary.v1"\n',
        '[nlp.tokenizer]\n@tokenizers = "spacy.Tokenizer.v1"',
    ),
    "vectors": ('[nlp.vectors]\n@vectors = "canary.v1"\n', '[nlp.vectors]\n@vectors = "spacy.Vectors.v1"'),
    "before to disk": ('[training.before_to_disk]\n@callbacks = "canary.v1"\n', "before_to_disk = null"),
    "a logger": ('[training.logger]\n@loggers = "canary.v1"\n', "[training.logger]"),
    "a corpus": ('[corpora.more]\n@readers = "canary.v1"\n', ""),
    "blocks of its own": ('[custom]\n@misc = "canary.v1"\n', ""),
}


@pytest.mark.parametrize("name", SECTIONS)
def test_functions_outside_of_the_components_are_never_called(hostile, tmp_path, canary, name):
    section, instead = SECTIONS[name]
    path = hostile / "config.cfg"
    settings = path.read_text(encoding="utf-8")
    assert instead in settings
    kept = settings.replace(instead, section, 1) if instead.startswith("[") else settings.replace(instead, "", 1)
    if not instead.startswith("["):
        kept += f"\n{section}"
    if instead == "[training.logger]":
        kept = settings.replace('@loggers = "spacy.ConsoleLogger.v1"', '@loggers = "canary.v1"')
    path.write_text(kept, encoding="utf-8")
    take_in(hostile, tmp_path / "projet")
    assert not canary.exists()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('@scorers = "spacy.ner_scorer.v1"', '@scorers = "canary.v1"'),
        ('@architectures = "spacy.TransitionBasedParser.v2"', '@architectures = "canary.v1"'),
        ("moves = null", 'moves = {"@misc": "canary.v1"}'),
        ("incorrect_spans_key = null", '[components.ner.incorrect_spans_key]\n@readers = "canary.v1"\n'),
        ('factory = "ner"', 'factory = "entity_ruler"'),
        ('factory = "ner"', 'factory = "span_ruler"'),
        ('factory = "ner"', 'factory = "attribute_ruler"'),
        ('factory = "ner"', 'factory = "trainable_lemmatizer"'),
        ('factory = "ner"', 'factory = "token_splitter"'),
        ("hidden_width = 64", "hidden_width = 999999"),
    ],
)
def test_components_of_another_make_are_refused_and_nothing_is_called(hostile, tmp_path, canary, old, new):
    path = hostile / "config.cfg"
    settings = path.read_text(encoding="utf-8")
    assert old in settings
    path.write_text(settings.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(UserError) as said:
        take_in(hostile, tmp_path / "projet")
    assert "\n" not in str(said.value)
    assert not canary.exists()


def test_a_tokenizer_a_vocabulary_and_lookups_of_its_own_are_never_opened(hostile, tmp_path):
    trace = tmp_path / "ran"
    (hostile / "vocab").mkdir(exist_ok=True)
    slow = {"prefix_search": "(a+)+$", "suffix_search": "(a|a)*b", "infix_finditer": "(x+x+)+y", "exceptions": {}}
    for part, content in (
        ("vocab/lookups.bin", b"\xdd\xff\xff\xff\xff" * 1000),
        ("vocab/strings.json", b"[" * 100_000),
        ("vocab/vectors", pickle.dumps(Bomb(trace))),
        ("tokenizer", srsly.msgpack_dumps(slow)),
    ):
        (hostile / part).write_bytes(content)
    take_in(hostile, tmp_path / "projet")
    kept = {path.name for path in (tmp_path / "projet" / "models" / "venu").rglob("*")}
    assert kept == {"config.cfg", "meta.json", "ner", "cfg", "model", "moves"}
    assert not trace.exists()


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("ner/model", b"\x91" * 100_000),
        ("ner/model", b"\xdd\xff\xff\xff\xff"),
        ("ner/moves", b"\xdf\xff\xff\xff\xff"),
        ("ner/moves", b" " * 300_000),
        ("ner/cfg", b"[" * 100_000),
        ("ner/cfg", b'{"beam_width": 1000000000}'),
        ("ner/model", srsly.msgpack_dumps({"nodes": [], "attrs": [], "params": [], "shims": []})),
        ("meta.json", b"[" * 100_000),
        ("config.cfg", b"[nlp]\n" * 100_000),
    ],
)
def test_bombs_in_the_place_of_weights_and_settings_are_refused_in_a_sentence(hostile, tmp_path, part, content):
    (hostile / part).write_bytes(content)
    with pytest.raises(UserError) as said:
        take_in(hostile, tmp_path / "projet")
    assert "\n" not in str(said.value)


def test_objects_in_arrays_of_weights_are_never_unpickled(hostile, tmp_path):
    trace = tmp_path / "ran"
    weights = srsly.msgpack_loads((hostile / "ner" / "model").read_bytes())
    data = pickle.dumps(Bomb(trace))
    evil = {b"nd": True, b"type": "|O", b"kind": b"O", b"shape": [1], b"data": data}
    weights["params"] = [dict.fromkeys(one, evil) for one in weights["params"]]
    (hostile / "ner" / "model").write_bytes(srsly.msgpack_dumps(weights))
    with pytest.raises(UserError):
        take_in(hostile, tmp_path / "projet")
    assert not trace.exists()


def test_a_pipeline_that_fails_on_texts_is_refused_when_it_comes(tmp_path):
    nlp = spacy.blank("fr")
    preset = {"@misc": "spacy.preset_spans_suggester.v1", "spans_key": "sc"}
    pipe = nlp.add_pipe("spancat", config={"suggester": preset})  # nothing before it finds the spans
    pipe.add_label("QUOTE")
    doc = nlp.make_doc("Vorga dit oui.")
    gold = doc.copy()
    gold.spans["sc"] = [gold[0:1]]
    nlp.initialize(lambda: [Example(doc, gold)])
    nlp.to_disk(tmp_path / "m")
    with pytest.raises(UserError, match="phrase d’essai"):
        take_in(tmp_path / "m", tmp_path / "projet")


def test_a_folder_that_is_too_big_is_refused_before_it_is_read(hostile, tmp_path, monkeypatch):
    with (hostile / "ner" / "model").open("r+b") as file:
        file.truncate(600_000_000)  # a hole: takes no room on the disk
    with pytest.raises(UserError, match="gros"):
        take_in(hostile, tmp_path / "projet")


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
