"""From examples and a seed to a chosen network: trained from the shipped weights and from nothing, tried on `dev`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from depeche.core.span import Span
from depeche.models.decision import Rule, Sorts, Table, chosen, counted, mixed, priors
from depeche.models.network import blank, labels_of, load, probabilities
from depeche.models.question import Question, joined
from depeche.train.examples import Example
from depeche.train.learn import Lesson, Plan, Step, answered, learn, rounds, unasked
from depeche.train.reading import Reader

if TYPE_CHECKING:
    from spacy.language import Language

WEIGHTS = (0.65, 0.8, 0.5, 0.3, 0.0)
PLAIN = (0.3, 0.65, 0.0)
LEASTS = (0.4, 0.5, 0.3)
"""What is tried on `dev`. The usual rule is taken unless another is better by more than chance."""

_CHANCE = 3
"""Spans that a few articles may give one way or the other."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An example with its questions, and its flat spans under the names that a network tells apart."""

    questions: list[Question]
    gold: list[tuple[Span, str]]


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
        self._flat = frozenset(flat)
        self.labels = tuple(
            sorted({joined(one.label, one.kind) for ex in examples for one in ex.spans if one.label in self._flat})
        )
        self._vocab = blank(self.labels or ("",)).vocab
        self._asked: dict[str, Asked] = {}

    def asked(self, example: Example) -> Asked:
        """Return an example with its questions."""
        key = example.article.key
        if key not in self._asked:
            gold = [(one, joined(one.label, one.kind)) for one in example.spans if one.label in self._flat]
            self._asked[key] = Asked(self._reader.ask(example.article, self._vocab), gold)
        return self._asked[key]

    def lessons(self, examples: Sequence[Example]) -> list[Lesson]:
        """Return what examples teach, in their order."""
        return [one for ex in examples for one in answered(self.asked(ex).questions, self.asked(ex).gold)]

    def unasked(self, examples: Sequence[Example]) -> int:
        """Return how many flat spans no question is about: the model can't learn to find them."""
        return sum(unasked(self.asked(ex).questions, self.asked(ex).gold) for ex in examples)

    def steps(self, examples: Sequence[Example], starts: int = 1) -> int:
        """Return how many steps the training on examples takes, from so many starts."""
        return starts * rounds(len(self.lessons(examples)))[1]

    def train(
        self, examples: Sequence[Example], dev: Sequence[Example], seed: int, *, from_base: bool, told: Step
    ) -> Trained:
        """Return a network trained on examples, its rule chosen on `dev`."""
        base = load(self._reader.base) if from_base and self._reader.base else None
        nlp = learn(self.lessons(examples), Plan(self.labels, seed, base), told)
        rule, f1 = self.rule(nlp, dev, self.sorts(examples))
        return Trained(nlp, rule, f1, base is not None)

    def sorts(self, examples: Sequence[Example]) -> dict[str, dict[str, int]]:
        """Return what came of each sort of question in examples."""
        asked = [one for ex in examples for one in self.asked(ex).questions]
        return counted(asked, [one.label for one in self.lessons(examples)])

    def rule(self, nlp: Language, dev: Sequence[Example], sorts: Sorts) -> tuple[Rule, float]:
        """Return how a network's word is best taken on articles, and the F1 over flat labels and kinds then."""
        answers = self._answers(nlp, dev)
        asked = [one for one, _ in answers]
        best = Rule(sorts=sorts)
        most = self._f1(asked, self._shares(answers, best), best.least)
        margin = self.margin(dev)
        for weight, plain in product(WEIGHTS, PLAIN):
            shares = self._shares(answers, Rule(weight, plain, sorts=sorts))
            for least in LEASTS:
                f1 = self._f1(asked, shares, least)
                if f1 > most + margin:
                    best, most, margin = Rule(weight, plain, least, sorts), f1, 0.0
        return best, most

    def margin(self, dev: Sequence[Example]) -> float:
        """Return by how much F1 on articles must differ to be more than chance: about three spans."""
        return _CHANCE / max(_CHANCE, sum(len(self.asked(one).gold) for one in dev))

    def quick(self, nlp: Language, dev: Sequence[Example], sorts: Sorts) -> float:
        """Return F1 on articles under the usual rule: how a training goes."""
        answers = self._answers(nlp, dev)
        usual = Rule(sorts=sorts)
        return self._f1([one for one, _ in answers], self._shares(answers, usual), usual.least)

    def _shares(self, answers: Sequence[tuple[Asked, Table]], rule: Rule) -> list[Table]:
        return [
            mixed(said, priors(one.questions, self.labels, rule.sorts), one.questions, rule) for one, said in answers
        ]

    def _answers(self, nlp: Language, dev: Sequence[Example]) -> list[tuple[Asked, Table]]:
        assert labels_of(nlp) == self.labels
        asked = [self.asked(one) for one in dev]
        return [(one, probabilities(nlp, [question.window for question in one.questions])) for one in asked]

    def _f1(self, asked: Sequence[Asked], shares: Sequence[Table], least: float) -> float:
        """Return F1 of place, label and kind, the shares taken as `least` says."""
        right = proposed = wanted = 0
        for one, share in zip(asked, shares, strict=True):
            gold = {(span.start, span.end, label) for span, label in one.gold}
            found = chosen(share, one.questions, self.labels, least)
            places = ((one.questions[each.place], each.label) for each in found)
            right += sum((question.start, question.end, label) in gold for question, label in places)
            proposed += len(found)
            wanted += len(gold)
        return 2 * right / (proposed + wanted) if proposed + wanted else 0.0
