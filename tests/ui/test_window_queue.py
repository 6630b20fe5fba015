"""Ctrl+T and Article ▸ Ordre: the list and the next article follow, and a line says why."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from depeche.core.order import Order
from depeche.ui.panels.articles import ArticleRows
from tests.ui.hands import Hands


def listed(hands: Hands) -> list[str]:
    rows = hands.window.articles_panel.view.model()
    assert isinstance(rows, ArticleRows)
    return [rows.data(rows.index(n)).split()[0] for n in range(rows.rowCount())]


def ready(hands: Hands, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not hands.window.queueing.busy)


def test_ctrl_t_goes_through_the_orders_and_the_list_follows(hands: Hands, qtbot: QtBot):
    assert listed(hands) == ["Tarsis", "Crue", "Rien"]
    seen = []
    for _ in Order:
        hands.press("Ctrl+T")
        ready(hands, qtbot)
        seen.append(hands.window.queueing.order)
        assert hands.window.actions_by_name[f"order_{seen[-1]}"].isChecked()
        assert hands.message.startswith("Articles : par ")
        if seen[-1] is Order.LENGTH:
            assert listed(hands) == ["Rien", "Crue", "Tarsis"]
    assert seen == [Order.DATE, Order.SOURCE, Order.LENGTH, Order.VALUE, Order.NUMBER]
    assert listed(hands) == ["Tarsis", "Crue", "Rien"]


def test_by_value_the_finished_goes_last_and_the_next_is_worth_most(hands: Hands, qtbot: QtBot):
    hands.window.actions_by_name["order_value"].trigger()
    ready(hands, qtbot)
    why = hands.window.articles_panel.why
    assert why.isVisible()
    assert "environ" in why.text()
    first = listed(hands)[0]
    assert hands.title.startswith(first)
    hands.press("F")
    qtbot.waitUntil(lambda: not hands.title.startswith(first))
    ready(hands, qtbot)
    assert listed(hands)[-1] == first
    row = hands.window.articles_panel.view.currentIndex()
    assert hands.title.startswith(row.data().split()[0])


def test_the_order_is_the_same_after_a_restart(hands: Hands, qtbot: QtBot, open_window):
    from depeche.store.project import Project

    hands.window.actions_by_name["order_length"].trigger()
    ready(hands, qtbot)
    folder = hands.window.project.folder
    hands.window.close()
    again = open_window(Project.open(folder))
    ready(again, qtbot)
    assert again.window.queueing.order is Order.LENGTH
    assert listed(again) == ["Rien", "Crue", "Tarsis"]
    again.press("N")
    assert again.window.queueing.order is Order.LENGTH


def test_the_reason_tells_nothing_of_a_blind_article(hands: Hands, qtbot: QtBot):
    from depeche.store import blind

    hands.window.actions_by_name["order_value"].trigger()
    ready(hands, qtbot)
    with hands.window.project.write() as db:
        blind.set_share(db, 1.0)
    hands.press("N")
    assert hands.pending == []
    assert "témoin" in hands.window.articles_panel.why.text()
    assert "suggestions peu sûres" not in hands.window.articles_panel.why.text()
