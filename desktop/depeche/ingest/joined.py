"""Marks on a text that a project has already: whose work is added there, what is left alone, and how that is said."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from depeche.core.article import State
from depeche.core.record import Mark, Record
from depeche.core.suggestion import Suggestion
from depeche.messages import tr

_NAMED = 5
"""People who are named in a sentence at most."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What became of a record whose text an article (`name`) has already.

    `added`: the annotators whose work there is new; `suggested`: so many suggestions of a new source are. `left`: marks
    that weren't taken, because the annotators `readers` have read the article already, or its source has proposed.
    """

    name: str = ""
    added: tuple[str, ...] = ()
    suggested: int = 0
    left: int = 0
    readers: tuple[str, ...] = ()

    def words(self) -> str:
        """Return it as a half sentence."""
        said = []
        if self.added:
            said.append(tr("le travail de {names} y est ajouté", names=_named(self.added)))
        if self.suggested:
            said.append(tr("%n suggestion y est ajoutée|%n suggestions y sont ajoutées", self.suggested))
        if said and self.left:
            said.append(tr("%n passage n’est pas repris|%n passages ne sont pas repris", self.left))
        elif self.left:
            said.append(tr("ignoré avec son passage|ignoré avec ses %n passages", self.left))
        elif not said:
            said.append(tr("ignoré"))
        if self.readers:
            said.append(tr("déjà lu par {names}", names=_named(self.readers)))
        return tr("même texte que « {name} », {what}", name=self.name, what=", ".join(said))


@dataclass(frozen=True, slots=True)
class Chosen:
    """What of a record is added to the article that has its text, and what is to be said of it."""

    record: Record
    said: Joined

    @property
    def adds(self) -> bool:
        """Whether anything is added."""
        return bool(self.said.added or self.said.suggested)


def chosen(
    record: Record,
    proposed: Callable[[Mark], Suggestion | None],
    own_name: str,
    readers: Collection[str],
    sources: Collection[str],
    taken: Collection[tuple[int, int, str]],
) -> Chosen:
    """Return what is new of a record's marks and states.

    That is the work of annotators who aren't among the article's `readers` (who is not named goes by `own_name`), and
    what sources that aren't among its `sources` have `proposed` (None: a mark is somebody's work), but for stretches
    where something was proposed or judged before (`taken`).
    """
    marks: list[Mark] = []
    added: dict[str, None] = {}
    met: dict[str, None] = {}
    suggested = 0
    for mark in record.marks:
        guess = proposed(mark)
        if guess is not None:
            if guess.source not in sources and (guess.start, guess.end, guess.label) not in taken:
                marks.append(mark)
                suggested += 1
            continue
        name = mark.by or record.annotator or own_name
        if name in readers:
            met[name] = None
        else:
            added[name] = None
            marks.append(mark)
    states = {
        name: state
        for name, state in record.states.items()
        if (name or own_name) not in readers and (state is not State.TODO or (name or own_name) in added)
    }
    whose = record.annotator
    of_one = whose is not None and whose not in readers and record.state not in (None, State.TODO)
    state = record.state if of_one or (whose in added) or (not whose and added) else None
    added |= dict.fromkeys(name or own_name for name in states)
    added |= dict.fromkeys([whose] if of_one and whose else [])
    left = len(record.marks) - len(marks)
    new = replace(record, marks=tuple(marks), state=state, states=states)
    return Chosen(new, Joined("", tuple(added), suggested, left, tuple(met)))


def _named(names: Collection[str]) -> str:
    some = [name[:40] for name in names][:_NAMED]
    return ", ".join(some) + (", …" if len(names) > _NAMED else "")
