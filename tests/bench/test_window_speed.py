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

from depeche import paths, settings
from depeche.core.article import Article
from depeche.store import articles, suggestions
from depeche.store.project import Project
from depeche.ui.demo import sample_project
from depeche.ui.window import Window
from tests.bench.conftest import apart, long_text
from tests.ui.hands import Hands, is_pending

ROUNDS = 60
ALIKE = 4
TOTALS = [1_000, int(os.environ.get("DEPECHE_BENCH_ARTICLES", "20000"))]
"""Articles of the projects that are set against each other; the larger is made in less than a minute."""
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


def pressed(
    benchmark: BenchmarkFixture, hands: Hands, key: Callable[[], str], before: Callable[[], object], rounds: int
) -> None:
    """Measure a key press until all that it changes is stored and painted."""
    paints = Paints()
    hands.view.viewport().installEventFilter(paints)
    spent: list[float] = []

    def setup() -> None:
        before()
        QApplication.processEvents()
        paints.count = 0

    def press() -> None:
        began = time.thread_time()
        hands.press(key())
        QApplication.processEvents()
        spent.append(time.thread_time() - began)
        assert paints.count

    benchmark.pedantic(press, setup=setup, rounds=rounds, warmup_rounds=3)
    told(benchmark, spent[3:])


def told(benchmark: BenchmarkFixture, spent: list[float]) -> None:
    """Tell what the window's thread worked, beside what passed on the clock: a busy machine changes the latter most."""
    benchmark.extra_info["worked"] = statistics.median(spent)
    p95 = sorted(spent)[min(round(0.95 * len(spent)), len(spent) - 1)]
    benchmark.extra_info["told"] = f"processor {1000 * statistics.median(spent):.2f} ms  p95 {1000 * p95:.2f} ms"


def on_a_doubt(hands: Hands) -> None:
    while not is_pending(hands.window.session.focused):
        hands.press("Tab" if hands.window.session.desk.pending else "N")


@pytest.mark.parametrize("total", TOTALS)
def test_a_doubt_accepted_painted_and_saved(
    benchmark: BenchmarkFixture, at_window: Callable[[Path], Hands], sized: Callable[[int], Path], total: int
) -> None:
    hands = at_window(sized(total))
    pressed(benchmark, hands, lambda: "Space", lambda: on_a_doubt(hands), ROUNDS)
    assert hands.saved.startswith("Enregistré")


@pytest.mark.parametrize("total", TOTALS)
def test_the_next_article_shown_with_its_marks(
    benchmark: BenchmarkFixture, at_window: Callable[[Path], Hands], sized: Callable[[int], Path], total: int
) -> None:
    hands = at_window(sized(total))
    pressed(benchmark, hands, lambda: "N", lambda: look(hands), ROUNDS)
    assert len(hands.view._geometry.marks) > 20


@pytest.mark.parametrize("total", TOTALS)
def test_an_article_done_and_the_next_shown(
    benchmark: BenchmarkFixture, at_window: Callable[[Path], Hands], sized: Callable[[int], Path], total: int
) -> None:
    hands = at_window(sized(total))
    pressed(benchmark, hands, lambda: "F", lambda: look(hands), ROUNDS)


@pytest.mark.parametrize("total", TOTALS)
def test_an_act_undone(
    benchmark: BenchmarkFixture, at_window: Callable[[Path], Hands], sized: Callable[[int], Path], total: int
) -> None:
    hands = at_window(sized(total))

    def accept() -> None:
        on_a_doubt(hands)
        hands.press("Space")

    pressed(benchmark, hands, lambda: "Ctrl+Z", accept, ROUNDS)


@pytest.mark.parametrize("total", TOTALS)
def test_a_project_opened(
    benchmark: BenchmarkFixture, at_window: Callable[[Path], Hands], sized: Callable[[int], Path], total: int
) -> None:
    """From its folder to the window painted with the first article, in a program that runs."""
    folder = sized(total)
    spent: list[float] = []
    at_window(folder).window.close()

    def open_it() -> None:
        began = time.thread_time()
        window = Window(Project.open(folder), settings.load())
        window.resize(1280, 900)
        window.show()
        while window.session.desk.article is None:
            QApplication.processEvents()
        QApplication.processEvents()
        spent.append(time.thread_time() - began)
        opened.append(window)

    opened: list[Window] = []

    def shut() -> None:
        while opened:
            window = opened.pop()
            window.close()
            window.deleteLater()
        QApplication.processEvents()

    benchmark.pedantic(open_it, setup=shut, rounds=7, warmup_rounds=1)
    shut()
    told(benchmark, spent[1:])


@pytest.mark.parametrize("total", TOTALS)
@pytest.mark.parametrize("action", ["search", "radar", "statistics", "stories", "history"])
def test_a_page_opened(
    benchmark: BenchmarkFixture,
    at_window: Callable[[Path], Hands],
    sized: Callable[[int], Path],
    action: str,
    total: int,
) -> None:
    """From the key to the page painted; what it counts comes behind it, from another thread."""
    hands = at_window(sized(total))
    spent: list[float] = []

    def ready() -> None:
        for dialog in hands.dialogs:
            dialog.close()
        look(hands)

    def open_it() -> None:
        began = time.thread_time()
        hands.window.actions_by_name[action].trigger()
        QApplication.processEvents()
        spent.append(time.thread_time() - began)

    benchmark.pedantic(open_it, setup=ready, rounds=7, warmup_rounds=1)
    ready()
    told(benchmark, spent[1:])


@pytest.mark.parametrize(("length", "marks"), [(3_000, 60), (100_000, 2_000)])
@pytest.mark.parametrize("key", ["Space", "X", "relabel", "P", "Ctrl+Z", "Tab", "Right"])
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
    other = {"ACTOR": "C", "FIGURE": "D", "DATE": "A"}

    def pressing() -> str:
        held = hands.focused_one
        return other[held.label] if key == "relabel" and held is not None else key

    def before() -> None:
        if key == "Ctrl+Z":
            on_a_doubt(hands)
            hands.press("Space")
        elif key in ("P", "relabel"):
            on_a_doubt(hands)

    pressed(benchmark, hands, pressing, before, min(ROUNDS, marks // 2))


SIZES = [(3_000, 60), (100_000, 2_000)]
"""Characters and marks of the articles that are shown."""


def look(hands: Hands) -> None:
    """Look at an article for a moment, as a person does: what comes next is read meanwhile."""
    deadline = QDeadlineTimer(20_000)
    session, jobs = hands.window.session, hands.window.jobs
    papers, recall = hands.window.article_panel.papers, hands.window.work.recall
    while (session.ahead.waits or papers.waits or recall.waits or jobs.busy) and not deadline.hasExpired():
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
        began = time.thread_time()
        hands.press(next(keys))
        QApplication.processEvents()
        spent.append(time.thread_time() - began)
        assert paints.count

    benchmark.pedantic(step, setup=setup, rounds=ROUNDS, warmup_rounds=6)
    assert len(hands.view._geometry.marks) > 0.9 * marks
    told(benchmark, spent[6:])


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


@pytest.mark.parametrize("total", TOTALS)
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
