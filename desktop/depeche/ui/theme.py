"""The colours of a window: those of its palette, and for each label a family of shades that can be read on it.

A label has one colour in its scheme; what is drawn is a shade of it, made for the palette at hand, light or dark.
Labels are told apart by an underline pattern as well, so that nobody needs to see colours.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QColor, QPalette

TEXT_CONTRAST = 4.5
"""The least contrast of letters with what lies under them (WCAG 2.2, success criterion 1.4.3)."""
SHAPE_CONTRAST = 3.0
"""The least contrast of a shape that means something (WCAG 2.2, success criterion 1.4.11)."""

HOUSE_COLOURS: Mapping[str, str] = {"ACTOR": "#2f6fb5", "FIGURE": "#9a6a00", "DATE": "#2e7d4f", "QUOTE": "#8a3ea8"}
"""The colours of the four labels that Dépêche comes with, used until a scheme is set."""


class Pattern(Enum):
    """How the bar under a label's spans is drawn."""

    SOLID = "solid"
    DOTTED = "dotted"
    DOUBLE = "double"
    DASH_DOT = "dash-dot"
    DASHED = "dashed"
    WAVE = "wave"


@dataclass(frozen=True, slots=True)
class Ink:
    """The shades of one label on one palette.

    `strong` is for lines and small letters, `soft` for outlines that say nothing by themselves, `fill` lies behind the
    letters of a span, `washes` behind those of a span that holds others, the outermost first. `text` is legible on all
    of them.
    """

    strong: QColor
    soft: QColor
    fill: QColor
    washes: tuple[QColor, ...]
    text: QColor
    pattern: Pattern


class Theme:
    """All colours for one palette and one set of labels: `colours` gives each its colour (`#rrggbb`), in order."""

    def __init__(self, palette: QPalette, colours: Mapping[str, str] = HOUSE_COLOURS) -> None:
        role = QPalette.ColorRole
        self.base = palette.color(QPalette.ColorGroup.Active, role.Base)
        self.text = palette.color(QPalette.ColorGroup.Active, role.Text)
        self.dark = luminance(self.base) < luminance(self.text)
        self.muted = readable(mix(self.text, self.base, 0.4), (self.base,), TEXT_CONTRAST, self.dark)
        self.accent = readable(
            palette.color(QPalette.ColorGroup.Active, role.Accent), (self.base,), SHAPE_CONTRAST, self.dark
        )
        highlight = palette.color(QPalette.ColorGroup.Active, role.Highlight)
        self.selection = self._under_text(highlight, 0.32)
        self.selection_edge = readable(highlight, (self.base,), SHAPE_CONTRAST, self.dark)
        self.mask = self._veil(0.54)
        self.veil = self._veil(0.62)
        self._colours = dict(colours)
        # A name may stand on the wash of another label, in which its span lies.
        washes = [wash for colour in colours.values() for wash in self._washes(QColor(colour))]
        self._grounds = (self.base, *washes)
        self._inks: dict[str, Ink] = {}

    def ink(self, label: str) -> Ink:
        """Return the shades of a label; one that the scheme does not know gets a colour and pattern of its own."""
        if label not in self._inks:
            self._inks[label] = self._make_ink(label)
        return self._inks[label]

    def _make_ink(self, label: str) -> Ink:
        patterns = tuple(Pattern)
        if label in self._colours:
            colour = QColor(self._colours[label])
            pattern = patterns[list(self._colours).index(label) % len(patterns)]
        else:
            chance = zlib.crc32(label.encode("utf-8"))
            colour = QColor.fromHsl(chance % 360, 110, 110)
            pattern = patterns[chance % len(patterns)]
        fill = self._under_text(colour, 0.30 if self.dark else 0.19)
        washes = self._washes(colour)
        strong = readable(colour, (*self._grounds, *washes), TEXT_CONTRAST, self.dark)
        soft = mix(strong, self.base, 0.5)
        return Ink(strong, soft, fill, washes, self.text, pattern)

    def _washes(self, colour: QColor) -> tuple[QColor, ...]:
        depths = (0.11, 0.20, 0.28) if self.dark else (0.065, 0.12, 0.17)
        return tuple(self._under_text(colour, depth) for depth in depths)

    def _veil(self, share: float) -> QColor:
        """Return the base as a veil over letters, as dense as `share` and as they can still be read under it."""
        while share > 0.01 and contrast(mix(self.text, self.base, share), self.base) < TEXT_CONTRAST:
            share -= 0.01
        veil = QColor(self.base)
        veil.setAlphaF(share)
        return veil

    def _under_text(self, colour: QColor, share: float) -> QColor:
        """Return the base tinted with `colour`, as far as `share` and as the letters on it stay legible."""
        tint = mix(self.base, colour, share)
        while share > 0.01 and contrast(tint, self.text) < TEXT_CONTRAST:
            share *= 0.8
            tint = mix(self.base, colour, share)
        return tint


def mix(one: QColor, other: QColor, share: float) -> QColor:
    """Return `one` with `share` (0 to 1) of `other` in it, both opaque."""
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * share,
        one.greenF() + (other.greenF() - one.greenF()) * share,
        one.blueF() + (other.blueF() - one.blueF()) * share,
    )


def luminance(colour: QColor) -> float:
    """Return the relative luminance, 0 to 1, as WCAG 2.2 defines it."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two opaque colours, 1 to 21, as WCAG 2.2 defines it."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def readable(colour: QColor, grounds: tuple[QColor, ...], least: float, lighter: bool) -> QColor:
    """Return the shade of `colour` nearest to it that has `least` contrast with each ground, lighter or darker."""
    hue, saturation, lightness = max(colour.hslHueF(), 0.0), colour.hslSaturationF(), colour.lightnessF()
    step = 0.01 if lighter else -0.01
    shade = QColor(colour)
    while 0 < lightness + step < 1 and min(contrast(shade, ground) for ground in grounds) < least:
        lightness += step
        shade = QColor.fromHslF(hue, saturation, lightness)
    return shade
