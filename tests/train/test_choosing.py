"""A model gets a say only where articles kept apart show it; where it has none, all stays as the sources said."""

from __future__ import annotations

import random

import numpy
import pytest
import spacy
from spacy.tokens import Doc

from depeche.models.decision import Answers, Rule, Say, topic
from depeche.models.network import blank, on_numbers, probabilities
from depeche.models.question import FRESH, NOTHING, Question
from depeche.train.choosing import Chooser
from depeche.train.material import Variants, material

LABELS = ("ACTOR:PER", "DATE")
WINDOW = Doc(spacy.blank("xx").vocab, words=["mot"])
"""Nothing here reads it."""


def question(start: int, label: str | None) -> Question:
    before = {NOTHING: 0.88} if label is None else {label: 0.9, NOTHING: 0.08}
    known = "CANDIDATE" if label is None else f"{label}=rules9"
    return Question(start, start + 5, WINDOW, before, None, known)


def articles(number: int, actors: list[float], dates: list[float]) -> tuple[list, list, list]:
    """Return the questions of articles with five wrong actors and five right dates, what a network says, and gold.

    It says « no span » of the actors, and of the dates, with these likelihoods by turns.
    """
    asked, said, gold = [], [], []
    for n in range(number):
        asked.append([question(10 * k, "ACTOR:PER" if k < 5 else "DATE") for k in range(10)])
        none = [(actors if k < 5 else dates)[(n + k) % 2] for k in range(10)]
        said.append(numpy.array([[1 - one, 0.0, one] if k < 5 else [0.0, 1 - one, one] for k, one in enumerate(none)]))
        gold.append({(10 * k, 10 * k + 5, "DATE") for k in range(5, 10)})
    return asked, said, gold


def chooser(asked: list, said: list, gold: list) -> Chooser:
    return Chooser(asked, said, gold, LABELS, ("ACTOR", "DATE"), [{}] * len(asked))


def test_a_model_that_is_right_gets_a_say_where_it_is_right_and_nowhere_else():
    rule, f1 = chooser(*articles(8, actors=[0.99, 0.99], dates=[0.01, 0.01])).best()
    assert set(rule.says) == {"ACTOR"}
    assert f1 == 1.0


def test_a_label_that_would_lose_keeps_what_the_sources_say():
    rule, _ = chooser(*articles(8, actors=[0.99, 0.99], dates=[0.99, 0.01])).best()
    assert "DATE" not in rule.says


def test_a_gain_within_its_error_is_none():
    asked, said, gold = articles(3, actors=[0.01, 0.01], dates=[0.01, 0.01])
    said[0][0] = [0.0, 0.0, 1.0]  # one wrong actor of fifteen is seen
    rule, _ = chooser(asked, said, gold).best()
    assert rule.says == {}


def test_without_a_say_all_stays_as_the_sources_said_and_nothing_new_comes():
    asked = [question(0, "ACTOR:PER"), question(10, "DATE"), question(20, None)]
    said = numpy.array([[0.0, 0.0, 1.0], [1.0, 0.0, 0.0], [1.0, 0.0, 0.0]])
    assert [topic(one) for one in asked] == ["ACTOR", "DATE", FRESH]
    answers = Answers(said, asked, LABELS, {})
    assert [(one.place, one.label) for one in answers.chosen(Rule())] == [(0, "ACTOR:PER"), (1, "DATE")]
    fresh = answers.chosen(Rule({FRESH: Say(0.8, 0.5)}))
    assert [(one.place, one.label) for one in fresh] == [(0, "ACTOR:PER"), (1, "DATE"), (2, "ACTOR:PER")]


def windows(nlp: spacy.Language) -> list[Doc]:
    texts = ["le président Ilan Vorga a dit", "à Belmare Ilan Vorga a dit", "en mars 2024"]
    made = []
    for text in texts:
        words = text.split()
        inside = ["B-CANDIDATE" if n == 1 else "O" for n in range(len(words))]
        made.append(Doc(nlp.vocab, words=words, tags=["f"] * len(words), lemmas=["C"] * len(words),
                        deps=[one[:3] for one in words], heads=[0] * len(words), ents=inside))  # fmt: skip
    return made


@pytest.mark.filterwarnings("ignore::UserWarning", "ignore::DeprecationWarning")
def test_numbers_say_what_documents_say():
    nlp = blank(LABELS)
    nlp.initialize()
    asked = windows(nlp)
    told = material(asked)
    said = on_numbers(nlp).predict([(one.rows, one.first, one.last) for one in told])
    assert numpy.allclose(said, probabilities(nlp, asked), atol=1e-5)


@pytest.mark.filterwarnings("ignore::UserWarning", "ignore::DeprecationWarning")
def test_a_window_without_letters_is_that_of_a_word_without_letters():
    nlp = blank(LABELS)
    one = material(windows(nlp))[0]
    hidden = Doc(nlp.vocab, words="le Xxx Ilan Vorga a dit".split(), tags=["f", "", "f", "f", "f", "f"],
                 lemmas=["C"] * 6, deps=["le", "xxx", "Ila", "Vor", "a", "dit"], heads=[0] * 6,
                 ents=["O", "B-CANDIDATE", "O", "O", "O", "O"])  # fmt: skip
    assert (one.masked == material([hidden])[0].rows).all()


@pytest.mark.filterwarnings("ignore::UserWarning", "ignore::DeprecationWarning")
def test_variants_are_drawn_by_the_seed_and_keep_what_is_known_of_the_place():
    told = material(windows(blank(LABELS)))
    variants = Variants(told, [0, 0, 2], nothing=2)

    def draw() -> list:
        chance = random.Random(3)
        return [variants.draw(n % 3, chance) for n in range(60)]

    first, second = draw(), draw()
    assert all((a[0] == b[0]).all() and a[1:] == b[1:] for a, b in zip(first, second, strict=True))
    for n, (rows, start, end) in enumerate(first):
        assert rows.shape[1] == told[n % 3].rows.shape[1]
        assert (rows[start:end, -1] == told[n % 3].rows[told[n % 3].first, -1]).all()
