"""On which labels a pipeline from elsewhere is heard in the place of all other sources: where it is better for sure.

Tried on `dev`, which no figure of the report is counted on. A label is heard where the gain is called better by the
same rule as a model's (`verdict.decided`): articles enough, and an interval above zero.
"""

from __future__ import annotations

from collections.abc import Sequence

from depeche.train.evaluate import Predict, difference, judge
from depeche.train.examples import Example
from depeche.train.verdict import BETTER, decided


def heard(beside: Predict, alone: Predict, dev: Sequence[Example], labels: Sequence[str]) -> list[str]:
    """Return the labels on which the pipeline `alone` does better than `beside` the others, in their order."""
    if not dev:
        return []
    with_others, by_itself = judge(beside, dev, labels), judge(alone, dev, labels)
    return [
        one for one in labels if decided(len(dev), _spans(dev, one), difference(by_itself, with_others, one)) == BETTER
    ]


def _spans(examples: Sequence[Example], label: str) -> int:
    return sum(one.label == label for example in examples for one in example.spans)
