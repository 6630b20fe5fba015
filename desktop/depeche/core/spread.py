"""How numbers are spread: median and quartiles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def quantile(ordered: Sequence[float], share: float) -> float:
    """Return the number below which `share` (0 to 1) of the sorted numbers lie, between two of them where need be.

    Linear between the closest ranks (Hyndman and Fan 1996, type 7, as in R and NumPy). Raises ValueError for none.
    """
    if not ordered:
        raise ValueError("no numbers")
    at = (len(ordered) - 1) * share
    low = int(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (at - low)


def quartiles(numbers: Iterable[float]) -> tuple[float, float, float]:
    """Return first quartile, median and third quartile; raises ValueError where there are no numbers."""
    ordered = sorted(numbers)
    return quantile(ordered, 0.25), quantile(ordered, 0.5), quantile(ordered, 0.75)
