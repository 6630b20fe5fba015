"""The sheet a chart is drawn on: words, lines and bars as SVG elements, and how wide words come out."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from depeche.core.chart_ink import Palette, fixed

LARGE, SMALL = 1.25, 0.9
"""Sizes of letters beside the usual, as factors."""

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write."""
_NARROW = frozenset("iljtfrI.,:;!'’|()[] -·\u00a0\u202f")
_BROAD = frozenset("mwMWœæŒÆ%@—…")


class Paper:
    """A sheet of `size` pixels with letters `em` pixels high, in one font."""

    def __init__(self, palette: Palette, size: tuple[int, int], font: str, em: float) -> None:
        self.palette = palette
        self.width, self.height = size
        self.em = em
        self._font = font
        self._made: list[str] = []

    def words(
        self, x: float, y: float, text: str, *, anchor: str = "start", muted: bool = False, small: bool = False,
        large: bool = False, size: float = 1.0,
    ) -> None:  # fmt: skip
        """Write a line of words with its base line at `y`; `anchor`: start, middle or end of it stands at `x`.

        `size` is a factor beside the usual, for words that are neither small nor large.
        """
        size = self.em * (LARGE if large else SMALL if small else size)
        colour = self.palette.muted if muted else self.palette.text
        weight = ' font-weight="bold"' if large else ""
        placed = "" if anchor == "start" else f' text-anchor="{anchor}"'
        self._made.append(
            f'<text x="{fixed(x)}" y="{fixed(y)}" font-size="{fixed(size)}" fill="{colour}"{weight}{placed}>'
            f"{_escaped(text)}</text>"
        )

    def path(
        self, outline: str, *, stroke: str = "", fill: str = "none", width: float = 1.0, dash: str = "",
        opacity: str = "", title: str = "",
    ) -> None:  # fmt: skip
        """Draw an outline; `title` is what a browser says where the mouse rests on it."""
        if not outline:
            return
        said = [f'd="{outline}"', f'fill="{fill}"']
        if opacity:
            said.append(f'fill-opacity="{opacity}"')
        if stroke:
            said.append(f'stroke="{stroke}" stroke-width="{fixed(width)}" stroke-linejoin="round"')
        if dash:
            said.append(f'stroke-dasharray="{dash.replace(" ", ",")}"')
        drawn = f"<path {' '.join(said)}/>"
        self._made.append(f"<g><title>{_escaped(title)}</title>{drawn}</g>" if title else drawn)

    def bar(
        self, x: float, y: float, width: float, height: float, ink: str, hatched: str = "", title: str = "",
        edge: str = "",
    ) -> None:  # fmt: skip
        """Draw a filled rectangle, hatched and edged in the colour of the ground."""
        box = f'x="{fixed(x)}" y="{fixed(y)}" width="{fixed(width)}" height="{fixed(height)}"'
        edged = f' stroke="{edge}" stroke-width="1"' if edge else ""
        drawn = f'<rect {box} fill="{ink}"{edged}/>'
        if hatched:
            drawn += f'<path d="{hatched}" fill="none" stroke="{self.palette.ground}" stroke-width="1.2"/>'
        self._made.append(f"<g><title>{_escaped(title)}</title>{drawn}</g>" if title else drawn)

    def width_of(self, text: str, *, small: bool = False, large: bool = False) -> float:
        """Return about how wide a line of words is, in pixels; rather too much."""
        units = sum(0.36 if sign in _NARROW else 0.95 if sign in _BROAD else 0.74 if sign.isupper() else 0.61
                    for sign in text)  # fmt: skip
        return units * self.em * (LARGE * 1.08 if large else SMALL if small else 1.0)

    def cut(self, text: str, width: float, *, small: bool = False) -> str:
        """Return the words, cut with an ellipsis where they are wider than `width` pixels."""
        if self.width_of(text, small=small) <= width:
            return text
        while len(text) > 1 and self.width_of(text + "…", small=small) > width:
            text = text[:-1]
        return text.rstrip() + "…"

    def broken(self, text: str, width: float, *, small: bool = False) -> list[str]:
        """Return the words broken at blanks into lines of at most `width` pixels."""
        lines: list[str] = []
        for word in text.split(" "):  # no-break spaces don't break
            if lines and self.width_of(f"{lines[-1]} {word}", small=small) <= width:
                lines[-1] += f" {word}"
            elif word:
                lines.append(word)
        return lines

    def svg(self, title: str, description: str) -> str:
        """Return the sheet as an SVG document."""
        width, height = self.width, self.height
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}" role="img" aria-labelledby="title description" '
            f"font-family={quoteattr(_NO_XML.sub('', self._font))}>\n"
            f'<title id="title">{_escaped(title)}</title>\n'
            f'<desc id="description">{_escaped(description)}</desc>\n'
            f'<rect x="0" y="0" width="{width}" height="{height}" fill="{self.palette.ground}"/>\n'
            + "".join(f"{line}\n" for line in self._made)
            + "</svg>\n"
        )


def _escaped(text: str) -> str:
    return escape(_NO_XML.sub("\ufffd", text))
