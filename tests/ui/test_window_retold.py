"""Work done in a French window, read in an English one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from depeche import messages
from depeche.store.project import Project
from depeche.ui.dialogs.act_rows import TITLE
from tests.ui.hands import Hands
from tests.ui.test_window_keys import stored


@pytest.fixture(autouse=True)
def language_back() -> Iterator[None]:
    yield
    messages.set_language(None)


def test_the_history_and_undo_speak_the_windows_language(
    open_window: Callable[[Project], Hands], doubts: Project, qtbot
) -> None:
    stored_here = stored(doubts)
    stored_here.accept(stored_here.pending[0].key)
    messages.set_language("en")
    hands = open_window(doubts)
    assert "Accepted “Ilan Vorga”" in hands.window.actions_by_name["undo"].text()
    hands.press("Ctrl+H")
    (dialog,) = hands.dialogs
    rows = dialog.rows
    qtbot.waitUntil(lambda: "Accepted “Ilan Vorga”" in str(rows.index(0, TITLE).data()))
    dialog.close()
    hands.press("Ctrl+Z")
    assert hands.message == "Undone: Accepted “Ilan Vorga”"
