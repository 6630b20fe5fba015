"""JSON from outside, held to what every program reads the same way. Knows no field of it."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from depeche.errors import InputError
from depeche.messages import tr

_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")
_ODD = re.compile(r"\\u(?:0000|[dD][89a-fA-F])|[eE]\+?[0-9]{3}|[0-9]{200}")
"""What null characters, halves of a character and numbers beyond all bounds are written with; most lines have none."""
DEPTH = 100
"""Levels of objects and lists; far below where Python's own JSON writer gives up."""


def parse_object(said: str, depth: int = DEPTH) -> dict[str, Any]:
    """Return the JSON object that a line says.

    Raises InputError for what isn't JSON, for an object with a name twice, NaN and infinity, lone surrogates, null
    characters, numbers of thousands of digits, and more than `depth` levels.
    """
    try:
        data = json.loads(said, object_pairs_hook=_no_twins, parse_constant=_no_constant)
    except RecursionError:
        raise InputError(tr("le JSON est imbriqué trop profondément")) from None
    except json.JSONDecodeError as error:
        raise InputError(tr("ce n’est pas du JSON valide (colonne {column})", column=error.colno)) from None
    except ValueError:  # the only one that is left: Python turns no number of thousands of digits into one
        raise InputError(tr("un nombre y a des milliers de chiffres")) from None
    if not isinstance(data, dict):
        raise InputError(tr("la ligne n’est pas un objet JSON"))
    if _is_too_deep(data, depth):
        raise InputError(tr("le JSON est imbriqué trop profondément"))
    try:
        said.encode("utf-8")
        if not _ODD.search(said):
            return data
        written = json.dumps(data, ensure_ascii=False, allow_nan=False)
        written.encode("utf-8")
    except UnicodeEncodeError:
        raise InputError(tr("un caractère y est coupé en deux (demi-codet isolé)")) from None
    except (RecursionError, ValueError):
        raise InputError(tr("un nombre y est infini ou le JSON trop profond")) from None
    if "\\u0000" in written and _NUL.search(written):
        raise InputError(tr("un caractère nul s’y trouve"))
    return data


def _is_too_deep(data: Any, depth: int) -> bool:
    level = [data]
    for _ in range(depth):
        inner = (one.values() if isinstance(one, dict) else one for one in level)
        level = [value for values in inner for value in values if isinstance(value, dict | list)]
        if not level:
            return False
    return True


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) != len(pairs):
        raise InputError(tr("un champ y figure deux fois"))
    return data


def _no_constant(name: str) -> NoReturn:
    raise InputError(tr("{name} n’est pas une valeur JSON", name=name))
