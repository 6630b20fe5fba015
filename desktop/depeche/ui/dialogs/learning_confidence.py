"""The page of confidence: what scores are worth, and a threshold that shows what it costs as it is moved."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from depeche.core.calibration import Costs
from depeche.core.calibration_chart import chart
from depeche.core.chart_ink import Palette
from depeche.messages import tr
from depeche.suggest.confidence import Confidence, passed_over, renewal, said, sentence, worth
from depeche.ui.chart_panel import ChartPanel
from depeche.ui.learning import Learning

_PAUSE_MS = 500
"""So long the slider must rest before the threshold is the project's."""


class ConfidencePage(QWidget):
    """Shows what `put` brings; what the slider comes to rest at is the project's threshold from then on."""

    def __init__(self, learning: Learning, names: Mapping[str, str], palette: Palette, project: str) -> None:
        super().__init__()
        self._learning, self._names = learning, names
        self._found: Confidence | None = None
        self._costs = Costs(())
        self.label = QComboBox()
        self.label.setAccessibleName(tr("Étiquette"))
        self.label.currentIndexChanged.connect(lambda _: self._show_chart())
        self.panel = ChartPanel(palette, name_file=lambda name: f"{project}-{name}")
        em = self.fontMetrics().height()
        self.panel.view.setMinimumHeight(em * 11)  # for small screens at 200 %
        self.panel.table.setMinimumHeight(em * 4)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 95)
        self.slider.setPageStep(5)
        self.slider.setTickInterval(5)
        self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.slider.setAccessibleName(tr("Seuil sous lequel les suggestions sont cachées"))
        self.threshold = QLabel()
        self.threshold.setMinimumWidth(self.fontMetrics().averageCharWidth() * 6)
        self.cost = QLabel()
        self.error = QLabel()
        self.renewal = QLabel()
        for words in (self.cost, self.error, self.renewal):
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
        self.shown = QCheckBox(tr("Montrer les cachées"))
        self.shown.toggled.connect(learning.show_hidden)
        name = QLabel(tr("Cacher sous"))
        name.setBuddy(self.slider)
        top, line = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.label)
        top.addWidget(self.error, 1)
        for widget in (name, self.slider, self.threshold, self.shown):
            line.addWidget(widget, 1 if widget is self.slider else 0)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.panel, 1)
        layout.addLayout(line)
        layout.addWidget(self.cost)
        layout.addWidget(self.renewal)
        self._rest = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._rest.timeout.connect(lambda: learning.hide_below(self.below))
        self.slider.valueChanged.connect(self._on_moved)
        self._show_cost()

    @property
    def below(self) -> float:
        """The threshold that the slider is at."""
        return self.slider.value() / 100

    def put(self, found: Confidence) -> None:
        """Show what scores are worth."""
        self._found, self._costs = found, found.costs
        labels: dict[str | None, str] = {None: tr("Toutes les étiquettes")}
        labels |= {label: self._names.get(label, label) for label in found.labels}
        with QSignalBlocker(self.label):
            chosen = self.label.currentData()
            self.label.clear()
            for label, name in labels.items():
                self.label.addItem(name, label)
            self.label.setCurrentIndex(max(self.label.findData(chosen), 0) if chosen else 0)
        if not self._rest.isActive():
            with QSignalBlocker(self.slider), QSignalBlocker(self.shown):
                self.slider.setValue(round(100 * found.calibration.hide_below))
                self.shown.setChecked(found.calibration.shown)
        self._show_chart()
        self._show_cost()
        self.renewal.setText(renewal(found.calibration.articles, brought=found.calibration.brought))

    def put_renewed(self, articles: int) -> None:
        """Say that they were measured again by themselves, on so many finished articles."""
        self.renewal.setText(renewal(articles))

    def flush(self) -> None:
        """Make the threshold that the slider is at the project's now."""
        if self._rest.isActive():
            self._rest.stop()
            self._learning.hide_below(self.below)

    def hideEvent(self, event) -> None:
        self.flush()
        super().hideEvent(event)

    def _on_moved(self) -> None:
        self._show_cost()
        self._rest.start()

    def _show_cost(self) -> None:
        self.threshold.setText(said(self.below))
        found = self._found
        self.shown.setEnabled(self.slider.value() > 0)
        if found is None:
            self.cost.setText("")
            return
        self.cost.setText(sentence(self._costs.below(self.below), found.hidden(self.below)))

    def _show_chart(self) -> None:
        found = self._found
        if found is None:
            return
        label = self.label.currentData()
        note = tr("{judged} de {articles} ; scores calibrés sans l’article lui-même",
                  judged=tr("%n suggestion|%n suggestions", n=len(found.judged)),
                  articles=tr("%n article terminé|%n articles terminés", n=found.calibration.articles))  # fmt: skip
        self.panel.show_chart(chart({label or tr("toutes"): found.diagrams[label]}, self._names, note))
        self.error.setText(" ".join(part for part in (worth(found), passed_over(found)) if part))
