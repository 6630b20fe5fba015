"""The import dialog, with real files and keys: what is found, what has to be settled, what comes of it."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QTextDocument
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from depeche.core.article import Article
from depeche.ingest import ingest as verb
from depeche.ingest import preview as previews
from depeche.store import articles, spans, suggestions
from depeche.store.project import Project
from depeche.ui import loose
from depeche.ui.dialogs.ingest import IngestDialog
from tests.patience import PATIENCE
from tests.ui import walk
from tests.ui.hands import Hands

FRENCH = "Élections à Belmare\n\nLe préfet a été élu à l’unanimité, « déjà », dit-on à Évreux, où l’été s’achève.\n"


@pytest.fixture
def opened(hands: Hands, qtbot: QtBot) -> Callable[..., IngestDialog]:
    """Open the dialog on these files, as a drop on the window does, and wait for the preview."""

    def call(*paths: Path) -> IngestDialog:
        drop(hands.window, *paths)
        (dialog,) = hands.dialogs
        assert isinstance(dialog, IngestDialog)
        looked(dialog, qtbot)
        return dialog

    return call


def drop(target: QWidget, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at, none = QPoint(5, 5).toPointF(), Qt.KeyboardModifier.NoModifier
    event = QDropEvent(at, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    target.dropEvent(event)
    QApplication.processEvents()


def looked(dialog: IngestDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog._importing.busy)
    QApplication.processEvents()


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def marked(text: str, **labels: str) -> str:
    spans = [{"start": text.index(w), "end": text.index(w) + len(w), "label": label} for w, label in labels.items()]
    return json.dumps({"text": text, "spans": spans}) + "\n"


def came(project: Project) -> list[Article]:
    with project.read() as db:
        return articles.after(db, 3, 99)


def button(dialog: IngestDialog, words: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == words)


def imports(hands: Hands, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hands.window.work.articles_changed):
        hands.press("Return")
    qtbot.waitUntil(lambda: not hands.window.jobs.busy)


def test_files_are_shown_before_they_are_stored_and_return_takes_them_in(opened, hands, project, tmp_path, qtbot):
    dialog = opened(write(tmp_path, "un.txt", FRENCH))
    assert dialog.sample.title.words == "Élections à Belmare"
    assert dialog.sample.text.toPlainText() == FRENCH
    assert dialog.lots.item(0, 1).text() == "Texte"
    assert dialog.do.isEnabled()
    assert came(project) == []
    dialog.do.setFocus()
    imports(hands, qtbot)
    assert [one.text for one in came(project)] == [FRENCH]
    assert hands.dialogs == []


def test_an_encoding_that_is_only_supposed_has_to_be_confirmed_by_keyboard(opened, hands, project, tmp_path, qtbot):
    dialog = opened(write(tmp_path, "vieux.txt", FRENCH.encode("cp1252")))
    assert not dialog.do.isEnabled()
    assert "vieux.txt" in dialog._state.words
    button(dialog, "Montrer").setFocus()
    hands.press("Space")
    assert dialog.pages.currentWidget() is dialog.reading
    assert "Élections" in dialog.reading.shown.toPlainText()
    dialog.reading.reads_well.setFocus()
    hands.press("Space")
    assert dialog.do.isEnabled()
    dialog.do.setFocus()
    imports(hands, qtbot)
    assert [one.text for one in came(project)] == [FRENCH]
    hands.press("Esc")


def test_another_encoding_is_tried_and_shown_at_once(opened, hands, tmp_path, qtbot):
    dialog = opened(write(tmp_path, "vieux.txt", FRENCH.encode("cp1252")))
    dialog.pages.setCurrentWidget(dialog.reading)
    box = dialog.reading.encoding
    box.setCurrentIndex(box.findData("mac-roman"))
    looked(dialog, qtbot)
    assert dialog.sample.title.words != "Élections à Belmare"
    assert dialog.do.isEnabled(), "somebody chose it"
    box.setCurrentIndex(0)
    looked(dialog, qtbot)
    assert dialog.sample.title.words == "Élections à Belmare"
    assert not dialog.do.isEnabled()
    hands.press("Esc")


def test_damaged_characters_are_repaired_only_when_asked(opened, hands, project, tmp_path, qtbot):
    bad = FRENCH.encode("utf-8").decode("cp1252", "ignore")
    dialog = opened(write(tmp_path, "a.txt", bad))
    assert dialog.sample.title.words.startswith("Ã‰lections")
    assert not dialog.reading.repair.isChecked()
    assert "Ã" in dialog.reading.before.toPlainText()
    dialog.pages.setCurrentWidget(dialog.reading)
    dialog.reading.repair.setFocus()
    hands.press("Space")
    looked(dialog, qtbot)
    assert "Ã" not in dialog.sample.text.toPlainText()
    assert dialog.reading.repair.isChecked()
    dialog.do.setFocus()
    imports(hands, qtbot)
    assert "Ã" not in came(project)[0].text
    hands.press("Esc")


def test_labels_are_proposed_chosen_by_keys_and_remembered(opened, hands, project, tmp_path, qtbot):
    path = write(tmp_path, "x.jsonl", marked("Kim a vu Tarsis hier.", Kim="PERS", Tarsis="VILLE", hier="MISC"))
    dialog = opened(path)
    assert not dialog.do.isEnabled()
    button(dialog, "Montrer").setFocus()
    hands.press("Space")
    boxes = [dialog.labels.table.cellWidget(row, 3) for row in range(3)]
    assert [box.currentData() for box in boxes] == ["ACTOR:PER", "", ""]
    assert QApplication.focusWidget() is boxes[1], "the first of which nothing is decided"
    hands.press("Down", "Down")
    assert boxes[1].currentData() == "ACTOR"
    button(dialog, "Ne pas reprendre celles qui restent").setFocus()
    hands.press("Space")
    assert dialog.do.isEnabled()
    dialog.do.setFocus()
    imports(hands, qtbot)
    with project.read() as db:
        (article,) = articles.after(db, 3, 9)
        made = [(one.label, one.kind) for one in suggestions.of(db, article.key) if one.source == "file"]
    assert made == [("ACTOR", "PER"), ("ACTOR", None)]
    hands.press("Esc")
    again = opened(write(tmp_path, "y.jsonl", marked("Paul a vu Belmare.", Paul="PERS", Belmare="VILLE")))
    assert again.do.isEnabled(), "it is remembered"
    assert [again.labels.table.cellWidget(row, 3).currentData() for row in range(2)] == ["ACTOR:PER", "ACTOR"]
    hands.press("Esc")


def test_columns_of_a_table_are_chosen(opened, hands, project, tmp_path, qtbot):
    body = "Le préfet a parlé longuement de la crue, du port et de la route."
    path = write(
        tmp_path, "t.csv", f"Corps A;Corps B;Parution\r\nun mot;{body};2025-07-13\r\nautre;{body} Oui.;2025-07-14\r\n"
    )
    dialog = opened(path)
    dialog.pages.setCurrentWidget(dialog.reading)
    table = dialog.reading.columns
    assert [table.item(row, 0).text() for row in range(3)] == ["Corps A", "Corps B", "Parution"]
    assert table.item(1, 1).text() == body
    box = table.cellWidget(1, 2)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("text"))
    looked(dialog, qtbot)
    title = table.cellWidget(0, 2)
    title.setCurrentIndex(title.findData("title"))
    looked(dialog, qtbot)
    assert (dialog.sample.title.words, dialog.sample.text.toPlainText()) == ("un mot", body)
    dialog.do.setFocus()
    imports(hands, qtbot)
    assert [(one.title, one.text, one.date) for one in came(project)] == [
        ("un mot", body, "2025-07-13"),
        ("autre", f"{body} Oui.", "2025-07-14"),
    ]
    hands.press("Esc")


def test_licence_and_source_are_typed_and_marks_become_spans(opened, hands, project, tmp_path, qtbot):
    dialog = opened(write(tmp_path, "x.jsonl", marked("Kim a vu Tarsis.", Kim="ACTOR")))
    dialog.as_.setCurrentIndex(dialog.as_.findData("spans"))
    dialog.licence.setFocus()
    hands.type("CC0")
    dialog.source.setFocus()
    hands.type("Agence")
    dialog.do.setFocus()
    imports(hands, qtbot)
    (article,) = came(project)
    assert (article.source, article.meta["licence"]) == ("Agence", "CC0")
    with project.read() as db:
        assert not [one for one in suggestions.of(db, article.key) if one.source == "file"]


def test_what_came_of_it_is_listed_copied_and_saved(opened, hands, tmp_path, qtbot, monkeypatch):
    long = " ".join(f"Le délégué numéro {n} a répondu au comité de Belmare{n}." for n in range(30))
    one = write(tmp_path, "un.txt", long)
    two = write(tmp_path, "deux.txt", "Un chapeau. " + long)
    bad = write(tmp_path, "mauvais.txt", b"abc\0def")
    dialog = opened(one, two, bad)
    row = next(n for n in range(dialog.lots.rowCount()) if dialog.lots.item(n, 0).text() == "mauvais.txt")
    dialog.lots.setCurrentCell(row, 0)
    assert "mauvais.txt" in dialog.sample.refused.item(0).text()
    dialog.do.setFocus()
    imports(hands, qtbot)
    (report,) = hands.dialogs
    words = report.findChild(QPlainTextEdit).toPlainText()
    assert "mauvais.txt" in words
    assert "«\u202fdeux\u202f» reprend 100\u202f% de «\u202fun\u202f»" in words
    out = tmp_path / "rapport.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_, **__: (str(out), "")))
    next(b for b in report.findChildren(QPushButton) if "Enregistrer" in b.text()).click()
    assert out.read_text(encoding="utf-8").strip() == words.strip()
    hands.press("Esc")


def test_a_preview_is_stopped_and_files_are_added_and_removed(opened, hands, tmp_path, qtbot):
    dialog = opened(write(tmp_path, "un.txt", FRENCH))
    drop(dialog, write(tmp_path, "deux.txt", FRENCH + "Oui."))
    looked(dialog, qtbot)
    assert dialog.lots.rowCount() == 2
    dialog.lots.setCurrentCell(0, 0)
    button(dialog, "Retirer").setFocus()
    hands.press("Space")
    looked(dialog, qtbot)
    assert [dialog.lots.item(n, 0).text() for n in range(dialog.lots.rowCount())] == ["deux.txt"]
    dialog._importing.look()
    button(dialog, "Arrêter").click()
    assert not dialog._importing.busy
    hands.press("Esc")


HOSTILE = "<img src='/etc/hostname'><b>gras</b> &amp; {0} %n \u202eenvers\x07"


def test_nothing_in_a_file_is_markup(opened, hands, tmp_path, qtbot, monkeypatch):
    loaded: list[object] = []
    monkeypatch.setattr(QTextDocument, "loadResource", lambda *asked: loaded.append(asked))
    entry = {"text": HOSTILE + "\n\nTexte.", "title": HOSTILE, "source": HOSTILE, "url": HOSTILE}
    entry["spans"] = [{"start": 0, "end": 4, "label": "<i>x</i>", "by": HOSTILE}]
    path = write(tmp_path, "<b>a</b>.jsonl", json.dumps(entry) + "\n" + json.dumps({"text": "<u>"}) * 2)
    dialog = opened(path)
    dialog.pages.setCurrentWidget(dialog.labels)
    assert dialog.labels.table.item(0, 0).text() == "<i>x</i>"
    assert "<b>gras</b>" in dialog.sample.text.toPlainText()
    assert "‹202E›" in dialog.sample.title.words
    assert "&lt;img" in dialog.sample.title.toolTip() or not dialog.sample.title.toolTip()
    assert loaded == []
    hands.press("Esc")


def test_everything_in_it_has_a_name_fits_and_is_reached(opened, hands, tmp_path, qtbot):
    dialog = opened(
        write(tmp_path, "vieux.txt", FRENCH.encode("cp1252")),
        write(tmp_path, "t.csv", "Texte;Parution\r\nUn texte.;2025-07-13\r\nDeux.;2025-07-14\r\n"),
        write(tmp_path, "x.jsonl", marked("Kim a vu Tarsis.", Kim="PERS", Tarsis="VILLE") + "{\n"),
    )
    for row in range(3):
        for page in range(3):
            dialog.lots.setCurrentCell(row, 0)
            dialog.pages.setCurrentIndex(page)
            walk.rest(hands.window, 60)
            dialog.lots.setFocus()
            assert walk.unnamed(dialog) == []
            assert walk.wrong(dialog) == []
            assert walk.out_of_reach(dialog) == []
    hands.press("Esc")


def test_it_is_closed_before_the_preview_has_begun(hands, tmp_path, qtbot):
    drop(hands.window, write(tmp_path, "un.txt", FRENCH))
    (dialog,) = hands.dialogs
    dialog._importing.look()
    dialog.reject()
    qtbot.wait(100)
    assert hands.dialogs == []


def test_a_preview_that_is_held_up_holds_nothing_else_up(hands, tmp_path, qtbot, monkeypatch):
    held, begun, real = threading.Event(), threading.Event(), previews.preview

    def slow(paths, report, **more):
        if len(paths) == 1:
            begun.set()
            assert held.wait(PATIENCE)
        return real(paths, report, **more)

    monkeypatch.setattr(previews, "preview", slow)
    try:
        drop(hands.window, write(tmp_path, "un.txt", FRENCH))
        (dialog,) = hands.dialogs
        assert begun.wait(PATIENCE)
        dialog._importing.add([write(tmp_path, "deux.txt", FRENCH + "Fin.")])
        qtbot.waitUntil(lambda: not dialog._importing.busy)
        assert dialog._importing.found.seen == 2
        dialog._importing.remove(tmp_path / "un.txt")
        dialog.reject()
        qtbot.wait(50)
        assert hands.dialogs == []
        assert loose.running(), "it is still held up: nobody waited for it"
    finally:
        held.set()
    qtbot.waitUntil(lambda: not loose.running())


def test_what_becomes_of_a_column_is_said(opened, hands, tmp_path, qtbot):
    body = "Le préfet a parlé longuement de la crue, du port et de la route. " * 3
    dialog = opened(write(tmp_path, "t.csv", f"Titre;Dépêche;Rubrique\r\nun;{body};Monde\r\ndeux;{body}Oui.;Ville\r\n"))
    dialog.pages.setCurrentWidget(dialog.reading)
    said = [dialog.reading.columns.cellWidget(row, 2).currentText() for row in range(3)]
    assert said == [
        "selon son nom\u202f: le titre",
        "selon sa longueur\u202f: le texte",
        "selon son nom\u202f: gardée à part",
    ]
    hands.press("Esc")


def test_a_label_beyond_what_was_looked_at_is_found_when_all_of_it_is(opened, hands, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr(previews, "SECONDS", 0.0)
    lines = marked("Kim est là.", Kim="ACTOR") * 3 + marked("Nice est là.", Nice="RARE")
    dialog = opened(write(tmp_path, "x.jsonl", lines))
    assert dialog._importing.foreign == []
    button(dialog, "Tout regarder").setFocus()
    hands.press("Space")
    looked(dialog, qtbot)
    assert dialog._importing.foreign == ["RARE"]
    assert not button(dialog, "Tout regarder").isVisible()
    assert not dialog.do.isEnabled(), "it is to be mapped first"
    hands.press("Esc")


def test_who_stops_a_preview_is_told_so(hands, tmp_path, qtbot, monkeypatch):
    held, real = threading.Event(), previews.preview
    monkeypatch.setattr(previews, "preview", lambda *said, **more: held.wait(PATIENCE) and real(*said, **more))
    try:
        drop(hands.window, write(tmp_path, "un.txt", FRENCH))
        (dialog,) = hands.dialogs
        button(dialog, "Arrêter").click()
        assert dialog._state.words == "Aperçu arrêté\u202f: l’import prendra tout ce qui est choisi."
        assert dialog.lots.item(0, 2).text() == "pas regardé"
        assert dialog.do.isEnabled()
        hands.window.close()
        assert loose.running(), "it is still held up: nobody waited for it"
    finally:
        held.set()
    qtbot.waitUntil(lambda: not loose.running())


def test_marks_that_name_nobody_are_somebody_s(opened, hands, project, tmp_path, qtbot):
    dialog = opened(write(tmp_path, "x.jsonl", marked("Kim a vu Tarsis.", Kim="ACTOR")))
    dialog.as_.setCurrentIndex(dialog.as_.findData("suggestions"))
    assert not dialog.by.isEnabled()
    dialog.as_.setCurrentIndex(dialog.as_.findData("spans"))
    dialog.by.setFocus()
    hands.type("Zoe")
    dialog.do.setFocus()
    imports(hands, qtbot)
    with project.read() as db:
        (article,) = came(project)
        assert spans.readers(db, article.key) == {"Zoe"}


def test_an_import_is_stopped_within_a_file_and_says_what_came_in(hands, project, tmp_path, qtbot, monkeypatch):
    there, went_on, real = threading.Event(), threading.Event(), verb.items

    def slow(*said):
        for n, item in enumerate(real(*said)):
            if n == 3:
                there.set()
                assert went_on.wait(30)
            yield item

    monkeypatch.setattr(verb, "items", slow)
    before = len(came(project))
    path = write(tmp_path, "x.jsonl", "".join(json.dumps({"text": f"Texte {n}."}) + "\n" for n in range(9)))
    hands.window.work.ingest([path], None)
    qtbot.waitUntil(there.is_set, timeout=30_000)
    stop = next(one for one in hands.window.findChildren(QPushButton) if one.text() == "Arrêter")
    qtbot.waitUntil(stop.isVisible, timeout=30_000)
    stop.click()
    went_on.set()
    qtbot.waitUntil(lambda: hands.dialogs != [], timeout=30_000)
    (report,) = hands.dialogs
    words = report.findChild(QPlainTextEdit).toPlainText().replace("\u202f", " ")
    assert "Lus : 4 = nouveaux : 4" in words
    assert "Import arrêté : la suite n’a pas été lue" in words
    assert len(came(project)) - before == 4
    hands.press("Esc")
    qtbot.waitUntil(lambda: not hands.window.jobs.busy, timeout=30_000)
    assert not hands.window.session.library.lacks_suggestions()


def test_refusals_are_gathered_in_the_report_and_each_is_saved(opened, hands, tmp_path, qtbot, monkeypatch):
    off = [{"text": f"Texte {n}.", "spans": [{"start": 0, "end": 99, "label": "ACTOR"}]} for n in range(200)]
    dialog = opened(write(tmp_path, "x.jsonl", "".join(json.dumps(one) + "\n" for one in off)))
    assert dialog.sample.refused.count() == 1
    assert "200 refus prévus" in dialog._state.words.replace("\u202f", " ")
    dialog.do.setFocus()
    imports(hands, qtbot)
    (report,) = hands.dialogs
    words = report.findChild(QPlainTextEdit).toPlainText().replace("\u202f", " ")
    assert "200 fois ; " in words
    assert "ligne 1, ligne 2, ligne 3, …" in words
    assert len(words.splitlines()) < 8
    out = tmp_path / "rapport.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_, **__: (str(out), "")))
    next(b for b in report.findChildren(QPushButton) if "Enregistrer" in b.text()).click()
    saved = out.read_text(encoding="utf-8")
    assert all(f"ligne {n}\u202f:" in saved for n in range(1, 201))
    hands.press("Esc")
