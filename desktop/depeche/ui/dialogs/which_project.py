"""Where the project of a package is, asked of who knows: it was moved, or there are copies of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from depeche.core.shown import shown
from depeche.messages import tr
from depeche.ui.dialogs.buttons import Buttons

_FOLDER = Qt.ItemDataRole.UserRole


class WhichProjectDialog(QDialog):
    """`chosen(folder)`: this is it. `other_asked()`: it is in none of these. `anew_asked()`: begin it once more.

    `folders` are those where it may be, each with when it was changed.
    """

    chosen = Signal(object)
    other_asked = Signal()
    anew_asked = Signal()

    def __init__(self, parent: QWidget | None, words: Sequence[str], folders: Sequence[tuple[Path, str]]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Où est votre travail ?"))
        self.words = QLabel("\n\n".join(shown(one, 600) for one in words))
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Dossiers du projet"))
        for folder, when in folders:
            item = QListWidgetItem(tr("{folder}, changé le {when}", folder=shown(str(folder)), when=when))
            item.setData(_FOLDER, folder)
            self.list.addItem(item)
        self.list.setVisible(bool(folders))
        self.list.setMaximumHeight(self.fontMetrics().height() * (min(len(folders), 10) + 2))
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(self._take)
        layout = QVBoxLayout(self)
        layout.setSpacing(self.fontMetrics().height())
        layout.addWidget(self.words)
        layout.addWidget(self.list)
        layout.addWidget(self._buttons(bool(folders)))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 90)

    def _buttons(self, some: bool) -> QDialogButtonBox:
        buttons = Buttons()
        take = QDialogButtonBox.ButtonRole.ActionRole
        if some:
            self.open_button = buttons.addButton(tr("Ouvrir"), take)
            self.open_button.setDefault(True)
            self.open_button.clicked.connect(self._take)
        self.other = buttons.addButton(tr("Montrer son dossier…"), take)
        self.anew = buttons.addButton(tr("Recommencer sans ce travail"), take)
        cancel = buttons.addButton(tr("Annuler"), QDialogButtonBox.ButtonRole.RejectRole)
        self.other.setDefault(not some)
        self.other.clicked.connect(self.accept)
        self.other.clicked.connect(self.other_asked)
        self.anew.clicked.connect(self.accept)
        self.anew.clicked.connect(self.anew_asked)
        cancel.clicked.connect(self.reject)
        return buttons

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.accept()
            self.chosen.emit(item.data(_FOLDER))
