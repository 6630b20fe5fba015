"""A chart in a window: drawn in both themes, sharp, read by keys, mouse and screen readers, saved as files."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from depeche.core.chart import Axis, Chart, Mark, Point, Series, described
from depeche.core.chart_ink import DARK, LIGHT, Palette
from depeche.core.chart_scale import Scale
from depeche.core.chart_svg import draw
from depeche.ui.chart import ChartView
from depeche.ui.chart_panel import ChartPanel

DAYS = [date(2025, 6, 2) + timedelta(days=n) for n in range(4)]
CHART = Chart(
    "progress", "Avancement", Axis("Jour", Scale.DAY), Axis("Articles"),
    (Series("Claire", tuple(Point(day, n + 1) for n, day in enumerate(DAYS))),
     Series("Paul", tuple(Point(day, 5 - n) for n, day in enumerate(DAYS)))),
)  # fmt: skip
CURVE = Chart("curve", "Courbe", Axis("Articles"), Axis("F1", Scale.SHARE, high=1),
              (Series("Acteur", tuple(Point(n, 0.5 + n / 10, 0.4 + n / 10, 0.6 + n / 10) for n in range(4)), Mark.LINE),
               Series("But", (Point(0, 0.9), Point(3, 0.9)), Mark.GUIDE)))  # fmt: skip
EMPTY = Chart("none", "Rien", Axis(), Axis(), (Series("a", ()),), empty="Cela viendra.")


@pytest.fixture
def panel(qtbot: QtBot) -> ChartPanel:
    made = ChartPanel(LIGHT)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show_chart(CHART)
    with qtbot.waitActive(made):
        made.show()
        made.view.setFocus()
    return made


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("chart", [CHART, CURVE, EMPTY], ids=lambda chart: chart.name)
def test_qt_draws_what_the_svg_says(qtbot: QtBot, chart: Chart, palette: Palette):
    drawing = draw(chart, palette, (600, 400))
    renderer = QSvgRenderer(drawing.svg.encode("utf-8"))
    assert renderer.isValid()
    assert renderer.defaultSize() == QSize(600, 400)
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    assert image.pixelColor(0, 0).name() == palette.ground
    assert len({image.pixel(x, y) for x in range(600) for y in range(0, 400, 4)}) > 8
    for spot in drawing.spots:
        at = image.pixelColor(int(spot.x + spot.width / 2), int(spot.y + spot.height / 2))
        assert at.name() != palette.ground, spot


def test_the_keys_go_from_number_to_number(panel: ChartPanel):
    said: list[str] = []
    panel.view.told.connect(said.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Home):
        QTest.keyClick(panel.view, key)
    day = "\u00a0juin 2025\u202f: "
    assert said == [f"Claire, 2{day}1", f"Claire, 3{day}2", f"Paul, 3{day}4", f"Paul, 5{day}2", f"Paul, 4{day}3",
                    f"Claire, 2{day}1"]  # fmt: skip
    assert panel.told.text() == said[-1]


def test_the_mouse_on_a_bar_says_its_number(panel: ChartPanel):
    bar = panel.view.spots[2]
    QTest.mouseMove(panel.view, QPoint(int(bar.x + bar.width / 2), int(bar.y + bar.height / 2)))
    assert panel.told.text() == bar.words
    QTest.mouseMove(panel.view, QPoint(2, 2))
    assert panel.told.text() == ""


def test_a_screen_reader_is_given_title_numbers_and_table(panel: ChartPanel):
    face = QAccessible.queryAccessibleInterface(panel.view)
    assert face.text(QAccessible.Text.Name) == "Avancement"
    assert face.text(QAccessible.Text.Description) == described(CHART)
    rows = panel.numbers
    assert [rows.headerData(n, Qt.Orientation.Horizontal) for n in range(3)] == ["Jour", "Claire", "Paul"]
    assert [rows.index(1, n).data() for n in range(3)] == ["3\u00a0juin 2025", "2", "4"]
    assert panel.table.accessibleName()


def test_it_is_drawn_for_the_size_it_has(panel: ChartPanel, qtbot: QtBot):
    wide = panel.view.spots[0]
    panel.resize(1400, 600)
    qtbot.waitUntil(lambda: panel.view.spots[0].width > wide.width * 1.5)


def test_an_empty_chart_has_nothing_to_save_or_to_step_to(panel: ChartPanel):
    panel.show_chart(EMPTY)
    QTest.keyClick(panel.view, Qt.Key.Key_Right)
    assert panel.view.here is None
    assert not panel.save_picture.isEnabled()
    assert not panel.save_numbers.isEnabled()
    assert "Cela viendra." in panel.view.accessibleDescription()


def test_picture_and_numbers_are_saved_by_keys(panel: ChartPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mien"), ""))
    QTest.keyClick(panel.view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert ElementTree.parse(tmp_path / "mien.svg").getroot().tag.endswith("svg")
    QTest.keyClick(
        panel.table, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )  # fmt: skip
    with (tmp_path / "mien.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file))[1] == ["2025-06-02", "1", "5"]


def test_a_place_that_takes_no_file_is_said(panel: ChartPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "fichier").write_text("")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "fichier" / "a.svg"), ""))
    panel.save_svg()
    assert "fichier" in panel.told.text()


def test_other_colours_are_drawn_at_once(qtbot: QtBot):
    view = ChartView(LIGHT)
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show_chart(CHART)
    view.set_palette(DARK)
    assert view.grab().toImage().pixelColor(3, 3).name() == DARK.ground
