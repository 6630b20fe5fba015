"""Articles that came in and are copies, or nearly, of others in the project: pointed out, never dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from depeche.core.likeness import shared
from depeche.messages import tr
from depeche.store import likeness
from depeche.store.project import Project

LEAST = 0.5
"""Share of the shorter text's words from which on the two are named: less is background that agencies repeat."""

_ESTIMATED = 0.35  # an eighth of the runs is kept: of a hundred words twelve, which may miss by as much
_COMPARED = 1_000  # pairs compared word by word, four milliseconds each; the others' shares are estimates
_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Copy:
    """Two articles by their names: `name` has `share` (0 to 1) of the words of `other`, the shorter of the two."""

    name: str
    other: str
    share: float
    estimated: bool = False

    def sentence(self) -> str:
        """Return it in words."""
        percent = min(round(100 * self.share), 100 if self.share == 1 else 99)
        if self.estimated:
            return tr("« {name} » reprend environ {share} % de « {other} ».",
                      name=self.name, share=percent, other=self.other)  # fmt: skip
        return tr("« {name} » reprend {share} % de « {other} ».", name=self.name, share=percent, other=self.other)


def copies(project: Project, behind: int, go_on: Callable[[], None]) -> Iterator[Copy]:
    """Yield the articles numbered after `behind` that have much in common with one before them, each once.

    `go_on` is called before each comparison; what it raises ends them.
    """
    found = likeness.alike(project.read, behind, _ESTIMATED)
    for at in range(0, len(found), _AT_ONCE):
        some = found[at : at + _AT_ONCE]
        with project.read() as db:
            known = likeness.texts_of(db, {number for one, other, _ in some for number in (one, other)})
        for n, (one, other, estimate) in enumerate(some, at):
            go_on()
            (long, much), (short, little) = sorted((known[one], known[other]), key=lambda said: -len(said[1]))
            exact = n < _COMPARED
            share = shared([little], [much]) if exact else estimate
            if share >= LEAST:
                yield Copy(long, short, share, not exact)
