"""A publication date read off a file's name or an article's first lines: inferred, and marked as such."""

from __future__ import annotations

import re

from depeche.core.dates import is_publication_date

_MONTHS = {
    name: n
    for n, names in enumerate(
        (
            "janvier janv",
            "février fevrier févr",
            "mars",
            "avril avr",
            "mai",
            "juin",
            "juillet juil",
            "août aout",
            "septembre sept",
            "octobre oct",
            "novembre nov",
            "décembre decembre déc",
        ),
        1,
    )
    for name in names.split()
}
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(\d\d)(?:[-_.]?(\d\d))?(?!\d)")
_STATED = re.compile(
    # « Publié le … » at the beginning of a line, or after « Par … » and what divides it from the name
    r"\W*(?:(?:par|de)\b.{0,60}[,|·•–—/-]\s*)?(?:publié|mise? en ligne|date|paru)\w*\b[^\n\d]{0,20}"
    r"(?:(?P<iso>\d{4}-\d\d(?:-\d\d)?)|(?P<day>\d\d?)(?:er)?[ \u00a0](?P<month>[a-zéû]{3,9})\.?[ \u00a0](?P<year>\d{4})"
    r"|(?P<d>\d\d?)/(?P<m>\d\d?)/(?P<y>\d{4}))",
    re.IGNORECASE,
)
FIRST_LINES = 5
"""How many lines are looked at; further down a date is more often a date in the story."""

_REST = 50
"""How many characters may follow a stated day: an hour, « mis à jour le … »."""


def infer_date(name: str, text: str) -> str | None:
    """Return the ISO day or month that the file's name holds, or that one of the first lines states, else None.

    A line states it with a word that says so (« publié le », « date »): a bare date in the story isn't taken.
    """
    match = _IN_NAME.search(name)
    if match:
        found = "-".join(part for part in match.groups() if part)
        if is_publication_date(found):
            return found
    for line in text[:4000].splitlines()[:FIRST_LINES]:
        stated = _STATED.match(line)
        # « Paru le 3 mai 2024, le rapport accuse … » is the story: there, the line goes on.
        if stated is None or (stated["iso"] is None and len(line) - stated.end() > _REST):
            continue
        day = _iso(stated)
        if day and is_publication_date(day):
            return day
    return None


def _iso(match: re.Match[str]) -> str | None:
    if match["iso"]:
        return match["iso"]
    if match["y"]:
        return f"{match['y']}-{int(match['m']):02d}-{int(match['d']):02d}"
    month = _MONTHS.get(match["month"].lower())
    return f"{match['year']}-{month:02d}-{int(match['day']):02d}" if month else None
