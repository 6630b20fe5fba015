"""The window on one project: arranges panels and menus, decides nothing."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QSplitter, QVBoxLayout, QWidget

from depeche import settings as preferences
from depeche.core.change import Change
from depeche.core.retold import retold
from depeche.core.shown import shown
from depeche.messages import tr
from depeche.settings import Settings
from depeche.store.project import Project
from depeche.ui import menus
from depeche.ui.appearance import set_theme
from depeche.ui.blind import BlindControl
from depeche.ui.closing import Closing
from depeche.ui.dialogs.all import Dialogs
from depeche.ui.dialogs.bulk import BulkDialogs
from depeche.ui.dialogs.packages import Packages, dropped_package
from depeche.ui.dialogs.radar import RadarDialogs
from depeche.ui.guide import Guide
from depeche.ui.jobs import Jobs
from depeche.ui.keys import Keys
from depeche.ui.labels import Labels
from depeche.ui.learning import Learning
from depeche.ui.letters import Letters
from depeche.ui.notes import Notes
from depeche.ui.panels.article import ArticlePanel
from depeche.ui.panels.articles import ArticlesPanel
from depeche.ui.panels.labels import LabelBar
from depeche.ui.panels.marks import MarksPanel
from depeche.ui.places import Places, room
from depeche.ui.queueing import Queueing
from depeche.ui.reader import Reader
from depeche.ui.registry import KnownActors
from depeche.ui.searching import Searching
from depeche.ui.session import Session
from depeche.ui.sight import Sight
from depeche.ui.statistics import Statistics
from depeche.ui.stories import Stories
from depeche.ui.strokes import Strokes
from depeche.ui.theme import Theme
from depeche.ui.turns import Turns
from depeche.ui.tutor import Tutor
from depeche.ui.values import Values
from depeche.ui.work import Work

ZOOM_STEP = 0.1


class Window(QMainWindow):
    """One project's window. `left(folder | None)`: the person wants another project, or none."""

    left = Signal(object)

    def __init__(self, project: Project, settings: Settings) -> None:
        super().__init__()
        self.project = project
        self.settings = settings
        self.session = Session(project, self)
        self.values = Values(self.session)
        self.turns = Turns(self.session)
        self.strokes = Strokes(self.session)
        self.jobs = Jobs(self)
        self.work = Work(self.session, self.jobs, self)
        self.known_actors = KnownActors(self.session, self.jobs, self)
        self.searching = Searching(self.session, self.jobs, self)
        self.dialogs = Dialogs(self)
        self.packages = Packages(self)
        self.bulk = BulkDialogs(self)
        self.radar = RadarDialogs(self)
        self.statistics = Statistics(self)
        self.stories = Stories(self)
        self.labels = Labels(self)
        self.learning = Learning(self)
        self.closing = Closing(self)
        self.blind = BlindControl(self)
        self._placing = QTimer(self, singleShot=True, interval=1_000)
        self._placing.timeout.connect(self._keep_place)
        self.setWindowTitle(f"{shown(project.title)} — Dépêche")
        self.setAcceptDrops(True)
        theme = self._theme()
        self.articles_panel = ArticlesPanel(self.session.library)
        self.article_panel = ArticlePanel(self.session)
        self.marks_panel = MarksPanel(self.session, self.values, theme)
        self.label_bar = LabelBar(self.session, theme, self.jobs)
        self._arrange()
        self.notes = Notes(self)
        self.guide = Guide(self)
        self.tutor = Tutor(self)
        self.actions_by_name = menus.fill(self)
        self.keys = Keys(self)
        self.letters = Letters(self)
        self.reader = Reader(self.session, self.article_panel.view)
        self.places = Places(self)
        self.queueing = Queueing(self)
        self.sight = Sight(self)
        self.article_panel.zoom_asked.connect(self.zoom)
        self.article_panel.date_asked.connect(self.dialogs.publication_date)
        self.article_panel.mask_asked.connect(lambda start, end: self.turns.unmask((start, end)))
        self.articles_panel.chosen.connect(self._on_chosen)
        self.articles_panel.left.connect(self.article_panel.view.setFocus)
        self.marks_panel.typed.connect(self.article_panel.view.setFocus)
        self.session.article_changed.connect(self._on_article)
        self.session.changed.connect(self._on_change)
        self.work.articles_changed.connect(self._on_articles)
        self.work.told.connect(self.dialogs.tell)
        self.work.misfits_found.connect(self.dialogs.misfits)
        self.known_actors.drafted.connect(self.dialogs.confirm_actor)
        self.known_actors.refused.connect(self.dialogs.tell)
        self._restore()
        self._name_history()
        if project.notices:
            self.label_bar.say(" ".join(project.notices), True)
        QTimer.singleShot(0, self._begin)

    def _arrange(self) -> None:
        self.desk_area = QSplitter(Qt.Orientation.Horizontal)
        self.desk_area.addWidget(self.article_panel)
        self.desk_area.addWidget(self.marks_panel)
        self.desk_area.setStretchFactor(0, 1)
        self.desk_area.setCollapsible(0, False)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.addWidget(self.articles_panel)
        self._splitter.addWidget(self.desk_area)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setCollapsible(1, False)
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._splitter, 1)
        layout.addWidget(self.label_bar)
        self.setCentralWidget(middle)
        unit = self.fontMetrics().averageCharWidth()
        self.resize(QSize(unit * 190, unit * 110).boundedTo(room(self)))
        self._splitter.setSizes([unit * 44, unit * 146])
        self.desk_area.setSizes([unit * 98, unit * 48])

    # --- what happens

    def _begin(self) -> None:
        """After the first painting: the tokenizer, and the first article that waits."""
        if self.work.closed:
            return
        self.work.load_tokenizer()
        self.session.ahead.start()
        if self.session.desk.article is None:
            self.open_first()
        if not self.project.read_only:
            self.work.suggest_where_none()

    def open_first(self) -> None:
        """Open the article worked on last, else the first that isn't done, else the first."""
        key = self.session.library.first(str(self._memory().value(f"article/{self.project.folder}", "")))
        if key:
            self.session.open(key)
            self.article_panel.view.setFocus()

    def _on_chosen(self, key: str) -> None:
        self.session.open(key)
        self.article_panel.view.setFocus()

    def _on_article(self) -> None:
        article = self.session.desk.article
        if article is not None:
            self.articles_panel.show_current(article.number)
            self._placing.start()  # the file of Qt's memory is written behind the picture, not before it

    def _keep_place(self) -> None:
        article = self.session.desk.article
        if article is not None:
            self._memory().setValue(f"article/{self.project.folder}", article.key)

    def _on_change(self, change: Change | None) -> None:
        self._name_history()
        if change is not None:
            self.articles_panel.refresh(change)

    def _on_articles(self) -> None:
        self.articles_panel.reload()
        self.label_bar.count()
        if self.session.desk.article is None:
            self.open_first()

    def _name_history(self) -> None:
        desk = self.session.desk
        for name, words, title in (
            ("undo", tr("Annuler l’action"), desk.undoable),
            ("redo", tr("Rétablir"), desk.redoable),
        ):
            action = self.actions_by_name[name]
            action.setEnabled(title is not None)
            action.setText(tr("{act} : {title}", act=words, title=retold(title)).replace("&", "&&") if title else words)

    # --- what a person can do with the window itself

    def zoom(self, step: int) -> None:
        """Set the article larger (1), smaller (-1) or as usual (0)."""
        zoom = 1.0 if step == 0 else min(max(self.settings.zoom + step * ZOOM_STEP, 0.6), 3.0)
        self.change_settings(replace(self.settings, zoom=round(zoom, 2)))
        self.article_panel.view.set_zoom(self.settings.zoom)

    def change_settings(self, settings: Settings) -> None:
        """Keep other preferences from now on."""
        self.settings = settings
        preferences.save(settings)

    def use_theme(self, theme: str) -> None:
        """Show everything `light`, `dark` or as the `system` has it, from now on."""
        self.change_settings(replace(self.settings, theme=theme))
        set_theme(theme)

    def use_language(self, language: str) -> None:
        """Speak `fr` or `en` from the next start on."""
        self.change_settings(replace(self.settings, language=language))
        self.session.said.emit(tr("La langue changera au prochain démarrage de Dépêche."), False)

    def step_doubt(self, step: int) -> None:
        """Put the hand on the next or previous doubt; a value half typed goes in first."""
        self.marks_panel.take_typed()
        self.session.step_doubt(step)

    def focus_outer(self) -> None:
        """Put the hand on the mark around the one it is on."""
        self.article_panel.focus_outer()

    def let_go(self) -> None:
        """Come back to the article from the list or the value of a mark; there, let the selection go."""
        if self.article_panel.view.hasFocus():
            if self.session.grip is None:
                self.sight.leave()
            self.session.set_grip(None)
        else:
            self.marks_panel.drop_typed()
            self.sight.hide_value()
            self.article_panel.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.marks_panel.reload()

    def next_part(self, step: int) -> None:
        """Move the keyboard to the next part of the window."""
        parts = [self.articles_panel.view, self.article_panel.view, self.marks_panel.view]
        here = next((n for n, part in enumerate(parts) if part.hasFocus()), 0 if step < 0 else 2)
        parts[(here + step) % len(parts)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_project(self) -> None:
        """Leave this project for the welcome page."""
        if self.close():
            self.left.emit(None)

    # --- Qt's own

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and all(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if (package := dropped_package(event.mimeData())) is not None:
            self.packages.open(package)
        else:
            self.dialogs.ingest_paths([url.toLocalFile() for url in event.mimeData().urls()])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ThemeChange) and hasattr(self, "label_bar"):
            theme = self._theme()
            self.label_bar.set_theme(theme)
            self.marks_panel.set_theme(theme)

    def use_labels(self) -> None:
        """Show the labels that the project has now."""
        theme, active = self._theme(), self.project.scheme.labels
        self.label_bar.set_labels(theme)
        self.marks_panel.set_theme(theme)
        self.article_panel.view.set_labels({label.label: label.colour for label in active})

    def closeEvent(self, event: QCloseEvent) -> None:
        self.sight.leave()
        self.guide.give_back()
        self._keep_place()
        memory = self._memory()
        memory.setValue("window/geometry", self.saveGeometry())
        memory.setValue("window/left", self._splitter.saveState())
        memory.setValue("window/right", self.desk_area.saveState())
        self.known_actors.stop()
        self.bulk.stop()
        pages = (self.tutor, self.radar, self.statistics, self.stories, self.labels, self.learning)
        for part in (*pages, self.blind, self.queueing, self.searching):
            part.stop()
        self.session.ahead.stop()
        self.work.stop()
        for dialog in self.findChildren(QDialog):
            dialog.close()
        QApplication.processEvents()  # the ends of the stopped jobs
        for timer in self.findChildren(QTimer):
            timer.stop()
        self.project.close()
        event.accept()

    def _restore(self) -> None:
        memory = self._memory()
        for name, restore in (
            ("geometry", self.restoreGeometry),
            ("left", self._splitter.restoreState),
            ("right", self.desk_area.restoreState),
        ):
            state = memory.value(f"window/{name}")
            if state is not None:
                restore(state)

    def _memory(self) -> QSettings:
        return QSettings()

    def _theme(self) -> Theme:
        return Theme(self.palette(), {label.label: label.colour for label in self.project.scheme.labels})
