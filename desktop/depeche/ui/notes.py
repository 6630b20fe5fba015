"""Notes on borderline cases in the window: written from the hand, shown at their marks, listed, exported."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from depeche import paths
from depeche.annotate import notes
from depeche.annotate.hand import Grip, One
from depeche.core.change import Change
from depeche.core.note import Note, PlacedNote
from depeche.errors import UserError
from depeche.messages import tr
from depeche.ui.dialogs.note import NoteDialog
from depeche.ui.panels.mark_rows import NOTED
from depeche.ui.text.signs import Sign

if TYPE_CHECKING:
    from depeche.ui.dialogs.notes import NotesDialog
    from depeche.ui.window import Window


class Notes(QObject):
    """Opens the dialogs of notes over a window and keeps the signs in its article."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._listed: NotesDialog | None = None
        self._session.article_changed.connect(self._show_signs)
        self._session.relabelled.connect(self._forget_labels)
        self._session.changed.connect(self._on_change)

    def _forget_labels(self) -> None:
        if self._listed is not None:
            self._listed.close()
            self._listed.deleteLater()
            self._listed = None

    def write(self) -> None:
        """Write a note on the mark or the words in hand, or change the one that is there."""
        session = self._session
        held = session.focused or session.grip
        if held is None or session.desk.article is None:
            session.said.emit(tr("Choisissez d’abord un passage ou des mots : la note porte sur eux."), False)
            return
        old = notes.at_hand(session.desk, held)
        others = [note.text for note in notes.on(session.desk.notes, held) if old is None or note.key != old.key]
        dialog = NoteDialog(self._window, self._about(held), old.text if old else "", "\n".join(others))
        dialog.decided.connect(lambda text: self._keep(lambda: notes.write(session.desk, held, text)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def list_all(self) -> None:
        """List all notes of the project beside the article."""
        from depeche.ui.dialogs.notes import NotesDialog

        window = self._window
        if self._listed is None:
            self._listed = NotesDialog(window, window.project.scheme, window.project.annotator)
            self._listed.addActions([window.actions_by_name["undo"], window.actions_by_name["redo"]])
            self._listed.asked.connect(self._go_to)
            self._listed.edit_asked.connect(self._edit)
            self._listed.remove_asked.connect(lambda one: self._rewrite(one, ""))
            self._listed.write_asked.connect(self._write_page)
        self._listed.begin(notes.every(window.project))

    # --- what comes of it

    def _about(self, held: One | Grip) -> str:
        article, scheme = self._session.desk.article, self._session.project.scheme
        assert article is not None
        words = " ".join(article.text[held.start : held.end].split())
        label = None if isinstance(held, Grip) else held.label
        name = scheme.get(label).name if label is not None and label in scheme else label
        said = tr("« {words} »", words=words if len(words) <= 120 else words[:119] + "…")
        return f"{said} · {name}" if name else said

    def _keep(self, act) -> None:
        change = self._session.do(act)
        if change is not None:
            self._session.said.emit(change.title, False)

    def _edit(self, one: PlacedNote) -> None:
        about = tr("« {words} »", words=" ".join(one.note.words.split()))
        dialog = NoteDialog(self._listed or self._window, about, one.note.text)
        dialog.decided.connect(lambda text: self._rewrite(one, text))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _rewrite(self, one: PlacedNote, text: str) -> None:
        self._keep(lambda: notes.rewrite(self._session.desk, one.note, text, one.article))

    def _go_to(self, one: PlacedNote) -> None:
        session = self._session
        if session.desk.article is None or session.desk.article.key != one.article:
            session.open(one.article)
        mark = next((mark for mark in session.marks if notes.is_about(one.note, mark)), None)
        if mark is not None:
            session.set_focus(mark.key)
        else:
            session.select(one.note.start, one.note.end, by_character=True)
        self._window.activateWindow()
        self._window.article_panel.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _write_page(self) -> None:
        title = self._window.project.title
        formats = [tr("Page HTML (*.html)"), tr("Markdown (*.md)"), tr("Tableau CSV (*.csv)")]
        path, kind = QFileDialog.getSaveFileName(
            self._listed or self._window,
            tr("Exporter les cas limites"),
            str(paths.documents() / f"{title}-cas-limites.html"),
            ";;".join(formats),
        )
        if path:
            suffix = (".html", ".md", ".csv")[formats.index(kind) if kind in formats else 0]
            self.write_page(Path(path) if Path(path).suffix else Path(path).with_suffix(suffix))

    def write_page(self, path: Path) -> None:
        """Write the page of all notes into a file, off the window's thread."""
        from depeche.export import notes as page

        project, session = self._window.project, self._session
        job = self._window.jobs.start(tr("Cas limites"), lambda report: page.write(project, path, report))
        job.finished.connect(
            lambda n: session.said.emit(
                tr("%n note écrite dans {path}.|%n notes écrites dans {path}.", n=n, path=path.name), False
            )
        )
        job.failed.connect(self._on_failure)

    def _on_failure(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._session.said.emit(str(error), True)

    # --- what is shown

    def _on_change(self, change: Change | None) -> None:
        self._show_signs()
        listed = self._listed is not None and self._listed.isVisible()
        items = [item for part in change.parts for item in (*part.before, *part.after)] if change else []
        if listed and (change is None or any(isinstance(item, Note) for item in items)):
            assert self._listed is not None
            self._listed.put(notes.every(self._window.project))

    def _show_signs(self) -> None:
        view, written = self._window.article_panel.view, self._session.desk.notes
        if not written and not view.signs.places:
            return
        signs = []
        for note in written:
            mark = next((one for one in self._session.marks if notes.is_about(note, one)), None)
            place = mark or note
            words = tr("{sign} {note}", sign=NOTED, note=note.text)
            signs.append(Sign(place.start, place.end, mark is None, words))
        view.signs.places = signs
        view.viewport().update()
