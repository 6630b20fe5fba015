"""The blind control in the window: said discreetly, kept from the first look, its share set by keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from depeche.store import blind
from depeche.store.project import Project
from depeche.ui.dialogs.blind import BlindDialog
from tests.fixtures import key_of
from tests.ui.hands import Hands

SAID = "Article témoin : sans suggestions"


@pytest.fixture
def control(open_window: Callable[[Project], Hands], doubts: Project) -> Hands:
    with doubts.write() as db:
        blind.set_share(db, 1.0)
    return open_window(doubts)


def plain(words: str) -> str:
    return " ".join(words.split())


def about(hands: Hands) -> str:
    return plain(hands.window.article_panel._about.words)


def test_nothing_is_suggested_and_the_window_says_why(control: Hands):
    assert control.pending == []
    assert about(control).startswith(SAID)
    control.press("Tab")
    assert control.message.startswith(SAID)
    control.press(";")
    assert control.message.startswith(SAID)


def test_a_value_is_still_read_from_the_words(control: Hands):
    start = control.text.index("Quelque 600")
    control.drag(start, start + len("Quelque 600"))
    control.press("C")
    (span,) = control.window.session.desk.spans
    assert (span.label, span.value) == ("FIGURE", "~600")


def test_no_letter_points_out_an_oversight_and_no_rule_says_who_speaks(control: Hands):
    control.press("Shift+A")
    assert control.message.startswith(SAID)
    assert list(control.view.badges.places) == []
    start = control.text.index("«")
    control.drag(start, control.text.index("»") + 1)
    control.press("Q")
    (span,) = control.window.session.desk.spans
    assert (span.label, span.kind, span.value) == ("QUOTE", None, None)


def test_what_was_looked_at_stays_what_it_was(hands: Hands, qtbot: QtBot):
    qtbot.waitUntil(lambda: not hands.window.blind.busy)
    hands.press("Ctrl+Shift+T")
    (dialog,) = hands.dialogs
    assert isinstance(dialog, BlindDialog)
    dialog.field.setValue(100)
    hands.press("Return")
    assert "3 articles témoins" in hands.message
    with hands.window.project.read() as db:
        assert blind.share(db) == 1.0
    here = hands.window.session.desk.article
    assert here is not None
    hands.press("N")
    assert about(hands).startswith(SAID)
    assert hands.pending == []
    hands.press("B")
    assert hands.window.session.desk.article.key == here.key
    assert hands.pending
    assert SAID not in about(hands)


def test_reading_ahead_shows_no_more_than_opening(control: Hands, qtbot: QtBot):
    qtbot.waitUntil(lambda: not control.window.session.ahead.waits)
    control.press("N")
    assert control.window.session.ahead.page is not None
    assert control.pending == []
    with control.window.project.read() as db:
        assert not blind.is_assisted(db, key_of(control.window.project, "crue"), control.window.project.annotator)
