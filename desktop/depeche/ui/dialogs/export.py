"""Choose form, folder and what goes out; see the first record and what the form can't hold. It waits for nothing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from depeche import paths
from depeche.core.progress import Progress
from depeche.core.shown import shown
from depeche.errors import UserError
from depeche.export.forms import FORMS
from depeche.export.place import Place
from depeche.export.trial import Trial
from depeche.messages import tr
from depeche.ui.dialogs.buttons import Buttons
from depeche.ui.dialogs.export_choice import ChoiceBox
from depeche.ui.dialogs.export_forms import FormList, readers
from depeche.ui.dialogs.export_views import TrialViews
from depeche.ui.dialogs.export_words import amount, place_words
from depeche.ui.dialogs.mnemonics import with_mnemonics
from depeche.ui.exporting import Exporting, Order
from depeche.ui.line import Line


class ExportDialog(QDialog):
    """`decided(Order)`: what to write, and where. `articles`: how many the project has."""

    decided = Signal(object)

    def __init__(self, parent: QWidget, exporting: Exporting, articles: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Exporter"))
        self._exporting, self._articles = exporting, articles
        self._tried: Trial | None = None
        self._trouble = self._refusal = ""
        self._stopped = False
        format_, folder = exporting.last()
        project = exporting.project
        self.forms = FormList(format_)
        self.choice = ChoiceBox(project.scheme, exporting.annotators(), FORMS[self.forms.format])
        self.folder = QLineEdit(folder or str(paths.documents() / f"{project.title}-export"))
        self._middle = QSplitter(Qt.Orientation.Horizontal)
        self._middle.setChildrenCollapsible(False)
        self._middle.addWidget(self._left())
        self.views = TrialViews()
        self.preview, self.statement = self.views.preview, self.views.statement
        self._middle.addWidget(self.views)
        self._middle.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(self._middle, 1)
        layout.addWidget(self.choice)
        layout.addLayout(self._whereto())
        layout.addLayout(self._telling())
        unit = self.fontMetrics().averageCharWidth()
        self.resize(unit * 150, unit * 104)
        self._middle.setSizes([unit * 54, unit * 96])
        self.forms.chosen.connect(self._on_form)
        self.choice.changed.connect(self._try)
        self.choice.opened.connect(exporting.seek_stories)
        self.folder.textChanged.connect(lambda _: self._look())
        exporting.progressed.connect(self._on_progress)
        exporting.previewed.connect(self.views.put_first)
        exporting.tried.connect(self._on_tried)
        exporting.failed.connect(self._on_failure)
        exporting.placed.connect(self._on_place)
        exporting.refused.connect(self._on_refusal)
        exporting.found.connect(self.choice.fine.put_stories)
        self.finished.connect(lambda _: exporting.leave())
        self.forms.setFocus()
        self._on_form()

    def _left(self) -> QWidget:
        column = QWidget()
        self._readers = QLabel()
        self._readers.setTextFormat(Qt.TextFormat.PlainText)
        self._readers.setWordWrap(True)
        self._readers.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._readers.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.forms, 1)
        layout.addWidget(self._readers)
        return column

    def _whereto(self) -> QGridLayout:
        name = QLabel(with_mnemonics((tr("Dossier"),), self.choice.letters)[0])
        name.setBuddy(self.folder)
        self.folder.setAccessibleName(tr("Dossier"))
        browse = QPushButton(tr("Parcourir…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        self.there = Line()
        grid = QGridLayout()
        grid.addWidget(name, 0, 0)
        grid.addWidget(self.folder, 0, 1)
        grid.addWidget(browse, 0, 2)
        grid.addWidget(self.there, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        return grid

    def _telling(self) -> QVBoxLayout:
        self.state = Line()
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(tr("Avancement"))
        self._bar.setMaximumWidth(self.fontMetrics().averageCharWidth() * 22)
        self._stop = QPushButton(tr("Arrêter"))
        self._stop.setAutoDefault(False)
        self._stop.clicked.connect(self._give_up)
        told = QHBoxLayout()
        told.addWidget(self.state, 1)
        told.addWidget(self._bar)
        told.addWidget(self._stop)
        buttons = Buttons(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.do = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.do.setText(tr("Exporter"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Annuler"))
        buttons.accepted.connect(self._confirm)
        buttons.rejected.connect(self.reject)
        bottom = QVBoxLayout()
        bottom.addLayout(told)
        bottom.addWidget(buttons)
        return bottom

    # --- what is asked for

    def order(self) -> Order:
        """Return what is asked for now. Raises UserError where it can't be done."""
        if not self._articles:
            raise UserError(tr("Le projet n’a pas encore d’article à exporter."))
        choice = self.choice.choice()
        return Order(self._where(), self.forms.format, choice, self.choice.pseudonyms)

    def _where(self) -> Path:
        words = self.folder.text().strip()
        if not words:
            raise UserError(tr("Indiquez le dossier de l’export."))
        try:
            folder = Path(words).expanduser()
        except RuntimeError:  # « ~somebody » whom nobody knows
            folder = Path(words)
        return folder if folder.is_absolute() else paths.documents() / folder

    def _on_form(self) -> None:
        self.choice.set_form(FORMS[self.forms.format])
        self._readers.setText(readers(self.forms.format))
        self._try()

    def _try(self) -> None:
        self._tried, self._trouble, self._stopped = None, "", False
        try:
            choice = self.choice.choice()
        except UserError as error:
            self._exporting.give_up()
            self._on_failure(str(error))
        else:
            if self._articles:
                where = Path()  # what would go out is the same everywhere
                self._exporting.attempt(Order(where, self.forms.format, choice, self.choice.pseudonyms))
                self._bar.setRange(0, 0)
                self.views.wait()
        self._look()

    def _look(self) -> None:
        self._refusal = ""
        try:
            folder = self._where()
        except UserError:
            self._exporting.look_away()
            self.there.set_words("")
        else:
            self._exporting.look(folder, self.forms.format, self._tried.files if self._tried else ())
        self._show()

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Dossier de l’export"), self.folder.text())
        if folder:
            self.folder.setText(folder)

    def _give_up(self) -> None:
        self._exporting.give_up()
        self._stopped = True
        self.do.setFocus()
        self._show()

    # --- what came of it

    def _on_progress(self, progress: Progress) -> None:
        self._bar.setRange(0, progress.total or 0)
        self._bar.setValue(progress.done)

    def _on_tried(self, tried: Trial) -> None:
        self._tried = tried
        self.views.put(tried)
        self._look()  # which files there will be is known now

    def _on_failure(self, words: str) -> None:
        self._trouble = words
        self.views.clear()
        self._show()

    def _on_place(self, found: Place) -> None:
        self.there.set_words(place_words(found))

    def _on_refusal(self, words: str) -> None:
        self._refusal = words
        self.there.set_words("")
        self._show()

    def _show(self) -> None:
        """Show whether it can be exported and, if not, why."""
        busy = self._exporting.busy
        self._bar.setVisible(busy)
        self._stop.setVisible(busy)
        self.views.set_busy(busy)
        reason = self._reason()
        self.do.setEnabled(not reason)
        self.state.set_words(shown(reason, 400) or self._said(busy))

    def _said(self, busy: bool) -> str:
        if self._tried:
            return tr("Partiront : {what}.", what=amount(self._tried.receipt))
        if self._stopped:
            return tr("Essai arrêté ; l’export lui-même dira tout dans son reçu.")
        return tr("Essai de l’export…") if busy else ""

    def _reason(self) -> str:
        if self._trouble:
            return self._trouble
        try:
            self.order()
        except UserError as error:
            return str(error)
        if self._tried and not self._tried.receipt.articles:
            return tr("Rien ne partirait : aucun article ne répond à ce choix.")
        return self._refusal

    def _confirm(self) -> None:
        try:
            order = self.order()
        except UserError as error:
            self._on_failure(str(error))
            return
        self._exporting.remember(order)
        self.decided.emit(order)
        self.accept()
