"""What is told of a file before it is read, and what a person settled about files of which the same is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from depeche.errors import InputError
from depeche.ingest.decoding import decode, guesses
from depeche.ingest.items import Leaf
from depeche.ingest.reader import AS_IT_IS, Asked
from depeche.ingest.source import HEAD
from depeche.ingest.stream import telling

UNDECLARED = frozenset({"text", "table", "conll"})
"""Kinds of file that don't say how they are encoded."""
MENDED = frozenset({"text", "table", "europresse", "factiva", "factiva-xml"})
"""Kinds of file in which a wrong decoding can be undone: nothing in them counts characters."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What files have in common that are settled together: kind (a reader's name), encoding as told, columns."""

    kind: str
    encoding: str = ""
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """How to read the files below `path` that have these signs."""

    path: Path
    signs: Signs
    asked: Asked


def signs(leaf: Leaf) -> Signs:
    """Return what is told of a file; raises nothing: what can't be told is empty, and reading says why."""
    kind = leaf.reader.name
    if kind not in UNDECLARED:
        return Signs(kind)
    try:
        encoding = _encoding(telling(leaf.source))
        return Signs(kind, encoding, tuple(name for name, _ in columns_of(leaf)))
    except InputError:
        return Signs(kind)


def _encoding(head: bytes) -> str:
    if len(head) < HEAD:
        return decode(head)[1]
    found = guesses(head)
    return found[0].encoding if found else ""


def columns_of(leaf: Leaf, asked: Asked = AS_IT_IS) -> tuple[tuple[str, str], ...]:
    """Return a table's columns: name, and what stands there in the first article; none where it is no table."""
    if leaf.reader.name != "table":
        return ()
    from depeche.ingest.readers.table import columns

    return tuple(columns(leaf.source, asked))


def parts_of(leaf: Leaf, asked: Asked = AS_IT_IS) -> dict[str, str]:
    """Return which column of a table plays which part; raises InputError where that can't be told of the text's."""
    if leaf.reader.name != "table":
        return {}
    from depeche.ingest.readers.table import parts

    return parts(leaf.source, asked)


def asked_for(leaf: Leaf, path: Path, settled: Sequence[Settled], otherwise: Asked) -> Asked:
    """Return how to read a file of what was chosen as `path`."""
    here = [one for one in settled if one.path == path and one.signs.kind == leaf.reader.name]
    if not here:
        return otherwise
    if len(here) == 1 and leaf.reader.name not in UNDECLARED:
        return here[0].asked
    told = signs(leaf)
    return next((one.asked for one in here if one.signs == told), otherwise)
