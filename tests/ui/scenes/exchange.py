"""Pictures of what comes in and goes out: files, exports, work packages."""

from __future__ import annotations

import json
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from depeche import paths
from depeche.annotate.desk import Desk
from depeche.core.article import State
from depeche.core.progress import silent
from depeche.export.form import Format
from depeche.export.handback import give_back
from depeche.export.package import package
from depeche.ingest.inspection import inspect
from depeche.ingest.package import unpack
from depeche.messages import tr
from depeche.store.packages import in_order as in_import_order
from depeche.store.project import Project
from depeche.ui.dialogs.export import ExportDialog
from depeche.ui.dialogs.exported import ExportedDialog
from depeche.ui.dialogs.handed_back import HandedBackDialog
from depeche.ui.dialogs.ingest import IngestDialog
from depeche.ui.dialogs.which_project import WhichProjectDialog
from depeche.ui.window import Window
from tests.ui.scenes.camera import dialog_of, settle, shoot, wait_for
from tests.ui.scenes.projects import worked


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
