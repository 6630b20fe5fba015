"""What an actor of the project's registry is: a canonical name with all the names it goes by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """An entry of a project's registry, confirmed by a person.

    `name` is the canonical name, the value that spans get; `kind` one of the label's kinds (`PER`); `state` the state
    that it is or belongs to, where somebody said so; `aliases` the other names it goes by, as they are written.
    `label` is the label whose spans it is about, `key` a UUID that stays through every correction.
    """

    name: str
    label: str = "ACTOR"
    kind: str | None = None
    state: str | None = None
    aliases: tuple[str, ...] = ()
    key: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """The canonical name and the aliases, each once."""
        return tuple(dict.fromkeys((self.name, *self.aliases)))
