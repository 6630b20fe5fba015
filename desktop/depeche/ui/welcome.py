"""The welcome page: recent projects, a new one, another folder, or the sample."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from depeche import paths
from depeche.core import blind
from depeche.core.shown import shown
from depeche.errors import UserError
from depeche.messages import tr
from depeche.paths import DATABASE
from depeche.settings import Settings
from depeche.ui import actions, keymap
from depeche.ui.dialogs.packages import choose_package, dropped_package


class Welcome(QWidget):
    """`chosen(path)`: a project's folder, or a work package, to open. `sample_asked()`: build and open the sample.

    `tutorial_asked()`: learn the keys.
    """

    chosen = Signal(object)
    sample_asked = Signal()
    tutorial_asked = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setWindowTitle("Dépêche")
        title = QLabel("Dépêche")
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 2)
        title.setFont(font)
        words = QLabel(tr("Annoter l’actualité internationale en français."))
        self._recent = QListWidget()
        self._recent.setAccessibleName(tr("Projets récents"))
        for folder in settings.recent:
            if (Path(folder) / DATABASE).is_file():
                item = QListWidgetItem(f"{shown(Path(folder).name)}   —   {shown(str(Path(folder).parent))}")
                item.setData(Qt.ItemDataRole.UserRole, folder)
                self._recent.addItem(item)
        self._recent.itemActivated.connect(lambda item: self.chosen.emit(Path(item.data(Qt.ItemDataRole.UserRole))))
        self._recent.itemClicked.connect(lambda item: self.chosen.emit(Path(item.data(Qt.ItemDataRole.UserRole))))
        browse, sample = QPushButton(tr("Ouvrir un projet…")), QPushButton(tr("Essayer avec l’exemple"))
        package = QPushButton(tr("Ouvrir un lot de travail…"))
        package.clicked.connect(self._choose_package)
        self.setAcceptDrops(True)
        browse.clicked.connect(self._browse)
        sample.clicked.connect(self.sample_asked)
        learn = QPushButton(tr("Apprendre les touches"))
        learn.clicked.connect(self.tutorial_asked)
        for key in keymap.settle(actions.table(), settings.keys).keys["tutorial"]:  # the same as in a project
            QShortcut(QKeySequence(key), self).activated.connect(self.tutorial_asked)
        recent = QGroupBox(tr("Projets récents"))
        column = QVBoxLayout(recent)
        column.addWidget(self._recent)
        row = QHBoxLayout()
        row.addWidget(browse)
        row.addWidget(package)
        row.addWidget(sample)
        row.addWidget(learn)
        column.addLayout(row)
        layout = QVBoxLayout(self)
        unit = self.fontMetrics().averageCharWidth()
        layout.setContentsMargins(unit * 5, unit * 4, unit * 5, unit * 4)
        layout.setSpacing(unit * 2)
        layout.addWidget(title)
        layout.addWidget(words)
        layout.addWidget(recent, 1)
        layout.addWidget(self._new_project())
        self.message = QLabel()
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setWordWrap(True)
        layout.addWidget(self.message)
        self.resize(unit * 90, unit * 75)

    def _new_project(self) -> QGroupBox:
        box = QGroupBox(tr("Nouveau projet"))
        self._name = QLineEdit(placeholderText=tr("Nom du projet, par exemple « Mer Rouge »"))
        self._name.setAccessibleName(tr("Nom du projet"))
        self._annotator = QLineEdit(paths.account_name())
        self._annotator.setAccessibleName(tr("Votre nom d’annotateur"))
        self._folder = QLineEdit(str(paths.documents()))
        self._folder.setAccessibleName(tr("Dans le dossier"))
        change = QPushButton(tr("Changer…"))
        change.clicked.connect(self._change_folder)
        create = QPushButton(tr("Créer"))
        create.setEnabled(False)
        create.clicked.connect(self._create)
        self._name.textChanged.connect(lambda text: create.setEnabled(bool(text.strip())))
        self._name.returnPressed.connect(self._create)
        place = QHBoxLayout()
        place.addWidget(self._folder, 1)
        place.addWidget(change)
        form = QFormLayout(box)
        form.addRow(tr("Nom"), self._name)
        form.addRow(tr("Annotateur"), self._annotator)
        form.addRow(tr("Dans le dossier"), place)
        form.addRow("", create)
        return box

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Ouvrir un projet"), str(paths.documents()))
        if folder:
            self.chosen.emit(Path(folder))

    def _choose_package(self) -> None:
        path = choose_package(self)
        if path is not None:
            self.chosen.emit(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_package(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.chosen.emit(dropped_package(event.mimeData()))

    def _change_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Dans le dossier"), self._folder.text())
        if folder:
            self._folder.setText(folder)

    def _create(self) -> None:
        name = self._name.text().strip()
        if not name:
            return
        folder = Path(self._folder.text().strip() or ".") / name.replace("/", "-").replace("\\", "-")
        try:
            from depeche.store.project import Project

            Project.create(folder, paths.default_scheme(), self._annotator.text(), blind=blind.DEFAULT).close()
        except UserError as error:
            self.message.setText(str(error))
            return
        self.chosen.emit(folder)
