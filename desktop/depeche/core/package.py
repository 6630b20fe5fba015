"""What a work package is: one file in which articles travel to an annotator, and in which the work comes back.

The file is a zip archive, exactly as Dépêche writes it. Its first member, `manifest.json`, isn't compressed and begins
with the format's name, so that a desktop knows the file by its bytes; it names every other member with its size and
SHA-256. This module knows the manifest; `core/packed.py` the lines of the articles. Neither knows files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from hashlib import sha256
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from depeche.core import calibration
from depeche.core.article import State
from depeche.core.calibration import Calibration
from depeche.core.fields import (
    digest,
    entries,
    integer,
    key,
    objects,
    one_of,
    optional_key,
    optional_text,
    score,
    text,
    wrong,
)
from depeche.core.record import one_line
from depeche.core.strict_json import DEPTH, parse_object
from depeche.errors import InputError, NewerError
from depeche.messages import tr

SUFFIX = ".depeche"
NAME = "depeche-package"
FORMAT = 2
"""The version of the format this program writes. A package of a greater one is refused, one of a smaller one read.

2 brought notes on borderline cases: with the articles, counted in the manifest, and in a return's journal. And the
blind control: its share in the manifest, `assisted` in a return's readings; and `confidence`, what scores mean to the
data lead and the threshold below which suggestions are hidden.
"""

MANIFEST, SCHEME, GUIDE, ARTICLES = "manifest.json", "scheme.toml", "guide.md", "articles.jsonl"
ACTORS, JOURNAL = "actors.jsonl", "journal.jsonl"
MODELS = "models/"
SHIPPED = "base"
"""What the model of names is called that every Dépêche brings: it needs no packing, and no other may be called so."""

# What a package may hold at most, in bytes or numbers; beyond, it isn't one.
LIMIT = 2_000_000_000
"""The file, and all that it unpacks to."""
MEMBERS = 1_000
DIRECTORY = 1_000_000
"""The manifest, the zip archive's own list, the scheme, the guide."""
LINE = 64_000_000
"""An article with its suggestions and readings, or a step of the journal."""
RATIO = 200
"""How often its compressed size a member of a megabyte or more may have; real ones stay below 30."""
ITEMS = 1_000_000
"""Suggestions, or spans, in all articles together."""

JSON_DEPTH = DEPTH + 10
"""What an import let in lies some levels deeper here."""

_HEAD = re.compile(rb'\{"format": ?"depeche-package", ?"version": ?(\d{1,9})[,}]')
_PART = re.compile(r"(?!\.)[\w+@ .-]{1,100}(?<![. ])")
_DEVICE = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")


class Kind(StrEnum):
    """Which way a package travels."""

    WORK = "work"
    RETURN = "return"


@dataclass(frozen=True, slots=True)
class Person:
    """An annotator, as a package names them."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Member:
    """Size and SHA-256 of one member."""

    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a package says of itself.

    `key` is the package's own UUID, which follows from all else it says: two packages of the same content are the same
    package. `project` and `title` are those of the data lead's project; `annotator` is who the work is for, or by.
    `package` is the key of the work package that a return answers. `annotators` are all whose readings it holds.
    `retired` are labels that the project keeps though its scheme's file lacks them, `states` counts articles by the
    annotator's state, `program` and `schema` say who wrote it, `version` in which version of the format. In a work
    package `annotators` are those whose notes it holds, `blind` is the share of articles shown without suggestions, and
    `confidence` what the data lead goes by in hiding suggestions; a return has neither.
    """

    kind: Kind
    project: str
    title: str
    annotator: Person
    program: str
    schema: int
    scheme_name: str
    scheme_version: int
    articles: int
    suggestions: int
    spans: int = 0
    verdicts: int = 0
    package: str | None = None
    model: str | None = None
    annotators: tuple[Person, ...] = ()
    retired: tuple[Mapping[str, Any], ...] = field(default=(), hash=False)
    states: Mapping[State, int] = field(default_factory=dict, hash=False)
    members: Mapping[str, Member] = field(default_factory=dict, hash=False)
    notes: int = 0
    blind: float | None = None
    confidence: Calibration | None = field(default=None, hash=False)
    version: int = FORMAT
    key: str = ""

    def sealed(self) -> Manifest:
        """Return the manifest with the key that follows from all that it says, its members' hashes included."""
        return replace(self, key=_key_of(self))


def annotator_key(project: str, name: str) -> str:
    """Return the UUID under which an annotator works who is new to a project: for the same name always the same."""
    return str(uuid5(UUID(project), f"annotator/{name}"))


def _key_of(manifest: Manifest) -> str:
    return _key_said(_to_json(manifest))


def _key_said(data: Mapping[str, Any]) -> str:
    said = one_line({name: value for name, value in data.items() if name != "key"})
    return str(uuid5(NAMESPACE_OID, sha256(said.encode("utf-8")).hexdigest()))


def to_line(manifest: Manifest) -> str:
    """Return a manifest as one line of JSON that begins with the format's name."""
    return one_line(_to_json(manifest))


def _to_json(manifest: Manifest) -> dict[str, Any]:
    said = {
        name: getattr(manifest, name)
        for name in ("key", "project", "title", "program", "schema", "scheme_name", "scheme_version", "articles",
                     "suggestions", "spans", "verdicts", "package", "model")
    }  # fmt: skip
    if manifest.version > 1:
        said["notes"] = manifest.notes
    if manifest.blind is not None:
        said["blind"] = manifest.blind
    if manifest.confidence is not None:
        said["confidence"] = manifest.confidence.to_json()
    return {"format": NAME, "version": manifest.version, "kind": manifest.kind.value} | said | {
        "annotator": asdict(manifest.annotator),
        "annotators": [asdict(one) for one in manifest.annotators],
        "retired": [dict(one) for one in manifest.retired],
        "states": {state.value: manifest.states[state] for state in sorted(manifest.states)},
        "members": {name: asdict(manifest.members[name]) for name in sorted(manifest.members)},
    }  # fmt: skip


def check_version(head: bytes, name: str) -> None:
    """Raise NewerError if a manifest that begins so is of a newer format, of which nothing else can be judged.

    That it begins so, uncompressed and first in the archive, is what every version of the format keeps to.
    """
    found = _HEAD.match(head)
    if found and int(found[1]) > FORMAT:
        raise NewerError(
            tr("{path} a été fait par une version plus récente de Dépêche.", path=name), tr("Mettez Dépêche à jour.")
        )


def from_line(said: str) -> Manifest:
    """Return the manifest that `to_line` wrote. Raises InputError: another's, changed since.

    That it is true to its key is checked before anything else that it says.
    """
    data = parse_object(said, JSON_DEPTH)
    if data.get("format") != NAME:
        raise InputError(tr("ce n’est pas un lot de travail de Dépêche"))
    if data.get("key") != _key_said(data):
        raise InputError(tr("son manifeste a été changé"))
    version = integer(data, "version", 1)
    members = {name: Member(integer(one, "bytes"), digest(one, "sha256")) for name, one in objects(data, "members")}
    manifest = Manifest(
        kind=one_of(data, "kind", Kind),
        project=key(data, "project"),
        title=text(data, "title"),
        annotator=_person(data.get("annotator")),
        program=text(data, "program"),
        schema=integer(data, "schema", 1),
        scheme_name=text(data, "scheme_name"),
        scheme_version=integer(data, "scheme_version", None),
        articles=integer(data, "articles"),
        suggestions=integer(data, "suggestions"),
        spans=integer(data, "spans"),
        verdicts=integer(data, "verdicts"),
        package=optional_key(data, "package"),
        model=optional_text(data, "model"),
        annotators=tuple(_person(one) for one in entries(data, "annotators")),
        retired=tuple(entries(data, "retired")),
        states=_states(data.get("states")),
        members=members,
        notes=integer(data, "notes") if version > 1 else 0,
        blind=_share(data),
        confidence=_confidence(data),
        version=version,
        key=key(data, "key"),
    )
    if version > FORMAT or (manifest.kind is Kind.RETURN) != (manifest.package is not None):
        raise InputError(tr("son manifeste a été changé"))
    return manifest


def _share(data: Mapping[str, Any]) -> float | None:
    said = score(data, "blind")
    if said is not None and not 0 <= said <= 1:
        raise wrong("blind")
    return said


def _confidence(data: Mapping[str, Any]) -> Calibration | None:
    said = data.get("confidence")
    found = None if said is None else calibration.from_json(said)
    if found is not None and found.to_json() != said:
        raise wrong("confidence")
    return found


def is_safe(name: str) -> bool:
    """Tell whether a member's name leads to a file below the folder, on every system, and to no device."""
    parts = name.split("/")
    return len(parts) <= 8 and all(_PART.fullmatch(part) and not _DEVICE.match(part) for part in parts)


def _person(said: Any) -> Person:
    if not isinstance(said, dict):
        raise wrong("annotator")
    person = Person(key(said, "key"), text(said, "name"))
    if not person.name.strip():
        raise wrong("annotator")
    return person


def _states(said: Any) -> dict[State, int]:
    if not isinstance(said, dict) or not all(name in list(State) for name in said):
        raise wrong("states")
    return {State(name): integer(said, name) for name in said}
