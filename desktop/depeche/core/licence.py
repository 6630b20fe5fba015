"""Under which licence an article's text may be handed on, where its source said so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from depeche.core.article import Article

_NAMES = ("licence", "license", "rights", "copyright")
"""The fields that say it, the surest first."""
_UNSAID = frozenset(("", "?", "-", "unknown", "inconnue", "inconnu", "none", "n/a", "null"))

_RESERVED = re.compile(
    r"©|\(c\)|copyright|all rights reserved|tous droits réservés|reproduction (?:est )?interdite", re.IGNORECASE
)
_GIVEN = re.compile(r"\bCC[ -]?(?:BY|0)\b|creative commons|licence ouverte|etalab|\bMIT\b", re.IGNORECASE)


def licence_of(article: Article) -> str | None:
    """Return an article's licence as its source wrote it, None where nothing is known.

    Looks for `licence`, `license`, `rights` and `copyright` in `meta`, then in the fields of a line that Dépêche does
    not know; case doesn't count. A list is joined by commas.
    """
    for said in (article.meta, article.extra):
        known = {name.casefold(): value for name, value in said.items()}
        for name in _NAMES:
            words = _words(known.get(name))
            if words.casefold() not in _UNSAID:
                return words
    return None


def is_reserved(licence: str) -> bool:
    """Tell whether what a source says of its licence is that it gives none: « © AFP, tous droits réservés »."""
    return _RESERVED.search(licence) is not None and _GIVEN.search(licence) is None


def _words(value: Any) -> str:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(_words, value)))
    if isinstance(value, Mapping):  # as schema.org and Hugging Face's own cards have it
        return _words(value.get("name") or value.get("id") or value.get("url"))
    return ""
