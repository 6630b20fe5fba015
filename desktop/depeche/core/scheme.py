"""The label scheme: which kinds of span there are, with their keys, colours, values and guidance. Read from TOML."""

from __future__ import annotations

import re
import tomllib
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from depeche.core.attribute import (
    LONGEST_NAME,
    MOST_OF_A_LABEL,
    Attribute,
    is_label_name,
    is_shown_name,
    parse_attributes,
)
from depeche.errors import SchemeError
from depeche.messages import tr

_AT_LINE = re.compile(r"line (\d+)")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_HEAD = re.compile(r"\s*\[\[\s*label\s*\]\]\s*(#.*)?")

LONGEST_FILE = 1_000_000
"""Characters of TOML that are read at most: a scheme of a hundred labels with all its guidance has a fifth of it."""
MOST_LABELS = 200


class ValueType(StrEnum):
    """What the value of a span says."""

    NAME = "name"
    NUMBER = "number"
    DATE = "date"
    SPEAKER = "speaker"
    TEXT = "text"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Kind:
    """A subdivision of a label: PER among the ACTORs."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Label:
    """A kind of span. `nests`: it may hold or cross others. `retired`: no new spans, but the old ones keep it.

    `base` is the name by which sources know it, where that isn't its own: a renamed ACTOR is still suggested.
    """

    label: str
    name: str
    key: str
    colour: str
    nests: bool = False
    value: ValueType = ValueType.NONE
    kinds: tuple[Kind, ...] = ()
    guidance: str = ""
    retired: bool = False
    attributes: tuple[Attribute, ...] = ()
    base: str = ""

    def kind_name(self, kind: str | None) -> str:
        """Return the shown name of one of its kinds, the kind itself where it isn't one of them."""
        return next((k.name for k in self.kinds if k.kind == kind), kind or "")


@dataclass(frozen=True, slots=True)
class Scheme:
    """The labels of a project, in the order in which they are shown. `guidance` is what holds for all of them."""

    name: str
    labels: tuple[Label, ...]
    version: int = 1
    guidance: str = ""

    def __contains__(self, label: object) -> bool:
        return any(one.label == label for one in self.labels)

    def get(self, label: str) -> Label:
        """Return the label of that name; raises KeyError."""
        for one in self.labels:
            if one.label == label:
                return one
        raise KeyError(label)

    def has_kind(self, label: str, kind: str | None) -> bool:
        """Tell whether a kind, or none, may stand under a label; under one that isn't there, any may."""
        return kind is None or label not in self or any(one.kind == kind for one in self.get(label).kinds)

    @property
    def active(self) -> tuple[Label, ...]:
        """The labels that new spans may have."""
        return tuple(label for label in self.labels if not label.retired)

    def nests(self, label: str) -> bool:
        """Tell whether spans of this label may overlap others; an unknown label may."""
        return label not in self or self.get(label).nests

    @property
    def spoken(self) -> tuple[str, ...]:
        """The names by which the active labels may be proposed: their own, and those that sources know."""
        return tuple(name for label in self.active for name in (label.label, label.base) if name)

    def of_source(self, label: str) -> str:
        """Return the project's name for a label as sources call it; the label itself where none has that base."""
        return next((one.label for one in self.labels if one.base == label), label)

    def to_source(self, label: str) -> str:
        """Return what sources call a label; one whose name is another's base gets a name that no source knows."""
        one = self.get(label) if label in self else None
        if one is not None and one.base:
            return one.base
        return f"{label}'" if any(other.base == label for other in self.labels) else label

    def from_source(self, label: str) -> str:
        """Return the label that `to_source` gave this name."""
        return label[:-1] if label.endswith("'") else self.of_source(label)

    def keeping(self, old: Scheme, used: set[str]) -> tuple[Scheme, tuple[Label, ...]]:
        """Return this scheme with every used label of `old` that it lacks, retired and without key, and those labels.

        So a label that has spans can't vanish by an edit of the file.
        """
        lost = tuple(
            replace(one, retired=True, key="") for one in old.labels if one.label in used and one.label not in self
        )
        return replace(self, labels=self.labels + lost), lost


def label_to_json(label: Label) -> dict[str, Any]:
    """Return a label with the field names of the TOML file, ready for JSON."""
    return asdict(label) | {
        "value": label.value.value,
        "kinds": [asdict(kind) for kind in label.kinds],
        "attributes": [
            {"attribute": one.attribute, "name": one.name, "type": one.type.value, "choices": list(one.choices)}
            for one in label.attributes
        ],
    }


def label_from_json(entry: dict[str, Any]) -> Label:
    """Return the label that `label_to_json` wrote. Raises SchemeError."""
    return _parse_label(entry, 1, "scheme")


def parse_scheme(toml: str, where: str) -> Scheme:
    """Read a scheme from TOML. `where` names the file in messages. Raises SchemeError with the line or label wrong."""
    if len(toml) > LONGEST_FILE:
        raise SchemeError(tr("{where} : trop long pour un jeu d’étiquettes : plus d’un million de signes.",
                             where=where))  # fmt: skip
    try:
        data = tomllib.loads(toml)
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits, brackets in 1,000 brackets
        at = _AT_LINE.search(str(error))  # the parser says the place only in its words
        line = int(at[1]) if at else len(toml.splitlines())
        raise SchemeError(
            tr("{where}, ligne {line} : ce n’est pas du TOML valide.", where=where, line=line),
            tr("Corrigez cette ligne dans un éditeur de texte."),
        ) from None
    entries = data.get("label")
    if not isinstance(entries, list) or not entries or not all(isinstance(one, dict) for one in entries):
        raise SchemeError(tr("{where} : aucune étiquette ; il faut au moins un tableau [[label]].", where=where))
    if len(entries) > MOST_LABELS:
        raise SchemeError(tr("{where} : plus de {most} étiquettes.", where=where, most=MOST_LABELS))
    heads = [n for n, line in enumerate(toml.splitlines(), 1) if _HEAD.fullmatch(line)]
    at_line = heads if len(heads) == len(entries) else [0] * len(entries)
    labels = []
    for n, (entry, line) in enumerate(zip(entries, at_line, strict=True), 1):
        place = tr("{where}, ligne {line}", where=where, line=line) if line else where
        labels.append(_parse_label(entry, n, place))
    version, name = data.get("version", 1), data.get("name", "")
    if not isinstance(version, int) or isinstance(version, bool) or not 0 <= version < 2**31:
        raise SchemeError(tr("{where} : « version » doit être un nombre entier.", where=where))
    if not isinstance(name, str) or not is_shown_name(name, empty=True):
        raise SchemeError(tr("{where} : « name » doit être une ligne de {most} signes au plus.",
                             where=where, most=LONGEST_NAME))  # fmt: skip
    guidance = data.get("guidance", "")
    if not isinstance(guidance, str):
        raise SchemeError(tr("{where} : « guidance » doit être un texte.", where=where))
    scheme = Scheme(name, tuple(labels), version, guidance.strip())
    check_scheme(scheme, where)
    return scheme


def check_scheme(scheme: Scheme, where: str) -> None:
    """Raise SchemeError where two labels of a scheme have the same name, key or base. `where` names it in messages."""
    labels = scheme.labels
    for label in labels:
        if not is_label_name(label.label):
            raise SchemeError(tr("« {label} » ne peut pas être le nom d’une étiquette.", label=label.label[:80]))
    _refuse_twins([label.label for label in labels], "label", where)
    _refuse_twins([label.key.casefold() for label in labels if label.key], "key", where)
    _refuse_twins([label.base for label in labels if label.base], "base", where)


def _parse_label(entry: dict[str, Any], n: int, where: str) -> Label:
    def wrong(field: str, rule: str) -> SchemeError:
        return SchemeError(
            tr("{where}, étiquette n° {rank} : « {field} » {rule}.", where=where, rank=n, field=field, rule=rule)
        )

    def text(field: str, default: str | None = None) -> str:
        value = entry.get(field, default)
        if not isinstance(value, str):
            raise wrong(field, tr("doit être un texte"))
        return value

    def flag(field: str) -> bool:
        value = entry.get(field, False)
        if not isinstance(value, bool):
            raise wrong(field, tr("doit être true ou false"))
        return value

    unknown = set(entry) - set(Label.__dataclass_fields__)
    if unknown:
        raise wrong(min(unknown), tr("n’est pas un champ connu"))
    label = text("label")
    if not is_label_name(label):
        raise wrong("label", tr("ne peut contenir que des lettres, des chiffres, - et _, et commence par une lettre"))
    key = text("key", "")
    if len(key) > 1 or (key and (not key.isprintable() or key.isspace())):
        raise wrong("key", tr("doit être une seule touche"))
    name = text("name", label)
    if not is_shown_name(name):
        raise wrong("name", tr("doit être une ligne de {most} signes au plus", most=LONGEST_NAME))
    base = text("base", "")
    if base and not is_label_name(base):
        raise wrong("base", tr("ne peut contenir que des lettres, des chiffres, - et _, et commence par une lettre"))
    colour = text("colour", "#5a6270")
    if not _COLOUR.fullmatch(colour):
        raise wrong("colour", tr("doit être une couleur comme #2f6fb5"))
    value = text("value", "none")
    if value not in list(ValueType):
        raise wrong("value", tr("doit être l’un de : {allowed}", allowed=", ".join(ValueType)))
    kinds = entry.get("kinds", [])
    if not isinstance(kinds, list) or not all(isinstance(k, dict) and isinstance(k.get("kind"), str) for k in kinds):
        raise wrong("kinds", tr("doit être une liste de tableaux, chacun avec « kind » et « name »"))
    made = tuple(Kind(k["kind"], str(k.get("name", k["kind"]))) for k in kinds)
    if len(made) > MOST_OF_A_LABEL or len({one.kind for one in made}) < len(made):
        raise wrong("kinds", tr("nomme deux fois le même genre, ou plus de cent"))
    if not all(is_label_name(one.kind) and is_shown_name(one.name) for one in made):
        raise wrong("kinds", tr("a un genre dont le nom ne convient pas"))
    try:
        attributes = parse_attributes(entry.get("attributes", []))
    except ValueError as error:
        raise wrong("attributes", str(error)) from None
    return Label(
        label,
        name,
        key,
        colour.lower(),
        flag("nests"),
        ValueType(value),
        made,
        text("guidance", "").strip(),
        flag("retired"),
        attributes,
        "" if base == label else base,
    )


def _refuse_twins(values: list[str], field: str, where: str) -> None:
    twins = sorted({value for value in values if values.count(value) > 1})
    if twins:
        said = {
            "label": tr("{where} : deux étiquettes ont le même nom technique (label) : {twin}."),
            "key": tr("{where} : deux étiquettes ont la même touche (key) : {twin}."),
            "base": tr("{where} : deux étiquettes ont la même origine (base) : {twin}."),
        }
        raise SchemeError(said[field].format(where=where, twin=twins[0]))
