"""The page of a training: started, followed, stopped; then what each model is worth, and the decision."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from depeche.core.chart_scale import Scale, amount, decimal
from depeche.messages import number, tr
from depeche.train.advice import advice
from depeche.train.verdict import cautions, conclusion, is_known
from depeche.ui.dialogs.learning_progress import ProgressLine
from depeche.ui.dialogs.plain_table import set_plain
from depeche.ui.learning import Learning, Lesson, Model

_ALL = "all"


class TrainPage(QWidget):
    """Start, progress, judgement, decision."""

    def __init__(self, learning: Learning, names: Mapping[str, str]) -> None:
        super().__init__()
        self._learning, self._names = learning, names
        self._lesson: Lesson | None = None
        self._model: Model | None = None
        self.state = QLabel()
        self.verdict = QLabel()
        self.about = QLabel()
        for words in (self.state, self.verdict, self.about):
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
        bold = self.verdict.font()
        bold.setBold(True)
        self.verdict.setFont(bold)
        self.start = QPushButton(tr("Entraîner"))
        self.progress = ProgressLine(learning)
        self.table = QTableWidget(0, 9)
        set_plain(self.table)
        self.table.setAccessibleName(tr("Ce que valent les modèles sur les articles d’épreuve"))
        self.table.setHorizontalHeaderLabels([
            tr("Étiquette"), tr("Modèle"), tr("Précision"), tr("Rappel"), tr("F1 exact"), tr("Intervalle à 95 %"),
            tr("F1 recoupant"), tr("Valeurs justes"), tr("Genres justes"),
        ])  # fmt: skip
        self.adopt = QPushButton(tr("Adopter"))
        self.keep = QPushButton(tr("Garder l’actuel"))
        self.back = QPushButton(tr("Reprendre le précédent"))
        self.remove = QPushButton(tr("Supprimer le modèle"))
        first, last = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.state, 1)
        first.addWidget(self.start)
        for button in (self.adopt, self.keep, self.back, self.remove):
            last.addWidget(button)
        last.addStretch(1)
        for button in (self.start, self.adopt, self.keep, self.back, self.remove):
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.addLayout(first)
        layout.addWidget(self.progress)
        layout.addWidget(self.verdict)
        layout.addWidget(self.table, 1)
        self._room = QWidget()  # where the table will be
        layout.addWidget(self._room, 1)
        layout.addWidget(self.about)
        layout.addLayout(last)
        self.start.clicked.connect(lambda: learning.train(curve=False))
        self.adopt.clicked.connect(lambda: self._model and learning.adopt(self._model.name))
        self.keep.clicked.connect(self._keep)
        self.back.clicked.connect(learning.back)
        self.remove.clicked.connect(lambda: self._model and learning.remove(self._model.name))
        self.put(Lesson(0, 0, ()), None)

    def put(self, lesson: Lesson, model: Model | None) -> None:
        """Show what there is to learn from, and one model's judgement."""
        self._lesson, self._model = lesson, model
        self.state.setText(_state(lesson))
        report = model.report if model is not None else {}
        self._fill(report)
        self.verdict.setText(advice(report, self._names) if report else _without(model))
        self.about.setText(f"{_verdict(report, self._names)}\n{_about(report)}" if report else "")
        self._show_buttons()

    def show_running(self) -> None:
        """Show whether a training is under way."""
        self.progress.show_running()
        self._show_buttons()

    def tell(self, words: str, _warns: bool) -> None:
        """Say how a training or a decision ended."""
        self.progress.tell(words)
        self._show_buttons()

    def _show_buttons(self) -> None:
        lesson, model = self._lesson, self._model
        running = self._learning.child.running
        used = any(one.used for one in lesson.models) if lesson else False
        self.start.setEnabled(not running and lesson is not None and lesson.finished >= lesson.fewest > 0)
        self.adopt.setEnabled(model is not None and not model.used)
        self.keep.setEnabled(model is not None and not model.used)
        self.back.setEnabled(used)
        self.remove.setEnabled(model is not None and not model.used)

    def _keep(self) -> None:
        used = next((one.name for one in self._lesson.models if one.used), None) if self._lesson else None
        words = tr("« {name} » reste en usage.", name=used) if used else tr("Le modèle livré reste en usage.")
        self.progress.tell(words)

    def _fill(self, report: Mapping[str, Any]) -> None:
        rows = []
        systems: Mapping[str, Any] = report.get("systems", {})
        for label in next(iter(systems.values()), {}):
            for system, found in systems.items():
                row = found.get(label)
                if row and row["gold"]:
                    rows.append((label, system, row))
        self.table.setRowCount(len(rows))
        before = None
        for n, (label, system, row) in enumerate(rows):
            f = row["f"]
            cells = (
                (tr("toutes") if label == _ALL else self._names.get(label, label)) if label != before else "",
                system_words(system),
                _share(row["p"]["value"]),
                _share(row["r"]["value"]),
                _share(f["value"]),
                tr("{low} à {high}", low=_share(f["low"]), high=_share(f["high"])) if is_known(f) else "–",
                _share(row["overlapping"]["f"]),
                _share(row["values"]),
                _share(row["kinds"]),
            )
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                if column >= 2:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                if system == report.get("name"):
                    font = item.font()
                    font.setBold(True)
                    item.setFont(font)
                self.table.setItem(n, column, item)
            before = label
        self.table.resizeColumnsToContents()
        self.table.setVisible(bool(rows))
        self._room.setVisible(not rows)


def system_words(system: str) -> str:
    """Return what is judged in words: the rules, the shipped model, a model of the project by its name."""
    return {"rules": tr("règles seules"), "shipped": tr("modèle livré")}.get(system, system)


def _state(lesson: Lesson) -> str:
    words = tr("%n article terminé.|%n articles terminés.", n=lesson.finished)
    if lesson.finished < lesson.fewest:
        few = tr("Il en faut au moins {fewest} pour apprendre et pour juger.", fewest=lesson.fewest)
        return f"{words} {few}"
    return words


def _without(model: Model | None) -> str:
    if model is not None and model.missing:
        return model.missing
    if model is not None:
        return tr(
            "Ce modèle a été entraîné ailleurs : il n’a pas de rapport ici. Un entraînement le juge avec les autres."
        )
    return tr("Aucun modèle encore : les règles et le modèle livré proposent.")


def _verdict(report: Mapping[str, Any], names: Mapping[str, str]) -> str:
    today = report["today"]
    gain = report["against"][today][_ALL]
    said = {"name": report["name"], "today": system_words(today), "gain": _points(gain["value"])}
    words = (
        tr("{name} contre {today} : {gain} en points de F1 ({low} à {high}).",
           **said, low=_points(gain["low"]), high=_points(gain["high"]))
        if is_known(gain)
        else tr("{name} contre {today} : {gain} en points de F1.", **said)
    )  # fmt: skip
    return " ".join((words, conclusion(report), *cautions(report, names)))


def _about(report: Mapping[str, Any]) -> str:
    counts = report["articles"]
    said = [
        tr("Appris de {train} articles, choisi sur {dev}, éprouvé sur {test} ; {shared} du texte de l’épreuve se lit "
           "aussi dans le reste.", train=number(counts["train"]), dev=number(counts["dev"]),
           test=number(counts["test"]), shared=amount(report["shared_test"], Scale.SHARE)),
        tr("Départ du modèle livré.") if report["start"] == "base" else tr("Départ de zéro."),
        tr("%n article sans passage sert de contre-exemple.|%n articles sans passage servent de contre-exemples.",
           n=counts["negatives"]) if counts["negatives"] else "",
        tr("%n article non terminé est laissé de côté.|%n articles non terminés sont laissés de côté.",
           n=counts["unfinished"]) if counts["unfinished"] else "",
        tr("%n passage est laissé de côté (mot coupé ou hors texte).|%n passages sont laissés de côté (mot coupé ou "
           "hors texte).", n=len(report["left_out"])) if report["left_out"] else "",
        tr("Les citations restent aux règles."),
        tr("Entraîné en {seconds} s.", seconds=round(report["seconds"])) if "seconds" in report else "",
    ]  # fmt: skip
    return " ".join(filter(None, said))


def _points(share: float) -> str:
    return ("+" if share > 0 else "") + decimal(100 * share, 1)


def _share(share: float | None) -> str:
    return "–" if share is None else f"{share:.3f}".replace(".", tr(","))
