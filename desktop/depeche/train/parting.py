"""How a project's articles are split, for whoever trains elsewhere: as the project's own trainings split them.

Articles are taken one after the other and not kept: of each there remains its side; the runs of words by which copies
are known wait on the disk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from depeche.core.article import Article
from depeche.core.likeness import Sketch, sketch
from depeche.core.stories import Strength, grouped
from depeche.core.traits import Traits, traits
from depeche.core.waiting import Buckets, Rows
from depeche.store.project import Project
from depeche.train.split import Side, sided, sought
from depeche.train.train import used_sides


@dataclass(frozen=True, slots=True)
class Parted:
    """The side of each article, by key, in the order given, and how many groups they form."""

    sides: Mapping[str, Side]
    groups: int
    _runs: Rows = field(repr=False)  # of each article, in the order of `sides`

    def crossing(self, keys: Iterable[str]) -> tuple[float, float]:
        """Return how much copy crosses sides: what share of `dev` and `test` is in `train`, of `test` in the other two.

        The share of the runs of five words that are kept of an article (`core.likeness`: every eighth) which stand on
        the other side as well; 0 to 1.
        """
        wanted = set(keys)
        places: dict[Side, list[int]] = {side: [] for side in Side}
        for place, (key, side) in enumerate(self.sides.items()):
            if key in wanted:
                places[side].append(place)
        judging = places[Side.DEV] + places[Side.TEST]
        return (
            self._shared(judging, places[Side.TRAIN]),
            self._shared(places[Side.TEST], places[Side.TRAIN] + places[Side.DEV]),
        )

    def _shared(self, these: list[int], those: list[int]) -> float:
        total = found = 0
        sides = (Buckets(self._runs[place] for place in places) for places in (these, those))
        for asked, others in zip(*sides, strict=True):
            there = set(others)
            total += len(asked)
            found += sum(run in there for run in asked)
        return found / total if total else 0.0


class Parting:
    """Gives each of a project's articles its side; what models learned keeps the side it had, as does `kept`."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def __call__(self, articles: Iterable[Article], kept: Mapping[str, str] | None = None) -> Parted:
        """Return the sides of these articles, in order of import; they are taken once, and not held."""
        hashes: dict[str, str] = {}
        runs = Rows("q")

        def known() -> Iterator[tuple[str, Sketch, Traits, str | None]]:
            for one in articles:
                words = sought(one)
                drawn = sketch(words)
                hashes[one.key] = one.text_hash
                runs.append(drawn.runs)
                yield one.key, drawn, traits(words), one.date

        told = grouped(known(), Strength.EITHER)
        used = used_sides(self._project) | {key: Side(side) for key, side in (kept or {}).items()}
        sides = sided(told, hashes, used)
        return Parted({key: sides[key] for key in hashes}, len(told), runs)


def parting(project: Project) -> Parting:
    """Return what gives a project's articles their sides."""
    return Parting(project)
