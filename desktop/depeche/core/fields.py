"""The fields of a JSON object from outside: each as it must be, or an InputError that names it."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from depeche.errors import InputError
from depeche.messages import tr

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_HASH = re.compile(r"[0-9a-f]{64}")

E = TypeVar("E", bound=StrEnum)


def wrong(name: str) -> InputError:
    """Return the error that says which field isn't as it must be."""
    return InputError(tr("le champ « {name} » manque ou n’est pas comme il doit être", name=name))


def text(data: Mapping[str, Any], name: str) -> str:
    """Return a string."""
    value = data.get(name)
    if not isinstance(value, str):
        raise wrong(name)
    return value


def optional_text(data: Mapping[str, Any], name: str) -> str | None:
    """Return a string, or None where there is none."""
    return None if data.get(name) is None else text(data, name)


def key(data: Mapping[str, Any], name: str) -> str:
    """Return a UUID in its usual form."""
    value = data.get(name)
    if not isinstance(value, str) or not _UUID.fullmatch(value):
        raise wrong(name)
    return value


def optional_key(data: Mapping[str, Any], name: str) -> str | None:
    """Return a UUID, or None where there is none."""
    return None if data.get(name) is None else key(data, name)


def integer(data: Mapping[str, Any], name: str, least: int | None = 0) -> int:
    """Return a whole number of 63 bits at most, not below `least`."""
    value = data.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) >= 2**63:
        raise wrong(name)
    if least is not None and value < least:
        raise wrong(name)
    return value


def one_of(data: Mapping[str, Any], name: str, allowed: type[E]) -> E:
    """Return a member of an enumeration."""
    value = data.get(name)
    if not isinstance(value, str) or value not in list(allowed):
        raise wrong(name)
    return allowed(value)


def entries(data: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    """Return a list of objects."""
    value = data.get(name)
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise wrong(name)
    return value


def objects(data: Mapping[str, Any], name: str) -> list[tuple[str, dict[str, Any]]]:
    """Return the items of an object of objects."""
    value = data.get(name)
    if not isinstance(value, dict) or not all(isinstance(one, dict) for one in value.values()):
        raise wrong(name)
    return list(value.items())


def digest(data: Mapping[str, Any], name: str) -> str:
    """Return a SHA-256 in hexadecimal."""
    value = data.get(name)
    if not isinstance(value, str) or not _HASH.fullmatch(value):
        raise wrong(name)
    return value


def truth(data: Mapping[str, Any], name: str) -> bool:
    """Return true or false."""
    value = data.get(name)
    if not isinstance(value, bool):
        raise wrong(name)
    return value


def score(data: Mapping[str, Any], name: str) -> float | None:
    """Return a finite number, or None where there is none."""
    value = data.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise wrong(name)
    if (isinstance(value, int) and abs(value) >= 2**53) or not math.isfinite(value):
        raise wrong(name)
    return float(value)


def mapping(data: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Return an object."""
    value = data.get(name)
    if not isinstance(value, dict):
        raise wrong(name)
    return value
