"""How a project's articles are split, for whoever trains elsewhere: as the project's own trainings split them.

Articles are taken one after the other and not kept: of each there remain the runs of words by which copies are known.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from depeche.core.article import Article
from depeche.core.likeness import Sketch, sketch
from depeche.core.stories import Strength, Traits, grouped, traits
from depeche.store.project import Project
from depeche.train.split import Side, sided, sought
from depeche.train.train import used_sides


@dataclass(frozen=True, slots=True)
class Parted:
    """The side of each article, by key, in the order given, and how many groups they form."""

    sides: Mapping[str, Side]
    groups: int
    _runs: Mapping[str, array[int]] = field(repr=False)

    def crossing(self, keys: Iterable[str]) -> tuple[float, float]:
        """Return how much copy crosses sides: what share of `dev` and `test` is in `train`, of `test` in the other two.

        The share of the runs of five words that are kept of an article (`core.likeness`: every eighth) which stand on
        the other side as well; 0 to 1.
        """
        by_side: dict[Side, list[str]] = {side: [] for side in Side}
        for key in keys:
            if key in self.sides:
                by_side[self.sides[key]].append(key)
        judging = by_side[Side.DEV] + by_side[Side.TEST]
        return (
            self._shared(judging, by_side[Side.TRAIN]),
            self._shared(by_side[Side.TEST], by_side[Side.TRAIN] + by_side[Side.DEV]),
        )

    def _shared(self, these: list[str], those: list[str]) -> float:
        wanted = {run for key in these for run in self._runs[key]}  # the smaller side
        there = {run for key in those for run in self._runs[key] if run in wanted}
        total = sum(len(self._runs[key]) for key in these)
        return sum(run in there for key in these for run in self._runs[key]) / total if total else 0.0


class Parting:
    """Gives each of a project's articles its side; what models learned keeps the side it had, as does `kept`."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def __call__(self, articles: Iterable[Article], kept: Mapping[str, str] | None = None) -> Parted:
        """Return the sides of these articles, in order of import; they are taken once, and not held."""
        hashes: dict[str, str] = {}
        runs: dict[str, array[int]] = {}

        def known() -> Iterator[tuple[str, Sketch, Traits, str | None]]:
            for one in articles:
                words = sought(one)
                drawn = sketch(words)
                hashes[one.key], runs[one.key] = one.text_hash, drawn.runs
                yield one.key, drawn, traits(words), one.date

        told = grouped(known(), Strength.EITHER)
        used = used_sides(self._project) | {key: Side(side) for key, side in (kept or {}).items()}
        sides = sided(told, hashes, used)
        return Parted({key: sides[key] for key in hashes}, len(told), runs)


def parting(project: Project) -> Parting:
    """Return what gives a project's articles their sides."""
    return Parting(project)
