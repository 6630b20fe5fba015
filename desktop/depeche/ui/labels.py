"""The labels of a project as the window changes them: edited, worked out, applied in the background, shown at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from depeche import paths
from depeche.annotate import labelling
from depeche.annotate.desk import Desk
from depeche.annotate.labelling import Plan
from depeche.core.change import Change, LabelSet
from depeche.core.scheme import LONGEST_FILE, Scheme
from depeche.core.scheme_diff import Renames, check_renames, gone_and_new
from depeche.core.scheme_toml import to_toml
from depeche.errors import UserError
from depeche.messages import tr
from depeche.ui import menus
from depeche.ui.jobs import Jobs

if TYPE_CHECKING:
    from depeche.ui.dialogs.scheme import SchemeDialog
    from depeche.ui.window import Window


class Labels(QObject):
    """Opens the editor over a window, and lets all of the window follow when the labels are others."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._project = window.project
        self._reads = Jobs(self)
        self._editor: SchemeDialog | None = None
        self._behind: list[QWidget] = []
        window.session.changed.connect(self._on_change)

    def stop(self) -> None:
        """Work nothing out any more: the window closes."""
        self._reads.stop()

    @property
    def busy(self) -> bool:
        """Whether something is being worked out."""
        return self._reads.busy

    # --- the editor

    def edit(self) -> None:
        """Open the editor beside the article."""
        from depeche.ui.dialogs.scheme import SchemeDialog

        if self._editor is None:
            self._editor = SchemeDialog(self._window)
            self._editor.apply_asked.connect(self.plan)
            self._editor.import_asked.connect(self._import)
            self._editor.export_asked.connect(self._export)
        every = {one.label for one in self._project.scheme.labels}  # until it is known which of them were used
        self._editor.begin(self._project.scheme, every, self._taken())
        job = self._reads.start("", lambda _report: labelling.used(self._project), silent=True)
        job.finished.connect(self._editor.set_used)
        job.failed.connect(self._on_failure)

    def plan(self, scheme: Scheme, renames: Renames) -> None:
        """Work out what a scheme means, and show it before anything is done."""
        job = self._reads.start("", lambda report: labelling.plan(self._project, scheme, renames, report), silent=True)
        job.finished.connect(self._ask)
        job.failed.connect(self._on_failure)

    def _taken(self) -> dict[str, str]:
        """Return the keys that do something else, with the words of what."""
        made = self._window.actions_by_name
        return {
            key.toString(): action.text().replace("&", "").rstrip("…")
            for name, action in made.items()
            if not name.startswith("label_")
            for key in action.shortcuts()
        }

    def _ask(self, planned: Plan) -> None:
        from depeche.ui.dialogs.scheme_changes import ChangesDialog

        dialog = ChangesDialog(self._editor or self._window, planned)
        dialog.decided.connect(self.apply)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def apply(self, planned: Plan) -> None:
        """Carry it out; nothing else can be done meanwhile."""
        if self._editor is not None:
            self._editor.close()
        job = self._window.jobs.start(
            tr("Étiquettes"), lambda report: labelling.carry_out(Desk(self._project), planned, report)
        )
        self._shut()
        job.finished.connect(self._on_applied)
        job.stopped.connect(self._release)
        job.failed.connect(self._on_failed_act)

    # --- files

    def _import(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self._window, tr("Importer des étiquettes"), str(paths.documents()), "TOML (*.toml)"
        )
        if path:
            self.take_file(Path(path))

    def take_file(self, path: Path) -> None:
        """Take the scheme of a file into the editor; asks which labels it has renamed, where it may have."""
        from depeche.ui.dialogs.scheme_changes import RenamedDialog

        try:
            with path.open("rb") as file:
                scheme = labelling.read_scheme(file.read(4 * LONGEST_FILE + 1), path.name)
        except OSError as error:
            self._say(tr("{path} ne peut pas être lu : {why}.", path=path, why=error.strerror))
            return
        except UserError as error:
            self._say(str(error))
            return
        editor = self._editor
        if editor is None:
            return
        gone, new = gone_and_new(self._project.scheme, scheme)
        if not gone:
            editor.take(scheme, Renames())
            return
        kept = [one for one in scheme.labels if one.label in self._project.scheme]
        dialog = RenamedDialog(editor, gone, new, kept)
        dialog.decided.connect(lambda renames: self._take(scheme, renames))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _take(self, scheme: Scheme, renames: Renames) -> None:
        try:
            check_renames(self._project.scheme, scheme, renames)
        except UserError as error:  # two labels were said to be the same one
            self._say(str(error))
            return
        if self._editor is not None:
            self._editor.take(scheme, labelling.with_like_kinds(self._project.scheme, scheme, renames))

    def _export(self) -> None:
        name = paths.documents() / f"{self._project.title}-etiquettes.toml"
        path, _ = QFileDialog.getSaveFileName(self._window, tr("Exporter les étiquettes"), str(name), "TOML (*.toml)")
        if path:
            try:
                Path(path).write_text(to_toml(self._project.scheme), encoding="utf-8", newline="\n")
            except OSError as error:
                self._say(tr("{path} ne peut pas être écrit : {why}.", path=path, why=error.strerror))
            else:
                self._window.session.said.emit(tr("Étiquettes écrites dans {path}.", path=path), False)

    # --- undo and redo, which may take as long

    def undo(self) -> None:
        """Take back the last act; one that gave the project other labels, off the window's thread."""
        self._step("undo")

    def redo(self) -> None:
        """Do again what was undone last; the same."""
        self._step("redo")

    def _step(self, way: str) -> None:
        session = self._window.session
        if way == "undo" and self._window.bulk.work.take_back():
            return
        if not labelling.is_next(self._project, way):
            getattr(session, way)()
            return
        title = tr("Annuler l’action") if way == "undo" else tr("Rétablir")
        job = self._window.jobs.start(title, lambda _report: getattr(Desk(self._project), way)(), act=True)
        self._shut()
        job.finished.connect(lambda change: self._on_stepped(change, way))
        job.stopped.connect(self._release)
        job.failed.connect(self._on_failed_act)

    # --- a mark's attributes

    def attributes(self) -> None:
        """Say what the label of the mark in hand lets one say of it."""
        from depeche.ui.dialogs.attributes import AttributesDialog

        session, scheme = self._window.session, self._project.scheme
        one = session.focused
        if one is None or one.label not in scheme or not scheme.get(one.label).attributes:
            session.said.emit(tr("Ce passage n’a pas d’attributs à remplir : F3 en donne à son étiquette."), False)
            return
        words = " ".join(session.desk.text_of(one).split())[:40]
        dialog = AttributesDialog(self._window, words, scheme.get(one.label), one.attrs)

        def put(said: Mapping[str, Any]) -> None:
            kept = {name: value for name, value in one.attrs.items() if name not in said}
            attrs = kept | {name: value for name, value in said.items() if value is not None}
            if attrs != dict(one.attrs):
                session.follow(session.do(lambda: session.desk.edit(one.key, attrs=attrs)), one.label)

        dialog.decided.connect(put)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # --- what follows

    def _shut(self) -> None:
        window = self._window
        self._behind = [window.desk_area, window.articles_panel, window.menuBar()]
        for widget in self._behind:
            widget.setEnabled(False)

    def _release(self) -> None:
        for widget in self._behind:
            widget.setEnabled(True)
        self._behind = []
        self._window.article_panel.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_stepped(self, change: Change | None, way: str) -> None:
        self._release()
        if change is not None:
            self._window.session.desk.catch_up()
            self._window.session.desk.reload()
            getattr(self._window.session, way)(change)

    def _on_applied(self, change: Change | None) -> None:
        self._release()
        if change is not None:
            self._window.bulk.work.show(change)

    def _on_change(self, change: Change | None) -> None:
        if change is None or not change.relabels:
            return
        window, session = self._window, self._window.session
        menus.relabel(window)
        window.use_labels()
        for item in (item for part in change.parts for item in part.after if isinstance(item, LabelSet)):
            window.keys.follow(item.renames.labels)
        window.keys.settle()
        session.relabelled.emit()
        session.refresh(lead=False)
        window.work.suggest_missed()

    def _on_failed_act(self, error: Exception) -> None:
        self._release()
        self._on_failure(error)

    def _on_failure(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._say(str(error))

    def _say(self, sentence: str) -> None:
        self._window.session.said.emit(sentence, True)
        if self._editor is not None and self._editor.isVisible():
            self._editor.problem.setText(sentence)
