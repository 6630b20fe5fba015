"""Takes pictures of every view, in both themes, driving the real window with real keys and clicks: `make tour`.

Writes PNGs into a folder (the first argument, `docs/tour` by default). Where there is no display, Qt draws offscreen.
What is seen on them is made in `scenes/`, a module for views that belong together.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

if not os.environ.get("DISPLAY") and sys.platform == "linux":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_HOME = tempfile.mkdtemp(prefix="depeche-tour-")
for _name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
    os.environ[_name] = _HOME
# Pictures show folders and a name: an analyst's, not those of the machine that takes them.
os.environ |= {"XDG_DOCUMENTS_DIR": "/home/claire/Documents", "LOGNAME": "claire"}
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # run as a script, which knows its own folder only

from PySide6.QtWidgets import QApplication  # noqa: E402  # the environment first

from depeche import settings  # noqa: E402
from depeche.store.project import Project  # noqa: E402
from depeche.ui.app import make_application  # noqa: E402
from depeche.ui.appearance import set_theme  # noqa: E402
from depeche.ui.demo import sample_project, suggest_for_sample  # noqa: E402
from depeche.ui.window import Window  # noqa: E402
from tests.ui.scenes import article, beyond, comparison, exchange, measures, rules, start  # noqa: E402
from tests.ui.scenes.camera import SIZE, settle, wait_for_work  # noqa: E402


def tour(app: QApplication, folder: Path, theme: str) -> None:
    """Take all pictures in one theme."""
    for scene in (
        comparison.radar,
        measures.statistics,
        comparison.stories,
        measures.learning,
        measures.in_order,
        start.tutorial,
        start.welcome,
        start.nothing_yet,
        sample,
        exchange.packages,
    ):
        scene(app, folder, theme)


def sample(app: QApplication, folder: Path, theme: str) -> None:
    """Take pictures of the sample: one window, in which each scene finds what those before it left."""
    project = Path(tempfile.mkdtemp()) / "exemple"
    sample_project(project)
    suggest_for_sample(project)
    window = Window(Project.open(project, program="tour"), settings.load())
    window.resize(*SIZE)
    window.show()
    settle(app)
    wait_for_work(app, window)
    for scene in (
        article.at_work,
        article.beside,
        exchange.coming_in,
        exchange.going_out,
        beyond.everywhere,
        beyond.registry,
        article.typing,
        beyond.search,
        rules.labels,
        rules.guidance,
        article.sight,
        article.zoomed,
        beyond.misfits,
        article.long,
    ):
        scene(app, window, folder, theme)
    window.close()


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/tour")
    folder.mkdir(parents=True, exist_ok=True)
    app = make_application()
    for theme in ("light", "dark"):
        set_theme(theme)
        tour(app, folder, theme)


if __name__ == "__main__":
    main()
