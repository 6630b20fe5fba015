"""Characters that are not seen: which there are in a paragraph, where they stand and what they are called.

No-break and thin spaces decide how figures and quotes are written; what has no width at all, or turns the reading
direction, can hide in a name. They are shown as ink over the text, which stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock

from depeche.messages import tr
from depeche.ui.text.runs import edge_of


class Shape(Enum):
    """How a character is shown."""

    TIED = "a tray below: a blank at which no line is broken"
    NARROW = "a notch below: the same, but narrow"
    BLANK = "a point: any other blank of its own width, and a tabulator"
    HIDDEN = "an upright with a knob: something without width"
    TURN = "an upright with a flag: what turns the direction of reading"
    COMBINED = "a roof below: a mark put onto the letter before it"


_TURNING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_HIDDEN = "\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
_BLANK = "\t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"
_COMBINED = "\u0300-\u034e\u0350-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_SOUGHT = re.compile(
    f"(?P<NARROW>[\u2007\u202f])|(?P<TIED>\u00a0)|(?P<BLANK>[{_BLANK}])|(?P<TURN>[{_TURNING}])"
    f"|(?P<HIDDEN>[{_HIDDEN}])|(?P<COMBINED>[{_COMBINED}])"
)


@dataclass(frozen=True, slots=True)
class Unseen:
    """One such character: `box` counts from the block's origin and runs from the letters' top to their foot."""

    character: str
    shape: Shape
    box: QRectF


def unseen(block: QTextBlock, rise: float, fall: float) -> list[Unseen]:
    """Return the characters of a laid out block that are not seen; `rise` and `fall` are the letters' height."""
    layout, found = block.layout(), []
    for match in _SOUGHT.finditer(_units(block.text())):
        at = match.start()
        line = layout.lineForTextPosition(at)
        if not line.isValid():
            continue
        one, other = edge_of(line, at), edge_of(line, at + 1)
        baseline = line.y() + line.ascent()
        box = QRectF(min(one, other), baseline - rise, abs(other - one), rise + fall)
        found.append(Unseen(match.group(), Shape[str(match.lastgroup)], box))
    return found


def _units(text: str) -> str:
    """Return a text with one character for each UTF-16 unit, as Qt counts."""
    return text if text.isascii() else re.sub("[\U00010000-\U0010ffff]", "\ue000\ue000", text)


def name_of(character: str) -> str:
    """Return what a character is called, with its number: « espace fine insécable (U+202F) »."""
    known = {
        "\u00a0": tr("espace insécable"),
        "\u202f": tr("espace fine insécable"),
        "\u2009": tr("espace fine"),
        "\u200a": tr("espace ultrafine"),
        "\u2007": tr("espace tabulaire"),
        "\u2003": tr("espace cadratin"),
        "\u2002": tr("espace demi-cadratin"),
        "\u200b": tr("espace sans chasse"),
        "\u2060": tr("gluon de mots"),
        "\u200c": tr("antiliant sans chasse"),
        "\u200d": tr("liant sans chasse"),
        "\u00ad": tr("trait d’union conditionnel"),
        "\u200e": tr("marque gauche-à-droite"),
        "\u200f": tr("marque droite-à-gauche"),
        "\u0301": tr("accent aigu combinant"),
        "\u0300": tr("accent grave combinant"),
        "\u0302": tr("accent circonflexe combinant"),
        "\u0308": tr("tréma combinant"),
        "\u0327": tr("cédille combinante"),
        "\t": tr("tabulation"),
    }
    name = known.get(character) or unicodedata.name(character, tr("caractère de commande")).lower()
    return f"{name} (U+{ord(character):04X})"
