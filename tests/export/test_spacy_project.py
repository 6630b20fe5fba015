"""The folder for engineers: spaCy's own commands run in it as they are, and what they make comes back."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.tokens import DocBin

from depeche.__main__ import main
from depeche.annotate.desk import Desk
from depeche.core.article import Article, State
from depeche.errors import UserError
from depeche.export.export import export
from depeche.export.form import Format
from depeche.export.writers.spacy_config import config
from depeche.export.writers.spacy_project import FILES
from depeche.models import folder as folders
from depeche.store import articles, suggestions
from depeche.store.project import Project
from depeche.train.parting import parting
from depeche.train.split import Side
from tests.train import world

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning", "ignore::DeprecationWarning")

QUOTED = "Titre {n}\n\nLe maire {n} a dit hier : « {words}. » La foule {n} a applaudi sa phrase numéro {n}.\n"


def spacy_says(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "spacy", *words], cwd=folder, capture_output=True, text=True, timeout=500, check=False
    )


def docs(folder: Path, part: str) -> list:
    return list(DocBin().from_disk(folder / f"{part}.spacy").get_docs(spacy.blank("fr").vocab))


def written(project: Project, folder: Path) -> dict[str, bytes]:
    export(project, folder, Format.SPACY_PROJECT, parting=parting(project))
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def quoting(folder: Path) -> Project:
    """Return a project of articles that have a quote each, one actor in it, and nothing else."""
    project = Project.create(folder, world.paths.default_scheme(), "Claire")
    with project.write() as db:
        for n in range(12):
            words = " ".join(f"mot{n}x{k}" for k in range(8)) + " Vorga"
            articles.put(db, Article(QUOTED.format(n=n, words=words), title=f"Titre {n}", name=f"q{n}"), "test")
    desk = Desk(project)
    with project.read() as db:
        keys = [one.key for one in articles.after(db, 0, 20)]
    for key in keys:
        text = desk.open(key).text
        desk.mark(text.index("«"), text.index("»") + 1, "QUOTE", by_character=True)
        desk.mark(text.index("Vorga"), text.index("Vorga") + 5, "ACTOR", by_character=True)
        desk.edit(next(one.key for one in desk.spans if one.label == "ACTOR"), kind="PER")
        desk.set_state(State.DONE)
    return project


def test_spacy_trains_and_judges_in_the_folder_as_it_is_and_the_model_comes_back(tmp_path, capsys):
    world.make(tmp_path / "projet", number=24).close()
    out = tmp_path / "sortie"
    assert main(["export", str(tmp_path / "projet"), str(out), "--format", "spacy-project"]) == 0
    assert {path.name for path in out.iterdir()} == {*FILES, "RECEIPT.md", "RECEIPT.json"}

    debug = spacy_says(out, "debug", "data", "config.cfg")
    assert "No overlap between training and evaluation data" in debug.stdout
    assert "No entities consisting of or starting/ending with whitespace" in debug.stdout
    few = spacy_says(out, "train", "config.cfg", "--output", "training", "--training.max_steps", "40")
    assert few.returncode == 0, few.stderr
    judged = spacy_says(out, "evaluate", "training/model-best", "test.spacy", "--output", "metrics.json")
    assert judged.returncode == 0, judged.stderr
    assert json.loads((out / "metrics.json").read_text())["ents_per_type"].keys() >= {"ACTOR:PER", "ACTOR:ORG"}

    trained = str(out / "training" / "model-best")
    assert main(["model", "add", str(tmp_path / "projet"), trained, "--name", "ailleurs"]) == 0
    assert main(["model", str(tmp_path / "projet"), "--adopt", "ailleurs"]) == 0
    text = world.text_of(2).replace("Dastrel", "Ombreval").replace("numéro 2", "numéro 99")
    (tmp_path / "neuf.txt").write_text(text, encoding="utf-8")
    assert main(["ingest", str(tmp_path / "projet"), str(tmp_path / "neuf.txt")]) == 0
    assert main(["suggest", str(tmp_path / "projet")]) == 0
    with Project.open(tmp_path / "projet") as project, project.read() as db:
        found = [one for article in articles.after(db, 0, 40) for one in suggestions.of(db, article.key)]
    mine = [one for one in found if one.source == "model:ailleurs"]
    assert mine
    assert {(one.label, one.kind) for one in mine} <= {("ACTOR", "PER"), ("ACTOR", "ORG"), ("FIGURE", None)}


def test_the_same_project_gives_the_same_bytes_and_the_sides_of_its_own_trainings(tmp_path):
    with world.make(tmp_path / "projet", number=24) as project:
        first = written(project, tmp_path / "a")
        assert first == written(project, tmp_path / "b") == written(project, tmp_path / "a")
        with project.read() as db:
            done = articles.after(db, 0, 23)
        sides = parting(project)(done).sides
    for part in Side:
        names = {json.loads(doc.user_data["depeche"])["id"] for doc in docs(tmp_path / "a", part)}
        assert names == {one.name for one in done if sides[one.key] is part}
    receipt = json.loads(first["RECEIPT.json"])["exports"]["spacy-project"]
    assert "by story" in receipt["split_by"]
    assert f"{receipt['split']['train']} finished articles" in first["README.md"].decode()


def test_each_span_is_learned_once_flat_ones_with_their_kind(tmp_path):
    with quoting(tmp_path / "projet") as project:
        written(project, tmp_path / "out")
    for doc in docs(tmp_path / "out", "train"):
        assert [(one.text, one.label_) for one in doc.ents] == [("Vorga", "ACTOR:PER")]
        assert [one.label_ for one in doc.spans["sc"]] == ["QUOTE"]
    assert 'pipeline = ["ner", "span_finder", "spancat"]' in (tmp_path / "out" / "config.cfg").read_text()


def test_what_somebody_changed_and_what_is_not_ours_is_never_written_over(tmp_path):
    with world.make(tmp_path / "projet", number=24) as project:
        written(project, tmp_path / "out")
        settings = tmp_path / "out" / "config.cfg"
        settings.write_text(settings.read_text() + "\n# tuned\n")
        with pytest.raises(UserError, match=r"config\.cfg"):
            written(project, tmp_path / "out")
        assert settings.read_text().endswith("# tuned\n")
        (tmp_path / "depot").mkdir()
        (tmp_path / "depot" / "README.md").write_text("mon dépôt")
        with pytest.raises(UserError, match=r"README\.md"):
            written(project, tmp_path / "depot")
        assert [path.name for path in (tmp_path / "depot").iterdir()] == ["README.md"]


def test_too_little_to_train_on_is_said_and_nothing_is_written(tmp_path):
    with world.make(tmp_path / "projet", number=4, finished=2) as project:
        with pytest.raises(UserError, match="Trop peu"):
            written(project, tmp_path / "out")
        assert list((tmp_path / "out").iterdir()) == []
        with pytest.raises(ValueError, match="parting"):
            export(project, tmp_path / "out", Format.SPACY_PROJECT)


@pytest.mark.parametrize(("flat", "nested"), [(True, True), (True, False), (False, True)])
def test_whatever_the_settings_make_is_let_back_in(tmp_path, flat, nested):
    from spacy.training import Example
    from spacy.util import load_model_from_config
    from thinc.api import Config

    settings = Config().from_str(config(flat, nested))
    assert settings["training"]["train_corpus"] == "corpora.train"
    nlp = load_model_from_config(settings, auto_fill=False)
    doc = nlp.make_doc("Vorga a dit « oui ».")
    gold = doc.copy()
    gold.ents = [gold.char_span(0, 5, label="ACTOR:PER")]
    gold.spans["sc"] = [gold.char_span(12, 19, label="QUOTE")]
    nlp.initialize(lambda: [Example(doc, gold)])
    nlp.to_disk(tmp_path / "m")
    assert folders.load(tmp_path / "m").pipe_names == nlp.pipe_names
