"""Whatever colour a scheme gives a label, words and name can be read on it, and it is told apart without colour."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from pytestqt.qtbot import QtBot

from depeche.ui.appearance import dark_palette
from depeche.ui.text.mark import Mark
from depeche.ui.text.view import ArticleView
from depeche.ui.theme import HOUSE_COLOURS, SHAPE_CONTRAST, TEXT_CONTRAST, Theme, contrast, luminance, mix

PALETTES = {"light": lambda: QPalette(QColor("#efefef")), "dark": dark_palette}


@pytest.mark.parametrize("name", list(PALETTES))
def test_any_hue_pale_or_deep_keeps_names_and_letters_legible(name: str) -> None:
    palette = PALETTES[name]()
    for hue in range(0, 360, 15):
        for saturation in (0, 90, 255):
            for lightness in (10, 128, 245):
                colour = QColor.fromHsl(hue, saturation, lightness).name()
                theme = Theme(palette, {"ONE": colour, "OTHER": "#ffff00"})
                ink = theme.ink("ONE")
                for ground in (theme.base, ink.fill, *ink.washes):
                    assert contrast(theme.text, ground) >= TEXT_CONTRAST, (colour, ground.name())
                for ground in (theme.base, *ink.washes, *theme.ink("OTHER").washes):
                    assert contrast(ink.strong, ground) >= TEXT_CONTRAST, (colour, ground.name())


def test_contrast_is_what_wcag_says_it_is() -> None:
    """The figures are those that the working group's own examples give."""
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)
    assert luminance(QColor("#ff0000")) == pytest.approx(0.2126)


@pytest.mark.parametrize("name", list(PALETTES))
def test_what_is_set_back_can_still_be_read(name: str) -> None:
    theme = Theme(PALETTES[name]())
    for veil in (theme.mask, theme.veil):
        seen = mix(theme.text, theme.base, veil.alphaF())
        assert contrast(seen, theme.base) >= TEXT_CONTRAST
        assert contrast(seen, theme.base) < contrast(theme.text, theme.base) / 2, "it is set back all the same"
    assert contrast(theme.accent, theme.base) >= SHAPE_CONTRAST


@pytest.mark.parametrize("name", list(PALETTES))
def test_labels_are_told_apart_in_a_grey_picture(qtbot: QtBot, name: str) -> None:
    view = ArticleView()
    qtbot.addWidget(view)
    view.setPalette(PALETTES[name]())
    view.resize(600, 300)
    words = "maintenant "
    view.set_article(words * len(HOUSE_COLOURS), 0)
    view.set_marks([
        Mark(n * len(words), n * len(words) + 10, label, "", key=label) for n, label in enumerate(HOUSE_COLOURS)
    ])  # fmt: skip
    view.show()
    grey = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    feet = []
    for n in range(len(HOUSE_COLOURS)):
        rect = view._rects(n * len(words), n * len(words) + 10)[0].toRect()
        bar = [
            [grey.pixelColor(x, y).lightness() for x in range(rect.left() + 6, rect.left() + 46)]
            for y in range(rect.bottom() - 5, rect.bottom() + 1)
        ]
        # Grey levels apart: what is left is where the bar is drawn and where not.
        ground = grey.pixelColor(rect.left() + 4, rect.center().y() - rect.height() // 3).lightness()
        feet.append(tuple(tuple(abs(level - ground) > 40 for level in row) for row in bar))
    assert len(set(feet)) == len(HOUSE_COLOURS)
