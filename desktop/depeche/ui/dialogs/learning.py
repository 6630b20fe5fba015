"""What the data lead sees of learning and decides: train, the learning curve, errors worth reading, confidence."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from depeche.core.chart_ink import on_paper
from depeche.core.scheme import Scheme
from depeche.messages import tr
from depeche.ui.chart import palette_of
from depeche.ui.dialogs.learning_confidence import ConfidencePage
from depeche.ui.dialogs.learning_curve import CurvePage
from depeche.ui.dialogs.learning_errors import ErrorsPage
from depeche.ui.dialogs.learning_train import TrainPage
from depeche.ui.learning import Learning, Lesson, Model
from depeche.ui.theme import Theme


class LearningDialog(QDialog):
    """Shows what `Learning` tells. `said(words, warns)`: what became of saving a chart."""

    said = Signal(str, bool)

    def __init__(self, parent: QWidget, learning: Learning, scheme: Scheme, project: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Apprentissage"))
        self._learning = learning
        self._lesson = Lesson(0, 0, ())
        self._fresh = ""
        self._colours = {label.label: label.colour for label in scheme.labels}
        names = {label.label: label.name for label in scheme.labels}
        self.model = QComboBox()
        self.model.setAccessibleName(tr("Modèle"))
        self.model.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.model.currentIndexChanged.connect(lambda _: self._show())
        self.train_page = TrainPage(learning, names)
        palette = palette_of(Theme(self.palette()))
        self.curve_page = CurvePage(learning, names, palette, project)
        self.errors_page = ErrorsPage(names)
        self.confidence_page = ConfidencePage(learning, names, palette, project)
        self.pages = QTabWidget()
        for page, name in (
            (self.train_page, tr("Entraîner")),
            (self.curve_page, tr("Courbe")),
            (self.errors_page, tr("Erreurs")),
            (self.confidence_page, tr("Confiance")),
        ):
            self.pages.addTab(page, name)
        self.pages.setAccessibleName(tr("Pages"))
        words = QLabel(tr("Modèle"))
        words.setBuddy(self.model)
        close = QPushButton(tr("Fermer"))
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        corner = QWidget()
        line, bottom = QHBoxLayout(corner), QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(words)
        line.addWidget(self.model)
        self.pages.setCornerWidget(corner)
        bottom.addStretch(1)
        bottom.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.pages, 1)
        layout.addLayout(bottom)
        unit = self.fontMetrics().averageCharWidth()
        self.resize(unit * 150, unit * 92)
        learning.read.connect(self.put)
        learning.progressed.connect(lambda _: self._show_running())
        learning.ended.connect(self._on_end)
        learning.trained.connect(self._on_trained)
        learning.measured.connect(self.confidence_page.put)
        learning.refitting.renewed.connect(self.confidence_page.put_renewed)
        self.errors_page.asked.connect(learning.go_to)
        for panel in (self.curve_page.panel, self.confidence_page.panel):
            panel.said.connect(self.said.emit)
        self._dress()

    def begin(self) -> None:
        """Come forward, with the hand on the page that is shown."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.pages.tabBar().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put(self, lesson: Lesson) -> None:
        """Show these models; the one just trained is chosen, else the one that was."""
        self._lesson = lesson
        chosen = self._fresh or self.model.currentData()
        self._fresh = ""
        with QSignalBlocker(self.model):
            self.model.clear()
            for one in lesson.models:
                self.model.addItem(tr("{name} (en usage)", name=one.name) if one.used else one.name, one.name)
            at = self.model.findData(chosen) if chosen else -1
            self.model.setCurrentIndex(at if at >= 0 else self.model.count() - 1)
        self.model.setEnabled(bool(lesson.models))
        self._show()

    @property
    def chosen(self) -> Model | None:
        """The model that is looked at."""
        name = self.model.currentData()
        return next((one for one in self._lesson.models if one.name == name), None)

    def _show(self) -> None:
        self.train_page.put(self._lesson, self.chosen)
        self.curve_page.put(self._lesson, self.chosen)
        self.errors_page.put(self.chosen)

    def _show_running(self) -> None:
        self.train_page.show_running()
        self.curve_page.show_running()

    def _on_trained(self, name: str) -> None:
        self._fresh = name

    def _on_end(self, words: str, warns: bool) -> None:
        self._show_running()
        self.train_page.tell(words, warns)
        self.curve_page.tell(words)

    def _dress(self) -> None:
        theme = Theme(self.palette(), self._colours)
        palette, paper = palette_of(theme, list(self._colours)), on_paper(self._colours)
        self.curve_page.panel.set_palette(palette, paper)
        self.confidence_page.panel.set_palette(palette, paper)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ThemeChange) and hasattr(self, "confidence_page"):
            self._dress()
