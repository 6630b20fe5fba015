"""The words a person reads, in French or English, for the command line and the window alike.

French is written in the code; English comes from Qt Linguist's file `resources/translations/depeche_en.ts`, read here
as the XML that it is, so that the command line needs no Qt. `tr` is the name that Qt's `lupdate` looks for.
"""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping
from functools import lru_cache
from xml.etree import ElementTree

from depeche import paths

LANGUAGES = ("fr", "en")

_language: str | None = None


def set_language(language: str | None) -> None:
    """Choose `fr` or `en`; None lets the environment decide."""
    global _language
    _language = language if language in LANGUAGES else None


def language() -> str:
    """Return the language in use: the chosen one, else DEPECHE_LANG, else English in an English locale, else French."""
    if _language:
        return _language
    wanted = os.environ.get("DEPECHE_LANG", "")[:2]
    if wanted in LANGUAGES:
        return wanted
    # Not `getlocale()`: it takes the C locale, which speaks no language, for American English.
    return "en" if locale.setlocale(locale.LC_CTYPE).lower().startswith("en") else "fr"


def tr(text: str, n: int | None = None, **values: object) -> str:
    """Return `text` in the language in use, `{name}` filled from `values` and `%n` by `n`.

    With `n`, `text` is written for the plural form as « singulier|pluriel »; French counts 0 and 1 as singular, English
    only 1. A text without translation stays French.
    """
    words = _catalogue().get(text, text) if language() == "en" else text
    if n is not None:
        forms = words.split("|")
        singular = n == 1 or (n == 0 and (language() == "fr" or words is text))
        words = (forms[0] if singular else forms[-1]).replace("%n", number(n))
    return words.format(**values) if values else words


def number(n: int) -> str:
    """Return a whole number with the separators of the language: U+202F in French, a comma in English."""
    separated = f"{n:,}"
    return separated if language() == "en" else separated.replace(",", "\u202f")


def translations() -> Mapping[str, str]:
    """Return the English words of each French one."""
    return _catalogue()


@lru_cache(maxsize=1)
def _catalogue() -> dict[str, str]:
    try:
        tree = ElementTree.parse(paths.resource("translations", "depeche_en.ts"))
    except FileNotFoundError:
        return {}
    found: dict[str, str] = {}
    for message in tree.iter("message"):
        source, translation = message.findtext("source"), message.findtext("translation")
        if source and translation:
            found[source] = translation
    return found
