"""How often a source is right: what was measured on labelled texts, shifted by a project's own verdicts. Knows no text.

`resources/reliability.tsv` (made by `make reliability`) counts, by source, label, kind and band of the source's own
score, how many suggestions had the right borders, label and kind. Small counts are drawn towards what is known of the
level above them, as an estimate with a beta prior is: (right + K · prior) / (n + K), with K = `_STRENGTH` (Gelman et
al., Bayesian Data Analysis, 3rd ed., section 2.4). From the top: a source that nothing is known of, its label, the
kind, the band.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from depeche import paths
from depeche.core.suggestion import Suggestion

Cell = tuple[str, str, str, str]
"""Source, label, kind (empty: none), band of the score (as `band` writes it)."""

Judged = Mapping[tuple[str, str, str], tuple[int, int]]
"""By source, label and kind: how many suggestions were right, and how many were judged."""

FILE = "reliability.tsv"
UNKNOWN = 0.6
"""What a source is trusted before anything is known of it; its own score counts for as much."""

_COUNTED = frozenset(("memory", "names", "elsewhere"))
"""Sources whose score is itself a share that was right (of verdicts; on articles that the model hadn't seen)."""

MODEL = "model:"
"""What the name of a source begins with that is a model of the project's own; its score is a share, too."""

_HEAD = ("source", "label", "kind", "score from", "right", "of")
_EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
_STRENGTH = 10
"""So many suggestions weigh as much as what the level above says."""
_STANDING = 30
"""So many verdicts in a project weigh as much as all that was measured elsewhere: its texts are what counts here."""

Key = tuple[str, ...]


class Reliability:
    """Tells how likely a suggestion is right as it stands."""

    def __init__(self, measured: Mapping[Cell, tuple[int, int]], judged: Judged | None = None) -> None:
        """`measured` counts right ones and all on labelled texts, `judged` the same by a project's verdicts."""
        self._measured = measured
        self._sums = _summed(measured)
        self._own = _summed(judged or {})
        self._told: dict[tuple[str, str, str | None, float | None], float] = {}

    def with_counts(self, judged: Judged) -> Reliability:
        """Return the same, shifted by what a project's annotators said of each source's suggestions."""
        return Reliability(self._measured, judged)

    def of(self, one: Suggestion) -> float:
        """Return the share of suggestions like this one that are right, between 0 and 1."""
        asked = (one.source, one.label, one.kind, one.score)
        if asked not in self._told:
            self._told[asked] = self._share(one)
        return self._told[asked]

    def _share(self, one: Suggestion) -> float:
        place = (one.source, one.label, one.kind or "")
        share = UNKNOWN if one.score is None else (UNKNOWN + one.score) / 2
        if (one.source in _COUNTED or one.source.startswith(MODEL)) and one.score is not None:
            share = one.score
        for key in (place[:2], place, (*place, band(one.score))):
            share = _drawn(self._sums.get(key), share, _STRENGTH)
        for key in (place[:2], place):
            share = _drawn(self._own.get(key), share, _STANDING)
        return share


def band(score: float | None) -> str:
    """Return the lower edge of the band that a score lies in, empty where there is no score."""
    return "" if score is None else f"{_EDGES[max(0, bisect_right(_EDGES, score) - 1)]:g}"


@cache
def measured() -> Reliability:
    """Return what the shipped table says."""
    return Reliability(read(paths.resource(FILE)))


def read(path: Path) -> dict[Cell, tuple[int, int]]:
    """Read a table; raises `OSError` where it is missing, `ValueError` where it isn't one."""
    rows = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    if tuple(rows[0].split("\t")) != _HEAD:
        raise ValueError(f"{path.name}: {rows[0]!r}")
    found: dict[Cell, tuple[int, int]] = {}
    for row in rows[1:]:
        source, label, kind, low, right, total = row.split("\t")
        found[source, label, kind, low] = int(right), int(total)
    return found


def table(cells: Mapping[Cell, tuple[int, int]], said: Iterable[str]) -> str:
    """Return a table as it is read, with the lines `said` above it."""
    rows = ("\t".join((*cell, *map(str, counts))) for cell, counts in sorted(cells.items()))
    return "".join(f"{line}\n" for line in (*(f"# {one}" for one in said), "\t".join(_HEAD), *rows))


def _drawn(counts: tuple[int, int] | None, prior: float, strength: float) -> float:
    if counts is None:
        return prior
    right, total = counts
    return (right + strength * prior) / (total + strength)


def _summed(counts: Mapping[Cell, tuple[int, int]] | Judged) -> dict[Key, tuple[int, int]]:
    """Return the counts of each level: by source and label, by kind too, and so on down to the cells."""
    right: Counter[Key] = Counter()
    total: Counter[Key] = Counter()
    for cell, (well, all_) in counts.items():
        for key in _levels(cell):
            right[key] += well
            total[key] += all_
    return {key: (right[key], n) for key, n in total.items() if n}


def _levels(cell: Key) -> Iterator[Key]:
    return (cell[:length] for length in range(2, len(cell) + 1))
