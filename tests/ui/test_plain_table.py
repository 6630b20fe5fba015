"""What every list of lines in a dialog answers to: Home and End."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from depeche.ui.dialogs.plain_table import set_plain


def test_home_and_end_go_to_the_first_and_last_row(qtbot: QtBot):
    view, model = QTableView(), QStandardItemModel()
    qtbot.addWidget(view)
    for n in range(30):
        model.appendRow([QStandardItem(f"{n}"), QStandardItem("mot")])
    view.setModel(model)
    set_plain(view)
    view.setCurrentIndex(model.index(4, 1))
    QTest.keyClick(view, Qt.Key.Key_End)
    assert (view.currentIndex().row(), view.currentIndex().column()) == (29, 1)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.currentIndex().row() == 0
