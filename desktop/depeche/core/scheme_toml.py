"""A label scheme as TOML, written so that reading it gives the same scheme back."""

from __future__ import annotations

import json
import re
from typing import Any

from depeche.core.attribute import AttributeType
from depeche.core.scheme import Label, Scheme

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


def to_toml(scheme: Scheme, head: str = "") -> str:
    """Return a scheme as TOML; `head` is an older file of it, whose comments at the top are kept."""
    lines = [*_comments(head), f"name = {_said(scheme.name)}", f"version = {scheme.version}"]
    if scheme.guidance:
        lines.append(f"guidance = {_lines(scheme.guidance)}")
    for label in scheme.labels:
        lines += ["", *_label(label)]
    return "\n".join(lines) + "\n"


def _comments(toml: str) -> list[str]:
    """Return the comments that a file begins with, and a blank line; what a person wrote for persons."""
    found = []
    for line in toml.splitlines():
        if not line.startswith("#"):
            break
        found.append(line)
    return [*found, ""] if found else []


def _label(label: Label) -> list[str]:
    lines = ["[[label]]", f"label = {_said(label.label)}", f"name = {_said(label.name)}"]
    if label.base:
        lines.append(f"base = {_said(label.base)}")
    if label.key:
        lines.append(f"key = {_said(label.key)}")
    lines += [f"colour = {_said(label.colour)}", f"nests = {_said(label.nests)}", f"value = {_said(label.value.value)}"]
    if label.retired:
        lines.append("retired = true")
    if label.kinds:
        lines += _listed("kinds", [{"kind": one.kind, "name": one.name} for one in label.kinds])
    if label.attributes:
        rows: list[dict[str, Any]] = []
        for one in label.attributes:
            rows.append({"attribute": one.attribute, "name": one.name, "type": one.type.value})
            if one.type is AttributeType.CHOICE:
                rows[-1]["choices"] = list(one.choices)
        lines += _listed("attributes", rows)
    if label.guidance:
        lines.append(f"guidance = {_lines(label.guidance)}")
    return lines


def _listed(name: str, rows: list[dict[str, Any]]) -> list[str]:
    said = ("{ " + ", ".join(f"{key} = {_said(value)}" for key, value in row.items()) + " }" for row in rows)
    return [f"{name} = [", *(f"  {one}," for one in said), "]"]


def _said(value: Any) -> str:
    # JSON's strings, booleans and lists of strings are TOML's too; only DEL, which JSON leaves, TOML refuses.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _lines(text: str) -> str:
    r"""Return a text of several lines as such; a carriage return is written `\r`, as TOML would swallow it."""
    said = text.replace("\\", "\\\\").replace('"""', '""\\"')
    said = _CONTROL.sub(lambda sign: f"\\u{ord(sign.group()):04x}", said)
    return f'"""\n{said}\n"""'
