"""The label scheme: which kinds of span there are, with their keys, colours, values and guidance. Read from TOML."""

from __future__ import annotations

import re
import tomllib
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from depeche.errors import SchemeError
from depeche.messages import tr

_LABEL = re.compile(r"[^\W\d][\w-]{0,63}")
_AT_LINE = re.compile(r"line (\d+)")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


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
    """A kind of span. `nests`: it may hold or cross others. `retired`: no new spans, but the old ones keep it."""

    label: str
    name: str
    key: str
    colour: str
    nests: bool = False
    value: ValueType = ValueType.NONE
    kinds: tuple[Kind, ...] = ()
    guidance: str = ""
    retired: bool = False

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

    @property
    def active(self) -> tuple[Label, ...]:
        """The labels that new spans may have."""
        return tuple(label for label in self.labels if not label.retired)

    def nests(self, label: str) -> bool:
        """Tell whether spans of this label may overlap others; an unknown label may."""
        return label not in self or self.get(label).nests

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
    return asdict(label) | {"value": label.value.value, "kinds": [asdict(kind) for kind in label.kinds]}


def label_from_json(entry: dict[str, Any]) -> Label:
    """Return the label that `label_to_json` wrote. Raises SchemeError."""
    return _parse_label(entry, 1, "scheme")


def parse_scheme(toml: str, where: str) -> Scheme:
    """Read a scheme from TOML. `where` names the file in messages. Raises SchemeError with the line or label wrong."""
    try:
        data = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        at = _AT_LINE.search(str(error))  # the parser says the place only in its words
        line = int(at[1]) if at else len(toml.splitlines())
        raise SchemeError(
            tr("{where}, ligne {line} : ce n’est pas du TOML valide.", where=where, line=line),
            tr("Corrigez cette ligne dans un éditeur de texte."),
        ) from None
    entries = data.get("label")
    if not isinstance(entries, list) or not entries or not all(isinstance(one, dict) for one in entries):
        raise SchemeError(tr("{where} : aucune étiquette ; il faut au moins un tableau [[label]].", where=where))
    labels = tuple(_parse_label(entry, n, where) for n, entry in enumerate(entries, 1))
    _refuse_twins([label.label for label in labels], "label", where)
    _refuse_twins([label.key.casefold() for label in labels if label.key], "key", where)
    version = data.get("version", 1)
    if not isinstance(version, int) or isinstance(version, bool):
        raise SchemeError(tr("{where} : « version » doit être un nombre entier.", where=where))
    guidance = data.get("guidance", "")
    if not isinstance(guidance, str):
        raise SchemeError(tr("{where} : « guidance » doit être un texte.", where=where))
    return Scheme(str(data.get("name", "")), labels, version, guidance.strip())


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

    unknown = set(entry) - {"label", "name", "key", "colour", "nests", "value", "kinds", "guidance", "retired"}
    if unknown:
        raise wrong(min(unknown), tr("n’est pas un champ connu"))
    label = text("label")
    if not _LABEL.fullmatch(label):
        raise wrong("label", tr("ne peut contenir que des lettres, des chiffres, - et _, et commence par une lettre"))
    key = text("key", "")
    if len(key) > 1:
        raise wrong("key", tr("doit être une seule touche"))
    colour = text("colour", "#5a6270")
    if not _COLOUR.fullmatch(colour):
        raise wrong("colour", tr("doit être une couleur comme #2f6fb5"))
    value = text("value", "none")
    if value not in list(ValueType):
        raise wrong("value", tr("doit être l’un de : {allowed}", allowed=", ".join(ValueType)))
    kinds = entry.get("kinds", [])
    if not isinstance(kinds, list) or not all(isinstance(k, dict) and isinstance(k.get("kind"), str) for k in kinds):
        raise wrong("kinds", tr("doit être une liste de tableaux, chacun avec « kind » et « name »"))
    return Label(
        label,
        text("name", label),
        key,
        colour.lower(),
        flag("nests"),
        ValueType(value),
        tuple(Kind(k["kind"], str(k.get("name", k["kind"]))) for k in kinds),
        text("guidance", "").strip(),
        flag("retired"),
    )


def _refuse_twins(values: list[str], field: str, where: str) -> None:
    twins = sorted({value for value in values if values.count(value) > 1})
    if twins:
        raise SchemeError(
            tr("{where} : deux étiquettes ont la même « {field} » : {twin}.", where=where, field=field, twin=twins[0])
        )
