"""Characters that can be neither stored nor written: null characters, and halves of a character (lone surrogates)."""

from __future__ import annotations

import re

from depeche.errors import InputError
from depeche.ingest.text_file import LIMIT
from depeche.messages import tr

_WRONG = re.compile("[\0\ud800-\udfff]")


def sound(text: str) -> str:
    """Return the text with U+FFFD in their place: good enough for what is said about an article."""
    return _WRONG.sub("\ufffd", text)


def count_wrong(text: str) -> int:
    """Return how many of them a text has."""
    return len(_WRONG.findall(text))


def check(text: str) -> None:
    """Raise InputError for an article's text that has any, or is longer than an article can be."""
    if len(text) > LIMIT:
        raise InputError(tr("le texte dépasse {limit} Mo", limit=LIMIT // 1_000_000))
    if wrong := _WRONG.search(text):
        if wrong[0] == "\0":
            raise InputError(tr("un caractère nul s’y trouve : ce n’est pas du texte"))
        raise InputError(tr("un caractère y est coupé en deux (demi-codet isolé)"))
