"""The line under a journal's name in Europresse: « Politique, mardi 14 mars 2006, p. 12 », in any order."""

from __future__ import annotations

import re
from dataclasses import dataclass

from depeche.ingest.written_date import find_date

_WEEKDAY = re.compile(
    r"(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)"
    r"\b[\s,]*",
    re.IGNORECASE,
)
_TIME = re.compile(r"\b\d{1,2}\s?[:hH]\s?\d{2}(?::\d{2})?\b(?:\s*(?:UTC|GMT|CET|CEST))?(?:\s*[+-]\d{1,2}:?\d{2})?")
_WORDS = re.compile(r"(\d[\d\s]{0,8})\s*(?:mots|words)\b", re.IGNORECASE)
_ONE_PAGE = r"[A-Z]{0,5}[-.]?\d{1,4}[A-Z]?(?:\(\d+\))?"
_PAGE = re.compile(rf"\b(?:pp?|pages?)\.?\s*({_ONE_PAGE}(?:\s?[,;&/-]\s?{_ONE_PAGE})*|[A-Z]{{1,4}}\b)", re.IGNORECASE)
_ISSUE = re.compile(r",\s*((?:no|n°|nº|vol|n[o°]s)\b\.?.*)$", re.IGNORECASE | re.DOTALL)
_ID = re.compile(r"\b[a-z]{2,12}·(\d{4})(\d\d)(\d\d)·[^\s·]+·[^\s·]+")
_EDGES = " ,;|•·-–—\t\n\u00a0"


@dataclass(frozen=True, slots=True)
class HeadLine:
    """What such a line says; empty where it doesn't. `rest` is what it says beside."""

    date: str = ""
    time: str = ""
    section: str = ""
    page: str = ""
    words: str = ""
    rest: str = ""


def head_line(line: str) -> HeadLine:
    """Read the line of section, day, time, words and page."""
    found = find_date(line)
    if found is None:
        return HeadLine(rest=line.strip(_EDGES))
    date, start, end = found
    before, after = line[:start], line[end:]
    day = list(_WEEKDAY.finditer(before))
    if day and not before[day[-1].end() :].strip(_EDGES):
        before = before[: day[-1].start()]
    taken: dict[str, str] = {}
    for name, form in (("time", _TIME), ("words", _WORDS), ("page", _PAGE)):
        for where in (after, before):
            match = form.search(where)
            if match:
                taken[name] = (match[1] if form.groups else match[0]).strip(_EDGES)
                if where is after:
                    after = after[: match.start()] + after[match.end() :]
                else:
                    before = before[: match.start()] + before[match.end() :]
                break
    section, rest = before.strip(_EDGES), re.sub(r"(?:\s*[,|•]\s*)+", ", ", after).strip(_EDGES)
    if not section:
        section, rest = rest, ""
    return HeadLine(date, section=section, rest=rest, **taken)


def journal(said: str) -> tuple[str, str]:
    """Return a journal's name and its issue, from what stands in the one field for both (« La Gazette, no. 4 »)."""
    match = _ISSUE.search(said)
    return (said[: match.start()].strip(_EDGES), match[1].strip()) if match else (said.strip(_EDGES), "")


def identifier(text: str) -> tuple[str, str]:
    """Return the first document number in `text` (« news·20060315·LM·0q15 ») and its ISO day, or twice ""."""
    match = _ID.search(text)
    return (match[0], "-".join(match.group(1, 2, 3))) if match else ("", "")
