"""The registry of actors as a hand changes it: each act is one step in the history, in however many articles it shows.

What a registered actor does to suggestions is the memory's business; here it is only kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from depeche.annotate.desk import Desk
from depeche.core.actor import Actor
from depeche.core.change import Change, Part
from depeche.core.ids import new_key
from depeche.core.memory import form_of
from depeche.core.scheme import ValueType
from depeche.core.span import Span
from depeche.core.suggestion import Suggestion
from depeche.errors import UserError
from depeche.messages import tr
from depeche.store import actors
from depeche.store.memory import recall


class Registry:
    """The registry of a desk's project. Acts are the desk's: undo and redo there take them back and do them again."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def actors(self) -> list[Actor]:
        """All actors, by name."""
        with self._desk.project.read() as db:
            return actors.every(db)

    def draft(self, one: Span | Suggestion) -> Actor:
        """Return the actor that a mark is about: the registered one of its name, else a new one with all names that
        people and this article's suggestions gave the same value. Raises UserError where its label has no names."""
        self._must_be_named(one.label)
        words = form_of(self._desk.text_of(one))
        name = one.value if isinstance(one.value, str) and one.value else words
        aliases = {words: None}
        marks: list[Span | Suggestion] = [*self._desk.spans, *self._desk.pending]
        for mark in marks:
            if mark.label == one.label and mark.value == name:
                aliases[form_of(self._desk.text_of(mark))] = None
        with self._desk.project.read() as db:
            known, memory = actors.every(db), recall(db, [one.label])
        for (_label, form), tally in sorted(memory.tallies.items()):
            if tally.value == name:
                aliases[form] = None
        same = next((actor for actor in known if actor.label == one.label and actor.name == name), None)
        if same is None:
            same = next((a for a in known if a.label == one.label and words in map(form_of, a.forms)), None)
        if same is not None:
            fresh = [form for form in aliases if form not in map(form_of, same.forms)]
            return replace(same, aliases=(*same.aliases, *fresh))
        return Actor(name, one.label, one.kind, None, tuple(form for form in aliases if form != form_of(name)))

    def put(self, actor: Actor) -> Change | None:
        """Register an actor, or correct the one of its key."""
        return self._put([actor], tr("Acteur confirmé : {name}", name=actor.name))

    def put_all(self, given: Iterable[Actor]) -> Change | None:
        """Register many at once, as one act; those of a name that is there get its key, and their aliases join."""
        known = {(actor.label, actor.name): actor for actor in self.actors}
        joined: dict[tuple[str, str], Actor] = {}
        for actor in given:
            place = (actor.label, actor.name)
            there = joined.get(place) or known.get(place)
            if there is not None:
                aliases = tuple(dict.fromkeys((*there.aliases, *actor.aliases)))
                kind, state = actor.kind or there.kind, actor.state or there.state
                actor = replace(there, kind=kind, state=state, aliases=aliases)
            joined[place] = actor
        title = tr("%n acteur confirmé|%n acteurs confirmés", n=len(joined))
        return self._put(list(joined.values()), title)

    def remove(self, key: str) -> Change:
        """Take an actor out of the registry; raises KeyError. Spans keep the value they have."""
        actor = next((actor for actor in self.actors if actor.key == key), None)
        if actor is None:
            raise KeyError(key)
        return self._desk.carry_out(Change(tr("Acteur retiré : {name}", name=actor.name), (Part(None, (actor,), ()),)))

    def _put(self, given: list[Actor], title: str) -> Change | None:
        known = {actor.key: actor for actor in self.actors}
        before, after = [], []
        for actor in given:
            actor = self._checked(actor)
            old = known.get(actor.key)
            if old == actor:
                continue
            before += [old] if old else []
            after.append(actor)
        return self._desk.carry_out(Change(title, (Part(None, tuple(before), tuple(after)),))) if after else None

    def _checked(self, actor: Actor) -> Actor:
        self._must_be_named(actor.label)
        name = " ".join(actor.name.split())
        if not name:
            raise UserError(tr("Un acteur doit avoir un nom."))
        kinds = [kind.kind for kind in self._desk.project.scheme.get(actor.label).kinds]
        if actor.kind is not None and actor.kind not in kinds:
            raise UserError(
                tr("« {kind} » n’est pas un genre de cette étiquette.", kind=actor.kind),
                tr("Les genres sont : {kinds}.", kinds=", ".join(kinds) or "—"),
            )
        forms = (" ".join(alias.split()) for alias in actor.aliases)
        aliases = tuple(form for form in dict.fromkeys(forms) if form and form != name)
        return replace(actor, name=name, aliases=aliases, key=actor.key or new_key())

    def _must_be_named(self, label: str) -> None:
        scheme = self._desk.project.scheme
        if label not in scheme or scheme.get(label).value is not ValueType.NAME:
            raise UserError(tr("Seules les étiquettes dont la valeur est un nom ont des acteurs."))
