"""Which keys serve which action: the defaults, what the person changed of them, and what clashes. Knows no window."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from depeche.messages import tr
from depeche.ui.actions import Action, key_words

LABEL = "label_"
"""How the names of the actions begin that a project's scheme adds."""

Keys = Mapping[str, tuple[str, ...]]

_HELD_ALONE = (
    Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock, Qt.Key.Key_ScrollLock, Qt.Key.Key_unknown, Qt.Key.Key_Multi_key, 0,
)  # fmt: skip
_DEAD = range(Qt.Key.Key_Dead_Grave, Qt.Key.Key_Dead_Longsolidusoverlay + 1)


@dataclass(frozen=True, slots=True)
class Settled:
    """The keys of every action by name; what was wrong with the person's own; by name, the key a label can't have."""

    keys: Keys
    faults: list[str] = field(default_factory=list)
    bare_labels: dict[str, str] = field(default_factory=dict)


def normal(key: str) -> str:
    """Return a key as Qt writes it, "" for what is none: an unknown name, several in a row, a modifier alone."""
    sequence = QKeySequence(key)
    if sequence.count() != 1 or _first(sequence).key() in _HELD_ALONE:
        return ""
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)


def _first(sequence: QKeySequence) -> QKeyCombination:
    return cast(QKeyCombination, sequence[0])  # type: ignore[index]  # the stubs know of no index


def pressed(combination: QKeyCombination) -> str:
    """Return the key that a person pressed, "" while only modifiers are held or for a dead key.

    Shift counts with letters and named keys only: elsewhere it makes another sign, which is the key.
    """
    key, held = combination.key(), combination.keyboardModifiers()
    if key in _HELD_ALONE or key in _DEAD:
        return ""
    held &= ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier)
    if key == Qt.Key.Key_Backtab:
        key, held = Qt.Key.Key_Tab, held | Qt.KeyboardModifier.ShiftModifier
    sign = QKeySequence(QKeyCombination(key)).toString(QKeySequence.SequenceFormat.PortableText)
    if len(sign) == 1 and not sign.isalpha():
        held &= ~Qt.KeyboardModifier.ShiftModifier
    return normal(QKeySequence(QKeyCombination(held, key)).toString(QKeySequence.SequenceFormat.PortableText))


def settle(table: Sequence[Action], own: Keys) -> Settled:
    """Return what each action is reached by, a key for one action only.

    The person's `own` keys go before defaults, earlier actions before later ones, and all before labels. What an own
    entry says wrongly (no such action, no such key, a key twice) is left out and told in `faults`.
    """
    known = {one.name for one in table}
    faults, bare = [], {}
    for name in own:
        if name not in known and not name.startswith(LABEL):  # a label of another project's scheme may well be known
            faults.append(tr("« {name} » n’est pas une action", name=name))
    wanted: dict[str, tuple[str, ...]] = {}
    for one in table:
        keys = own.get(one.name, one.keys)
        faults += [tr("« {key} » n’est pas une touche", key=key) for key in keys if not normal(key)]
        if keys and not any(map(normal, keys)):  # nothing but nonsense; an empty list is meant
            keys = one.keys
        wanted[one.name] = tuple(dict.fromkeys(filter(None, map(normal, keys))))
    taken: dict[str, Action] = {}
    settled: dict[str, tuple[str, ...]] = {}
    for one in sorted(table, key=lambda one: (one.name not in own, one.name.startswith(LABEL))):
        kept = []
        for key in wanted[one.name]:
            if key not in taken:
                taken[key] = one
                kept.append(key)
            elif one.name.startswith(LABEL) and one.name not in own:
                bare[one.name] = key
            else:
                faults.append(tr("{key} sert déjà à « {words} »", key=key_words(key), words=taken[key].words))
        settled[one.name] = tuple(kept)
    return Settled({one.name: settled[one.name] for one in table}, faults, bare)


def changed(table: Iterable[Action], keys: Keys) -> dict[str, tuple[str, ...]]:
    """Return the keys that are others than by default: what is to be kept."""
    return {one.name: keys[one.name] for one in table if keys[one.name] != tuple(map(normal, one.keys))}


def holder(table: Iterable[Action], keys: Keys, key: str, but: str) -> Action | None:
    """Return the action that a key serves already, other than the one named `but`."""
    return next((one for one in table if one.name != but and key in keys[one.name]), None)


def with_key(keys: Keys, name: str, key: str) -> dict[str, tuple[str, ...]]:
    """Return these keys with one more for an action; whoever had it loses it."""
    given = {other: tuple(one for one in had if one != key) for other, had in keys.items()}
    return given | {name: (*given[name], key)}


def without_key(keys: Keys, name: str, key: str) -> dict[str, tuple[str, ...]]:
    """Return these keys without one of an action."""
    return {**keys, name: tuple(one for one in keys[name] if one != key)}


def usual(table: Sequence[Action], keys: Keys, name: str) -> dict[str, tuple[str, ...]]:
    """Return these keys with an action's own defaults again; whoever had one of them loses it."""
    found = {**keys, name: ()}
    for key in next(one for one in table if one.name == name).keys:
        found = with_key(found, name, normal(key))
    return found
