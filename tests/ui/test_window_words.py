"""What the window says: names for those who cannot see it, no two things on one key, imported words never markup."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QDialog, QLabel, QMenu, QScrollArea, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from depeche import paths, settings
from depeche.core.article import Article
from depeche.core.shown import shown
from depeche.store import articles
from depeche.store.project import Project
from depeche.ui import actions
from depeche.ui.dialogs.reading import crash_dialog
from depeche.ui.welcome import Welcome
from tests.fixtures import guess, key_of, propose
from tests.ui.hands import Hands

HOSTILE = [
    "<b>Otan</b> & <i>ONU</i>",
    '<img src="/etc/hostname">',
    "<img src='file:///etc/hostname'><br>",
    "<script>alert(1)</script>",
    '<a href="http://example.org">cliquez</a>',
    "a<b>c</b>",
    "&lt;b&gt; &amp;",
    "%n {words} %1",
    "\u202emot à l’envers",
    "Reuters <table><tr><td>x",
]


def opened(hands: Hands) -> Iterator[QDialog]:
    """Open each dialog in turn."""
    dialogs = hands.window.dialogs
    tell = lambda: dialogs.tell("Import", ["une ligne"])  # noqa: E731
    for open_one in (
        dialogs.ingest, dialogs.export, dialogs.publication_date, dialogs.keys, dialogs.about, tell,
    ):  # fmt: skip
        open_one()
        QApplication.processEvents()
        (dialog,) = hands.dialogs
        yield dialog
        dialog.close()
        QApplication.processEvents()


def nameless(root: QWidget) -> list[str]:
    """Return the widgets that the keyboard can reach and a screen reader has no words for."""
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        if not widget.isVisible() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or widget.isWindow():
            continue
        inside = isinstance(widget.parent(), QAbstractSpinBox) or isinstance(widget, QLabel | QScrollArea)
        interface = QAccessible.queryAccessibleInterface(widget)
        if not inside and not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def test_all_that_the_keyboard_reaches_has_a_name(hands: Hands, qtbot: QtBot) -> None:
    assert nameless(hands.window) == []
    for dialog in opened(hands):
        assert nameless(dialog) == [], dialog.windowTitle()
    for widget in (Welcome(settings.load()), crash_dialog("rapport", None)):
        qtbot.addWidget(widget)
        widget.show()
        assert nameless(widget) == []
        widget.close()


def test_tab_reaches_every_field_of_every_dialog(hands: Hands) -> None:
    for dialog in opened(hands):
        wanted = {
            widget
            for widget in dialog.findChildren(QWidget)
            if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not isinstance(widget, QLabel | QScrollArea)
        }  # fmt: skip
        reached = set()
        widget = dialog
        for _ in range(2_000):
            widget = widget.nextInFocusChain()
            reached.add(widget)
        assert wanted <= reached, dialog.windowTitle()


def test_no_two_things_share_a_key(hands: Hands) -> None:
    keys = Counter(
        key.toString() for action in hands.window.actions_by_name.values() for key in action.shortcuts() if key
    )
    assert [key for key, n in keys.items() if n > 1] == []


def test_no_two_entries_of_a_menu_share_a_letter(hands: Hands) -> None:
    letters = Counter(
        match[1].lower() for one in hands.window.menuBar().actions() if (match := re.search("&(.)", one.text()))
    )
    assert len(letters) == len(hands.window.menuBar().actions())
    assert set(letters.values()) == {1}


def test_the_help_lists_every_action_with_its_keys(hands: Hands) -> None:
    hands.press("F1")
    (dialog,) = hands.dialogs
    words = hands.shown(dialog).splitlines()
    for one in actions.table():
        if one.keys and not one.name.startswith("choose_"):
            assert one.words in words
            assert "  ".join(actions.key_words(key) for key in one.keys).lower() in "\n".join(words).lower()
    assert "1 … 9" in words
    for name in ("Acteur", "Chiffre", "Date", "Citation"):
        assert name in words
    dialog.close()


def test_every_action_is_in_a_menu(hands: Hands) -> None:
    in_menus = {action for menu in hands.window.findChildren(QMenu) for action in menu.actions()}
    for name, action in hands.window.actions_by_name.items():
        assert action in in_menus or name.startswith("choose_"), name


def test_a_persons_own_keys_replace_those_of_the_table(
    doubts: Project, open_window: Callable[[Project], Hands], qtbot: QtBot
) -> None:
    changed = settings.Settings(keys={"accept": ("Return",)})
    settings.save(changed)
    hands = open_window(doubts)
    hands.press("Space")
    assert hands.marked == []
    hands.press("Return")
    assert hands.marked == [("Ilan Vorga", "ACTOR")]


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_is_shown_as_it_is_written(
    title: str, project: Project, open_window: Callable[[Project], Hands], qtbot: QtBot
) -> None:
    text = f"{title}\n\n{title} a parlé.\n"
    with project.write() as db:
        made = articles.put(db, Article(text, title=title, name=f"{title}.txt", source=title), "test")
        for name in ("traité", "crue", "calme"):
            articles.set_suggested_by(db, key_of(project, name), "test")
        articles.set_suggested_by(db, made.key, "test")
    propose(project, f"{title}.txt", guess(text, title, "ACTOR", value=title, reason=title))
    hands = open_window(project)
    hands.press("N", "N", "N")
    window = hands.window
    assert window.article_panel.view.toPlainText().startswith(title)
    for label in window.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or title not in label.text()
    list_ = window.articles_panel.view
    index = list_.model().index(3, 0)
    assert index.data() == shown(title)
    for _view, row in ((list_, index), (window.marks_panel.view, window.marks_panel.view.model().index(0, 0))):
        tip = row.data(Qt.ItemDataRole.ToolTipRole)
        assert not re.search("<(?!br>)", tip), "shown as markup where it is rich text"
    point = view_point(hands, text.rindex(title) + 3)
    QApplication.sendEvent(
        hands.view.viewport(), QHelpEvent(QHelpEvent.Type.ToolTip, point, hands.view.viewport().mapToGlobal(point))
    )
    assert not re.search("<(?!/?p)", QToolTip.text().replace('<p style="white-space: pre-wrap">', ""))
    QToolTip.hideText()
    hands.press("Space")
    window.dialogs.tell("Import", [title])
    (dialog,) = hands.dialogs
    assert shown(title).strip() in dialog.text.toPlainText()
    dialog.close()
    undo = window.actions_by_name["undo"].text()
    assert undo.replace("&&", "&").count(title[:10]) == 1
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def view_point(hands: Hands, at: int):
    return hands.view._rects(at, at + 1)[0].center().toPoint()


def test_a_long_sentence_does_not_widen_the_window(hands: Hands) -> None:
    before = hands.window.minimumSizeHint().width()
    hands.window.session.said.emit("Le fichier /" + "très-long/" * 80 + "a.txt ne peut pas être lu.", True)
    QApplication.processEvents()
    assert hands.window.minimumSizeHint().width() == before
    label = hands.window.label_bar._message
    assert label.text().endswith("…")
    assert "a.txt" in label.toolTip()


def test_the_window_fits_a_small_screen(hands: Hands) -> None:
    assert hands.window.minimumSizeHint().width() <= 1024
    assert hands.window.minimumSizeHint().height() <= 600


def test_welcome_lists_recent_projects_and_makes_a_new_one(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> None:
    Project.create(tmp_path / "<b>crise", paths.default_scheme(), "Claire").close()
    page = Welcome(settings.Settings().with_recent(tmp_path / "<b>crise").with_recent(tmp_path / "disparu"))
    qtbot.addWidget(page)
    page.show()
    assert [page._recent.item(row).text().split()[0] for row in range(page._recent.count())] == ["<b>crise"]
    page._folder.setText(str(tmp_path))
    qtbot.keyClicks(page._name, "Mer Rouge")
    with qtbot.waitSignal(page.chosen) as chosen:
        qtbot.keyClick(page._name, Qt.Key.Key_Return)
    assert chosen.args == [tmp_path / "Mer Rouge"]
    Project.open(tmp_path / "Mer Rouge").close()
    qtbot.keyClick(page._name, Qt.Key.Key_Return)
    assert "n’est pas vide" in page.message.text()
    page.close()


def test_the_list_of_spans_keeps_its_height_and_what_is_in_hand_in_sight(hands: Hands) -> None:
    panel = hands.window.marks_panel
    hands.window.resize(800, 600)
    QApplication.processEvents()
    heights = set()
    for _ in hands.window.session.marks:
        hands.press("Down")
        heights.add(panel.view.height())
        row, there = panel.view.visualRect(panel.view.currentIndex()), panel.view.viewport().rect()
        assert there.top() <= row.top()
        assert row.bottom() <= there.bottom()
    assert len(heights) == 1
    assert panel.width() >= panel.fontMetrics().averageCharWidth() * 29
    assert panel._value.cursorPosition() == 0
