"""How far a training is, on one line: what is done, step, loss, score, time left, and a button to stop it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from depeche.core.chart_scale import decimal
from depeche.messages import number, tr
from depeche.ui.learning import Learning


class ProgressLine(QWidget):
    """Shows the training under way, if there is one; else the last words said of one."""

    def __init__(self, learning: Learning) -> None:
        super().__init__()
        self._learning = learning
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(tr("Avancement de l’entraînement"))
        self.bar.setMaximumWidth(self.fontMetrics().averageCharWidth() * 26)
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.stop = QPushButton(tr("Annuler l’entraînement"))
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(learning.cancel)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.bar)
        line.addWidget(self.words, 1)
        line.addWidget(self.stop)
        learning.progressed.connect(self._on_progress)
        self.show_running()

    def tell(self, words: str) -> None:
        """Say something instead of the progress."""
        self.words.setText(words)
        self.show_running()

    def show_running(self) -> None:
        """Show whether a training is under way."""
        running = self._learning.child.running
        if self.stop.hasFocus() and not running:
            self.focusNextChild()  # what is hidden can't have it
        self.bar.setVisible(running)
        self.stop.setVisible(running)

    def _on_progress(self, event: Mapping[str, Any]) -> None:
        step, steps = ("step", "steps") if event.get("steps") else ("part", "parts")
        self.bar.setRange(0, int(event.get(steps) or 0))
        self.bar.setValue(int(event.get(step) or 0))
        self.words.setText(words_of(event))
        self.show_running()


def words_of(event: Mapping[str, Any]) -> str:
    """Return a line of a training in words: « entraînement, pas 120 sur 600, perte 0,21, F1 0,83, encore 40 s »."""
    phases = {
        "start": tr("démarrage"), "read": tr("lecture des articles"), "train": tr("entraînement"),
        "judge": tr("épreuve"), "prepare": tr("préparation"), "curve": tr("courbe d’apprentissage"),
    }  # fmt: skip
    said = [phases.get(str(event.get("phase")), "")]
    if event.get("parts"):
        said.append(tr("{part} sur {parts}", part=number(int(event.get("part") or 0)),
                       parts=number(int(event["parts"]))))  # fmt: skip
    elif event.get("steps"):
        said.append(tr("pas {step} sur {steps}", step=number(int(event.get("step") or 0)),
                       steps=number(int(event["steps"]))))  # fmt: skip
    if event.get("loss") is not None:
        said.append(tr("perte {loss}", loss=decimal(float(event["loss"]), 3)))
    if event.get("score") is not None:
        said.append(tr("F1 {score}", score=decimal(float(event["score"]), 3)))
    if event.get("seconds_left") is not None:
        said.append(left_words(float(event["seconds_left"])))
    return ", ".join(filter(None, said))


def left_words(seconds: float) -> str:
    """Return a time left as one says it."""
    if seconds < 90:
        return tr("encore {seconds} s", seconds=round(seconds))
    return tr("encore {minutes} min", minutes=round(seconds / 60))
