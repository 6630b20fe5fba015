"""What a label can say of its spans beside their value, and how labels, kinds and attributes may be called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from depeche.messages import tr

LONGEST_NAME = 80
MOST_OF_A_LABEL = 100
"""How many kinds or attributes a label may have."""

_LABEL = re.compile(r"[^\W\d][\w-]{0,63}")

RESERVED = frozenset(
    ("start", "end", "label", "text", "value", "kind", "status", "by", "score", "source", "version", "reason", "was",
     "readings", "speakers", "relative", "flag", "note")
)  # fmt: skip
"""What an attribute can't be called: the fields of a span in JSONL, and what sources say of their own suggestions."""


class AttributeType(StrEnum):
    """What an attribute of a span may say."""

    TEXT = "text"
    CHOICE = "choice"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Attribute:
    """What a person can say of a span beside its value: the unit of a figure. `choices` are those of a choice."""

    attribute: str
    name: str
    type: AttributeType = AttributeType.TEXT
    choices: tuple[str, ...] = ()


def is_label_name(name: str) -> bool:
    """Tell whether this may be the technical name of a label or an attribute."""
    return _LABEL.fullmatch(name) is not None


def is_shown_name(name: str, *, empty: bool = False) -> bool:
    """Tell whether this may be a name that is shown: one line, not too long; `empty`: or nothing."""
    return len(name) <= LONGEST_NAME and (empty or bool(name.strip())) and (name.isprintable() or not name)


def parse_attributes(said: Any) -> tuple[Attribute, ...]:
    """Return the attributes of a label. Raises ValueError with the rule that is broken."""
    if not isinstance(said, list) or len(said) > MOST_OF_A_LABEL or not all(isinstance(one, dict) for one in said):
        raise ValueError(tr("doit être une liste de tableaux, chacun avec « attribute » et « type »"))
    found = []
    for one in said:
        attribute, kind, choices = one.get("attribute"), one.get("type", "text"), one.get("choices", [])
        if not isinstance(attribute, str) or not is_label_name(attribute) or attribute in RESERVED:
            raise ValueError(tr("a un attribut dont le nom ne convient pas ou est réservé"))
        if kind not in list(AttributeType) or set(one) - set(Attribute.__dataclass_fields__):
            raise ValueError(tr("a un attribut dont le « type » n’est ni text, ni choice, ni flag"))
        if not isinstance(choices, list) or not all(isinstance(each, str) and is_shown_name(each) for each in choices):
            raise ValueError(tr("a un attribut dont les « choices » ne sont pas une liste de textes"))
        if (kind == AttributeType.CHOICE) is not bool(choices) or len(choices) > MOST_OF_A_LABEL:
            raise ValueError(tr("a un attribut avec « choices » sans être un choix, ou l’inverse"))
        name = one.get("name", attribute)
        if not isinstance(name, str) or not is_shown_name(name):
            raise ValueError(tr("a un attribut dont le nom ne convient pas ou est réservé"))
        found.append(Attribute(attribute, name, AttributeType(kind), tuple(dict.fromkeys(choices))))
    if len({one.attribute for one in found}) < len(found):
        raise ValueError(tr("nomme deux fois le même attribut"))
    return tuple(found)
