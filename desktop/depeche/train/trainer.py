"""From examples and a seed to a chosen network: trained from the shipped weights and from nothing, tried on `dev`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from depeche.core.span import Span
from depeche.core.stories import Strength, groups
from depeche.models.decision import Rule, Say, Sorts, Table, counted
from depeche.models.network import blank, labels_of, load, probabilities
from depeche.models.question import FRESH, Question, Shift, joined
from depeche.train.choosing import Chooser
from depeche.train.examples import Example
from depeche.train.learn import Lesson, Plan, Step, answered, learn, rounds, unasked
from depeche.train.reading import Reader

if TYPE_CHECKING:
    from spacy.language import Language

_CHANCE = 3
"""Spans that a few articles may give one way or the other."""
_FOLDS, _FOLD_EPOCHS = 3, 15
_ENOUGH = 150
"""Spans in `dev` from which it chooses alone: folds cost as many trainings, shorter ones."""
_OFTEN, _MOST_SHIFTS = 3, 20
"""How often borders must lie in one way for that to be asked about, and in how many ways."""
_USUAL = Say(0.5, 0.4)
"""Under which a training in progress is followed."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An example with its questions, and its flat spans under the names that a network tells apart."""

    questions: list[Question]
    gold: list[tuple[Span, str]]


Answered = tuple[Asked, Table, Sorts]
"""An example with what a network says of it, and what was counted in the articles that this network learned from."""


@dataclass(frozen=True, slots=True)
class Trained:
    """A network, how its word is taken, its F1 on `dev` then, and whether it began from the shipped weights."""

    nlp: Language
    rule: Rule
    dev: float
    from_base: bool


class Trainer:
    """Trains on examples. `flat` are the labels to learn; questions are asked once for all trainings."""

    def __init__(self, reader: Reader, flat: Sequence[str], examples: Sequence[Example]) -> None:
        self._reader = reader
        self._flat = tuple(sorted(flat))
        self.labels = tuple(
            sorted({joined(one.label, one.kind) for ex in examples for one in ex.spans if one.label in self._flat})
        )
        self._vocab = blank(self.labels or ("",)).vocab
        self._asked: dict[str, Asked] = {}
        self._shifts: tuple[Shift, ...] = ()

    def look(self, examples: Sequence[Example]) -> None:
        """Learn from examples where borders often lie otherwise than the rules have them, and ask about that too."""
        counts: Counter[Shift] = Counter()
        for ex in examples:
            asked = self.asked(ex)
            counts.update(self._reader.shifts(ex.article, asked.questions, [span for span, _ in asked.gold]))
        common = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
        self._shifts = tuple(sorted(shift for shift, number in common[:_MOST_SHIFTS] if number >= _OFTEN))
        if self._shifts:
            self._asked.clear()

    def asked(self, example: Example) -> Asked:
        """Return an example with its questions."""
        key = example.article.key
        if key not in self._asked:
            gold = [(one, joined(one.label, one.kind)) for one in example.spans if one.label in self._flat]
            self._asked[key] = Asked(self._reader.ask(example.article, self._vocab, self._shifts), gold)
        return self._asked[key]

    def lessons(self, examples: Sequence[Example]) -> list[Lesson]:
        """Return what examples teach, in their order."""
        return [one for ex in examples for one in answered(self.asked(ex).questions, self.asked(ex).gold)]

    def unasked(self, examples: Sequence[Example]) -> int:
        """Return how many flat spans no question is about: the model can't learn to find them."""
        return sum(unasked(self.asked(ex).questions, self.asked(ex).gold) for ex in examples)

    def steps(self, examples: Sequence[Example], dev: Sequence[Example]) -> int:
        """Return how many steps a training on examples takes, with those of its folds."""
        folds = self._folds(examples, dev)
        return rounds(len(self.lessons(examples)))[1] + sum(
            rounds(len(self.lessons(_but(examples, fold))), _FOLD_EPOCHS)[1] for fold in folds
        )

    def train(
        self, examples: Sequence[Example], dev: Sequence[Example], seed: int, *, from_base: bool, told: Step
    ) -> Trained:
        """Return a network trained on examples, its rule chosen on `dev`, and on folds where that is small."""
        base = load(self._reader.base) if from_base and self._reader.base else None
        steps, done = self.steps(examples, dev), 0
        parts: list[Answered] = []
        for fold in self._folds(examples, dev):
            others = _but(examples, fold)
            lessons = self.lessons(others)
            nlp = learn(lessons, Plan(self.labels, seed, base, _FOLD_EPOCHS), _from(told, done, steps))
            done += rounds(len(lessons), _FOLD_EPOCHS)[1]
            parts += self._answered(nlp, fold, self.sorts(others))
        nlp = learn(self.lessons(examples), Plan(self.labels, seed, base), _from(told, done, steps))
        sorts = self.sorts(examples)
        own = self._answered(nlp, dev, sorts)
        rule, _ = self._chooser([*own, *parts]).best()
        rule = replace(rule, sorts=sorts, shifts=self._shifts)
        return Trained(nlp, rule, self._chooser(own).f1(rule), base is not None)

    def _folds(self, examples: Sequence[Example], dev: Sequence[Example]) -> list[list[Example]]:
        """Return the parts of examples that a network of the others answers, stories whole; none where `dev` is enough.

        On a few articles no gain clears its error (cross-fitting: Stone, "Cross-validatory choice", 1974).
        """
        if len(examples) < 2 * _FOLDS or sum(len(self.asked(one).gold) for one in dev) >= _ENOUGH:
            return []
        told = groups([(one.article.key, one.article.text, one.article.date) for one in examples], Strength.EITHER)
        fold = {key: n % _FOLDS for n, group in enumerate(told) for key in group.keys}
        parts: list[list[Example]] = [[] for _ in range(_FOLDS)]
        for one in examples:
            parts[fold[one.article.key]].append(one)
        return [one for one in parts if one] if len(told) >= _FOLDS else []

    def sorts(self, examples: Sequence[Example]) -> dict[str, dict[str, int]]:
        """Return what came of each sort of question in examples."""
        asked = [one for ex in examples for one in self.asked(ex).questions]
        return counted(asked, [one.label for one in self.lessons(examples)])

    def margin(self, dev: Sequence[Example]) -> float:
        """Return by how much F1 on articles must differ to be more than chance: about three spans."""
        return _CHANCE / max(_CHANCE, sum(len(self.asked(one).gold) for one in dev))

    def quick(self, nlp: Language, dev: Sequence[Example], sorts: Sorts) -> float:
        """Return F1 on articles with a usual say on every topic: how a training goes."""
        return self._chooser(self._answered(nlp, dev, sorts)).f1(Rule(dict.fromkeys((FRESH, *self._flat), _USUAL)))

    def _answered(self, nlp: Language, examples: Sequence[Example], sorts: Sorts) -> list[Answered]:
        assert labels_of(nlp) == self.labels
        asked = [self.asked(one) for one in examples]
        return [(one, probabilities(nlp, [each.window for each in one.questions]), sorts) for one in asked]

    def _chooser(self, answered: Sequence[Answered]) -> Chooser:
        gold = [{(span.start, span.end, label) for span, label in one.gold} for one, _, _ in answered]
        questions = [one.questions for one, _, _ in answered]
        said, sorts = [said for _, said, _ in answered], [sorts for _, _, sorts in answered]
        return Chooser(questions, said, gold, self.labels, self._flat, sorts)


def _but(examples: Sequence[Example], fold: Sequence[Example]) -> list[Example]:
    keys = {one.article.key for one in fold}
    return [one for one in examples if one.article.key not in keys]


def _from(told: Step, done: int, steps: int) -> Step:
    """Return what tells of the steps of one network as a part of all."""
    return lambda step, _steps, loss, nlp: told(done + step, steps, loss, nlp)
