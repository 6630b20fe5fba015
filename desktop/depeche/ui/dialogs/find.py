"""Search beside the article: a field, filters, the lines found, and a key that labels those ticked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from depeche.annotate import wording
from depeche.annotate.bulk import Plan
from depeche.core.change import Change
from depeche.core.finding import Line, Page, Side
from depeche.core.scheme import Label
from depeche.messages import number, tr
from depeche.ui import hints
from depeche.ui.dialogs.find_filters import FindFilters
from depeche.ui.dialogs.find_rows import LineRows, is_open, place_of
from depeche.ui.dialogs.find_view import LineView
from depeche.ui.line import Line as WordsLine
from depeche.ui.searching import MOST, Found, Searching
from depeche.ui.session import Session
from depeche.ui.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAUSE_MS = 5
_AGAIN_MS = 400
_SLOW_MS = 400


class FindDialog(QDialog):
    """Beside the window, until it is closed: what is opened from it is opened there."""

    def __init__(self, parent: QWidget, searching: Searching, session: Session) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Rechercher dans le projet"))
        self._searching = searching
        self._scheme = session.project.scheme
        self._side = Side.NONE
        self._planned: tuple[str, Plan] | None = None
        self._total: int | None = None
        self._of_marks = False
        self._open_found = False
        self._done = ""
        self._empty = _hint()
        self.filters = FindFilters(self._scheme, searching.annotators(), self)
        self.rows = LineRows(self._scheme, self._theme(), self)
        self.view = LineView(self.rows, self)
        self.view.installEventFilter(self)
        self._nothing = QLabel()
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._nothing.setMargin(self.fontMetrics().height() * 2)
        self._middle = QStackedLayout()
        self._middle.addWidget(self.view)
        self._middle.addWidget(self._nothing)
        self.count = WordsLine()
        self.count.setAccessibleName(tr("Ce qui est trouvé"))
        self.confirm = QPushButton()
        self._drop = QPushButton(tr("Annuler"))
        self._all = QPushButton(tr("Tout cocher"))
        self._close = QPushButton(tr("Fermer"))
        bottom = QHBoxLayout()
        bottom.addWidget(self.count, 1)
        for button in (self.confirm, self._drop, self._all, self._close):
            button.setAutoDefault(button is self.confirm)  # Return presses it once the keyboard is on it
            bottom.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.filters)
        layout.addLayout(self._middle, 1)
        layout.addLayout(bottom)
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self.seek)
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(lambda: self.seek(again=True))
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._slow.timeout.connect(self._on_slow)
        self._connect(session)
        unit = self.fontMetrics().averageCharWidth()
        self.resize(unit * 165, unit * 72)
        self._show_plan(None)
        self._show_state()

    def _connect(self, session: Session) -> None:
        searching = self._searching
        self.filters.changed.connect(self._begin_anew)
        for edit in self.filters.edits:
            edit.installEventFilter(self)
        searching.found.connect(self._on_found)
        searching.continued.connect(self._on_more)
        searching.counted.connect(self._on_count)
        searching.failed.connect(self._on_failure)
        searching.planned.connect(self._on_planned)
        session.changed.connect(self._on_change)
        self.rows.more_asked.connect(lambda: searching.more(self.rows.upto or 0))
        self.rows.ticked_changed.connect(lambda: self._show_plan(None))
        self.view.sort_asked.connect(self._sort)
        self.view.doubleClicked.connect(lambda _: self._open())
        self.confirm.clicked.connect(self._carry_out)
        self._drop.clicked.connect(lambda: self._show_plan(None))
        self._all.clicked.connect(self._tick_all)
        self._close.clicked.connect(self.close)
        self._label_keys: list[QShortcut] = []

    def _set_label_keys(self) -> None:
        """Let the labels' keys, as they are now, label what is ticked."""
        for shortcut in self._label_keys:
            shortcut.setParent(None)
            shortcut.deleteLater()
        self._label_keys.clear()
        for label in self._scheme.active:
            for key in _label_keys(label):
                shortcut = QShortcut(QKeySequence(key), self.view)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(lambda name=label.label: self._ask_label(name))
                self._label_keys.append(shortcut)

    def begin(self) -> None:
        """Show the search with the keyboard in its field."""
        self._set_label_keys()
        self.filters.set_papers(self._searching.papers())
        self.show()
        self.raise_()
        self.activateWindow()
        self.filters.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.words.selectAll()

    # --- searching

    def seek(self, *, again: bool = False) -> None:
        """Search for what the fields say; `again`: after a change, as many lines as there are."""
        self._soon.stop()
        self._again.stop()
        self._slow.start()
        self._searching.seek(self.filters.asked, self._side, len(self.rows.lines) if again else 0)

    def _begin_anew(self) -> None:
        self._done, self._open_found = "", False
        self._soon.start()

    def _on_found(self, found: Found) -> None:
        line = self.view.line
        self._total, self._of_marks = None, found.question.is_of_marks
        self.rows.show(found.page.lines, found.page.upto)
        self.view.fit(found.page.lines)
        row = self.rows.row_of(place_of(line)) if line else -1
        if found.page.lines:
            self.view.choose(max(row, 0))
        blank = found.question.is_empty and not self.filters.words.text().strip()
        self._empty = _hint() if blank else tr("Rien ne correspond à cette recherche.")
        self._show_state()
        if self._open_found:
            self._open_found = False
            self._open()

    def _on_slow(self) -> None:
        if self._searching.busy and self._planned is None:
            self.count.set_words(tr("Recherche en cours…"))

    def _on_more(self, page: Page) -> None:
        self.rows.append(page.lines, page.upto)
        self._show_state()

    def _on_count(self, total: int | None) -> None:
        self._total = total
        self._show_state()

    def _on_failure(self, sentence: str) -> None:
        self._empty = sentence
        self.rows.show((), None)
        self._show_state()

    def _on_change(self, change: Change | None) -> None:
        if change is not None and self.isVisible() and self.rows.lines:
            self._again.start()

    def _sort(self, side: Side) -> None:
        self._side = side
        self.seek()

    # --- what is said

    def _show_state(self) -> None:
        self._middle.setCurrentIndex(0 if self.rows.lines else 1)
        self._nothing.setText(self._empty)
        self._all.setEnabled(any(map(is_open, self.rows.lines)))
        if self._planned is None:
            self.count.set_words(self._counted())

    def _counted(self) -> str:
        lines = self.rows.lines
        if not lines or self._done:
            return self._done
        words = [tr("%n ligne lue|%n lignes lues", n=len(lines)) if self.rows.upto is not None
                 else tr("%n ligne|%n lignes", n=len(lines))]  # fmt: skip
        if self._total is not None and not self._of_marks:
            words.append(tr("dans %n article|dans %n articles", n=self._total))
        elif self._total is not None and self.rows.upto is not None:
            words.append(tr("sur {total} passages", total=number(self._total)))
        if self._side is not Side.NONE and len(lines) >= MOST:
            words.append(tr("triées parmi les {total} premières", total=number(MOST)))
        ticked = len(self.rows.ticked)
        if ticked:
            keys = ", ".join(f"{key} {one.name}" for one in self._scheme.active for key in _label_keys(one)[:1])
            words.append(tr("%n cochée : {keys}|%n cochées : {keys}", ticked, keys=keys))
        return " · ".join(words)

    # --- what a hand does

    def _open(self) -> None:
        line = self.view.line
        if line is not None:
            self._searching.open(line)

    def _tick_all(self) -> None:
        every = range(len(self.rows.lines))
        self.rows.tick(every, not all(self.rows.is_ticked(row) for row in every if is_open(self.rows.lines[row])))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle(self) -> None:
        self._done = ""
        rows = self.view.chosen_rows
        self.rows.tick(rows, not all(self.rows.is_ticked(row) for row in rows))

    @property
    def _chosen(self) -> list[Line]:
        line = self.view.line
        return self.rows.ticked or ([line] if line else [])

    def _ask_label(self, name: str) -> None:
        """Have it counted what labelling the ticked lines, or else the chosen one, would do."""
        if chosen := self._chosen:
            self._planned = (name, Plan((), 0))
            self._searching.plan(chosen, name)

    def _on_planned(self, plan: Plan) -> None:
        if self._planned is not None:
            self._show_plan((self._planned[0], plan))

    def _show_plan(self, planned: tuple[str, Plan] | None) -> None:
        self._planned = planned if planned and planned[1].times else None
        for button in (self.confirm, self._drop):
            button.setVisible(self._planned is not None)
        if self._planned is None:
            self.count.set_words(tr("Rien à étiqueter là : déjà décidé, ou pris dans un autre passage.") if planned
                                 else self._counted())  # fmt: skip
            return
        name, plan = self._planned
        label = self._scheme.get(name).name
        self.count.set_words(
            tr("%n passage {where} deviendra : {label}.|%n passages {where} deviendront : {label}.", n=plan.times,
               where=wording.in_articles(plan.articles), label=label)
        )  # fmt: skip
        self.confirm.setText(tr("Étiqueter : {label}", label=label))
        self.confirm.setFocus(Qt.FocusReason.OtherFocusReason)

    def _carry_out(self) -> None:
        if self._planned is None:
            return
        plan = self._planned[1]
        said = dict.fromkeys(line.words for line in self._chosen)
        words = next(iter(said), "") + (" …" if len(said) > 1 else "")
        title = wording.labelled_everywhere(wording.shortened(words), plan.times, plan.articles)
        change = self._searching.carry_out(title, plan)
        self._done = tr("{act}. {key} l’annule.", key=hints.key("undo"), act=change.title) if change is not None else ""
        self._show_plan(None)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _theme(self) -> Theme:
        return Theme(self.palette(), {label.label: label.colour for label in self._scheme.labels})

    # --- Qt's own

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ThemeChange) and hasattr(self, "rows"):
            self.rows.theme = self._theme()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in _ENTER:
                if self._soon.isActive() or self._searching.busy:  # typed faster than the list follows
                    self._open_found = True
                else:
                    self._open()
                return True
            if watched is self.view and key == Qt.Key.Key_Space:
                self._toggle()
                return True
            if watched is not self.view and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return super().eventFilter(watched, event)


def _hint() -> str:
    """Say what can be searched."""
    return tr("Tapez un mot : accents, majuscules et apostrophes ne comptent pas. Entre guillemets, des mots qui se "
              "suivent ; « début* », le début d’un mot. Sans mot, choisissez des passages ou une valeur.")  # fmt: skip


def _label_keys(label: Label) -> tuple[str, ...]:
    return hints.keys(f"label_{label.label}", (label.key.upper(),) if label.key else ())
