"""The dialogs of a project's window, each opened by an action. None waits: the window goes on behind them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox

import depeche
from depeche import paths
from depeche.errors import UserError
from depeche.messages import tr
from depeche.ui.dialogs.date import DateDialog
from depeche.ui.dialogs.export import ExportDialog
from depeche.ui.dialogs.ingest import IngestDialog
from depeche.ui.dialogs.reading import GuideDialog, KeysDialog, TellDialog

if TYPE_CHECKING:
    from depeche.ui.window import Window


class Dialogs(QObject):
    """Opens dialogs over a window and hands what they give to its session or its work."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._guide: GuideDialog | None = None

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def new_project(self) -> None:
        """Leave for the welcome page, where projects are made."""
        self._window.close_project()

    def open_project(self) -> None:
        """Choose another project's folder."""
        folder = QFileDialog.getExistingDirectory(self._window, tr("Ouvrir un projet"), str(paths.documents()))
        if folder and self._window.close():
            self._window.left.emit(Path(folder))

    def ingest(self) -> None:
        """Choose files or a folder to take in."""
        self.ingest_paths([])

    def ingest_paths(self, chosen: Sequence[str]) -> None:
        """Ask how to take these in; with none, choose them first."""
        dialog = IngestDialog(self._window, [Path(path) for path in chosen])
        dialog.decided.connect(lambda found, as_: self._window.work.ingest(found, as_ or None))
        self._show(dialog)

    def export(self) -> None:
        """Choose folder, format and states."""
        dialog = ExportDialog(self._window, self._window.project.title, self._window.session.library.counts())
        dialog.decided.connect(lambda folder, form, states: self._window.work.export(Path(folder), form, states))
        self._show(dialog)

    def suggest_with_model(self) -> None:
        """Choose a spaCy pipeline's folder."""
        folder = QFileDialog.getExistingDirectory(self._window, tr("Dossier d’une chaîne spaCy"))
        if not folder:
            return
        if not (Path(folder) / "config.cfg").is_file():
            self.tell(
                tr("Impossible"), [tr("{folder} n’est pas une chaîne spaCy : config.cfg n’y est pas.", folder=folder)]
            )
            return
        self._window.work.suggest(self._window.session.library.all_keys(), folder)

    def publication_date(self) -> None:
        """Confirm or correct the article's publication date."""
        article = self._window.session.desk.article
        if article is not None:
            dialog = DateDialog(self._window, article)
            dialog.decided.connect(self._set_date)
            self._show(dialog)

    def _set_date(self, date: str) -> None:
        session = self._window.session
        try:
            change = session.desk.set_date(date or None)
        except UserError as error:
            session.said.emit(str(error), True)
            return
        session.announce(change)

    def guide(self) -> None:
        """Open the guide beside the article, at the label in hand."""
        if self._guide is None:
            self._guide = GuideDialog(self._window, self._window.project.scheme)
        one = self._window.session.focused
        self._guide.show_label(one.label if one else None)
        self._guide.show()
        self._guide.raise_()

    def keys(self) -> None:
        """List all keys over the window."""
        self._show(KeysDialog(self._window))

    def tell(self, title: str, lines: Sequence[str]) -> None:
        """Show more than a sentence, which can be copied."""
        self._show(TellDialog(self._window, title, lines))

    def about(self) -> None:
        """Say what this is."""
        box = QMessageBox(self._window)
        box.setWindowTitle(tr("À propos de Dépêche"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(f"Dépêche {depeche.__version__}")
        box.setInformativeText(
            tr("Annoter l’actualité internationale en français. Licence MIT.")
            + f"\n\nPySide6 {PySide6.__version__} (LGPL), SQLite {sqlite3.sqlite_version}\n"
            + tr("Journal et rapports d’erreur : {folder}", folder=paths.state())
        )
        self._show(box)
