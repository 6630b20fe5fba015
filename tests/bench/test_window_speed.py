"""How long a person waits: from a key to painted and saved, from one article to the next, from a click to a window."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtCore import QDeadlineTimer, QEvent, QObject
from PySide6.QtWidgets import QApplication, QTextEdit
from pytest_benchmark.fixture import BenchmarkFixture

from depeche import paths
from depeche.core.article import Article
from depeche.store import articles, suggestions
from depeche.store.project import Project
from depeche.ui.demo import sample_project
from tests.bench.conftest import apart, long_text
from tests.ui.hands import Hands, is_pending

ROUNDS = 60
ALIKE = 4
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def alike(tmp_path: Path) -> Callable[[int, int], Path]:
    """Makes a project of a few articles of so many characters, each with so many suggestions that lie apart."""

    def of_size(length: int, marks: int) -> Path:
        folder = tmp_path / f"{length}"
        with Project.create(folder, paths.default_scheme(), "Claire") as project:
            for n in range(ALIKE):
                text = f"{long_text(length)}\n{n}"
                with project.write() as db:
                    key = articles.put(db, Article(text, title=f"Long {n}", name=f"long{n}"), "bench").key
                    articles.set_suggested_by(db, key, "bench")
                    suggestions.put(db, key, apart(text, marks))
        return folder

    return of_size


class Paints(QObject):
    """Counts how often a widget was painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's own
        self.count += event.type() == QEvent.Type.Paint
        return False


def pressed(benchmark: BenchmarkFixture, hands: Hands, key: str, before: Callable[[], object], rounds: int) -> None:
    """Measure a key press until all that it changes is stored and painted."""
    paints = Paints()
    hands.view.viewport().installEventFilter(paints)

    def setup() -> None:
        before()
        QApplication.processEvents()
        paints.count = 0

    def press() -> None:
        hands.press(key)
        QApplication.processEvents()
        assert paints.count

    benchmark.pedantic(press, setup=setup, rounds=rounds, warmup_rounds=3)


def on_a_doubt(hands: Hands) -> None:
    while not is_pending(hands.window.session.focused):
        hands.press("Tab" if hands.window.session.desk.pending else "N")


@pytest.mark.parametrize("total", [1_000, 100_000])
def test_a_doubt_accepted_painted_and_saved(
    benchmark: BenchmarkFixture, at_window: Callable[[Path], Hands], sized: Callable[[int], Path], total: int
) -> None:
    hands = at_window(sized(total))
    pressed(benchmark, hands, "Space", lambda: on_a_doubt(hands), ROUNDS)
    assert hands.saved.startswith("Enregistré")


@pytest.mark.parametrize("total", [1_000, 100_000])
def test_the_next_article_shown_with_its_marks(
    benchmark: BenchmarkFixture, at_window: Callable[[Path], Hands], sized: Callable[[int], Path], total: int
) -> None:
    hands = at_window(sized(total))
    pressed(benchmark, hands, "N", lambda: None, ROUNDS)
    assert len(hands.view._geometry.marks) > 20


@pytest.mark.parametrize("total", [1_000, 100_000])
def test_an_article_done_and_the_next_shown(
    benchmark: BenchmarkFixture, at_window: Callable[[Path], Hands], sized: Callable[[int], Path], total: int
) -> None:
    hands = at_window(sized(total))
    pressed(benchmark, hands, "F", lambda: None, ROUNDS)


@pytest.mark.parametrize(("length", "marks"), [(3_000, 60), (100_000, 2_000)])
@pytest.mark.parametrize("key", ["Space", "Tab", "Right", "P"])
def test_a_key_in_an_article(
    benchmark: BenchmarkFixture,
    at_window: Callable[[Path], Hands],
    one_article: Callable[[str, int], Path],
    length: int,
    marks: int,
    key: str,
) -> None:
    hands = at_window(one_article(long_text(length), marks))
    for _ in range(marks // 100):
        hands.press("Space")
    pressed(benchmark, hands, key, lambda: on_a_doubt(hands) if key == "P" else None, min(ROUNDS, marks // 2))


SIZES = [(3_000, 60), (100_000, 2_000)]
"""Characters and marks of the articles that are shown."""


def look(hands: Hands) -> None:
    """Look at an article for a moment, as a person does: what comes next is read meanwhile."""
    deadline = QDeadlineTimer(20_000)
    session, jobs = hands.window.session, hands.window.jobs
    while (session.ahead.waits or hands.window.work.recall.waits or jobs.busy) and not deadline.hasExpired():
        QApplication.processEvents()


@pytest.mark.parametrize(("length", "marks"), SIZES)
def test_the_next_article_painted(
    benchmark: BenchmarkFixture,
    at_window: Callable[[Path], Hands],
    alike: Callable[[int, int], Path],
    length: int,
    marks: int,
) -> None:
    """From the key to painted with all its marks, after the one before was looked at."""
    hands = at_window(alike(length, marks))
    keys, paints = cycle("NNNBBB"), Paints()
    hands.view.viewport().installEventFilter(paints)
    spent: list[float] = []

    def setup() -> None:
        look(hands)
        paints.count = 0

    def step() -> None:
        began = time.process_time()
        hands.press(next(keys))
        QApplication.processEvents()
        spent.append(time.process_time() - began)
        assert paints.count

    benchmark.pedantic(step, setup=setup, rounds=ROUNDS, warmup_rounds=6)
    assert len(hands.view._geometry.marks) > 0.9 * marks
    benchmark.extra_info["told"] = f"processor {1000 * statistics.median(spent):.2f} ms"


@pytest.mark.parametrize(("length", "marks"), SIZES)
def test_an_article_painted_that_was_not_read_ahead(
    benchmark: BenchmarkFixture,
    at_window: Callable[[Path], Hands],
    alike: Callable[[int, int], Path],
    length: int,
    marks: int,
) -> None:
    """The same for one that nobody could guess: picked in the list, or come to faster than it can be read."""
    hands = at_window(alike(length, marks))
    session = hands.window.session
    session.ahead.stop()
    order = cycle([session.library.neighbour(n, 1) for n in range(4)])

    def show() -> None:
        session.open(str(next(order)))
        QApplication.processEvents()

    benchmark.pedantic(show, rounds=20, warmup_rounds=4)


@pytest.mark.parametrize(("length", "marks"), SIZES)
def test_the_same_text_in_a_bare_text_edit(
    benchmark: BenchmarkFixture, qapp: QApplication, length: int, marks: int
) -> None:
    """What Qt alone takes for the text, without marks, list or project, on this machine at this moment."""
    bare = QTextEdit()
    bare.resize(800, 800)
    bare.show()
    texts = cycle([f"{long_text(length)}\n{n}" for n in range(4)])

    def show() -> None:
        bare.setPlainText(next(texts))
        QApplication.processEvents()

    benchmark.pedantic(show, rounds=ROUNDS, warmup_rounds=4)
    bare.close()


@pytest.mark.parametrize("total", [100_000])
def test_the_list_filtered(
    benchmark: BenchmarkFixture, at_window: Callable[[Path], Hands], sized: Callable[[int], Path], total: int
) -> None:
    hands = at_window(sized(total))
    panel = hands.window.articles_panel

    def find() -> None:
        panel._filter.setText("crue 9999")
        panel.reload()
        QApplication.processEvents()

    benchmark.pedantic(find, setup=panel._filter.clear, rounds=10)


def test_from_starting_the_program_to_the_first_painted_window(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    folder = sample_project(tmp_path / "exemple")
    program = """
        import sys
        from pathlib import Path
        from PySide6.QtCore import QEvent, QObject
        from depeche.ui.app import Program, make_application
        app = make_application()
        program = Program(app)

        class Eye(QObject):
            def eventFilter(self, watched, event):
                if event.type() == QEvent.Type.Paint and watched is view.viewport() and view.toPlainText():
                    print("painted", flush=True)
                    view.viewport().removeEventFilter(self)
                return False

        program.open(Path(sys.argv[1]))
        view = program.window.article_panel.view
        eye = Eye()
        view.viewport().installEventFilter(eye)
        app.exec()
    """
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "desktop")}
    children: list[subprocess.Popen[str]] = []

    def start() -> None:
        command = [sys.executable, "-c", textwrap.dedent(program), str(folder)]
        child = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8"
        )
        children.append(child)
        assert child.stdout is not None
        assert child.stdout.readline() == "painted\n"

    def end() -> None:
        while children:
            child = children.pop()
            child.kill()
            child.communicate()

    benchmark.pedantic(start, setup=end, rounds=7, warmup_rounds=1)
    end()
