"""The page of the learning curve: F1 by number of finished articles, and what more of them would bring."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from depeche import paths
from depeche.core.chart_ink import Palette
from depeche.errors import reason
from depeche.messages import tr
from depeche.train.picture import chart, promised
from depeche.ui.chart_panel import ChartPanel
from depeche.ui.dialogs.learning_progress import ProgressLine
from depeche.ui.learning import Learning, Lesson, Model

_ALL = "all"


class CurvePage(QWidget):
    """The curve of the chosen model, where one was made with it."""

    def __init__(self, learning: Learning, names: Mapping[str, str], palette: Palette, project: str) -> None:
        super().__init__()
        self._learning, self._names, self._project = learning, names, project
        self._lesson: Lesson | None = None
        self._curve: Mapping[str, Any] = {}
        self.label = QComboBox()
        self.label.setAccessibleName(tr("Étiquette"))
        self.label.currentIndexChanged.connect(lambda _: self._show_chart())
        self.start = QPushButton(tr("Entraîner avec la courbe"))
        self.start.setAutoDefault(False)
        self.start.setToolTip(tr("Douze entraînements de plus : un quart, la moitié, trois quarts, tous les articles."))
        self.start.clicked.connect(lambda: learning.train(curve=True))
        self.progress = ProgressLine(learning)
        self.promises = QLabel()
        self.promises.setTextFormat(Qt.TextFormat.PlainText)
        self.promises.setWordWrap(True)
        self.panel = ChartPanel(palette, name_file=lambda name: f"{project}-{name}")
        em = self.fontMetrics().height()
        self.panel.view.setMinimumHeight(em * 11)  # for small screens at 200 %
        self.panel.table.setMinimumHeight(em * 4)
        self.save_json = QPushButton(tr("Enregistrer JSON…"))
        self.save_json.setAutoDefault(False)
        self.save_json.clicked.connect(self._save)
        self.panel.buttons.addWidget(self.save_json)
        top = QHBoxLayout()
        top.addWidget(self.label)
        top.addWidget(self.progress, 1)
        top.addWidget(self.start)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.panel, 1)
        layout.addWidget(self.promises)

    def put(self, lesson: Lesson, model: Model | None) -> None:
        """Show the curve of a model."""
        self._lesson = lesson
        curve = model.report.get("curve") if model is not None else None
        self._curve = curve if isinstance(curve, Mapping) else {"labels": {}, "test": 0, "seeds": []}
        with QSignalBlocker(self.label):
            chosen = self.label.currentData()
            self.label.clear()
            self.label.addItem(tr("Toutes les courbes"), None)
            for label in self._curve["labels"]:
                self.label.addItem(self._named(label), label)
            self.label.setCurrentIndex(max(self.label.findData(chosen), 0) if chosen else 0)
        self.label.setEnabled(bool(self._curve["labels"]))
        self._show_chart()
        self.save_json.setEnabled(bool(self._curve["labels"]))
        said = [
            tr("{label} — {promise}.", label=name, promise=promised(one, name))
            for label, one in self._curve["labels"].items()
            for name in [self._named(label)]
        ]
        self.promises.setText("\n".join(said))
        self.promises.setVisible(bool(said))
        self.show_running()

    def _named(self, label: str) -> str:
        return tr("toutes les étiquettes") if label == _ALL else self._names.get(label, label)

    def _show_chart(self) -> None:
        self.panel.show_chart(chart(self._curve, self._names, self.label.currentData()))

    def show_running(self) -> None:
        """Show whether a training is under way."""
        self.progress.show_running()
        lesson = self._lesson
        able = lesson is not None and lesson.finished >= lesson.fewest > 0
        self.start.setEnabled(able and not self._learning.child.running)

    def tell(self, words: str) -> None:
        """Say how a training ended."""
        self.progress.tell(words)
        self.show_running()

    def _save(self) -> None:
        proposed = paths.documents() / f"{self._project}-learning-curve.json"
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Courbe d’apprentissage"), str(proposed), tr("Données JSON (*.json)")
        )
        if not chosen:
            return
        path = Path(chosen if Path(chosen).suffix else f"{chosen}.json")
        try:
            path.write_text(
                json.dumps(self._curve, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n"
            )
        except OSError as error:
            self._say(tr("{path} ne peut pas être écrit : {why}.", path=path, why=reason(error)), warns=True)
            return
        self._say(tr("Enregistré : {path}", path=path), warns=False)

    def _say(self, words: str, *, warns: bool) -> None:
        self.panel.told.setText(words)
        self.panel.said.emit(words, warns)
