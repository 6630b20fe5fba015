"""How an article is set: faces, sizes and the measures that follow from them. All lengths are logical pixels."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

FACES = (
    "Source Serif 4",
    "Source Serif Pro",
    "Charis SIL",
    "Noto Serif",
    "Literata",
    "Charter",
    "Georgia",
    "Liberation Serif",
    "DejaVu Serif",
)
SANS_FACES = (
    "Atkinson Hyperlegible",
    "Source Sans 3",
    "Source Sans Pro",
    "Noto Sans",
    "Segoe UI",
    "Helvetica Neue",
    "Liberation Sans",
    "DejaVu Sans",
)
LETTERS = ("serif", "sans", "airy")
"""Letters with serifs, without, or without and set wide apart, as it helps some who read with difficulty."""
POINTS = 13.5
MEASURE = 70
"""Characters in a full line: 45 to 75 is what typographers call comfortable (Bringhurst, 2.1.2)."""
NARROWEST, WIDEST = 40, 120
"""How few and how many characters a person may want in a full line."""

# What a text must still be legible with (WCAG 2.2, success criterion 1.4.12): blanks between letters and words, in em.
_AIR, _WORD_AIR = 0.12, 0.16

# How long a line of French is depends on its letters: this one has them about as often as a newspaper has.
_SAMPLE = "le ministre des Affaires étrangères a déclaré que la rencontre aurait lieu dans les prochains jours"


@dataclass(frozen=True, slots=True)
class Typography:
    """The faces of an article and the distances in its lines.

    `em` is the size of the letters, `pitch` runs from baseline to baseline; those of the title are `title_…`, an empty
    line between paragraphs has `blank_pitch`. `column` is the width of a full line.
    """

    body: QFont
    title: QFont
    name: QFont
    suggested_name: QFont
    em: float
    title_em: float
    pitch: int
    title_pitch: int
    blank_pitch: int
    column: int

    @property
    def small_em(self) -> float:
        """The size of the names below the lines."""
        return self.em * 0.6

    @property
    def hair(self) -> float:
        """The thinnest line that is still drawn with intent."""
        return max(1.0, self.em / 18)

    @property
    def bar(self) -> float:
        """The thickness of an underline."""
        return max(1.0, self.em / 11)

    def rise(self, titled: bool) -> float:
        """Return how far a box reaches above the baseline: as high as an accented capital."""
        return 0.84 * (self.title_em if titled else self.em)

    def fall(self, titled: bool) -> float:
        """Return how far a box reaches below the baseline: a descender, and the bar."""
        return 0.24 * (self.title_em if titled else self.em) + self.bar

    def drop(self, titled: bool) -> float:
        """Return how far below the baseline of a line the names under it have theirs."""
        return self.fall(titled) + 0.86 * self.small_em

    def top(self, titled: bool) -> float:
        """Return how far above the baseline a line's slot begins; slots follow one another without gaps."""
        return self.rise(titled) + 0.06 * self.em


def available_face(letters: str = "serif") -> str:
    """Return the first of the preferred faces that this machine has, else the system's."""
    families = set(QFontDatabase.families())
    wanted, other = (FACES, "Serif") if letters == "serif" else (SANS_FACES, "Sans Serif")
    return next((face for face in wanted if face in families), other)


def typography(
    interface: QFont, zoom: float, dots_per_inch: float, measure: int = MEASURE, letters: str = "serif"
) -> Typography:
    """Return the setting for a zoom (1.0: normal size). `interface` is the window's font, for the names.

    A full line has about `measure` characters; `letters` is one of `LETTERS`.
    """
    points = POINTS * zoom
    body = QFont(available_face(letters))
    body.setStyleHint(QFont.StyleHint.Serif if letters == "serif" else QFont.StyleHint.SansSerif)
    body.setPointSizeF(points)
    if letters == "airy":
        body.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _AIR * points * dots_per_inch / 72)
        body.setWordSpacing(_WORD_AIR * points * dots_per_inch / 72)
    title = QFont(body)
    title.setPointSizeF(points * 1.5)
    title.setWeight(QFont.Weight.DemiBold)
    em = points * dots_per_inch / 72
    name = QFont(interface)
    name.setPointSizeF(points * 0.6)
    name.setWeight(QFont.Weight.Medium)
    name.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 102)
    suggested_name = QFont(name)
    suggested_name.setItalic(True)
    column = measure * QFontMetricsF(body).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
    return Typography(
        body,
        title,
        name,
        suggested_name,
        em,
        title_em=em * 1.5,
        pitch=round(em * 1.85),
        title_pitch=round(em * 2.5),
        blank_pitch=round(em * 0.9),
        column=round(column),
    )
