"""The learning curve: what a model is worth after a quarter, a half, three quarters and all of the finished articles.

Each share is trained with several seeds, each of which also draws which articles are in it (a smaller share is part of
a larger one, and articles of one story come one by one: what grows is the annotator's work). All are judged on the same
test articles. Intervals hold both: the drawing of the test articles and the seeds.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import numpy

from depeche.core.article import Article
from depeche.core.suggestion import Suggestion
from depeche.models.question import FRESH
from depeche.train.evaluate import ALL, Interval, Judgement, f1_draws, judge
from depeche.train.examples import Example
from depeche.train.extrapolate import promise
from depeche.train.progress import Course
from depeche.train.reading import Reader
from depeche.train.split import Side
from depeche.train.trainer import Trained, Trainer

if TYPE_CHECKING:
    from spacy.language import Language

SHARES = (0.25, 0.5, 0.75, 1.0)


def steps(trainer: Trainer, sides: Mapping[Side, Sequence[Example]], seeds: Sequence[int]) -> int:
    """Return how many steps of training a curve takes."""
    drawn, sizes = _drawn(sides, seeds)
    return sum(trainer.steps(drawn[seed][:size], sides[Side.DEV]) for seed in seeds for size in sizes)


def curve(
    trainer: Trainer,
    reader: Reader,
    sides: Mapping[Side, Sequence[Example]],
    labels: Sequence[str],
    seeds: Sequence[int],
    from_base: bool,
    course: Course,
    without: Judgement,
) -> dict[str, Any]:
    """Return the curve ready for JSON; `without` is what is shown today without a model, the curve's zero.

    `labels`: by label (and `all`) `points` of `articles`, `f` with `low` and `high`, `seeds` (F1 of each), and a
    `promise` (`extrapolate.promise`), and `heard`, how many of the trained models had a say on it. `without`: F1 by
    label with no article learned. Labels that no test article has are left out.
    """
    dev, test = sides[Side.DEV], sides[Side.TEST]
    drawn, sizes = _drawn(sides, seeds)
    course.phase("curve")
    draws: dict[str, dict[int, list[Any]]] = {label: {} for label in (*labels, ALL)}
    values: dict[str, dict[int, list[float]]] = {label: {} for label in (*labels, ALL)}
    heard: Counter[str] = Counter()
    for size in sizes:
        for seed in seeds:
            one = trainer.train(drawn[seed][:size], dev, seed, from_base=from_base, told=_told(course))
            found = judge(_predict(reader, one), test, labels)
            heard.update(label for label in draws if _has_say(one, label, found, without))
            for label in draws:
                draws[label].setdefault(size, []).append(f1_draws(found, label))
                values[label].setdefault(size, []).append(found.f1(label))
    result: dict[str, Any] = {"sizes": sizes, "seeds": list(seeds), "labels": {}, "without": {}, "test": len(test)}
    for label in draws:
        if not without.counts[label][:, 0].sum():
            continue
        # A drawing of the test articles and of a seed: what both together leave open.
        per_draw = {size: numpy.concatenate(each) for size, each in draws[label].items()}
        points = [
            {
                "articles": size,
                **_interval(float(numpy.mean(values[label][size])), per_draw[size]),
                "seeds": [round(one, 4) for one in values[label][size]],
            }
            for size in sizes
        ]
        result["without"][label] = without.f1(label)
        result["labels"][label] = {
            "points": points,
            "promise": promise(sizes, [numpy.stack(draws[label][size]) for size in sizes]),
            "heard": heard[label],
        }
    return result


def _drawn(sides: Mapping[Side, Sequence[Example]], seeds: Sequence[int]) -> tuple[dict[int, list[Example]], list[int]]:
    """Return the articles to learn from in the order of each seed, and the sizes of the shares."""
    learned = list(sides[Side.TRAIN])
    sizes = sorted({max(1, round(share * len(learned))) for share in SHARES})
    return {seed: random.Random(seed).sample(learned, len(learned)) for seed in seeds}, sizes


def _has_say(one: Trained, label: str, found: Judgement, without: Judgement) -> bool:
    """Whether a model may change what is shown of a label, or did: what it takes from another label counts as well."""
    says = one.rule.says
    changed = not numpy.array_equal(found.counts[label], without.counts[label])
    return bool(says) and (label == ALL or FRESH in says or label in says or changed)


def _interval(value: float, draws: Any) -> dict[str, float]:
    low, high = numpy.quantile(draws, (0.025, 0.975))
    said = asdict(Interval(value, float(low), float(high)))
    return {"f": round(said["value"], 4), "low": round(said["low"], 4), "high": round(said["high"], 4)}


def _told(course: Course) -> Any:
    def told(step: int, steps: int, loss: float, nlp: Language) -> None:
        course.step(loss)

    return told


def _predict(reader: Reader, one: Trained) -> Any:
    def predict(article: Article) -> Sequence[Suggestion]:
        return reader.trained(article, one.nlp, one.rule)

    return predict
