"""Trains the network on the questions of articles. Knows windows and labels, no project.

The same questions, seed and base give the same weights (one thread: see `train.quiet`).
"""

from __future__ import annotations

import random
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.vocab import Vocab
from thinc.api import Adam, fix_random_seed

from depeche.core.span import Stretch
from depeche.models.network import LEFT_OUT, begin_from, blank
from depeche.models.question import NOTHING, Question

_BATCH = 64
_RATE = 0.002
_DROPOUT = 0.3
_STEPS = 600
"""Fewer steps than this aren't enough for little data, which is gone through more often."""
_EPOCHS = (6, 40)
_SWAPPED, _MASKED = 0.3, 0.15
"""How many windows get another name of the same label, or one without letters, so that what is around them counts."""

Row = tuple[str, str, str, str, bool]
"""A token of a window: its text, tag, lemma and dep, and whether the candidate holds it."""

Step = Callable[[int, int, float, Language], None]
"""Told after each step: which one, of how many, the loss of the last ones, and the network as it is."""


class Lesson(NamedTuple):
    """A question with its right answer."""

    window: Doc
    label: str


@dataclass(frozen=True, slots=True)
class Plan:
    """How a network is trained: the labels that it tells apart, the seed, the model to begin from (None: nothing)."""

    labels: tuple[str, ...]
    seed: int = 1
    base: Language | None = None


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


def rounds(lessons: int) -> tuple[int, int]:
    """Return how often so many lessons are gone through, and how many steps that takes."""
    a_round = -(-lessons // _BATCH)
    epochs = min(max(-(-_STEPS // max(1, a_round)), _EPOCHS[0]), _EPOCHS[1])
    return epochs, epochs * a_round


def learn(lessons: Sequence[Lesson], plan: Plan, told: Step = lambda step, steps, loss, nlp: None) -> Language:
    """Return a network trained on lessons; `told` may stop it by raising."""
    fix_random_seed(plan.seed)
    chance = random.Random(plan.seed)
    nlp = blank(plan.labels)
    by_label: dict[str, list[Lesson]] = defaultdict(list)
    for one in lessons:
        by_label[one.label].append(one)

    def epoch() -> list[Example]:
        examples = [_example(_varied(nlp.vocab, one, by_label[one.label], chance), one.label) for one in lessons]
        chance.shuffle(examples)
        return examples

    first = epoch()
    nlp.initialize(lambda: first[:50])
    if plan.base is not None:
        begin_from(nlp, plan.base)
    optimizer = Adam(_RATE, L2=0.01, grad_clip=1.0, L2_is_weight_decay=True, use_averages=True)
    epochs, steps = rounds(len(lessons))
    step = 0
    loss = 0.0
    for n in range(epochs):
        examples = first if n == 0 else epoch()
        for at in range(0, len(examples), _BATCH):
            optimizer.learn_rate = _RATE * min(1.0, (step + 1) / 50) * max(0.05, 1 - step / steps)
            losses = nlp.update(examples[at : at + _BATCH], sgd=optimizer, drop=_DROPOUT)
            step += 1
            loss = 0.95 * loss + 0.05 * float(sum(losses.values())) if step > 1 else float(sum(losses.values()))
            told(step, steps, loss, nlp)
    with nlp.use_params(optimizer.averages):
        kept = nlp.to_bytes(exclude=LEFT_OUT)
    nlp.from_bytes(kept, exclude=LEFT_OUT)
    return nlp


def _varied(vocab: Vocab, one: Lesson, same: Sequence[Lesson], chance: random.Random) -> Doc:
    draw = chance.random()
    if one.label and draw < _SWAPPED:
        return _doc(vocab, _swapped(_rows(one.window), _rows(chance.choice(same).window)), one.window.ents[0].label_)
    if draw > 1 - _MASKED:
        return _doc(vocab, [_masked(row) for row in _rows(one.window)], one.window.ents[0].label_)
    return one.window


def _rows(doc: Doc) -> list[Row]:
    return [(one.text, one.tag_, one.lemma_, one.dep_, bool(one.ent_type)) for one in doc]


def _doc(vocab: Vocab, rows: Sequence[Row], known: str) -> Doc:
    texts, tags, lemmas, deps, held = zip(*rows, strict=True)
    begin = held.index(True)
    inside = [f"{'B' if n == begin else 'I'}-{known}" if one else "O" for n, one in enumerate(held)]
    return Doc(
        vocab,
        words=list(texts),
        tags=list(tags),
        lemmas=list(lemmas),
        deps=list(deps),
        heads=[0] * len(rows),
        ents=inside,
    )


def _swapped(rows: Sequence[Row], others: Sequence[Row]) -> list[Row]:
    first = next(index for index, row in enumerate(rows) if row[4])
    last = first + sum(row[4] for row in rows)
    return [*rows[:first], *(row for row in others if row[4]), *rows[last:]]


def _masked(row: Row) -> Row:
    text, _, lemma, _, held = row
    if not held:
        return row
    return ("Xxx" if text[0].isalpha() else text, "", lemma, "xxx", held)


def _example(doc: Doc, label: str) -> Example:
    reference = Doc(doc.vocab, words=[one.text for one in doc])
    entity = doc.ents[0]
    reference.spans["sc"] = [Span(reference, entity.start, entity.end, label=label)] if label else []
    return Example(doc, reference)
