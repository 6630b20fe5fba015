"""Where a project's borders lie otherwise than the rules' is learned, asked about, and kept in the model."""

from __future__ import annotations

import pytest

from depeche import paths
from depeche.core.article import Article
from depeche.core.scheme import parse_scheme
from depeche.core.span import Span
from depeche.errors import UserError
from depeche.models.decision import topic
from depeche.models.question import Shift
from depeche.suggest.learned.reader import Reader
from depeche.suggest.learned.source import rule_of
from depeche.train.examples import Example
from depeche.train.trainer import Trainer
from tests.train.world import PEOPLE, TOWNS

MONTHS = ("janvier", "mars", "avril", "juin")


def example(n: int) -> Example:
    """An article whose people leave « ce » out of a date."""
    date = f"mardi {n % 27 + 1} {MONTHS[n % 4]} 2024"
    person = PEOPLE[n % len(PEOPLE)]
    text = f"{person} a quitté {TOWNS[n % len(TOWNS)]} ce {date}, avec {n + 20} autres.\n"
    at = text.index(date)
    spans = (Span(0, len(person), "ACTOR", "PER"), Span(at, at + len(date), "DATE"))
    return Example(Article(text, name=f"a{n}", date="2024-07-01", key=f"k{n}"), spans)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(parse_scheme(paths.default_scheme(), ""))


def test_borders_further_in_or_out_than_the_rules_are_counted_in_words(reader):
    one = example(3)
    trainer = Trainer(reader, ("ACTOR", "DATE", "FIGURE"), [one])
    questions = trainer.asked(one).questions
    assert list(reader.shifts(one.article, questions, one.spans)) == [Shift("DATE", 1, 0)]
    text, date = one.article.text, one.spans[1]
    wide = Span(text.index("Gildas") if "Gildas" in text else text.index(TOWNS[3]), date.end, "DATE")
    assert list(reader.shifts(one.article, questions, [wide])) == [Shift("DATE", -1, 0)]
    cut = Span(date.start + 1, date.end, "DATE")
    assert list(reader.shifts(one.article, questions, [cut, Span(date.start, date.end, "FIGURE")])) == []


def test_what_is_seen_often_is_asked_about_and_learned(reader):
    ones = [example(n) for n in range(32)]
    learned, dev = ones[:24], ones[24:]
    trainer = Trainer(reader, ("ACTOR", "DATE", "FIGURE"), ones)
    assert trainer.unasked(learned) == 24
    trainer.look(learned[:2])
    assert trainer.unasked(learned) == 24, "twice may be a slip"
    trainer.look(learned)
    assert trainer.unasked(ones) == 0
    trained = trainer.train(learned, dev, 1, from_base=False, told=lambda *_: None)
    assert trained.rule.shifts == (Shift("DATE", 1, 0),)
    new = example(40)
    found = {
        (one.start, one.end) for one in reader.trained(new.article, trained.nlp, trained.rule) if one.label == "DATE"
    }
    assert found == {(new.spans[1].start, new.spans[1].end)}
    assert rule_of(trained.rule.to_json()) == trained.rule


def test_a_project_with_the_borders_of_the_rules_asks_nothing_more(reader):
    one = example(1)
    date = one.spans[1]
    as_rules = Example(one.article, (one.spans[0], Span(date.start - 3, date.end, "DATE")))
    trainer = Trainer(reader, ("ACTOR", "DATE", "FIGURE"), [as_rules])
    before = trainer.asked(as_rules)
    trainer.look([as_rules] * 9)
    assert trainer.asked(as_rules) is before


@pytest.mark.parametrize("said", [[["DATE", 99, 0]], [["DATE", 1]], [1], "abc", [["DATE", "x", 0]], [["D", 1, 1]] * 99])
def test_shifts_of_a_model_from_outside_are_bounded(said):
    with pytest.raises(UserError):
        rule_of({"says": {}, "sorts": {}, "shifts": said})


def test_places_within_a_proposal_are_a_topic_of_their_own(reader):
    one = example(1)
    trainer = Trainer(reader, ("ACTOR", "DATE", "FIGURE"), [one])
    trainer.look([one] * 3)
    date = one.spans[1]
    (asked,) = (each for each in trainer.asked(one).questions if (each.start, each.end) == (date.start, date.end))
    assert topic(asked) == Shift("DATE", 1, 0).topic != topic(trainer.asked(one).questions[0])
