"""The trained model of names: what it is asked about, how it answers, that it trains alike, that rules do without."""

from __future__ import annotations

import importlib.util
import json
import logging
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche import paths
from depeche.core.article import Article
from depeche.core.suggestion import Suggestion
from depeche.models import network
from depeche.suggest import pipeline
from depeche.suggest.actors.gazetteer import Gazetteer
from depeche.suggest.actors.words import Words
from depeche.suggest.model.candidates import candidates
from depeche.suggest.model.choice import chosen, pooled
from depeche.suggest.model.names import Names, calibrated
from depeche.suggest.model.refused import Refused
from depeche.suggest.model.windows import CANDIDATE, Windows
from tests.examples import examples
from tests.growth import in_proportion

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "models" / "names"
TEXT = (
    "Les Tarvessins manifestent\n\nLundi, Zerbor Quantal a rencontré Vorga à Mirbourg. « Rien n’est signé », a dit "
    "Oltram, selon la Ligue du Grand Delta. Le projet d’Oltram inquiète le Front de la Terre et Liberté.\n"
)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer(paths.resource("gazetteers"))


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(FOLDER, paths.resource("gazetteers"), pipeline.actors().canonical)


@pytest.fixture
def sure(monkeypatch):
    """The model taken for one that believes every candidate a person."""

    def probabilities(nlp, windows):
        return numpy.array([[0.995, 0.002, 0.001, 0.001, 0.001]] * len(windows))

    monkeypatch.setattr(network, "probabilities", probabilities)


def surfaces(text: str, gazetteer: Gazetteer, held: frozenset[str] = frozenset()) -> set[str]:
    words = Words(text)
    free = [raw not in held for raw in words.raw]
    return {words.surface(*one) for one in candidates(words, free, gazetteer)}


def refused(text: str, name: str, gazetteer: Gazetteer) -> tuple[bool, bool]:
    words = Words(text)
    first = words.raw.index(name.split(" ")[0])
    stretch = (first, first + len(name.split(" ")))
    judge = Refused(words, gazetteer)
    return stretch in judge, judge.as_person(stretch)


def test_of_a_run_each_stretch_from_capital_to_capital_may_be_the_name(gazetteer):
    found = surfaces("Il dirige le Front de la Terre et Liberté.", gazetteer)
    assert {"Front", "Front de la Terre", "Front de la Terre et Liberté", "Terre et Liberté"} <= found
    assert "Front de la" not in found


def test_titles_openers_and_adjectives_behind_are_tried_with_and_without(gazetteer):
    assert {"Britannique Oltram", "Oltram"} <= surfaces("Selon le Britannique Oltram, rien.", gazetteer)
    assert {"Gauche", "Gauche démocratique"} <= surfaces("Il quitte la Gauche démocratique.", gazetteer)
    assert "Selon" not in surfaces("Selon Oltram, rien.", gazetteer)


def test_words_that_are_held_belong_to_no_candidate(gazetteer):
    assert surfaces("Zerbor Quantal parle.", gazetteer, frozenset(["Zerbor"])) == {"Quantal"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Elle habite rue Oltram.", "Oltram"),
        ("La ville de Mirbourg dort.", "Mirbourg"),
        ("Les manifestants anti-Oltram crient.", "Oltram"),
        ("Il l'a dit sur Telegraph.", "Telegraph"),
        ("Le retour à Sofia est prévu.", "Sofia"),
    ],
)
def test_what_rules_know_to_be_no_actor_is_not_asked_about(text, name, gazetteer):
    assert refused(text, name, gazetteer)[0]


def test_a_storm_keeps_its_name_where_the_noun_is_not_beside_it(names, sure):
    text = "L’ouragan Oltram approche. Oltram a frappé la côte, et Oltram a faibli, dit-on."
    assert names.propose(Article(text), ()) == []
    assert names.propose(Article(text.replace("L’ouragan", "M.")), ())


def test_who_one_goes_to_is_no_person_but_one_may_talk_to_an_organisation(gazetteer):
    assert refused("Il se rend à Mirbourg.", "Mirbourg", gazetteer) == (False, True)
    assert refused("Il arrive, Oltram parle.", "Oltram", gazetteer) == (False, False)


def test_the_candidate_is_the_one_entity_of_its_window(gazetteer, names):
    words = Words("La mosquée Al-Fareth (Mirbourg), dit-on, rouvre.")
    first = words.raw.index("Al")
    doc = Windows(words, gazetteer, names._nlp.vocab).around((first, first + 2))
    assert [(one.text, one.label_) for one in doc.ents] == [("Al - Fareth", CANDIDATE)]
    assert [one.text for one in doc][-1] == "rouvre"


def test_the_same_words_of_a_text_get_one_answer():
    said = numpy.array([[0.9, 0.05, 0.05], [0.3, 0.6, 0.1], [0.1, 0.1, 0.8]])
    alike = pooled(said, ["Oltram", "Oltram", "Vorga"])
    assert alike[0] == pytest.approx(alike[1])
    assert 0.5 < alike[0][0] < 0.9
    assert alike[2] == pytest.approx(said[2])
    assert alike.sum(axis=1) == pytest.approx([1, 1, 1])


def test_of_names_that_overlap_the_surest_stays():
    said = numpy.array([[0.7, 0.1, 0.2], [0.9, 0.0, 0.1], [0.2, 0.6, 0.2], [0.1, 0.1, 0.8]])
    kept = chosen(said, [(0, 2), (1, 3), (4, 5), (6, 7)], 2, 0.5)
    assert [(one.place, one.label) for one in kept] == [(1, 0), (2, 1)]


def test_calibration_keeps_the_order():
    fitted = {"slope": 0.6, "offset": -0.4}
    scores = [calibrated(one, fitted) for one in (0.0, 0.5, 0.8, 0.99, 1.0)]
    assert scores == sorted(scores)
    assert 0 < scores[0] < scores[-1] < 1


def test_suggestions_say_who_how_sure_and_why(names, sure):
    proposed = names.propose(Article(TEXT), ())
    assert "Oltram" in {TEXT[one.start : one.end] for one in proposed}
    for one in proposed:
        assert (one.source, one.version, one.label) == ("names", names.version, "ACTOR")
        assert names._least <= one.score <= 1
        assert one.reason == f"modèle, {one.score:.2f}".replace(".", ",")
    assert all(a.end <= b.start for a, b in pairwise(proposed))


def test_nothing_is_proposed_over_what_was_found(names, sure):
    start = TEXT.index("Zerbor")
    found = [Suggestion(start, start + len("Zerbor Quantal"), "ACTOR", "PER", "Zerbor Quantal", source="actors")]
    assert not any(one.start < found[0].end and found[0].start < one.end for one in names.propose(Article(TEXT), found))


def test_a_surname_takes_the_name_that_the_article_gives(names, sure):
    text = "Hier, Zerbor Quantal a parlé. Puis, dit-on, Quantal est parti."
    start = text.index("Zerbor")
    found = [Suggestion(start, start + len("Zerbor Quantal"), "ACTOR", "PER", "Zerbor Quantal", source="actors")]
    assert [(one.start, one.value) for one in names.propose(Article(text), found)] == [
        (text.rindex("Quantal"), "Zerbor Quantal")
    ]


def test_a_long_text_takes_time_linear_in_it(names, sure):
    def run(times: int) -> None:
        text = "".join(f"Hier, Zerbor{n} Quantal{n} a parlé, dit-on, et Quantal{n} est parti.\n" for n in range(times))
        assert names.propose(Article(text), ())

    assert in_proportion(run, 200, 2000)


def test_the_same_article_gets_the_same_answer(names):
    first = names.propose(Article(TEXT * 3), ())
    assert names.propose(Article(TEXT * 3), ()) == first


@given(st.text(alphabet="AÉbé \n.,'’«»-&()1\u202f\u0301🙂\r", max_size=80))
@examples(60)
def test_any_text_is_read(text):
    names = pipeline.names()[0]
    for one in names.propose(Article(text), ()):
        assert text[one.start : one.end].strip() == text[one.start : one.end] != ""


def test_the_shipped_model_is_small_and_holds_numbers_only():
    files = {path.relative_to(FOLDER).as_posix(): path for path in FOLDER.rglob("*") if path.is_file()}
    assert set(files) == {"README.md", "config.cfg", "meta.json", "spancat/cfg", "spancat/model"}
    assert sum(path.stat().st_size for path in files.values()) < 6_000_000
    meta = json.loads(files["meta.json"].read_text(encoding="utf-8"))
    assert set(meta["calibration"]) == {"slope", "offset"}
    assert "CC" in meta["license"]
    assert "Yoann Dupont" in files["README.md"].read_text(encoding="utf-8")


def test_without_the_model_rules_go_on(monkeypatch, caplog):
    def resource(*parts: str) -> Path:
        if parts[0] == "models":
            raise FileNotFoundError("/".join(parts))
        return ROOT.joinpath("resources", *parts)

    pipeline.names.cache_clear()
    monkeypatch.setattr(paths, "resource", resource)
    with caplog.at_level(logging.WARNING):
        assert [one.name for one in pipeline.rules()] == ["dates", "figures", "actors", "quotes"]
    assert "rules alone" in caplog.text
    pipeline.names.cache_clear()


def test_a_model_without_its_weights_is_none(tmp_path):
    shutil.copytree(FOLDER, tmp_path / "names")
    (tmp_path / "names" / "spancat" / "model").unlink()
    with pytest.raises(OSError, match="model"):
        Names(tmp_path / "names", paths.resource("gazetteers"), pipeline.actors().canonical)


def test_spacy_is_loaded_by_the_first_article_only():
    code = "import sys; from depeche.suggest.pipeline import rules; rules(); print('spacy' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


def test_training_twice_gives_the_same_weights(gazetteer):
    spec = importlib.util.spec_from_file_location("base_model", ROOT / "packaging" / "base_model.py")
    assert spec is not None
    assert spec.loader is not None
    base_model = importlib.util.module_from_spec(spec)
    sys.modules["base_model"] = base_model
    spec.loader.exec_module(base_model)
    text = "Lundi, Zerbor Quantal a rencontré la Ligue Ostrale à Mirbourg."
    marks = (("Zerbor Quantal", "PER"), ("Ligue Ostrale", "ORG"), ("Mirbourg", "LOC"))
    spans = [
        {"start": text.index(name), "end": text.index(name) + len(name), "text": name, "label": "ACTOR", "sub": sub}
        for name, sub in marks
    ]
    lines = [{"id": str(n), "text": text, "date": None, "spans": spans, "ignore": [], "nested": []} for n in range(6)]
    windows = list(base_model.windows(lines[0], gazetteer, network.blank(base_model.LABELS).vocab))
    assert {(one.surface, one.label) for one in windows if one.label} == set(marks)
    trained = [base_model.train(lines, gazetteer).to_bytes(exclude=network.LEFT_OUT) for _ in range(2)]
    assert trained[0] == trained[1]
