"""One article of Factiva's HTML. The codes (HD, LP, TD …) are the same in every language of the portal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from depeche.core.article import Article, DateOrigin
from depeche.errors import InputError
from depeche.ingest.html_tree import above, classes, labelled, one_line, paragraphs
from depeche.ingest.written_date import find_date
from depeche.messages import tr

if TYPE_CHECKING:
    from lxml.etree import _Element

_CODE = re.compile(r"[A-Z]{2,5}")
_LANGUAGE = re.compile(r"([a-z]{2})[a-z]{0,4}article")
_NUMBER = re.compile(r"\b(?=[A-Za-z0-9]*\d)[A-Za-z0-9]{18,40}$")
_COUNT = re.compile(r"\d[\d\s.,'’]{0,10}\s?[^\W\d]{1,15}\.?")
_TIME = re.compile(r"\b\d{1,2}:\d{2}(?::\d{2})?(?:\s*(?:[AP]M|GMT|UTC|CET))?\b", re.IGNORECASE)
_RIGHTS = re.compile(r"(?:copyright\b|©|\(c\))", re.IGNORECASE)
_SOURCE_CODE = re.compile(r"[A-Z0-9]{2,8}")
_PAGE = re.compile(r"[A-Z]{0,4}[-.]?\d{1,4}(?:[-,;/ ]+[A-Z]{0,4}\d{1,4})*")
_LOOSE = frozenset({"pre", "table", "ul", "ol", "dl", "blockquote"})
_NAMES = {
    "SE": "section",
    "BY": "author",
    "CR": "credit",
    "WC": "words",
    "ET": "time",
    "SC": "source_code",
    "ED": "edition",
    "PG": "page",
    "LA": "language_name",
    "CY": "licence",
    "RF": "notes",
    "ART": "captions",
    "CO": "companies",
    "IN": "industries",
    "NS": "subjects",
    "RE": "regions",
    "PUB": "publisher",
    "VOL": "issue",
    "CLM": "column",
}
"""Other codes keep their letters."""


def article_of(root: _Element) -> Article:
    """Return the article; raises InputError where it has no text. Its text is the lead with what follows it."""
    top = next((one for one in root.iter("div") if _language(one)), root)
    said, lines = _coded(top) or _plain(top)
    if not lines:
        raise InputError(tr("il n’a pas de texte"))
    return made(said, lines, _language(top))


def made(said: dict[str, str], lines: list[str], language: str) -> Article:
    """Return the article of what is `said` of it by Factiva's codes."""
    found = find_date(said.get("PD", ""))
    number = said.get("AN", "").split(" ")[-1]
    taken = {"HD", "PD", "SN", "AN"}
    meta: dict[str, Any] = {_NAMES.get(code, code.lower()): value for code, value in said.items() if code not in taken}
    if found is None and said.get("PD"):
        meta["date"] = said["PD"]  # in words that we don't know
    elif "time" not in meta and (time := _TIME.search(said.get("PD", "")[found[2] :] if found else "")):
        meta["time"] = time[0]
    meta |= {"provider": "Factiva", "provider_id": number, "language": language}
    return Article(
        text="\n\n".join(lines),
        title=said.get("HD", ""),
        name=number,
        date=found[0] if found else None,
        date_origin=DateOrigin.GIVEN if found else DateOrigin.UNKNOWN,
        source=said.get("SN") or None,
        meta={name: value for name, value in meta.items() if value},
    )


def _language(element: _Element) -> str:
    """Return the two letters of the language that the class names (« frArticle »); empty if it isn't an article's."""
    names = classes(element)
    found = [match[1] for name in names if (match := _LANGUAGE.fullmatch(name))]
    return found[0] if "article" in names and found else ""


def _coded(top: _Element) -> tuple[dict[str, str], list[str]] | None:
    """Read the table of codes and values; None if there is none."""
    said: dict[str, str] = {}
    parts: dict[str, list[str]] = {}
    for row in top.iter("tr"):
        cells = [one for one in row if one.tag in ("td", "th")]
        if len(cells) < 2:
            continue
        code = one_line(cells[0]).strip(" \u00a0:")
        if not _CODE.fullmatch(code) or any(up.tag == "td" for up in above(row, top)):
            continue
        lines = [line for cell in cells[1:] for line in paragraphs(cell)]
        if code in ("LP", "TD"):
            parts.setdefault(code, []).extend(lines)
        elif lines:
            value = " ".join(lines).replace("\n", " ") if code != "RF" else "\n".join(lines)
            said[code] = f"{said[code]}\n{value}" if code in said else value
    if not said:
        return None
    return said, parts.get("LP", []) + parts.get("TD", [])


def _plain(top: _Element) -> tuple[dict[str, str], list[str]]:
    """Read the display without codes: lines over the text whose order is fixed, though not all are always there."""
    said: dict[str, str] = {}
    lines: list[str] = []
    head: list[str] = []
    foot: list[str] = []
    titled = any(one.get("id") == "hd" for one in top.iter())
    for kind, text in labelled(top, _kind if titled else _kind_untitled):
        line = text.replace("\n", " ")
        if kind == "text" or (kind in ("loose", "") and lines and not foot):
            lines += [*foot, text]  # what stood between two paragraphs belongs there
            foot = []
        elif kind == "title":
            said["HD"] = f"{said['HD']} {line}" if "HD" in said else line
            if head:
                said["SE"] = "\n".join(head)
                head = []
        elif kind == "author":
            said["BY"] = f"{said['BY']}, {line}" if "BY" in said else line
        else:
            (foot if lines else head).append(line)
    return said | _over(head) | _under(foot), lines


def _kind(element: _Element) -> str:
    """Return what an element of the plain display holds; a block that ended a paragraph before its time is `loose`."""
    names = classes(element)
    if "articleparagraph" in names:
        return "text"
    if element.get("id") == "hd":
        return "title"
    if "author" in names:
        return "author"
    return (
        "line" if element.tag in ("div", "p") and "article" not in names else "loose" if element.tag in _LOOSE else ""
    )


def _kind_untitled(element: _Element) -> str:
    return "title" if any(name.endswith("headline") for name in classes(element)) else _kind(element)


def _over(head: list[str]) -> dict[str, str]:
    """Tell the lines over the text: words, day, time, source, its code, edition, page, language, rights."""
    said: dict[str, str] = {}
    start = next((n for n, line in enumerate(head) if _COUNT.fullmatch(line) and not find_date(line)), None)
    if start is None:
        start = next((n for n, line in enumerate(head) if find_date(line)), len(head)) - 1
    else:
        said["WC"] = head[start]
    if start > 0:
        said["CR"] = "\n".join(head[:start])
    rest = head[start + 1 :]
    if rest and find_date(rest[0]):
        said["PD"] = rest.pop(0)
    if rest and _TIME.fullmatch(rest[0]):
        said["ET"] = rest.pop(0)
    for n in range(len(rest) - 1, -1, -1):
        if _RIGHTS.match(rest[n]):
            said["CY"] = "\n".join(rest[n:])
            rest = rest[:n]
            break
    if rest:
        said["SN"] = rest.pop(0)
    if rest and _SOURCE_CODE.fullmatch(rest[0]):
        said["SC"] = rest.pop(0)
    if rest and not _PAGE.fullmatch(rest[-1]):
        said["LA"] = rest.pop()
    if rest and _PAGE.fullmatch(rest[-1]):
        said["PG"] = rest.pop()
    if rest:
        said["ED"] = "\n".join(rest)
    return said


def _under(foot: list[str]) -> dict[str, str]:
    """Tell the lines under the text: notes, the publisher, and « Document » with the number."""
    said: dict[str, str] = {}
    if foot and (match := _NUMBER.search(foot[-1])):
        said["AN"] = match[0]
        foot = foot[:-1]
        if foot:
            said["PUB"] = foot[-1]
            foot = foot[:-1]
    if foot:
        said["RF"] = "\n".join(foot)
    return said
