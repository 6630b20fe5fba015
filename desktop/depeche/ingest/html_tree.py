"""HTML to a tree and its text as a browser shows it: blanks fold, blocks part paragraphs, no-break spaces stay."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from depeche.errors import InputError
from depeche.messages import tr

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEPTH = 1000
_ELEMENTS = 300_000
"""No article has more, or deeper ones; a tree takes a hundred times the bytes of a tag."""

_KEPT = ("class", "id", "href", "sourcecode")
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody tfoot thead "
    "tr ul".split()
)
_NO_TEXT = frozenset(
    "applet audio button canvas embed head iframe img input math noscript object script select style svg template "
    "textarea title video".split()
)
_BLANKS = re.compile(r"[ \t\n\r\f]+")  # HTML's own: no-break spaces aren't among them


def tree(markup: str) -> _Element:
    """Return the root of what `markup` is read as; entities other than HTML's and addresses are never looked up.

    Raises InputError where it can't be read, or nests deeper than any page does.
    """
    from lxml import etree

    target = _Target()
    # By events into a tree of our own: libxml2's takes the square of a tag's attributes to make.
    parser = etree.HTMLParser(
        target=target, encoding="utf-8", huge_tree=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root: _Element = etree.fromstring(markup.encode("utf-8"), parser=parser)
    except etree.LxmlError:
        raise InputError(tr("balisage illisible")) from None
    if target.full:
        raise InputError(tr("trop de balises, ou trop imbriquées"))
    return root


class _Target:
    """Builds the tree, with the attributes that are asked about alone, until it is full."""

    def __init__(self) -> None:
        from lxml.etree import TreeBuilder

        self.full = False
        self._builder = TreeBuilder()
        self._depth = 0
        self._count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1
        self.full = self.full or self._depth > _DEPTH or self._count > _ELEMENTS
        if not self.full:
            self._builder.start(tag, {name: attributes[name] for name in _KEPT if name in attributes})

    def end(self, tag: str) -> None:
        self._depth -= 1
        if not self.full:
            self._builder.end(tag)

    def data(self, text: str) -> None:
        if not self.full:
            self._builder.data(text)

    def close(self) -> _Element:
        from lxml.etree import Element

        return Element("html") if self.full else self._builder.close()


def classes(element: _Element) -> frozenset[str]:
    """Return an element's classes in small letters."""
    return frozenset((element.get("class") or "").lower().split())


def with_class(root: _Element, *names: str) -> Iterator[_Element]:
    """Yield what is below `root`, or itself, and has one of these classes, which are in small letters."""
    wanted = frozenset(names)
    return (element for element in root.iter() if not wanted.isdisjoint(classes(element)))


def first(root: _Element, *names: str) -> _Element | None:
    """Return the first element with one of these classes."""
    return next(with_class(root, *names), None)


def above(element: _Element, root: _Element) -> Iterator[_Element]:
    """Yield an element and what it stands in, up to `root`, which isn't yielded."""
    one: _Element | None = element
    while one is not None and one is not root:
        yield one
        one = one.getparent()


def one_line(element: _Element | None) -> str:
    """Return an element's text as one line; empty for None."""
    return " ".join(paragraphs(element)).replace("\n", " ") if element is not None else ""


def paragraphs(root: _Element, skipped: Callable[[_Element], bool] = lambda element: False) -> list[str]:
    """Return the paragraphs in an element; in each a line break stands for `<br>`. What holds no letter is none."""
    from lxml.etree import iterwalk

    flow = Flow()
    walk = iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if element is not root and (element.tag in _NO_TEXT or skipped(element)):
                walk.skip_subtree()
                flow.border(element)
                continue
            flow.enter(element)
        else:
            if element.tag not in _NO_TEXT and not (element is not root and skipped(element)):
                flow.leave(element)
            if element is not root:
                flow.text(element.tail)
    return flow.done()


def labelled(root: _Element, kind_of: Callable[[_Element], str]) -> list[tuple[str, str]]:
    """Return the paragraphs in an element, each with the kind of the innermost element around it that has one."""
    from lxml.etree import iterwalk

    flow = Flow()
    kinds = [""]
    found: list[tuple[str, str]] = []
    walk = iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            flow.border(element)
            found += ((kinds[-1], paragraph) for paragraph in flow.take())
            kinds.append(kind_of(element) or kinds[-1])
            if element.tag in _NO_TEXT:
                walk.skip_subtree()
            else:
                flow.enter(element)
        else:
            if element.tag not in _NO_TEXT:
                flow.leave(element)
            found += ((kinds[-1], paragraph) for paragraph in flow.take())
            kinds.pop()
            if element is not root:
                flow.text(element.tail)
    return found


class Flow:
    """Text as it flows: pieces to lines, lines to paragraphs."""

    def __init__(self) -> None:
        self._paragraphs: list[str] = []
        self._lines: list[str] = []
        self._line: list[str] = []
        self._preformatted = 0

    def enter(self, element: _Element) -> None:
        """Take an element's beginning, with the text before its first child."""
        self.border(element)
        self._preformatted += element.tag == "pre"
        if element.tag == "br":
            self._end_line()
        self.text(element.text)

    def leave(self, element: _Element) -> None:
        """Take an element's end."""
        self.border(element)
        self._preformatted -= element.tag == "pre"

    def border(self, element: _Element) -> None:
        """End the paragraph if the element is a block; part the cells of a table's row."""
        if element.tag in _BLOCKS:
            self.end_paragraph()
        elif element.tag in ("td", "th"):
            self._line.append(" ")

    def text(self, text: str | None) -> None:
        """Take a stretch of text."""
        if not text:
            return
        if not self._preformatted:
            self._line.append(text)
            return
        for n, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
            if n:
                self._end_line()
            self._line.append(line)

    def end_paragraph(self) -> None:
        """End the paragraph, if one is begun."""
        if not self._line and not self._lines:
            return
        self._end_line()
        while self._lines and not self._lines[-1]:
            self._lines.pop()
        start = next((n for n, line in enumerate(self._lines) if line), 0)
        paragraph = "\n".join(self._lines[start:])
        if paragraph.strip():
            self._paragraphs.append(paragraph)
        self._lines.clear()

    def done(self) -> list[str]:
        """Return all paragraphs."""
        self.end_paragraph()
        return self._paragraphs

    def take(self) -> list[str]:
        """Return the paragraphs that have ended since they were last taken."""
        taken, self._paragraphs = self._paragraphs, []
        return taken

    def _end_line(self) -> None:
        line = "".join(self._line)
        self._lines.append(line.rstrip(" \t") if self._preformatted else _BLANKS.sub(" ", line).strip(" "))
        self._line.clear()
