"""How long an article will take somebody: by the time that others took, and by what people need before there is any."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

_ROUNDS = 20
_HUBER = 1.345
"""Residuals of so many scales count less and less (Huber 1964, 95 % efficiency where errors are normal)."""
_LEAST = 0.05
"""No part of the time is less than this share of what is taken for it before anything is known."""


@dataclass(frozen=True, slots=True)
class Worked:
    """An article that somebody finished: characters, suggestions answered, minutes of work."""

    length: int
    answered: int
    minutes: float


@dataclass(frozen=True, slots=True)
class Pace:
    """Minutes per article, per 1,000 characters and per suggestion; by how many `articles` of this person's own.

    By default what reading (230 words a minute) and one key per suggestion take.
    """

    article: float = 0.5
    thousand: float = 0.7
    suggestion: float = 0.08
    articles: int = 0

    def minutes(self, length: int, suggestions: float) -> float:
        """Return the minutes that an article will take."""
        return self.article + self.thousand * length / 1000 + self.suggestion * suggestions


def pace_of(worked: Sequence[Worked], known: Pace = Pace()) -> Pace:
    """Return somebody's pace by what they finished: a regression in which few odd articles don't count for much.

    Weighted least squares by Huber's weights, around `known` (ridge: each of the three is taken to lie within its own
    size of what is known), so that one article already says something and fifty nearly all.
    """
    if not worked:
        return known
    rows = [(1.0, one.length / 1000, float(one.answered)) for one in worked]
    said = [one.minutes for one in worked]
    prior = (known.article, known.thousand, known.suggestion)
    found = prior
    for _ in range(_ROUNDS):
        apart = [y - sum(b * x for b, x in zip(found, row, strict=True)) for row, y in zip(rows, said, strict=True)]
        scale = max(1.4826 * median(map(abs, apart)), 0.1)
        weights = [min(1.0, _HUBER * scale / abs(one)) if one else 1.0 for one in apart]
        fresh = _solved(rows, said, weights, prior, scale)
        if max(abs(new - old) for new, old in zip(fresh, found, strict=True)) < 1e-6:
            break
        found = fresh
    kept = [max(one, _LEAST * basis) for one, basis in zip(found, prior, strict=True)]
    return Pace(kept[0], kept[1], kept[2], len(worked))


def _solved(
    rows: Sequence[tuple[float, ...]],
    said: Sequence[float],
    weights: Sequence[float],
    prior: Sequence[float],
    scale: float,
) -> tuple[float, float, float]:
    """Return the best three numbers for weighted rows, drawn towards `prior`: Gauss's elimination of 3 × 3."""
    lines = [[0.0] * 4 for _ in range(3)]
    for row, y, weight in zip(rows, said, weights, strict=True):
        for i in range(3):
            for j in range(3):
                lines[i][j] += weight * row[i] * row[j]
            lines[i][3] += weight * row[i] * y
    for i, basis in enumerate(prior):
        pull = (scale / basis) ** 2
        lines[i][i] += pull
        lines[i][3] += pull * basis
    for i in range(3):  # positive definite by the pull: no pivot is 0
        for k in range(3):
            if k != i:
                factor = lines[k][i] / lines[i][i]
                lines[k] = [a - factor * b for a, b in zip(lines[k], lines[i], strict=True)]
    first, second, third = (lines[i][3] / lines[i][i] for i in range(3))
    return first, second, third
