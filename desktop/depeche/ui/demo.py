"""The sample project: in the window, or where there is no display the whole job from end to end with a picture."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

from depeche import paths
from depeche.messages import tr
from depeche.store.project import DATABASE, Project


def sample_project(folder: Path) -> Path:
    """Make the sample project out of the shipped corpus, without its labels, unless it is there; returns its folder."""
    from depeche.ingest.ingest import ingest

    if (folder / DATABASE).is_file():
        return folder
    with (
        tempfile.TemporaryDirectory() as bare,
        Project.create(folder, paths.default_scheme(), paths.account_name()) as project,
    ):
        unlabelled = Path(bare) / "corpus.jsonl"
        with unlabelled.open("w", encoding="utf-8") as file:
            for path in sorted((paths.corpus() / "labels").glob("*.jsonl")):
                article = json.loads(path.read_text(encoding="utf-8"))
                del article["spans"], article["state"]
                file.write(json.dumps(article, ensure_ascii=False) + "\n")
        ingest(project, [unlabelled])
    return folder


def suggest_for_sample(folder: Path) -> int:
    """Look for suggestions where the sample has none yet; returns how many stand."""
    from depeche.suggest.suggest import suggest

    with Project.open(folder, program="depeche demo") as project:
        return suggest(project).suggestions


def demonstrate(folder: Path | None) -> int:
    """Open the sample project in the window; without a display, do the job and say where its results lie."""
    folder = folder or paths.data() / "exemple"
    sample_project(folder)
    if not has_display():
        return _without_display(folder)
    from depeche.ui.app import run

    return run(folder)


def has_display() -> bool:
    """Tell whether a window could be shown here."""
    if sys.platform in ("win32", "darwin"):
        return True
    if os.environ.get("QT_QPA_PLATFORM", "") in ("offscreen", "minimal"):
        return False
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _without_display(folder: Path) -> int:
    from depeche.export.export import export
    from depeche.export.form import Format

    print(tr("Pas d’écran ici : le travail est fait sans la fenêtre."), file=sys.stderr)
    suggest_for_sample(folder)
    # Nobody has annotated the sample yet; what there is to train on is the same corpus with its labels.
    labelled = labelled_project(folder.with_name(f"{folder.name}-annote"))
    for project_folder, formats in ((folder, [Format.JSONL]), (labelled, [Format.JSONL, Format.SPACY])):
        out = project_folder.with_name(f"{project_folder.name}-export")
        with Project.open(project_folder, program="depeche demo") as project:
            for format_ in formats:
                receipt = export(project, out, format_)
                marks = sum(sum(counts.values()) for counts in receipt.marks.values())
                print(tr("Projet {project} → {folder} ({kind}) : {articles} articles, {marks} marques",
                         project=project_folder, folder=out, kind=format_.value, articles=receipt.articles,
                         marks=marks))  # fmt: skip
    picture = draw(folder, folder.with_name(f"{folder.name}-export") / "fenetre.png")
    print(tr("La fenêtre, dessinée : {picture}", picture=picture))
    return 0


def labelled_project(folder: Path) -> Path:
    """Make a project out of the corpus with the labels it comes with, unless it is there; returns its folder."""
    from depeche.ingest.arrival import As
    from depeche.ingest.ingest import ingest

    if not (folder / DATABASE).is_file():
        with Project.create(folder, paths.default_scheme(), "Dépêche") as project:
            ingest(project, sorted((paths.corpus() / "labels").glob("*.jsonl")), as_=As.SPANS)
    return folder


def draw(folder: Path, picture: Path) -> Path:
    """Draw the window on a project into a PNG, without a display."""
    os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
    from PySide6.QtCore import qInstallMessageHandler

    from depeche import settings
    from depeche.ui.app import make_application
    from depeche.ui.window import Window

    app = make_application()
    qInstallMessageHandler(lambda *_: None)  # Qt's offscreen platform remarks on what it doesn't do
    window = Window(Project.open(folder, program="depeche demo"), settings.load())
    window.resize(1440, 900)
    window.show()
    window.open_first()
    app.processEvents()
    picture.parent.mkdir(parents=True, exist_ok=True)
    window.grab().save(str(picture))
    window.close()
    return picture
