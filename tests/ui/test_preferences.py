"""What a person chooses for all projects: light or dark at once, French or English from the next start on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QMenu, QWidget

from depeche import messages, settings
from depeche.core.actor import Actor
from depeche.settings import Settings
from depeche.store.project import Project
from depeche.ui.appearance import is_dark, set_theme
from depeche.ui.language import set_words_of_qt
from depeche.ui.welcome import Welcome
from depeche.ui.window import Window
from tests.ui.hands import Hands

FRENCH = re.compile(r"[«»\u202f\u00a0]|\b(?:le|la|les|des|du|une|et|ou|dans|pour|pas|au)\b|\b[ldnsq]’", re.IGNORECASE)


@pytest.fixture
def light(qapp: QApplication) -> Iterator[None]:
    set_theme("light")
    yield
    set_theme("system")


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    messages.set_language("en")
    set_words_of_qt(qapp)
    yield
    messages.set_language(None)
    set_words_of_qt(qapp)


def entry(window: Window, name: str) -> QAction:
    return window.actions_by_name[name]


def test_the_theme_is_shown_at_once_and_kept(light: None, window: Window) -> None:
    paper = window.article_panel.view.palette().color(QPalette.ColorRole.Base)
    entry(window, "theme_dark").trigger()
    QApplication.processEvents()
    assert is_dark(window.palette())
    assert window.article_panel.view.palette().color(QPalette.ColorRole.Base) != paper
    assert window.label_bar.chips.chips[0].theme.dark
    assert settings.load().theme == "dark"
    entry(window, "theme_light").trigger()
    QApplication.processEvents()
    assert window.article_panel.view.palette().color(QPalette.ColorRole.Base) == paper
    assert not window.label_bar.chips.chips[0].theme.dark


def test_one_theme_and_one_language_are_ticked(light: None, window: Window) -> None:
    def ticked(kind: str) -> list[str]:
        return [n for n, action in window.actions_by_name.items() if n.startswith(kind) and action.isChecked()]

    assert (ticked("theme_"), ticked("language_")) == (["theme_system"], ["language_fr"])
    entry(window, "theme_light").trigger()
    entry(window, "language_en").trigger()
    assert (ticked("theme_"), ticked("language_")) == (["theme_light"], ["language_en"])


def test_the_language_is_kept_for_the_next_start_and_the_window_says_so(hands: Hands) -> None:
    entry(hands.window, "language_en").trigger()
    assert settings.load().language == "en"
    assert messages.language() == "fr"
    assert "prochain démarrage" in hands.message


def test_what_was_kept_is_ticked_at_the_next_start(open_window: Callable[[Project], Hands], project: Project) -> None:
    settings.save(Settings(theme="dark", language="en"))
    window = open_window(project).window
    assert entry(window, "theme_dark").isChecked()
    assert entry(window, "language_en").isChecked()


def said(widget: QWidget) -> set[str]:
    """All words of the program on a widget: what is shown, what a tool tip or a screen reader says."""
    words = {widget.windowTitle()} if widget.isWindow() else set()
    for one in (widget, *widget.findChildren(QWidget)):
        words |= {one.toolTip(), one.accessibleName()}
        if isinstance(one, QLabel | QAbstractButton):
            words.add(one.text())
        if isinstance(one, QLineEdit):
            words.add(one.placeholderText())
        if isinstance(one, QComboBox):
            words |= {one.itemText(n) for n in range(one.count())}
        if isinstance(one, QMenu):
            words |= {one.title(), *(action.text() for action in one.actions())}
    return words - {""}


def test_in_english_nothing_is_left_in_french(
    english: None, open_window: Callable[[Project], Hands], project: Project
) -> None:
    window = open_window(project).window
    seen = said(window)
    dialogs = window.dialogs
    for opened in (
        dialogs.ingest,
        dialogs.export,
        dialogs.publication_date,
        dialogs.actors,
        lambda: dialogs.confirm_actor(Actor("Tarsis", "ACTOR", "GPE")),
        lambda: dialogs.misfits([]),
        dialogs.keys,
        dialogs.about,
    ):
        opened()
        QApplication.processEvents()
        for dialog in Hands(window).dialogs:
            seen |= said(dialog)
            dialog.close()
    welcome = Welcome(Settings())
    seen |= said(welcome)
    welcome.deleteLater()
    data = {words for label in project.scheme.labels for words in (label.name, *(kind.name for kind in label.kinds))}
    data |= {article for article in seen if "tarsis" in article.lower()}
    french = {words for words in seen - data if FRENCH.search(words) and not any(name in words for name in data)}
    assert french == set()
    assert {"Filter the articles", "Everything is saved", "Recent projects"} <= seen
