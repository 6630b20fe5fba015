"""Two numbers that bend log odds towards what was right (Platt 1999), found by Newton's method."""

from __future__ import annotations

import math
from collections.abc import Sequence

_SPREAD_A, _SPREAD_B = 1.0, 0.5
"""How far a and b are taken to lie from 0 and 1 before anything is known."""
_ROUNDS = 50
_EDGE = 1e-4


def bend(counts: Sequence[tuple[float, int, int]]) -> tuple[float, float]:
    """Return a and b for counts (log odds before, right, total), by Newton's method; b is never negative.

    The loss is convex: where b would be negative, the best that isn't has b = 0, with an a of its own.
    """
    a, b = _descent(counts, free=True)
    return (a, b) if b >= 0 else _descent(counts, free=False)


def _descent(counts: Sequence[tuple[float, int, int]], *, free: bool) -> tuple[float, float]:
    """Return the best a and b; unless `free`, b is 0."""
    a, b = 0.0, 1.0 if free else 0.0
    least = _loss(counts, a, b)
    for _ in range(_ROUNDS):
        ga, gb = a / _SPREAD_A**2, (b - 1) / _SPREAD_B**2
        haa, hab, hbb = 1 / _SPREAD_A**2, 0.0, 1 / _SPREAD_B**2
        for x, right, total in counts:
            p = logistic(a + b * x)
            off, bow = total * p - right, total * p * (1 - p)
            ga, gb = ga + off, gb + off * x
            haa, hab, hbb = haa + bow, hab + bow * x, hbb + bow * x * x
        whole = haa * hbb - hab * hab
        da, db = ((hbb * ga - hab * gb) / whole, (haa * gb - hab * ga) / whole) if free else (ga / haa, 0.0)
        step = 1.0
        while step > _EDGE:
            loss = _loss(counts, a - step * da, b - step * db)
            if loss <= least:
                break
            step /= 2
        a, b = a - step * da, b - step * db
        if least - loss < 1e-9:
            break
        least = loss
    return a, b


def _loss(counts: Sequence[tuple[float, int, int]], a: float, b: float) -> float:
    loss = a * a / (2 * _SPREAD_A**2) + (b - 1) ** 2 / (2 * _SPREAD_B**2)
    for x, right, total in counts:
        z = a + b * x
        loss += total * _softplus(z) - right * z
    return loss


def _softplus(z: float) -> float:
    return max(z, 0.0) + math.log1p(math.exp(-abs(z)))


def logistic(z: float) -> float:
    """Return 1 / (1 + e⁻ᶻ), for any z."""
    return 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))


def log_odds(share: float) -> float:
    """Return the inverse of that, of shares kept off 0 and 1."""
    held = min(max(share, _EDGE), 1 - _EDGE)
    return math.log(held / (1 - held))
