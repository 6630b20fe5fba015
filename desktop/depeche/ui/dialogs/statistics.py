"""The statistics beside the article: a list of charts, the one chosen, and by what it can be narrowed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QDate, QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from depeche.core.chart_ink import on_paper
from depeche.core.source_names import source_words
from depeche.core.stat_charts import Filter, View, views
from depeche.core.tallies import Tallies, Wanted
from depeche.messages import tr
from depeche.ui.chart import palette_of
from depeche.ui.chart_panel import ChartPanel
from depeche.ui.theme import Theme

_PERIODS = (None, 7, 30, 365)
"""The last days that a person can choose; None: all."""
_BETWEEN = "between"
"""Chosen: the days from one date to another."""


class StatisticsDialog(QDialog):
    """Shows what `put` brings. `said(words, warns)`: what became of saving a chart."""

    said = Signal(str, bool)

    def __init__(self, parent: QWidget, project: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Statistiques"))
        self._tallies: Tallies | None = None
        self._views: list[View] = []
        self._labels: dict[str, str] = {}
        self._colours: dict[str, str] = {}
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Graphiques"))
        self.list.currentRowChanged.connect(lambda _: self._show())
        self.annotator, self.label, self.source, self.period = (QComboBox() for _ in range(4))
        self._boxes = {
            Filter.ANNOTATOR: (self.annotator, tr("Annotateur")),
            Filter.LABEL: (self.label, tr("Étiquette")),
            Filter.SOURCE: (self.source, tr("Source des suggestions")),
            Filter.PERIOD: (self.period, tr("Période")),
        }
        narrowing = QHBoxLayout()
        for box, name in self._boxes.values():
            box.setAccessibleName(name)
            box.setToolTip(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.currentIndexChanged.connect(lambda _: self._show())
            narrowing.addWidget(box)
        self.first, self.last = self._day(tr("Premier jour"), -29), self._day(tr("Dernier jour"), 0)
        narrowing.addWidget(self.first)
        narrowing.addWidget(self.last)
        narrowing.addStretch(1)
        for days in _PERIODS:
            words = tr("Toute la durée") if days is None else tr("%n dernier jour|%n derniers jours", n=days)
            self.period.addItem(words, days)
        self.period.addItem(tr("Du… au…"), _BETWEEN)
        self.panel = ChartPanel(palette_of(Theme(self.palette())), name_file=lambda name: f"{project}-{name}")
        self.panel.said.connect(self.said.emit)
        close = QPushButton(tr("Fermer"))
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        self.panel.buttons.addWidget(close)
        self.waiting = QLabel(tr("Les actes du projet sont comptés…"))
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(narrowing)
        column.addWidget(self.waiting, 1)
        column.addWidget(self.panel, 1)
        self.panel.hide()
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.list)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setCollapsible(1, False)
        layout = QVBoxLayout(self)
        layout.addWidget(split)
        unit = self.fontMetrics().averageCharWidth()
        self.resize(unit * 172, unit * 96)
        split.setSizes([unit * 36, unit * 136])

    def _day(self, name: str, days: int) -> QDateEdit:
        box = QDateEdit(QDate.currentDate().addDays(days))
        box.setCalendarPopup(True)
        box.setDisplayFormat("yyyy-MM-dd")
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.dateChanged.connect(lambda _: self._show())
        box.hide()
        return box

    def set_labels(self, labels: Mapping[str, tuple[str, str]]) -> None:
        """Use these labels: each one's name and colour, in order."""
        self._labels = {label: name for label, (name, _) in labels.items()}
        self._colours = {label: colour for label, (_, colour) in labels.items()}
        self._dress()

    def _dress(self) -> None:
        theme = Theme(self.palette(), self._colours)
        self.panel.set_palette(palette_of(theme, list(self._colours)), on_paper(self._colours))

    def begin(self) -> None:
        """Come forward, with the hand on the list of charts."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put(self, tallies: Tallies) -> None:
        """Show other counts, with the same chart and narrowing as before."""
        self._tallies = tallies
        self._views = views(tallies)
        titles = [view.title for view in self._views]
        if titles != [self.list.item(n).text() for n in range(self.list.count())]:
            chosen = self.list.currentItem().text() if self.list.currentItem() else ""
            with QSignalBlocker(self.list):
                self.list.clear()
                self.list.addItems(titles)
                self.list.setCurrentRow(titles.index(chosen) if chosen in titles else 0)
        used = {one.label for one in tallies.made} | {one.label for one in tallies.judged}
        _fill(self.annotator, tr("Tous les annotateurs"), {name: name for name in tallies.annotators})
        _fill(self.label, tr("Toutes les étiquettes"), self._labels | {one: one for one in used - self._labels.keys()})
        sources = sorted({one.source for one in tallies.judged}, key=source_words)
        _fill(self.source, tr("Toutes les sources"), {one: source_words(one) for one in sources})
        self.waiting.hide()
        self.panel.show()
        self._show()

    @property
    def wanted(self) -> Wanted:
        """Whose and what is asked for."""
        days = self.period.currentData()
        who, what, whence = (box.currentData() for box in (self.annotator, self.label, self.source))
        if days == _BETWEEN:
            first, last = (
                date.fromisoformat(box.date().toString(Qt.DateFormat.ISODate)) for box in (self.first, self.last)
            )
            return Wanted(who, what, whence, min(first, last), max(first, last))
        return Wanted(who, what, whence, date.today() - timedelta(days=days - 1) if days else None)

    def _show(self) -> None:
        row = self.list.currentRow()
        if self._tallies is None or not 0 <= row < len(self._views):
            return
        view = self._views[row]
        for by, (box, _) in self._boxes.items():
            needed = by in view.filters and (by is Filter.PERIOD or box.count() > 2)
            box.setVisible(needed)
        between = Filter.PERIOD in view.filters and self.period.currentData() == _BETWEEN
        self.first.setVisible(between)
        self.last.setVisible(between)
        self.panel.show_chart(view.make(self._tallies, self._labels, self._narrowed(view)))

    def _narrowed(self, view: View) -> Wanted:
        """Return what is asked for, without what this chart can't be narrowed by."""
        asked, by = self.wanted, view.filters
        return Wanted(
            asked.annotator if Filter.ANNOTATOR in by else None,
            asked.label if Filter.LABEL in by else None,
            asked.source if Filter.SOURCE in by else None,
            asked.first if Filter.PERIOD in by else None,
            asked.last if Filter.PERIOD in by else None,
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ThemeChange) and hasattr(self, "panel"):
            self._dress()


def _fill(box: QComboBox, every: str, choices: Mapping[str, str]) -> None:
    """Put the choices into a box below « all », with the one chosen before where it is still there."""
    wanted: list[tuple[str | None, str]] = [(None, every), *choices.items()]
    if wanted == [(box.itemData(n), box.itemText(n)) for n in range(box.count())]:
        return
    chosen = box.currentData()
    with QSignalBlocker(box):
        box.clear()
        for data, words in wanted:
            box.addItem(words, data)
        box.setCurrentIndex(max(box.findData(chosen), 0) if chosen is not None else 0)
