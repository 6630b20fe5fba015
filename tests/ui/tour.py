"""Takes pictures of every view, in both themes, driving the real window with real keys and clicks: `make tour`.

Writes PNGs into a folder (the first argument, `docs/tour` by default). Where there is no display, Qt draws offscreen.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

if not os.environ.get("DISPLAY") and sys.platform == "linux":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_HOME = tempfile.mkdtemp(prefix="depeche-tour-")
for _name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
    os.environ[_name] = _HOME
# Pictures show folders and a name: an analyst's, not those of the machine that takes them.
os.environ |= {"XDG_DOCUMENTS_DIR": "/home/claire/Documents", "LOGNAME": "claire"}

from PySide6.QtCore import QDeadlineTimer, QEvent, Qt  # noqa: E402  # the environment first
from PySide6.QtGui import QKeyEvent  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget  # noqa: E402

from depeche import paths, settings  # noqa: E402
from depeche.annotate.desk import Desk  # noqa: E402
from depeche.core.article import State  # noqa: E402
from depeche.core.order import Order  # noqa: E402
from depeche.core.progress import silent  # noqa: E402
from depeche.core.scheme_draft import Draft  # noqa: E402
from depeche.export.form import Format  # noqa: E402
from depeche.export.handback import give_back  # noqa: E402
from depeche.export.package import package  # noqa: E402
from depeche.ingest.inspection import inspect  # noqa: E402
from depeche.ingest.package import unpack  # noqa: E402
from depeche.messages import tr  # noqa: E402
from depeche.store import articles, blind  # noqa: E402
from depeche.store.packages import in_order as in_import_order  # noqa: E402
from depeche.store.project import Project  # noqa: E402
from depeche.ui.app import make_application  # noqa: E402
from depeche.ui.appearance import set_theme  # noqa: E402
from depeche.ui.demo import sample_project, suggest_for_sample  # noqa: E402
from depeche.ui.dialogs.export import ExportDialog  # noqa: E402
from depeche.ui.dialogs.exported import ExportedDialog  # noqa: E402
from depeche.ui.dialogs.find import FindDialog  # noqa: E402
from depeche.ui.dialogs.handed_back import HandedBackDialog  # noqa: E402
from depeche.ui.dialogs.ingest import IngestDialog  # noqa: E402
from depeche.ui.dialogs.learning import LearningDialog  # noqa: E402
from depeche.ui.dialogs.note import NoteDialog  # noqa: E402
from depeche.ui.dialogs.scheme import SchemeDialog  # noqa: E402
from depeche.ui.dialogs.scheme_changes import ChangesDialog  # noqa: E402
from depeche.ui.dialogs.statistics import StatisticsDialog  # noqa: E402
from depeche.ui.dialogs.which_project import WhichProjectDialog  # noqa: E402
from depeche.ui.welcome import Welcome  # noqa: E402
from depeche.ui.window import Window  # noqa: E402

SIZE = (1440, 900)


def settle(app: QApplication, milliseconds: int = 60) -> None:
    """Let the window do and paint what is due."""
    deadline = QDeadlineTimer(milliseconds)
    while not deadline.hasExpired():
        app.processEvents()


def wait_for_work(app: QApplication, window: Window) -> None:
    """Wait until background work and the tokenizer are done."""
    deadline = QDeadlineTimer(60_000)
    while (window.jobs.busy or not window.session.tokenizer_ready) and not deadline.hasExpired():
        app.processEvents()


def shoot(widget: QWidget, folder: Path, name: str) -> None:
    """Save a picture of a widget."""
    widget.grab().save(str(folder / f"{name}.png"), "PNG", 0)  # 0: the smallest file
    print(folder / f"{name}.png")


def dialog_of(app: QApplication) -> QDialog:
    """Return the dialog that is open."""
    settle(app)
    found = [one for one in app.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
    return found[-1]


def tour(app: QApplication, folder: Path, theme: str) -> None:
    """Take all pictures in one theme."""
    radar(app, folder, theme)
    statistics(app, folder, theme)
    stories(app, folder, theme)
    learning(app, folder, theme)
    in_order(app, folder, theme)
    tutorial(app, folder, theme)
    welcome = Welcome(settings.load())
    welcome.show()
    settle(app)
    shoot(welcome, folder, f"welcome-{theme}")
    welcome.close()

    empty = Project.create(Path(tempfile.mkdtemp()) / "vide", paths.default_scheme(), "Claire")
    window = Window(empty, settings.load())
    window.resize(*SIZE)
    window.show()
    settle(app)
    shoot(window, folder, f"empty-{theme}")
    window.close()

    project = Path(tempfile.mkdtemp()) / "exemple"
    sample_project(project)
    suggest_for_sample(project)
    window = Window(Project.open(project, program="tour"), settings.load())
    window.resize(*SIZE)
    window.show()
    settle(app)
    wait_for_work(app, window)
    view = window.article_panel.view
    view.setFocus()
    shoot(window, folder, f"suggestions-{theme}")
    for key in (Qt.Key.Key_Space,) * 6 + (Qt.Key.Key_X,) + (Qt.Key.Key_Space,) * 3:
        QTest.keyClick(view, key)
    settle(app)
    shoot(window, folder, f"at-work-{theme}")
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    settle(app)
    shoot(window, folder, f"letters-{theme}")
    QTest.keyClick(view, Qt.Key.Key_Escape)
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    settle(app)
    shoot(window, folder, f"selection-{theme}")
    for name, opened in (
        ("keys", window.dialogs.keys),
        ("bindings", window.keys.open),
        ("preferences", window.keys.preferences),
        ("date", window.dialogs.publication_date),
    ):
        opened()
        dialog = dialog_of(app)
        shoot(dialog, folder, f"{name}-{theme}")
        dialog.close()
    coming_in(app, window, folder, theme)
    going_out(app, window, folder, theme)
    everywhere(app, window, folder, theme)
    registry(app, window, folder, theme)
    typing(app, window, folder, theme)
    search(app, window, folder, theme)
    labels(app, window, folder, theme)
    guidance(app, window, folder, theme)
    sight(app, window, folder, theme)
    window.zoom(1)
    for _ in range(9):
        window.zoom(1)
    settle(app)
    shoot(window, folder, f"zoom-200-{theme}")
    window.zoom(0)
    misfits(app, window, folder, theme)
    long_text = project.parent / "long.txt"
    bodies = [path.read_text(encoding="utf-8") for path in sorted((paths.corpus() / "articles").glob("*.txt"))]
    long_text.write_text(("\n\n".join(bodies) * 4)[:100_000], encoding="utf-8")
    window.work.ingest([long_text], None)
    settle(app)
    wait_for_work(app, window)
    with window.project.read() as db:
        from depeche.store import articles

        last = articles.neighbour(db, window.project.annotator, 10**9, -1)
    window.session.open(last)
    settle(app)
    shoot(window, folder, f"long-{theme}")
    window.close()


def coming_in(app: QApplication, window: Window, folder: Path, theme: str) -> None:
    """Take pictures of what an import shows before anything is stored, and of what came of it."""
    arrivals = Path(tempfile.mkdtemp()) / "Revue de presse"
    arrivals.mkdir()
    bodies = [path.read_text(encoding="utf-8") for path in sorted((paths.corpus() / "articles").glob("*.txt"))]
    (arrivals / "archives.txt").write_bytes(bodies[0].encode("cp1252", "replace"))
    (arrivals / "reprise.txt").write_text("Article repris.\n\n" + bodies[1], encoding="utf-8")
    (arrivals / "abîmé.txt").write_text(bodies[2].encode("utf-8").decode("latin-1"), encoding="utf-8")
    (arrivals / "incomplet.jsonl").write_text('{"title": "sans texte"}\n', encoding="utf-8")
    text = "La ministre Ada Varga a quitté Tarsis mardi, avec vingt délégués du parti Aube."
    spans = [
        {"start": text.index(words), "end": text.index(words) + len(words), "label": label, "by": "Zoé"}
        for words, label in (("Ada Varga", "PERS"), ("Tarsis", "LIEU"), ("vingt", "CARDINAL"), ("Aube", "PARTI"))
    ]
    (arrivals / "annoté.jsonl").write_text(json.dumps({"text": text, "spans": spans}) + "\n", encoding="utf-8")
    rows = f"Titre;Corps;Parution\r\nUn départ;{text};13/07/2025\r\nUn retour;{text} Elle revient.;14/07/2025\r\n"
    (arrivals / "tableau.csv").write_bytes(rows.encode("cp1252"))
    window.dialogs.ingest_paths([str(path) for path in sorted(arrivals.iterdir())])
    dialog = dialog_of(app)
    assert isinstance(dialog, IngestDialog)
    settle(app, 2_500)
    for name, row, page in (
        ("ingest", 1, dialog.sample),
        ("ingest-refused", 3, dialog.sample),
        ("ingest-encoding", 2, dialog.reading),
        ("ingest-repair", 0, dialog.reading),
        ("ingest-columns", 6, dialog.reading),
        ("ingest-labels", 1, dialog.labels),
    ):
        dialog.lots.setCurrentCell(min(row, dialog.lots.rowCount() - 1), 0)
        dialog.pages.setCurrentWidget(page)
        settle(app, 200)
        shoot(dialog, folder, f"{name}-{theme}")
    dialog.close()
    settle(app)


def going_out(app: QApplication, window: Window, folder: Path, theme: str) -> None:
    """Take pictures of what an export would be, of what is rarely chosen for it, and of what came of one."""
    exporting = window.work.exporting
    window.dialogs.export()
    dialog = dialog_of(app)
    assert isinstance(dialog, ExportDialog)
    order = dialog.order()
    for name, format_ in (("export", Format.JSONL), ("export-choice", Format.BRAT)):
        dialog.forms.choose(format_)
        for state in dialog.choice.states.values():
            state.setChecked(True)
        dialog.choice.more.setChecked(name == "export-choice")
        settle(app, 400)
        wait_for(app, lambda: not exporting.busy and not exporting.looks)
        settle(app, 100)
        shoot(dialog, folder, f"{name}-{theme}")
        order = dialog.order()
    dialog.close()
    receipt = exporting.write(replace(order, folder=Path(tempfile.mkdtemp()) / "sortie"), silent)
    sheet = ExportedDialog(None, paths.documents() / "exemple", order, receipt)
    sheet.show()
    settle(app, 100)
    shoot(sheet, folder, f"exported-{theme}")
    sheet.close()


def guidance(app: QApplication, window: Window, folder: Path, theme: str) -> None:
    """Take pictures of the guide beside the article, of notes on borderline cases, and of their list."""
    view, session = window.article_panel.view, window.session
    session.set_focus(next(one.key for one in session.marks if one.label == "DATE"))
    window.guide.open()
    settle(app, 200)
    shoot(window, folder, f"guide-{theme}")
    panel = window.guide.panel
    assert panel is not None
    QTest.keyClicks(panel.field, "russe")
    settle(app, 200)
    shoot(window, folder, f"guide-search-{theme}")
    panel.field.clear()
    window.guide.open()
    for label, said in (
        ("DATE", "Une durée qui court encore : date ancrée, ou chiffre ? Marquée comme date."),
        ("ACTOR", "Le siège parle-t-il, ou n’est-ce que le lieu de la réunion ?"),
    ):
        session.set_focus(next(one.key for one in session.marks if one.label == label))
        view.setFocus()
        window.notes.write()
        dialog = dialog_of(app)
        assert isinstance(dialog, NoteDialog)
        dialog.field.setPlainText(said)
        if label == "ACTOR":
            settle(app)
            shoot(dialog, folder, f"note-{theme}")
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        settle(app)
    settle(app, 200)
    shoot(window, folder, f"noted-{theme}")
    window.notes.list_all()
    listed = dialog_of(app)
    shoot(listed, folder, f"notes-{theme}")
    listed.close()


def tutorial(app: QApplication, folder: Path, theme: str) -> None:
    """Take pictures of the tutorial, at a step in its middle and of its score."""
    from depeche.ui import tutor

    window = Window(Project.open(tutor.make(), program="tour"), settings.load())
    window.resize(*SIZE)
    window.show()
    settle(app)
    wait_for_work(app, window)
    session = window.session
    session.accept()
    session.label("FIGURE")
    session.step_doubt(1)
    session.move_border("start", 1)
    session.step_doubt(1)
    settle(app, 200)
    shoot(window, folder, f"tutorial-{theme}")
    for _ in range(20):
        session.accept()
    window.tutor.show_score()
    score = dialog_of(app)
    settle(app, 200)
    shoot(score, folder, f"tutorial-score-{theme}")
    score.close()
    window.close()


def sight(app: QApplication, window: Window, folder: Path, theme: str) -> None:
    """Take pictures of what one can see of an article, and of being alone with it."""
    window.article_panel.view.setFocus()
    window.sight.turn_unseen()
    settle(app, 200)
    shoot(window, folder, f"unseen-{theme}")
    window.sight.use_letters("airy")
    window.sight.widen(-1)
    settle(app, 200)
    shoot(window, folder, f"airy-{theme}")
    window.sight.use_letters("serif")
    window.sight.widen(0)
    window.sight.turn_unseen()
    window.sight.turn_alone()
    window.resize(*SIZE)
    settle(app, 200)
    shoot(window, folder, f"alone-{theme}")
    window.sight.leave()
    window.resize(*SIZE)
    settle(app)


def statistics(app: QApplication, folder: Path, theme: str) -> None:
    """Take pictures of the statistics after some weeks of work, chart by chart, and of those of an empty project."""
    empty = Project.create(Path(tempfile.mkdtemp()) / "vide", paths.default_scheme(), "Claire")
    for project, rows in ((empty, (0,)), (Project.open(worked()), (0, 4, 6, 8, 9, 11))):
        window = Window(project, settings.load())
        window.show()
        window.statistics.open()
        settle(app)
        wait_for(app, lambda opened=window: not opened.statistics.busy)  # type: ignore[misc]
        dialog = dialog_of(app)
        assert isinstance(dialog, StatisticsDialog)
        dialog.resize(1200, 720)
        for row in rows:
            dialog.list.setCurrentRow(row)
            settle(app)
            chart = dialog.panel.view.chart
            name = "empty" if project is empty or chart is None else chart.name
            shoot(dialog, folder, f"statistics-{name}-{theme}")
        dialog.close()
        window.close()


def packages(app: QApplication, folder: Path, theme: str) -> None:
    """Take pictures of a return that was opened, and of the question where the project of a package is."""
    at = Path(tempfile.mkdtemp())
    lead = Project.open(shutil.copytree(worked(), at / "Mer Rouge"))
    package(lead, at / "lot-bilal.depeche", "Bilal")
    lead.close()
    with Project.open(unpack(at / "lot-bilal.depeche", at / "Bilal").folder) as project:
        desk = Desk(project)
        with project.read() as db:
            keys = [key for key, _, _ in in_import_order(db)]
        for key in keys[:12]:
            desk.open(key)
            desk.set_state(State.DONE)
        give_back(project, at / "rendu-bilal.depeche")
    words = [
        tr("{name} a déjà été ouvert dans {folder}, qui n’y est plus.", name="lot-bilal.depeche",
           folder="/home/claire/Documents/Mer Rouge - Bilal"),
        tr("Si vous l’avez déplacé ou renommé, montrez où il est ; recommencé, le lot est vide de votre travail."),
    ]  # fmt: skip
    return_ = HandedBackDialog(None, at / "rendu-bilal.depeche", inspect(at / "rendu-bilal.depeche"))
    for dialog, name in ((return_, "return"), (WhichProjectDialog(None, words, []), "moved")):
        dialog.show()
        settle(app)
        shoot(dialog, folder, f"{name}-{theme}")
        dialog.close()


def in_order(app: QApplication, folder: Path, theme: str) -> None:
    """Take pictures of the order by value with its reason, of a blind article, its dialog and its statistics."""
    place = Path(tempfile.mkdtemp()) / "ordre"
    sample_project(place)
    suggest_for_sample(place)
    with Project.open(place) as project:
        for share, names in ((0.0, range(1, 4)), (1.0, range(4, 6))):
            with project.write() as db:
                blind.set_share(db, share)
                keys = [one.key for one in articles.headings(db, project.annotator, list(names))]
            for key in keys:
                desk = Desk(project)
                desk.open(key)
                for one in list(desk.pending)[:12]:
                    if one.key in {other.key for other in desk.pending}:
                        desk.accept(one.key)
                for at in () if desk.pending else range(0, 120, 20):
                    desk.mark(at, at + 9, "ACTOR", by_character=True)
                desk.set_state(State.DONE)
        with project.write() as db:
            blind.set_share(db, 0.05)
    window = Window(Project.open(place, program="tour"), settings.load())
    window.resize(*SIZE)
    window.show()
    settle(app)
    wait_for_work(app, window)
    window.queueing.use(Order.VALUE)
    wait_for(app, lambda: not window.queueing.busy)
    window.session.open(window.session.library.next_waiting(0) or "")
    settle(app)
    shoot(window, folder, f"order-{theme}")
    window.blind.open()
    dialog = dialog_of(app)
    shoot(dialog, folder, f"blind-share-{theme}")
    dialog.reject()
    with window.project.write() as db:
        blind.set_share(db, 1.0)
    window.session.open(window.session.library.neighbour(window.session.desk.article.number, 1) or "")
    settle(app)
    shoot(window, folder, f"blind-{theme}")
    window.statistics.open()
    wait_for(app, lambda: not window.statistics.busy)
    shown = dialog_of(app)
    assert isinstance(shown, StatisticsDialog)
    shown.resize(1200, 720)
    for row in range(shown.list.count() - 3, shown.list.count()):
        shown.list.setCurrentRow(row)
        settle(app)
        chart = shown.panel.view.chart
        shoot(shown, folder, f"statistics-{chart.name if chart else row}-{theme}")
    shown.close()
    window.close()


def learning(app: QApplication, folder: Path, theme: str) -> None:
    """Take pictures of the learning window: nothing to learn from, a training under way, what came of one, by page."""
    empty = Project.create(Path(tempfile.mkdtemp()) / "vide", paths.default_scheme(), "Claire")
    for project in (empty, Project.open(taught())):
        window = Window(project, settings.load())
        window.show()
        window.learning.open()
        settle(app)
        wait_for(app, lambda opened=window: not opened.learning.busy)  # type: ignore[misc]
        dialog = dialog_of(app)
        assert isinstance(dialog, LearningDialog)
        dialog.resize(1200, 720)
        if project is empty:
            settle(app)
            shoot(dialog, folder, f"learning-empty-{theme}")
        else:
            dialog.confidence_page.slider.setValue(35)
            for n, name in enumerate(("train", "curve", "errors", "confidence")):
                dialog.pages.setCurrentIndex(n)
                settle(app)
                shoot(dialog, folder, f"learning-{name}-{theme}")
            dialog.pages.setCurrentIndex(0)
            dialog.train_page.start.click()
            wait_for(app, lambda shown=dialog: shown.train_page.progress.bar.maximum() > 100)  # type: ignore[misc]
            settle(app, 2_000)
            shoot(dialog, folder, f"learning-running-{theme}")
            window.learning.cancel()
        dialog.close()
        window.close()


@cache
def taught() -> Path:
    """Return the folder of that project after a training with its learning curve: a minute or two."""
    folder = Path(tempfile.mkdtemp()) / "exemple"
    shutil.copytree(worked(), folder)
    subprocess.run(paths.command("train", str(folder), "--report", "json", "--curve", "--seeds", "1"),
                   check=False, capture_output=True)  # fmt: skip
    return folder


@cache
def worked() -> Path:
    """Return the folder of a project after some weeks of work."""
    from tests.worked import worked_project

    folder = Path(tempfile.mkdtemp()) / "exemple"
    worked_project(folder)
    return folder


def registry(app: QApplication, window: Window, folder: Path, theme: str) -> None:
    """Take pictures of the registry, empty and full, and of an actor that is confirmed."""
    window.dialogs.actors()
    listed = dialog_of(app)
    shoot(listed, folder, f"registry-empty-{theme}")
    listed.close()
    desk = window.session.desk
    named = next(one for one in desk.pending if one.label == "ACTOR" and one.kind == "GPE")
    window.session.set_focus(named.key)
    window.known_actors.draft()
    wait_for(app, lambda: QApplication.activeModalWidget() is not None)
    actor = dialog_of(app)
    shoot(actor, folder, f"actor-{theme}")
    QTest.keyClick(actor, Qt.Key.Key_Return)
    settle(app)
    wait_for_work(app, window)
    shoot(window, folder, f"actor-confirmed-{theme}")
    window.known_actors.take_in(actors_table())
    wait_for_work(app, window)
    window.dialogs.actors()
    listed = dialog_of(app)
    shoot(listed, folder, f"registry-{theme}")
    listed.close()


def typing(app: QApplication, window: Window, folder: Path, theme: str) -> None:
    """Take pictures of values that are typed, with what they are read as, and of one that can't be read."""
    session = window.session
    for name, label, words in (
        ("typed-figure", "FIGURE", "25.000 à 30.000"),
        ("typed-date", "DATE", "mi-juillet"),
        ("typed-wrongly", "DATE", "le jour de gloire"),
    ):
        session.set_focus(next(one.key for one in session.marks if one.label == label))
        window.marks_panel.edit_value()
        field = window.marks_panel.findChild(QLineEdit)
        field.selectAll()
        for sign in words:
            QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign))
        settle(app, 200)
        shoot(window, folder, f"{name}-{theme}")
        window.let_go()
        settle(app)


def everywhere(app: QApplication, window: Window, folder: Path, theme: str) -> None:
    """Take pictures of what changes many marks at one stroke, and of the history."""
    view, session = window.article_panel.view, window.session
    view.setFocus()
    named = next(one for one in session.desk.pending if one.label == "ACTOR" and one.kind == "GPE")
    session.set_focus(named.key)
    session.accept()
    session.step_mark(-1)
    for name, opened, over in (
        ("everywhere", window.bulk.label_everywhere, True),
        ("accept-above", window.bulk.accept_above, False),
        ("accept-label", window.bulk.accept_label, False),
    ):
        session.set_focus(next(one.key for one in session.marks if one.label == "ACTOR"))
        opened()
        dialog = dialog_of(app)
        settle(app, 400)
        shoot(dialog, folder, f"{name}-{theme}")
        if over:
            QTest.keyClick(dialog.view, Qt.Key.Key_Return)
            wait_for_work(app, window)
        else:
            dialog.close()
        settle(app)
    session.undo()
    window.dialogs.history()
    dialog = dialog_of(app)
    settle(app, 300)
    dialog.view.selectRow(0)
    settle(app)
    shoot(dialog, folder, f"history-{theme}")
    dialog.close()
    session.redo()


def radar(app: QApplication, folder: Path, theme: str) -> None:
    """Take pictures of the radar over the sample with faults in it, of its question, and with nothing left to say."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from tests.annotate import faults

    texts, _ = faults.planted(1)
    window = Window(faults.into_project(Path(tempfile.mkdtemp()) / "radar", texts), settings.load())
    window.resize(*SIZE)
    window.show()
    settle(app)
    wait_for_work(app, window)
    window.radar.open()
    wait_for(app, lambda: not window.radar.watch.busy)
    settle(app)
    dialog = window.radar._dialog
    assert dialog is not None
    dialog.tree.setCurrentItem(dialog.tree.topLevelItem(2).child(1))
    settle(app)
    shoot(dialog, folder, f"radar-{theme}")
    QTest.keyClick(dialog.tree, Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    wait_for(app, lambda: QApplication.activeModalWidget() is not None)
    question = QApplication.activeModalWidget()
    assert question is not None
    shoot(question, folder, f"radar-all-{theme}")
    question.close()
    dialog.tree.setCurrentItem(dialog.tree.topLevelItem(2).child(1))
    QTest.keyClick(dialog.tree, Qt.Key.Key_Return)
    settle(app, 200)
    shoot(window, folder, f"radar-place-{theme}")
    dialog.tree.put([])
    dialog._show_state()
    settle(app)
    shoot(dialog, folder, f"radar-nothing-{theme}")
    dialog.close()
    window.close()


def labels(app: QApplication, window: Window, folder: Path, theme: str) -> None:
    """The editor of the labels, what it would change, and a mark's attributes."""
    window.labels.edit()
    editor = dialog_of(app)
    assert isinstance(editor, SchemeDialog)
    settle(app, 300)
    shoot(editor, folder, f"labels-{theme}")
    editor.form.label_name.setText("ACTEUR")
    editor.form.key.setText("c")
    settle(app)
    shoot(editor, folder, f"labels-conflict-{theme}")
    editor.form.key.setText("!")
    editor.list.setCurrentRow(1)
    attributes = editor.form.attributes
    for column, words in enumerate(("ordre", "Ordre de grandeur")):
        attributes.item(1, column).setText(words)
    editor.apply.click()
    wait_for(app, lambda: any(isinstance(one, ChangesDialog) for one in app.topLevelWidgets()))
    changes = next(one for one in app.topLevelWidgets() if isinstance(one, ChangesDialog))
    settle(app)
    shoot(changes, folder, f"labels-changes-{theme}")
    changes.close()
    editor.draft = Draft(window.project.scheme)
    editor.close()


def stories(app: QApplication, folder: Path, theme: str) -> None:
    """Take pictures of a story that three papers tell differently, on its board and at one of its places."""
    from tests.annotate import rumours

    window = Window(rumours.into_project(Path(tempfile.mkdtemp()) / "stories"), settings.load())
    window.resize(*SIZE)
    window.show()
    settle(app)
    wait_for_work(app, window)
    window.stories.open(to_board=True)
    dialog = window.stories.dialog
    assert dialog is not None
    wait_for(app, lambda: bool(dialog.cells.board.columns))
    dialog.pending.setChecked(True)
    wait_for(app, lambda: bool(dialog.cells.board.rows))
    dialog.board.setCurrentIndex(dialog.cells.index(1, 1))
    settle(app, 300)
    shoot(dialog, folder, f"stories-{theme}")
    QTest.keyClick(dialog.board, Qt.Key.Key_Return)
    settle(app, 300)
    shoot(window, folder, f"stories-place-{theme}")
    dialog.close()
    window.close()


def search(app: QApplication, window: Window, folder: Path, theme: str) -> None:
    """Take pictures of the search: before a word is typed, lines with some ticked, figures over a number."""
    window.dialogs.search()
    found = dialog_of(app)
    assert isinstance(found, FindDialog)
    shoot(found, folder, f"find-empty-{theme}")

    def rest() -> None:
        settle(app)
        wait_for(app, lambda: not window.searching.busy)
        settle(app)

    QTest.keyClicks(found.filters.words, "president")
    rest()
    QTest.keyClick(found.filters.words, Qt.Key.Key_Down)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(found.view, key)
    shoot(found, folder, f"find-{theme}")
    found.filters.words.clear()
    found.filters.value.setText("plus de 100")
    rest()
    shoot(found, folder, f"find-figures-{theme}")
    found.close()


def actors_table() -> Path:
    """Return a small table of actors, as an analyst would bring it in."""
    lines = (
        "name\tkind\tstate\taliases",
        "Union européenne\tORG\t\tUE|les Vingt-Sept|Bruxelles",
        "Otan\tORG\t\tAlliance atlantique|OTAN",
        "Volodymyr Zelensky\tPER\tUkraine\tZelensky|président ukrainien",
        "Corée du Nord\tGPE\tCorée du Nord\tPyongyang|RPDC|Nord-Coréens",
        "Emmanuel Macron\tPER\tFrance\tMacron|chef de l’État français",
        "Hezbollah\tORG\tLiban\tparti de Dieu",
    )
    path = Path(tempfile.mkdtemp()) / "acteurs.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def misfits(app: QApplication, window: Window, folder: Path, theme: str) -> None:
    """Take a picture of the confirmed dates that another publication date no longer gives."""
    session = window.session
    while (one := session.focused) is not None and session.desk.pending:
        if one.label == "DATE":
            session.accept()
        else:
            session.step_doubt(1)
        if not any(one.label == "DATE" for one in session.desk.pending):
            break
    change = session.do(lambda: session.desk.set_date("2025-03-05"))
    if change is None:
        return
    window.work.look_for_misfits(change)
    settle(app)
    wait_for_work(app, window)
    dialog = dialog_of(app)
    shoot(dialog, folder, f"misfits-{theme}")
    dialog.close()
    settle(app)
    session.undo()
    wait_for_work(app, window)


def wait_for(app: QApplication, happened: Callable[[], bool]) -> None:
    """Wait until something is so."""
    deadline = QDeadlineTimer(20_000)
    while not happened() and not deadline.hasExpired():
        app.processEvents()


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/tour")
    folder.mkdir(parents=True, exist_ok=True)
    app = make_application()
    for theme in ("light", "dark"):
        set_theme(theme)
        tour(app, folder, theme)
        packages(app, folder, theme)


if __name__ == "__main__":
    main()
