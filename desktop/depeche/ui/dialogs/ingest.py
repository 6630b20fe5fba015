"""Choose what to import, see what it holds, settle what is in doubt. Nothing is stored until « Importer »."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
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
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from depeche import paths
from depeche.core.progress import Progress
from depeche.messages import number, tr
from depeche.ui.dialogs.buttons import Buttons
from depeche.ui.dialogs.ingest_labels import LabelsPage
from depeche.ui.dialogs.ingest_lots import LotTable
from depeche.ui.dialogs.ingest_reading import ReadingPage
from depeche.ui.dialogs.ingest_sample import SamplePage
from depeche.ui.importing import Importing
from depeche.ui.line import Line

_ALL = (
    "*.txt *.text *.jsonl *.ndjson *.json *.csv *.tsv *.tab *.html *.htm *.xhtml *.docx *.odt *.eml *.mbox *.xml *.rss "
    "*.atom *.xmi *.pdf *.warc *.gz *.zip *.ann *.conll *.iob *.iob2 *.bio *.conllu"
)


class IngestDialog(QDialog):
    """`decided(Decision)`: what to take in, and how."""

    decided = Signal(object)

    def __init__(self, parent: QWidget, importing: Importing, chosen: Sequence[Path]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Importer des articles"))
        self.setAcceptDrops(True)
        self._importing = importing
        self.lots = LotTable(importing)
        self.sample = SamplePage(importing.scheme)
        self.reading = ReadingPage(importing)
        self.labels = LabelsPage(importing)
        self.pages = QTabWidget()
        self.pages.setAccessibleName(tr("Pages"))
        self.pages.setUsesScrollButtons(False)
        for page, words in (
            (self.sample, tr("Aperçu")),
            (self.reading, tr("Lecture")),
            (self.labels, tr("Étiquettes")),
        ):
            self.pages.addTab(page, words)
        self._middle = QSplitter(Qt.Orientation.Horizontal)
        self._middle.addWidget(self.lots)
        self._middle.addWidget(self.pages)
        for n, share in enumerate((3, 4)):
            self._middle.setStretchFactor(n, share)
        self._middle.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.addLayout(self._choosing())
        layout.addWidget(self._middle, 1)
        layout.addLayout(self._options())
        layout.addLayout(self._telling())
        unit = self.fontMetrics().averageCharWidth()
        self.resize(unit * 150, unit * 86)
        self._middle.setSizes([unit * 64, unit * 86])
        self.lots.chosen.connect(self._show_lot)
        self.pages.currentChanged.connect(self._on_page)
        importing.looking.connect(self._on_looking)
        importing.progressed.connect(self._on_progress)
        importing.looked.connect(self._on_looked)
        importing.failed.connect(self._state.set_words)
        importing.settled.connect(self._show_wanted)
        self.finished.connect(lambda _: importing.close())
        self._on_looked()
        importing.add(chosen)

    def _choosing(self) -> QHBoxLayout:
        files, folder = QPushButton(tr("Ajouter des fichiers…")), QPushButton(tr("Ajouter un dossier…"))
        self._remove = QPushButton(tr("Retirer"))
        files.clicked.connect(self._add_files)
        folder.clicked.connect(self._add_folder)
        self._remove.clicked.connect(self._take_out)
        line = QHBoxLayout()
        for button in (files, folder, self._remove):
            button.setAutoDefault(False)
            line.addWidget(button)
        hint = Line()
        hint.set_words(tr("ou déposez-les ici"))
        line.addWidget(hint, 1)
        return line

    def _options(self) -> QGridLayout:
        self.as_ = QComboBox()
        self.as_.addItem(tr("selon leur statut ; sinon des suggestions"), "")
        self.as_.addItem(tr("des suggestions à vérifier"), "suggestions")
        self.as_.addItem(tr("des passages acceptés"), "spans")
        self.as_.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.by, self.licence, self.source = QLineEdit(), QLineEdit(), QLineEdit()
        self.by.setPlaceholderText(tr("pour les passages qui n’en nomment aucun"))
        self.as_.currentIndexChanged.connect(lambda _: self.by.setEnabled(self.as_.currentData() != "suggestions"))
        self.licence.setPlaceholderText(tr("pour les textes qui n’en disent aucune"))
        self.source.setPlaceholderText(tr("pour les articles qui n’en disent aucune"))
        grid = QGridLayout()
        for n, (words, field) in enumerate((
            (tr("Passages reçus"), self.as_), (tr("Annotateur"), self.by),
            (tr("Licence"), self.licence), (tr("Source"), self.source),
        )):  # fmt: skip
            label = QLabel(words)
            label.setBuddy(field)
            field.setAccessibleName(words)
            row, column = n // 2, n % 2 * 2
            grid.addWidget(label, row, column)
            grid.addWidget(field, row, column + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        return grid

    def _telling(self) -> QVBoxLayout:
        self._state = Line()
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(tr("Avancement"))
        self._bar.setMaximumWidth(self.fontMetrics().averageCharWidth() * 22)
        self._stop = QPushButton(tr("Arrêter"))
        self._go = QPushButton(tr("Montrer"))
        self._all = QPushButton(tr("Tout regarder"))
        for button in (self._stop, self._go, self._all):
            button.setAutoDefault(False)
        self._stop.clicked.connect(self._give_up)
        self._go.clicked.connect(self._go_to_wanted)
        self._all.clicked.connect(lambda: self._importing.look(whole=True))
        told = QHBoxLayout()
        told.addWidget(self._state, 1)
        for widget in (self._all, self._go, self._bar, self._stop):
            told.addWidget(widget)
        buttons = Buttons(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.do = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.do.setText(tr("Importer"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Annuler"))
        buttons.accepted.connect(self._confirm)
        buttons.rejected.connect(self.reject)
        bottom = QVBoxLayout()
        bottom.addLayout(told)
        bottom.addWidget(buttons)
        return bottom

    # --- what is chosen

    def _add_files(self) -> None:
        filters = [tr("Tous les formats ({suffixes})", suffixes=_ALL), tr("Tous les fichiers (*)")]
        found, _ = QFileDialog.getOpenFileNames(
            self, tr("Ajouter des fichiers"), str(paths.documents()), ";;".join(filters)
        )
        self._importing.add([Path(one) for one in found])

    def _add_folder(self) -> None:
        found = QFileDialog.getExistingDirectory(self, tr("Ajouter un dossier"), str(paths.documents()))
        if found:
            self._importing.add([Path(found)])

    def _take_out(self) -> None:
        path = self.lots.path
        if path is not None:
            self._importing.remove(path)
            self.lots.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and all(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self._importing.add([Path(url.toLocalFile()) for url in event.mimeData().urls()])

    # --- what is found

    def _on_looking(self) -> None:
        self._bar.setRange(0, 0)
        self._bar.show()
        self._stop.show()
        self._go.hide()
        self._all.hide()
        self.do.setEnabled(False)
        self._state.set_words(tr("Lecture des fichiers…"))

    def _on_progress(self, progress: Progress) -> None:
        self._bar.setRange(0, progress.total or 0)
        self._bar.setValue(progress.done)

    def _give_up(self) -> None:
        self._importing.stop()
        self._on_looked()

    def _on_looked(self) -> None:
        self.lots.put()
        self.labels.put()
        self._on_page(self.pages.currentIndex())
        self._show_wanted()

    def _show_lot(self) -> None:
        lot = self.lots.lot
        self.sample.put(lot, self._importing.found.troubles)
        self.reading.put(lot)
        self._remove.setEnabled(self.lots.path is not None)

    def _on_page(self, at: int) -> None:
        if self.pages.widget(at) is self.labels and self.isVisible():
            self._importing.accept_proposals()  # they are in sight now

    def _show_wanted(self) -> None:
        if self._importing.busy:
            return
        self._bar.hide()
        self._stop.hide()
        wanted, there = self._importing.wanted(), bool(self._importing.paths)
        self.do.setEnabled(there and not wanted)
        self._go.setVisible(bool(wanted))
        self._all.setVisible(self._importing.is_partial)
        foreign = self._importing.foreign
        self.pages.setTabVisible(2, bool(foreign))
        self._state.set_words(wanted[0].words if wanted else self._summary() if there else tr("Rien n’est choisi."))

    def _summary(self) -> str:
        if self._importing.given_up:
            return tr("Aperçu arrêté : l’import prendra tout ce qui est choisi.")
        found = self._importing.found
        n = sum(lot.articles for lot in found.lots)
        refused = sum(len(lot.refused) for lot in found.lots) + len(found.troubles)
        words = tr("%n article vu|%n articles vus", n)
        if refused:
            words += ", " + tr("%n refus prévu|%n refus prévus", refused)
        if found.is_of_some_files:
            words += " ; " + tr(
                "%n fichier regardé sur {files}, l’import les prend tous|"
                "%n fichiers regardés sur {files}, l’import les prend tous",
                found.seen,
                files=number(found.files),
            )
        elif not found.is_whole:
            words += " ; " + tr("les longs fichiers ne sont regardés qu’au début, l’import les prend entiers")
        return words + "."

    def _go_to_wanted(self) -> None:
        wanted = self._importing.wanted()
        if not wanted:
            return
        if wanted[0].lot is None:
            self.pages.setCurrentWidget(self.labels)
            self.labels.begin()
        else:
            self.lots.choose(wanted[0].lot)
            self.pages.setCurrentWidget(self.reading)
            self.reading.begin()

    def _confirm(self) -> None:
        by = self.by.text() if self.by.isEnabled() else ""
        said = self.as_.currentData(), self.licence.text(), self.source.text(), by
        self.decided.emit(self._importing.decision(*said))
        self.accept()
