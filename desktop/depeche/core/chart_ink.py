"""The colours of a chart, and what tells its series apart without them: hatching, dashes, the shapes of markers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

SHAPE_CONTRAST = 3.0
"""The least contrast of a shape that means something (WCAG 2.2, success criterion 1.4.11)."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours to draw in, as `#rrggbb`.

    `ground` lies behind, `text` is for words, `muted` for axes and what matters less, `grid` for lines that only help.
    `inks` are given to series in order; `named` to those that ask for a colour by name. What stands out too little
    against the ground is drawn nearer to `text`.
    """

    ground: str
    text: str
    muted: str
    grid: str
    inks: tuple[str, ...]
    named: Mapping[str, str] = field(default_factory=dict, hash=False)

    def ink(self, name: str, order: int) -> str:
        """Return the colour of a series, legible as a shape on the ground."""
        colour = self.named.get(name) or self.inks[order % len(self.inks)]
        share = 0.0
        while share < 1 and contrast(_mixed(colour, self.text, share), self.ground) < SHAPE_CONTRAST:
            share += 0.05
        return _mixed(colour, self.text, share)


# Okabe and Ito's colours, which the colour-blind tell apart; the yellow is left out, it can't be seen on white.
_OUTCOMES = {"accepted": "#009e73", "corrected": "#e69f00", "rejected": "#d55e00", "missed": "#7a5fc0"}
_INKS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")

LIGHT = Palette("#ffffff", "#1a1a1a", "#5c5c5c", "#e2e2e2", _INKS, _OUTCOMES)
DARK = Palette("#1e1e1e", "#ececec", "#a8a8a8", "#3a3a3a", _INKS, _OUTCOMES)


def on_paper(colours: Mapping[str, str]) -> Palette:
    """Return the palette of what is saved, dark on white, with colours (`#rrggbb`) for series of these names."""
    return replace(LIGHT, named={**_OUTCOMES, **colours})


HATCHINGS = ("", "/", "\\", "-", "x", "|")
"""How bars are hatched, by the order of their series: plain, rising, falling, level, crossed, upright."""
DASHES = ("", "6 3", "2 3", "9 3 2 3", "12 4", "4 2 1 2")
"""How lines are dashed, by the order of their series."""
_SHAPES = ("circle", "square", "triangle", "diamond", "wedge", "plus")


def marker(order: int, x: float, y: float, size: float) -> str:
    """Return the outline of a marker as an SVG path, by the order of its series; `size` is its radius."""
    shape, s = _SHAPES[order % len(_SHAPES)], size
    if shape == "circle":
        r = fixed(s)
        return f"M{fixed(x - s)} {fixed(y)}a{r} {r} 0 1 0 {fixed(2 * s)} 0a{r} {r} 0 1 0 {fixed(-2 * s)} 0Z"
    corners = {
        "square": ((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)),
        "triangle": ((0, -1.1), (1.05, 0.85), (-1.05, 0.85)),
        "diamond": ((0, -1.25), (1.1, 0), (0, 1.25), (-1.1, 0)),
        "wedge": ((0, 1.1), (1.05, -0.85), (-1.05, -0.85)),
        "plus": (
            (-0.35, -1.1), (0.35, -1.1), (0.35, -0.35), (1.1, -0.35), (1.1, 0.35), (0.35, 0.35),
            (0.35, 1.1), (-0.35, 1.1), (-0.35, 0.35), (-1.1, 0.35), (-1.1, -0.35), (-0.35, -0.35),
        ),
    }[shape]  # fmt: skip
    return polygon([(x + dx * s, y + dy * s) for dx, dy in corners])


def hatching(kind: str, x: float, y: float, width: float, height: float, gap: float = 6.0) -> str:
    """Return the lines that hatch a rectangle as an SVG path, cut at its edges; empty where it isn't hatched.

    Lines, not a pattern: SVG Tiny has none.
    """
    lines: list[str] = []
    right, bottom = x + width, y + height
    if kind in ("-", "|"):
        level = kind == "-"
        start, end = (y, bottom) if level else (x, right)
        at = start + gap / 2
        while at < end:
            here = (x, at, right, at) if level else (at, y, at, bottom)
            lines.append(_line(*here))
            at += gap
    if kind in ("/", "x"):
        # x + y is the same all along a line that rises.
        at = x + y + gap
        while at < right + bottom:
            left, low = max(x, at - bottom), min(right, at - y)
            lines.append(_line(left, at - left, low, at - low))
            at += gap * 1.4
    if kind in ("\\", "x"):
        at = x - bottom + gap
        while at < right - y:
            left, low = max(x, at + y), min(right, at + bottom)
            lines.append(_line(left, left - at, low, low - at))
            at += gap * 1.4
    return "".join(lines)


def polygon(points: list[tuple[float, float]]) -> str:
    """Return a closed SVG path through these points."""
    return open_line(points) + "Z"


def open_line(points: list[tuple[float, float]]) -> str:
    """Return an SVG path through these points."""
    return "M" + "L".join(f"{fixed(x)} {fixed(y)}" for x, y in points)


def fixed(number: float) -> str:
    """Return a number with at most two decimals, written the same on every machine."""
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _mixed(one: str, other: str, share: float) -> str:
    pairs = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round((a + (b - a) * min(share, 1.0)) * 255):02x}" for a, b in pairs)


def _parts(colour: str) -> list[float]:
    return [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f"M{fixed(x1)} {fixed(y1)}L{fixed(x2)} {fixed(y2)}"
