"""A publication date as programs write it for people: « mardi 14 mars 2006 », « March 14, 2006 », « 9 Januar 1993 »."""

from __future__ import annotations

import re
import unicodedata

from depeche.core.dates import is_publication_date

_NAMES = (
    "janvier janv january jan januar jänner enero gennaio janeiro januari января",
    "février févr february feb februar febrero febbraio fevereiro februari февраля",
    "mars march mar märz marzo março maart марта",
    "avril avr april apr abril aprile апреля",
    "mai may mayo maggio maio mei мая",
    "juin june jun juni junio giugno junho июня",
    "juillet juil july jul juli julio luglio julho июля",
    "août august aug agosto augustus августа",
    "septembre sept september sep septiembre settembre setembro сентября",
    "octobre october oct oktober octubre ottobre outubro октября",
    "novembre november nov noviembre novembro ноября",
    "décembre déc december dec dezember diciembre dicembre dezembro декабря",
)


def _plain(word: str) -> str:
    split = unicodedata.normalize("NFD", word.casefold())
    return "".join(char for char in split if not unicodedata.combining(char))


_MONTHS = {_plain(name): n for n, names in enumerate(_NAMES, 1) for name in names.split()}
_WORD = r"(?P<month>[^\W\d_]{3,12})\.?"
_YEAR = r"(?P<year>[12]\d{3})(?!\d)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?<!\d)(?P<day>\d{1,2})(?:er|\.|º|st|nd|rd|th)?\s+(?:de\s+)?" + _WORD + r",?\s+(?:de\s+)?" + _YEAR,
        r"\b" + _WORD + r"\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+" + _YEAR,
        r"(?<!\d)" + _YEAR + r"\s*[年년]\s*(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})\s*[日일]",
        r"(?<![\d-])" + _YEAR + r"-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])",
        r"(?<!\d\s)(?<!\der\s)\b" + _WORD + r"\s+(?:de\s+)?" + _YEAR,
    )
)
_LONGEST = 1000


def find_date(text: str) -> tuple[str, int, int] | None:
    """Return the first date in `text`, a short line, as ISO day or month, and from where to where it is written.

    A day goes before a month alone, wherever they stand.
    """
    text = text[:_LONGEST]
    found: list[tuple[int, int, str]] = []
    for form in _FORMS:
        if found and "day" not in form.groupindex:
            break
        for match in form.finditer(text):
            iso = _iso(match)
            if iso is not None:
                found.append((match.start(), match.end(), iso))
                break
    if not found:
        return None
    start, end, iso = min(found)
    return iso, start, end


def _iso(match: re.Match[str]) -> str | None:
    said = match["month"]
    month = int(said) if said.isdecimal() else _MONTHS.get(_plain(said))
    if month is None:
        return None
    iso = f"{match['year']}-{month:02}"
    if "day" in match.re.groupindex:
        iso += f"-{int(match['day']):02}"
    return iso if is_publication_date(iso) else None
