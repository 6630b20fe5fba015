"""On which topics a model gets a say, and how much: tried on articles kept apart, begun from none.

A topic (`models.decision.topic`) leaves what the sources say only where that gains more than its own bootstrap error
over those articles, and where no label loses more than its error: the one-standard-error rule (Breiman et al. 1984,
section 3.4.3) with the sources as the simpler model. A model may so be of no use, but hardly of harm.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from typing import Any

import numpy

from depeche.models.decision import Answers, Rule, Say, Sorts
from depeche.models.question import FRESH, Question, parted

Matrix = numpy.ndarray[Any, Any]
"""Articles by labels by counts: right, proposed, wanted."""

WEIGHTS = (0.3, 0.5, 0.65, 0.8)
LEASTS = (0.4, 0.5, 0.3, 0.6)
"""What is tried, the more careful first."""

_DRAWS = 400
_CHANCE = 2
"""Spans that any few articles may give one way or the other."""
_ROUNDS = 2


class Chooser:
    """Chooses a rule on articles. `gold` are, by article, the spans wanted, their labels as `joined` writes them.

    `sorts` are, by article, what was counted in the articles that its network learned from.
    """

    def __init__(
        self,
        asked: Sequence[Sequence[Question]],
        said: Sequence[Matrix],
        gold: Sequence[set[tuple[int, int, str]]],
        labels: Sequence[str],
        flat: Sequence[str],
        sorts: Sequence[Sorts],
    ) -> None:
        self._asked = asked
        self._gold = gold
        self._flat = {label: n for n, label in enumerate(flat)}
        others = {one.about for each in asked for one in each} - {FRESH, *flat}
        self._topics = (FRESH, *flat, *sorted(others))
        self._answers = [Answers(one, each, labels, known) for one, each, known in zip(said, asked, sorts, strict=True)]
        drawn = numpy.random.default_rng(5)
        self._drawn = drawn.multinomial(len(asked), [1 / max(1, len(asked))] * len(asked), size=_DRAWS)

    def best(self) -> tuple[Rule, float]:
        """Return the rule, without sorts, and its F1 over labels and kinds."""
        rule = Rule()
        now = self._counts(rule)
        for _ in range(_ROUNDS):
            before = rule
            for about in self._topics:
                rule, now = self._tried(rule, now, about)
            if rule.says == before.says:
                break
        return rule, float(_f1(now.sum(axis=(0, 1))))

    def f1(self, rule: Rule) -> float:
        """Return the F1 of a rule over labels and kinds."""
        return float(_f1(self._counts(rule).sum(axis=(0, 1))))

    def _tried(self, rule: Rule, now: Matrix, about: str) -> tuple[Rule, Matrix]:
        """Return the rule with the best say on a topic, and its counts: the same one where none is safely better."""
        most, taken = 0.0, (rule, now)
        for weight, least in product(WEIGHTS, LEASTS):
            other = replace(rule, says={**rule.says, about: Say(weight, least)})
            counts = self._counts(other)
            gain = self._safe_gain(now, counts)
            if gain > most:
                most, taken = gain, (other, counts)
        return taken

    def _safe_gain(self, now: Matrix, other: Matrix) -> float:
        """Return by how much F1 rises beyond its error, 0 where it doesn't or a label falls by more than its error."""
        gain, error = self._gain(now.sum(axis=1), other.sum(axis=1))
        margin = max(error, _CHANCE / max(1.0, float(now[..., 1:].sum())))
        for label in range(len(self._flat)):
            mine, mine_error = self._gain(now[:, label], other[:, label])
            if mine < -mine_error:
                return 0.0
        return max(0.0, gain - margin)

    def _gain(self, now: Matrix, other: Matrix) -> tuple[float, float]:
        """Return how much higher F1 is by the other counts, and the standard error of that over drawn articles."""
        gain = _f1(other.sum(axis=0)) - _f1(now.sum(axis=0))
        drawn = _f1(self._drawn @ other) - _f1(self._drawn @ now)
        return float(gain), float(drawn.std())

    def _counts(self, rule: Rule) -> Matrix:
        counts = numpy.zeros((len(self._asked), len(self._flat), 3))
        for n, (answers, questions, gold) in enumerate(zip(self._answers, self._asked, self._gold, strict=True)):
            for one in answers.chosen(rule):
                question = questions[one.place]
                label = self._flat[parted(one.label)[0]]
                counts[n, label, 0] += (question.start, question.end, one.label) in gold
                counts[n, label, 1] += 1
            for _, _, name in gold:
                counts[n, self._flat[parted(name)[0]], 2] += 1
        return counts


def _f1(counts: Matrix) -> Matrix:
    whole = counts[..., 1] + counts[..., 2]
    shares: Matrix = numpy.divide(2 * counts[..., 0], whole, out=numpy.zeros_like(whole), where=whole > 0)
    return shares
