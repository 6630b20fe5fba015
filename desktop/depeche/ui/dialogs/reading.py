"""Dialogs that are only read: the keys, a report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from depeche import paths
from depeche.core.shown import shown_lines
from depeche.errors import reason
from depeche.messages import tr
from depeche.ui import actions
from depeche.ui.dialogs.buttons import Buttons

if TYPE_CHECKING:
    from depeche.ui.window import Window


class KeysDialog(QDialog):
    """All keys, by menu, from the one table that defines them."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("Touches"))
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setSpacing(self.fontMetrics().height() * 2)
        groups = self._groups(window)
        half = sum(len(rows) + 2 for _, rows in groups) / 3
        column, filled = _column(), 0.0
        columns.addLayout(column)
        for title, rows in groups:
            if filled and filled + len(rows) / 2 > half:
                column.setRowStretch(column.rowCount(), 1)
                column, filled = _column(), 0.0
                columns.addLayout(column)
            self._add(column, title, rows)
            filled += len(rows) + 2
        column.setRowStretch(column.rowCount(), 1)
        area = QScrollArea(widgetResizable=True)
        area.setWidget(page)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAccessibleName(tr("Touches"))
        layout = QVBoxLayout(self)
        layout.addWidget(area)
        layout.addWidget(_close(self))
        unit = self.fontMetrics().averageCharWidth()
        self.resize(unit * 165, unit * 95)

    def _groups(self, window: Window) -> list[tuple[str, list[tuple[str, str]]]]:
        groups: dict[str, list[tuple[str, str]]] = {}
        made = window.actions_by_name
        labels = [
            (" ".join(actions.shown_keys(made[f"label_{label.label}"])), label.name)
            for label in window.project.scheme.active
            if f"label_{label.label}" in made
        ]
        labels += [
            (" ".join(actions.shown_keys(made[name])), tr("{label}, un oubli, par sa lettre", label=label.name))
            for label in window.project.scheme.active
            if (name := f"label_{label.label}{actions.BY_LETTER}") in made and made[name].shortcuts()
        ]
        groups[tr("Étiqueter la sélection ou le passage")] = labels
        for one in actions.table():
            keys = "  ".join(actions.shown_keys(made[one.name]))
            if not keys or one.name.startswith("choose_"):
                continue
            groups.setdefault(one.menu.replace("&", ""), []).append((keys, one.words))
        groups[tr("&Passage").replace("&", "")].append(("1 … 9", tr("Choisir une valeur de la liste « Sinon »")))
        groups[tr("Souris")] = [
            (tr("glisser"), tr("sélectionner des mots entiers")),
            (tr("Alt + glisser"), tr("sélectionner au caractère près")),
            (tr("clic"), tr("le passage le plus court ; encore : celui qui l’entoure")),
            (tr("clic sur une ligne grisée"), tr("la prendre pour du texte")),
            (tr("Ctrl + molette"), tr("taille du texte")),
        ]
        return list(groups.items())

    def _add(self, column: QGridLayout, title: str, rows: Sequence[tuple[str, str]]) -> None:
        head = QLabel(title)
        font = head.font()
        font.setBold(True)
        head.setFont(font)
        at = column.rowCount()
        column.addWidget(head, at, 0, 1, 2)
        for n, (keys, words) in enumerate(rows, at + 1):
            key, said = QLabel(keys), QLabel(words)
            for label in (key, said):
                label.setTextFormat(Qt.TextFormat.PlainText)
            key.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            said.setWordWrap(True)
            column.addWidget(key, n, 0)
            column.addWidget(said, n, 1)
        column.setColumnStretch(1, 1)
        column.addWidget(QLabel(), at + len(rows) + 1, 0)


class TellDialog(QDialog):
    """A report of several lines, which can be copied and, with a `file_name`, saved, as `whole` where there is more."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        lines: Sequence[str],
        *,
        file_name: str = "",
        whole: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self._lines, self._file_name = whole or lines, file_name
        self.setWindowTitle(title)
        self.text = QPlainTextEdit(shown_lines("\n".join(lines)), readOnly=True)
        self.text.setAccessibleName(title)
        buttons = _close(self)
        copy = buttons.addButton(tr("Copier"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText("\n".join(lines)))
        if file_name:
            save = buttons.addButton(tr("Enregistrer…"), QDialogButtonBox.ButtonRole.ActionRole)
            save.clicked.connect(self._save)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text)
        layout.addWidget(buttons)
        unit = self.fontMetrics().averageCharWidth()
        self.resize(unit * 100, unit * (30 if len(lines) < 8 else 60))

    def _save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), str(paths.documents() / self._file_name))
        if not name:
            return
        try:
            Path(name).write_text("\n".join(self._lines) + "\n", encoding="utf-8", newline="\n")
        except OSError as error:
            words = tr("{path} n’a pas pu être écrit : {why}.", path=name, why=reason(error))
            TellDialog(self, self.windowTitle(), [words]).open()


def crash_dialog(report: str, parent: QWidget | None) -> TellDialog:
    """Return what is shown when something broke: the report, without article text, to be copied."""
    words = [tr("Une erreur s’est produite. Votre travail est enregistré ; vous pouvez continuer."),
             tr("Ce rapport ne contient aucun texte d’article :"), "", *report.splitlines()]  # fmt: skip
    dialog = TellDialog(parent, tr("Erreur"), words)
    dialog.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    return dialog


def _column() -> QGridLayout:
    column = QGridLayout()
    column.setVerticalSpacing(2)
    column.setHorizontalSpacing(12)
    return column


def _close(dialog: QDialog) -> QDialogButtonBox:
    buttons = Buttons(QDialogButtonBox.StandardButton.Close)
    buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Fermer"))
    buttons.rejected.connect(dialog.close)
    return buttons
