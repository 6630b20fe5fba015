"""A label scheme in the making: what a person has changed of a project's, and what of it can't be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from depeche.core.attribute import LONGEST_NAME, RESERVED, AttributeType, is_label_name
from depeche.core.scheme import Label, Scheme
from depeche.core.scheme_diff import Renames
from depeche.messages import tr

_NEW_COLOURS = ("#0f766e", "#b4452f", "#5b5bd6", "#7a6a00", "#a8327d", "#3f6f2a")
"""What new labels are offered, one after the other; a person chooses another."""

_KEYS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ,;=:!$*<"


@dataclass(frozen=True, slots=True)
class Entry:
    """A label as it is to be. `origin` is its name in the project's scheme, empty for a new one; `kinds` the same for
    each of its kinds, in their order.

    `into` is the origin of the label that it is to go into, `mapped` which of that one's kinds its own become then.
    """

    label: Label
    origin: str = ""
    kinds: tuple[str, ...] = ()
    into: str = ""
    mapped: tuple[tuple[str, str], ...] = ()


class Draft:
    """The labels of a project's scheme, to be changed one by one. `entries` are in the order of the scheme to be."""

    def __init__(self, scheme: Scheme) -> None:
        self.base = scheme
        self.name, self.guidance = scheme.name, scheme.guidance
        self.entries = [Entry(one, one.label, tuple(kind.kind for kind in one.kinds)) for one in scheme.labels]

    @property
    def scheme(self) -> Scheme:
        """The scheme to be."""
        stay = tuple(one.label for one in self.entries if not one.into)
        return replace(self.base, name=self.name, guidance=self.guidance, labels=stay)

    @property
    def renames(self) -> Renames:
        """Which labels and kinds of the project's scheme go on under another name."""
        stay = [one for one in self.entries if not one.into]
        labels = {one.origin: one.label.label for one in stay if one.origin not in ("", one.label.label)}
        kinds = {
            (one.origin, old): new.kind
            for one in stay
            for old, new in zip(one.kinds, one.label.kinds, strict=True)
            if one.origin and old not in ("", new.kind)
        }
        merges = {}
        for one in self.entries:
            target = self._target(one)
            if target is not None:
                merges[one.origin] = target.label.label
                theirs = dict(zip(target.kinds, target.label.kinds, strict=True))
                kinds |= {(one.origin, kind): theirs[new].kind for kind, new in one.mapped if new in theirs}
        return Renames(labels, kinds, merges)

    def merge(self, at: int, into: str, mapped: Mapping[str, str]) -> None:
        """Let the label at a place go into the one of that origin; its kinds become those of that one. Empty: no more.

        Both are labels of the project's scheme.
        """
        self.entries[at] = replace(self.entries[at], into=into, mapped=tuple(mapped.items()) if into else ())

    def targets(self, at: int) -> list[Entry]:
        """Return what the label at a place may go into: the project's labels, but what goes into another itself."""
        if not self.entries[at].origin or self.receives(at):
            return []
        return [one for n, one in enumerate(self.entries) if n != at and one.origin and not one.into]

    def receives(self, at: int) -> bool:
        """Tell whether others are to go into the label at a place: it can't go itself then."""
        origin = self.entries[at].origin
        return bool(origin) and any(one.into == origin for one in self.entries)

    def _target(self, one: Entry) -> Entry | None:
        return next((other for other in self.entries if one.into and other.origin == one.into), None)

    def take(self, scheme: Scheme, renames: Renames) -> None:
        """Make another scheme, as from a file, of the labels that it renames and of those that keep their names."""
        back = renames.inverse()
        self.name, self.guidance = scheme.name, scheme.guidance
        self.entries = []
        for one in scheme.labels:
            origin = back.label(one.label)
            origin = origin if origin in self.base else ""
            known = {kind.kind for kind in self.base.get(origin).kinds} if origin else set()
            kinds = tuple(name if (name := back.kind(one.label, kind.kind)) in known else "" for kind in one.kinds)
            self.entries.append(Entry(one, origin, kinds))
        for label, into in renames.merges.items():
            theirs, target = self.base.get(label), back.label(into)
            mapped = {kind: back.kind(into, new) for (name, kind), new in renames.kinds.items() if name == label}
            own = tuple(kind.kind for kind in theirs.kinds)
            self.entries.append(Entry(theirs, label, own, target, tuple(mapped.items())))

    def add(self) -> int:
        """Add a label at the end; returns its place."""
        taken, n = {one.label.label for one in self.entries}, 1
        while f"LABEL_{n}" in taken:
            n += 1
        colour = _NEW_COLOURS[len(self.entries) % len(_NEW_COLOURS)]
        self.entries.append(Entry(Label(f"LABEL_{n}", tr("Nouvelle étiquette"), "", colour)))
        return len(self.entries) - 1

    def put(self, at: int, label: Label, kinds: tuple[str, ...]) -> None:
        """Give the label at a place other contents."""
        self.entries[at] = replace(self.entries[at], label=label, kinds=kinds)

    def remove(self, at: int) -> None:
        """Take the label at a place away."""
        del self.entries[at]

    def move(self, at: int, step: int) -> int:
        """Move the label at a place one up (-1) or down (1); returns where it is then."""
        to = min(max(at + step, 0), len(self.entries) - 1)
        self.entries.insert(to, self.entries.pop(at))
        return to

    def problems(self, at: int, taken: Mapping[str, str]) -> list[str]:
        """Return what can't be of the label at a place, a sentence each. `taken` are keys that do something else, with
        the words of what."""
        return [] if self.entries[at].into else list(self._problems(self.entries[at].label, at, taken))

    def free_keys(self, at: int, taken: Mapping[str, str]) -> list[str]:
        """Return keys that the label at a place may have: letters, then signs."""
        others = {other.label.key.upper() for n, other in enumerate(self.entries) if n != at and not other.into}
        return [key for key in _KEYS if key not in taken and key not in others]

    def _problems(self, one: Label, at: int, taken: Mapping[str, str]) -> Iterator[str]:
        others = [other.label for n, other in enumerate(self.entries) if n != at and not other.into]
        if not is_label_name(one.label):
            yield tr("Le nom technique commence par une lettre et n’a que des lettres, des chiffres, - et _.")
        if any(other.label == one.label for other in others):
            yield tr("« {label} » est déjà le nom technique d’une autre étiquette.", label=one.label)
        if not one.name.strip() or len(one.name) > LONGEST_NAME:
            yield tr("Il faut un nom affiché, de {most} signes au plus.", most=LONGEST_NAME)
        key = one.key.upper()
        same = next((other for other in others if key and other.key.upper() == key), None)
        if same is not None:
            yield tr("La touche {key} est déjà celle de « {name} ».", key=key, name=same.name)
        elif key in taken and not one.retired:
            yield tr("La touche {key} sert déjà à : {words}.", key=key, words=taken[key])
        names = [kind.kind for kind in one.kinds]
        if not all(map(is_label_name, names)) or len(set(names)) < len(names):
            yield tr("Chaque genre a un nom technique à lui : une lettre, puis lettres, chiffres, - et _.")
        names = [each.attribute for each in one.attributes]
        if not all(is_label_name(name) and name not in RESERVED for name in names) or len(set(names)) < len(names):
            yield tr("Un attribut a un nom technique qui ne convient pas, qui est réservé ou qui sert deux fois.")
        if any((each.type is AttributeType.CHOICE) is not bool(each.choices) for each in one.attributes):
            yield tr("Un attribut à choix a des choix, séparés par des points-virgules ; les autres n’en ont pas.")
