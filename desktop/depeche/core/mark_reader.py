"""Reading one entry of `spans`: a mark on the article's text, or one clear sentence that says what is wrong with it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, TypeGuard

from depeche.core.record import SPAN_FIELDS, STATUSES, Mark
from depeche.core.scheme import Scheme
from depeche.core.span import Value
from depeche.errors import InputError
from depeche.messages import tr

_FAR = 2**53
"""Beyond, a number is no offset that programs read the same way."""


def read_mark(entry: Any, rank: int, text: str, scheme: Scheme | None) -> Mark:
    """Return the mark that an entry says, the `rank`-th (from 1) of an article with this `text`.

    With a `scheme`, a label that it doesn't have is refused. Raises InputError.
    """
    try:
        return _mark(entry, text, scheme)
    except InputError as error:
        raise InputError(tr("passage n° {rank} : {why}", rank=rank, why=error)) from None


def _mark(entry: Any, text: str, scheme: Scheme | None) -> Mark:
    if not isinstance(entry, dict):
        raise InputError(tr("ce n’est pas un objet"))
    start, end, label = _stretch(entry, text, scheme)
    words = entry.get("text")
    if words is not None and words != text[start:end]:
        raise InputError(tr("son « text » n’est pas ce que le texte porte à cet endroit"))
    status = entry.get("status")
    if status is not None and status not in STATUSES:
        raise InputError(tr("« status » doit être l’un de : {allowed}", allowed=", ".join(STATUSES)))
    for name in ("kind", "by", "source", "version", "reason"):
        if not isinstance(entry.get(name), str | None):
            raise InputError(tr("« {name} » n’est pas un texte", name=name))
    return Mark(
        start,
        end,
        label,
        entry.get("kind"),
        _value(entry.get("value")),
        {name: said for name, said in entry.items() if name not in SPAN_FIELDS},
        status,
        entry.get("by"),
        _score(entry.get("score")),
        entry.get("source"),
        entry.get("version"),
        entry.get("reason"),
        _was(entry, text, scheme),
    )


def _stretch(entry: Mapping[str, Any], text: str, scheme: Scheme | None) -> tuple[int, int, str]:
    start, end, label = entry.get("start"), entry.get("end"), entry.get("label")
    if not _is_offset(start) or not _is_offset(end):
        raise InputError(tr("« start » et « end » doivent être des nombres entiers"))
    if start >= end:
        raise InputError(tr("il est vide ou à l’envers ({start} à {end})", start=start, end=end))
    if start < 0 or end > len(text):
        long = len(text)
        raise InputError(
            tr("il sort du texte ({start} à {end}, le texte a {length} caractères)", start=start, end=end, length=long)
        )
    if not isinstance(label, str) or not label:
        raise InputError(tr("« label » manque"))
    if scheme is not None and label not in scheme:
        known = ", ".join(one.label for one in scheme.labels)
        raise InputError(tr("étiquette inconnue « {label} » (connues : {known})", label=label[:40], known=known))
    return start, end, label


def _was(entry: Mapping[str, Any], text: str, scheme: Scheme | None) -> dict[str, Any] | None:
    """Return what was suggested before a correction: some of the entry's own fields, each as it was."""
    was = entry.get("was")
    if was is None:
        return None
    if not isinstance(was, dict):
        raise InputError(tr("« {name} » n’est pas un objet", name="was"))
    strange = set(was) - {"start", "end", "label", "kind", "value", "attrs"}
    if strange:
        raise InputError(tr("« was » : champ inconnu « {name} »", name=min(strange)[:40]))
    try:
        _stretch({**entry, **was}, text, scheme)
        _value(was.get("value"))
    except InputError as error:
        raise InputError(tr("« was » : {why}", why=error)) from None
    if not isinstance(was.get("kind"), str | None) or not isinstance(was.get("attrs", {}), dict):
        raise InputError(tr("« was » : « kind » n’est pas un texte ou « attrs » pas un objet"))
    return was


def _is_offset(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < _FAR


def _score(score: Any) -> float | None:
    if score is None:
        return None
    if isinstance(score, bool) or not isinstance(score, int | float) or not math.isfinite(score):
        raise InputError(tr("« score » n’est pas un nombre"))
    return float(score)


def _value(value: Any) -> Value:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value}"
    raise InputError(tr("« value » n’est ni un texte, ni un nombre, ni une liste de textes"))
