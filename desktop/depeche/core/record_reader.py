"""Reading one line of JSONL: an article with its marks, or one clear sentence that says what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from depeche.core.article import Article, DateOrigin, State
from depeche.core.dates import is_publication_date
from depeche.core.mark_reader import read_mark
from depeche.core.record import ARTICLE_FIELDS, Record
from depeche.core.scheme import Scheme
from depeche.core.strict_json import parse_object
from depeche.errors import InputError
from depeche.messages import tr

_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d")


def from_line(line: str, scheme: Scheme | None) -> Record:
    """Read one line. Raises InputError, saying what is wrong and where in the line, but not in which file.

    With a `scheme`, a label that it doesn't have is refused.
    """
    return from_data(parse_object(line), scheme)


def from_data(data: dict[str, Any], scheme: Scheme | None) -> Record:
    """Read what a line says, once it is taken apart; the same."""
    text = data.get("text")
    if not isinstance(text, str):
        raise InputError(tr("le champ « text » manque ou n’est pas un texte"))
    if not text.strip():
        raise InputError(tr("le texte est vide"))
    date, extra = _optional(data, "date"), {name: value for name, value in data.items() if name not in ARTICLE_FIELDS}
    if date and _MOMENT.match(date):
        extra.setdefault("datetime", date)
        date = date[:10]
    if date is not None and not is_publication_date(date):
        raise InputError(tr("la date « {date} » n’est pas de la forme 2025-07-13, 2025-07 ou 2025", date=date[:40]))
    meta = data.get("meta")
    if meta is not None and not isinstance(meta, dict):
        raise InputError(tr("le champ « meta » n’est pas un objet"))
    state = _one_of(data, "state", [state.value for state in State])
    origin = _one_of(data, "date_origin", [origin.value for origin in DateOrigin])
    spans = data.get("spans")
    if spans is not None and not isinstance(spans, list):
        raise InputError(tr("le champ « spans » n’est pas une liste"))
    name = data.get("id")
    if name is not None and (isinstance(name, bool) or not isinstance(name, str | int)):
        raise InputError(tr("le champ « id » n’est ni un texte ni un nombre entier"))
    article = Article(
        text=text,
        title=first_line(text) if data.get("title") is None else _optional(data, "title") or "",
        name="" if name is None else str(name),
        date=date,
        date_origin=DateOrigin(origin) if origin and date else DateOrigin.GIVEN if date else DateOrigin.UNKNOWN,
        source=_optional(data, "source"),
        url=_optional(data, "url"),
        meta=meta or {},
        extra=extra,
    )
    marks = tuple(read_mark(entry, n, text, scheme) for n, entry in enumerate(spans or [], 1))
    whose = _optional(data, "annotator")
    assisted = data.get("assisted")
    if assisted is not None and not isinstance(assisted, bool):
        raise InputError(tr("le champ « assisted » n’est ni vrai ni faux"))
    states, each = _states(data.get("annotators")), _assisted_by(data.get("assisted_by"))
    return Record(article, marks, State(state) if state else None, whose, states, assisted, each)


def _states(said: Any) -> dict[str, State]:
    if said is None:
        return {}
    if not isinstance(said, dict) or not all(name and state in list(State) for name, state in said.items()):
        raise InputError(tr("le champ « annotators » ne donne pas un état par annotateur"))
    return {name: State(state) for name, state in said.items()}


def _assisted_by(said: Any) -> dict[str, bool]:
    if said is None:
        return {}
    if not isinstance(said, dict) or not all(name and isinstance(one, bool) for name, one in said.items()):
        raise InputError(tr("le champ « assisted_by » ne donne pas vrai ou faux par annotateur"))
    return said


def first_line(text: str) -> str:
    """Return the first line that isn't blank, at most 200 characters: what an article is called that has no title."""
    return next((line.strip()[:200] for line in text.splitlines() if line.strip()), "")


def _optional(data: Mapping[str, Any], name: str) -> str | None:
    value = data.get(name)
    if value is not None and not isinstance(value, str):
        raise InputError(tr("le champ « {name} » n’est pas un texte", name=name))
    return value or None


def _one_of(data: Mapping[str, Any], name: str, allowed: Sequence[str]) -> str | None:
    value = data.get(name)
    if value is not None and value not in allowed:
        raise InputError(tr("le champ « {name} » doit être l’un de : {allowed}", name=name, allowed=", ".join(allowed)))
    return value
