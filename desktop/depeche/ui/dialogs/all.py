"""The dialogs of a project's window, each opened by an action. None waits: the window goes on behind them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox

import depeche
from depeche import paths
from depeche.annotate import dating
from depeche.core.actor import Actor
from depeche.core.span import Span
from depeche.messages import tr
from depeche.ui import hints
from depeche.ui.dialogs.reading import KeysDialog, TellDialog
from depeche.ui.history import History

if TYPE_CHECKING:
    from depeche.export.receipt import Receipt
    from depeche.ingest.ingested import Ingested
    from depeche.ui.dialogs.actors import ActorsDialog
    from depeche.ui.dialogs.find import FindDialog
    from depeche.ui.dialogs.history import HistoryDialog
    from depeche.ui.exporting import Order
    from depeche.ui.window import Window


class Dialogs(QObject):
    """Opens dialogs over a window and hands what they give to its session or its work."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._actors: ActorsDialog | None = None
        self._history: HistoryDialog | None = None
        self._find: FindDialog | None = None
        window.session.relabelled.connect(self._forget_labels)
        window.work.ingested.connect(self.ingested)
        window.work.exported.connect(self.exported)

    def _forget_labels(self) -> None:
        """Close what shows the labels that were, to be made anew when it is asked for."""
        for dialog in (self._actors, self._find):
            if dialog is not None:
                dialog.close()
                dialog.deleteLater()
        self._actors = self._find = None

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _show_beside(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

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
        from depeche.ui.dialogs.ingest import IngestDialog
        from depeche.ui.importing import Importing

        importing = Importing(self._window.project, self)
        dialog = IngestDialog(self._window, importing, [Path(path) for path in chosen])
        dialog.decided.connect(self._window.work.take_in)
        self._show(dialog)

    def ingested(self, done: Ingested) -> None:
        """Show what became of an import, to be copied or saved."""
        head = [done.summary(), *done.remarks(self._window.project.scheme)]
        lines, whole = [*head, *done.lines()], [*head, *done.lines(each=True)]
        if lines != whole:
            lines.insert(len(head), tr("« Enregistrer… » écrit chaque phrase avec sa place."))
        self._show(TellDialog(self._window, tr("Import"), lines, file_name=tr("import.txt"), whole=whole))

    def export(self) -> None:
        """Choose form, folder and what goes out."""
        from depeche.ui.dialogs.export import ExportDialog

        articles = self._window.session.library.counts().total()
        if not articles:
            self._window.session.said.emit(hints.no_article(some=False), False)
            return
        dialog = ExportDialog(self._window, self._window.work.exporting, articles)
        dialog.decided.connect(self._window.work.export)
        self._show(dialog)

    def exported(self, order: Order, receipt: Receipt) -> None:
        """Show what became of an export."""
        from depeche.ui.dialogs.exported import ExportedDialog

        self._show(ExportedDialog(self._window, self._window.project.folder, order, receipt))

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
        from depeche.ui.dialogs.date import DateDialog

        article = self._window.session.desk.article
        if article is not None:
            dialog = DateDialog(self._window, article)
            dialog.decided.connect(self._set_date)
            self._show(dialog)

    def _set_date(self, date: str) -> None:
        session = self._window.session
        change = session.do(lambda: session.desk.set_date(date or None))
        if change is not None:
            self._window.work.look_for_misfits(change)

    def misfits(self, pairs: Sequence[tuple[Span, Span]]) -> None:
        """List the confirmed dates that the publication date no longer gives, beside the article."""
        from depeche.ui.dialogs.misfits import MisfitsDialog

        dialog = MisfitsDialog(self._window, self._window.session, pairs)
        dialog.decided.connect(self._redate)
        self._show_beside(dialog)

    def _redate(self, pairs: Sequence[tuple[Span, Span]]) -> None:
        session = self._window.session
        held = session.focus
        session.do(lambda: dating.redate(session.desk, pairs, session.valuer))
        session.set_focus(held)

    def confirm_actor(self, actor: Actor) -> None:
        """Have an actor confirmed for all articles, or corrected."""
        from depeche.ui.dialogs.actor import ActorDialog

        dialog = ActorDialog(self._window, actor, self._window.project.scheme.get(actor.label))
        dialog.decided.connect(lambda said: self._window.bulk.confirm_actor(actor, said))
        self._show(dialog)

    def actors(self) -> None:
        """Open the registry of actors beside the article."""
        from depeche.ui.dialogs.actors import ActorsDialog

        if self._actors is None:
            self._actors = ActorsDialog(self._window, self._window.known_actors, self._window.session)
            self._actors.edit_asked.connect(self.confirm_actor)
            self._actors.merge_asked.connect(self._window.bulk.merge_actors)
            self._actors.take_in_asked.connect(self._take_actors_in)
            self._actors.write_asked.connect(self._write_actors)
            self._actors.addAction(self._window.actions_by_name["undo"])
            self._actors.addAction(self._window.actions_by_name["redo"])
        self._actors.begin()

    def history(self) -> None:
        """Open the history beside the article."""
        from depeche.ui.dialogs.history import HistoryDialog

        window = self._window
        if self._history is None:
            acts = History(window.session, window.jobs, window.bulk.work, self)
            behind = [window.desk_area, window.articles_panel, window.menuBar()]
            self._history = HistoryDialog(window, acts, window.session, behind)
            self._history.addAction(window.actions_by_name["undo"])
            self._history.addAction(window.actions_by_name["redo"])
        self._history.begin()

    def _take_actors_in(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self._window, tr("Importer des acteurs"), str(paths.documents()), tr("Tableaux (*.tsv *.txt)")
        )
        if path:
            self._window.known_actors.take_in(Path(path))

    def _write_actors(self) -> None:
        name = paths.documents() / f"{self._window.project.title}-acteurs.tsv"
        path, _ = QFileDialog.getSaveFileName(
            self._window, tr("Exporter les acteurs"), str(name), tr("Tableaux (*.tsv)")
        )
        if path:
            self._window.known_actors.write(Path(path))

    def search(self) -> None:
        """Open the search beside the article."""
        from depeche.ui.dialogs.find import FindDialog

        window = self._window
        if self._find is None:
            self._find = FindDialog(window, window.searching, window.session)
            self._find.addActions([window.actions_by_name["undo"], window.actions_by_name["redo"]])
        self._find.begin()

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
        box.setStandardButtons(QMessageBox.StandardButton.Ok)
        box.button(QMessageBox.StandardButton.Ok).setIcon(QIcon())
        self._show(box)
