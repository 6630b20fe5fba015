"""The names that a value may be: of the article, of the registry, given lately; and which one was typed in short."""

from __future__ import annotations

import re
from collections.abc import Callable

from depeche.annotate.hand import One
from depeche.core.actor import Actor
from depeche.core.change import Change
from depeche.core.scheme import ValueType
from depeche.core.span import Span
from depeche.core.words import folded
from depeche.store import actors as registry
from depeche.ui.session import Session

NAMED = (ValueType.NAME, ValueType.SPEAKER)
_PERSON = "PER"
_LATELY = 400
"""So many names that a hand gave are kept in mind, the last ones."""
_BEGUN = 3
"""Letters from which the beginning of a name is read as the name, if only one begins so."""
_BETWEEN = re.compile(r"\s*,\s*|\s+et\s+")


class KnownNames:
    """Follows a session; `type_of` tells what a mark's value is."""

    def __init__(self, session: Session, type_of: Callable[[One], ValueType]) -> None:
        self._session = session
        self._type_of = type_of
        self._lately: dict[str, None] = {}
        self._registered: list[Actor] | None = None
        self._text = ("", "")
        session.changed.connect(self._on_change)

    @property
    def lately(self) -> list[str]:
        """The names that a hand gave, the last one last."""
        return list(self._lately)

    def every(self) -> list[str]:
        """Return all of them, those of the article first."""
        here: set[str] = set()
        for mark in self._session.marks:
            if self._type_of(mark) in NAMED and mark.value:
                here |= {mark.value} if isinstance(mark.value, str) else set(mark.value)
        known = sorted(here, key=str.casefold)
        elsewhere = sorted({actor.name for actor in self._actors()} | self._lately.keys(), key=str.casefold)
        return [*known, *(name for name in elsewhere if name not in here)]

    def meant(self, typed: str) -> str:
        """Return the one known name that was typed in short, else what was typed.

        That is a registered alias, a name in other letters (« otan »), a person's first or last name, or the
        beginning of a name that is no word of the article: « Ank » for « Ankara ». « Ilan V. » is meant as it stands.
        """
        wanted, known = folded(typed), self.every()
        if not wanted or typed in known:
            return typed
        means = {actor.name for actor in self._actors() if wanted in map(folded, actor.forms)}
        means = means or {name for name in known if folded(name) == wanted}
        if not means:
            persons = {actor.name for actor in self._actors() if actor.kind == _PERSON}
            persons |= {
                mark.value for mark in self._session.marks if mark.kind == _PERSON and isinstance(mark.value, str)
            }
            means = {name for name in persons if _is_short_for(wanted, folded(name))}
        if not means and len(wanted) >= _BEGUN and typed[-1].isalnum() and not self._stands(wanted):
            means = {name for name in known if folded(name).startswith(wanted)}
        return means.pop() if len(means) == 1 else typed

    def several(self, typed: str) -> tuple[str, ...]:
        """Return the names that « X, Y et Z » lists if each of them is known; what was typed where one isn't."""
        known = set(self.every())
        if typed in known:
            return (typed,)
        parts = [self.meant(part) for part in _BETWEEN.split(typed)]
        return tuple(parts) if len(parts) > 1 and known.issuperset(parts) else (self.meant(typed),)

    def is_new(self, name: str) -> bool:
        """Tell whether a name is known from nowhere, begins no known one, and isn't written in the article."""
        wanted = f" {folded(name)}"
        return not any(wanted in f" {folded(one)}" for one in self.every()) and not self._stands(wanted.strip())

    def _stands(self, wanted: str) -> bool:
        article = self._session.desk.article
        if article is None:
            return False
        if self._text[0] != article.key:
            self._text = article.key, f" {folded(article.text)} "
        return f" {wanted} " in self._text[1]

    def _actors(self) -> list[Actor]:
        """Return the registry, read when a value is first typed, and again after each act on it."""
        if self._registered is None:
            with self._session.project.read() as db:
                self._registered = registry.every(db)
        return self._registered

    def _on_change(self, change: Change | None) -> None:
        for part in change.parts if change else ():
            if any(isinstance(item, Actor) for item in (*part.before, *part.after)):
                self._registered = None
            for item in part.after:
                if isinstance(item, Span) and isinstance(item.value, str) and self._type_of(item) is ValueType.NAME:
                    self._lately.pop(item.value, None)
                    self._lately[item.value] = None
        while len(self._lately) > _LATELY:
            del self._lately[next(iter(self._lately))]


def _is_short_for(wanted: str, name: str) -> bool:
    return wanted != name and (name.startswith(f"{wanted} ") or name.endswith(f" {wanted}"))
