"""One article of Europresse in the form of today: an `<article>` with a header, a section, an aside and a footer.

The names of the classes are the portal's, of both its newer generations (those with `rdp__` came later).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from depeche.core.article import Article, DateOrigin
from depeche.core.dates import is_publication_date
from depeche.errors import InputError
from depeche.ingest.europresse_head import HeadLine, head_line, identifier, journal
from depeche.ingest.html_tree import above, classes, first, one_line, paragraphs, tree, with_class
from depeche.messages import tr

if TYPE_CHECKING:
    from lxml.etree import _Element

_JOURNAL = frozenset({"docpublicationname", "rdp__docpublicationname"})
_LINE = frozenset({"docheader", "rdp__docheader"})
_ELSEWHERE = ("cet article est paru dans", "this article appeared in")
_MARKUP = re.compile(r"</?(?:p|br|div)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)
_GAP = re.compile(r"\s*\n\s*\n\s*|\s{12,}")
_NOT_HEAD = frozenset({"section", "aside", "footer"})
_BELOW = ("doctext", "dococurrcontainer", "doc-legalinfo", "public-lblnodoc")
_AUTHOR = 150
"""Characters beyond which a line under the title isn't its author."""


def article_of(root: _Element) -> Article:
    """Return the article; raises InputError where it has no text.

    Its text is that of the body alone, paragraphs parted by a blank line. Notes and captions in an aside, which are no
    part of what was printed as one text, are kept in `meta["notes"]`.
    """
    header = next(root.iter("header"), root)
    title = next((one for names in _TITLES if (one := first(root, *names)) is not None), None)
    bodies = _bodies(root)
    lines = _lines(bodies)
    if not lines:
        raise InputError(tr("il n’a pas de texte"))
    source, detail = _source(root)
    head = _head(root, header, title)
    number, day = _number(root)
    said = {
        "licence": _licence(root),
        "notes": "\n".join(_notes(root, bodies)),
        "source_code": next((code for one in root.iter() if (code := one.get("sourcecode"))), ""),
        **detail,
        **_beside(header, title, head),
    }
    return replace(made(one_line(title), lines, source, head, (number, day), said), url=_address(bodies))


def made(
    title: str, lines: list[str], source: str, head: HeadLine, number: tuple[str, str], said: Mapping[str, str]
) -> Article:
    """Return the article of what is found; `number` is the document's, with the day in it, `said` what else is."""
    name, day = number
    meta = {
        "section": head.section,
        "page": head.page,
        "time": head.time,
        "words": head.words,
        "header": head.rest,
        "provider": "Europresse",
        "provider_id": name,
        **said,
    }
    date = head.date or (day if is_publication_date(day) else "")
    return Article(
        text="\n\n".join(lines),
        title=title,
        name=name,
        date=date or None,
        date_origin=DateOrigin.GIVEN if head.date else DateOrigin.INFERRED if date else DateOrigin.UNKNOWN,
        source=source or None,
        meta={key: value for key, value in meta.items() if value},
    )


_TITLES = (("rdp__articletitle",), ("titrearticlevisu",), ("titrearticle",), ("grandtitre",))


def _bodies(root: _Element) -> list[_Element]:
    """Return what the text stands in, whichever the file has of it."""
    for names in (("dococurrcontainer",), ("doctext",)):
        found = [one for one in with_class(root, *names) if not any(_is(up, *names) for up in _over(one, root))]
        if any(paragraphs(one) for one in found):
            return found
    return list(root.iter("section"))


def _over(element: _Element, root: _Element) -> list[_Element]:
    return list(above(element, root))[1:]


def _is(element: _Element, *names: str) -> bool:
    return not classes(element).isdisjoint(names)


def _lines(bodies: list[_Element]) -> list[str]:
    lines = [line for body in bodies for line in paragraphs(body, _is_no_text)]
    text = "\n\n".join(lines)
    if _MARKUP.search(text) and not any(True for body in bodies for _ in body.iter("p")):
        lines = paragraphs(tree(text), _is_no_text)  # some sources have their markup escaped, as text
    return lines


def _is_no_text(element: _Element) -> bool:
    return element.tag in ("aside", "header", "footer") or _address_of(element) is not None


def _address_of(element: _Element) -> str | None:
    """Return where an element that is nothing but a link of Europresse's to the article leads; else None."""
    if element.tag not in ("p", "a"):
        return None
    link = element if element.tag == "a" else next(element.iter("a"), None)
    if link is None or not (said := one_line(link)).casefold().startswith(_ELSEWHERE):
        return None
    return link.get("href") if one_line(element) == said else None


def _address(bodies: list[_Element]) -> str | None:
    for body in bodies:
        for link in body.iter("a"):
            address = _address_of(link)
            if address and address.startswith(("https://", "http://")):
                return address
    return None


def _source(root: _Element) -> tuple[str, dict[str, str]]:
    """Return the journal's name, and what is said of it beside."""
    field = first(root, "docpublicationname")
    field = first(root, *_JOURNAL) if field is None else field
    if field is None:
        return "", {}
    said = "".join(field.itertext()).strip()
    name, *more = _GAP.split(said, maxsplit=1)
    name, issue = journal(" ".join(name.split()))
    return name, {"issue": issue, "source_detail": " ".join(" ".join(more).split())}


def _head(root: _Element, header: _Element, title: _Element | None) -> HeadLine:
    """Return what the line with the day says; where it isn't marked as such, that of the first line that has one."""
    line = head_line("".join(one_line(one) + " " for one in with_class(header, "docheader")))
    if line.date:
        return line
    section = one_line(first(header, "doctitresoussection"))
    for one in _leaves(header):
        inside = list(above(one, header))
        if title is not None and (title in inside or any(_is(up, "titrearticle") for up in inside)):
            break
        other = head_line(one_line(one))
        if other.date:
            said = section if section and section not in other.section else other.section
            return HeadLine(other.date, other.time, said, other.page, other.words, line.rest or other.rest)
    return HeadLine(section=section, rest=line.rest)


def _leaves(header: _Element) -> list[_Element]:
    """Return the blocks of the header that hold no other; of the whole article, where a page has no header."""
    return [
        one
        for one in header.iter("p", "div", "h1", "h2", "h3", "span")
        if not any(up.tag in _NOT_HEAD or _is(up, *_BELOW) for up in above(one, header))
        and (one.tag != "span" or (one.getparent() is not None and one.getparent().tag == "header"))
        and not any(True for _ in one.iterdescendants("p", "div", "h1", "h2", "h3"))
    ]


def _beside(header: _Element, title: _Element | None, head: HeadLine) -> dict[str, str]:
    """Return what stands over and under the title: kicker, subtitle, authors."""
    over: list[str] = []
    under: list[str] = []
    authors = [one_line(one) for one in with_class(header, "docauthors")]
    passed = False
    for one in _leaves(header) if title is not None else ():
        inside = list(above(one, header))
        names = frozenset().union(*(classes(up) for up in inside), *(classes(below) for below in one.iter()))
        if one is title or title in inside:
            passed = True
            continue
        said = one_line(one)
        if not said or not names.isdisjoint(_JOURNAL | _LINE | {"docauthors"}):
            continue
        if "doctitresoussection" in names or (head_line(said).date and head.date and not passed):
            continue
        if not passed:
            over.append(said)
        elif "rdp__subtitle" in names or "titrearticle" in names or authors or len(said) > _AUTHOR:
            under.append(said)
        else:
            authors.append(said)
    return {"kicker": "\n".join(over), "subtitle": "\n".join(under), "author": ", ".join(a for a in authors if a)}


def _number(root: _Element) -> tuple[str, str]:
    for one in root.iter():
        if _is(one, "public-lblnodoc") or (one.get("id") or "").lower() == "public_lblnodoc":
            found = identifier(one_line(one))
            if found[0]:
                return found
    return identifier(" ".join(one_line(one) for one in root.iter("footer")))


def _licence(root: _Element) -> str:
    places = [*root.iter("footer"), *with_class(root, "doc-legalinfo")]
    small = [said for place in places for one in place.iter("small") if (said := one_line(one))]
    lines = small or [line for place in places for line in paragraphs(place) if line.startswith(("©", "(c)"))]
    return " ".join(dict.fromkeys(lines))


def _notes(root: _Element, bodies: list[_Element]) -> list[str]:
    """Return captions, notes and boxes beside the text; a label with nothing after it says nothing."""
    said = [line for one in root.iter("aside") for line in paragraphs(one)]
    ends = [line.rstrip().endswith(":") for line in said] + [True]
    lines = [line for line, label, empty in zip(said, ends, ends[1:], strict=False) if not (label and empty)]
    for place in list(root.iter("section")) or list(with_class(root, "doctext")):
        if place not in bodies:
            lines += paragraphs(place, lambda one: one in bodies or one.tag == "aside" or _address_of(one) is not None)
    return lines
