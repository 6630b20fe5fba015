"""F7: the statistics beside the window, chosen and narrowed by keys, renewed as work is done."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QFileDialog, QListWidget
from pytestqt.qtbot import QtBot

from depeche.store.project import Project
from depeche.store.spans import put_annotator
from depeche.ui.dialogs.statistics import StatisticsDialog
from tests.ui.hands import Hands


@pytest.fixture
def opened(hands: Hands, qtbot: QtBot) -> Callable[[], StatisticsDialog]:
    def look() -> StatisticsDialog:
        hands.press("F7")
        (dialog,) = hands.window.findChildren(StatisticsDialog)
        qtbot.waitUntil(lambda: not hands.window.statistics.busy and dialog.list.count() > 0)
        return dialog

    return look


def shown(dialog: StatisticsDialog) -> str:
    chart = dialog.panel.view.chart
    assert chart is not None
    return chart.name


def test_f7_lists_the_charts_and_the_arrows_show_them(hands: Hands, opened: Callable[[], StatisticsDialog]):
    dialog = opened()
    assert isinstance(QApplication.focusWidget(), QListWidget)
    assert shown(dialog) == "articles-by-day"
    assert dialog.panel.view.accessibleDescription().startswith("Rien à montrer encore.")
    names = []
    for _ in range(dialog.list.count()):
        names.append(shown(dialog))
        hands.press("Down")
    assert len(set(names)) == dialog.list.count() == 14
    dialog.close()


def test_work_done_meanwhile_is_counted(hands: Hands, opened: Callable[[], StatisticsDialog], qtbot: QtBot):
    dialog = opened()
    dialog.list.setCurrentRow(1)
    assert dialog.panel.view.chart.is_empty
    hands.window.activateWindow()
    hands.view.setFocus()
    hands.press("Space", "Space")
    qtbot.waitUntil(lambda: not dialog.panel.view.chart.is_empty and not hands.window.statistics.busy)
    assert sum(point.y for one in dialog.panel.view.chart.series for point in one.points) == 2
    hands.press("Ctrl+Z")
    qtbot.waitUntil(
        lambda: (
            sum(point.y for one in dialog.panel.view.chart.series for point in one.points) == 1
            and not hands.window.statistics.busy
        )
    )
    dialog.close()


def test_a_chart_is_saved_by_a_key(
    hands: Hands, opened: Callable[[], StatisticsDialog], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    hands.press("Space", "F")
    dialog = opened()
    proposed: list[str] = []

    def choose(_parent: object, _title: str, name: str, _kind: str) -> tuple[str, str]:
        proposed.append(Path(name).name)
        return str(tmp_path / Path(name).name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    hands.press("Ctrl+S", "Ctrl+Shift+S")
    assert proposed == ["projet-articles-by-day.svg", "projet-articles-by-day.csv"]
    with (tmp_path / proposed[1]).open(encoding="utf-8-sig", newline="") as file:
        assert [row[1] for row in csv.reader(file)] == ["Articles", "1"]
    dialog.close()


def test_filters_appear_where_they_say_something(
    doubts: Project, hands: Hands, opened: Callable[[], StatisticsDialog], qtbot: QtBot
):
    hands.press("Space", "Space")
    with doubts.write() as db:
        put_annotator(db, "Paul")
    dialog = opened()
    dialog.list.setCurrentRow(1)
    assert [dialog.annotator.isVisible(), dialog.label.isVisible(), dialog.period.isVisible()] == [False, True, True]
    dialog.label.setCurrentIndex(dialog.label.findData("ACTOR"))
    assert [one.name for one in dialog.panel.view.chart.series] == ["Acteur"]
    dialog.period.setCurrentIndex(1)
    assert not dialog.panel.view.chart.is_empty
    dialog.list.setCurrentRow(dialog.list.count() - 2)  # the lengths of articles know no filter
    assert not any(box.isVisible() for box in (dialog.annotator, dialog.label, dialog.source, dialog.period))
    dialog.close()


def test_every_control_has_a_name(opened: Callable[[], StatisticsDialog]):
    dialog = opened()
    for widget in (dialog.list, dialog.annotator, dialog.label, dialog.source, dialog.period, dialog.panel.view,
                   dialog.panel.table, dialog.panel.save_picture):  # fmt: skip
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    dialog.close()


def test_a_period_goes_from_any_day_to_any_other(hands: Hands, opened: Callable[[], StatisticsDialog]):
    hands.press("Space", "Space")
    dialog = opened()
    titles = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    dialog.list.setCurrentRow(titles.index("Passages faits"))
    assert not dialog.first.isVisible()
    dialog.period.setCurrentIndex(dialog.period.count() - 1)
    assert dialog.first.isVisible()
    assert dialog.last.isVisible()
    assert not dialog.panel.view.chart.is_empty
    dialog.last.setDate(dialog.last.date().addDays(-3))
    assert dialog.panel.view.chart.is_empty, "nothing was done until then"
    dialog.first.setDate(dialog.first.date().addDays(60))
    assert dialog.wanted.first < dialog.wanted.last, "the earlier day is the first, however they are put"
    assert not dialog.panel.view.chart.is_empty
    dialog.close()
