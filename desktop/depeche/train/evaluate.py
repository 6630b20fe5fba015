"""What sources of spans are worth on finished articles: the same test for rules, the shipped model, each of our own.

Spans are compared by `core.agreement`. Intervals are percentile bootstraps over articles (Efron and Tibshirani 1993,
chapter 13): articles are drawn with replacement, for all sources the same ones, so that differences are paired.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy

from depeche.core.agreement import Counts, score
from depeche.core.article import Article
from depeche.core.progress import Progress, Report, silent
from depeche.core.span import Span, Value, overlap
from depeche.core.suggestion import Suggestion
from depeche.train.examples import Example

Predict = Callable[[Article], Sequence[Suggestion]]
"""What a source, or several as one, would show for an article."""

ALL = "all"
"""All labels that the test articles have as one: the micro average."""

RESAMPLES = 2000
_SEED = 20
_LEVEL = 0.95
_AROUND = 60
_TYPED = str.maketrans({**dict.fromkeys("’ʼ‘", "'"), **dict.fromkeys("‐‑", "-"), **dict.fromkeys("\u00a0\u202f", " ")})

Matrix = numpy.ndarray[Any, Any]
"""Articles by counts: gold, proposed, exact, gold met, proposed met, valued, values right, of a kind, kinds right."""
_COLUMNS = ("gold", "proposed", "exact", "gold_met", "proposed_met")


@dataclass(frozen=True, slots=True)
class Interval:
    """A number and the bounds between which it lies in 95 of 100 drawings of the articles."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Error:
    """One thing that went wrong: `what` is missed, wrong, border, label, kind or value.

    `article` is the key, `start` and `end` where to look; `words` stand there, `around` with what is beside them.
    `should` and `said` are label, kind and value of the person and of the source, None where there is none.
    """

    what: str
    article: str
    start: int
    end: int
    label: str
    words: str
    around: str
    should: dict[str, Any] | None
    said: dict[str, Any] | None
    score: float | None

    def to_json(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a source is worth on some articles: counts by label and article, and what went wrong."""

    counts: Mapping[str, Matrix]
    errors: tuple[Error, ...]

    def rows(self) -> dict[str, dict[str, Any]]:
        """Return by label, and for all, the figures ready for JSON: p, r, f (exact), their intervals, overlapping f.

        `values` and `kinds` are the shares of the exactly found spans that say the same value and kind, among those to
        which a person gave one; None where there is none.
        """
        return {label: _row(matrix) for label, matrix in self.counts.items()}

    def f1(self, label: str = ALL) -> float:
        """Return exact F1 of a label."""
        return float(_f1(self.counts[label].sum(axis=0)))


def judge(predict: Predict, examples: Sequence[Example], labels: Sequence[str], report: Report = silent) -> Judgement:
    """Compare what a source would show with what people left, article by article.

    A label of which people left none in these articles has its counts, but is no part of all and no error: nobody
    may have looked for it, and a source that keeps silent on it would seem to gain.
    """
    counts = {label: numpy.zeros((len(examples), len(_COLUMNS) + 4)) for label in (*labels, ALL)}
    errors: list[Error] = []
    for n, example in enumerate(examples):
        report(Progress(n, len(examples)))
        gold = [one for one in example.spans if one.label in labels]
        found = [one for one in predict(example.article) if one.label in labels]
        agreed = score(gold, found, labels)
        for label, tally in agreed.by_label.items():
            counts[label][n, : len(_COLUMNS)] = _numbers(tally)
        for span, guess in agreed.pairs:
            valued, kinded = span.value is not None, span.kind is not None  # gold from outside often says neither
            value, kind = _plain(span.value) == _plain(guess.value), span.kind == guess.kind
            counts[span.label][n, len(_COLUMNS) :] += (valued, valued and value, kinded, kinded and kind)
            if (kinded and not kind) or (valued and not value):
                errors.append(_error("kind" if kinded and not kind else "value", example.article, span, guess))
        errors += _mistakes(example.article, agreed.missed, agreed.extra)
    there = [label for label in labels if counts[label][:, 0].any()]
    for label in there:
        counts[ALL] += counts[label]
    return Judgement(counts, tuple(sorted((one for one in errors if one.label in there), key=_worth_reading)))


def difference(one: Judgement, other: Judgement, label: str = ALL) -> Interval:
    """Return how much higher the F1 of `one` is than that of `other`, judged on the same articles."""
    mine, theirs = one.counts[label], other.counts[label]
    drawn = _draws(len(mine))
    gains = _f1(_resampled(mine, drawn)) - _f1(_resampled(theirs, drawn))
    return _interval(float(_f1(mine.sum(axis=0)) - _f1(theirs.sum(axis=0))), gains)


def f1_draws(judgement: Judgement, label: str) -> Matrix:
    """Return the F1 of a label in each drawing of the articles."""
    matrix = judgement.counts[label]
    drawn: Matrix = _f1(_resampled(matrix, _draws(len(matrix))))
    return drawn


def _row(matrix: Matrix) -> dict[str, Any]:
    total = matrix.sum(axis=0)
    drawn = _resampled(matrix, _draws(len(matrix)))
    gold, proposed, exact, met, proposed_met = (float(one) for one in total[: len(_COLUMNS)])
    shares = {
        "p": (_share(exact, proposed), drawn[:, 2] / numpy.where(drawn[:, 1] > 0, drawn[:, 1], numpy.nan)),
        "r": (_share(exact, gold), drawn[:, 2] / numpy.where(drawn[:, 0] > 0, drawn[:, 0], numpy.nan)),
        "f": (_f1(total), numpy.where(drawn[:, 0] + drawn[:, 1] > 0, _f1(drawn), numpy.nan)),
    }
    overlapping = Counts(int(gold), int(proposed), int(exact), int(met), int(proposed_met))
    return {name: asdict(_interval(float(value), draws)) for name, (value, draws) in shares.items()} | {
        "overlapping": {
            "p": overlapping.precision_overlapping,
            "r": overlapping.recall_overlapping,
            "f": overlapping.f1_overlapping,
        },
        "values": float(_share(total[-3], total[-4])) if total[-4] else None,
        "kinds": float(_share(total[-1], total[-2])) if total[-2] else None,
        "gold": int(gold),
        "proposed": int(proposed),
        "exact": int(exact),
    }


def _plain(value: Value) -> Value:
    """Return a value without what is a matter of typing only: which apostrophe, which dash, which blank."""
    if isinstance(value, tuple):
        return tuple(one.translate(_TYPED) for one in value)
    return None if value is None else value.translate(_TYPED)


def _numbers(tally: Counts) -> list[int]:
    return [getattr(tally, name) for name in _COLUMNS]


def _draws(articles: int) -> Matrix:
    """Return how often each article is drawn, a row a drawing: the same for every source."""
    chance = numpy.random.default_rng(_SEED)
    drawn: Matrix = chance.multinomial(articles, numpy.full(articles, 1 / max(1, articles)), size=RESAMPLES)
    return drawn


def _resampled(matrix: Matrix, drawn: Matrix) -> Matrix:
    summed: Matrix = drawn @ matrix
    return summed


def _f1(counts: Matrix) -> Any:
    return _share(2 * counts[..., 2], counts[..., 0] + counts[..., 1])


def _share(part: Any, whole: Any) -> Any:
    return numpy.divide(part, whole, out=numpy.zeros_like(numpy.asarray(whole, dtype=float)), where=whole > 0)


def _interval(value: float, draws: Matrix) -> Interval:
    if not len(draws):
        return Interval(value, value, value)
    said = draws[~numpy.isnan(draws)]  # a drawing without any span of the label says nothing of it
    if not len(said):
        return Interval(value, value, value)
    low, high = numpy.quantile(said, [(1 - _LEVEL) / 2, (1 + _LEVEL) / 2])
    return Interval(value, float(low), float(high))


def _mistakes(article: Article, missed: Sequence[Span], extra: Sequence[Suggestion]) -> list[Error]:
    """Return what isn't exact, a missed and an extra span that overlap as one: a wrong border or label."""
    errors: list[Error] = []
    left = list(extra)
    for span in missed:
        guess = next((one for one in left if overlap(one, span)), None)
        if guess is None:
            errors.append(_error("missed", article, span, None))
        else:
            left.remove(guess)
            errors.append(_error("border" if guess.label == span.label else "label", article, span, guess))
    return [*errors, *(_error("wrong", article, None, one) for one in left)]


def _error(what: str, article: Article, span: Span | None, guess: Suggestion | None) -> Error:
    place = span or guess
    assert place is not None
    start, end = place.start, place.end
    return Error(
        what,
        article.key,
        start,
        end,
        place.label,
        article.text[start:end],
        article.text[max(0, start - _AROUND) : end + _AROUND],
        _said(span),
        _said(guess),
        guess.score if guess else None,
    )


def _said(one: Span | Suggestion | None) -> dict[str, Any] | None:
    if one is None:
        return None
    value = list(one.value) if isinstance(one.value, tuple) else one.value
    return {"start": one.start, "end": one.end, "label": one.label, "kind": one.kind, "value": value}


def _worth_reading(one: Error) -> tuple[Any, ...]:
    """Put first what a source was surest of and wrong, then what it missed, values last."""
    rank = {"wrong": 0, "label": 0, "border": 1, "missed": 2, "kind": 3, "value": 4}[one.what]
    return rank, -(one.score or 0.0), one.article, one.start
