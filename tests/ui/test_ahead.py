"""The next article is there before it is asked for, and is never an old copy."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from depeche.annotate.desk import Desk
from depeche.core.article import State
from depeche.core.suggestion import Suggestion
from depeche.store import suggestions
from depeche.ui.window import Window
from tests.fixtures import key_of
from tests.ui.hands import Hands


def rest(qtbot: QtBot, window: Window) -> None:
    ahead = window.session.ahead
    qtbot.waitUntil(lambda: not ahead.waits and not window.jobs.busy and not window.work.recall.waits)
    ahead._begin()
    qtbot.waitUntil(lambda: not ahead.waits)


def as_read(window: Window) -> tuple[object, ...]:
    """Return what the desk shows, read afresh."""
    desk = Desk(window.project)
    article = window.session.desk.article
    assert article is not None
    desk.open(article.key)
    return desk.article, desk.state, desk.spans, desk.pending, dict(desk.verdicts)


def shown(window: Window) -> tuple[object, ...]:
    desk = window.session.desk
    return desk.article, desk.state, desk.spans, desk.pending, dict(desk.verdicts)


def test_the_next_article_is_laid_as_it_was_read(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    rest(qtbot, window)
    hands.press("N")
    assert window.session.ahead.page is not None
    assert shown(window) == as_read(window)
    marks = [(mark.start, mark.end, mark.state) for mark in hands.view._geometry.marks if mark.state != "masked"]
    assert sorted(marks) == sorted(
        (one.start, one.end, "suggestion" if isinstance(one, Suggestion) else "span") for one in window.session.marks
    )
    rest(qtbot, window)
    hands.press("Space")
    assert hands.marked, "an act on it is drawn"
    assert shown(window) == as_read(window)


@pytest.mark.parametrize("how", ["another desk", "suggestions", "undo"])
def test_what_was_written_since_is_read_again(qtbot: QtBot, hands: Hands, how: str) -> None:
    window, project = hands.window, hands.window.project
    flood = key_of(project, "crue")
    order = [window.session.library.neighbour(n, 1) for n in range(3)]
    if how == "undo":
        window.session.open(flood)
        hands.press("Space")
    before = order[order.index(flood) - 1] if order.index(flood) else order[1]
    window.session.open(str(before))
    rest(qtbot, window)
    assert flood in window.session.ahead._pages
    if how == "another desk":
        other = Desk(project)
        other.open(flood)
        other.set_state(State.FLAGGED)
    elif how == "suggestions":
        with project.write() as db:
            suggestions.put(db, flood, [Suggestion(0, 3, "ACTOR", source="test", version="1")])
    else:
        window.session.desk.undo()
    window.session.open(flood)
    assert window.session.ahead.page is None
    assert shown(window) == as_read(window)


def test_an_act_here_leaves_the_next_article_ready(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    rest(qtbot, window)
    hands.press("F")
    assert window.session.ahead.page is not None
    assert shown(window) == as_read(window)
