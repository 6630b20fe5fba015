"""Trains the network on the questions of articles. Knows windows and labels, no project.

The same questions, seed and base give the same weights (one thread: see `train.quiet`).
"""

from __future__ import annotations

import random
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from thinc.api import Adam, fix_random_seed, set_dropout_rate

from depeche.core.span import Stretch
from depeche.models.network import LEFT_OUT, begin_from, blank, labels_of, on_numbers
from depeche.models.question import NOTHING, Question
from depeche.train.material import Variants, material

_BATCH = 64
_RATE = 0.002
_DROPOUT = 0.3
_STEPS = 600
"""Fewer steps than this aren't enough for little data, which is gone through more often."""
_EPOCHS = (6, 40)
_SHOWN = 50  # lessons that tell spaCy the shapes of the layers

Step = Callable[[int, int, float, Language], None]
"""Told after each step: which one, of how many, the loss of the last ones, and the network as it is."""


class Lesson(NamedTuple):
    """A question with its right answer."""

    window: Doc
    label: str


@dataclass(frozen=True, slots=True)
class Plan:
    """How a network is trained: the labels that it tells apart, the seed, the model to begin from (None: nothing).

    `most` is how often the lessons are gone through at most.
    """

    labels: tuple[str, ...]
    seed: int = 1
    base: Language | None = None
    most: int = _EPOCHS[1]


def answered(questions: Sequence[Question], gold: Sequence[tuple[Stretch, str]]) -> list[Lesson]:
    """Return the questions with the label of the gold span in exactly their place, `NOTHING` where there is none."""
    right = {(place.start, place.end): label for place, label in gold}
    return [Lesson(one.window, right.get((one.start, one.end), NOTHING)) for one in questions]


def unasked(questions: Sequence[Question], gold: Sequence[tuple[Stretch, str]]) -> int:
    """Return how many gold spans no question is about: what a model can't learn to find."""
    places = sorted((one.start, one.end) for one in questions)
    missed = 0
    for place, _ in gold:
        at = bisect_left(places, (place.start, place.end))
        missed += at == len(places) or places[at] != (place.start, place.end)
    return missed


def rounds(lessons: int, most: int = _EPOCHS[1]) -> tuple[int, int]:
    """Return how often so many lessons are gone through, and how many steps that takes."""
    a_round = -(-lessons // _BATCH)
    epochs = min(max(-(-_STEPS // max(1, a_round)), _EPOCHS[0]), most)
    return epochs, epochs * a_round


def learn(lessons: Sequence[Lesson], plan: Plan, told: Step = lambda step, steps, loss, nlp: None) -> Language:
    """Return a network trained on lessons; `told` may stop it by raising."""
    fix_random_seed(plan.seed)
    chance = random.Random(plan.seed)
    nlp = blank(plan.labels)
    nlp.initialize(lambda: [_example(one) for one in lessons[:_SHOWN]])
    if plan.base is not None:
        begin_from(nlp, plan.base)
    columns = {label: n for n, label in enumerate((*labels_of(nlp), NOTHING))}
    right = [columns[one.label] for one in lessons]
    variants = Variants(material([one.window for one in lessons]), right, columns[NOTHING])
    network = on_numbers(nlp)
    optimizer = Adam(_RATE, L2=0.01, grad_clip=1.0, L2_is_weight_decay=True, use_averages=True)
    epochs, steps = rounds(len(lessons), plan.most)
    order = list(range(len(lessons)))
    step = 0
    loss = 0.0
    for _ in range(epochs):
        chance.shuffle(order)
        for at in range(0, len(order), _BATCH):
            batch = order[at : at + _BATCH]
            optimizer.learn_rate = _RATE * min(1.0, (step + 1) / 50) * max(0.05, 1 - step / steps)
            set_dropout_rate(network, _DROPOUT)
            said, learned = network.begin_update([variants.draw(one, chance) for one in batch])
            wrong = said.copy()
            wrong[numpy.arange(len(batch)), [right[one] for one in batch]] -= 1
            learned(wrong)
            network.finish_update(optimizer)
            set_dropout_rate(network, 0.0)
            step += 1
            now = float((wrong**2).sum())
            loss = 0.95 * loss + 0.05 * now if step > 1 else now
            told(step, steps, loss, nlp)
    with nlp.use_params(optimizer.averages):
        kept = nlp.to_bytes(exclude=LEFT_OUT)
    nlp.from_bytes(kept, exclude=LEFT_OUT)
    return nlp


def _example(one: Lesson) -> Example:
    reference = Doc(one.window.vocab, words=[token.text for token in one.window])
    entity = one.window.ents[0]
    reference.spans["sc"] = [Span(reference, entity.start, entity.end, label=one.label)] if one.label else []
    return Example(one.window, reference)
