"""One article of Europresse in the form before 2014: spans for the header, then bare text between empty paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from depeche.core.article import Article
from depeche.errors import InputError
from depeche.ingest.europresse_article import article_of, made
from depeche.ingest.europresse_head import head_line, identifier, journal
from depeche.ingest.html_tree import Flow, classes, first, one_line, with_class
from depeche.messages import tr

if TYPE_CHECKING:
    from lxml.etree import _Element

_RIGHTS = re.compile(r"(?:copyright\b|©|\(c\))", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:num[ée]ro de document|document number)\s*:?\s*$|^[^\n.!?…»]{0,40}:\s*$", re.IGNORECASE | re.MULTILINE
)
_CERTIFICATE = re.compile(r"(?:ce certificat est|this certificate is)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?…»]$")
_AUTHOR = 100
_LICENCE = 300


def old_article_of(root: _Element) -> Article:
    """Return the article; raises InputError where it has no text."""
    if first(root, "dococurrcontainer") is not None:
        return article_of(root)  # one document of today's portal, saved by itself
    over, author, lines = _parts(root)
    lines, number, day = _before_number(lines)
    lines, licence = _before_rights(lines)
    if not lines:
        raise InputError(tr("il n’a pas de texte"))
    head = head_line("".join(_raw(one) for one in with_class(root, "docheader")))
    source, issue = journal(one_line(first(root, "docpublicationname")))
    said = {"issue": issue, "kicker": over, "author": author, "licence": licence}
    return made(one_line(first(root, "titrearticlevisu")), lines, source, head, (number, day), said)


def _raw(element: _Element) -> str:
    return "".join(element.itertext())


def _before_number(lines: list[str]) -> tuple[list[str], str, str]:
    """Return the paragraphs up to the document's number or the certificate, which end it; the number and its day."""
    for n, line in enumerate(lines):
        number, day = identifier(line)
        if number or _CERTIFICATE.match(line):
            last = _LABEL.sub("", line[: line.index(number)]).strip() if number else ""
            return lines[:n] + [last] * bool(last), number, day
    return lines, "", ""


def _before_rights(lines: list[str]) -> tuple[list[str], str]:
    """Return the paragraphs without the rights at their end, and these."""
    last = lines[-1] if lines else ""
    if len(last) < _LICENCE and _RIGHTS.match(last):
        return lines[:-1], last
    text, _, last = last.rpartition("\n")
    return ([*lines[:-1], text], last) if text and len(last) < _LICENCE and _RIGHTS.match(last) else (lines, "")


def _parts(root: _Element) -> tuple[str, str, list[str]]:
    """Return what stands over the title, the author, and the paragraphs from there on.

    The author is a short line with a line break behind it, before the first paragraph: no sentence ends it.
    """
    from lxml.etree import iterwalk

    over, flow = Flow(), Flow()
    title = first(root, "titrearticlevisu")
    inside = title is not None
    passed = title is None
    author = ""
    broken = begun = False
    walk = iterwalk(root, events=("start", "end"))
    for event, element in walk:
        now = flow if passed else over
        if event == "start":
            if not classes(element).isdisjoint({"docpublicationname", "docheader", "titrearticlevisu"}):
                walk.skip_subtree()
                continue
            if passed and element.tag == "p" and not begun:
                begun = True
                first_lines = flow.done()
                if broken and len(first_lines) == 1 and _is_author(first_lines[0]):
                    author = first_lines[0]
                    flow = now = Flow()
            broken = element.tag == "br" if element.tag in ("br", "p") else broken
            now.enter(element)
            broken = broken and not (element.text or "").strip()
        else:
            passed = passed or (inside and element is title)
            now = flow if passed else over
            if element is not title and classes(element).isdisjoint({"docpublicationname", "docheader"}):
                now.leave(element)
            if element is not root:
                now.text(element.tail)
                broken = broken and not (element.tail or "").strip()
    return "\n".join(over.done()), author, flow.done()


def _is_author(line: str) -> bool:
    return len(line) <= _AUTHOR and "\n" not in line and not _SENTENCE.search(line)
