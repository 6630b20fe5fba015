"""One step of a journal as it travels in a package: an act, an undo, a redo, an import, with its place in the order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from depeche.core.fields import entries, integer, key, optional_key, text, wrong
from depeche.core.package import JSON_DEPTH
from depeche.core.record import one_line
from depeche.core.strict_json import parse_object

KINDS = ("act", "undo", "redo", "import")
STANDINGS = ("done", "undone", "dropped", "note")


@dataclass(frozen=True, slots=True)
class Step:
    """What the journal says of one change.

    `number` is its place in its project, from 1: order is read from it, never from `at`. `annotator` is a key, `of` the
    key of the act that an undo or redo is about, `parts` what it took away and put there, as the journal keeps it.
    """

    key: str
    number: int
    annotator: str
    kind: str
    of: str | None
    standing: str
    title: str
    machine: str
    at: str
    parts: tuple[Mapping[str, Any], ...] = field(default=(), hash=False)


def to_line(step: Step) -> str:
    """Return a step as one line of JSON."""
    return one_line({name: getattr(step, name) for name in Step.__dataclass_fields__})


def from_line(said: str) -> Step:
    """Return the step that `to_line` wrote. Raises InputError."""
    data = parse_object(said, JSON_DEPTH)
    kind, standing = text(data, "kind"), text(data, "standing")
    if kind not in KINDS or standing not in STANDINGS:
        raise wrong("kind" if kind not in KINDS else "standing")
    return Step(
        key(data, "key"),
        integer(data, "number", 1),
        key(data, "annotator"),
        kind,
        optional_key(data, "of"),
        standing,
        text(data, "title"),
        text(data, "machine"),
        text(data, "at"),
        tuple(entries(data, "parts")),
    )
