"""The article view shows marks where the letters are, says what is pointed at, and gives back the text as it came."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QImage,
    QPalette,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from depeche.ui.text.mark import Mark
from depeche.ui.text.names import Wanted, place_in_gap, place_names
from depeche.ui.text.view import ArticleView, plain_tip
from depeche.ui.theme import HOUSE_COLOURS, TEXT_CONTRAST, Pattern, Theme, contrast

TITLE = "Le sommet de Varlovie s’ouvre"
TEXT = (
    f"{TITLE}\n\n"
    "«\u00a0Le président Anton Kerr viendra mardi\u00a0», a dit 😀 Irina Malvoy devant quelque "
    "25\u202f000 personnes.\n\n"
    "Le lendemain, la délégation est repartie vers sa capitale, où l’attendaient les autorités du pays et des "
    "journalistes venus de toute la région pour entendre ce que les ministres avaient obtenu pendant ces journées.\n"
)


def mark(words: str, label: str = "ACTOR", **more: object) -> Mark:
    start = TEXT.index(words)
    values: dict[str, object] = {"name": label.capitalize(), "key": words, **more}
    return Mark(start, start + len(words), label, **values)  # type: ignore[arg-type]


@pytest.fixture
def view(qtbot: QtBot) -> ArticleView:
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.set_article(TEXT, len(TITLE))
    with qtbot.waitExposed(view):
        view.show()
    return view


def middle(view: ArticleView, words: str) -> QPoint:
    """Return a point on the first line of some words."""
    start = TEXT.index(words)
    return view._rects(start, start + len(words))[0].center().toPoint()


def picture(view: ArticleView) -> QImage:
    return view.viewport().grab().toImage()


def drag(qtbot: QtBot, view: ArticleView, words: str, modifier: Qt.KeyboardModifier) -> None:
    start = TEXT.index(words)
    rects = view._rects(start, start + len(words))
    left = QPoint(round(rects[0].left()) + 1, round(rects[0].center().y()))
    right = QPoint(round(rects[-1].right()), round(rects[-1].center().y()))
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, modifier, left)
    qtbot.mouseMove(view.viewport(), right)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, modifier, right)


@pytest.mark.parametrize(
    ("modifier", "by_character"),
    [
        (Qt.KeyboardModifier.NoModifier, False),
        (Qt.KeyboardModifier.AltModifier, True),
        (Qt.KeyboardModifier.ControlModifier, True),
    ],
)
def test_a_drag_selects_code_points_behind_an_emoji(
    qtbot: QtBot, view: ArticleView, modifier: Qt.KeyboardModifier, by_character: bool
) -> None:
    with qtbot.waitSignal(view.selected) as signal:
        drag(qtbot, view, "Irina Malvoy", modifier)
    start, end, character = signal.args
    assert (TEXT[start:end], character) == ("Irina Malvoy", by_character)
    view.clear_selection()
    assert not view.textCursor().hasSelection()


def test_what_is_copied_is_the_article_and_not_what_qt_made_of_it(qtbot: QtBot, view: ArticleView) -> None:
    words = "quelque 25\u202f000"
    drag(qtbot, view, words, Qt.KeyboardModifier.NoModifier)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == words
    view.selectAll()
    assert view.createMimeDataFromSelection().text() == TEXT
    view.set_article("un\r\ndeux\u00a0: trois\rquatre", 0)
    view.selectAll()
    assert view.createMimeDataFromSelection().text() == "un\r\ndeux\u00a0: trois\rquatre"


def test_a_click_gives_the_marks_there_the_innermost_first(qtbot: QtBot, view: ArticleView) -> None:
    quote = TEXT[TEXT.index("«") : TEXT.index("»") + 1]
    view.set_marks([mark(quote, "QUOTE", band=True, key="quote"), mark("Anton Kerr"), mark("mardi", "DATE")])
    for words, keys in (("Anton Kerr", ["Anton Kerr", "quote"]), ("viendra", ["quote"]), ("personnes", [])):
        with qtbot.waitSignal(view.clicked) as signal:
            qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, words))
        assert signal.args == [keys]


def test_a_double_click_says_which_character_and_selects_nothing(qtbot: QtBot, view: ArticleView) -> None:
    with qtbot.waitSignal(view.double_clicked) as signal:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, "y devant"))
    start = TEXT.index("Malvoy")
    assert start <= signal.args[0] <= TEXT.index("devant") + len("devant")
    assert not view.textCursor().hasSelection()


def test_each_character_is_found_again_under_its_own_box(view: ArticleView) -> None:
    for position, character in enumerate(TEXT):
        if not character.isspace():
            box = view._geometry.rects(position, position + 1)[0]
            assert view._geometry.character_at(box.center()) == position, character


def test_the_pointer_tells_which_mark_it_is_over(qtbot: QtBot, view: ArticleView) -> None:
    view.set_marks([mark("Anton Kerr")])
    heard: list[str] = []
    view.hovered.connect(heard.append)
    for words in ("Anton Kerr", "Anton", "personnes"):
        qtbot.mouseMove(view.viewport(), middle(view, words))
    assert heard == ["Anton Kerr", ""]


def test_a_context_menu_is_asked_for_where_the_pointer_is_or_the_focus(qtbot: QtBot, view: ArticleView) -> None:
    view.set_marks([mark("Anton Kerr"), mark("mardi", "DATE")])
    asked: list[list[str]] = []
    view.context_requested.connect(lambda point, keys: asked.append(keys))
    point = middle(view, "mardi")
    mouse, keyboard = QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard
    view.contextMenuEvent(QContextMenuEvent(mouse, point, view.viewport().mapToGlobal(point)))
    view.contextMenuEvent(QContextMenuEvent(keyboard, QPoint(0, 0), QPoint(0, 0)))
    view.set_focus("Anton Kerr")
    view.contextMenuEvent(QContextMenuEvent(keyboard, QPoint(0, 0), QPoint(0, 0)))
    assert asked == [["mardi"], [], ["Anton Kerr"]]


def test_the_wheel_scrolls_and_with_ctrl_it_asks_for_another_size(qtbot: QtBot, view: ArticleView) -> None:
    def turn(degrees: int, modifier: Qt.KeyboardModifier) -> None:
        nothing, phase = QPoint(0, 0), Qt.ScrollPhase.NoScrollPhase
        at = QPointF(5, 5)
        view.wheelEvent(
            QWheelEvent(at, at, nothing, QPoint(0, degrees), Qt.MouseButton.NoButton, modifier, phase, False)
        )

    steps: list[int] = []
    view.zoom_requested.connect(steps.append)
    turn(120, Qt.KeyboardModifier.ControlModifier)
    turn(-60, Qt.KeyboardModifier.ControlModifier)
    turn(-60, Qt.KeyboardModifier.ControlModifier)
    turn(120, Qt.KeyboardModifier.NoModifier)
    assert steps == [1, -1]
    assert view._type.body.pointSizeF() == pytest.approx(13.5)


@pytest.mark.parametrize("state", ["span", "suggestion", "masked"])
def test_a_mark_leaves_the_document_and_the_page_around_it_alone(view: ArticleView, state: str) -> None:
    before, raw = picture(view), view.document().toRawText()
    view.set_marks([mark("Irina Malvoy", state=state, name="")])
    after = picture(view)
    rect = view._rects(TEXT.index("Irina"), TEXT.index("Irina") + 12)[0]
    slot = rect.adjusted(-view._type.em, -view._type.em, view._type.em, view._type.em)
    changed = [
        (x, y) for y in range(before.height()) for x in range(before.width()) if before.pixel(x, y) != after.pixel(x, y)
    ]
    assert changed
    assert all(slot.contains(QPointF(x, y)) for x, y in changed)
    view.set_marks([])
    assert picture(view) == before
    assert view.document().toRawText() == raw
    assert view.document().availableUndoSteps() == 0


def test_the_focus_ring_and_the_keyboard_selection_are_seen_and_go_away(view: ArticleView) -> None:
    view.set_marks([mark("Anton Kerr")])
    plain = picture(view)
    view.set_focus("Anton Kerr")
    ringed = picture(view)
    view.set_focus(None)
    start = TEXT.index("devant")
    view.set_caret(start, start + 6)
    chosen = picture(view)
    view.set_caret(start)
    caret = picture(view)
    view.set_caret(None)
    assert plain == picture(view)
    assert plain != ringed != chosen != plain != caret != chosen


def test_a_focus_far_below_is_brought_into_sight_with_its_surroundings(qtbot: QtBot) -> None:
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(700, 400)
    text = "Un titre\n\n" + "\n\n".join(f"Paragraphe {i} : " + "des mots et des mots " * 12 for i in range(400))
    start = text.index("Paragraphe 350")
    view.show()
    view.set_article(text, 8)
    view.set_marks([Mark(start, start + 14, "ACTOR", "Acteur", key="far")])
    for key, at in (("far", start), (None, 0)):
        view.set_focus(key)
        if key is None:
            view.set_caret(10, 20)
            at = 10
        qtbot.wait(1)
        rect = view._rects(at, at + 10)[0]
        assert 2 * view._type.pitch < rect.top() < view.viewport().height() - 2 * view._type.pitch or at == 10
        assert view.viewport().rect().contains(rect.toRect())


def test_lines_are_no_longer_than_the_measure_and_the_column_is_centred(view: ArticleView) -> None:
    view.resize(1600, 700)
    view.grab()
    block = view.document().begin()
    longest = 0
    while block.isValid():
        layout = block.layout()
        longest = max([longest, *(layout.lineAt(n).textLength() for n in range(layout.lineCount()))])
        block = block.next()
    assert 55 <= longest <= 80
    frame = view.document().rootFrame().frameFormat()
    assert frame.leftMargin() == frame.rightMargin() > 300


@pytest.mark.parametrize("zoom", [0.7, 1.0, 2.0])
def test_everything_grows_with_the_zoom(view: ArticleView, zoom: float) -> None:
    view.set_marks([mark("Anton Kerr")])
    view.set_zoom(zoom)
    view.grab()
    box = view._rects(TEXT.index("Anton"), TEXT.index("Anton") + 5)[0]
    assert box.height() == pytest.approx(zoom * 18 * 1.17, rel=0.1)
    assert view._geometry.hits(view._geometry.rects(TEXT.index("Anton"), TEXT.index("Anton") + 5)[0].center()) == [
        "Anton Kerr"
    ]


def test_names_below_a_line_never_touch_and_stay_in_the_column(view: ArticleView) -> None:
    chance = random.Random(3)
    marks = []
    for n in range(60):
        start = chance.randrange(len(TEXT) - 30)
        end = start + chance.randrange(1, 30)
        band = n % 5 == 0
        marks.append(Mark(start, end, "QUOTE" if band else "DATE", "Une étiquette" if n % 3 else "Date", band=band))
    view.set_marks(marks)
    view.grab()
    metrics = view._geometry._names
    for _, block in view._geometry.visible(0, 600):
        lines: dict[float, list[tuple[float, float]]] = {}
        for slip in block.slips:
            right = slip.at.x() + metrics.horizontalAdvance(slip.words)
            lines.setdefault(slip.at.y(), []).append((slip.at.x(), right))
        for names in lines.values():
            names.sort()
            assert all(a[1] < b[0] for a, b in pairwise(names))


def test_a_mark_on_two_lines_has_a_box_on_each_and_one_name(view: ArticleView) -> None:
    words = TEXT[TEXT.index("journalistes") - 30 : TEXT.index("ministres")]
    view.set_marks([mark(words, key="long")])
    view.grab()
    blocks = [block for _, block in view._geometry.visible(0, 600)]
    boxes = [box for block in blocks for box in block.boxes]
    assert [box.line for box in boxes] == list(range(boxes[0].line, boxes[0].line + len(boxes)))
    assert len(boxes) >= 2
    assert [box.opens for box in boxes] == [True] + [False] * (len(boxes) - 1)
    assert [box.closes for box in boxes] == [False] * (len(boxes) - 1) + [True]
    assert sum(len(block.slips) for block in blocks) == 1


def test_a_word_in_right_to_left_text_has_its_box_where_it_is_drawn(qtbot: QtBot) -> None:
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(700, 300)
    text = "Il a dit שלום עולם hier."
    view.set_article(text, 0)
    view.show()
    first, second = (view._geometry.rects(text.index(w), text.index(w) + 4)[0] for w in ("שלום", "עולם"))
    assert second.right() <= first.left() + 1
    assert view._geometry.rects(text.index("hier"), text.index("hier") + 4)[0].left() > first.right()
    whole = view._geometry.rects(0, len(text))
    assert len(whole) == 1, "the letters of a line leave no gap between them"
    assert whole[0].contains(first)
    assert first.width() > 2 * whole[0].height() / 3


def test_marks_outside_the_text_and_empty_texts_do_no_harm(view: ArticleView) -> None:
    view.set_marks([Mark(5, 10_000, "ACTOR", "Acteur", key="a"), Mark(10_000, 10_001, "DATE", "Date", key="b")])
    view.set_focus("b")
    view.grab()
    view.set_article("", 0)
    view.set_marks([Mark(0, 1, "ACTOR", "Acteur", key="a")])
    view.set_focus("a")
    view.grab()
    assert view._geometry.hits(QPointF(300, 40)) == []


def test_imported_text_is_never_markup(view: ArticleView, monkeypatch: pytest.MonkeyPatch) -> None:
    hostile = "<b>gras</b> <img src='file:///etc/passwd'> &amp; AT&T"
    view.set_article(hostile, 0)
    assert view.document().toRawText() == hostile
    assert view.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("file:///etc/passwd")) is None
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda at, text, widget: shown.append(text))
    view.set_marks([Mark(0, 11, "ACTOR", "Acteur", note=hostile, key="a")])
    view.grab()
    point = view._rects(2, 5)[0].center().toPoint()
    view.viewportEvent(QHelpEvent(QEvent.Type.ToolTip, point, point))
    document = QTextDocument()
    document.setHtml(shown[0])
    assert document.toRawText() == hostile
    assert shown == [plain_tip(hostile)]


def test_a_screen_reader_gets_name_and_text(view: ArticleView) -> None:
    accessible = QAccessible.queryAccessibleInterface(view)
    assert accessible.text(QAccessible.Text.Name) == "Article"
    assert view.document().toPlainText().startswith(TITLE)
    assert accessible.textInterface().text(0, len(TITLE)) == TITLE


GROUNDS = [
    ("#ffffff", "#1d1f23"),
    ("#fbfaf7", "#222222"),
    ("#1e1f22", "#d6d8dc"),
    ("#2d2d2d", "#eff0f1"),
    ("#000000", "#ffffff"),
    ("#ffffff", "#000000"),
    ("#fdf6e3", "#586e75"),
]


@pytest.mark.parametrize(("base", "text"), GROUNDS)
def test_letters_can_be_read_on_every_colour(base: str, text: str) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor(base))
    palette.setColor(QPalette.ColorRole.Text, QColor(text))
    colours = {**HOUSE_COLOURS, "LIEU": "#ffff00", "ARME": "#ffffff", "LOI": "#000000"}
    theme = Theme(palette, colours)
    for label in [*colours, "INCONNU"]:
        ink = theme.ink(label)
        for ground in (ink.fill, *ink.washes):
            assert contrast(theme.text, ground) >= TEXT_CONTRAST
        for other in colours:
            for ground in (theme.base, *theme.ink(other).washes):
                assert contrast(ink.strong, ground) >= TEXT_CONTRAST
    assert contrast(theme.text, theme.selection) >= TEXT_CONTRAST
    assert contrast(theme.accent, theme.base) >= 3


def test_labels_are_told_apart_by_their_pattern_alone() -> None:
    theme = Theme(QPalette())
    patterns = [theme.ink(label).pattern for label in HOUSE_COLOURS]
    assert len(set(patterns)) == len(patterns)
    assert set(patterns) <= set(Pattern)


def test_another_palette_is_drawn_at_once(view: ArticleView) -> None:
    view.set_marks([mark("Anton Kerr")])
    light = picture(view)
    dark = QPalette(view.palette())
    dark.setColor(QPalette.ColorRole.Base, QColor("#1e1f22"))
    dark.setColor(QPalette.ColorRole.Text, QColor("#d6d8dc"))
    view.setPalette(dark)
    assert view._theme.dark
    assert picture(view).pixelColor(2, 2) == QColor("#1e1f22") != light.pixelColor(2, 2)


def test_a_name_gives_way_to_its_neighbour_and_is_left_out_rather_than_cut_to_nothing() -> None:
    places = place_names(
        [Wanted(0, 50, 40, 0), Wanted(30, 60, 40, 1), Wanted(65, 70, 40, 2)], edge=120, gap=5, least=15
    )
    assert [(place.owner, place.left, place.width) for place in places] == [(0, 0, 25), (1, 30, 30), (2, 65, 40)]
    same = place_names([Wanted(0, 90, 40, 0), Wanted(0, 90, 40, 1)], edge=200, gap=5, least=15)
    assert [(place.owner, place.left) for place in same] == [(0, 0), (1, 45)]
    assert place_in_gap(Wanted(0, 100, 40, 9), places, 5) is None
    assert place_in_gap(Wanted(0, 200, 40, 9), places, 5).left == 110  # type: ignore[union-attr]
