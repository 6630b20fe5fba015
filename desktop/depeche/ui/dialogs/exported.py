"""What became of an export: where it is, what adds up, what the form couldn't hold, how it is made again."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from depeche.core.shown import shown_lines
from depeche.export.receipt import Receipt
from depeche.messages import tr
from depeche.ui.dialogs.buttons import Buttons
from depeche.ui.dialogs.export_words import amount, lost_lines, statement_of
from depeche.ui.dialogs.mnemonics import with_mnemonics
from depeche.ui.exporting import Order
from depeche.ui.line import Line


class ExportedDialog(QDialog):
    """The result of an export, which can be copied; `project` is the project's folder."""

    def __init__(self, parent: QWidget | None, project: Path, order: Order, receipt: Receipt) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export"))
        self._folder = order.folder
        self.head = Line()
        bold = self.head.font()
        bold.setBold(True)
        self.head.setFont(bold)
        self.head.set_words(tr("Exporté : {what}.", what=amount(receipt)))
        lost = lost_lines(receipt)
        lines = [*statement_of(receipt), *([""] if lost else []), *lost]
        self.text = QPlainTextEdit(shown_lines("\n".join(lines)), readOnly=True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("Ce qui est parti, ce qui n’y est pas"))
        self.path, self.command = QLineEdit(str(order.folder)), QLineEdit(command(project, order, receipt))
        grid = QGridLayout()
        folder, shown, again, copied = with_mnemonics(
            (tr("Dossier"), tr("Ouvrir le dossier"), tr("Pour le refaire"), tr("Copier la commande"))
        )
        for row, (words, field, button, act) in enumerate((
            (folder, self.path, shown, self._open),
            (again, self.command, copied, self._copy_command),
        )):  # fmt: skip
            field.setReadOnly(True)
            field.setCursorPosition(0)
            field.setAccessibleName(words.replace("&", ""))
            label, press = QLabel(words), QPushButton(button)
            label.setBuddy(field)
            press.setAutoDefault(False)
            press.clicked.connect(act)
            for column, widget in enumerate((label, field, press)):
                grid.addWidget(widget, row, column)
        grid.setColumnStretch(1, 1)
        buttons = Buttons(QDialogButtonBox.StandardButton.Close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(tr("Fermer"))
        close.setDefault(True)
        buttons.rejected.connect(self.close)
        copy = buttons.addButton(tr("Copier"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setAutoDefault(False)
        self.words = "\n".join([self.head.words, str(order.folder), "", *lines, "", self.command.text()])
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.words))
        layout = QVBoxLayout(self)
        layout.addWidget(self.head)
        layout.addWidget(self.text, 1)
        layout.addLayout(grid)
        layout.addWidget(buttons)
        unit = self.fontMetrics().averageCharWidth()
        self.resize(unit * 120, unit * 70)
        close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _copy_command(self) -> None:
        QGuiApplication.clipboard().setText(self.command.text())


def command(project: Path, order: Order, receipt: Receipt) -> str:
    """Return the command line that makes an export again, as the shells of this system read it."""
    words = shlex.split(receipt.command)
    places = {"PROJECT": str(project), "FOLDER": str(order.folder)}
    said = [*words[:2], *(places[word] for word in words[2:4]), *words[4:]]
    return subprocess.list2cmdline(said) if os.name == "nt" else shlex.join(said)
