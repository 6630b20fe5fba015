"""HTML from outside: parsed within bounds, and its text as a browser would break it into lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from depeche.errors import InputError
from depeche.ingest.library import library
from depeche.messages import tr

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LIMIT = 8_000_000
"""Characters of one page, with its markup."""
_ELEMENTS = 50_000
_SIBLINGS = 20_000_000
"""The squares of how many inline elements stand side by side, in all: what an extraction's time grows with."""
_ATTRIBUTES = 1_000
"""Of one element: the parser's time grows with their square."""

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol option optgroup p pre search section "
    "select summary table tbody td tfoot th thead title tr ul "
    "cell head item list quote row".split()  # the last ones are trafilatura's
)
_BREAKS = frozenset({"br", "lb"})
_UNSEEN = frozenset({"script", "style", "noscript", "template", "iframe", "object", "svg", "math", "textarea"})

_OPENED = re.compile(r"<(?:!--|([a-zA-Z][^\s/>]*))")
_ATTRIBUTE = re.compile(r"[\s/]*[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>]*+))?+")
_END = re.compile(rb"</(?:article|body|html|rss|feed|rdf:rdf)\s*>", re.IGNORECASE)
_ELEMENT = re.compile(r"<[a-zA-Z]")
_SUBSET = re.compile(r"<!doctype\b[^>\[]{0,1000}\[", re.IGNORECASE)
_SUBSET_END = re.compile(r"\]\s*>")
_WHITE = re.compile(r"[ \t\n\r\f]+")
_LINE_END = re.compile(r"\r\n?|\n")
_GAP = re.compile(r"[ \n\r]*[\n\r][ \n\r]*")

SOFT_HYPHEN = "\u00ad"
"""A place where a word may be divided when shown: layout, like the page's own line ends."""


_NAME = re.compile(rb"<([A-Za-z_][\w:.-]*)")
_DOCTYPE = re.compile(rb"<!doctype\s+([^\s>\[]*)[^>\[]*", re.IGNORECASE)


def narrow(head: bytes) -> bytes:
    """Return a file's first bytes without a byte order mark, and one byte a character of ASCII where it is UTF-16."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or head[:4] in (b"<\0?\0", b"\0<\0?"):
        return head.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\0", b"")
    return head.removeprefix(b"\xef\xbb\xbf")


def first_element(head: bytes) -> str:
    """Return the name, in small letters, of the element that a file in HTML or XML begins with; empty for others.

    A page that says it is HTML is, whatever comes first.
    """
    head, at = narrow(head), 0
    while True:
        while head[at : at + 1].isspace():
            at += 1
        if said := _DOCTYPE.match(head, at):
            if said[1].lower() == b"html":
                return "html"
            at, end = said.end(), b"]" if head[said.end() : said.end() + 1] == b"[" else b""
        elif head.startswith((b"<?", b"<!--"), at):
            end = b"?" if head[at + 1 : at + 2] == b"?" else b"--"
        else:
            name = _NAME.match(head, at)
            return name[1].decode("ascii").lower() if name else ""
        closed = head.find(end + b">", at)
        if closed < 0:
            return ""
        at = closed + len(end) + 1


def has_end(data: bytes) -> bool:
    """Tell whether a page, a feed or an article in one comes to its end, or the file breaks off before."""
    return _END.search(data.replace(b"\0", b"")) is not None


def cut_short() -> str:
    """Return the half sentence on the last article of a file that has no end."""
    return tr("le fichier s’arrête avant sa fin : l’article n’est peut-être pas entier")


def check_size(letters: int) -> None:
    """Raise InputError for a page of more letters than are read."""
    if letters > LIMIT:
        raise InputError(tr("la page dépasse {limit} Mo", limit=LIMIT // 1_000_000))


def parse(html: str) -> HtmlElement:
    """Return a page's root element. Raises InputError where it is empty, or too big or too deep to be a page."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    check_size(len(html))
    check_attributes(html)
    parser = HTMLParser(encoding="utf-8", huge_tree=False, no_network=True)
    with library(tr("ce n’est pas une page web lisible")):
        try:
            root: HtmlElement = document_fromstring(_without_subset(html).encode("utf-8"), parser=parser)
        except etree.ParserError:  # nothing in it
            raise InputError(tr("la page est vide")) from None
    # The parser drops all that lies too deep, and goes on as if nothing were.
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise InputError(tr("les balises y sont imbriquées trop profondément"))
    if sum(1 for _ in root.iter()) > _ELEMENTS:
        raise InputError(tr("la page a trop de balises"))
    return root


def _without_subset(html: str) -> str:
    """Return a page without the declarations inside its DOCTYPE, the end of which an HTML parser takes for text."""
    first = _ELEMENT.search(html)
    said = _SUBSET.search(html, 0, first.start() if first else len(html))
    end = _SUBSET_END.search(html, said.end()) if said else None
    return html[: said.end() - 1] + html[end.end() - 1 :] if said and end else html


def check_attributes(html: str) -> None:
    """Raise InputError where an element has so many attributes that the parser would be at it for minutes."""
    at = 0
    while opened := _OPENED.search(html, at):
        at, name = opened.end(), (opened[1] or "").lower()
        if not name:
            closed = html.find("-->", at)
            at = len(html) if closed < 0 else closed
            continue
        count = 0
        while attribute := _ATTRIBUTE.match(html, at):
            at, count = attribute.end(), count + 1
            if count > _ATTRIBUTES:
                raise InputError(tr("une balise y a plus de {limit} attributs", limit=_ATTRIBUTES))
        if name in ("script", "style"):
            closed = html.find(f"</{name}", at)
            at = at if closed < 0 else closed


def check_siblings(root: HtmlElement) -> None:
    """Raise InputError where so much stands side by side that an extraction would be at it for minutes."""
    cost = 0
    for element in root.iter():
        if len(element) > 50:
            cost += sum(1 for child in element if child.tag not in _BLOCKS and child.tag not in _BREAKS) ** 2
    if cost > _SIBLINGS:
        raise InputError(tr("la page a trop de balises à la suite"))


def flow(root: HtmlElement) -> str:
    """Return the text in the order of the page, unseen parts left out.

    White space that shows as a space is one or more spaces; `\\n` stands where a block begins or ends, `\\r` for a line
    break within one. No-break spaces and all else are as they are.
    """
    from lxml import etree

    parts: list[str] = []
    preformatted = 0
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _UNSEEN:
                walk.skip_subtree()
                continue
            if tag in _BLOCKS:
                parts.append("\n")
            preformatted += tag == "pre"
            if element.text:
                parts.append(_spaced(element.text, preformatted > 0))
            continue
        if tag in _BLOCKS:
            parts.append("\n")
        elif tag in _BREAKS:
            parts.append("\r")
        preformatted -= tag == "pre"
        if element.tail and element is not root:
            parts.append(_spaced(element.tail, preformatted > 0))
    return "".join(parts)


def _spaced(text: str, preformatted: bool) -> str:
    return _LINE_END.sub("\r", text) if preformatted else _WHITE.sub(" ", text)


def lines(flowing: str) -> str:
    """Return what `flow` gave as lines of text: a block a line, an empty one where two breaks stand together."""
    text = _WHITE_SPACES.sub(" ", flowing.replace(SOFT_HYPHEN, ""))
    return _GAP.sub(_ends, text).strip(" \n")


_WHITE_SPACES = re.compile(r"  +")


def _ends(gap: re.Match[str]) -> str:
    return "\n\n" if gap[0].count("\r") > 1 else "\n"


def plain(html: str) -> str:
    """Return the text of a piece of HTML (a mail's, a feed's), all of it. Raises InputError as `parse` does."""
    return lines(flow(parse(html))) if html.strip() else ""
