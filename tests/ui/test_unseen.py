"""Characters that are not seen are shown on demand, as ink: where they are, told apart, named, the text untouched."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from depeche.ui.text.unseen import Shape, name_of
from depeche.ui.text.view import ArticleView

TEXT = (
    "Le bilan\n\n😀 Il dit «\u00a0non\u00a0» à 25\u202f000 voix\u2009: zone\u200bcachée, "
    "e\u0301te\u0301, \u202eenvers\u202c et sou\u00adple.\n"
)


@pytest.fixture
def view(qtbot: QtBot) -> ArticleView:
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(800, 400)
    view.set_article(TEXT, 8)
    with qtbot.waitExposed(view):
        view.show()
    return view


def picture(view: ArticleView) -> QImage:
    return view.viewport().grab().toImage()


def shown(view: ArticleView) -> list[tuple[str, Shape]]:
    view.grab()
    return [(one.character, one.shape) for _, found in view._geometry.unseen(0, 400) for one in found]


def test_each_kind_is_found_once_and_has_its_shape(view: ArticleView) -> None:
    assert shown(view) == [
        ("\u00a0", Shape.TIED), ("\u00a0", Shape.TIED), ("\u202f", Shape.NARROW), ("\u2009", Shape.BLANK),
        ("\u200b", Shape.HIDDEN), ("\u0301", Shape.COMBINED), ("\u0301", Shape.COMBINED), ("\u202e", Shape.TURN),
        ("\u202c", Shape.TURN), ("\u00ad", Shape.HIDDEN),
    ]  # fmt: skip


def test_ink_comes_and_goes_and_the_text_stays(view: ArticleView) -> None:
    plain, raw = picture(view), view.document().toRawText()
    view.show_unseen(True)
    marked = picture(view)
    assert marked != plain
    for character in ("\u00a0", "\u202f", "\u2009", "\u200b", "\u00ad"):
        at = TEXT.index(character)
        box = view._rects(at, at)[0].adjusted(-6, 0, 8, 4).toRect()
        assert marked.copy(box) != plain.copy(box), name_of(character)
    assert view.document().toRawText() == raw
    view.show_unseen(False)
    assert picture(view) == plain


def test_it_stands_behind_an_emoji_where_qt_counts_two(view: ArticleView) -> None:
    at = TEXT.index("\u00a0")
    box = view._geometry.rects(at, at + 1)[0]
    origin, found = next((origin, found) for origin, found in view._geometry.unseen(0, 400) if found)
    assert found[0].box.translated(origin).center().x() == pytest.approx(box.center().x(), abs=1)


def test_the_pointer_says_which_character_it_is(view: ArticleView, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda at, text, widget: said.append(text))
    at = TEXT.index("\u202f")
    point = view._rects(at, at + 1)[0].center().toPoint()
    view.viewportEvent(QHelpEvent(QHelpEvent.Type.ToolTip, point, QPoint(0, 0)))
    assert said == []
    view.show_unseen(True)
    view.viewportEvent(QHelpEvent(QHelpEvent.Type.ToolTip, point, QPoint(0, 0)))
    assert "espace fine insécable (U+202F)" in said[0]
    assert name_of("\u2063") == "invisible separator (U+2063)"


def test_the_sentence_in_hand_stays_clear_and_the_rest_is_set_back(view: ArticleView) -> None:
    text = "Premier fait ici. Deuxième fait là. Troisième fait.\n\nUn autre alinéa.\n"
    view.set_article(text, 0)
    plain = picture(view)
    start = text.index("Deuxième")
    view.set_caret(start, start + 8)
    chosen = picture(view)
    view.set_alone(True)
    alone = picture(view)

    def box(words: str) -> QPointF:
        at = text.index(words)
        return view._rects(at, at + len(words))[0]

    for words, same in (("fait là", True), ("Premier", False), ("Troisième", False), ("autre", False)):
        rect = box(words).toRect()
        assert (chosen.copy(rect) == alone.copy(rect)) is same, words
    assert view._geometry.sentence(start, start + 8) == (start, text.index("Troisième"))
    view.set_caret(None)
    assert picture(view) == plain, "with nothing in hand nothing is set back"
