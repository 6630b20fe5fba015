"""Stories beside the article: which articles tell the same, and their figures and dates side by side."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from depeche import paths
from depeche.annotate.stories import Story, none_found, why
from depeche.core.board import Board
from depeche.core.board_table import to_csv, to_html
from depeche.core.progress import Progress
from depeche.messages import tr
from depeche.ui.dialogs.plain_table import set_plain
from depeche.ui.dialogs.story_rows import BoardRows, Lines, StoryRows
from depeche.ui.session import Session
from depeche.ui.stories import Telling

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAUSE_MS = 120


class StoriesDialog(QDialog):
    """`asked(article, mark, start, end)`: show this place; `mark` is empty and the place 0 for the article itself.

    `listed(Story)`: show only its articles in the list of articles. Return goes from a story to its board, and from a
    cell to its place; S shows suggestions too, L lists.
    """

    asked = Signal(str, str, int, int)
    listed = Signal(object)

    def __init__(self, parent: QWidget, telling: Telling, session: Session) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Récits"))
        self._telling, self._session = telling, session
        self._wanted: str | None = None  # the article whose story is to be chosen when stories come
        self._to_board = False
        self.story: Story | None = None
        self.rows, self.cells = StoryRows(self), BoardRows(self)
        self.list, self.board = self._list(), self._board()
        self.nothing = QLabel()
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        self.nothing.setWordWrap(True)
        self.why, self.hint = QLabel(), QLabel()
        for label in (self.why, self.hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.hint.hide()
        self.count = QLabel()
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(tr("Avancement"))
        self.bar.setMaximumWidth(self.fontMetrics().averageCharWidth() * 22)
        self.pending = QCheckBox(tr("Avec les suggestions (S)"))
        self.see = QPushButton(tr("Voir dans l’article (Entrée)"))
        self.only = QPushButton(tr("Ne lister que ses articles (L)"))
        self.keep = QPushButton(tr("Enregistrer le tableau…"))
        close = QPushButton(tr("Fermer"))
        for button in (self.see, self.only, self.keep, close):
            button.setAutoDefault(False)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.list)
        split.addWidget(self.board)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 3)
        told, bottom = QHBoxLayout(), QHBoxLayout()
        told.addWidget(self.count, 1)
        told.addWidget(self.bar)
        for widget in (self.see, self.only, self.keep, self.pending):
            bottom.addWidget(widget)
        bottom.addStretch(1)
        bottom.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.why)
        layout.addWidget(split, 1)
        layout.addWidget(self.hint)
        layout.addWidget(self.nothing)
        layout.addLayout(told)
        layout.addLayout(bottom)
        unit = self.fontMetrics().averageCharWidth()
        self.resize(unit * 150, unit * 80)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.see.clicked.connect(self._see)
        self.only.clicked.connect(self._list_only)
        self.keep.clicked.connect(self._keep)
        self.pending.toggled.connect(lambda _on: self._tell())
        close.clicked.connect(self.close)
        self.board.doubleClicked.connect(lambda _index: self._see())
        self.list.doubleClicked.connect(lambda _index: self._enter_board())
        self.list.selectionModel().currentRowChanged.connect(lambda *_: self._on_story())
        self.board.selectionModel().currentChanged.connect(lambda *_: self._show_buttons())
        telling.found.connect(self._on_found)
        telling.told.connect(self._on_told)
        telling.progressed.connect(self._on_progress)
        telling.failed.connect(self._on_failure)
        session.changed.connect(lambda _change: self._pause.start() if self.isVisible() and self.story else None)

    def _list(self) -> QTableView:
        view = QTableView()
        view.setModel(self.rows)
        view.setAccessibleName(tr("Récits que plusieurs articles racontent"))
        set_plain(view)
        head = view.horizontalHeader()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        unit = self.fontMetrics().averageCharWidth()
        for column, width in ((1, 28), (2, 10), (3, 34)):
            view.setColumnWidth(column, unit * width)
        view.installEventFilter(self)
        return view

    def _board(self) -> QTableView:
        view = QTableView()
        view.setModel(self.cells)
        view.setAccessibleName(tr("Chiffres et dates du récit, un article par colonne"))
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTabKeyNavigation(False)
        view.setItemDelegate(Lines(view))
        view.setShowGrid(False)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        flush = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        view.horizontalHeader().setDefaultAlignment(flush)
        view.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        view.installEventFilter(self)
        return view

    def begin(self, article: str | None, *, to_board: bool = False) -> None:
        """Look for the stories, that of an article (a key) chosen; with `to_board` the keyboard goes to its board."""
        self._wanted, self._to_board = article, to_board
        self.bar.setRange(0, 0)
        self.bar.show()
        self.nothing.setText(tr("Les articles sont rapprochés…") if not self.rows.stories else "")
        self.nothing.setVisible(not self.rows.stories)
        self._show_buttons()
        self._telling.seek()
        self.show()
        self.raise_()
        self.activateWindow()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- what comes

    def _on_found(self, found: list[Story]) -> None:
        self.bar.hide()
        chosen = self._wanted or (self.story.key if self.story else None)
        self.rows.put(found)
        self.nothing.setVisible(not found)
        self.nothing.setText(none_found())
        row = next((n for n, one in enumerate(found) if any(each.key == chosen for each in one.articles)), None)
        if row is None and self._to_board and found:
            self.nothing.setText(tr("L’article ouvert ne partage son récit avec aucun autre."))
            self.nothing.show()
        if found:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.list.selectionModel().setCurrentIndex(self.rows.index(row or 0, 0), flags)
        else:
            self.story = None
            self.cells.put(Board((), ()))
            self.why.clear()
            self.hint.hide()
        self._to_board = self._to_board and row is not None
        self._show_buttons()

    def _on_story(self) -> None:
        row = self.list.currentIndex().row()
        self.story = self.rows.stories[row] if 0 <= row < len(self.rows.stories) else None
        self._pause.start()

    def _tell(self) -> None:
        if self.story is not None and self.isVisible():
            self._telling.tell(self.story, pending=self.pending.isChecked())

    def _on_told(self, story: Story, board: Board, waiting: int) -> None:
        if self.story is None or story.key != self.story.key:
            return
        self.why.setText(why(story))
        self.hint.setVisible(not board.rows)
        self.hint.setText(
            tr("Rien d’annoté à comparer encore. La touche S montre ce qui n’est que suggéré : %n ligne."
               "|Rien d’annoté à comparer encore. La touche S montre ce qui n’est que suggéré : %n lignes.", n=waiting)
            if waiting else tr("Ces articles n’ont ni chiffre ni date à comparer.")
        )  # fmt: skip
        here = self.board.currentIndex()
        self.cells.put(board)
        self.board.resizeColumnsToContents()
        self.board.resizeRowsToContents()
        row, column = (here.row(), here.column()) if here.isValid() else (0, 0)
        place = self.cells.index(min(row, self.cells.rowCount() - 1), min(column, self.cells.columnCount() - 1))
        self.board.setCurrentIndex(place)
        if self._to_board:
            self._to_board = False
            self._enter_board()
        self._show_buttons()

    def _on_progress(self, progress: Progress) -> None:
        self.bar.setRange(0, progress.total or 0)
        self.bar.setValue(progress.done)

    def _on_failure(self, sentence: str) -> None:
        self.bar.hide()
        self.nothing.setText(sentence)
        self.nothing.show()

    def _show_buttons(self) -> None:
        board = self.cells.board
        self.see.setEnabled(self.cells.column(self.board.currentIndex()) is not None)
        self.only.setEnabled(self.story is not None)
        self.keep.setEnabled(bool(board.rows))
        stories = tr("%n récit|%n récits", n=len(self.rows.stories))
        lines = tr("%n ligne|%n lignes", n=len(board.rows))
        n = sum(row.contradictions for row in board.rows)
        against = tr("%n valeur contredite|%n valeurs contredites", n=n)
        said = tr("{stories} ; {lines} dans celui-ci, {against} (≠)", stories=stories, lines=lines, against=against)
        self.count.setText(said if board.columns else stories)

    # --- what a person does

    def _enter_board(self) -> None:
        self.board.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.board.currentIndex().isValid() and self.cells.rowCount():
            self.board.setCurrentIndex(self.cells.index(0, 0))

    def _see(self) -> None:
        index: QModelIndex = self.board.currentIndex()
        column, cell = self.cells.column(index), self.cells.cell(index)
        if cell is not None:
            one = cell.statement
            self.asked.emit(one.article, one.mark, one.start, one.end)
        elif column is not None:
            self.asked.emit(column.article, "", 0, 0)

    def _list_only(self) -> None:
        if self.story is not None:
            self.listed.emit(self.story)

    def _keep(self) -> None:
        if self.story is None:
            return
        kinds = tr("Tableau CSV (*.csv);;Page HTML (*.html)")
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Enregistrer le tableau"), str(paths.documents() / "tableau.csv"), kinds
        )
        if name:
            self.save(Path(name))

    def save(self, path: Path) -> None:
        """Write the board to a file: HTML where it is named so, else CSV with a byte order mark, as Excel wants."""
        title = self.story.title if self.story else ""
        as_html = path.suffix.lower() in (".html", ".htm")
        words = to_html(self.cells.board, title) if as_html else "\ufeff" + to_csv(self.cells.board)
        try:
            path.write_text(words, encoding="utf-8", newline="")
        except OSError as error:
            self._on_failure(tr("{path} n’a pas pu être écrit : {why}.", path=path, why=error.strerror))
        else:
            self._session.said.emit(tr("Tableau enregistré : {path}.", path=path), False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in (self.list, self.board) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _ENTER:
                self._enter_board() if watched is self.list else self._see()
                return True
            if event.modifiers() == Qt.KeyboardModifier.NoModifier and event.key() in (Qt.Key.Key_S, Qt.Key.Key_L):
                self.pending.toggle() if event.key() == Qt.Key.Key_S else self._list_only()
                return True
        return super().eventFilter(watched, event)
